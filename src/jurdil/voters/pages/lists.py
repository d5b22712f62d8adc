"""What the pages of any day's list and of differences show, made ready."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jurdil.kernel import clock
from jurdil.kernel.paging import AFTER, Page, decode, page_of
from jurdil.kernel.viewer import Viewer
from jurdil.voters.pages import people
from jurdil.voters.pages.common import code_name, place_name
from jurdil.voters.queries import Comparison, ListOn, Moved, Point, PointChoice
from jurdil.voters.records import VoterRow

PAGE, SHOWN = 50, 60
SINCE = "hari:"

__all__ = [
    "chosen_points",
    "crumbs",
    "day_of",
    "differences",
    "lines",
    "page_of_day",
    "place_name",
    "sums",
]
crumbs, lines = people.crumbs, people.lines


@dataclass(frozen=True)
class Difference:
    """One kind of difference with its first rows; `count` are all."""

    code: str
    count: int
    lines: tuple[tuple[people.Line, str, str], ...]


@dataclass(frozen=True)
class Sums:
    """The villages of a comparison added up."""

    before: int
    now: int
    came: int
    gone: int
    changed: int


def day_of(text: str) -> date:
    """A day from the address; today for what is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return clock.today()


def page_of_day(shown: ListOn, given: Mapping[str, str]) -> Page[VoterRow]:
    """Fifty rows of a list that is read whole, because its order is that of its day."""
    key = decode(given.get(AFTER, ""), int)
    start = max(int(key[0]), 0) if key else 0
    numbered = list(enumerate(shown.rows, 1))[start : start + PAGE + 1]
    page = page_of(numbered, PAGE, lambda one: (one[0],), first=not start, total=shown.total)
    return Page(tuple(row for _at, row in page.rows), page.after, page.first, page.total)


def chosen_points(
    given: Mapping[str, str], choices: Sequence[PointChoice]
) -> tuple[Point | None, Point | None]:
    """The two states that an address asks for; None for one it does not name."""
    return _point(given.get("dari", ""), choices), _point(given.get("ke", ""), choices)


def _point(text: str, choices: Sequence[PointChoice]) -> Point | None:
    if text == "kini":
        return Point(day=clock.today())
    known = {str(one.id): one.id for one in choices}
    return Point(revision=known[text]) if text in known else None


def sums(shown: Comparison) -> Sums:
    """The villages added up; those that a revision did not fix count as nobody."""
    return Sums(
        sum(row.before or 0 for row in shown.rows),
        sum(row.now or 0 for row in shown.rows),
        sum(row.came for row in shown.rows),
        sum(row.gone for row in shown.rows),
        sum(row.changed for row in shown.rows),
    )


def differences(viewer: Viewer, shown: Comparison) -> tuple[Difference, ...]:
    """Who came, went and changed, each with why or what."""
    parts = (("baru", shown.came), ("keluar", shown.gone), ("ubah", shown.changed))
    return tuple(
        Difference(code, len(rows), _lines(viewer, rows[:SHOWN])) for code, rows in parts if rows
    )


def _lines(viewer: Viewer, rows: Sequence[Moved]) -> tuple[tuple[people.Line, str, str], ...]:
    shown = people.lines(viewer, [one.row for one in rows])
    return tuple((line, _why(one), _what(one)) for line, one in zip(shown, rows, strict=True))


def _why(one: Moved) -> str:
    if not one.why:
        return ""
    return code_name(one.regime, "tms", one.why) if one.regime else one.why


def _what(one: Moved) -> str:
    """Which elements differ, by their names."""
    if one.earlier is None:
        return ""
    names = ("name", "born", "sex", "marriage", "address", "rt", "rw", "disability", "ktp")
    pairs = [(getattr(one.earlier, name), getattr(one.row, name)) for name in names]
    return "; ".join(f"{old or '–'} → {new or '–'}" for old, new in pairs if old != new)
