"""What an allocation of seats is made of: quotients, steps, the divisor table, ties, margins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias

Party: TypeAlias = int | str

ARTICLE = "UU 7/2017 Pasal 415 ayat (2) dan (3), Pasal 420"
CONFIRMED = True


class NoVotes(ValueError):
    """There are seats but no votes to share them by."""


class BadDecision(ValueError):
    """A recorded decision does not settle the tie that it is for; the message says why."""


class Disagreement(RuntimeError):
    """Two implementations gave different seats: the result must not be used."""


@dataclass(frozen=True, slots=True)
class Quotient:
    """The votes of a party over one divisor, exact."""

    party: Party
    votes: int
    divisor: int

    @property
    def value(self) -> Fraction:
        """The quotient as an exact fraction."""
        return Fraction(self.votes, self.divisor)


@dataclass(frozen=True, slots=True)
class Step:
    """One seat: its number in the order of quotients, and the quotient that won it.

    `decided` is True for a seat that a recorded decision gave to one of several tied parties.
    """

    seat: int
    quotient: Quotient
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """Seats that the law does not give: equal quotients of more parties than seats are left."""

    seats: int
    quotients: tuple[Quotient, ...]

    @property
    def parties(self) -> tuple[Party, ...]:
        """The tied parties, in the order of the votes as handed in."""
        return tuple(quotient.party for quotient in self.quotients)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the divisor table; `seat` is the number of the seat it won, None for none."""

    quotient: Quotient
    seat: int | None


@dataclass(frozen=True, slots=True)
class Allocation:
    """Seats of one dapil with every quotient that was looked at.

    `rows` is the divisor table by party, in the order of `votes`, one column per entry of
    `divisors`. With a `tie`, `won` holds only the seats that are certain.
    """

    seats: int
    votes: Mapping[Party, int]
    divisors: tuple[int, ...]
    steps: tuple[Step, ...]
    rows: Mapping[Party, tuple[Cell, ...]]
    won: Mapping[Party, int]
    tie: Tie | None

    @property
    def settled(self) -> bool:
        """True when every seat has its party."""
        return self.tie is None

    @property
    def last(self) -> Step | None:
        """The seat won with the lowest quotient; None while nothing is allocated."""
        return self.steps[-1] if self.steps else None


@dataclass(frozen=True, slots=True)
class Margin:
    """How near the last seat is to another party.

    `next` is the highest quotient without a seat of a party other than the last winner. `gain` is
    the least number of votes that `gaining` would need on top of its own, all else as it is, to
    take a seat from another party; `loss` the least number that `losing` would have to lose for
    one of its seats to go to another. None where no number of votes could do it.
    """

    last: Quotient
    next: Quotient | None
    gain: int | None
    gaining: Party | None
    loss: int | None
    losing: Party | None


def divisor(divisors: Sequence[int], at: int) -> int:
    """The divisor number `at` (from 0); the printed ones go on with their last distance.

    Raises ValueError for fewer than two, or when they do not grow.
    """
    return divisor_row(divisors, at + 1)[at]


def divisor_row(divisors: Sequence[int], count: int) -> tuple[int, ...]:
    """The first `count` divisors. Raises ValueError as `divisor`."""
    if len(divisors) < 2 or any(b <= a for a, b in pairwise(divisors)):
        raise ValueError(f"{list(divisors)} is no row of growing divisors")
    if divisors[0] < 1:
        raise ValueError("a divisor is at least 1")
    distance = divisors[-1] - divisors[-2]
    further = (divisors[-1] + distance * step for step in range(1, count - len(divisors) + 1))
    return (*divisors[:count], *further)
