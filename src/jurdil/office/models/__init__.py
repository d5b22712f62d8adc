"""Tables of the room, by concern."""

from .directory import Contact, Institution
from .expenses import Ceiling, Spj, SpjLine, SpjPaper, SpjPayment, SpjPerson
from .letters import Disposition, Letter, Numbering
from .products import LegalProduct, ProductStep, ProductTie
from .terms import Handover

__all__ = [
    "Ceiling",
    "Contact",
    "Disposition",
    "Handover",
    "Institution",
    "LegalProduct",
    "Letter",
    "Numbering",
    "ProductStep",
    "ProductTie",
    "Spj",
    "SpjLine",
    "SpjPaper",
    "SpjPayment",
    "SpjPerson",
]
