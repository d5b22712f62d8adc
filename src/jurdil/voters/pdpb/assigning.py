"""The assignment letter and the list that an officer carries to the doors."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import translation

from jurdil.kernel.documents.sheet import Paper, Section, pdf
from jurdil.kernel.documents.tables import Column, Line, band, table
from jurdil.kernel.models import Account
from jurdil.kernel.viewer import Viewer
from jurdil.kernel.who import held_today
from jurdil.law.formats import number
from jurdil.law.voters.quarter import name_of
from jurdil.places import queries as places
from jurdil.voters.models import Kunjungan, PemilihVersi, Revisi
from jurdil.voters.pdpb.visiting import Report
from jurdil.voters.proposing import Evidence
from jurdil.voters.sealing import nik_of

BASIS = "PKPU 1/2025 tentang Pemutakhiran Data Pemilih Berkelanjutan"
SHOWN_DIGITS = 4
"""Last digits of the NIK on the list, enough to compare with the card at the door."""
VISITORS = ("anggota", "kasubbag", "operator")
"""Roles of the office whose holders may be sent."""
_COLUMNS = (
    Column("No."),
    Column("Nama, alamat", share=6),
    Column("Lahir", share=2),
    Column("L/P"),
    Column("TPS"),
    Column("NIK", share=2),
    Column("Mengapa didatangi", share=3),
    Column("Hasil dan bukti", share=5),
)


def officers(path: str) -> QuerySet[Account]:
    """Who of a place may be sent today; somebody with two roles is one person."""
    held = held_today(path).filter(role__in=VISITORS)
    return Account.objects.filter(pk__in=held.values("account"), is_active=True)


def letter(
    by: Viewer,
    revision: Revisi,
    officer: Account,
    visits: Sequence[Kunjungan],
    first_day: date,
    last_day: date,
) -> dict[str, Any]:
    """The body of the assignment letter, in Indonesian; it names villages and counts, no voters."""
    with translation.override("id"):
        counts = Counter(visit.village for visit in visits)
        names = places.names(by, counts)
        rows = [
            Line((names.get(village, village), number(count, "id")))
            for village, count in sorted(counts.items())
        ]
        columns = (Column("Desa/kelurahan", wide=True), Column("Kunjungan", figures=True))
        period = name_of(revision.period).id
        return {
            "basis": [BASIS, *([revision.basis] if revision.basis else [])],
            "to": [officer.name],
            "duty": [
                f"Melaksanakan pencocokan dan penelitian terbatas (coktas) {period} terhadap "
                f"{len(visits)} pemilih di desa/kelurahan dalam daftar di bawah.",
                f"Waktu pelaksanaan {first_day:%d-%m-%Y} sampai dengan {last_day:%d-%m-%Y}.",
                "Mencatat hasil setiap kunjungan beserta buktinya dan melaporkannya.",
            ],
            "closing": ["Demikian surat tugas ini untuk dilaksanakan dengan penuh tanggung jawab."],
            "tables": [table("Daftar desa/kelurahan", columns, rows)],
        }


def visit_list(by: Viewer, revision: Revisi, visits: Sequence[Kunjungan]) -> bytes:
    """The visits as PDF, village by village, with room for the result."""
    with translation.override("id"):
        persons = [visit.pemilih_id for visit in visits]
        present = PemilihVersi.objects.filter(pemilih__in=persons, until_rev__isnull=True)
        versions = {version.pemilih_id: version for version in present}
        names = places.names(by, {visit.village for visit in visits})
        ordered = sorted(visits, key=lambda one: (one.village, _home(versions[one.pemilih_id])))
        rows, village = [], ""
        for at, visit in enumerate(ordered, 1):
            if visit.village != village:
                village = visit.village
                rows.append(band(names.get(village, village)))
            rows.append(_line(at, visit, versions[visit.pemilih_id]))
        officers = {visit.assignment.officer.name for visit in visits if visit.assignment}
        return pdf(
            Paper(
                title=f"Daftar kunjungan coktas {name_of(revision.period).id}",
                facts=(
                    ("Petugas", ", ".join(sorted(officers)) or "belum ditugaskan"),
                    ("Jumlah kunjungan", number(len(visits), "id")),
                ),
                sections=(Section(columns=_COLUMNS, rows=tuple(rows), tall=True),),
                notes=(
                    "Memuat data pribadi. Simpan sendiri, jangan difoto atau dibagikan; kembalikan "
                    "ke kantor setelah selesai.",
                ),
                flipped=True,
            )
        )


def with_evidence(report: Report, evidence: Evidence) -> Report:
    """The report with the evidence whose file is kept."""
    return replace(report, evidence=evidence)


def _line(at: int, visit: Kunjungan, version: PemilihVersi) -> Line:
    home = f"{version.address}, RT {version.rt or '-'}/RW {version.rw or '-'}"
    born = version.born.strftime("%d-%m-%Y") if version.born else version.born_text
    nik = nik_of(version)
    why = str(Kunjungan.Why(visit.why).label)
    return Line(
        (
            str(at),
            f"{version.name}\n{home}",
            born,
            version.sex,
            version.tps.partition("/")[2] or "-",
            f"…{nik[-SHOWN_DIGITS:]}" if nik else "-",
            f"{why}. {visit.note}" if visit.note else why,
            "",
        )
    )


def _home(version: PemilihVersi) -> str:
    return version.sort_key
