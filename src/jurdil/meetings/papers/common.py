"""What the room's papers share. Official papers are Indonesian."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jurdil.kernel import clock, moments
from jurdil.law.meetings.kinds import kind
from jurdil.law.terbilang import named_day, terbilang
from jurdil.meetings.models import Meeting, Session


@dataclass(frozen=True)
class Draft:
    """What a draft is made of; `unconfirmed` are notes printed at its foot."""

    title: str
    body: dict[str, Any]
    unconfirmed: tuple[str, ...] = ()


def hours(session: Session) -> str:
    """`Senin, 3 Februari 2025, 09.00–12.00 WITA`."""
    zone = clock.zone()
    opens, closes = session.opens.astimezone(zone), session.closes.astimezone(zone)
    return f"{day_of(opens)}, pukul {opens:%H.%M}–{closes:%H.%M} {opens:%Z}"


def day_of(moment: datetime) -> str:
    """The day of a moment with its weekday, as papers write it."""
    return named_day(moments.day_of(moment, clock.zone()))


def facts(meeting: Meeting) -> list[tuple[str, str]]:
    """Day and hour of every session, place, agenda: what invitation and lists say."""
    sessions = list(meeting.sessions.all())
    rows = []
    for one in sessions:
        name = "Hari, pukul" if len(sessions) == 1 else f"Sesi {one.number}"
        where = f", {one.venue}" if one.venue else ""
        what = f" ({one.name})" if one.name else ""
        rows.append((name, f"{hours(one)}{where}{what}"))
    rows.append(("Tempat", meeting.venue))
    if meeting.online and meeting.online != meeting.venue:
        rows.append(("Daring", meeting.online))
    return rows


def name_of(meeting: Meeting) -> str:
    """The kind of a meeting in the language of papers."""
    return kind(meeting.kind).name.id


def joined(parts: Iterable[str]) -> str:
    """What is there of some texts, with commas."""
    return ", ".join(part for part in parts if part)


def in_words(number: int) -> str:
    """A number as papers write it: `4 (empat)`."""
    return f"{number} ({terbilang(number)})"
