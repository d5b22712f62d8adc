"""The room's readings."""

from .board import board, contest_row, contest_rows, contests_at, recap_lines
from .decisions import decision, decisions
from .entry import entry_page
from .entry_board import entry_board, entry_list, entry_rules, next_form, performance
from .findings import code_counts, findings
from .forms import form_page, form_versions, sources, tps_figures
from .review import review_counts, review_item, review_queue, review_state
from .votes import ContestVotes, DapilVotes, votes_by_dapil, votes_by_place

__all__ = [
    "ContestVotes",
    "DapilVotes",
    "board",
    "code_counts",
    "contest_row",
    "contest_rows",
    "contests_at",
    "decision",
    "decisions",
    "entry_board",
    "entry_list",
    "entry_page",
    "entry_rules",
    "findings",
    "form_page",
    "form_versions",
    "next_form",
    "performance",
    "recap_lines",
    "review_counts",
    "review_item",
    "review_queue",
    "review_state",
    "sources",
    "tps_figures",
    "votes_by_dapil",
    "votes_by_place",
]
