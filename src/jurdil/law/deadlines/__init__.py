"""Deadlines of the law: rules as data, one engine, and each result explained.

`load_deadlines("pemilu-2024")` gives the rules, `due` computes one, `recompute` all of them from
the triggers known so far.
"""

from __future__ import annotations

from jurdil.law.deadlines.engine import Change, changes, desk_hours, due, recompute
from jurdil.law.deadlines.explain import figure_of, formula
from jurdil.law.deadlines.model import (
    DeadlineRule,
    Desk,
    Due,
    Effect,
    Ground,
    Mode,
    Moment,
    Step,
    TimeUnit,
    Trigger,
    TriggerNeedsTime,
    Waiting,
    ZonePolicy,
)
from jurdil.law.deadlines.reader import (
    load_deadlines,
    load_desks,
    load_grounds,
    load_triggers,
)

__all__ = [
    "Change",
    "DeadlineRule",
    "Desk",
    "Due",
    "Effect",
    "Ground",
    "Mode",
    "Moment",
    "Step",
    "TimeUnit",
    "Trigger",
    "TriggerNeedsTime",
    "Waiting",
    "ZonePolicy",
    "changes",
    "desk_hours",
    "due",
    "figure_of",
    "formula",
    "load_deadlines",
    "load_desks",
    "load_grounds",
    "load_triggers",
    "recompute",
]
