"""From a regime to the windows of a schedule. Plain functions over data handed in."""

from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

from jurdil.kernel import moments
from jurdil.law.calendar_days import DayCalendar
from jurdil.law.deadlines import DeadlineRule, Due, Mode, due
from jurdil.law.regime import Regime, Stage
from jurdil.law.schedule import Occurrence, expand
from jurdil.law.zones import WIB
from jurdil.stages.records import Span

NATIONAL = "nasional"
DONE, NOW, NEXT, UNDATED = "done", "now", "next", "undated"
OCCURRENCE = "/"
"""Stands in the id of one occurrence of a recurring stage: ``pdpb-triwulan/2026-TW4``."""


def opening_spans(
    regime: Regime, rules: dict[str, DeadlineRule], year: int, calendar: DayCalendar, zone: ZoneInfo
) -> tuple[Span, ...]:
    """The windows of a regime's first schedule version.

    A regime without voting day recurs: its rows are expanded for `year`, and rows dated in earlier
    years are left out.
    """
    fixed = [stage for stage in regime.stages if stage.every is None]
    if regime.kind == "rutin":
        fixed = [stage for stage in fixed if not _over_before(stage, year)]
    spans = [_span(stage, order, zone) for order, stage in enumerate(fixed)]
    return (*spans, *routine_spans(regime, rules, year, calendar, zone, first=len(spans)))


def routine_spans(
    regime: Regime,
    rules: dict[str, DeadlineRule],
    year: int,
    calendar: DayCalendar,
    zone: ZoneInfo,
    first: int = 0,
) -> tuple[Span, ...]:
    """The recurring rows of a regime in one year, `first` being the order of the first of them."""
    found = expand(regime, date(year, 1, 1), date(year, 12, 31))
    return tuple(
        _recurring(regime, occurrence, order, rules, calendar, zone)
        for order, occurrence in enumerate(found, first)
    )


def _over_before(stage: Stage, year: int) -> bool:
    last = stage.end or stage.start
    return last is not None and last.year < year


def _span(stage: Stage, order: int, zone: ZoneInfo) -> Span:
    clock = WIB.tzinfo if stage.level == NATIONAL else zone
    return Span(
        stage=stage.id,
        parent=stage.parent or "",
        order=order,
        name=stage.name,
        level=stage.level,
        division=stage.division or "",
        opens=_opens(stage.start, clock, zone),
        closes=_closes(stage.end, clock, zone),
        trigger=stage.trigger,
        basis=stage.article,
        confirmed=stage.confirmed,
    )


def _opens(moment: date | datetime | None, clock: tzinfo, zone: ZoneInfo) -> datetime | None:
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=clock)
    return moments.start_of(moment, zone) if moment else None


def _closes(moment: date | datetime | None, clock: tzinfo, zone: ZoneInfo) -> datetime | None:
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=clock)
    return moments.end_of(moment, zone) if moment else None


def _recurring(
    regime: Regime,
    occurrence: Occurrence,
    order: int,
    rules: dict[str, DeadlineRule],
    calendar: DayCalendar,
    zone: ZoneInfo,
) -> Span:
    stage = regime.stage(occurrence.stage_id)
    ends = [due(rules[rule], occurrence.end, calendar, zone) for rule in occurrence.trigger]
    closes = max((closing(end, zone) for end in ends), default=None)
    return Span(
        stage=occurrence.key,
        parent="",
        order=order,
        name=occurrence.name,
        level=stage.level,
        division=stage.division or "",
        opens=moments.start_of(occurrence.start, zone),
        closes=closes or moments.end_of(occurrence.end, zone),
        trigger=occurrence.trigger,
        basis=stage.article,
        confirmed=occurrence.confirmed and all(end.confirmed for end in ends),
    )


def closing(end: Due, zone: ZoneInfo) -> datetime:
    """The last moment of a computed deadline; whole days end with the day itself."""
    return moments.end_of(end.last_day, zone) if end.whole_day else end.at


def timed(span: Span, dues: list[Due], zone: ZoneInfo) -> Span:
    """A window whose dates follow deadlines: open from the event, closed with the latest of them.

    With several rules (with and without a petition) the one whose event happened sets the dates.
    """
    if not dues:
        return span
    earliest = [end.at for end in dues if end.rule.mode is Mode.AT_EARLIEST]
    events = [_began(end, zone) for end in dues if end.rule.amount > 0]
    opens = min(earliest or events, default=span.opens)
    latest = [closing(end, zone) for end in dues if end.rule.mode is not Mode.AT_EARLIEST]
    closes = max(latest, default=span.closes)
    return span.at(opens, closes)


def _began(end: Due, zone: ZoneInfo) -> datetime:
    if isinstance(end.started, datetime):
        return end.started
    return moments.start_of(end.started, zone)


def state_of(opens: datetime | None, closes: datetime | None, now: datetime) -> str:
    """Where a window stands: DONE, NOW, NEXT, or UNDATED when neither side is known."""
    if opens is None and closes is None:
        return UNDATED
    if closes is not None and closes < now:
        return DONE
    if opens is not None and opens <= now:
        return NOW if closes is not None else DONE
    return NEXT
