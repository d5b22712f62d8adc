"""What pages of the room need beside their readings: words, choices, crumbs."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jurdil.kernel.language import say
from jurdil.kernel.queries.header import ElectionChoice, running_elections
from jurdil.kernel.viewer import Viewer
from jurdil.law.meetings.kinds import kind
from jurdil.law.meetings.states import State, Step
from jurdil.law.terbilang import written_day
from jurdil.meetings.forms.plan import session
from jurdil.meetings.records import MeetingRow, NewSession, Plan

ROUTINE = "rutin"
MONDAY = 0
OPENS, CLOSES = time(9), time(11)

TAGS = {
    State.PLANNED: "none",
    State.INVITED: "info",
    State.OPEN: "warn",
    State.CLOSED: "wait",
    State.SETTLED: "ok",
    State.POSTPONED: "wait",
    State.CANCELLED: "bad",
}
STEPS: dict[str, tuple[str | Promise, str]] = {
    Step.INVITE: (gettext_lazy("Undangan sudah disampaikan"), "send"),
    Step.OPEN: (gettext_lazy("Buka rapat"), "check"),
    Step.CLOSE: (gettext_lazy("Tutup rapat"), "lock"),
    Step.POSTPONE: (gettext_lazy("Tunda rapat"), "hourglass"),
    Step.CANCEL: (gettext_lazy("Batalkan rapat"), "x"),
    Step.RESCHEDULE: (gettext_lazy("Jadwalkan lagi"), "calendar-event"),
    Step.SETTLE: (gettext_lazy("Sahkan notula"), "circle-check"),
}
PLAIN = (Step.INVITE, Step.OPEN, Step.CLOSE)
"""Steps that one button takes."""
AGENDA = (
    "Tindak lanjut berita acara yang lalu",
    "Pekerjaan pekan lalu",
    "Pekerjaan pekan depan per subbagian",
    "Lain-lain",
)


@dataclass(frozen=True)
class Line:
    """A meeting on a list with its state as a tag."""

    row: MeetingRow
    tag: str
    url: str


def line(row: MeetingRow) -> Line:
    return Line(row, TAGS[State(row.state)], reverse("meetings:meeting", args=[row.id]))


def lines(rows: tuple[MeetingRow, ...]) -> list[Line]:
    return [line(row) for row in rows]


def tag(state: str) -> str:
    """How a state is coloured."""
    return TAGS[State(state)]


def step_name(step: str) -> str:
    """A step in words."""
    return str(STEPS[step][0]) if step in STEPS else step


def crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way from the list of meetings to here."""
    return [(_("Rapat & Kegiatan"), reverse("meetings:index")), *more]


def crumbs_of(meeting_id: int, title: str, *more: tuple[str, str]) -> list[tuple[str, str]]:
    return crumbs((title, reverse("meetings:meeting", args=[meeting_id])), *more)


def elections(viewer: Viewer) -> tuple[ElectionChoice, ...]:
    """Running elections, the routine work first: most meetings belong to it."""
    found = running_elections(viewer.about(None))
    return tuple(sorted(found, key=lambda one: one.regime != ROUTINE))


def election_choices(viewer: Viewer) -> list[tuple[str, str]]:
    return [(str(one.id), say(one.name)) for one in elections(viewer)]


def next_monday(today: date) -> date:
    """Today when it is a Monday, else the next one."""
    return today + timedelta(days=(MONDAY - today.weekday()) % 7)


def weekly_plan(day: date, opens: time, closes: time, venue: str) -> Plan:
    """The weekly plenary of a day, with the agenda that every one has."""
    sessions: tuple[NewSession, ...] = (session(day, opens, closes),)
    return Plan(
        title=f"Rapat pleno rutin {written_day(day)}",
        venue=venue,
        sessions=sessions,
        agenda=tuple((text, "") for text in AGENDA),
    )


def kind_name(code: str) -> str:
    """A kind in the language of the page."""
    return say(kind(code).name)
