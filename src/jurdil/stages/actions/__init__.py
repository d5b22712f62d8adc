"""The room's acts."""

from .elections import close_election, open_election
from .events import record_event
from .feeds import make_feed, revoke_feed
from .first_hour import keep_table
from .routine import roll_routine
from .versions import apply_version, recompute
from .waiting import hold, release

__all__ = [
    "apply_version",
    "close_election",
    "hold",
    "keep_table",
    "make_feed",
    "open_election",
    "recompute",
    "record_event",
    "release",
    "revoke_feed",
    "roll_routine",
]
