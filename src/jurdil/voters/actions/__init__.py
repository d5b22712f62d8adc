from jurdil.voters.plenaries import Handed

from .chain import (
    announce,
    determine,
    fix_source,
    hand_copy,
    hold_plenary,
    open_revision,
    prepare_plenary,
    release,
)
from .coklit import (
    Decided,
    Signed,
    assign_pantarlih,
    decide_coklit,
    enter_coklit,
    enter_coklit_rest,
    prepare_coklit,
)
from .comments import (
    Comment,
    answer_comment,
    comment_publicly,
    propose_from_comment,
    register_comment,
)
from .doubles import judge_double, note_doubles, search_doubles
from .dptb import Elsewhere, Transfer, cancel_transfer, register_in, register_out
from .intake import resume_intake, take_in
from .lists import print_letter, print_transfers, take_copy, take_difference, take_full
from .mapping import adjust_mapping, apply_mapping, draft_mapping, undo_mapping
from .polling import enter_dpk, note_returned, record_dpk, record_notices
from .proposals import accept, propose, reject, withdraw
from .reveal import Numbers, Paper, reveal, see_evidence
from .sampling import draw_sample, note_finding
from .special import (
    SiteRequest,
    add_residents,
    ask_site,
    close_site,
    decide_site,
    drop_residents,
    move_residents,
    place_residents,
)
from .standing import mark, withdraw_mark
from .supervision import Look, close_to_overseer, look, open_to_overseer, take_extract

__all__ = [
    "Comment",
    "Decided",
    "Elsewhere",
    "Handed",
    "Look",
    "Numbers",
    "Paper",
    "Signed",
    "SiteRequest",
    "Transfer",
    "accept",
    "add_residents",
    "adjust_mapping",
    "announce",
    "answer_comment",
    "apply_mapping",
    "ask_site",
    "assign_pantarlih",
    "cancel_transfer",
    "close_site",
    "close_to_overseer",
    "comment_publicly",
    "decide_coklit",
    "decide_site",
    "determine",
    "draft_mapping",
    "draw_sample",
    "drop_residents",
    "enter_coklit",
    "enter_coklit_rest",
    "enter_dpk",
    "fix_source",
    "hand_copy",
    "hold_plenary",
    "judge_double",
    "look",
    "mark",
    "move_residents",
    "note_doubles",
    "note_finding",
    "note_returned",
    "open_revision",
    "open_to_overseer",
    "place_residents",
    "prepare_coklit",
    "prepare_plenary",
    "print_letter",
    "print_transfers",
    "propose",
    "propose_from_comment",
    "record_dpk",
    "record_notices",
    "register_comment",
    "register_in",
    "register_out",
    "reject",
    "release",
    "resume_intake",
    "reveal",
    "search_doubles",
    "see_evidence",
    "take_copy",
    "take_difference",
    "take_extract",
    "take_full",
    "take_in",
    "undo_mapping",
    "withdraw",
    "withdraw_mark",
]
