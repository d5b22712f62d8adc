"""The chain of an election's list: its revisions, and where each place stands in one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from jurdil.kernel import windows
from jurdil.kernel.acts import query
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.voters.flow import Flow
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.voters import chain_papers, chaining, locking
from jurdil.voters.models import LepasDaftar, Pleno, Revisi, RevisiDesa
from jurdil.voters.pdpb.counting import Figures, by_village, together
from jurdil.voters.plenary_records import PlenaryRow, row_of
from jurdil.voters.steps import KECAMATAN, REGENCY, STEPS, VILLAGE

LEVELS = {paths.VILLAGE: VILLAGE, paths.KECAMATAN: KECAMATAN, paths.REGENCY: REGENCY}


@dataclass(frozen=True)
class RevisionRow:
    """A revision with its figures at the viewer's place."""

    id: int
    election: int
    regime: str
    kind: str
    title: str
    basis: str
    path: str
    previous: int | None
    opened_at: datetime
    decided_at: datetime | None
    figures: Figures
    villages: int
    fixed: int

    @property
    def done(self) -> bool:
        """Whether it was determined."""
        return self.decided_at is not None

    @property
    def flow(self) -> Flow:
        return self.figures.flow


@dataclass(frozen=True)
class Chain:
    """The revisions of an election's list, the first one first, and what comes next.

    `released` says since when the list no longer stands.
    """

    rows: tuple[RevisionRow, ...]
    next_kind: str
    may_reopen: bool
    released: datetime | None

    @property
    def running(self) -> RevisionRow | None:
        """The revision under way."""
        return next((row for row in self.rows if not row.done), None)


@dataclass(frozen=True)
class PlaceRow:
    """A place in a revision: its figures, its plenary, how many places below it wait for theirs.

    `level` is '' where this revision has no plenary of that place; `fixed`: its list is fixed.
    """

    path: str
    name: str
    level: str
    figures: Figures
    plenary: PlenaryRow | None
    fixed: bool
    waiting: int


@dataclass(frozen=True)
class Standing:
    """Where a place and the places in it stand in a revision; `stage` is (name, opens, closes)."""

    revision: RevisionRow
    here: PlaceRow
    rows: tuple[PlaceRow, ...]
    missing: tuple[tuple[str, str], ...]
    stage: tuple[str, datetime | None, datetime | None] | None


@query("voters.chain")
def chain(viewer: Viewer, election_id: int) -> Chain:
    """The chain of an election. Raises Election.DoesNotExist for one of another office."""
    election = Election.objects.get(pk=election_id)
    if not (within(viewer.path, election.path) or within(election.path, viewer.path)):
        raise Election.DoesNotExist
    held = Revisi.objects.filter(election=election).exclude(kind=Revisi.Kind.PDPB)
    rows = [_row(viewer, one) for one in held.select_related("election").order_by("pk")]
    last = chaining.last_of(election_id)
    gone = LepasDaftar.objects.filter(election=election).first()
    final = last is not None and last.kind in chaining.FINAL
    return Chain(
        tuple(rows),
        chaining.next_kind(last),
        bool(final and last and last.state == Revisi.State.DETERMINED and gone is None),
        gone.legal_at if gone else None,
    )


@query("voters.chain")
def standing(viewer: Viewer, revision_id: int, path: str = "") -> Standing:
    """Where a place stands in a revision. Raises Revisi.DoesNotExist outside the viewer's place."""
    held = _in_scope(viewer, revision_id)
    at = path or (held.path if within(held.path, viewer.path) else viewer.path)
    if not (within(at, viewer.path) and within(at, held.path)) or "/" in at:
        raise Revisi.DoesNotExist
    below = chain_papers.stand(viewer, held, at)
    row = _row(viewer, held, at, below.whole)
    known = _plenaries(held, at)
    rows = tuple(
        _place(viewer, held, one.path, below.names[one.path], one.figures, known)
        for one in below.rows
    )
    here = _place(viewer, held, at, below.name, below.whole, known)
    return Standing(row, here, rows, _missing(viewer, held, here, at), _stage(held, here.level))


@query("voters.view")
def stands_over(viewer: Viewer, village: str) -> bool:
    """Whether a DPT stands over a village of the viewer's, so that voters are marked there."""
    return within(village, viewer.path) and locking.final_over(village) is not None


def _in_scope(viewer: Viewer, revision_id: int) -> Revisi:
    """A revision of the chain that touches the viewer's place. Raises Revisi.DoesNotExist."""
    rows = Revisi.objects.select_related("election").exclude(kind=Revisi.Kind.PDPB)
    held = rows.get(pk=revision_id)
    if not (within(held.path, viewer.path) or within(viewer.path, held.path)):
        raise Revisi.DoesNotExist
    return held


def _row(viewer: Viewer, held: Revisi, path: str = "", whole: Figures | None = None) -> RevisionRow:
    at = path or (held.path if within(held.path, viewer.path) else viewer.path)
    villages = chaining.villages_of(viewer, held, at)
    if whole is None:
        found = by_village(held, at)
        whole = together(found[village] for village in villages if village in found)
    done = RevisiDesa.objects.filter(revision=held, village__in=villages).count()
    return RevisionRow(
        id=held.pk,
        election=held.election_id,
        regime=held.election.regime,
        kind=held.kind,
        title=chaining.title(held),
        basis=held.basis,
        path=held.path,
        previous=held.previous_id,
        opened_at=held.opened_at,
        decided_at=held.decided_at,
        figures=whole,
        villages=len(villages),
        fixed=done,
    )


def _plenaries(held: Revisi, path: str) -> dict[str, PlenaryRow]:
    rows = Pleno.objects.filter(revision=held, path__within=path).prefetch_related("copies")
    return {row.path: row_of(row) for row in rows}


def _place(
    viewer: Viewer,
    held: Revisi,
    path: str,
    name: str,
    figures: Figures,
    known: dict[str, PlenaryRow],
) -> PlaceRow:
    level = LEVELS.get(paths.level(path), "")
    has = level if level in STEPS[held.kind].levels else ""
    waiting = chaining.waiting_below(viewer, held, has, path) if has else []
    fixed = RevisiDesa.objects.filter(revision=held, village__within=path).exists()
    return PlaceRow(path, name, has, figures, known.get(path), fixed, len(waiting))


def _missing(
    viewer: Viewer, held: Revisi, here: PlaceRow, path: str
) -> tuple[tuple[str, str], ...]:
    """Places in it that did not hold their plenary: (path, name)."""
    if not here.level or held.state == Revisi.State.DETERMINED:
        return ()
    waiting: Sequence[str] = chaining.waiting_below(viewer, held, here.level, path)
    names = places.names(viewer, waiting)
    return tuple((one, names.get(one, one)) for one in waiting)


def _stage(held: Revisi, level: str) -> tuple[str, datetime | None, datetime | None] | None:
    stage = chaining.stage_of(held, level) if level else ""
    window = windows.windows_of(held.election_id).filter(stage=stage).first() if stage else None
    return (window.name, window.opens, window.closes) if window else None
