"""The room's readings."""

from .directory import associations, contact, contacts, institution, institutions, places_of
from .expenses import ceilings, incomplete, paper_file, spj_of, spj_page, spj_rows
from .letters import (
    Wanted,
    all_letters,
    answerable,
    late_letters,
    letter,
    letter_counts,
    letter_file,
    letters,
    origin,
    patterns,
    unregistered,
    waiting_letters,
    years,
)
from .products import product, products, step_file, to_publish
from .terms import handover, handover_pdf, handover_scan, handovers, leaving, successors

__all__ = [
    "Wanted",
    "all_letters",
    "answerable",
    "associations",
    "ceilings",
    "contact",
    "contacts",
    "handover",
    "handover_pdf",
    "handover_scan",
    "handovers",
    "incomplete",
    "institution",
    "institutions",
    "late_letters",
    "leaving",
    "letter",
    "letter_counts",
    "letter_file",
    "letters",
    "origin",
    "paper_file",
    "patterns",
    "places_of",
    "product",
    "products",
    "spj_of",
    "spj_page",
    "spj_rows",
    "step_file",
    "successors",
    "to_publish",
    "unregistered",
    "waiting_letters",
    "years",
]
