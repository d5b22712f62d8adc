"""The schedule as rows of bars on one time axis (the Gantt view of the stages)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from jurdil.web.charts.scale import DayScale, Tick, next_month, percent

MOST_LABELS = 12
NARROWEST = Fraction(1, 2)
"""A bar thinner than this cannot be seen; it is drawn a little wider than it lasts."""

DONE, NOW, NEXT = "done", "now", "next"


@dataclass(frozen=True)
class GanttRow:
    """One stage as the chart needs it.

    `state` is DONE, NOW or NEXT. `was` is the span before the last change of the schedule: the
    bar is then hatched and the old span outlined. `waiting` (for instructions) draws it dashed.
    A row without dates has no bar; the table beside the chart says why.
    """

    key: str
    number: str
    label: str
    start: date | None = None
    end: date | None = None
    state: str = NEXT
    url: str = ""
    owner: str = ""
    basis: str = ""
    depth: int = 0
    waiting: bool = False
    was: tuple[date, date] | None = None
    shown_start: str = ""
    shown_end: str = ""


@dataclass(frozen=True)
class Bar:
    """Where a row is drawn. `point` is a single legal day, drawn as a diamond around `x`."""

    x: str
    width: str
    state: str
    point: bool
    moved: bool
    waiting: bool
    was_x: str = ""
    was_width: str = ""


@dataclass(frozen=True)
class PlottedRow:
    row: GanttRow
    bar: Bar | None


@dataclass(frozen=True)
class Gantt:
    """All rows with their bars, the month lines and the line of today (empty: not on the axis)."""

    rows: tuple[PlottedRow, ...]
    months: tuple[Tick, ...]
    today_x: str
    first: date | None = None
    last: date | None = None
    moved: bool = field(default=False)
    waiting: bool = field(default=False)


def gantt(
    rows: Sequence[GanttRow],
    today: date,
    month_name: Callable[[date], str],
    first: date | None = None,
    last: date | None = None,
) -> Gantt:
    """Place the rows on one axis, by default from the month of the first to that of the last day.

    `month_name` labels a month's first day. Raises ValueError when `last` lies before `first`.
    """
    spans = [span for row in rows if (span := _span(row))]
    spans += [row.was for row in rows if row.was]
    if not spans and (first is None or last is None):
        return Gantt(tuple(PlottedRow(row, None) for row in rows), (), "")
    scale = DayScale(
        first or min(start for start, _ in spans).replace(day=1),
        last or _month_end(max(end for _, end in spans)),
    )
    plotted = tuple(PlottedRow(row, _bar(row, scale)) for row in rows)
    return Gantt(
        rows=plotted,
        months=_months(scale, month_name),
        today_x=percent(scale.middle_of(today)) if scale.shows(today, today) else "",
        first=scale.first,
        last=scale.last,
        moved=any(item.bar and item.bar.moved for item in plotted),
        waiting=any(row.waiting for row in rows),
    )


def _span(row: GanttRow) -> tuple[date, date] | None:
    if row.start is None and row.end is None:
        return None
    start, end = row.start or row.end, row.end or row.start
    assert start is not None and end is not None
    return start, max(start, end)


def _month_end(day: date) -> date:
    return date.fromordinal(next_month(day).toordinal() - 1)


def _bar(row: GanttRow, scale: DayScale) -> Bar | None:
    span = _span(row)
    if span is None or not scale.shows(*span):
        return None
    start, end = span
    point = start == end
    was_x, was_width = _was(row, scale)
    return Bar(
        x=percent(scale.middle_of(start) if point else scale.start_of(start)),
        width=percent(max(scale.width(start, end), NARROWEST)),
        state=row.state,
        point=point,
        moved=row.was is not None,
        waiting=row.waiting,
        was_x=was_x,
        was_width=was_width,
    )


def _was(row: GanttRow, scale: DayScale) -> tuple[str, str]:
    if row.was is None or not scale.shows(*row.was):
        return "", ""
    start, end = row.was
    return percent(scale.start_of(start)), percent(max(scale.width(start, end), NARROWEST))


def _months(scale: DayScale, month_name: Callable[[date], str]) -> tuple[Tick, ...]:
    """A line for every month; labels on every first, third or sixth so that they never touch."""
    months = list(scale.months())
    every = next((n for n in (1, 2, 3, 6) if len(months) <= n * MOST_LABELS), 12)
    return tuple(
        Tick(
            x=percent(scale.start_of(month)),
            day=month,
            label=month_name(month) if (month.month - 1) % every == 0 else "",
        )
        for month in months
    )
