"""The recap of a period, as the division reports it. Official papers are Indonesian."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from jurdil.kernel.documents import sheet
from jurdil.kernel.documents.tables import Column, Line
from jurdil.law import formats
from jurdil.law.outreach.attendance import people
from jurdil.law.outreach.states import State
from jurdil.outreach.records import ActivityRow


def recap(rows: Sequence[ActivityRow], first: date, last: date) -> bytes:
    """Activities of a period: the verified ones with their figures, the others by name."""
    done = [row for row in rows if row.counts]
    others = [row for row in rows if not row.counts and row.state != State.CANCELLED]
    facts = (
        ("Masa", f"{formats.day(first, 'id')} sampai {formats.day(last, 'id')}"),
        ("Kegiatan terverifikasi", _count(len(done))),
        ("Peserta (kegiatan yang menghitung)", _count(_people(done))),
        ("Menunggu atau direncanakan", _count(len(others))),
    )
    return sheet.pdf(
        sheet.Paper(
            title="Rekap Kegiatan Sosialisasi dan Pendidikan Pemilih",
            facts=facts,
            sections=(
                _activities(done),
                _grouped("Menurut basis", done, lambda row: row.base_name.id),
                _grouped("Menurut metode", done, lambda row: row.method_name.id),
                _waiting(others),
            ),
            notes=(
                "Hanya kegiatan terverifikasi yang dijumlahkan. Tanda – berarti tidak dihitung, "
                "bukan nol.",
            ),
            signers=sheet.open_places(
                ("Divisi Sosialisasi, Pendidikan Pemilih, Partisipasi Masyarakat dan SDM",)
            ),
            flipped=True,
            figures={
                "first": str(first),
                "last": str(last),
                "rows": [[row.id, row.state, row.came.total] for row in rows],
            },
        )
    )


def _activities(rows: Sequence[ActivityRow]) -> sheet.Section:
    columns = (
        Column("No.", figures=True),
        Column("Tanggal", share=4),
        Column("Kegiatan", share=9),
        Column("Tempat", share=6),
        Column("Basis", share=5),
        Column("Metode", share=5),
        Column("L", figures=True),
        Column("P", figures=True),
        Column("Jumlah", figures=True),
        Column("Disab.", figures=True),
    )
    lines = [
        Line(
            (
                str(at),
                f"{row.held_on:%d-%m-%Y}",
                row.title,
                ", ".join(filter(None, (row.venue, row.place))),
                row.base_name.id,
                row.method_name.id,
                sheet.cell(row.came.men),
                sheet.cell(row.came.women),
                sheet.cell(row.came.total),
                sheet.cell(_disabled(row)),
            )
        )
        for at, row in enumerate(rows, 1)
    ]
    if not lines:
        return sheet.Section("Kegiatan terverifikasi", lines=("Nihil.",))
    sums = [_sum(rows, name) for name in ("men", "women", "total")]
    total = ("", "Jumlah", "", "", "", "", *map(sheet.cell, sums), "")
    return sheet.Section("Kegiatan terverifikasi", columns, (*lines, Line(total, strong=True)))


def _grouped(
    title: str, rows: Sequence[ActivityRow], key: Callable[[ActivityRow], str]
) -> sheet.Section:
    if not rows:
        return sheet.Section(title, lines=("Nihil.",))
    counts = Counter(key(row) for row in rows)
    columns = (
        Column(title.removeprefix("Menurut ").capitalize(), share=8),
        Column("Kegiatan", figures=True, share=2),
        Column("Peserta", figures=True, share=2),
    )
    lines = [
        Line((name, _count(number), _count(_people(row for row in rows if key(row) == name))))
        for name, number in counts.most_common()
    ]
    return sheet.Section(title, columns, tuple(lines))


def _waiting(rows: Sequence[ActivityRow]) -> sheet.Section:
    title = "Belum terhitung"
    if not rows:
        return sheet.Section(title, lines=("Nihil.",))
    columns = (
        Column("Tanggal", share=3),
        Column("Kegiatan", share=9),
        Column("Tempat", share=6),
        Column("Keadaan", share=5),
    )
    lines = [Line((f"{row.held_on:%d-%m-%Y}", row.title, row.place, row.state)) for row in rows]
    return sheet.Section(title, columns, tuple(lines))


def _people(rows: Iterable[ActivityRow]) -> int:
    value = people((row.title, row.came) for row in rows).value
    return value if isinstance(value, int) else 0


def _sum(rows: Sequence[ActivityRow], name: str) -> int | None:
    counted = [getattr(row.came, name) for row in rows if getattr(row.came, name) is not None]
    return sum(counted) if counted else None


def _disabled(row: ActivityRow) -> int | None:
    parts = [n for n in (row.came.disabled_men, row.came.disabled_women) if n is not None]
    return sum(parts) if parts else None


def _count(value: int) -> str:
    return formats.number(value, "id")
