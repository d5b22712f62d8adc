"""The schedule as an agenda and as a Gantt chart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from jurdil.kernel import clock, moments
from jurdil.kernel.language import say
from jurdil.law.figure import Figure, Input, days_between
from jurdil.law.text import Text
from jurdil.stages import divisions
from jurdil.stages.queries.schedule import ElectionRow, ScheduleRow
from jurdil.stages.records import Span
from jurdil.stages.spans import DONE, NEXT, NOW, UNDATED
from jurdil.web import words
from jurdil.web.charts.gantt import Gantt, GanttRow, gantt

LEVELS: dict[str, str | Promise] = {
    "nasional": gettext_lazy("Nasional"),
    "provinsi": gettext_lazy("Provinsi"),
    "kabko": gettext_lazy("Kabupaten/kota"),
    "kecamatan": gettext_lazy("Kecamatan"),
    "desa": gettext_lazy("Desa/kelurahan"),
    "tps": "TPS",
}
TODAY = Text("Hari ini", "Today")
MOST_NEAR = 6


@dataclass(frozen=True)
class AgendaLine:
    """A stage on the agenda: its days in words, and how it stands."""

    row: ScheduleRow
    url: str
    days: str
    state: str
    tag: str
    owner: str
    level: str | Promise
    confirmed: bool


@dataclass(frozen=True)
class AgendaGroup:
    """Stages under one heading: running now, or beginning in a month."""

    heading: str
    lines: tuple[AgendaLine, ...]


@dataclass(frozen=True)
class Filter:
    """A way to narrow the agenda; `value` goes into the address."""

    value: str
    label: str | Promise
    on: bool


def stage_url(row: ScheduleRow) -> str:
    """Where a stage has its page."""
    return reverse("stages:stage", args=[row.election_id, row.span.stage])


def line(row: ScheduleRow, today: date) -> AgendaLine:
    """A stage with its days and tag."""
    state, tag = _standing(row, today)
    return AgendaLine(
        row=row,
        url=stage_url(row),
        days=span_words(row.span),
        state=state,
        tag=tag,
        owner=say(divisions.short(row.span.division)) if row.span.division else "",
        level=LEVELS.get(row.span.level, row.span.level),
        confirmed=row.span.confirmed,
    )


def span_words(span: Span) -> str:
    """The days of a window: `Sab 17 Feb 2024 – Sel 5 Mar 2024`, hours only where there are some."""
    zone = clock.zone()
    first = _opening(span.opens, moments.begins_day(span.opens, zone)) if span.opens else ""
    last = _opening(span.closes, moments.ends_day(span.closes, zone)) if span.closes else ""
    if first and last:
        return first if first == last else f"{first} – {last}"
    if last:
        return _("sampai %(day)s") % {"day": last}
    return _("mulai %(day)s") % {"day": first} if first else _("belum ditentukan")


def _opening(moment: datetime, whole: bool) -> str:
    return words.day(moment) if whole else words.moment(moment)


def _standing(row: ScheduleRow, today: date) -> tuple[str, str]:
    if row.decided_at is not None:
        return "frozen", _("ditetapkan")
    if row.hold is not None:
        return "wait", _("menunggu %(whom)s") % {"whom": row.hold.whom}
    if row.state == DONE:
        return "none", _("lewat")
    if row.state == UNDATED:
        return "none", _("menunggu peristiwa") if row.span.trigger else _("belum ditentukan")
    if row.state == NEXT:
        begins = row.span.opens or row.span.closes
        assert begins is not None
        return "none", words.distance(begins, today)
    return "info", _ends(row.span, today)


def _ends(span: Span, today: date) -> str:
    if span.closes is None:
        return _("berjalan")
    if moments.day_of(span.closes, clock.zone()) == today:
        return _("hari ini") if _one_day(span) else _("berakhir hari ini")
    days = (moments.day_of(span.closes, clock.zone()) - today).days
    return ngettext("tinggal %(days)s hari", "tinggal %(days)s hari", days) % {
        "days": words.number(days)
    }


def agenda(rows: Iterable[ScheduleRow], today: date, *, past: bool) -> tuple[AgendaGroup, ...]:
    """What runs, then what comes month by month, then what has no date; or all that is over."""
    listed = [row for row in rows if (row.state == DONE) == past]
    if past:
        listed.sort(key=_begins, reverse=True)
        return _by_month(listed, today)
    running = sorted((row for row in listed if row.state == NOW), key=_ending)
    coming = sorted((row for row in listed if row.state == NEXT), key=_begins)
    undated = [row for row in listed if row.state == UNDATED]
    groups = [
        AgendaGroup(_("Sedang berjalan"), tuple(line(row, today) for row in running)),
        *_by_month(coming, today),
        AgendaGroup(_("Belum bertanggal"), tuple(line(row, today) for row in undated)),
    ]
    return tuple(group for group in groups if group.lines)


def near(rows: Iterable[ScheduleRow], today: date) -> tuple[AgendaGroup, ...]:
    """For visitors: what runs at the regency and what comes next, a few of each."""
    single = [row for row in rows if not row.recurring]
    running = sorted((row for row in single if row.state == NOW), key=_ending)
    coming = sorted((row for row in single if row.state == NEXT), key=_begins)
    groups = (
        AgendaGroup(_("Sedang berjalan"), tuple(line(row, today) for row in running[:MOST_NEAR])),
        AgendaGroup(_("Segera"), tuple(line(row, today) for row in coming[:MOST_NEAR])),
    )
    return tuple(group for group in groups if group.lines)


def _by_month(rows: Iterable[ScheduleRow], today: date) -> tuple[AgendaGroup, ...]:
    months: dict[str, list[AgendaLine]] = {}
    for row in rows:
        first = moments.day_of(_begins(row), clock.zone())
        months.setdefault(date_format(first, "F Y"), []).append(line(row, today))
    return tuple(AgendaGroup(heading, tuple(lines)) for heading, lines in months.items())


def _begins(row: ScheduleRow) -> datetime:
    moment = row.span.opens or row.span.closes
    assert moment is not None
    return moment


def _ending(row: ScheduleRow) -> datetime:
    return row.span.closes or _begins(row)


def narrowed(rows: Iterable[ScheduleRow], level: str) -> tuple[ScheduleRow, ...]:
    """The stages of one level, or all."""
    return tuple(row for row in rows if not level or row.span.level == level)


def division_filters(chosen: str) -> tuple[Filter, ...]:
    """All divisions, to narrow the schedule to one of them."""
    every = Filter("", _("Semua divisi"), not chosen)
    return (every, *(Filter(d.id, say(d.short), d.id == chosen) for d in divisions.divisions()))


def level_filters(rows: Iterable[ScheduleRow], chosen: str) -> tuple[Filter, ...]:
    """The levels that the schedule has."""
    have = {row.span.level for row in rows}
    every = Filter("", _("Semua tingkat"), not chosen)
    return (every, *(Filter(code, LEVELS[code], code == chosen) for code in LEVELS if code in have))


def drawn(elections: Sequence[ElectionRow], wanted: str) -> ElectionRow | None:
    """The one election that a chart draws: the one asked for, else the first with a voting day."""
    for election in elections:
        if str(election.id) == wanted:
            return election
    ahead = [e for e in elections if e.voting_day is not None and not e.over]
    return next(iter([*ahead, *elections]), None)


def of_election(rows: Iterable[ScheduleRow], election: ElectionRow | None) -> list[ScheduleRow]:
    """The stages of one election."""
    return [row for row in rows if election is not None and row.election_id == election.id]


def chart(rows: Sequence[ScheduleRow], today: date) -> Gantt:
    """The stages on one time axis, parts under their whole; single recurring days are left out."""
    drawn = [row for row in rows if not (row.recurring and _one_day(row.span))]
    return gantt([_bar(row, number) for number, row in numbered(drawn)], today, words.month)


def numbered(rows: Sequence[ScheduleRow]) -> list[tuple[str, ScheduleRow]]:
    """Stages in the order of the law with their numbers: 3, 3.1, 3.1.2."""
    known = {(row.election_id, row.span.stage) for row in rows}
    below: dict[tuple[int, str], list[ScheduleRow]] = {}
    for row in rows:
        parent = (row.election_id, row.span.parent)
        below.setdefault(parent if parent in known else (0, ""), []).append(row)
    return list(_walk(below, (0, ""), ""))


def _walk(
    below: dict[tuple[int, str], list[ScheduleRow]], at: tuple[int, str], prefix: str
) -> Iterable[tuple[str, ScheduleRow]]:
    for count, row in enumerate(below.get(at, ()), 1):
        number = f"{prefix}{count}"
        yield number, row
        yield from _walk(below, (row.election_id, row.span.stage), f"{number}.")


def _one_day(span: Span) -> bool:
    zone = clock.zone()
    if span.opens is None or span.closes is None:
        return False
    return moments.day_of(span.opens, zone) == moments.day_of(span.closes, zone)


def _bar(row: ScheduleRow, number: str) -> GanttRow:
    first, last = _days(row.span.times)
    was = _days(row.before) if row.before else (None, None)
    return GanttRow(
        key=f"{row.election_id}-{row.span.stage}",
        number=number,
        label=say(row.span.name),
        start=first,
        end=last,
        state=row.state if row.state in (DONE, NOW, NEXT) else NEXT,
        url=stage_url(row),
        owner=say(divisions.short(row.span.division)) if row.span.division else "",
        basis=row.span.basis,
        depth=min(number.count("."), 1),
        waiting=row.hold is not None,
        was=(was[0], was[1]) if was[0] and was[1] else None,
    )


def _days(times: tuple[datetime | None, datetime | None]) -> tuple[date | None, date | None]:
    zone = clock.zone()
    first, last = (moments.day_of(moment, zone) if moment else None for moment in times)
    return first, last


def countdown(day: date, name: Text, article: str, *, confirmed: bool) -> Figure:
    """How many days are left to a day, explained: from today, the first day not counted."""
    source = Text("jam kantor", "the office's clock").pick(words.language())
    today = Input(TODAY, clock.today(), source)
    return days_between(today, Input(name, day), article=article, confirmed=confirmed)
