"""An evaluation from the rooms: planned against done, figures, obstacles, follow-ups."""

from collections.abc import Iterable
from datetime import datetime

from jurdil.kernel import clock, facts, moments
from jurdil.kernel.facts import Asked, Told
from jurdil.kernel.language import say
from jurdil.kernel.queries.task_record import TaskRecord, task_record
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import render
from jurdil.law.meetings.states import State
from jurdil.law.reporting import evaluation as law
from jurdil.law.reporting.evaluation import Planned
from jurdil.law.text import Text
from jurdil.meetings import queries as meetings
from jurdil.meetings.records import MeetingRow
from jurdil.places import queries as places
from jurdil.reporting import knowing
from jurdil.reporting.models import Evaluation
from jurdil.reporting.records import (
    EvaluationPage,
    EvaluationRow,
    Line,
    Plan,
    Said,
    Trouble,
)
from jurdil.stages import divisions
from jurdil.stages import queries as stages
from jurdil.stages.queries.schedule import ScheduleRow

SUMMARY, OBSTACLES, POINTS, END = "ringkasan", "hambatan", "tindak-lanjut", "penutup"
STAGES, TASKS, MEETINGS = "tahapan", "tugas", "rapat"
HELD = (State.CLOSED, State.SETTLED)
OBSTACLE = "hambatan"
NAMES = {
    STAGES: Text("Tahapan", "Stages"),
    TASKS: Text("Tugas", "Tasks"),
    MEETINGS: Text("Rapat", "Meetings"),
}


def row_of(found: Evaluation) -> EvaluationRow:
    """An evaluation on a list."""
    paper = found.document
    return EvaluationRow(
        id=found.pk,
        title=found.title,
        division=found.division,
        stage=found.stage,
        first=found.first,
        last=found.last,
        document_id=found.document_id,
        document_state=paper.state if paper else "",
        document_label=paper.get_state_display() if paper else "",
        by=found.account_name,
    )


def page_of(viewer: Viewer, found: Evaluation) -> EvaluationPage:
    """Everything that the rooms tell of an evaluation's days, as they stand now."""
    asked = Asked(found.first, found.last, found.election_id)
    told = knowing.of_division(facts.told(viewer, asked), found.division, found.stage)
    notes = _notes(viewer, found)
    election = found.election
    return EvaluationPage(
        row=row_of(found),
        election_id=found.election_id,
        election=Text(election.name, election.name_en) if election else None,
        plans=plans_of(viewer, found),
        told=told,
        troubles=tuple(one for one in notes if one.kind == OBSTACLE),
        points=tuple(one for one in notes if one.kind != OBSTACLE),
        divisions=by_division(viewer, found),
        remarks=_remarks(found),
        changed=_changed(found, told),
    )


def section_codes(viewer: Viewer, found: Evaluation) -> tuple[str, ...]:
    """The sections that authors may remark on."""
    asked = Asked(found.first, found.last, found.election_id)
    rooms = [one.code for one in facts.told(viewer, asked)]
    return (SUMMARY, STAGES, TASKS, MEETINGS, *rooms, OBSTACLES, POINTS, END)


def plans_of(viewer: Viewer, found: Evaluation, division: str = "") -> tuple[Plan, ...]:
    """Stages, tasks and meetings of an evaluation, of one division or as it says itself."""
    wanted = division or found.division
    lines = {
        STAGES: _stage_lines(viewer, found, wanted),
        TASKS: _task_lines(viewer, found, wanted),
        MEETINGS: _meeting_lines(viewer, found, wanted),
    }
    return tuple(
        Plan(code, NAMES[code], law.balance((one.standing for one in rows), NAMES[code]), rows)
        for code, rows in lines.items()
        if rows
    )


def by_division(viewer: Viewer, found: Evaluation) -> tuple[tuple[Text, tuple[Plan, ...]], ...]:
    """The plans of each division; none for an evaluation of one."""
    if found.division:
        return ()
    each = ((one.full, plans_of(viewer, found, one.id)) for one in divisions.divisions())
    return tuple((name, plans) for name, plans in each if plans)


def figures_of(told: Iterable[Told]) -> dict[str, list[str]]:
    """Every figure by key with its names and its value, as a paper keeps them."""
    return {
        fact.key: [fact.name.id, fact.name.en, render(fact.figure, "id")]
        for one in told
        for fact in one.section.facts
    }


def _stage_lines(viewer: Viewer, found: Evaluation, division: str) -> tuple[Line, ...]:
    if found.election_id is None:
        return ()
    now, zone = clock.now(), clock.zone()
    first, last = moments.start_of(found.first, zone), moments.end_of(found.last, zone)
    rows = [
        row
        for row in stages.schedule(viewer.about(found.election_id))
        if _touches(row, first, last)
        and _of(row.span.division, division)
        and (not found.stage or found.stage in (row.span.stage, row.span.parent))
    ]
    return tuple(_stage_line(row, now) for row in rows)


def _of(division: str, wanted: str) -> bool:
    """Whether work of a division or sub-division is that of the wanted one ('' for all)."""
    return not wanted or division == wanted or wanted in divisions.served_by(division)


def _touches(row: ScheduleRow, first: datetime, last: datetime) -> bool:
    opens, closes = row.span.times
    after = opens is None or opens <= last
    return after and (closes is None or closes >= first) and (opens or closes) is not None


def _stage_line(row: ScheduleRow, now: datetime) -> Line:
    span = row.span
    planned = Planned(
        span.opens, span.closes, row.decided_at, held=row.hold is not None, finishes=False
    )
    return Line(
        words=span.name,
        division=span.division,
        opens=span.opens,
        closes=span.closes,
        done_at=row.decided_at,
        standing=law.standing(planned, now),
        note=row.hold.whom if row.hold else "",
    )


def _task_lines(viewer: Viewer, found: Evaluation, division: str) -> tuple[Line, ...]:
    now = clock.now()
    rows = task_record(viewer, found.first, found.last, found.election_id)
    return tuple(
        _task_line(row, now)
        for row in rows
        if not row.dropped
        and _of(row.division, division)
        and (not found.stage or row.subject == f"stage:{found.stage}")
    )


def _task_line(row: TaskRecord, now: datetime) -> Line:
    planned = Planned(row.opened_at, row.due, row.closed_at, held=row.held)
    return Line(
        words=row.text,
        division=row.division,
        opens=row.opened_at,
        closes=row.due,
        done_at=row.closed_at,
        standing=law.standing(planned, now),
        note=row.result or row.owner,
    )


def _meeting_lines(viewer: Viewer, found: Evaluation, division: str) -> tuple[Line, ...]:
    now = clock.now()
    rows = meetings.meetings_between(viewer, found.first, found.last)
    if found.stage and found.election_id is not None:
        about = meetings.meetings_of_stage(viewer, found.election_id, found.stage)
        kept = {one.id for one in about}
        rows = tuple(row for row in rows if row.id in kept)
    kept_rows = [
        row
        for row in rows
        if found.election_id in (None, row.election_id) and _of(row.division, division)
    ]
    below = {row.path for row in kept_rows if row.path != clock.office_path()}
    names = places.names(viewer, below)
    return tuple(_meeting_line(row, names.get(row.path, ""), now) for row in kept_rows)


def _meeting_line(row: MeetingRow, place: str, now: datetime) -> Line:
    """A meeting with where it was: six plenaries of one name are six kecamatan."""
    done = row.ends if row.state in HELD else None
    words = ", ".join(dict.fromkeys(filter(None, (row.title, place, row.venue))))
    return Line(
        words=Text(words, words),
        division=row.division,
        opens=row.starts,
        closes=row.ends,
        done_at=done,
        standing=law.standing(Planned(row.starts, row.ends, done), now),
        note=say(row.kind_name),
    )


def _notes(viewer: Viewer, found: Evaluation) -> tuple[Trouble, ...]:
    rows = meetings.notes_between(viewer, found.first, found.last, found.election_id)
    return tuple(
        Trouble(
            text=row.text,
            meeting=row.meeting,
            meeting_id=row.meeting_id,
            held=row.held,
            task_id=row.task_id,
            done=row.done,
            late=row.late,
            result=row.result,
            kind=row.kind,
        )
        for row in rows
        if _of(row.division, found.division)
    )


def _remarks(found: Evaluation) -> dict[str, Said]:
    newest = {one.section: one for one in found.remarks.all()}
    return {
        section: Said(one.text, one.account_name, one.written_at)
        for section, one in newest.items()
        if one.text
    }


def _changed(found: Evaluation, told: Iterable[Told]) -> tuple[tuple[Text, str, str], ...]:
    """Figures that differ from those of the drafted paper: name, then, now."""
    if found.document is None:
        return ()
    then = found.document.data["body"].get("figures", {})
    now = figures_of(told)
    return tuple(
        (Text(*(now.get(key) or then[key])[:2]), _value(then, key), _value(now, key))
        for key in {**then, **now}
        if _value(then, key) != _value(now, key)
    )


def _value(figures: dict[str, list[str]], key: str) -> str:
    return figures[key][2] if key in figures else "–"
