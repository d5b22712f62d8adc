from jurdil.voters.plenaries import Handed

from .chain import (
    announce,
    determine,
    fix_source,
    hand_copy,
    hold_plenary,
    open_revision,
    prepare_plenary,
    release,
)
from .doubles import judge_double
from .proposals import accept, propose, reject, withdraw
from .reveal import Numbers, reveal

__all__ = [
    "Handed",
    "Numbers",
    "accept",
    "announce",
    "determine",
    "fix_source",
    "hand_copy",
    "hold_plenary",
    "judge_double",
    "open_revision",
    "prepare_plenary",
    "propose",
    "reject",
    "release",
    "reveal",
    "withdraw",
]
