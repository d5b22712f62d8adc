"""The room's printed papers: agenda of letters, minutes of a handing over, checklist of an SPJ.

Official papers are Indonesian.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from jurdil.kernel import clock, moments
from jurdil.kernel.documents import readers, sheet
from jurdil.kernel.documents.signing import capacity
from jurdil.kernel.documents.tables import Column, Line
from jurdil.kernel.models import Document
from jurdil.law import formats
from jurdil.law.figure import Figure
from jurdil.office.models import Handover
from jurdil.office.records import LetterRow, OpenThing, SpjPage
from jurdil.stages import divisions

DIRECTIONS = {"masuk": "Surat Masuk", "keluar": "Surat Keluar"}
UNDATED = "tanpa tanggal"


def agenda(direction: str, year: int, rows: Sequence[LetterRow]) -> bytes:
    """The agenda of a year as the office keeps it on its shelf."""
    incoming = direction == "masuk"
    columns = (
        Column("Agenda", figures=True),
        Column("Diterima" if incoming else "Dikirim", share=3),
        Column("Nomor dan tanggal surat", share=6),
        Column("Pengirim" if incoming else "Tujuan", share=6),
        Column("Perihal", share=9),
        Column("Keadaan", share=4),
    )
    lines = [
        Line(
            (
                str(row.agenda),
                _short(row.day),
                f"{row.number or '–'}, {_short(row.dated)}",
                row.correspondent,
                row.subject,
                row.state_label,
            )
        )
        for row in sorted(rows, key=lambda row: row.agenda)
    ]
    return sheet.pdf(
        sheet.Paper(
            title=f"Buku Agenda {DIRECTIONS[direction]} Tahun {year}",
            facts=(("Jumlah surat", formats.number(len(rows), "id")),),
            sections=(sheet.Section(columns=columns, rows=tuple(lines)),),
            flipped=True,
            figures={"agenda": direction, "year": year, "rows": [row.id for row in rows]},
        )
    )


def handover(
    made: Handover, tasks: Iterable[OpenThing], waiting: Iterable[Document], *, draft: bool = False
) -> bytes:
    """The minutes with which a role is handed over, to be signed with a pen."""
    division = _division(made.grant.division)
    role = capacity(made.grant.role, made.grant.acting) + division
    first = f"PIHAK PERTAMA: {made.leaving_name}, {role} sampai {_day(made.last_day)}"
    second = (
        f"PIHAK KEDUA: {made.successor_name}, {capacity(made.grant.role, made.acting)}{division}"
    )
    day = _day(made.signed_on) if made.signed_on else "....................."
    opening = (
        f"Pada hari ini, {day}, berdasarkan {made.basis}, kami yang bertanda tangan di bawah ini:",
        first,
        second,
        "PIHAK PERTAMA menyerahkan kepada PIHAK KEDUA, dan PIHAK KEDUA menerima, tugas, tindak "
        "lanjut, dan wewenang menandatangani jabatan tersebut, dengan rincian di bawah ini. Naskah "
        "yang sudah ditandatangani PIHAK PERTAMA tetap berlaku dengan tanda tangannya.",
    )
    sections = [sheet.Section(lines=opening), _tasks(tuple(tasks)), _papers(tuple(waiting))]
    parties = (
        f"PIHAK PERTAMA, {made.leaving_name}",
        f"PIHAK KEDUA, {made.successor_name}",
        "Mengetahui, Ketua atau Sekretaris",
    )
    if made.notes:
        sections.append(sheet.Section("Barang, kunci, dan arsip", lines=_numbered(made.notes)))
    return sheet.pdf(
        sheet.Paper(
            title="Berita Acara Serah Terima Jabatan",
            lead=f"Nomor: {made.number}" if made.number else "Nomor: ....................",
            sections=(*sections, _pens(parties)),
            stamp="KONSEP" if draft else "",
            figures={"handover": made.pk, "number": made.number},
        )
    )


def _tasks(tasks: tuple[OpenThing, ...]) -> sheet.Section:
    if not tasks:
        return sheet.Section("Tugas dan tindak lanjut", lines=("Nihil.",))
    columns = (Column("No.", figures=True), Column("Tugas", share=10), Column("Tenggat", share=3))
    rows = [Line((str(at), one.words, _due(one.due))) for at, one in enumerate(tasks, 1)]
    return sheet.Section("Tugas dan tindak lanjut", columns, tuple(rows))


def _papers(waiting: tuple[Document, ...]) -> sheet.Section:
    title = "Naskah yang menunggu tanda tangan"
    if not waiting:
        return sheet.Section(title, lines=("Nihil.",))
    columns = (Column("No.", figures=True), Column("Naskah", share=10), Column("Keadaan", share=4))
    rows = [
        Line((str(at), readers.title_of(paper), str(paper.get_state_display())))
        for at, paper in enumerate(waiting, 1)
    ]
    return sheet.Section(title, columns, tuple(rows))


def _due(moment: datetime | None) -> str:
    return _day(moments.day_of(moment, clock.zone())) if moment else UNDATED


def _numbered(text: str) -> tuple[str, ...]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return tuple(f"{at}. {line}" for at, line in enumerate(lines, 1))


def checklist(page: SpjPage) -> bytes:
    """Cover and checklist of an expense file, with the budget against what was paid."""
    row = page.row
    state = "LENGKAP" if row.complete else f"KURANG {len(row.lacks)} NASKAH"
    facts = (
        ("Kegiatan", row.title),
        ("Jenis", row.kind_name.id),
        ("Hari", _days(row.held_from, row.held_until)),
        ("Tempat", page.venue or "–"),
        ("Sumber dana", page.source or "–"),
        ("Keadaan", state),
    )
    return sheet.pdf(
        sheet.Paper(
            title="Berkas SPJ",
            lead=row.title,
            facts=facts,
            sections=(
                _checks(page),
                _budget(page),
                _pens(("Penyusun", "Bendahara pengeluaran pembantu")),
            ),
            notes=("Daftar naskah menurut praktik kantor, belum dikonfirmasi dengan aturan.",),
            figures={"spj": row.id, "needed": row.needed, "lacks": len(row.lacks)},
        )
    )


def _checks(page: SpjPage) -> sheet.Section:
    columns = (
        Column("No.", figures=True),
        Column("Naskah", share=8),
        Column("Untuk", share=5),
        Column("Ada"),
        Column("Nomor atau tempat simpan, keterangan", share=7),
    )
    rows = [
        Line(
            (
                str(at),
                one.name.id,
                one.person or "kegiatan",
                "tidak perlu" if one.not_needed else "ada" if one.there else "BELUM",
                one.reference or one.note or "",
            )
        )
        for at, one in enumerate(page.papers, 1)
    ]
    return sheet.Section("Kelengkapan", columns, tuple(rows))


def _budget(page: SpjPage) -> sheet.Section:
    if not page.lines:
        return sheet.Section("RAB dan realisasi", lines=("RAB belum diisi.",))
    columns = (
        Column("Akun"),
        Column("Uraian", share=8),
        Column("Volume", figures=True),
        Column("Harga satuan", figures=True),
        Column("RAB", figures=True),
        Column("Realisasi", figures=True),
        Column("Catatan", share=6),
    )
    rows = [
        Line(
            (
                one.account,
                one.item,
                f"{one.volume} {one.unit}",
                formats.number(one.price, "id"),
                _rupiah(one.planned),
                _rupiah(one.spent),
                " ".join(text.id for text in one.findings),
            )
        )
        for one in page.lines
    ]
    total = ("", "Jumlah", "", "", _rupiah(page.planned), _rupiah(page.spent), "")
    return sheet.Section("RAB dan realisasi", columns, (*rows, Line(total, strong=True)))


def _pens(people: Iterable[str]) -> sheet.Section:
    """Places that are signed with a pen."""
    columns = (
        Column("No.", figures=True),
        Column("Nama", share=6),
        Column("Tanda tangan", share=6),
    )
    rows = [Line((str(at), one, "")) for at, one in enumerate(people, 1)]
    return sheet.Section("Tanda tangan", columns, tuple(rows), tall=True)


def _rupiah(figure: Figure) -> str:
    value = figure.value
    return sheet.ABSENT if value is None else formats.number(value, "id")  # type: ignore[arg-type]


def _division(code: str) -> str:
    return f", {divisions.full(code).id}" if code else ""


def _short(day: date | None) -> str:
    return f"{day:%d-%m-%Y}" if day else "–"


def _day(day: date | None) -> str:
    return formats.day(day, "id") if day else "–"


def _days(first: date, last: date) -> str:
    return _day(first) if first == last else f"{_day(first)} sampai {_day(last)}"
