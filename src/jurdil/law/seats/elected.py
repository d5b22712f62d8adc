"""Who takes the seats of a party in a dapil, and by which criterion.

UU 7/2017 and PKPU 6/2024: the most votes, down to the number of seats. The criteria for equal votes
stand in `criteria`; one that cannot be applied, because the votes by place are absent, stops the
order there rather than letting the next one decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from jurdil.law.formats import number as printed
from jurdil.law.seats.criteria import (
    DECISION,
    LIST_ORDER,
    NUMBER,
    SEX,
    UNSETTLED,
    VOTES,
    WOMAN,
    Candidate,
    Criterion,
    Level,
)
from jurdil.law.seats.model import BadDecision
from jurdil.law.text import Text


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a candidate stands where he or she stands: the criterion and what was compared."""

    criterion: Criterion
    text: Text


@dataclass(frozen=True, slots=True)
class Placed:
    """A candidate with the rank in the list, from 1.

    `elected` is None while an open tie decides it.
    """

    rank: int
    candidate: Candidate
    elected: bool | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class OpenTie:
    """`seats` are left for these numbers, whose order cannot be told; `level` is not known."""

    seats: int
    numbers: tuple[int, ...]
    level: Level


@dataclass(frozen=True, slots=True)
class Elected:
    """A list in the order of the law. `unfilled` seats have no candidate left to take them."""

    seats: int
    order: tuple[Placed, ...]
    tie: OpenTie | None
    unfilled: int

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of those who are elected, by rank."""
        return tuple(one.candidate.number for one in self.order if one.elected)


def elect(
    candidates: Sequence[Candidate],
    seats: int,
    levels: Sequence[Level],
    decided: Sequence[int] = (),
) -> Elected:
    """Put one party's candidates in order and give them its `seats`.

    `levels` are those at which the spread counts, from the widest; whether the TPS is among them
    is for the caller to say. Without levels the spread is taken as equal. `decided` are the
    numbers that a recorded decision elects from an open tie. Raises BadDecision, and ValueError
    for a number used twice or negative seats.
    """
    if seats < 0 or len({one.number for one in candidates}) < len(candidates):
        raise ValueError("seats are never negative, and no number stands twice in a list")
    groups = in_order(candidates, levels)
    tie = _open(groups, seats, levels)
    if decided:
        groups = _settled(groups, tie, decided)
        tie = None
    return Elected(seats, _placed(groups, seats, tie), tie, max(seats - len(candidates), 0))


Group = list[tuple[Candidate, Reason]]


def in_order(
    candidates: Sequence[Candidate], levels: Sequence[Level], *, by_list: bool = True
) -> list[Group]:
    """Return the candidates in order, in groups of one; a longer group cannot be told apart.

    `by_list`: when nobody has a vote the order of the list holds, not the criteria for equal votes.
    """
    if by_list and not any(one.votes for one in candidates):
        listed = sorted(candidates, key=lambda one: one.number)
        return [[(one, Reason(LIST_ORDER, LIST_ORDER.name))] for one in listed]
    ranked = sorted(candidates, key=lambda one: -one.votes)
    groups: list[Group] = []
    for _votes, level in groupby(ranked, key=lambda one: one.votes):
        groups += _among_equals(list(level), levels)
    return groups


def _among_equals(equals: list[Candidate], levels: Sequence[Level]) -> list[Group]:
    if len(equals) == 1:
        only = equals[0]
        count = printed(only.votes, "id"), printed(only.votes, "en")
        words = Text(f"{VOTES.name.id}: {count[0]}", f"{VOTES.name.en}: {count[1]}")
        return [[(only, Reason(VOTES, words))]]
    known = next(
        (at for at in range(len(levels)) if any(one.areas(at) is None for one in equals)),
        len(levels),
    )
    used = levels[:known]
    complete = known == len(levels)
    keys = [(_key(one, len(used), complete), one) for one in equals]
    keys.sort(key=lambda pair: pair[0])
    ordered = [
        [one for _key_, one in same] for _found, same in groupby(keys, key=lambda pair: pair[0])
    ]
    return _with_reasons(ordered, used)


def _key(one: Candidate, known: int, complete: bool) -> tuple[int, ...]:
    spread = tuple(-(one.areas(at) or 0) for at in range(known))
    return (*spread, int(one.sex != WOMAN), one.number) if complete else spread


def _with_reasons(ordered: list[list[Candidate]], levels: Sequence[Level]) -> list[Group]:
    """Each with what puts it before the next, the last with what puts it after the one before."""
    parting = [_compared(one[0], other[0], levels) for one, other in pairwise(ordered)]
    parting.append(parting[-1] if parting else Reason(UNSETTLED, UNSETTLED.name))
    groups: list[Group] = []
    for same, reason in zip(ordered, parting, strict=True):
        own = reason if len(same) == 1 else Reason(UNSETTLED, UNSETTLED.name)
        groups.append([(one, own) for one in same])
    return groups


def _compared(one: Candidate, other: Candidate, levels: Sequence[Level]) -> Reason:
    """The first criterion that puts `one` before `other`, both with the same votes."""
    intro = Text(
        f"suara sama ({printed(one.votes, 'id')}), nomor {one.number} mendahului nomor "
        f"{other.number}: ",
        f"equal votes ({printed(one.votes, 'en')}), number {one.number} before number "
        f"{other.number}: ",
    )
    for at, level in enumerate(levels):
        mine, theirs = one.areas(at) or 0, other.areas(at) or 0
        if mine != theirs:
            rule = level.criterion
            return Reason(
                rule,
                Text(
                    f"{intro.id}{rule.name.id}, {mine} berbanding {theirs}",
                    f"{intro.en}{rule.name.en}, {mine} against {theirs}",
                ),
            )
    rule = SEX if one.sex != other.sex else NUMBER
    return Reason(rule, Text(intro.id + rule.name.id, intro.en + rule.name.en))


def _open(groups: list[Group], seats: int, levels: Sequence[Level]) -> OpenTie | None:
    """The group that the last seat falls into, when not all of it gets one."""
    before = 0
    for group in groups:
        left = seats - before
        if 0 < left < len(group):
            people = [one for one, _reason in group]
            missing = next(
                at for at in range(len(levels)) if any(one.areas(at) is None for one in people)
            )
            return OpenTie(left, tuple(sorted(one.number for one in people)), levels[missing])
        before += len(group)
    return None


def _settled(groups: list[Group], tie: OpenTie | None, decided: Sequence[int]) -> list[Group]:
    if tie is None:
        raise BadDecision("there is no open tie; a decision has nothing to settle")
    if len(decided) != tie.seats or len(set(decided)) != len(decided):
        raise BadDecision(f"{tie.seats} seats are open, the decision names {len(decided)}")
    if strangers := set(decided) - set(tie.numbers):
        raise BadDecision(f"not among the tied numbers: {sorted(strangers)}")
    result: list[Group] = []
    for group in groups:
        if {one.number for one, _reason in group} != set(tie.numbers):
            result.append(group)
            continue
        because = Reason(DECISION, DECISION.name)
        result.append([(one, because) for one, _reason in group if one.number in decided])
        result.append([(one, because) for one, _reason in group if one.number not in decided])
    return result


def _placed(groups: list[Group], seats: int, tie: OpenTie | None) -> tuple[Placed, ...]:
    placed: list[Placed] = []
    for group in groups:
        for one, reason in sorted(group, key=lambda pair: pair[0].number):
            rank = len(placed) + 1
            open_ = tie is not None and one.number in tie.numbers
            placed.append(Placed(rank, one, None if open_ else rank <= seats, reason))
    return tuple(placed)
