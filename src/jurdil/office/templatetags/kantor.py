"""Words that the room's pages print."""

from django import template

from jurdil.kernel.language import say
from jurdil.stages import divisions

register = template.Library()


@register.filter
def divisi(code: str) -> str:
    """The short name of a division or sub-division, '' for none."""
    return say(divisions.short(code)) if code else ""
