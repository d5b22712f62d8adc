"""How many votes would move a seat of a dapil: exact, one party's votes changing at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jurdil.law.seats.model import Allocation, Margin, Party, Quotient, divisor


def margin(made: Allocation, divisors: Sequence[int]) -> Margin | None:
    """Return how near the seats of a settled allocation are to moving; None while a tie is open.

    A seat moves when a quotient without a seat gets above one with a seat. An equal quotient would
    be a tie, which already leaves the result open, so that the numbers are those that reach it.
    """
    if made.tie is not None or made.last is None:
        return None
    last = made.last.quotient
    lowest = {party: _lowest_winning(made, party, divisors) for party in made.votes}
    following = {party: _next(made, party, divisors) for party in made.votes}
    others = [one for party, one in following.items() if party != last.party]
    nearest = max(others, key=lambda one: one.value, default=None)
    gain = min(_gains(lowest, following), default=None, key=lambda pair: pair[0])
    loss = min(_losses(lowest, following), default=None, key=lambda pair: pair[0])
    return Margin(
        last=last,
        next=nearest,
        gain=gain[0] if gain else None,
        gaining=gain[1] if gain else None,
        loss=loss[0] if loss else None,
        losing=loss[1] if loss else None,
    )


def _lowest_winning(made: Allocation, party: Party, divisors: Sequence[int]) -> Quotient | None:
    seats = made.won[party]
    if not seats:
        return None
    return Quotient(party, made.votes[party], divisor(divisors, seats - 1))


def _next(made: Allocation, party: Party, divisors: Sequence[int]) -> Quotient:
    return Quotient(party, made.votes[party], divisor(divisors, made.won[party]))


def _gains(
    lowest: dict[Party, Quotient | None], following: dict[Party, Quotient]
) -> Iterator[tuple[int, Party]]:
    """Votes that each party lacks to reach the lowest winning quotient of another party."""
    for party, mine in following.items():
        targets = [one.value for other, one in lowest.items() if one and other != party]
        if targets:
            needed = _ceil(min(targets) * mine.divisor)
            yield max(needed - mine.votes, 0), party


def _losses(
    lowest: dict[Party, Quotient | None], following: dict[Party, Quotient]
) -> Iterator[tuple[int, Party]]:
    """Votes that each party with a seat can lose until the best of the others reaches it."""
    for party, mine in lowest.items():
        rivals = [one.value for other, one in following.items() if other != party]
        if mine is not None and rivals and max(rivals) > 0:
            kept = max(rivals) * mine.divisor
            yield max(mine.votes - (kept.numerator // kept.denominator), 0), party


def _ceil(value: Fraction) -> int:
    return -(-value.numerator // value.denominator)
