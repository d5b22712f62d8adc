"""Drawn papers of the demo, so that who opens a scan sees a page that says it is an example."""

import io
from collections.abc import Sequence
from time import gmtime

from PIL import Image, ImageDraw

LINES = 18
"""So many lines stand below each other; the next ones stand beside them."""


def photo(title: str, lines: Sequence[str]) -> bytes:
    """A sheet as a JPEG."""
    out = io.BytesIO()
    _drawn(title, lines).save(out, "JPEG", quality=80)
    return out.getvalue()


def scan(title: str) -> bytes:
    """A sheet with nothing but its title, as a PDF of the same bytes at every build."""
    out = io.BytesIO()
    _drawn(title, ()).save(out, "PDF", creationDate=gmtime(0), modDate=gmtime(0))
    return out.getvalue()


def _drawn(title: str, lines: Sequence[str]) -> Image.Image:
    sheet = Image.new("RGB", (900, 1200), "white")
    pen = ImageDraw.Draw(sheet)
    pen.text((40, 30), f"CONTOH  {title}", fill="black", font_size=26)
    for at, line in enumerate(lines):
        across, down = divmod(at, LINES)
        pen.text((40 + 430 * across, 90 + 58 * down), line, fill="black", font_size=22)
    return sheet
