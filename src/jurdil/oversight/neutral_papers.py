"""What a case of neutrality prints: a sheet without any name, and the letter that passes it on."""

from typing import TYPE_CHECKING

from django.utils import translation

from jurdil.kernel import clock
from jurdil.kernel.documents.sheet import Column, Line, Paper, Section, Signer, pdf
from jurdil.law.formats import day as in_words
from jurdil.law.formats import moment as in_moment
from jurdil.law.oversight import neutrality, neutrality_road
from jurdil.oversight import neutral_cases
from jurdil.oversight.models import Neutral
from jurdil.oversight.neutral_records import Opened

if TYPE_CHECKING:
    from jurdil.oversight.queries.neutral import NeutralPage

LANGUAGE, NOTHING = "id", "–"
UNCONFIRMED = "Belum dicocokkan dengan teks peraturannya."
NUMBERED = "Nomor dan tanggal diberikan pada sistem persuratan kantor."
SEALED = "Identitas terlapor disimpan tersegel dan tidak dicetak di lembar ini."


def sheet(page: "NeutralPage") -> Paper:
    """The sheet of a case: facts, evidence with digests, and the steps that were taken."""
    return Paper(
        title="Lembar perkara netralitas",
        lead=page.line.number,
        facts=(*_facts(page), ("Uraian", page.row.facts)),
        sections=(_evidence(page), _steps(page)),
        notes=(SEALED, *_notes(page)),
    )


def letter(row: Neutral, who: Opened) -> Paper:
    """The letter that passes a proven case on to whoever may decide on it."""
    act, person = neutrality.acts()[row.act], neutrality.persons()[row.person]
    to = neutrality_road.addressees()[person.to].name.id
    sanction, basis = neutrality.sanctions().get(row.sanction), neutral_cases.basis(row)
    return Paper(
        title="Penerusan dugaan pelanggaran netralitas",
        lead=f"Kepada: {to}",
        facts=(
            ("Nama", who.name),
            ("NIP, NRP, atau NIK", who.number or NOTHING),
            ("Instansi", row.agency),
            ("Perbuatan", act.name.id),
            ("Dasar", basis.article),
            ("Tanggal kejadian", _day(row.happened_on)),
            ("Penetapan calon", _day(row.determined_on)),
            ("Golongan sanksi menurut lampiran", sanction.name.id if sanction else NOTHING),
        ),
        sections=(
            Section("Uraian", lines=(row.facts,)),
            Section(
                "Permohonan",
                lines=(
                    "Rapat pleno Bawaslu menyimpulkan perbuatan ini terbukti. Mohon "
                    "ditindaklanjuti menurut kewenangan Saudara dan hasilnya disampaikan "
                    "kepada kami.",
                ),
            ),
        ),
        notes=(NUMBERED,) if basis.confirmed and person.confirmed else (NUMBERED, UNCONFIRMED),
        signers=(Signer("Ketua Bawaslu"),),
    )


def letter_pdf(row: Neutral, who: Opened) -> bytes:
    """The letter as PDF."""
    with translation.override(LANGUAGE):
        return pdf(letter(row, who))


def _facts(page: "NeutralPage") -> tuple[tuple[str, str], ...]:
    line, row = page.line, page.row
    after = {True: "sesudah penetapan calon", False: "sebelum penetapan calon", None: NOTHING}
    return (
        ("Sumber", str(row.get_source_display())),
        ("Golongan terlapor", line.person.name.id),
        ("Instansi", row.agency),
        ("Perbuatan", line.act.name.id),
        ("Dasar", line.basis.article),
        ("Tanggal kejadian", _day(row.happened_on)),
        ("Tanggal diketahui", _day(row.known_on)),
        ("Penetapan calon", _day(page.determined.day if page.determined else None)),
        ("Waktu perbuatan", after[page.after]),
        ("Golongan sanksi menurut lampiran", line.sanction.name.id if line.sanction else NOTHING),
        ("Keadaan", line.state.name.id),
    )


def _evidence(page: "NeutralPage") -> Section:
    rows = tuple(
        Line((one.title, _moment(one.captured_at), one.sha256 or NOTHING)) for one in page.proofs
    )
    heads = (Column("Bukti", wide=True), Column("Ditangkap"), Column("SHA-256", wide=True))
    return Section("Bukti", heads, rows) if rows else Section("Bukti", lines=("Belum ada.",))


def _steps(page: "NeutralPage") -> Section:
    rows = tuple(
        Line(
            (
                _day(one.on),
                one.name.name.id,
                one.letter or one.reference or NOTHING,
                one.note or NOTHING,
            )
        )
        for one in page.steps
    )
    heads = (
        Column("Tanggal"),
        Column("Langkah", wide=True),
        Column("Surat"),
        Column("Catatan"),
    )
    if not rows:
        return Section("Perjalanan", lines=("Belum ada langkah.",))
    return Section("Perjalanan", heads, rows)


def _notes(page: "NeutralPage") -> tuple[str, ...]:
    return () if page.line.basis.confirmed else (UNCONFIRMED,)


def _day(value) -> str:
    return in_words(value, LANGUAGE) if value else NOTHING


def _moment(value) -> str:
    return in_moment(value.astimezone(clock.zone()), LANGUAGE) if value else NOTHING
