"""The form of the whole schedule: what was typed against what is in force."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.language import say
from jurdil.stages import schedule_file
from jurdil.stages.exports import local_times
from jurdil.stages.pages import agenda
from jurdil.stages.plan import BadChange, Times
from jurdil.stages.queries.schedule import ScheduleRow

OPENS, CLOSES = "mulai:", "selesai:"


@dataclass(frozen=True)
class EditLine:
    """A stage with its two inputs: names, values, and the kind of input each needs."""

    number: str
    stage: str
    name: str
    frozen: bool
    opens: "EditCell"
    closes: "EditCell"
    depth: int


@dataclass(frozen=True)
class EditCell:
    """One date input: a day, or a minute where the schedule has one."""

    name: str
    value: str
    kind: str


def lines(rows: Iterable[ScheduleRow], typed: Mapping[str, str]) -> tuple[EditLine, ...]:
    """Every stage with what was typed, or with the dates in force."""
    found = []
    for number, row in agenda.numbered(list(rows)):
        opens, closes = local_times(row.span)
        stage = row.span.stage
        found.append(
            EditLine(
                number=number,
                stage=stage,
                name=say(row.span.name),
                frozen=row.decided_at is not None,
                opens=_cell(f"{OPENS}{stage}", opens, typed),
                closes=_cell(f"{CLOSES}{stage}", closes, typed),
                depth=number.count("."),
            )
        )
    return tuple(found)


def _cell(name: str, value: str, typed: Mapping[str, str]) -> EditCell:
    kind = "datetime-local" if " " in value else "date"
    return EditCell(name, typed.get(name, value.replace(" ", "T")), kind)


def changes_of(rows: Iterable[ScheduleRow], posted: QueryDict) -> dict[str, Times]:
    """The stages whose typed dates differ from those in force. Raises `plan.BadChange`."""
    return differing(rows, _typed(rows, posted))


def differing(rows: Iterable[ScheduleRow], wanted: Mapping[str, Times]) -> dict[str, Times]:
    """Of the dates asked for, those that are not in force already; unknown stages stay in."""
    known = {row.span.stage: row.span.times for row in rows}
    return {stage: times for stage, times in wanted.items() if known.get(stage) != times}


def _typed(rows: Iterable[ScheduleRow], posted: QueryDict) -> dict[str, Times]:
    found: dict[str, Times] = {}
    faults = []
    zone = clock.zone()
    for row in rows:
        stage = row.span.stage
        if f"{OPENS}{stage}" not in posted and f"{CLOSES}{stage}" not in posted:
            continue
        try:
            found[stage] = (
                schedule_file.parse(posted.get(f"{OPENS}{stage}", ""), zone, ends=False),
                schedule_file.parse(posted.get(f"{CLOSES}{stage}", ""), zone, ends=True),
            )
        except schedule_file.NotATime as fault:
            faults.append(
                _("%(stage)s: “%(text)s” bukan tanggal. Tulis seperti 2024-02-14.")
                % {"stage": say(row.span.name), "text": fault}
            )
    if faults:
        raise BadChange(faults)
    return found


def carried(changes: Mapping[str, Times]) -> list[tuple[str, str]]:
    """The changes as hidden inputs, from the preview to the act."""
    zone = clock.zone()
    found = []
    for stage, (opens, closes) in changes.items():
        for name, moment, ends in ((OPENS, opens, False), (CLOSES, closes, True)):
            found.append((f"{name}{stage}", schedule_file.shown(moment, zone, ends=ends)))
    return found
