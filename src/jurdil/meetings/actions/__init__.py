"""The room's acts, and the steps it offers to acts of other rooms."""

from .attending import attend, check_in, copy_paper, strike
from .doors import add_guests, prepare, require_quorum, tie_minutes
from .inviting import draft_invitation, invite, mark_member, uninvite
from .minutes import draft_minutes, note, note_quorum_basis, settle, summarize
from .planning import add_speaker, attach, change, open_spj, plan_meeting, step
from .voting import strike_vote, vote

__all__ = [
    "add_guests",
    "add_speaker",
    "attach",
    "attend",
    "change",
    "check_in",
    "copy_paper",
    "draft_invitation",
    "draft_minutes",
    "invite",
    "mark_member",
    "note",
    "note_quorum_basis",
    "open_spj",
    "plan_meeting",
    "prepare",
    "require_quorum",
    "settle",
    "step",
    "strike",
    "strike_vote",
    "summarize",
    "tie_minutes",
    "uninvite",
    "vote",
]
