"""The room's acts, by concern."""

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
    "clear_flag",
    "close_post",
    "decide_event",
    "decide_signal",
    "drop_kpu_risk",
    "flag_tps",
    "keep_run",
    "note_aght",
    "note_event",
    "note_kpu_risk",
    "note_post",
    "plan_prevention",
    "propose",
    "record_published",
    "report_prevention",
    "step_aght",
    "withdraw_event",
    "write_day",
]
