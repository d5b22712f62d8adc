"""From inputs to seats and elected candidates, by the law's functions; nothing is written here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jurdil.law import seats as law
from jurdil.law.regime_types import Contest
from jurdil.seats.electing import Placed, place_list
from jurdil.seats.inputs import Input
from jurdil.seats.models import KeputusanSeri


@dataclass(frozen=True)
class Counted:
    """The seats of a dapil with their steps, and its lists in the order of the law.

    `decided` are the ids of the recorded decisions that were followed.
    """

    made: Input
    allocation: law.Allocation
    margin: law.Margin | None
    lists: Mapping[str, Placed]
    decided: tuple[int, ...]
    digest: str

    @property
    def settled(self) -> bool:
        return self.allocation.settled and not any(one.tied for one in self.lists.values())

    @property
    def won(self) -> dict[str, int]:
        return {str(party): seats for party, seats in self.allocation.won.items()}

    @property
    def elected(self) -> dict[tuple[str, int], int]:
        """Rank in the list by (party, number) of those who are elected."""
        return {
            (party, row.number): row.rank
            for party, placed in self.lists.items()
            for row in placed.rows
            if row.elected
        }


def count(made: Input, contest: Contest, decisions: Sequence[KeputusanSeri]) -> Counted:
    """Calculate a dapil, following those recorded decisions that are for its very ties.

    Both implementations run; raises `law.seats.Disagreement` when they differ, `NoVotes`.
    """
    divisors = contest.divisors or ()
    votes: dict[law.Party, int] = dict(made.votes.items())
    allocation = law.checked(votes, made.seats, divisors)
    used: list[int] = []
    if allocation.tie is not None:
        found = _for_tie(decisions, allocation.tie)
        if found is not None:
            allocation = law.checked(votes, made.seats, divisors, found.chosen)
            used.append(found.pk)
    margin = law.margin(allocation, divisors)
    lists: dict[str, Placed] = {}
    for party, people in made.people.items():
        placed, followed = place_list(
            party, people, allocation.won.get(party, 0), made.spread, decisions
        )
        lists[party] = placed
        used += followed
    asked = [[one.kind, one.party, one.tied, one.chosen] for one in decisions if one.pk in used]
    return Counted(made, allocation, margin, lists, tuple(used), made.digest(divisors, asked))


def described(tie: law.Tie) -> list[list[Any]]:
    """A tie on seats as a decision keeps it: [party, votes, divisor] of each."""
    return [[str(one.party), one.votes, one.divisor] for one in tie.quotients]


def _for_tie(decisions: Sequence[KeputusanSeri], tie: law.Tie) -> KeputusanSeri | None:
    """The last decision that was made on exactly this tie."""
    wanted = described(tie)
    fitting = [
        one
        for one in decisions
        if one.kind == KeputusanSeri.Kind.SEAT
        and one.tied == wanted
        and len(one.chosen) == tie.seats
    ]
    return fitting[-1] if fitting else None
