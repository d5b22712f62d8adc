"""A request once `ViewerMiddleware` has seen it (`request: Request`), and the numbers in one."""

from django.http import HttpRequest

from jurdil.kernel.models import Office
from jurdil.kernel.viewer import Viewer

LONGEST = 18
"""Digits of the largest number that a column of either database takes."""


class Request(HttpRequest):
    """A request with the office that it reached and the viewer who asks."""

    viewer: Viewer
    office: Office


def number_in(text: str) -> int | None:
    """The number that an address or a form holds; None for anything else that was typed there."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST else None
