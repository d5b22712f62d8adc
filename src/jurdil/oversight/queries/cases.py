"""Readings of findings and reports: lists, one case, its evidence, the status for its reporter."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from jurdil.kernel import clock, files
from jurdil.kernel.acts import query
from jurdil.kernel.language import say
from jurdil.kernel.models import StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law.calendar_days import DayCalendar
from jurdil.law.oversight import case_words, cases
from jurdil.law.oversight.case_words import Hours
from jurdil.oversight import case_facts, case_reading, case_store
from jurdil.oversight.case_reading import Clock
from jurdil.oversight.models import Case, CaseEvidence
from jurdil.places import queries as places

SHOWN = 300
OPEN = tuple(name for name, state in cases.states().items() if not state.ended)
PARTS = ("steps", "meetings", "hearings", "events", "referrals")


@dataclass(frozen=True)
class CaseRow:
    """A case on a list. `clock` is what lapses next, None when nothing runs."""

    id: int
    number: str
    title: str
    kind: str
    kind_label: str
    level: str
    state: str
    state_label: str
    ended: bool
    place: str
    path: str
    received_at: datetime
    in_time: bool | None
    clock: Clock | None
    outcomes: tuple[str, ...]


@dataclass(frozen=True)
class PublicStatus:
    """What the reporter learns by the code on the receipt: numbers, states and days, no words."""

    number: str
    intake_number: str
    kind_label: str
    state_label: str
    state: str
    received_at: datetime
    steps: tuple[tuple[str, datetime], ...]
    outcomes: tuple[str, ...]
    reason: str


@query("oversight.case")
def case_rows(viewer: Viewer, *, state: str = "", number: str = "") -> tuple[CaseRow, ...]:
    """Cases of the viewer's place: what lapses next on top, then the newest.

    `state` is ``terbuka``, ``selesai``, or empty for all; `number` a part of a number. There is no
    way to look for a person.
    """
    rows = Case.objects.filter(path__within=viewer.path)
    if state == "terbuka":
        rows = rows.filter(state__in=OPEN) | rows.filter(referrals__result="menunggu")
    elif state == "selesai":
        rows = rows.exclude(state__in=OPEN)
    if wanted := number.strip():
        rows = rows.filter(number__icontains=wanted) | rows.filter(intake_number__icontains=wanted)
    return _rows(viewer, rows.distinct().order_by("-received_at", "-id"))


@query("oversight.case")
def open_cases(viewer: Viewer) -> int:
    """How many cases are not done."""
    return Case.objects.filter(path__within=viewer.path, state__in=OPEN).count()


@query("oversight.case")
def case_file(viewer: Viewer, case_id: int, evidence_id: int) -> tuple[StoredFile, str, bytes]:
    """A piece of evidence with our name for it.

    Raises CaseEvidence.DoesNotExist for one out of sight, without a file, or of an identity: that
    one opens by the act `reveal`.
    """
    row = (
        CaseEvidence.objects.filter(case__path__within=viewer.path, case_id=case_id)
        .exclude(kind=CaseEvidence.Kind.IDENTITY)
        .select_related("file")
        .get(pk=evidence_id, file__isnull=False)
    )
    assert row.file is not None
    return row.file, row.name, files.content(row.file)


@query("oversight.case")
def case_paper(viewer: Viewer, case_id: int, kind: str, row_id: int) -> tuple[StoredFile, bytes]:
    """The file of a step, meeting, hearing, event or referral. Raises DoesNotExist."""
    parts = {
        "langkah": "steps",
        "gakkumdu": "meetings",
        "sidang": "hearings",
        "kejadian": "events",
        "penerusan": "referrals",
    }
    case = Case.objects.filter(path__within=viewer.path).get(pk=case_id)
    if kind not in parts:
        raise Case.DoesNotExist
    row = getattr(case, parts[kind]).select_related("file").get(pk=row_id, file__isnull=False)
    return row.file, files.content(row.file)


@query("oversight.desk")
def case_status(viewer: Viewer, code: str) -> PublicStatus:
    """What the reporter learns by the code of the receipt. Raises Case.DoesNotExist."""
    case = Case.objects.filter(path__within=viewer.path).get(receipt=code.strip().upper())
    known = cases.steps()
    return PublicStatus(
        number=case.number,
        intake_number=case.intake_number,
        kind_label=str(case.get_kind_display()),
        state_label=say(cases.states()[case.state].name),
        state=case.state,
        received_at=case.received_at,
        steps=tuple(
            (say(cases.states()[row.after].name), row.taken_at)
            for row in case.steps.order_by("taken_at", "pk")
            if row.step in known and row.after != row.before
        ),
        outcomes=case_reading.outcomes(case.outcomes) if case.state == case_facts.ANNOUNCED else (),
        reason=say(cases.reasons()[case.reason].name) if case.reason else "",
    )


@query("oversight.desk")
def desk_hours(viewer: Viewer, kind: str) -> tuple[Hours, ...]:
    """The hours of the report desk for a kind of election."""
    return case_words.hours(kind)


def _rows(viewer: Viewer, rows: QuerySet[Case]) -> tuple[CaseRow, ...]:
    found = list(rows.select_related("election").prefetch_related(*PARTS)[:SHOWN])
    named = places.names(viewer, {row.path for row in found})
    moments = (at for row in found for at in case_facts.events(row).values())
    now, calendar = clock.now(), case_store.calendar_of(*moments)
    made = (_row(row, named.get(row.path, row.path), now, calendar) for row in found)
    return tuple(sorted(made, key=_order))


def _order(row: CaseRow) -> tuple[bool, datetime | float, float]:
    newest = -row.received_at.timestamp()
    if row.clock is None:
        return True, 0.0, newest
    return False, row.clock.at.timestamp(), newest


def _row(row: Case, place: str, now: datetime, calendar: DayCalendar) -> CaseRow:
    state = cases.states()[row.state]
    running = case_reading.clocks_of(row, now, calendar)
    return CaseRow(
        id=row.pk,
        number=case_store.named(row),
        title=row.title,
        kind=row.kind,
        kind_label=str(row.get_kind_display()),
        level=row.level,
        state=row.state,
        state_label=say(state.name),
        ended=state.ended,
        place=place,
        path=row.path,
        received_at=row.received_at,
        in_time=row.in_time,
        clock=running[0] if running else None,
        outcomes=case_reading.outcomes(row.outcomes),
    )
