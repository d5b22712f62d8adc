"""What a count decides, and how many votes would decide otherwise: exact whole numbers.

An outcome is held by contrasts: one choice stands before another until so many votes have moved.
For a single winner a contrast is a difference of votes; for seats it is the difference of two
quotients (UU 7/2017 art. 415, 420), written without fractions: `holder` with `v` votes over `d`
stands before `rival` with `w` over `e` as long as `v * e - w * d` is positive. An equal result
counts as moved, because it leaves the outcome open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from jurdil.law.seats import Allocation, NoVotes, Party, checked, divisor
from jurdil.law.seats import margin as seat_margin


class Kind(StrEnum):
    """`winner`: the most votes decide; `seat`: the last seat of a dapil decides."""

    WINNER = "winner"
    SEAT = "seat"


@dataclass(frozen=True, slots=True)
class Contrast:
    """`holder` stands before `rival` by `slack`; a vote lost by the holder takes `per_loss` of it,
    a vote gained by the rival `per_gain`."""

    holder: str
    rival: str
    slack: int
    per_loss: int = 1
    per_gain: int = 1

    def moved(self, loss: int, gain: int) -> int:
        """How much of the slack is gone when the holder loses and the rival gains so many votes."""
        return loss * self.per_loss + gain * self.per_gain


@dataclass(frozen=True, slots=True)
class Outcome:
    """Who stands where with these votes.

    `holder` is the winner, or the party with the last seat; `rival` who could replace it with the
    fewest more votes, `margin` that number. All three are None without votes; with a tie `holder`
    is None, `tied` names who is level and `margin` is 0. `won` are the seats by choice (empty for a
    single winner), `allocation` how they came about.
    """

    kind: Kind
    votes: Mapping[str, int]
    holder: str | None
    rival: str | None
    margin: int | None
    contrasts: tuple[Contrast, ...]
    tied: tuple[str, ...] = ()
    seats: int | None = None
    won: Mapping[str, int] | None = None
    allocation: Allocation | None = None

    @property
    def valid(self) -> int:
        """Votes of all choices together: the denominator of every share."""
        return sum(self.votes.values())


def winner(votes: Mapping[str, int]) -> Outcome:
    """The outcome of a contest that the most votes win.

    A single pair against the empty column is the same comparison of two: more than half of the
    valid votes is more than the column has (UU 10/2016 art. 54D(1)).
    """
    ranked = sorted(votes, key=lambda name: -votes[name])
    if not any(votes.values()):
        return Outcome(Kind.WINNER, dict(votes), None, None, None, ())
    first, others = ranked[0], ranked[1:]
    contrasts = tuple(Contrast(first, other, votes[first] - votes[other]) for other in others)
    level = tuple(name for name in ranked if votes[name] == votes[first])
    rival = others[0] if others else None
    margin = contrasts[0].slack if contrasts else None
    if len(level) > 1:
        return Outcome(Kind.WINNER, dict(votes), None, None, 0, contrasts, level)
    return Outcome(Kind.WINNER, dict(votes), first, rival, margin, contrasts)


def last_seat(votes: Mapping[str, int], seats: int, divisors: Sequence[int]) -> Outcome:
    """The outcome of a dapil: its seats, who has the last one and who is next for it.

    Raises ValueError for negative votes or seats.
    """
    parties: dict[Party, int] = dict(votes.items())
    try:
        made = checked(parties, seats, divisors)
    except NoVotes:
        return Outcome(Kind.SEAT, dict(votes), None, None, None, (), seats=seats)
    won = {str(party): count for party, count in made.won.items()}
    if made.tie is not None:
        level = tuple(str(party) for party in made.tie.parties)
        by = {str(one.party): one.divisor for one in made.tie.quotients}
        contrasts = tuple(
            Contrast(level[0], other, 0, by[other], by[level[0]]) for other in level[1:]
        )
        return Outcome(Kind.SEAT, dict(votes), None, None, 0, contrasts, level, seats, won, made)
    near = seat_margin(made, divisors)
    return Outcome(
        kind=Kind.SEAT,
        votes=dict(votes),
        holder=str(near.last.party) if near else None,
        rival=str(near.gaining) if near and near.gaining is not None else None,
        margin=near.gain if near else None,
        contrasts=_seat_contrasts(made, divisors),
        seats=seats,
        won=won,
        allocation=made,
    )


def after(outcome: Outcome, changes: Mapping[str, int], divisors: Sequence[int] = ()) -> Outcome:
    """The outcome once these votes have come (or, negative, gone). `divisors` as for the seats."""
    names = dict.fromkeys([*outcome.votes, *changes])
    votes = {name: outcome.votes.get(name, 0) + changes.get(name, 0) for name in names}
    if outcome.kind is Kind.SEAT and outcome.seats is not None:
        return last_seat(votes, outcome.seats, divisors)
    return winner(votes)


def _seat_contrasts(made: Allocation, divisors: Sequence[int]) -> tuple[Contrast, ...]:
    """Every party's lowest winning quotient against every other party's next one."""
    votes, won = made.votes, made.won
    found = []
    for holder in votes:
        if not won[holder]:
            continue
        under = divisor(divisors, won[holder] - 1)
        for rival in votes:
            if rival == holder:
                continue
            over = divisor(divisors, won[rival])
            slack = votes[holder] * over - votes[rival] * under
            found.append(Contrast(str(holder), str(rival), slack, over, under))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Movable:
    """A paper whose votes are not certain.

    `counted` are its votes in the sums now (empty: not in). Three bounds, the first that is given:
    `lows` and `highs`, between which every reading of it lies by choice; `off`, by how much figures
    disagree, so that one choice may have so many more or fewer (`sign` 1: only more, -1: only
    fewer); else `paper`, the most votes that the paper can hold in all.
    """

    counted: Mapping[str, int]
    paper: int
    off: int | None = None
    sign: int = 0
    lows: Mapping[str, int] | None = None
    highs: Mapping[str, int] | None = None

    def move(self, contrast: Contrast) -> tuple[int, int]:
        """The loss of the holder and the gain of the rival that take most of the slack."""
        held, rival = self.counted.get(contrast.holder, 0), self.counted.get(contrast.rival, 0)
        if self.lows is not None and self.highs is not None:
            low, high = self.lows.get(contrast.holder, 0), self.highs.get(contrast.rival, 0)
            return held - low, high - rival
        if self.off is not None:
            loss = min(self.off, max(held, 0)) if self.sign <= 0 else 0
            gain = self.off if self.sign >= 0 else 0
            return max((loss, 0), (0, gain), key=lambda pair: contrast.moved(*pair))
        return held, self.paper - rival

    def moves(self, contrast: Contrast) -> int:
        """The most that this paper can take of a contrast's slack; never negative."""
        return max(0, contrast.moved(*self.move(contrast)))


@dataclass(frozen=True, slots=True)
class Reach:
    """How far papers can move an outcome.

    `loss` and `gain` are votes at the contrast they come nearest to; `share` is what they take of
    its slack (None: the slack is 0 and they move some). `flips` says whether that is all of it.
    """

    flips: bool
    share: Fraction | None
    holder: str | None
    rival: str | None
    loss: int
    gain: int

    @property
    def votes(self) -> int:
        """The most votes between holder and rival that can move."""
        return max(0, self.loss + self.gain)


def reach(outcome: Outcome, papers: Sequence[Movable]) -> Reach:
    """How far these papers together can move an outcome. Without any votes yet, any paper can."""
    if not outcome.contrasts:
        size = sum(paper.paper for paper in papers)
        undecided = outcome.holder is None and size > 0
        return Reach(undecided, None if undecided else Fraction(0), None, None, 0, size)
    return max((_against(contrast, papers) for contrast in outcome.contrasts), key=_nearness)


def _against(contrast: Contrast, papers: Sequence[Movable]) -> Reach:
    moves = [paper.move(contrast) for paper in papers if paper.moves(contrast)]
    loss, gain = sum(one[0] for one in moves), sum(one[1] for one in moves)
    moved = contrast.moved(loss, gain)
    share = _share(moved, contrast.slack)
    flips = moved > 0 and moved >= contrast.slack
    return Reach(flips, share, contrast.holder, contrast.rival, loss, gain)


def _nearness(one: Reach) -> tuple[bool, Fraction]:
    return one.share is None, one.share or Fraction(0)


def _share(moved: int, slack: int) -> Fraction | None:
    if not moved:
        return Fraction(0)
    return Fraction(moved, slack) if slack > 0 else None


def urgency(found: Reach, decides: bool) -> tuple[int, bool, Fraction]:
    """The place of a reach in the queue of review, the smallest first.

    First what could by itself change an outcome that is decided here, then what could change who
    leads in the part that is counted here, then the rest; within each, what takes most of the
    slack. What could change something thus never stands behind what cannot.
    """
    step = (0 if decides else 1) if found.flips else 2
    return step, found.share is not None, -(found.share or Fraction(0))


def certain_after(
    outcome: Outcome, papers: Sequence[Movable], besides: Sequence[Movable] = ()
) -> int | None:
    """How many papers, in this order, must be reviewed until the rest cannot move the outcome.

    `besides` are papers that no review settles, as they are not in. None when the outcome is open
    even after all reviews: those alone can move it, there is a tie, or no votes at all.
    """
    if outcome.holder is None:
        return None
    needed = 0
    for contrast in outcome.contrasts:
        left = sum(paper.moves(contrast) for paper in besides)
        if left >= contrast.slack:
            return None
        for at in range(len(papers) - 1, -1, -1):
            left += papers[at].moves(contrast)
            if left >= contrast.slack:
                needed = max(needed, at + 1)
                break
    return needed
