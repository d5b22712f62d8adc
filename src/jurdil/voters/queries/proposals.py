"""Proposals and possible doubles: what waits, and one of them with old and new side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet

from jurdil.kernel.acts import query
from jurdil.kernel.paging import Key, Page, page_of
from jurdil.kernel.viewer import Viewer
from jurdil.voters.models import Ganda, PemilihVersi, PencarianGanda, Usulan
from jurdil.voters.people import NAMES, elements_in
from jurdil.voters.proposal_records import ProposalRow, row_of
from jurdil.voters.records import VoterRow, as_row
from jurdil.voters.sealing import elements_of

PAGE = 50
_NUMBERS = ("nik", "nkk")


@dataclass(frozen=True)
class Line:
    """One element as it stands and as proposed; numbers are masked."""

    element: str
    old: str
    new: str


@dataclass(frozen=True)
class ProposalPage:
    """A proposal with what it changes, and what was decided about the same person before."""

    row: ProposalRow
    lines: tuple[Line, ...]
    moved_on: bool
    earlier: tuple[ProposalRow, ...]


@dataclass(frozen=True)
class Waiting:
    """How much waits for a decision in the viewer's place."""

    by_kind: Mapping[str, int]
    doubles: int

    @property
    def proposals(self) -> int:
        return sum(self.by_kind.values())


@dataclass(frozen=True)
class Pair:
    """Two voters who may be one person."""

    id: int
    kind: str
    state: str
    first: VoterRow
    second: VoterRow
    note: str
    decided_name: str
    decided_at: datetime | None


@dataclass(frozen=True)
class DoubleSearch:
    """Pairs that wait, and the last search for more: of `entries` so many were compared."""

    waiting: int
    running: bool = False
    entries: int = 0
    compared: int = 0
    found: int = 0
    when: datetime | None = None


@query("voters.proposals")
def waiting(viewer: Viewer) -> Waiting:
    """What waits for a decision in the viewer's place."""
    counts = _scoped(viewer).filter(state=Usulan.State.OPEN).values_list("kind")
    doubles = Ganda.objects.filter(state=Ganda.State.OPEN, path__within=viewer.path).count()
    return Waiting(dict(counts.annotate(n=Count("pk")).order_by("kind")), doubles)


@query("voters.proposals")
def proposals(
    viewer: Viewer,
    *,
    state: str = Usulan.State.OPEN,
    kind: str = "",
    path: str = "",
    source: str = "",
    after: Key | None = None,
) -> Page[ProposalRow]:
    """A page of proposals, the oldest first; '' for a filter does not narrow."""
    given = {"state": state, "kind": kind, "source": source}
    rows = _scoped(viewer).filter(**{name: value for name, value in given.items() if value})
    if path:
        rows = rows.filter(village__within=path)
    if after:
        rows = rows.filter(pk__gt=after[0])
    found = list(rows.select_related("seen").order_by("pk")[: PAGE + 1])
    page = page_of(found, PAGE, lambda row: (row.pk,), first=after is None)
    return Page(tuple(row_of(row) for row in page.rows), page.after, page.first)


@query("voters.proposals")
def proposal(viewer: Viewer, proposal_id: int) -> ProposalPage:
    """One proposal. Raises Usulan.DoesNotExist outside the viewer's place."""
    row = _scoped(viewer).select_related("seen").get(pk=proposal_id)
    earlier = Usulan.objects.none()
    if row.pemilih_id:
        earlier = _scoped(viewer).filter(pemilih=row.pemilih_id).exclude(pk=row.pk)
    elif row.nik_index:
        earlier = _scoped(viewer).filter(nik_index=row.nik_index).exclude(pk=row.pk)
    moved_on = bool(row.seen and row.seen.until_rev is not None and row.state == Usulan.State.OPEN)
    past = tuple(row_of(one) for one in earlier.select_related("seen").order_by("-pk")[:20])
    return ProposalPage(row_of(row), _lines(row), moved_on, past)


@query("voters.proposals")
def doubles(viewer: Viewer, state: str = Ganda.State.OPEN) -> tuple[Pair, ...]:
    """Pairs that may be one person, the surest kind first."""
    rows = Ganda.objects.filter(state=state, path__within=viewer.path).order_by("kind", "pk")
    return tuple(_pairs(viewer, rows[: PAGE * 4]))


@query("voters.proposals")
def double_search(viewer: Viewer) -> DoubleSearch:
    """How many pairs wait, and the last search over the whole list."""
    waiting = Ganda.objects.filter(state=Ganda.State.OPEN, path__within=viewer.path).count()
    last = PencarianGanda.objects.filter(path=viewer.path).first()
    if last is None:
        return DoubleSearch(waiting)
    running = last.state != PencarianGanda.State.DONE
    when = last.finished_at or last.asked_at
    return DoubleSearch(waiting, running, last.entries, last.compared, last.found, when)


@query("voters.proposals")
def double(viewer: Viewer, pair_id: int) -> Pair:
    """One pair. Raises Ganda.DoesNotExist outside the viewer's place."""
    return _pairs(viewer, [Ganda.objects.filter(path__within=viewer.path).get(pk=pair_id)])[0]


def _scoped(viewer: Viewer) -> QuerySet[Usulan]:
    return Usulan.objects.filter(village__within=viewer.path)


def _lines(row: Usulan) -> tuple[Line, ...]:
    """What a proposal changes; a new person is shown whole."""
    new = elements_of(row)
    old = elements_in(row.seen).as_row() if row.seen else {}
    return tuple(
        Line(name, _masked(name, old.get(name, "")), _masked(name, new[name]))
        for name in NAMES
        if name in new and (row.seen is None or new[name] != old.get(name, ""))
    )


def _masked(element: str, value: str) -> str:
    """A number shows its last four digits only."""
    if element not in _NUMBERS or len(value) <= 4:
        return value
    return f"{'•' * (len(value) - 4)}{value[-4:]}"


def _pairs(viewer: Viewer, rows: "QuerySet[Ganda] | list[Ganda]") -> list[Pair]:
    found = list(rows)
    persons = {one for row in found for one in (row.first_id, row.second_id)}
    present = PemilihVersi.objects.filter(
        pemilih__in=persons, until_rev__isnull=True, village__within=viewer.path
    )
    known = {row.pemilih_id: as_row(row) for row in present}
    return [
        Pair(
            row.pk,
            row.kind,
            row.state,
            known[row.first_id],
            known[row.second_id],
            row.note,
            row.decided_name,
            row.decided_at,
        )
        for row in found
        if row.first_id in known and row.second_id in known
    ]
