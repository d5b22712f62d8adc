"""Seats of a dapil and who takes them: Sainte-Lague with whole numbers, thresholds, ties, margins.

`checked` allocates twice, by ranking and by rounds, and refuses to answer when the two differ.
"""

from jurdil.law.seats.margins import margin
from jurdil.law.seats.model import (
    ARTICLE,
    Allocation,
    BadDecision,
    Cell,
    Disagreement,
    Margin,
    NoVotes,
    Party,
    Quotient,
    Step,
    Tie,
    divisor,
)
from jurdil.law.seats.ranking import allocate
from jurdil.law.seats.rounds import checked, seats_by_rounds
from jurdil.law.seats.threshold import Sieve, sift

__all__ = [
    "ARTICLE",
    "Allocation",
    "BadDecision",
    "Cell",
    "Disagreement",
    "Margin",
    "NoVotes",
    "Party",
    "Quotient",
    "Sieve",
    "Step",
    "Tie",
    "allocate",
    "checked",
    "divisor",
    "margin",
    "seats_by_rounds",
    "sift",
]
