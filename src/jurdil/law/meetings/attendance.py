"""Who counts as being there, when somebody may be entered, and whether the body is quorate."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from jurdil.law.figure import Figure, Input, difference, share
from jurdil.law.meetings.kinds import Notice, Quorum
from jurdil.law.meetings.states import State
from jurdil.law.text import Text


class Presence(StrEnum):
    """How an invited person is there. Whoever has no entry when the meeting ends did not come."""

    PRESENT = "hadir"
    REPRESENTED = "mewakili"
    ONLINE = "daring"


class Way(StrEnum):
    """How the entry was made."""

    CODE = "qr"
    DESK = "meja"
    PAPER = "kertas"


IN_PERSON = frozenset({Presence.PRESENT, Presence.ONLINE})
"""A member of a body is not represented: only these count for its quorum."""


def may_enter(state: State, way: Way, day: date, today: date) -> bool:
    """Whether attendance of a session on `day` may be entered now.

    By code and at the desk on the day itself until the meeting is closed; from the paper list until
    the minutes are signed.
    """
    if state in (State.PLANNED, State.INVITED):
        return day == today
    if state is State.OPEN:
        return day <= today
    return state is State.CLOSED and way is Way.PAPER


def quorate(quorum: Quorum, present: int) -> bool:
    """Whether so many members are enough."""
    return present >= quorum.present


def members_present(quorum: Quorum, present: int) -> Figure:
    """The share of the body's members who are there, with the rule beside it."""
    return share(
        Input(Text("Anggota hadir", "Members present"), present, "daftar hadir"),
        Input(Text("Anggota", "Members"), quorum.members),
        article=quorum.article,
        confirmed=quorum.confirmed,
        formula=Text(
            f"Anggota hadir ÷ anggota; kuorum {quorum.present} dari {quorum.members}",
            f"Members present ÷ members; quorum {quorum.present} of {quorum.members}",
        ),
    )


def short_of_notice(notice: Notice, sent: date, day: date) -> bool:
    """Whether an invitation went out too late."""
    return (day - sent).days < notice.days


def came(there: int, invited: int) -> Figure:
    """The share of the invited who came; absent when nobody was invited."""
    return share(
        Input(Text("Yang datang", "Those who came"), there, "daftar hadir"),
        Input(Text("Yang diundang", "Those invited"), invited),
        article="",
        confirmed=True,
    )


def stayed_away(there: int, invited: int) -> Figure:
    """How many of the invited did not come."""
    return difference(
        Input(Text("Yang diundang", "Those invited"), invited),
        Input(Text("Yang datang", "Those who came"), there, "daftar hadir"),
        article="",
        confirmed=True,
    )
