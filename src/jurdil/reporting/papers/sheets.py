"""Printed lists: clippings of a day, the monthly output, the daily sheet. Official papers are
Indonesian."""

from collections.abc import Iterable
from datetime import date

from jurdil.kernel.documents import sheet
from jurdil.kernel.documents.tables import Column, Line
from jurdil.law import formats
from jurdil.law.figure import render
from jurdil.law.reporting import days
from jurdil.law.reporting.clipping import TONES
from jurdil.reporting.records import ClippingRow, DaySheet, Month

NOTHING = ("Nihil.",)
SORTS = {"rapat": "Rapat dan kegiatan", "tahapan": "Tahapan berjalan", "tugas": "Tugas selesai"}


def clippings(day: date, rows: Iterable[ClippingRow]) -> bytes:
    """The articles of a day."""
    kept = [row for row in rows if not row.struck]
    return sheet.pdf(
        sheet.Paper(
            title="Kliping Berita",
            lead=days.written(day),
            facts=(("Jumlah berita", str(len(kept))), ("Perlu jawaban", str(_asking(kept)))),
            sections=(_articles(kept),),
            figures={"day": str(day), "rows": [row.id for row in kept]},
        )
    )


def month(found: Month) -> bytes:
    """The monthly output: articles by tone and outlet, own posts, releases."""
    kept = [row for row in found.clippings if not row.struck]
    name = f"{days.MONTHS[found.month - 1][0].capitalize()} {found.year}"
    tones = [
        Line((TONES[code].id, str(count), render(part, "id"))) for code, count, part in found.tones
    ]
    outlets = [Line((outlet, str(count))) for outlet, count in found.outlets]
    return sheet.pdf(
        sheet.Paper(
            title="Laporan Bulanan Publikasi dan Media",
            lead=name,
            facts=(
                ("Berita tentang kantor", str(len(kept))),
                ("Siaran pers terbit", str(len(found.releases))),
                ("Unggahan sendiri", render(found.posts, "id")),
                ("Tayangan", render(found.views, "id")),
            ),
            sections=(
                _section("Berita menurut nada", _TONE, tones),
                _section("Berita menurut media", _OUTLET, outlets),
                _section("Unggahan menurut kanal", _CHANNEL, _channels(found)),
                _section("Siaran pers", _RELEASE, _releases(found)),
                _articles(kept),
            ),
            figures={"month": name, "articles": [row.id for row in kept]},
        )
    )


def day_sheet(found: DaySheet) -> bytes:
    """What the office did on a day, for whoever asks for it daily."""
    figures = tuple((name.id, render(figure, "id")) for name, figure in found.figures)
    columns = (
        Column("No.", figures=True),
        Column("Jam", share=4),
        Column("Kegiatan", share=9),
        Column("Tempat", share=5),
        Column("Dasar", share=5),
        Column("Keadaan", share=5),
    )
    sections = []
    for sort, title in SORTS.items():
        lines = [one for one in found.lines if one.sort == sort]
        rows = [
            Line(
                (
                    str(at),
                    one.hours or "–",
                    one.text,
                    one.place or "–",
                    one.ground or "–",
                    one.state,
                )
            )
            for at, one in enumerate(lines, 1)
        ]
        sections.append(_section(title, columns, rows))
    return sheet.pdf(
        sheet.Paper(
            title="Lembar Kegiatan Harian",
            lead=days.written(found.day),
            facts=figures,
            sections=tuple(sections),
            flipped=True,
            figures={"day": str(found.day), "lines": [one.text for one in found.lines]},
        )
    )


_TONE = (Column("Nada", share=5), Column("Berita", figures=True), Column("Bagian", figures=True))
_OUTLET = (Column("Media", share=9), Column("Berita", figures=True))
_CHANNEL = (
    Column("Kanal", share=5),
    Column("Unggahan", figures=True, share=3),
    Column("Tayangan", figures=True, share=3),
    Column("Sumber angka", share=6),
)
_RELEASE = (Column("Tanggal", share=3), Column("Judul", share=12))
_ARTICLE = (
    Column("No.", figures=True),
    Column("Media dan tanggal", share=5),
    Column("Judul", share=9),
    Column("Nada", share=3),
    Column("Perlu jawaban", share=3),
    Column("Catatan", share=6),
)


def _articles(kept: list[ClippingRow]) -> sheet.Section:
    rows = [
        Line(
            (
                str(at),
                f"{row.outlet}, {row.published_on:%d-%m-%Y}",
                row.title,
                TONES[row.tone].id,
                _answer(row),
                row.note or row.topic or "–",
            )
        )
        for at, row in enumerate(kept, 1)
    ]
    return _section("Berita", _ARTICLE, rows)


def _answer(row: ClippingRow) -> str:
    if not row.needs_answer:
        return "–"
    return "sudah dijawab" if row.answered else "YA"


def _asking(rows: list[ClippingRow]) -> int:
    return sum(row.needs_answer and not row.answered for row in rows)


def _channels(found: Month) -> list[Line]:
    return [
        Line(
            (
                one.channel,
                formats.number(one.posts, "id"),
                sheet.cell(one.views),
                one.source,
            )
        )
        for one in found.channels
    ]


def _releases(found: Month) -> list[Line]:
    return [Line((f"{row.dated:%d-%m-%Y}", row.title)) for row in found.releases]


def _section(title: str, columns: tuple[Column, ...], rows: list[Line]) -> sheet.Section:
    if not rows:
        return sheet.Section(title, lines=NOTHING)
    return sheet.Section(title, columns, tuple(rows))
