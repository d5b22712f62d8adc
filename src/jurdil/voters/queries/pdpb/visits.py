"""Visits of a quarter: who waits for one, who goes, what was found."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from jurdil.kernel.acts import query
from jurdil.kernel.paging import Key, Page, page_of
from jurdil.kernel.viewer import Viewer
from jurdil.voters.models import Kunjungan, PemilihVersi, TugasCoktas
from jurdil.voters.pdpb import assigning, checks, leftovers
from jurdil.voters.pdpb.records import scope, seen
from jurdil.voters.records import VoterRow, as_row

PAGE = 50
OPEN, FREE, MINE, DONE = "terbuka", "belum-ditugaskan", "saya", "selesai"
SHOWN = (OPEN, FREE, MINE, DONE)


@dataclass(frozen=True)
class VisitRow:
    """A visit with the voter as he stands now."""

    id: int
    revision: int
    voter: VoterRow
    why: str
    note: str
    officer: str
    officer_id: int | None
    assignment: int | None
    result: str
    visited_on: date | None
    finding: str
    proposal: int | None
    recorded_name: str
    recorded_at: datetime | None


@dataclass(frozen=True)
class AssignmentRow:
    """An assignment letter with how far its visits are."""

    id: int
    officer: str
    document: int
    number: str
    first_day: date
    last_day: date
    visits: int
    done: int


@dataclass(frozen=True)
class VisitBoard:
    """The visits of a quarter: a page of them, how many of each standing, letters, checks.

    `left` by a voting day are voters to visit and people of a DPK to propose.
    """

    page: Page[VisitRow]
    counts: Mapping[str, int]
    assignments: tuple[AssignmentRow, ...]
    checks: Mapping[str, int]
    by_village: tuple[tuple[str, int, int], ...]
    left: tuple[int, int]


@dataclass(frozen=True)
class PastVisit:
    """A visit to one voter, in words."""

    id: int
    why: str
    result: str
    day: date | None


@dataclass(frozen=True)
class Officer:
    """Somebody of the office who may be sent."""

    id: int
    name: str


@query("voters.pdpb")
def visit_board(
    viewer: Viewer, revision_id: int, *, shown: str = OPEN, path: str = "", after: Key | None = None
) -> VisitBoard:
    """The visits of a quarter in the viewer's place, village by village."""
    held = seen(viewer, revision_id)
    every = Kunjungan.objects.filter(revision=held, village__within=viewer.path)
    rows = _narrowed(every, shown, viewer)
    if path:
        rows = rows.filter(village__within=path)
    if after:
        village, pk = after
        rows = rows.filter(Q(village__gt=village) | Q(village=village, pk__gt=pk))
    found = list(rows.select_related("assignment__officer").order_by("village", "pk")[: PAGE + 1])
    page = page_of(found, PAGE, lambda row: (row.village, row.pk), first=after is None)
    counts = {name: _narrowed(every, name, viewer).count() for name in SHOWN}
    villages = every.values_list("village").annotate(
        n=Count("pk"), done=Count("pk", filter=~Q(result=""))
    )
    return VisitBoard(
        page=Page(_rows(page.rows), page.after, page.first),
        counts=counts,
        assignments=tuple(_assignment(one) for one in TugasCoktas.objects.filter(revision=held)),
        checks=checks.counts(scope(viewer, held), held),
        by_village=tuple(villages.order_by("village")),
        left=leftovers.counts(held),
    )


@query("voters.pdpb")
def visit(viewer: Viewer, visit_id: int) -> VisitRow:
    """One visit. Raises Kunjungan.DoesNotExist outside the viewer's place."""
    rows = Kunjungan.objects.filter(village__within=viewer.path)
    row = rows.select_related("assignment__officer").get(pk=visit_id)
    seen(viewer, row.revision_id)
    return _rows([row])[0]


@query("voters.pdpb")
def visits_to(viewer: Viewer, voter_id: int) -> tuple[PastVisit, ...]:
    """The visits to a voter in the viewer's place, the newest first."""
    rows = Kunjungan.objects.filter(pemilih=voter_id, village__within=viewer.path).order_by("-pk")
    return tuple(
        PastVisit(
            row.pk,
            str(Kunjungan.Why(row.why).label),
            str(Kunjungan.Result(row.result).label) if row.result else "",
            row.visited_on,
        )
        for row in rows[:10]
    )


@query("voters.pdpb")
def officers(viewer: Viewer) -> tuple[Officer, ...]:
    """Who of the office may be sent, by name."""
    found = assigning.officers(viewer.path).order_by("name", "pk")
    return tuple(Officer(one.pk, one.name) for one in found)


def _narrowed(rows: QuerySet[Kunjungan], shown: str, viewer: Viewer) -> QuerySet[Kunjungan]:
    if shown == DONE:
        return rows.exclude(result="")
    waiting = rows.filter(result="")
    if shown == FREE:
        return waiting.filter(assignment__isnull=True)
    if shown == MINE:
        return waiting.filter(assignment__officer=viewer.account_id)
    return waiting


def _rows(visits: "list[Kunjungan] | tuple[Kunjungan, ...]") -> tuple[VisitRow, ...]:
    persons = [row.pemilih_id for row in visits]
    present = PemilihVersi.objects.filter(pemilih__in=persons, until_rev__isnull=True)
    versions = {version.pemilih_id: as_row(version) for version in present}
    return tuple(_row(row, versions[row.pemilih_id]) for row in visits)


def _row(row: Kunjungan, voter: VoterRow) -> VisitRow:
    task = row.assignment
    return VisitRow(
        id=row.pk,
        revision=row.revision_id,
        voter=voter,
        why=row.why,
        note=row.note,
        officer=task.officer.name if task else "",
        officer_id=task.officer_id if task else None,
        assignment=row.assignment_id,
        result=row.result,
        visited_on=row.visited_on,
        finding=row.finding,
        proposal=row.proposal_id,
        recorded_name=row.recorded_name,
        recorded_at=row.recorded_at,
    )


def _assignment(row: TugasCoktas) -> AssignmentRow:
    return AssignmentRow(
        id=row.pk,
        officer=row.officer.name,
        document=row.document_id,
        number=row.document.number,
        first_day=row.first_day,
        last_day=row.last_day,
        visits=row.visits.count(),
        done=row.visits.exclude(result="").count(),
    )
