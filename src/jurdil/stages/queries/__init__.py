"""The room's readings."""

from .changes import preview_change, preview_event, preview_recount
from .deadlines import case_clocks, deadline_table
from .feeds import own_feeds, personal_entries, public_entries, stage_entry
from .first_hour import first_hour, holidays_of, kept_content, kept_summary
from .schedule import current, election, elections, openable, schedule, stage
from .versions import compare, versions

__all__ = [
    "case_clocks",
    "compare",
    "current",
    "deadline_table",
    "election",
    "elections",
    "first_hour",
    "holidays_of",
    "kept_content",
    "kept_summary",
    "openable",
    "own_feeds",
    "personal_entries",
    "preview_change",
    "preview_event",
    "preview_recount",
    "public_entries",
    "schedule",
    "stage",
    "stage_entry",
    "versions",
]
