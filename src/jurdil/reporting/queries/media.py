"""News about the office by day and month, own posts, the daily sheet, the press kit."""

from collections import Counter
from datetime import date

from django.db.models import QuerySet

from jurdil.kernel.acts import query
from jurdil.kernel.models import Task
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Input, share, total
from jurdil.law.reporting.clipping import TONES
from jurdil.law.text import Text
from jurdil.reporting import days
from jurdil.reporting.models import ChannelMonth, Clipping
from jurdil.reporting.papers import kit, sheets
from jurdil.reporting.queries.press import news
from jurdil.reporting.records import Channel, ClippingRow, DaySheet, Month

MOST = 300


@query("reporting.press")
def clippings(viewer: Viewer, *, day: date | None = None) -> tuple[ClippingRow, ...]:
    """The articles of a day, or the newest ones."""
    found = _scoped(viewer)
    if day is not None:
        return _rows(found.filter(published_on=day).order_by("outlet", "pk"))
    return _rows(found.order_by("-published_on", "-pk")[:MOST])


@query("reporting.press")
def clipping(viewer: Viewer, clipping_id: int) -> ClippingRow:
    """One article in scope. Raises Clipping.DoesNotExist."""
    return _row(_scoped(viewer).get(pk=clipping_id))


@query("reporting.press")
def clippings_waiting(viewer: Viewer) -> int:
    """How many articles still need an answer."""
    return _waiting(_scoped(viewer)).count()


@query("reporting.press")
def clippings_pdf(viewer: Viewer, day: date) -> bytes:
    """The clippings of a day, as they lie on the commissioners' table."""
    return sheets.clippings(day, clippings(viewer, day=day))


@query("reporting.press")
def month(viewer: Viewer, year: int, month: int) -> Month:
    """A month of press work."""
    found = _scoped(viewer).filter(published_on__year=year, published_on__month=month)
    rows = _rows(found.order_by("published_on", "pk"))
    counted = [row for row in rows if not row.struck]
    tones = Counter(row.tone for row in counted)
    whole = Input(Text("Berita", "Articles"), len(counted))
    channels = _channels(viewer, year, month)
    told = [
        row
        for row in news(viewer)
        if row.published_at and (row.dated.year, row.dated.month) == (year, month)
    ]
    return Month(
        year=year,
        month=month,
        clippings=rows,
        tones=tuple(
            (
                code,
                tones[code],
                share(Input(name, tones[code]), whole, article="", confirmed=True),
            )
            for code, name in TONES.items()
        ),
        outlets=tuple(Counter(row.outlet for row in counted).most_common()),
        topics=tuple(Counter(row.topic for row in counted if row.topic).most_common()),
        waiting=_waiting(found).count(),
        channels=channels,
        posts=total(
            [Input(Text(one.channel, one.channel), one.posts) for one in channels],
            article="",
            confirmed=True,
        ),
        views=total(
            [Input(Text(one.channel, one.channel), one.views) for one in channels],
            article="",
            confirmed=True,
        ),
        releases=tuple(told),
    )


@query("reporting.press")
def month_pdf(viewer: Viewer, year: int, number: int) -> bytes:
    """The monthly output for the province."""
    return sheets.month(month(viewer, year, number))


@query("reporting.press")
def day_sheet(viewer: Viewer, day: date) -> DaySheet:
    """What the office did on a day."""
    return days.sheet_of(viewer, day)


@query("reporting.press")
def day_sheet_pdf(viewer: Viewer, day: date) -> bytes:
    """The same, to be sent."""
    return sheets.day_sheet(days.sheet_of(viewer, day))


@query("reporting.press")
def press_kit(viewer: Viewer) -> bytes:
    """A ZIP with key facts, officials, schedule and the newest releases, for journalists."""
    return kit.zipped(viewer, news(viewer)[: kit.RELEASES])


def _channels(viewer: Viewer, year: int, month: int) -> tuple[Channel, ...]:
    rows = ChannelMonth.objects.filter(path=viewer.path, year=year, month=month)
    newest = {one.channel: one for one in rows}
    return tuple(
        Channel(one.channel, one.posts, one.views, one.source, one.account_name)
        for one in newest.values()
    )


def _scoped(viewer: Viewer) -> QuerySet[Clipping]:
    return Clipping.objects.filter(path__within=viewer.path).select_related("task")


def _waiting(found: QuerySet[Clipping]) -> QuerySet[Clipping]:
    open_ones = found.filter(needs_answer=True, struck="")
    return open_ones.exclude(task__state__in=(Task.State.DONE, Task.State.DROPPED))


def _rows(found: QuerySet[Clipping]) -> tuple[ClippingRow, ...]:
    return tuple(_row(one) for one in found)


def _row(one: Clipping) -> ClippingRow:
    return ClippingRow(
        id=one.pk,
        outlet=one.outlet,
        institution=one.institution,
        title=one.title,
        link=one.link,
        published_on=one.published_on,
        tone=one.tone,
        topic=one.topic,
        stage=one.stage,
        needs_answer=one.needs_answer,
        task_id=one.task_id,
        answered=one.task is not None and one.task.closed_at is not None,
        note=one.note,
        struck=one.struck,
        by=one.account_name,
    )
