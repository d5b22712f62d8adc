"""The room's acts, by concern."""

from .advice import drop_draft, give_advice, lapse_advice, note_answer, send_advice
from .advice_received import answer_advice
from .risk import (
    decide_event,
    decide_signal,
    drop_kpu_risk,
    keep_run,
    note_event,
    note_kpu_risk,
    propose,
    record_published,
    withdraw_event,
)
from .tps import clear_flag, flag_tps
from .watch import (
    close_post,
    note_aght,
    note_post,
    plan_prevention,
    report_prevention,
    step_aght,
    write_day,
)

__all__ = [
    "answer_advice",
    "clear_flag",
    "close_post",
    "decide_event",
    "decide_signal",
    "drop_draft",
    "drop_kpu_risk",
    "flag_tps",
    "give_advice",
    "keep_run",
    "lapse_advice",
    "note_aght",
    "note_answer",
    "note_event",
    "note_kpu_risk",
    "note_post",
    "plan_prevention",
    "propose",
    "record_published",
    "report_prevention",
    "send_advice",
    "step_aght",
    "withdraw_event",
    "write_day",
]
