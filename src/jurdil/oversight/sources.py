"""Where a source such as ``case:12`` or ``lhp:7`` leads: concerns name their page once."""

from dataclasses import dataclass

from django.urls import reverse

from jurdil.kernel.policy import allows
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text


@dataclass(frozen=True)
class _Page:
    name: Text
    url_name: str
    right: str


@dataclass(frozen=True)
class Link:
    """A source in words, with its address ('' when the viewer may not open it)."""

    name: Text
    number: str
    url: str


_pages: dict[str, _Page] = {}


def register(code: str, name: Text, url_name: str, *, right: str) -> None:
    """Say which page shows a source of this code. Raises ValueError when it is taken."""
    if code in _pages:
        raise ValueError(f"the source {code} is registered twice")
    _pages[code] = _Page(name, url_name, right)


def codes() -> tuple[str, ...]:
    """The codes that lead somewhere."""
    return tuple(_pages)


def link_of(viewer: Viewer, source: str) -> Link | None:
    """Where a source leads; None for an empty or unknown one."""
    code, _sign, number = source.partition(":")
    page = _pages.get(code)
    if page is None or not number.isdecimal():
        return None
    url = reverse(page.url_name, args=[int(number)]) if allows(viewer, page.right) else ""
    return Link(page.name, number, url)
