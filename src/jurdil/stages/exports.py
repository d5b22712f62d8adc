"""The schedule as iCalendar and as CSV."""

from collections.abc import Iterable
from datetime import timedelta

from icalendar import Calendar, Event, vDuration

from jurdil.kernel import clock, csv_files, moments
from jurdil.kernel.language import say
from jurdil.stages.queries.feeds import Entry
from jurdil.stages.records import Span
from jurdil.stages.schedule_file import shown

CALENDAR_TYPE = "text/calendar; charset=utf-8"
REFRESH = timedelta(hours=6)
COLUMNS = ("tahapan", "nama", "mulai", "selesai")


def calendar(name: str, entries: Iterable[Entry]) -> bytes:
    """A calendar feed: stable UIDs, whole days as dates, hours with their zone."""
    feed = Calendar()
    feed.add("prodid", "-//Jurdil//Jadwal//ID")
    feed.add("version", "2.0")
    feed.add("method", "PUBLISH")
    feed.add("x-wr-calname", name)
    feed.add("x-wr-timezone", str(clock.zone()))
    feed.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    for entry in entries:
        feed.add_component(_event(entry))
    feed.add_missing_timezones()
    written: bytes = feed.to_ical()
    return written


def _event(entry: Entry) -> Event:
    zone = clock.zone()
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.changed_at)
    event.add("last-modified", entry.changed_at)
    event.add("summary", say(entry.name))
    event.add("description", say(entry.about))
    event.add("transp", "TRANSPARENT")
    if entry.whole_days:
        first = moments.day_of(entry.opens, zone)
        last = moments.day_of(entry.closes or entry.opens, zone)
        event.add("dtstart", first)
        event.add("dtend", last + timedelta(days=1))
        return event
    event.add("dtstart", entry.opens.astimezone(zone))
    if entry.closes is not None and entry.closes > entry.opens:
        event.add("dtend", entry.closes.astimezone(zone))
    return event


def schedule_csv(spans: Iterable[Span]) -> str:
    """The schedule as a table to change and bring back: local days, hours where there are some."""
    rows = ([span.stage, say(span.name), *local_times(span)] for span in spans)
    return csv_files.written([COLUMNS, *rows], end="\r\n")


def local_times(span: Span) -> tuple[str, str]:
    """Opening and closing as typed in a form: ``2024-02-14``, or with a minute after it."""
    zone = clock.zone()
    return shown(span.opens, zone, ends=False), shown(span.closes, zone, ends=True)
