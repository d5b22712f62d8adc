"""What changes in the room, one module per concern."""

from . import plenary
from .dispute import (
    apply_ruling,
    claim_tps,
    decide_dispute,
    file_dispute,
    keep_bundle,
    register_dispute,
    take_bundle,
)
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
from .revote import decide_revote, hold_revote, print_notices, propose_revote

__all__ = [
    "NotReady",
    "answer_undo",
    "apply_ruling",
    "ask_undo",
    "claim_tps",
    "confirm_errors",
    "decide",
    "decide_dispute",
    "decide_revote",
    "detect",
    "discard",
    "escalate",
    "file_dispute",
    "finish",
    "free_lock",
    "freeze_recap",
    "hand_copy",
    "hold_revote",
    "keep_bundle",
    "leave",
    "mark_review",
    "move_paper",
    "open_entry",
    "open_reading",
    "pause",
    "plenary",
    "print_notices",
    "propose_revote",
    "rebuild",
    "receive_paper",
    "record_event",
    "register_dispute",
    "save_draft",
    "send_back",
    "set_aside",
    "set_rule",
    "take_back",
    "take_bundle",
]
