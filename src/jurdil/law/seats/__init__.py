"""Seats of a dapil and who takes them: Sainte-Lague with whole numbers, thresholds, ties, margins.

`checked` allocates twice, by ranking and by rounds, and refuses to answer when the two differ.
"""

from jurdil.law.seats.criteria import DESA, KECAMATAN, LEVELS, TPS, Candidate, Criterion, Level
from jurdil.law.seats.elected import Elected, OpenTie, Placed, Reason, elect
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
from jurdil.law.seats.population import Sharing, quota, seats_of_regency, share_out, whole_seats
from jurdil.law.seats.ranking import allocate
from jurdil.law.seats.replacement import PartyList, Succession, succession, time_left
from jurdil.law.seats.rounds import checked, seats_by_rounds
from jurdil.law.seats.threshold import Sieve, needed, sift
from jurdil.law.seats.women import WomenCheck, check_women, women_needed

__all__ = [
    "ARTICLE",
    "DESA",
    "KECAMATAN",
    "LEVELS",
    "TPS",
    "Allocation",
    "BadDecision",
    "Candidate",
    "Cell",
    "Criterion",
    "Disagreement",
    "Elected",
    "Level",
    "Margin",
    "NoVotes",
    "OpenTie",
    "Party",
    "PartyList",
    "Placed",
    "Quotient",
    "Reason",
    "Sharing",
    "Sieve",
    "Step",
    "Succession",
    "Tie",
    "WomenCheck",
    "allocate",
    "check_women",
    "checked",
    "divisor",
    "elect",
    "margin",
    "needed",
    "quota",
    "seats_by_rounds",
    "seats_of_regency",
    "share_out",
    "sift",
    "succession",
    "time_left",
    "whole_seats",
    "women_needed",
]
