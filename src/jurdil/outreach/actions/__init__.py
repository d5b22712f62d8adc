"""The room's acts, and the steps that other rooms take inside theirs."""

from .activities import (
    cancel_activity,
    change_activity,
    keep_test,
    plan_activity,
    report_activity,
    send_back,
    verify_activity,
)
from .evidence import add_evidence, drop_evidence, open_spj, tie_meeting
from .materials import drop_material, make_material
from .programme import drop_programme, keep_programme, set_target

__all__ = [
    "add_evidence",
    "cancel_activity",
    "change_activity",
    "drop_evidence",
    "drop_material",
    "drop_programme",
    "keep_programme",
    "keep_test",
    "make_material",
    "open_spj",
    "plan_activity",
    "report_activity",
    "send_back",
    "set_target",
    "tie_meeting",
    "verify_activity",
]
