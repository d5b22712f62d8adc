"""What changes in the room, one module per concern."""

from . import plenary
from .entry import NotReady, finish, leave, open_entry, pause, save_draft
from .entry_judging import (
    answer_undo,
    ask_undo,
    confirm_errors,
    decide,
    discard,
    escalate,
    free_lock,
    open_reading,
    send_back,
    set_rule,
)
from .intake import (
    hand_copy,
    move_paper,
    receive_paper,
    record_event,
    set_aside,
    take_back,
)
from .recap import freeze_recap, rebuild
from .review import detect, mark_review

__all__ = [
    "NotReady",
    "answer_undo",
    "ask_undo",
    "confirm_errors",
    "decide",
    "detect",
    "discard",
    "escalate",
    "finish",
    "free_lock",
    "freeze_recap",
    "hand_copy",
    "leave",
    "mark_review",
    "move_paper",
    "open_entry",
    "open_reading",
    "pause",
    "plenary",
    "rebuild",
    "receive_paper",
    "record_event",
    "save_draft",
    "send_back",
    "set_aside",
    "set_rule",
    "take_back",
]
