"""Elected members and PAW cases, made ready: states in words, groups by dapil."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from jurdil.seats.queries import CasePage, MemberRow, MembersPage
from jurdil.seats.words import PLACES, REPORTS

PLACE_TAGS = {"terpilih": "ok", "pengganti": "info", "cadangan": "none", "keluar": "bad"}
REPORT_TAGS = {"belum": "bad", "menyusul": "warn", "ada": "ok", "terlambat": "bad"}


@dataclass(frozen=True)
class State:
    """A state in words; `tag` is a state of `lencana`."""

    tag: str
    words: str


@dataclass(frozen=True)
class MemberLine:
    """A member with where he or she stands and the wealth report."""

    row: MemberRow
    state: State
    report: State | None
    url: str


@dataclass(frozen=True)
class MemberGroup:
    """The members of one dapil."""

    name: str
    lines: tuple[MemberLine, ...]


def member_groups(page: MembersPage) -> tuple[MemberGroup, ...]:
    """All members, dapil by dapil."""
    found: dict[str, list[MemberLine]] = {}
    for row in page.rows:
        found.setdefault(row.dapil_name, []).append(_line(page, row))
    return tuple(MemberGroup(name, tuple(lines)) for name, lines in found.items())


def _line(page: MembersPage, row: MemberRow) -> MemberLine:
    key = [page.head.election_id, page.head.contest, row.dapil, row.party, row.number]
    return MemberLine(row, member_state(row), report_state(row), reverse("seats:member", args=key))


def member_state(row: MemberRow) -> State:
    """Where a member stands."""
    if row.standing.sworn:
        return State("frozen", _("Sudah dilantik"))
    place = row.standing.place
    return State(PLACE_TAGS[place], str(PLACES[place]))


def report_state(row: MemberRow) -> State | None:
    """The wealth report of who has a seat; None for all others."""
    if not row.standing.seated:
        return None
    return State(REPORT_TAGS[row.standing.report], str(REPORTS[row.standing.report]))


def paw_crumbs() -> list[tuple[str, str]]:
    """The way down to a page of PAW."""
    return [
        (_("Kursi & Calon Terpilih"), reverse("seats:index")),
        (_("PAW"), reverse("seats:paw")),
    ]


def level(page: CasePage) -> Sequence[tuple[int, str]]:
    """Those who are level for the place that is next, for choosing; nobody when one is next."""
    return [(one.number, f"{one.number}. {one.name}") for one in page.line if one.tied]
