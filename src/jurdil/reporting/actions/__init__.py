"""The room's acts."""

from .evaluations import draft_report, open_evaluation, remark
from .media import clip, note_channel, send_sheet, strike_clipping
from .press import (
    approve_release,
    drop_release,
    mark_release,
    note_reply,
    publish_release,
    return_release,
    submit_release,
    write_release,
)

__all__ = [
    "approve_release",
    "clip",
    "draft_report",
    "drop_release",
    "mark_release",
    "note_channel",
    "note_reply",
    "open_evaluation",
    "publish_release",
    "remark",
    "return_release",
    "send_sheet",
    "strike_clipping",
    "submit_release",
    "write_release",
]
