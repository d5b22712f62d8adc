"""Process disputes: the list by what lapses next, one dispute with its strip, its papers."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import translation

from jurdil.kernel import clock, files
from jurdil.kernel.acts import query
from jurdil.kernel.documents.sheet import pdf
from jurdil.kernel.models import StoredFile
from jurdil.kernel.spreadsheets import Row
from jurdil.kernel.viewer import Viewer
from jurdil.law.calendar_days import DayCalendar
from jurdil.law.deadlines import Due
from jurdil.law.oversight import process_disputes as law
from jurdil.law.oversight.clocks import Running
from jurdil.law.oversight.process_disputes import Day, Form, Ruling, State, Step, Track
from jurdil.law.oversight.remaining import Left
from jurdil.law.oversight.words import Word
from jurdil.oversight import clocks_ahead, dispute_papers, sources
from jurdil.oversight import dispute_store as store
from jurdil.oversight.clocks_ahead import Clock
from jurdil.oversight.models import (
    DisputeEvidence,
    DisputeSession,
    DisputeStep,
    ProcessDispute,
)
from jurdil.oversight.sources import Link
from jurdil.places import queries as places


@dataclass(frozen=True)
class RunningRow:
    """A clock that runs with what is left of it."""

    due: Due
    left: Left

    @property
    def unsure(self) -> bool:
        return not self.due.confirmed


@dataclass(frozen=True)
class DisputeRow:
    """A dispute on a list; `clocks` what lapses next on top."""

    row: ProcessDispute
    number: str
    track: Track
    state: State
    ruling: Ruling | None
    place: str
    clocks: tuple[RunningRow, ...]


@dataclass(frozen=True)
class TakenRow:
    """A step that was taken."""

    row: DisputeStep
    step: Step
    ruling: Ruling | None


@dataclass(frozen=True)
class DisputePage:
    """A dispute in full; each form with its number, '' where no source has it."""

    line: DisputeRow
    applicant_kind: Word
    object_kind: Word
    limit: Due | None
    strip: tuple[Day, ...]
    offered: tuple[Step, ...]
    steps: tuple[TakenRow, ...]
    evidence: tuple[DisputeEvidence, ...]
    sessions: tuple[DisputeSession, ...]
    forms: tuple[tuple[Form, str], ...]
    source: Link | None


@query("oversight.dispute")
def dispute_list(viewer: Viewer, *, ended: bool = False) -> tuple[DisputeRow, ...]:
    """Open disputes by what lapses next; or the ended ones, newest first."""
    over = [one.id for one in law.states().values() if one.ended]
    rows = _rows(viewer)
    rows = rows.filter(state__in=over) if ended else rows.exclude(state__in=over)
    found = _lines(viewer, rows.order_by("-received_on", "-pk"))
    if ended:
        return found
    return tuple(sorted(found, key=lambda one: (not one.clocks, _next(one), one.row.pk)))


@query("oversight.dispute")
def dispute(viewer: Viewer, dispute_id: int) -> DisputePage:
    """One dispute. Raises DoesNotExist outside the scope."""
    row = _rows(viewer).get(pk=dispute_id)
    line = _lines(viewer, [row])[0]
    taken = list(row.steps.all())
    begun = next((one.on for one in taken if one.step == law.REGISTERED), row.received_on)
    calendar = clocks_ahead.calendar_of([begun])
    return DisputePage(
        line=line,
        applicant_kind=law.applicants()[row.applicant_kind],
        object_kind=law.objects()[row.object_kind],
        limit=store.limit(row.track, row.object_day),
        strip=law.strip(
            begun, [one.due for one in line.clocks], today=clock.today(), calendar=calendar
        ),
        offered=law.steps_from(row.track, row.state, row.ruling),
        steps=tuple(_taken(one) for one in taken),
        evidence=tuple(row.evidence.select_related("file")),
        sessions=tuple(row.sessions.all()),
        forms=tuple(
            (form, dispute_papers.code(row, form))
            for form in dispute_papers.available(row, [one.step for one in taken])
        ),
        source=sources.link_of(viewer, row.source),
    )


@query("oversight.dispute")
def dispute_pdf(viewer: Viewer, dispute_id: int, use: str) -> bytes:
    """A form of the PSPP series. Raises DoesNotExist outside the scope or before its step."""
    page = dispute(viewer, dispute_id)
    form = next((one for one, _code in page.forms if one.use == use), None)
    if form is None:
        raise ProcessDispute.DoesNotExist
    with translation.override("id"):
        return pdf(dispute_papers.paper(page, form))


@query("oversight.dispute")
def dispute_file(viewer: Viewer, evidence_id: int) -> tuple[StoredFile, bytes]:
    """A file of evidence. Raises DoesNotExist when there is none in sight."""
    rows = DisputeEvidence.objects.filter(dispute__path__within=viewer.path, file__isnull=False)
    row = rows.select_related("file").get(pk=evidence_id)
    assert row.file is not None
    return row.file, files.content(row.file)


@query("oversight.dispute")
def dispute_clocks(viewer: Viewer) -> tuple[Clock, ...]:
    """The clocks that run in open disputes."""
    return tuple(
        Clock(
            subject=f"dispute:{line.row.pk}",
            title=f"{line.number} {line.row.applicant}",
            step=one.due.rule.name,
            ends_at=one.due.at,
            unit=one.due.rule.unit,
            url=store.url(line.row),
            path=line.row.path,
            article=one.due.rule.article,
            confirmed=one.due.confirmed,
        )
        for line in dispute_list(viewer)
        for one in line.clocks
    )


@query("oversight.dispute")
def dispute_counts(viewer: Viewer) -> tuple[int, tuple[tuple[Ruling, int], ...]]:
    """How many disputes there are, and how the decided ones ended."""
    rows = _of(viewer)
    counts = Counter(rows.exclude(ruling="").values_list("ruling", flat=True))
    decided = tuple((one, counts[code]) for code, one in law.rulings().items() if counts[code])
    return rows.count(), decided


@query("oversight.dispute")
def dispute_table(viewer: Viewer) -> list[Row]:
    """All disputes as a table."""
    head: Row = (
        "nomor",
        "jenis",
        "pemohon",
        "termohon",
        "objek",
        "nomor_objek",
        "tanggal_objek",
        "diterima",
        "lewat_waktu",
        "keadaan",
        "amar",
        "putusan",
    )
    return [head, *(_table_row(row) for row in _of(viewer).order_by("year", "serial"))]


def _table_row(row: ProcessDispute) -> Row:
    return (
        store.number(row),
        row.track,
        row.applicant,
        row.respondent,
        row.object_kind,
        row.object_number,
        str(row.object_day),
        str(row.received_on),
        "ya" if row.late else "tidak",
        row.state,
        row.ruling,
        row.decision,
    )


def _of(viewer: Viewer) -> QuerySet[ProcessDispute]:
    return ProcessDispute.objects.filter(path__within=viewer.path)


def _rows(viewer: Viewer) -> QuerySet[ProcessDispute]:
    return _of(viewer).prefetch_related("steps")


def _lines(viewer: Viewer, rows: Iterable[ProcessDispute]) -> tuple[DisputeRow, ...]:
    found = list(rows)
    names = places.names(viewer, {row.path for row in found})
    calendar = clocks_ahead.calendar_of(row.received_on for row in found)
    return tuple(
        DisputeRow(
            row=row,
            number=store.number(row),
            track=law.tracks()[row.track],
            state=law.states()[row.state],
            ruling=law.rulings().get(row.ruling),
            place=names.get(row.path, row.path),
            clocks=tuple(_running(one, calendar) for one in store.clocks(row, calendar)),
        )
        for row in found
    )


def _running(one: Running, calendar: DayCalendar) -> RunningRow:
    return RunningRow(one.due, clocks_ahead.left_of(one.due.rule.unit, one.due.at, calendar))


def _next(line: DisputeRow) -> float:
    return line.clocks[0].due.at.timestamp() if line.clocks else -line.row.received_on.toordinal()


def _taken(row: DisputeStep) -> TakenRow:
    return TakenRow(row, law.steps()[row.step], law.rulings().get(row.ruling))
