"""What a guest sees: the page of the meeting, and with a pass the names to choose from.

Whoever has the code of a meeting sees its title, hours, place and agenda. Names appear only to a
phone that scanned the wall, and only those that match what was typed.
"""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Refused, query
from jurdil.kernel.viewer import Viewer
from jurdil.law.meetings import titles
from jurdil.law.meetings.kinds import kind
from jurdil.law.text import Text
from jurdil.meetings import codes
from jurdil.meetings.models import Guest, Meeting, Session
from jurdil.meetings.reading import entries_of, hours
from jurdil.stages.queries.feeds import Entry

LEAST, MOST = 3, 8
"""Letters to type before names are shown, and names shown at most."""


@dataclass(frozen=True)
class GuestSession:
    """A session as a guest sees it."""

    id: int
    number: int
    name: str
    venue: str
    opens: datetime
    closes: datetime
    hours: str


@dataclass(frozen=True)
class GuestPage:
    """A meeting as a guest sees it, without any name of another guest."""

    title: str
    kind: Text
    code: str
    venue: str
    online: str
    state: str
    state_label: str
    off: bool
    sessions: tuple[GuestSession, ...]
    agenda: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Match:
    """A guest whose name fits what was typed; `there`: entered already."""

    id: int
    name: str
    post: str
    institution: str
    there: bool


@query("meetings.guest")
def guest_page(viewer: Viewer, code: str) -> GuestPage:
    """The page of a meeting by its code. Raises Meeting.DoesNotExist."""
    found = Meeting.objects.prefetch_related("sessions", "agenda").get(code=code)
    return GuestPage(
        title=found.title,
        kind=kind(found.kind).name,
        code=found.code,
        venue=found.venue,
        online=found.online,
        state=found.state,
        state_label=found.get_state_display(),
        off=found.state in (Meeting.State.CANCELLED, Meeting.State.POSTPONED),
        sessions=tuple(
            GuestSession(
                one.pk,
                one.number,
                one.name,
                one.venue,
                one.opens,
                one.closes,
                hours(one.opens, one.closes),
            )
            for one in found.sessions.all()
        ),
        agenda=tuple(one.text for one in found.agenda.all()),
        entries=tuple(entries_of(found)),
    )


@query("meetings.guest")
def scan(viewer: Viewer, code: str, session_id: int, token: str) -> str:
    """The pass for a scanned code. Raises `codes.Expired`, Session.DoesNotExist."""
    session = Session.objects.get(pk=session_id, meeting__code=code)
    return codes.exchange(code, session.pk, token)


@query("meetings.guest")
def matches(viewer: Viewer, given: str, typed: str) -> tuple[Match, ...]:
    """Guests whose name or institution holds what was typed; needs a pass.

    Raises `codes.Expired` for an old pass, `Refused` for less than three letters.
    """
    scanned = codes.opened(given)
    wanted = titles.plain(typed) or typed.strip().lower()
    if len(wanted) < LEAST:
        raise Refused(_("Ketik paling sedikit tiga huruf dari nama Anda."))
    session = Session.objects.get(pk=scanned.session, meeting__code=scanned.code)
    there = set(session.attendance.values_list("guest_id", flat=True))
    guests = Guest.objects.filter(meeting_id=session.meeting_id)
    fits = sorted(
        ((rank, one.number, one) for one in guests if (rank := _fit(one.key, wanted)) is not None),
        key=lambda row: row[:2],
    )
    return tuple(
        Match(one.pk, one.name, one.post, one.institution, one.pk in there)
        for _rank, _number, one in fits[:MOST]
    )


def _fit(key: str, wanted: str) -> int | None:
    """How well a guest fits what was typed: 0 the whole name, 1 begins its words, 2 somewhere in
    name or institution; None not at all."""
    name, _bar, _institution = key.partition("|")
    words = wanted.split()
    if name == wanted:
        return 0
    if all(any(part.startswith(word) for part in name.split()) for word in words):
        return 1
    return 2 if all(word in key for word in words) else None
