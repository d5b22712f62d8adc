"""What the pages show, made ready: figures that explain themselves, rows, words, links."""

from .board import matrix, states
from .common import crumbs, group_by_election
from .dapil import lists, margin, order, rows, ties
from .determined import changes
from .national import threshold_lines
from .pairs import gate_lines, pair_lines, pair_tie, verdict
from .people import level, member_groups, member_state, paw_crumbs, report_state
from .plan import draft_card, draft_cards, draft_rows, in_force_card

__all__ = [
    "changes",
    "crumbs",
    "draft_card",
    "draft_cards",
    "draft_rows",
    "gate_lines",
    "group_by_election",
    "in_force_card",
    "level",
    "lists",
    "margin",
    "matrix",
    "member_groups",
    "member_state",
    "order",
    "pair_lines",
    "pair_tie",
    "paw_crumbs",
    "report_state",
    "rows",
    "states",
    "threshold_lines",
    "ties",
    "verdict",
]
