"""The picture of a release for other sites: its title on the office's paper, 1200 by 630."""

import io
from datetime import date

from PIL import Image, ImageDraw, ImageFont

from jurdil.kernel.documents.render import FONTS
from jurdil.law.reporting import days

SIZE = (1200, 630)
EDGE = 72
PAPER, INK, TINTA, MUTED = "#f7f6f2", "#1d1a2b", "#4b2e91", "#5c576b"
LARGEST, SMALLEST, STEP = 72, 40, 4
LINES = 5


def share_image(title: str, office: str, dated: date) -> bytes:
    """A PNG; a long title is set smaller, and cut where even that does not fit."""
    picture = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 20, SIZE[1]), fill=TINTA)
    small = _font("Regular", 30)
    draw.text((EDGE, EDGE - 12), office, font=small, fill=TINTA)
    font, lines = _fitted(draw, " ".join(title.split()))
    top = EDGE + 70
    for line in lines:
        draw.text((EDGE, top), line, font=font, fill=INK)
        top += int(font.size * 1.22)
    draw.text((EDGE, SIZE[1] - EDGE - 24), days.written(dated), font=small, fill=MUTED)
    content = io.BytesIO()
    picture.save(content, "PNG", optimize=True)
    return content.getvalue()


def _fitted(draw: ImageDraw.ImageDraw, title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    for size in range(LARGEST, SMALLEST - 1, -STEP):
        font = _font("Bold", size)
        lines = _wrapped(draw, font, title)
        if len(lines) <= LINES:
            return font, lines
    kept = lines[:LINES]
    return font, [*kept[:-1], f"{kept[-1][:-1]}…"]


def _wrapped(draw: ImageDraw.ImageDraw, font: ImageFont.FreeTypeFont, title: str) -> list[str]:
    room = SIZE[0] - 2 * EDGE
    lines: list[str] = []
    for word in title.split():
        tried = f"{lines[-1]} {word}" if lines else word
        if lines and draw.textlength(tried, font=font) <= room:
            lines[-1] = tried
        else:
            lines.append(word)
    return lines


def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"AtkinsonHyperlegibleNext-{weight}.ttf", size)
