"""Sainte-Lague as the law says it: rank all quotients, the highest takes seat 1, and so on.

UU 7/2017 art. 415 and 420, PKPU 6/2024. Quotients are compared as whole numbers over the common
multiple of the divisors, so that nothing is ever rounded.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from jurdil.law.seats.model import (
    Allocation,
    BadDecision,
    Cell,
    NoVotes,
    Party,
    Quotient,
    Step,
    Tie,
    divisor_row,
)


def allocate(
    votes: Mapping[Party, int],
    seats: int,
    divisors: Sequence[int],
    decided: Sequence[Party] = (),
) -> Allocation:
    """Share `seats` of a dapil among the parties in `votes` (party -> valid votes).

    `divisors` begin as the regime prints them (1, 3, 5, 7) and go on. `decided` names the tied
    parties that get the open seats by a recorded decision. Raises NoVotes, BadDecision, and
    ValueError for negative votes or seats.
    """
    _check(votes, seats)
    used = divisor_row(divisors, max(seats, 1))
    multiple = math.lcm(*used)
    weights = [multiple // one for one in used]
    ranked = sorted(
        (
            (-count * weight, order, at, party)
            for order, (party, count) in enumerate(votes.items())
            if count
            for at, weight in enumerate(weights)
        ),
        key=lambda item: item[:3],
    )
    limit = ranked[seats - 1][0] if seats else 0
    certain = [item for item in ranked[:seats] if item[0] < limit]
    level = [item for item in ranked if item[0] == limit] if seats else []
    left = seats - len(certain)
    winners = [(item, False) for item in certain]
    tie = None
    if len(level) == left:
        winners += [(item, False) for item in level]
        _refuse_needless(decided)
    else:
        tied = tuple(Quotient(item[3], votes[item[3]], used[item[2]]) for item in level)
        tie = Tie(left, tied)
        if decided:
            winners += [(item, True) for item in level if item[3] in _settle(tie, decided)]
            tie = None
    steps = tuple(
        Step(seat, Quotient(item[3], votes[item[3]], used[item[2]]), by_decision)
        for seat, (item, by_decision) in enumerate(winners, 1)
    )
    return _allocation(votes, seats, used, steps, tie)


def _check(votes: Mapping[Party, int], seats: int) -> None:
    if seats < 0 or any(count < 0 for count in votes.values()):
        raise ValueError("votes and seats are never negative")
    if seats and not any(votes.values()):
        raise NoVotes(f"{seats} seats and not a single vote")


def _refuse_needless(decided: Sequence[Party]) -> None:
    if decided:
        raise BadDecision("there is no tie; a decision has nothing to settle")


def _settle(tie: Tie, decided: Sequence[Party]) -> frozenset[Party]:
    chosen = frozenset(decided)
    if len(chosen) != len(decided) or len(chosen) != tie.seats:
        raise BadDecision(f"{tie.seats} seats are open, the decision names {len(decided)} parties")
    if strangers := chosen - set(tie.parties):
        raise BadDecision(f"not among the tied parties: {sorted(map(str, strangers))}")
    return chosen


def _allocation(
    votes: Mapping[Party, int],
    seats: int,
    used: tuple[int, ...],
    steps: tuple[Step, ...],
    tie: Tie | None,
) -> Allocation:
    seat_of = {(step.quotient.party, step.quotient.divisor): step.seat for step in steps}
    won = dict.fromkeys(votes, 0)
    for step in steps:
        won[step.quotient.party] += 1
    shown = used[: min(len(used), max(won.values(), default=0) + 1)]
    rows = {
        party: tuple(Cell(Quotient(party, count, one), seat_of.get((party, one))) for one in shown)
        for party, count in votes.items()
    }
    return Allocation(seats, dict(votes), shown, steps, rows, won, tie)
