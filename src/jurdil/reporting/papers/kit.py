"""The press kit: a ZIP that a journalist can open anywhere."""

import io
import zipfile
from collections.abc import Iterable, Mapping

from django.db.models import Q

from jurdil.kernel import clock, moments
from jurdil.kernel.documents import sheet
from jurdil.kernel.documents.signing import capacity
from jurdil.kernel.documents.tables import Column, Line
from jurdil.kernel.models import Grant, Office
from jurdil.kernel.spreadsheets import as_csv
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import render, render_value
from jurdil.law.reporting import days
from jurdil.reporting import knowing
from jurdil.reporting.models import ReleaseVersion
from jurdil.reporting.records import Offered, ReleaseRow
from jurdil.stages import divisions
from jurdil.stages import queries as stages

RELEASES = 10
OFFICIALS = ("ketua", "bw-ketua", "anggota", "bw-anggota", "sekretaris", "bw-sekretariat")
_STAMP = (2000, 1, 1, 0, 0, 0)
"""The same time for every file, so that the same facts make the same kit."""


def zipped(viewer: Viewer, releases: Iterable[ReleaseRow]) -> bytes:
    """Facts, officials, schedule and the newest releases, with a page that names them all."""
    facts = knowing.offered(knowing.told(viewer, viewer.election_id, clock.today()))
    parts = {
        "baca-dulu.txt": _readme().encode(),
        "fakta.pdf": _sheet(facts),
        "fakta.csv": as_csv(_facts(facts)),
        "pejabat.csv": as_csv(_officials()),
        "jadwal.csv": as_csv(_schedule(viewer)),
    }
    for row in releases:
        parts[f"siaran/{row.slug}.txt"] = _release(row).encode()
    return _archive(parts)


def _archive(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _STAMP), content)
    return out.getvalue()


def _readme() -> str:
    office = Office.objects.get()
    head = [office.name, *(value for value in office.letterhead.values() if value)]
    return "\n".join(
        [
            *head,
            "",
            f"Bahan pers per {days.written(clock.today())}.",
            "fakta.pdf, fakta.csv: angka pokok dengan penyebut dan dasarnya.",
            "pejabat.csv: nama dan jabatan. jadwal.csv: tahapan.",
            "siaran/: siaran pers yang sudah terbit.",
            "Angka yang belum ditetapkan dapat berubah; sebutkan tanggal bahan ini.",
            "",
        ]
    )


def _facts(facts: Iterable[Offered]) -> list[list[str]]:
    return [
        ["kunci", "angka", "nilai", "penyebut", "dasar"],
        *([one.key, one.name.id, render(one.figure, "id"), *_ground(one)] for one in facts),
    ]


def _ground(one: Offered) -> tuple[str, str]:
    whole = one.figure.denominator
    shown = f"{render_value(whole.value, whole.unit, 'id')} {whole.name.id}" if whole else ""
    return shown, one.figure.article


def _sheet(facts: Iterable[Offered]) -> bytes:
    columns = (
        Column("Angka", share=9),
        Column("Nilai", figures=True, share=3),
        Column("Penyebut", share=5),
        Column("Dasar", share=5),
    )
    sections = []
    grouped: dict[str, list[Line]] = {}
    for one in facts:
        whole, ground = _ground(one)
        line = Line((one.name.id, render(one.figure, "id"), whole or "–", ground or "–"))
        grouped.setdefault(one.group.id, []).append(line)
    for name, lines in grouped.items():
        sections.append(sheet.Section(name, columns, tuple(lines)))
    nothing = sheet.Section(lines=("Belum ada angka.",))
    return sheet.pdf(
        sheet.Paper(
            title="Fakta Pokok",
            lead=days.written(clock.today()),
            sections=tuple(sections) or (nothing,),
            figures={"facts": {one.key: render(one.figure, "id") for one in facts}},
        )
    )


def _officials() -> list[list[str]]:
    today = clock.today()
    held = Grant.objects.filter(
        Q(valid_until__isnull=True) | Q(valid_until__gte=today),
        role__in=OFFICIALS,
        path=clock.office_path(),
        valid_from__lte=today,
    ).select_related("account")
    rows = sorted(held, key=lambda one: (OFFICIALS.index(one.role), one.division, one.pk))
    return [
        ["nama", "jabatan", "divisi"],
        *([one.account.name, capacity(one.role, one.acting), _division(one)] for one in rows),
    ]


def _division(one: Grant) -> str:
    return divisions.full(one.division).id if one.division else ""


def _schedule(viewer: Viewer) -> list[list[str]]:
    zone = clock.zone()
    return [
        ["pemilihan", "tahapan", "mulai", "selesai", "dasar"],
        *(
            [
                row.election.id,
                row.span.name.id,
                moments.day_of(row.span.opens, zone).isoformat() if row.span.opens else "",
                moments.day_of(row.span.closes, zone).isoformat() if row.span.closes else "",
                row.span.basis,
            ]
            for row in stages.schedule(viewer)
        ),
    ]


def _release(row: ReleaseRow) -> str:
    version = ReleaseVersion.objects.get(release_id=row.id, number=row.published or 0)
    head = f"{version.city}, {days.written(version.dated)}"
    return f"{version.title}\n\n{head}\n\n{version.text}\n\n{version.contact}\n"
