"""Facts: figures that rooms offer to reports and press releases, without knowing either.

A room names in its `facts.py` what it can tell about a time: figures with a lasting key, tables.
Whoever writes a report picks them by key, so that a figure is never typed a second time.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from jurdil.kernel import policy
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure
from jurdil.law.text import Text

Cell = str | int | date | Figure | Text | None


@dataclass(frozen=True)
class Asked:
    """What a report is about: an election (None: all of the office's work) and its days."""

    first: date
    last: date
    election_id: int | None = None


@dataclass(frozen=True)
class Fact:
    """A figure with a key that stays the same for ever (``results.ppwp.turnout``).

    `parts` are keys of facts of the same section whose sum it must be; `divisions` whose work it
    tells of, beside those of the section; `public` whether it may stand in a press release;
    `listed` False for one that a table of the section shows too.
    """

    key: str
    name: Text
    figure: Figure
    parts: tuple[str, ...] = ()
    divisions: tuple[str, ...] = ()
    stage: str = ""
    public: bool = True
    listed: bool = True


@dataclass(frozen=True)
class Table:
    """Rows below a head; figures explain themselves on the page and are printed as values."""

    caption: Text
    heads: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Section:
    """What one room tells: empty when it has nothing of that time."""

    facts: tuple[Fact, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True)
class Told:
    """A section with the room's name for it."""

    code: str
    name: Text
    divisions: tuple[str, ...]
    section: Section


@dataclass(frozen=True)
class _Teller:
    code: str
    order: int
    name: Text
    divisions: tuple[str, ...]
    right: str
    tell: Callable[[Viewer, Asked], Section]


_tellers: dict[str, _Teller] = {}


def register(
    code: str,
    name: Text,
    tell: Callable[[Viewer, Asked], Section],
    *,
    order: int,
    right: str,
    divisions: Iterable[str] = (),
) -> None:
    """Offer a section to reports, lower order first. `right` is the reading that it needs;
    without `divisions` it concerns all of them. Raises ValueError for a code that is taken."""
    if code in _tellers:
        raise ValueError(f"the section {code} is registered twice")
    _tellers[code] = _Teller(code, order, name, tuple(divisions), right, tell)


def unregister(code: str) -> None:
    """Take a section out again (tests)."""
    _tellers.pop(code, None)


def told(viewer: Viewer, asked: Asked) -> tuple[Told, ...]:
    """The sections that have something to tell and that the viewer may read.

    Raises ValueError when two facts have one key.
    """
    found: list[Told] = []
    seen: set[str] = set()
    for one in sorted(_tellers.values(), key=lambda each: (each.order, each.code)):
        if not policy.allows(viewer, one.right):
            continue
        section = one.tell(viewer.about(asked.election_id), asked)
        for fact in section.facts:
            if fact.key in seen:
                raise ValueError(f"two facts are called {fact.key}")
            seen.add(fact.key)
        if section.facts or section.tables:
            found.append(Told(one.code, one.name, one.divisions, section))
    return tuple(found)
