"""The room's readings."""

from .boards import boards, seat_board, stale_dapil
from .dapil import DapilSeats, dapil_page, seats_of_dapil
from .determined import (
    DeterminationPage,
    determination_page,
    determinations,
    head,
    readiness,
    waiting_clocks,
)
from .national import ThresholdPage, threshold_page, thresholds
from .pairs import PairPage, pair_page
from .paw import CasePage, CaseRow, case_page, cases, replaceable, seated_contests
from .people import (
    MemberPage,
    MemberRow,
    MembersPage,
    ReceiptRow,
    member_page,
    members_page,
    receipts,
)
from .plan import DraftPage, DraftRow, PlansPage, draft_page, kecamatan, plans_page

__all__ = [
    "CasePage",
    "CaseRow",
    "DapilSeats",
    "DeterminationPage",
    "DraftPage",
    "DraftRow",
    "MemberPage",
    "MemberRow",
    "MembersPage",
    "PairPage",
    "PlansPage",
    "ReceiptRow",
    "ThresholdPage",
    "boards",
    "case_page",
    "cases",
    "dapil_page",
    "determination_page",
    "determinations",
    "draft_page",
    "head",
    "kecamatan",
    "member_page",
    "members_page",
    "pair_page",
    "plans_page",
    "readiness",
    "receipts",
    "replaceable",
    "seat_board",
    "seated_contests",
    "seats_of_dapil",
    "stale_dapil",
    "threshold_page",
    "thresholds",
    "waiting_clocks",
]
