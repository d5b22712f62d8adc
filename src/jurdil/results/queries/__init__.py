"""The room's readings."""

from .board import board, contest_row, contest_rows, contests_at, recap_lines
from .decisions import decision, decisions
from .findings import code_counts, findings
from .forms import form_page, form_versions, sources, tps_figures

__all__ = [
    "board",
    "code_counts",
    "contest_row",
    "contest_rows",
    "contests_at",
    "decision",
    "decisions",
    "findings",
    "form_page",
    "form_versions",
    "recap_lines",
    "sources",
    "tps_figures",
]
