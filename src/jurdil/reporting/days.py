"""The daily sheet of the office: what the rooms know of one day."""

from datetime import date, datetime

from django.utils.translation import override

from jurdil.kernel import clock, policy
from jurdil.kernel.queries.task_record import task_record
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure, Input, total
from jurdil.law.text import Text
from jurdil.meetings import queries as meetings
from jurdil.meetings.records import MeetingRow
from jurdil.office import queries as office
from jurdil.reporting.models import SheetSent
from jurdil.reporting.records import Activity, DaySheet
from jurdil.stages import queries as stages
from jurdil.stages.queries.schedule import ScheduleRow

MEETING, STAGE, TASK = "rapat", "tahapan", "tugas"


def sheet_of(viewer: Viewer, day: date) -> DaySheet:
    """Meetings, stages that run, tasks that ended, letters; nothing is typed a second time.

    It goes to other offices, so its words are Indonesian in whatever language the page is.
    """
    with override("id"):
        return _sheet(viewer, day)


def _sheet(viewer: Viewer, day: date) -> DaySheet:
    held = meetings.meetings_between(viewer, day, day)
    done = [
        row
        for row in task_record(viewer, date(day.year - 1, 1, 1), date(day.year + 1, 12, 31))
        if row.closed_at and _day(row.closed_at) == day and not row.dropped
    ]
    lines = [
        *(_meeting(viewer, row) for row in held),
        *(_stage(row) for row in stages.schedule(viewer.about(None)) if _runs(row, day)),
        *(Activity(TASK, "", row.text.id, "", "", row.result or "selesai") for row in done),
    ]
    figures = [
        _figure(Text("Rapat hari ini", "Meetings of the day"), len(held)),
        _figure(Text("Tugas selesai", "Tasks done"), len(done)),
    ]
    if policy.allows(viewer, "office.letters"):
        counts = office.letter_counts(viewer, day, day)
        figures += [
            _figure(Text("Surat masuk", "Letters received"), counts.received),
            _figure(Text("Surat keluar", "Letters sent"), counts.sent),
        ]
    return DaySheet(day, tuple(lines), tuple(figures), _sent(viewer, day))


def _meeting(viewer: Viewer, row: MeetingRow) -> Activity:
    zone = clock.zone()
    start, end = row.starts.astimezone(zone), row.ends.astimezone(zone)
    counts = meetings.counts_of(viewer, row.id)
    came = f"{row.state_label}; hadir {counts.there} dari {counts.invited} undangan"
    return Activity(
        sort=MEETING,
        hours=f"{start:%H.%M}–{end:%H.%M} {start:%Z}",
        text=f"{row.kind_name.id}: {row.title}",
        place=row.venue,
        ground="",
        state=came if counts.invited else str(row.state_label),
    )


def _stage(row: ScheduleRow) -> Activity:
    span = row.span
    last = f"sampai {_day(span.closes):%d-%m-%Y}" if span.closes else "berjalan"
    return Activity(STAGE, "", f"{span.name.id} ({row.election.id})", "", span.basis, last)


def _runs(row: ScheduleRow, day: date) -> bool:
    opens, closes = row.span.times
    if opens is None or closes is None:
        return False
    return _day(opens) <= day <= _day(closes)


def _day(moment: datetime) -> date:
    return moment.astimezone(clock.zone()).date()


def _sent(viewer: Viewer, day: date) -> tuple[tuple[str, datetime, str], ...]:
    rows = SheetSent.objects.filter(path=viewer.path, day=day)
    return tuple((one.sent_to, one.sent_at, one.account_name) for one in rows)


def _figure(name: Text, value: int) -> tuple[Text, Figure]:
    return name, total([Input(name, value)], article="", confirmed=True)
