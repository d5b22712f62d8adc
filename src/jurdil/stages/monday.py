"""The panels of an ordinary day: the week, the PDPB quarter, the parties, clocks, and 2029."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from jurdil.kernel import clock, moments
from jurdil.kernel.language import say
from jurdil.kernel.queries import tasks
from jurdil.kernel.viewer import Viewer
from jurdil.law.calendar_days import DayCalendar
from jurdil.law.deadlines import due, figure_of
from jurdil.law.figure import Figure
from jurdil.law.regime import Regime, load_regime, regime_codes
from jurdil.law.text import Text
from jurdil.stages import deadlines, divisions, home, queries
from jurdil.stages.first_hour import recap
from jurdil.stages.pages import agenda
from jurdil.stages.queries.deadlines import DeadlineRow
from jurdil.stages.queries.schedule import ScheduleRow

PLENARY, QUARTER, HALF_YEAR, LAST_REQUEST = (
    "pleno-mingguan/",
    "pdpb-triwulan/",
    "parpol-semester/",
    "parpol-permohonan/",
)
START_RULE = "tahapan-mulai"
SIMULATED = ("simulated_voting_day_early", "simulated_voting_day_late")


@dataclass(frozen=True)
class DivisionLoad:
    """A division's open work: late, and due within the week."""

    division: str
    name: str
    late: int
    week: int


@dataclass(frozen=True)
class Week:
    """This week: the plenary with its task, and the work by division."""

    first: date
    last: date
    plenary: agenda.AgendaLine | None
    loads: tuple[DivisionLoad, ...]
    follow_ups: int


@dataclass(frozen=True)
class Quarter:
    """The running quarter of PDPB, and the last recap brought in."""

    line: agenda.AgendaLine
    left: Figure
    recap: "recap.Totals | None"


@dataclass(frozen=True)
class HalfYear:
    """The parties' half-year: the last day for a request, and how far it is."""

    line: agenda.AgendaLine
    last: agenda.AgendaLine | None
    left: Figure | None


@dataclass(frozen=True)
class Draft:
    """An election without legal basis: what the 20-month rule would give, if."""

    name: Text
    starts: tuple[tuple[date, Figure], ...]


def week(page: home.Home) -> Week | None:
    """The week of an office with routine work; None without it."""
    first, last = home.this_week(page)
    plenary = _running(page, PLENARY, first, last)
    loads = _loads(page)
    if plenary is None and not loads:
        return None
    follow_ups = [row for row in page.tasks if row.source.startswith("meetings:")]
    return Week(
        first,
        last,
        agenda.line(plenary, page.today) if plenary else None,
        loads,
        len(follow_ups),
    )


def _loads(page: home.Home) -> tuple[DivisionLoad, ...]:
    late = Counter(row.division for row in page.tasks if row.standing == tasks.LATE)
    near = Counter(row.division for row in page.tasks if row.standing in (tasks.TODAY, tasks.WEEK))
    named = [item.id for item in divisions.divisions() if item.id in {*late, *near}]
    others = sorted({*late, *near} - {*named, ""})
    nobody = [""] if "" in {*late, *near} else []
    return tuple(
        DivisionLoad(code, _load_name(code), late[code], near[code])
        for code in (*named, *others, *nobody)
    )


def _load_name(division: str) -> str:
    return say(divisions.short(division)) if division else _("Tanpa divisi")


def _running(
    page: home.Home, kind: str, first: date | None = None, last: date | None = None
) -> ScheduleRow | None:
    """The occurrence of a recurring stage that runs today, or between two days."""
    for row in page.current.rows:
        begins = row.span.stage.startswith(kind)
        if begins and home.runs_between(row, first or page.today, last or page.today):
            return row
    return None


def quarter(viewer: Viewer, page: home.Home) -> Quarter | None:
    """The quarter of PDPB that runs today."""
    row = _running(page, QUARTER)
    if row is None or row.span.closes is None:
        return None
    end = moments.day_of(row.span.closes, clock.zone())
    left = agenda.countdown(
        end,
        Text("Hari terakhir triwulan", "Last day of the quarter"),
        row.span.basis,
        confirmed=row.span.confirmed,
    )
    return Quarter(agenda.line(row, page.today), left, _last_recap(viewer, page))


def _last_recap(viewer: Viewer, page: home.Home) -> "recap.Totals | None":
    if page.first_hour is None:
        return recap.last_totals(viewer)
    table = page.first_hour.tables.get(recap.KIND)
    return recap.totals(table.summary) if table else None


def half_year(page: home.Home) -> HalfYear | None:
    """The parties' half-year that runs today."""
    row = _running(page, HALF_YEAR)
    if row is None:
        return None
    code = row.span.stage.removeprefix(HALF_YEAR)
    spans = {each.span.stage: each for each in page.current.of(row.election_id)}
    last = spans.get(f"{LAST_REQUEST}{code}")
    left = None
    if last is not None and last.span.closes is not None and last.span.closes >= clock.now():
        day = moments.day_of(last.span.closes, clock.zone())
        name = last.span.name
        left = agenda.countdown(day, name, last.span.basis, confirmed=last.span.confirmed)
    return HalfYear(
        agenda.line(row, page.today), agenda.line(last, page.today) if last else None, left
    )


def clocks(viewer: Viewer) -> tuple[DeadlineRow, ...]:
    """The running clocks of single cases."""
    return queries.case_clocks(viewer)


def drafts(viewer: Viewer, page: home.Home) -> tuple[Draft, ...]:
    """Draft regimes that are not opened here; none while one election alone is looked at."""
    if viewer.election_id is not None:
        return ()
    opened = {election.regime for election in page.current.elections}
    laws = [load_regime(code) for code in regime_codes() if code not in opened]
    return tuple(Draft(law.name, _starts(law)) for law in laws if law.draft)


def _starts(law: Regime) -> tuple[tuple[date, Figure], ...]:
    rule = deadlines.rules_of(law.code).get(START_RULE)
    if rule is None:
        return ()
    days = [law.parameters[key].value for key in SIMULATED if key in law.parameters]
    return tuple(
        (day, figure_of(due(rule, day, DayCalendar(), clock.zone())))
        for day in days
        if isinstance(day, date)
    )
