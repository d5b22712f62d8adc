"""What waits for review, in the order in which it could matter. Reads rows; decides nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jurdil.law import outcome as law
from jurdil.law.outcome import Movable, Reach
from jurdil.results.detecting import movables
from jurdil.results.models import Tinjauan
from jurdil.results.outcomes import Standing

Standings = Mapping[tuple[str, str], Standing]
NOTHING = Reach(False, Fraction(0), None, None, 0, 0)


@dataclass(frozen=True)
class Ranked:
    """A row with how far it reaches, and the outcome it touches (None while no form counts)."""

    row: Tinjauan
    reach: Reach
    standing: Standing | None

    @property
    def decides(self) -> bool:
        return self.standing is not None and self.standing.decides


@dataclass(frozen=True)
class Certainty:
    """How far an outcome is from being certain.

    `waiting` is how many places with doubtful votes are open, `needed` how many of them, in the
    order of the queue, must be reviewed until the rest can change nothing (None: it stays open even
    then). `missing` forms are not in, and together hold at most `missing_votes`; `missing_flip`
    says whether these alone can change the outcome. `flips` counts rows that could by themselves.
    """

    standing: Standing
    waiting: int
    needed: int | None
    missing: int
    missing_votes: int
    missing_flip: bool
    flips: int


def ranked(rows: Iterable[Tinjauan], standings: Standings) -> list[Ranked]:
    """The rows in the order of the queue."""
    found = []
    for row in rows:
        standing = standings.get((row.contest, row.dapil))
        papers = list(movables(row.papers).values())
        reach = law.reach(standing.outcome, papers) if standing and papers else NOTHING
        found.append(Ranked(row, reach, standing))
    return sorted(found, key=_place)


def _place(one: Ranked) -> tuple[object, ...]:
    return (
        *law.urgency(one.reach, one.decides),
        one.row.contest,
        one.row.path,
        one.row.code,
        one.row.pk,
    )


def certainty(standing: Standing, queue: Sequence[Ranked], room: int) -> Certainty:
    """How many reviews make an outcome certain; `room` is what one form that is not in can hold."""
    mine = [
        one
        for one in queue
        if (one.row.contest, one.row.dapil) == (standing.contest, standing.dapil)
    ]
    papers = _once(standing, mine)
    missing = max(0, standing.forms.expected - standing.forms.have)
    absent = [Movable({}, room)] * missing
    return Certainty(
        standing=standing,
        waiting=len(papers),
        needed=law.certain_after(standing.outcome, papers, absent),
        missing=missing,
        missing_votes=missing * room,
        missing_flip=law.reach(standing.outcome, absent).flips,
        flips=sum(1 for one in mine if one.reach.flips),
    )


def _once(standing: Standing, queue: Iterable[Ranked]) -> list[Movable]:
    """Each place once, where it first stands in the queue, with the widest of its bounds."""
    found: dict[str, Movable] = {}
    for one in queue:
        for at, paper in movables(one.row.papers).items():
            if at not in found or _wider(standing, paper, found[at]):
                found[at] = paper
    return list(found.values())


def _wider(standing: Standing, new: Movable, old: Movable) -> bool:
    tightest = min(standing.outcome.contrasts, key=lambda one: one.slack, default=None)
    return tightest is not None and new.moves(tightest) > old.moves(tightest)
