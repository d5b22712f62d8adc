"""What changes in a plenary sitting, one module per part of the room."""

from .closing import close_contest, record_receipt, sign_recap
from .record import answer_objection, record_event, record_objection
from .room import (
    change_presence,
    prepare_sitting,
    record_attendance,
    record_boxes,
    step_sitting,
)
from .rows import correct_figure, move_row, note_copy, point_screen

__all__ = [
    "answer_objection",
    "change_presence",
    "close_contest",
    "correct_figure",
    "move_row",
    "note_copy",
    "point_screen",
    "prepare_sitting",
    "record_attendance",
    "record_boxes",
    "record_event",
    "record_objection",
    "record_receipt",
    "sign_recap",
    "step_sitting",
]
