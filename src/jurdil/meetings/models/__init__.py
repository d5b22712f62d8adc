"""The room's tables: meetings and their days, who was invited and came, what was noted."""

from .attendance import Attendance, Guest
from .meeting import Agenda, Attachment, Meeting, Session, Speaker, Step
from .minutes import Note
from .votes import Ballot, Vote

__all__ = [
    "Agenda",
    "Attachment",
    "Attendance",
    "Ballot",
    "Guest",
    "Meeting",
    "Note",
    "Session",
    "Speaker",
    "Step",
    "Vote",
]
