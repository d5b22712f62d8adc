"""The frame around every page: what its head, its left column and its foot show."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import cached_property

from jurdil.kernel import clock
from jurdil.kernel.queries import header
from jurdil.kernel.roles import ROLES
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text
from jurdil.web import nav as navigation
from jurdil.web import words

THEME_COOKIE = "tema"
THEMES = ("auto", "light", "dark")


@dataclass(frozen=True)
class Person:
    """The person in the head of the page."""

    name: str
    role: str
    initials: str


class Frame:
    """Computed on use, so that an error page without an office or a viewer still has a frame."""

    def __init__(self, request: HttpRequest):
        self._request = request
        self.office = getattr(request, "office", None)
        self.viewer: Viewer | None = getattr(request, "viewer", None)

    @cached_property
    def theme(self) -> str:
        """The reader's choice; '' follows the system."""
        chosen = self._request.COOKIES.get(THEME_COOKIE, "")
        if chosen not in THEMES:
            chosen = getattr(getattr(self._request, "user", None), "theme", "")
        return chosen if chosen in ("light", "dark") else ""

    @cached_property
    def language(self) -> str:
        return words.language()

    @property
    def shell(self) -> str:
        """The page to extend where staff and visitors read the same content."""
        visitor = self.viewer is None or self.viewer.is_public
        return "web/public.html" if visitor else "web/base.html"

    @cached_property
    def languages(self) -> list[tuple[str, str]]:
        return list(settings.LANGUAGES)

    @cached_property
    def here(self) -> str:
        """Where a switch in the head returns to: this page, if it can be read again."""
        return self._request.get_full_path() if self._request.method == "GET" else "/"

    @cached_property
    def person(self) -> Person | None:
        viewer = self.viewer
        if viewer is None or viewer.is_public:
            return None
        role = ROLES.get(viewer.role)
        name = Text(role.name.id, role.name.en).pick(self.language) if role else ""
        acting = f"{viewer.acting} " if viewer.acting else ""
        return Person(viewer.name, f"{acting}{name}", words.initials(viewer.name))

    @cached_property
    def roles(self) -> tuple[header.RoleChoice, ...]:
        """The person's other roles, to change to; empty when there is only one."""
        if self.person is None or self.viewer is None:
            return ()
        roles = header.own_roles(self.viewer)
        return roles if len(roles) > 1 else ()

    @cached_property
    def elections(self) -> tuple[header.ElectionChoice, ...]:
        return header.running_elections(self.viewer) if self.viewer else ()

    @cached_property
    def election(self) -> header.ElectionChoice | None:
        """The election the viewer looks at; None means all of them together."""
        wanted = self.viewer.election_id if self.viewer else None
        return next((choice for choice in self.elections if choice.id == wanted), None)

    @cached_property
    def training(self) -> bool:
        return bool(self.office and self.office.mode == "latihan")

    @cached_property
    def sample_data(self) -> bool:
        return bool(self.office and self.office.sample_data)

    @cached_property
    def legal_day(self) -> str:
        """The day the training clock shows, when it was moved."""
        moved = self.office is not None and self.office.legal_anchor is not None
        return words.day(clock.today()) if moved else ""

    @cached_property
    def printed_at(self) -> str:
        return words.moment(clock.real())

    @cached_property
    def nav(self) -> tuple[navigation.Group, ...]:
        return navigation.groups(self._request, self.viewer) if self.viewer else ()

    @cached_property
    def bar(self) -> tuple[navigation.Shown, ...]:
        return navigation.bar(self._request, self.viewer) if self.viewer else ()

    @cached_property
    def portal(self) -> tuple[navigation.Shown, ...]:
        return navigation.portal(self._request, self.viewer) if self.viewer else ()


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `frame` in every template."""
    return {"frame": Frame(request)}
