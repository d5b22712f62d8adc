"""The page of a stage and the lists of what moves."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from jurdil.kernel import clock, moments
from jurdil.kernel.language import say
from jurdil.kernel.request import number_in
from jurdil.law.deadlines import Due, figure_of
from jurdil.law.figure import Figure, Input, Unit
from jurdil.law.text import Text
from jurdil.stages import divisions
from jurdil.stages.pages import agenda
from jurdil.stages.plan import STAGE
from jurdil.stages.queries.schedule import StagePage
from jurdil.stages.records import Move, Span
from jurdil.web import words


@dataclass(frozen=True)
class DeadlineLine:
    """A deadline that sets the dates of a stage: its figure, or what it waits for."""

    name: str
    figure: Figure | None
    waits_for: str
    note: str


@dataclass(frozen=True)
class Facts:
    """What stands in the table of a stage."""

    opens: Figure | None
    closes: Figure | None
    left: Figure | None
    deadlines: tuple[DeadlineLine, ...]
    division: str
    subdivisions: str
    note: str
    other_dates: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class MoveLine:
    """One moved stage: its days before and after, and how far its end moved."""

    stage: str
    name: str
    before: str
    after: str
    shift: str
    asked: bool


def subject(stage: str) -> str:
    """How tasks name a stage."""
    return f"{STAGE}{stage}"


def facts(page: StagePage) -> Facts:
    """The facts of a stage, each date as a figure that says where it comes from."""
    span, law = page.row.span, page.law
    zone = clock.zone()
    ends = moments.day_of(span.closes, zone) if span.closes else None
    ahead = ends is not None and ends >= clock.today()
    return Facts(
        opens=_date(page, span.opens, Text("Mulai", "Start")),
        closes=_date(page, span.closes, Text("Selesai", "End")),
        left=agenda.countdown(
            ends, Text("Hari terakhir", "Last day"), span.basis, confirmed=span.confirmed
        )
        if ends is not None and ahead
        else None,
        deadlines=tuple(
            DeadlineLine(
                name=say(result.rule.name),
                figure=figure_of(result) if isinstance(result, Due) else None,
                waits_for="" if isinstance(result, Due) else say(result.reason),
                note=say(result.rule.note) if result.rule.note else "",
            )
            for result in page.results
        ),
        division=say(divisions.full(span.division)) if span.division else "",
        subdivisions=_subdivisions(span.division),
        note=say(law.note) if law and law.note else "",
        other_dates=_other_dates(law.alt_start, law.alt_end) if law else "",
        sources=page.citations,
    )


def _date(page: StagePage, moment: datetime | None, name: Text) -> Figure | None:
    """A date of the schedule; its explanation names the version that set it."""
    if moment is None:
        return None
    span, zone = page.row.span, clock.zone()
    local = moment.astimezone(zone)
    whole = moments.begins_day(moment, zone) or moments.ends_day(moment, zone)
    version = page.version
    formula = Text(
        f"{name.id} menurut jadwal versi {version.number}: {version.basis}",
        f"{name.en} by schedule version {version.number}: {version.basis}",
    )
    applied = Input(
        Text("Versi diterapkan", "Version applied"), version.applied_at.astimezone(zone)
    )
    unit = Unit.DATE if whole else Unit.MOMENT
    value = local.date() if whole else local
    return Figure(value, formula, (applied,), None, span.basis, span.confirmed, unit)


def _subdivisions(division: str) -> str:
    serving = [item for item in divisions.subdivisions(clock.today()) if division in item.serves]
    return ", ".join(say(item.name) for item in serving)


def _other_dates(start: date | None, end: date | None) -> str:
    if start is None and end is None:
        return ""
    first = words.day(start) if start else ""
    last = words.day(end) if end else ""
    return f"{first} – {last}" if first and last else first or last


def moves(found: Iterable[Move]) -> tuple[MoveLine, ...]:
    """Moved stages in words."""
    return tuple(
        MoveLine(
            stage=move.stage,
            name=say(move.name),
            before=_times(move, move.before),
            after=_times(move, move.after),
            shift=_shift(move),
            asked=move.asked,
        )
        for move in found
    )


def _times(move: Move, times: tuple[datetime | None, datetime | None] | None) -> str:
    if times is None:
        return _("tidak ada dalam versi ini")
    span = Span(move.stage, "", 0, move.name, "", "", *times, (), "", True)
    return agenda.span_words(span)


def _shift(move: Move) -> str:
    """How many days the end moved, or the start where there is no end."""
    before, after = (_mark(times) for times in (move.before, move.after))
    if before is None or after is None:
        return ""
    zone = clock.zone()
    days = (moments.day_of(after, zone) - moments.day_of(before, zone)).days
    if days == 0:
        return _("akhir tetap")
    if days > 0:
        return _("%(days)s hari lebih lambat") % {"days": words.number(days)}
    return _("%(days)s hari lebih cepat") % {"days": words.number(-days)}


def _mark(times: tuple[datetime | None, datetime | None] | None) -> datetime | None:
    return (times[1] or times[0]) if times else None


def chosen_version(wanted: str, number: int) -> int:
    """The version to compare with: the one asked for, or the one just before."""
    return number_in(wanted) or max(number - 1, 1)
