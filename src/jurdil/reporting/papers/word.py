"""The report as DOCX, so that an office that numbers its papers in Srikandi can take it along."""

import io
from typing import Any

from jurdil.kernel.documents.sheet import letterhead
from jurdil.kernel.models import Office

MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def docx(title: str, body: dict[str, Any], signers: tuple[str, ...]) -> bytes:
    """Cover, chapters with tables, places to sign; the same chapters as the PDF."""
    # Loading the XML library takes a while, and few pages need it.
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    made = Document()
    head = letterhead(Office.objects.get())
    made.core_properties.title = _plain(title)[:255]
    made.core_properties.author = head["name"][:255]
    cover = [head["name"], body["heading"], title, body["period"], *body["cover"]]
    for at, line in enumerate(cover):
        paragraph = made.add_heading(line, 0) if at == 1 else made.add_paragraph(_plain(line))
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    made.add_page_break()
    for one in body["sections"]:
        _section(made, one)
    made.add_heading("Tanda tangan", 1)
    signing = made.add_table(rows=0, cols=2, style="Table Grid")
    for name in signers:
        row = signing.add_row().cells
        row[0].text = name
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def _plain(text: str) -> str:
    """Without the control signs that XML forbids."""
    return "".join(sign for sign in text if sign in "\n\t" or sign >= " ")


def _section(made: Any, one: dict[str, Any]) -> None:
    made.add_heading(one["title"], one["level"])
    for line in one["lines"]:
        made.add_paragraph(_plain(line))
    for table in one["tables"]:
        if table["caption"]:
            made.add_paragraph(table["caption"], style="Caption")
        _table(made, table)
    if one["remark"]:
        made.add_paragraph(f"Catatan {one['remark']['by']}", style="Intense Quote")
        for line in one["remark"]["lines"]:
            made.add_paragraph(_plain(line))


def _table(made: Any, table: dict[str, Any]) -> None:
    drawn = made.add_table(rows=1, cols=len(table["columns"]), style="Table Grid")
    for cell, column in zip(drawn.rows[0].cells, table["columns"], strict=True):
        cell.text = ""
        cell.paragraphs[0].add_run(column["name"]).bold = True
    for row in table["rows"]:
        cells = drawn.add_row().cells
        for cell, value in zip(cells, row, strict=False):
            cell.text = _plain(value)
