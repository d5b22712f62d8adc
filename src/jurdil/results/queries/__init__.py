"""The room's readings."""

from .board import board, contest_row, contest_rows, contests_at, recap_lines
from .d_hasil import d_hasil_board
from .decisions import decision, decisions
from .desk import Desk, DeskLine, desk, screen, screen_mark
from .disputes import bundle_size, dispute, dispute_bundle, disputes_of
from .entry import entry_page
from .entry_board import entry_board, entry_list, entry_rules, next_form, performance
from .entry_sheets import entry_sheet, entry_sheets
from .findings import code_counts, findings
from .forms import form_page, form_versions, sources, tps_figures
from .intake import (
    intake,
    missing_papers,
    paper_picture,
    papers_aside,
    papers_of,
    sheet_of,
    tps_papers,
)
from .papers import (
    attendance_pdf,
    c_hasil_pdf,
    d_hasil_pdf,
    events_pdf,
    labels_pdf,
    plenary_draft,
    receipt_pdf,
)
from .plenary import (
    attendance,
    closing_papers,
    corrections,
    offered_witnesses,
    sitting_page,
    sittings,
    sittings_offered,
)
from .review import review_counts, review_item, review_queue, review_state
from .review_missing import review_missing
from .revotes import (
    grounds_of,
    revote,
    revote_ballots,
    revote_overview,
    revotes_of,
    revotes_pdf,
)
from .status import status_line, status_of
from .votes import ContestVotes, DapilVotes, votes_by_dapil, votes_by_place

__all__ = [
    "ContestVotes",
    "DapilVotes",
    "Desk",
    "DeskLine",
    "attendance",
    "attendance_pdf",
    "board",
    "bundle_size",
    "c_hasil_pdf",
    "closing_papers",
    "code_counts",
    "contest_row",
    "contest_rows",
    "contests_at",
    "corrections",
    "d_hasil_board",
    "d_hasil_pdf",
    "decision",
    "decisions",
    "desk",
    "dispute",
    "dispute_bundle",
    "disputes_of",
    "entry_board",
    "entry_list",
    "entry_page",
    "entry_rules",
    "entry_sheet",
    "entry_sheets",
    "events_pdf",
    "findings",
    "form_page",
    "form_versions",
    "grounds_of",
    "intake",
    "labels_pdf",
    "missing_papers",
    "next_form",
    "offered_witnesses",
    "paper_picture",
    "papers_aside",
    "papers_of",
    "performance",
    "plenary_draft",
    "recap_lines",
    "receipt_pdf",
    "review_counts",
    "review_item",
    "review_missing",
    "review_queue",
    "review_state",
    "revote",
    "revote_ballots",
    "revote_overview",
    "revotes_of",
    "revotes_pdf",
    "screen",
    "screen_mark",
    "sheet_of",
    "sitting_page",
    "sittings",
    "sittings_offered",
    "sources",
    "status_line",
    "status_of",
    "tps_figures",
    "tps_papers",
    "votes_by_dapil",
    "votes_by_place",
]
