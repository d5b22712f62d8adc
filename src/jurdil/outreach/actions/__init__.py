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
from .contests import (
    ContestPlan,
    add_juror,
    change_contest,
    close_sheet,
    contest_step,
    plan_contest,
)
from .contests import enter as enter_contest
from .contests import score as score_entry
from .contests import verify as verify_entry
from .evidence import add_evidence, drop_evidence, open_spj, tie_meeting
from .materials import drop_material, make_material
from .observers import Application, Ruling
from .observers import add_person as body_person
from .observers import check as body_check
from .observers import decide as body_decide
from .observers import receive as receive_body
from .observers import strike_person as body_strike
from .observers import take_paper as body_paper
from .observers import take_report as body_report
from .participation import record_applicants, record_score
from .programme import drop_programme, keep_programme, set_target

__all__ = [
    "Application",
    "ContestPlan",
    "Ruling",
    "add_evidence",
    "add_juror",
    "body_check",
    "body_decide",
    "body_paper",
    "body_person",
    "body_report",
    "body_strike",
    "cancel_activity",
    "change_activity",
    "change_contest",
    "close_sheet",
    "contest_step",
    "drop_evidence",
    "drop_material",
    "drop_programme",
    "enter_contest",
    "keep_programme",
    "keep_test",
    "make_material",
    "open_spj",
    "plan_activity",
    "plan_contest",
    "receive_body",
    "record_applicants",
    "record_score",
    "report_activity",
    "score_entry",
    "send_back",
    "set_target",
    "tie_meeting",
    "verify_activity",
    "verify_entry",
]
