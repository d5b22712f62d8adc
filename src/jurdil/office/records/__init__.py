"""What the room's doors return: frozen rows, safe to hand to other rooms."""

from jurdil.kernel.brought import Upload

from .common import Choice, Origin
from .directory import Contact, InstitutionRow
from .expenses import (
    CeilingRow,
    Lack,
    LineRow,
    NewPerson,
    PaperRow,
    PaymentRow,
    PersonRow,
    SpjPage,
    SpjRow,
)
from .letters import LetterCounts, LetterPage, LetterRow, Order, Paper
from .products import ProductPage, ProductRow, ProductStepRow, TieRow
from .terms import HandoverPage, HandoverRow, OpenThing

__all__ = [
    "CeilingRow",
    "Choice",
    "Contact",
    "HandoverPage",
    "HandoverRow",
    "InstitutionRow",
    "Lack",
    "LetterCounts",
    "LetterPage",
    "LetterRow",
    "LineRow",
    "NewPerson",
    "OpenThing",
    "Order",
    "Origin",
    "Paper",
    "PaperRow",
    "PaymentRow",
    "PersonRow",
    "ProductPage",
    "ProductRow",
    "ProductStepRow",
    "SpjPage",
    "SpjRow",
    "TieRow",
    "Upload",
]
