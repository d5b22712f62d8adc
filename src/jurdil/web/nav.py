"""Navigation: rooms register their links here, the frame shows those the viewer has a right to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import policy
from jurdil.kernel.roles import BAWASLU
from jurdil.kernel.viewer import Viewer

MY_WORK, BEFORE, VOTING, OVERSIGHT, PUBLIC, OFFICE = (
    "kerja",
    "sebelum",
    "pemungutan",
    "pengawasan",
    "publik",
    "kantor",
)
PORTAL = "portal"
"""The portal's own links, shown in the public shell only."""

GROUPS: dict[str, str | Promise] = {
    MY_WORK: _("Kerja saya"),
    BEFORE: _("Sebelum hari pemungutan"),
    VOTING: _("Hari pemungutan dan hasil"),
    OVERSIGHT: _("Pengawasan"),
    PUBLIC: _("Publik"),
    OFFICE: _("Kantor"),
}
MOST_IN_BAR = 3
"""The phone's bottom bar holds four: these and the menu."""


@dataclass(frozen=True)
class NavLink:
    """A link of the left column.

    `right` is a code of the rights matrix, '' for a page open to all. `badge` counts what waits
    for this viewer. `bar` puts the link into the phone's bottom bar, lowest first.
    """

    group: str
    order: int
    label: str | Promise
    url_name: str
    right: str = ""
    icon: str = "chevron-right"
    badge: Callable[[Viewer], int] | None = None
    bar: int | None = None


@dataclass(frozen=True)
class Shown:
    """A link as the template prints it; `current` is '', 'page' or 'true' (a page below it)."""

    label: str | Promise
    url: str
    icon: str
    current: str
    badge: int = 0


@dataclass(frozen=True)
class Group:
    code: str
    heading: str | Promise
    links: tuple[Shown, ...]


_links: list[NavLink] = []


def register(*links: NavLink) -> None:
    """Add links. Raises ValueError for an unknown group or a link registered twice."""
    for link in links:
        if link.group not in GROUPS and link.group != PORTAL:
            raise ValueError(f"{link.url_name}: there is no navigation group {link.group}")
        if any((known.group, known.url_name) == (link.group, link.url_name) for known in _links):
            raise ValueError(f"{link.url_name} is already in the navigation")
        _links.append(link)


def unregister(url_name: str) -> None:
    """Take a link out again (tests)."""
    _links[:] = [link for link in _links if link.url_name != url_name]


def groups(request: HttpRequest, viewer: Viewer) -> tuple[Group, ...]:
    """The left column for a viewer, empty groups left out, a group of one without heading."""
    found = []
    allowed = _allowed(viewer)
    for code, heading in _headings(viewer):
        shown = _shown([link for link in allowed if link.group == code], request, viewer)
        if shown:
            found.append(Group(code, heading if len(shown) > 1 else "", shown))
    return tuple(found)


def _headings(viewer: Viewer) -> list[tuple[str, str | Promise]]:
    """The groups in their order; the overseer's own work stands above what he watches."""
    if viewer.house != BAWASLU:
        return list(GROUPS.items())
    return sorted(GROUPS.items(), key=lambda group: group[0] not in (MY_WORK, OVERSIGHT))


def bar(request: HttpRequest, viewer: Viewer) -> tuple[Shown, ...]:
    """The links of the phone's bottom bar; the menu follows them."""
    # The bar shows no badges, so nobody counts for it.
    chosen = [replace(link, badge=None) for link in _allowed(viewer) if link.bar is not None]
    chosen.sort(key=lambda link: link.bar or 0)
    return _shown(chosen[:MOST_IN_BAR], request, viewer)


def portal(request: HttpRequest, viewer: Viewer) -> tuple[Shown, ...]:
    """The links of the public shell."""
    chosen = [link for link in _allowed(viewer) if link.group == PORTAL]
    return _shown(chosen, request, viewer)


def _allowed(viewer: Viewer) -> list[NavLink]:
    links = [link for link in _links if not link.right or policy.allows(viewer, link.right)]
    return sorted(links, key=lambda link: (link.order, link.url_name))


def _shown(links: Sequence[NavLink], request: HttpRequest, viewer: Viewer) -> tuple[Shown, ...]:
    urls = [reverse(link.url_name) for link in links]
    here = _current(request.path, urls)
    return tuple(
        Shown(
            label=link.label,
            url=url,
            icon=link.icon,
            current=_mark(url, here, request.path),
            badge=link.badge(viewer) if link.badge else 0,
        )
        for link, url in zip(links, urls, strict=True)
    )


def _current(path: str, urls: Sequence[str]) -> str:
    """The link that leads closest to this page: the longest one that its address begins with."""
    above = [url for url in urls if path == url or (url != "/" and path.startswith(url))]
    return max(above, key=len, default="")


def _mark(url: str, here: str, path: str) -> str:
    if url != here:
        return ""
    return "page" if url == path else "true"
