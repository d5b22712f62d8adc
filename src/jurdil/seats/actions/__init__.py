"""The room's acts."""

from .count import CountResult, count_seats, decide_tie
from .determine import determine
from .paw import answer_paw, check_paw, register_paw
from .people import propose, record
from .plan import (
    draft_dapil,
    note_test,
    record_dapil_decision,
    record_population,
    settle_draft,
)

__all__ = [
    "CountResult",
    "answer_paw",
    "check_paw",
    "count_seats",
    "decide_tie",
    "determine",
    "draft_dapil",
    "note_test",
    "propose",
    "record",
    "record_dapil_decision",
    "record_population",
    "register_paw",
    "settle_draft",
]
