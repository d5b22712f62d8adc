"""Words and cells that the room's pages print."""

from datetime import date

from django import template

from jurdil.kernel.facts import Cell
from jurdil.kernel.language import say
from jurdil.law import formats
from jurdil.law.figure import Figure
from jurdil.law.text import Text
from jurdil.reporting import pages
from jurdil.web import words

register = template.Library()


@register.simple_tag
def keadaan(code: str) -> str:
    """A standing in words."""
    return pages.standing_name(code)


@register.filter
def berangka(cell: Cell) -> bool:
    """Whether a cell is a figure that explains itself."""
    return isinstance(cell, Figure)


@register.filter
def sel(cell: Cell) -> str:
    """A plain cell in the reader's language; a dash for nothing."""
    if cell is None or cell == "" or isinstance(cell, Figure):
        return "–"
    if isinstance(cell, Text):
        return say(cell)
    if isinstance(cell, date):
        return formats.day(cell, words.language())
    return formats.number(cell, words.language()) if isinstance(cell, int) else cell
