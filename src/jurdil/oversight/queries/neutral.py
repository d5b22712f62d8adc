"""Cases of neutrality without any name: the list by what lapses next, one case, its clocks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import translation

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.documents.sheet import pdf
from jurdil.kernel.viewer import Viewer
from jurdil.law.calendar_days import DayCalendar
from jurdil.law.oversight import neutrality, neutrality_road
from jurdil.law.oversight.neutrality import Act, Person, Stop
from jurdil.law.oversight.neutrality_road import State, Step
from jurdil.law.oversight.remaining import Left
from jurdil.law.oversight.words import Word
from jurdil.law.text import Text
from jurdil.oversight import clocks_ahead, neutral_cases, neutral_papers, sources
from jurdil.oversight.clocks_ahead import Clock
from jurdil.oversight.models import Neutral, NeutralPerson, NeutralProof
from jurdil.oversight.phases import Determined, Schedules
from jurdil.oversight.sources import Link
from jurdil.places import queries as places


@dataclass(frozen=True)
class NeutralRow:
    """A case on a list. `last`, `left`, `unsure`: the clock that runs, None without one."""

    id: int
    number: str
    act: Act
    person: Person
    basis: Act | Person
    agency: str
    place: str
    path: str
    happened_on: date
    state: State
    last: date | None
    left: Left | None
    unsure: bool
    days: int
    sanction: Word | None
    result: Word | None
    source: str


@dataclass(frozen=True)
class ProofRow:
    """Evidence without its address: what, when captured, and the digest of its file."""

    id: int
    title: str
    has_url: bool
    captured_at: datetime | None
    sha256: str
    account_name: str
    recorded_at: datetime


@dataclass(frozen=True)
class StepRow:
    """A step that was taken; `late` when its clock had passed."""

    name: Step
    on: date
    due: date | None
    late: bool
    addressee: Word | None
    letter: str
    reference: str
    sanction: Word | None
    note: str
    account_name: str


@dataclass(frozen=True)
class NeutralPage:
    """A case in full. `others` counts other cases of the same person's number."""

    line: NeutralRow
    row: Neutral
    determined: Determined | None
    after: bool | None
    employment: Word | None
    post: Word | None
    contest: Text | None
    proofs: tuple[ProofRow, ...]
    steps: tuple[StepRow, ...]
    offered: tuple[Step, ...]
    others: int
    link: Link | None


@query("oversight.neutral")
def neutral_list(
    viewer: Viewer, *, closed: bool = False, person: str = ""
) -> tuple[NeutralRow, ...]:
    """Open cases, what lapses next on top, then by age; or the closed ones, newest first."""
    rows = _rows(viewer)
    ended = neutrality_road.CLOSED
    rows = rows.filter(state=ended) if closed else rows.exclude(state=ended)
    if person:
        rows = rows.filter(person=person)
    found = _lines(viewer, rows.order_by("-known_on", "-pk"))
    if closed:
        return found
    return tuple(sorted(found, key=lambda one: (one.last or date.max, -one.days, one.id)))


@query("oversight.neutral")
def neutral(viewer: Viewer, neutral_id: int) -> NeutralPage:
    """One case. Raises DoesNotExist outside the scope."""
    row = _rows(viewer).get(pk=neutral_id)
    found = neutral_cases.determined(row)
    employment = neutrality_road.employments().get(row.employment)
    return NeutralPage(
        line=_lines(viewer, [row])[0],
        row=row,
        determined=found,
        after=row.happened_on >= found.day if found else None,
        employment=employment[0] if employment else None,
        post=neutrality_road.posts().get(row.post),
        contest=neutral_cases.contest_name(row),
        proofs=tuple(_proof(one) for one in row.proofs.all()),
        steps=tuple(_step(one) for one in row.steps.all()),
        offered=neutrality_road.steps_from(row.state, row.person),
        others=_others(viewer, row),
        link=sources.link_of(viewer, row.case_ref),
    )


@query("oversight.neutral")
def neutral_clocks(viewer: Viewer) -> tuple[Clock, ...]:
    """The clocks that run in open cases of ASN."""
    rows = list(_rows(viewer).exclude(state=neutrality_road.CLOSED))
    calendar = clocks_ahead.calendar_of(row.since for row in rows)
    found = ((row, neutral_cases.running(row, calendar)) for row in rows)
    return tuple(_clock(row, *running) for row, running in found if running)


@query("oversight.neutral")
def neutral_pdf(viewer: Viewer, neutral_id: int) -> bytes:
    """The sheet of a case without any name. Raises DoesNotExist outside the scope."""
    with translation.override("id"):
        return pdf(neutral_papers.sheet(neutral(viewer, neutral_id)))


def _rows(viewer: Viewer) -> QuerySet[Neutral]:
    return Neutral.objects.filter(path__within=viewer.path).select_related("election")


def _lines(viewer: Viewer, rows: Iterable[Neutral]) -> tuple[NeutralRow, ...]:
    found = list(rows)
    names = places.names(viewer, {row.path for row in found})
    seen, calendar = Schedules(), clocks_ahead.calendar_of(row.since for row in found)
    return tuple(_line(row, names.get(row.path, row.path), seen, calendar) for row in found)


def _clock(row: Neutral, stop: Stop, last: date) -> Clock:
    return Clock(
        subject=f"neutral:{row.pk}",
        title=neutral_cases.title(row),
        step=stop.name,
        ends_at=neutral_cases.ends_at(last),
        unit=stop.unit,
        url=neutral_cases.url(row),
        path=row.path,
        article=stop.article,
        confirmed=stop.confirmed,
    )


def _line(row: Neutral, place: str, seen: Schedules, calendar: DayCalendar) -> NeutralRow:
    running = neutral_cases.running(row, calendar)
    stop, last = running or (None, None)
    return NeutralRow(
        id=row.pk,
        number=neutral_cases.number(row),
        act=neutrality.acts()[row.act],
        person=neutrality.persons()[row.person],
        basis=neutral_cases.basis(row),
        agency=row.agency,
        place=place,
        path=row.path,
        happened_on=row.happened_on,
        state=neutrality_road.states()[row.state],
        last=last,
        left=_left(stop, last, calendar) if stop and last else None,
        unsure=bool(stop and not stop.confirmed),
        days=neutral_cases.days_open(row, clock.today()),
        sanction=neutrality.sanctions().get(neutral_cases.sanction(row, seen)),
        result=neutrality.results().get(row.result),
        source=str(row.get_source_display()),
    )


def _left(stop: Stop, last: date, calendar: DayCalendar) -> Left:
    return clocks_ahead.left_of(stop.unit, neutral_cases.ends_at(last), calendar)


def _proof(row: NeutralProof) -> ProofRow:
    return ProofRow(
        row.pk,
        row.title,
        row.has_url,
        row.captured_at,
        row.file_id or "",
        row.account_name,
        row.recorded_at,
    )


def _step(row) -> StepRow:
    return StepRow(
        neutrality_road.steps()[row.step],
        row.on,
        row.due,
        not neutrality_road.on_time(row.due, row.on),
        neutrality_road.addressees().get(row.addressee),
        row.letter,
        row.reference,
        neutrality.sanctions().get(row.sanction),
        row.note,
        row.account_name,
    )


def _others(viewer: Viewer, row: Neutral) -> int:
    """Other cases in sight of the same number; the number itself stays sealed."""
    own = NeutralPerson.objects.filter(neutral=row).exclude(number_index="")
    same = NeutralPerson.objects.filter(
        neutral=OuterRef("pk"), number_index__in=own.values("number_index")
    )
    return _rows(viewer).exclude(pk=row.pk).filter(Exists(same)).count()
