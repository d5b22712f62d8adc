"""How a decision of a body falls when its members vote."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from jurdil.law.figure import Figure, Input, share
from jurdil.law.meetings.kinds import Quorum
from jurdil.law.text import Text


class Choice(StrEnum):
    """What a member says to a proposal."""

    AGREE = "setuju"
    DIFFER = "berbeda"
    ABSTAIN = "abstain"


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes on one proposal."""

    agree: int
    differ: int
    abstain: int

    @property
    def cast(self) -> int:
        """The members who voted, with those who abstained."""
        return self.agree + self.differ + self.abstain


def tally(choices: Iterable[str]) -> Tally:
    """Count votes. Raises ValueError for a word that is no vote."""
    cast = [Choice(one) for one in choices]
    return Tally(cast.count(Choice.AGREE), cast.count(Choice.DIFFER), cast.count(Choice.ABSTAIN))


def taken(quorum: Quorum, votes: Tally) -> bool:
    """Whether a proposal becomes a decision: so many members of the body agree as its rule asks.

    An abstention agrees to nothing, and two against two decide nothing: no rule on record gives
    the chair a second vote.
    """
    return votes.cast >= quorum.present and votes.agree >= quorum.votes


def in_favour(quorum: Quorum, votes: Tally) -> Figure:
    """The share of the members present who agree, with the rule beside it."""
    return share(
        Input(Text("Suara setuju", "Votes in favour"), votes.agree),
        Input(Text("Anggota yang hadir", "Members present"), votes.cast),
        article=quorum.article,
        confirmed=quorum.confirmed,
        formula=Text(
            f"Suara setuju ÷ anggota yang hadir; keputusan memerlukan {quorum.votes} suara dari "
            f"{quorum.members} anggota",
            f"Votes in favour ÷ members present; a decision takes {quorum.votes} votes of "
            f"{quorum.members} members",
        ),
    )
