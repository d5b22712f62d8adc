"""The room's readings."""

from .directory import contacts_to_invite, offer_of_directory
from .doors import attendance_of, counts_of, meetings_about
from .guests import guest_page, matches, scan
from .institutions import institution, institutions
from .lists import (
    kinds_held,
    meetings,
    meetings_between,
    meetings_of_stage,
    upcoming_entries,
)
from .meeting import (
    agenda_stages,
    calendar_entry,
    file_of,
    meeting,
    notes_pdf,
    plan_of,
    title_of,
    voting,
)
from .people import accounts_to_invite, attendance, attendance_pdf, roles_to_invite, wall
from .week import notes_between, open_follow_ups, task_note, week

__all__ = [
    "accounts_to_invite",
    "agenda_stages",
    "attendance",
    "attendance_of",
    "attendance_pdf",
    "calendar_entry",
    "contacts_to_invite",
    "counts_of",
    "file_of",
    "guest_page",
    "institution",
    "institutions",
    "kinds_held",
    "matches",
    "meeting",
    "meetings",
    "meetings_about",
    "meetings_between",
    "meetings_of_stage",
    "notes_between",
    "notes_pdf",
    "offer_of_directory",
    "open_follow_ups",
    "plan_of",
    "roles_to_invite",
    "scan",
    "task_note",
    "title_of",
    "upcoming_entries",
    "voting",
    "wall",
    "week",
]
