"""Rows whose height is known before printing: no sign is wider than the table of widths says."""

import io
import json

import pypdf
import typst

from jurdil.kernel.documents import fitting, render
from jurdil.kernel.documents.sheet import Paper, Section, pdf
from jurdil.kernel.documents.tables import Column, Line, band
from tests import factories

COLUMNS = (Column("No.", share=1), Column("Nama", share=4))


def widths(signs: str) -> dict[str, float]:
    """The width of each sign in the house's font, in sizes, as Typst measures it."""
    source = (
        '#set text(font: "Atkinson Hyperlegible Next", size: 100pt)\n'
        "#context [#metadata("
        f"{json.dumps(signs, ensure_ascii=False)}.clusters()"
        ".map(c => (c, measure(c + c).width - measure(c).width))"
        ".map(p => (p.at(0), p.at(1).pt()))) <w>]"
    )
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[render.FONTS]
    )
    found = typst.Compiler(source.encode(), font_paths=fonts).query("<w>", field="value")
    return {sign: width / 100 for sign, width in json.loads(found)[0]}


def test_no_sign_is_wider_than_the_table_says():
    measured = widths("".join(fitting._WIDTHS))
    assert measured.keys() == fitting._WIDTHS.keys()
    too_wide = {s: w for s, w in measured.items() if w > fitting._WIDTHS[s] and s != " "}
    assert too_wide == {}
    ascii_signs = "".join(map(chr, range(33, 127)))
    assert max(widths(ascii_signs).values()) <= fitting._WIDEST


def test_a_row_that_may_wrap_is_measured():
    rows = [Line(("1", "SITI")), Line(("2", "SITI " * 40)), band("RT 001"), Line(("3", "名前"))]
    found = fitting.heights(COLUMNS, rows, 300, 8)
    assert found == [10.56, None, None, None]
    assert fitting.heights((Column("No."), *COLUMNS), rows[:1], 300, 8) == []


def test_nothing_of_a_long_list_is_lost(db):
    factories.office()
    names = [f"ANDI {'MUHAMMAD ' * (n % 7)}NOMOR{n}." for n in range(300)]
    lines = tuple(Line((str(n), name)) for n, name in enumerate(names))
    made = pypdf.PdfReader(
        io.BytesIO(pdf(Paper("Daftar", sections=(Section("", COLUMNS, lines),))))
    )
    text = " ".join("".join(page.extract_text() for page in made.pages).split())
    assert all(f"NOMOR{n}." in text for n in range(300))
