"""The second opinion: seat by seat, each to the party that then has the highest quotient.

Written apart from `ranking`: it keeps no list of quotients, compares by cross multiplication, and
finds a tie when more parties share the highest quotient than seats are left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jurdil.law.seats.model import Allocation, Disagreement, NoVotes, Party, divisor_row
from jurdil.law.seats.ranking import allocate


def seats_by_rounds(
    votes: Mapping[Party, int], seats: int, divisors: Sequence[int]
) -> tuple[dict[Party, int], frozenset[Party]]:
    """Return the certain seats by party, and the parties tied for what is left (none: settled)."""
    won = dict.fromkeys(votes, 0)
    used, left = divisor_row(divisors, seats), seats
    while left:
        best = _highest(votes, won, used)
        if len(best) > left:
            return won, frozenset(best)
        for party in best:
            won[party] += 1
        left -= len(best)
    return won, frozenset()


def checked(
    votes: Mapping[Party, int],
    seats: int,
    divisors: Sequence[int],
    decided: Sequence[Party] = (),
) -> Allocation:
    """Allocate by ranking and compare with the rounds, every time.

    Raises Disagreement when the two differ, and as `ranking.allocate`.
    """
    made = allocate(votes, seats, divisors, decided)
    other, tied = seats_by_rounds(votes, seats, divisors)
    for party in decided:
        other[party] += 1
    expected = frozenset() if decided else tied
    if other != dict(made.won) or expected != frozenset(made.tie.parties if made.tie else ()):
        raise Disagreement(f"ranking gives {dict(made.won)}, rounds give {other}, tied {tied}")
    return made


def _highest(
    votes: Mapping[Party, int], won: Mapping[Party, int], used: Sequence[int]
) -> list[Party]:
    best: list[Party] = []
    top, under = 0, 1
    for party, count in votes.items():
        below = used[won[party]]
        here, there = count * under, top * below
        if here > there:
            best, top, under = [party], count, below
        elif here == there and count:
            best.append(party)
    if not best:
        raise NoVotes("no party has a vote")
    return best
