"""The room's acts, and the steps that other rooms take inside theirs."""

from .budget import copy_ceilings, drop_line, pay, plan_line, reverse_payment, set_ceiling
from .directory import add_entries, end_contact, keep_contact, keep_institution, reveal_contact
from .expenses import (
    drop_person,
    drop_spj,
    hand_in,
    keep_paper,
    keep_person,
    new_spj,
    open_spj,
    spj_paper,
    spj_people,
)
from .letters_in import close_letter, dispose, receive_letter
from .letters_out import correct_letter, draft_letter, note_outgoing, send_letter, set_pattern
from .products import open_product, step_product, tie_products
from .terms import draft_handover, drop_handover, sign_handover

__all__ = [
    "add_entries",
    "close_letter",
    "copy_ceilings",
    "correct_letter",
    "dispose",
    "draft_handover",
    "draft_letter",
    "drop_handover",
    "drop_line",
    "drop_person",
    "drop_spj",
    "end_contact",
    "hand_in",
    "keep_contact",
    "keep_institution",
    "keep_paper",
    "keep_person",
    "new_spj",
    "note_outgoing",
    "open_product",
    "open_spj",
    "pay",
    "plan_line",
    "receive_letter",
    "reveal_contact",
    "reverse_payment",
    "send_letter",
    "set_ceiling",
    "set_pattern",
    "sign_handover",
    "spj_paper",
    "spj_people",
    "step_product",
    "tie_products",
]
