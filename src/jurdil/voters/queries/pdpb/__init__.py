"""The readings of the quarterly update."""

from .closing import Copy, LockRow, PlenaryPage, lock_log, plenary_page
from .deciding import Desk, PaperGroup, desk
from .figures import Comparison, PlaceFigures, Recap, Told, comparison, recap
from .intake import AgencyRowShown, DeliveryPage, DeliveryRow, deliveries, delivery
from .quarter import Overview, QuarterRow, newest, overview, quarters, suggested_period
from .visits import (
    AssignmentRow,
    Officer,
    PastVisit,
    VisitBoard,
    VisitRow,
    officers,
    visit,
    visit_board,
    visits_to,
)

__all__ = [
    "AgencyRowShown",
    "AssignmentRow",
    "Comparison",
    "Copy",
    "DeliveryPage",
    "DeliveryRow",
    "Desk",
    "LockRow",
    "Officer",
    "Overview",
    "PaperGroup",
    "PastVisit",
    "PlaceFigures",
    "PlenaryPage",
    "QuarterRow",
    "Recap",
    "Told",
    "VisitBoard",
    "VisitRow",
    "comparison",
    "deliveries",
    "delivery",
    "desk",
    "lock_log",
    "newest",
    "officers",
    "overview",
    "plenary_page",
    "quarters",
    "recap",
    "suggested_period",
    "visit",
    "visit_board",
    "visits_to",
]
