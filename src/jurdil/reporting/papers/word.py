"""The report as DOCX, so that an office that numbers its papers in Srikandi can take it along."""

import io
from collections.abc import Iterable
from typing import Any

from jurdil.kernel.documents.sheet import letterhead
from jurdil.kernel.models import Office

MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LANGUAGE = "id-ID"
PAGE = (210, 297)
MARGINS = {"left_margin": 25, "right_margin": 20, "top_margin": 20, "bottom_margin": 20}
"""Millimetres of the sheet and around the text, as the papers of the house have them."""
ROOM = 165
"""Millimetres between the margins, which the columns of a table divide."""
INK = 0x11, 0x11, 0x11
NO_SIGNS = "\ufffe\uffff"
UNCONFIRMED = "Belum dikonfirmasi pada naskah peraturan:"


def docx(
    title: str, body: dict[str, Any], signers: tuple[str, ...], unconfirmed: Iterable[str] = ()
) -> bytes:
    """Cover, contents, numbered chapters with tables, places to sign; the chapters of the PDF."""
    # Loading the XML library takes a while, and few pages need it.
    from docx import Document

    made = Document()
    head = letterhead(Office.objects.get())
    made.core_properties.title = _plain(title)[:255]
    made.core_properties.author = head["name"][:255]
    made.core_properties.language = LANGUAGE
    _sheet(made, title)
    _cover(made, [head["name"], body["heading"], title, body["period"], *body["cover"]])
    chapters = [*_numbered(body["sections"]), ("", "Tanda tangan", 1, None)]
    _contents(made, chapters)
    for number, name, level, one in chapters:
        made.add_heading(_plain(f"{number} {name}".strip()), level)
        if one is not None:
            _section(made, one)
    _signing(made, signers)
    notes = list(unconfirmed)
    if notes:
        made.add_paragraph(UNCONFIRMED).runs[0].bold = True
    for note in notes:
        made.add_paragraph(_plain(note))
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def _plain(text: str) -> str:
    """Without the signs that XML forbids: control signs and the two that are no characters."""
    return "".join(one for one in text if one in "\n\t" or (one >= " " and one not in NO_SIGNS))


def _numbered(
    sections: Iterable[dict[str, Any]],
) -> list[tuple[str, str, int, dict[str, Any] | None]]:
    """Chapters with their numbers, 1 and 1.1, as the PDF prints them."""
    chapter = part = 0
    found: list[tuple[str, str, int, dict[str, Any] | None]] = []
    for one in sections:
        if one["level"] == 1:
            chapter, part = chapter + 1, 0
        else:
            part += 1
        number = f"{chapter}." if one["level"] == 1 else f"{chapter}.{part}"
        found.append((number, one["title"], one["level"], one))
    return found


def _sheet(made: Any, title: str) -> None:
    """A4, Indonesian for the spell checker, dark headings, title and page number at the foot."""
    from docx.oxml.ns import qn
    from docx.shared import Mm, RGBColor

    section = made.sections[0]
    section.page_width, section.page_height = (Mm(one) for one in PAGE)
    for name, room in MARGINS.items():
        setattr(section, name, Mm(room))
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "Caption"):
        style = made.styles[name]
        style.font.color.rgb = RGBColor(*INK)
        marks = style.element.get_or_add_rPr()
        said = marks.find(qn("w:lang"))
        if said is None:
            said = marks.makeelement(qn("w:lang"), {})
            marks.append(said)
        said.set(qn("w:val"), LANGUAGE)
    foot = section.footer.paragraphs[0]
    foot.add_run(_plain(f"{title} · Halaman "))
    _field(foot, "PAGE", "1")


def _field(paragraph: Any, code: str, shown: str) -> None:
    """A field that the word processor fills in; `shown` stands there until it does."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind, text in (("begin", code), ("separate", shown), ("end", "")):
        run = paragraph.add_run()
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._r.append(mark)
        if kind == "begin":
            asked = OxmlElement("w:instrText")
            asked.set(qn("xml:space"), "preserve")
            asked.text = f" {text} "
            paragraph.add_run()._r.append(asked)
        elif text:
            paragraph.add_run(text)


def _cover(made: Any, lines: list[str]) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    for at, line in enumerate(lines):
        words = _plain(line)
        paragraph = made.add_heading(words, 0) if at == 1 else made.add_paragraph(words)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    made.add_page_break()


def _contents(made: Any, chapters: Iterable[tuple[str, str, int, Any]]) -> None:
    """The contents: a field with the chapters as they stand; the word processor adds the pages."""
    made.add_paragraph("Daftar isi").runs[0].bold = True
    lines = [
        f"{'    ' if level > 1 else ''}{number} {name}".rstrip()
        for number, name, level, _one in chapters
    ]
    _field(made.add_paragraph(), 'TOC \\o "1-2" \\h \\z \\u', _plain("\n".join(lines)))
    made.add_page_break()


def _section(made: Any, one: dict[str, Any]) -> None:
    for line in one["lines"]:
        made.add_paragraph(_plain(line))
    for table in one["tables"]:
        if table["caption"]:
            caption = made.add_paragraph(_plain(table["caption"]), style="Caption")
            caption.paragraph_format.keep_with_next = True
        _table(made, table)
        made.add_paragraph()
    if one["remark"]:
        made.add_paragraph(_plain(f"Catatan {one['remark']['by']}"), style="Intense Quote")
        for line in one["remark"]["lines"]:
            made.add_paragraph(_plain(line))


def _table(made: Any, table: dict[str, Any]) -> None:
    """A table whose head is repeated on every page and whose rows are not broken."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    columns = table["columns"]
    drawn = made.add_table(rows=1, cols=len(columns), style="Table Grid")
    drawn.autofit = False
    _mark(drawn.rows[0], "w:tblHeader")
    for cell, column in zip(drawn.rows[0].cells, columns, strict=True):
        _write(cell, column["name"], strong=True)
    for at, row in enumerate(table["rows"]):
        line = drawn.add_row()
        _mark(line, "w:cantSplit")
        band = len(row) == 1 and len(columns) > 1
        cells = [line.cells[0].merge(line.cells[-1])] if band else line.cells
        for cell, value in zip(cells, row, strict=True):
            _write(cell, value, strong=band or at in table.get("strong", ()))
        for cell, column in zip(line.cells, columns, strict=True):
            if column["figures"] and not band:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _widths(drawn, columns)


def _write(cell: Any, value: str, *, strong: bool = False) -> None:
    cell.text = ""
    run = cell.paragraphs[0].add_run(_plain(value))
    run.bold = strong or None


def _mark(row: Any, name: str) -> None:
    """Set a property of a table's row."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _widths(drawn: Any, columns: list[dict[str, Any]]) -> None:
    """The room of the page by the shares of the columns; one without a share takes two."""
    from docx.shared import Mm

    shares = [one.get("share") or 2 for one in columns]
    for share, column in zip(shares, drawn.columns, strict=True):
        column.width = Mm(ROOM * share / sum(shares))
        for cell in column.cells:
            cell.width = column.width


def _signing(made: Any, signers: tuple[str, ...]) -> None:
    """A row with room for a pen for each who signs."""
    from docx.shared import Mm

    drawn = made.add_table(rows=0, cols=2, style="Table Grid")
    for name in signers:
        row = drawn.add_row()
        row.height = Mm(18)
        _mark(row, "w:cantSplit")
        row.cells[0].text = _plain(name)
