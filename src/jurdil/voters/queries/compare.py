"""Any list of any day, and what differs between two states of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.fields import within
from jurdil.kernel.viewer import Viewer
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.voters import chaining, revising
from jurdil.voters.models import DaftarDesa, PemilihVersi, Revisi
from jurdil.voters.records import VoterRow, as_row

STRUCK, MOVED_AWAY = "tms", "pindah"


@dataclass(frozen=True)
class Point:
    """A state of the list: where a revision fixed it, or how it stood at the end of a day."""

    revision: int | None = None
    day: date | None = None


@dataclass(frozen=True)
class Counted:
    """A village in a comparison. A state is None where the revision did not fix the village."""

    path: str
    name: str
    before: int | None
    now: int | None
    came: int
    gone: int
    changed: int


@dataclass(frozen=True)
class Moved:
    """A voter who differs: his row (the later one if there is one) and why he went."""

    row: VoterRow
    earlier: VoterRow | None
    why: str = ""
    regime: str = ""


@dataclass(frozen=True)
class Comparison:
    """Two states side by side; the persons only for one village."""

    rows: tuple[Counted, ...]
    came: tuple[Moved, ...]
    gone: tuple[Moved, ...]
    changed: tuple[Moved, ...]


@dataclass(frozen=True)
class ListOn:
    """The list of a village or TPS as it stood at the end of a day."""

    rev: int
    men: int
    women: int
    unknown: int
    rows: tuple[VoterRow, ...]

    @property
    def total(self) -> int:
        return self.men + self.women + self.unknown


@dataclass(frozen=True)
class PointChoice:
    """A revision that a comparison can be made with."""

    id: int
    title: str
    decided_at: datetime | None


@query("voters.view")
def list_on(viewer: Viewer, path: str, day: date) -> ListOn:
    """The active voters of a village or TPS at the end of a day, in the order of the paper.

    Raises DaftarDesa.DoesNotExist outside the scope and for a larger place.
    """
    village = path.partition("/")[0]
    if paths.level(village) != paths.VILLAGE or not within(path, viewer.path):
        raise DaftarDesa.DoesNotExist
    rev = _rev(Point(day=day), village) or 0
    rows = revising.at(village, rev).filter(status=PemilihVersi.Status.ACTIVE)
    if "/" in path:
        rows = rows.filter(tps=path)
    found = list(rows.order_by("tps", "sort_key", "pk"))
    men, women = (sum(row.sex == sex for row in found) for sex in "LP")
    return ListOn(rev, men, women, len(found) - men - women, tuple(as_row(row) for row in found))


@query("voters.view")
def compare(viewer: Viewer, earlier: Point, later: Point, path: str) -> Comparison:
    """What differs between two states of the villages of a place; persons for one village.

    Raises Revisi.DoesNotExist for a revision of elsewhere or a place outside the scope.
    """
    if not within(path, viewer.path) or "/" in path:
        raise Revisi.DoesNotExist
    for point in (earlier, later):
        _require(viewer, point)
    held = list(DaftarDesa.objects.filter(path__within=path).values_list("path", flat=True))
    names = places.names(viewer, held)
    pairs = [(village, _rev(earlier, village), _rev(later, village)) for village in held]
    counted = tuple(_counted(village, names.get(village, village), a, b) for village, a, b in pairs)
    if paths.level(path) != paths.VILLAGE or not pairs:
        return Comparison(counted, (), (), ())
    _village, before, now = pairs[0]
    return _persons(counted, path, before or 0, now or 0)


@query("voters.view")
def points(viewer: Viewer) -> tuple[PointChoice, ...]:
    """The revisions of the viewer's office that a list can be compared with, the newest first."""
    rows = Revisi.objects.select_related("election").order_by("-pk")
    return tuple(
        PointChoice(row.pk, _title(row), row.decided_at)
        for row in rows
        if within(row.path, viewer.path) or within(viewer.path, row.path)
    )


def _title(row: Revisi) -> str:
    name = chaining.title(row)
    return f"{name} {row.period or row.election.name}"


def _require(viewer: Viewer, point: Point) -> None:
    if point.revision is not None:
        path = Revisi.objects.get(pk=point.revision).path
        if not (within(path, viewer.path) or within(viewer.path, path)):
            raise Revisi.DoesNotExist


def _rev(point: Point, village: str) -> int | None:
    """The change of a village that a point stands for; None where a revision did not fix it."""
    if point.revision is not None:
        return revising.fixed(Revisi(pk=point.revision), village)
    day = point.day or clock.today()
    return revising.rev_on(village, datetime.combine(day, time.max, tzinfo=clock.zone()))


def _active(village: str, rev: int | None) -> int | None:
    if rev is None:
        return None
    return revising.at(village, rev).filter(status=PemilihVersi.Status.ACTIVE).count()


def _counted(village: str, name: str, before: int | None, now: int | None) -> Counted:
    if before is None or now is None:
        return Counted(village, name, _active(village, before), _active(village, now), 0, 0, 0)
    apart = revising.difference(village, before, now)
    total = _active(village, now) or 0
    came, gone = len(apart.came), len(apart.gone)
    return Counted(village, name, total - came + gone, total, came, gone, len(apart.changed))


def _persons(rows: Sequence[Counted], village: str, before: int, now: int) -> Comparison:
    apart = revising.difference(village, before, now)
    gone = []
    for version in sorted(apart.gone, key=_order):
        struck = apart.struck.get(version.pemilih_id)
        why = (struck.tms, struck.tms_regime) if struck else (MOVED_AWAY, "")
        gone.append(Moved(as_row(version), as_row(version), *why))
    return Comparison(
        tuple(rows),
        tuple(Moved(as_row(one), None, one.entered) for one in sorted(apart.came, key=_order)),
        tuple(gone),
        tuple(Moved(as_row(new), as_row(old)) for old, new in apart.changed),
    )


def _order(version: PemilihVersi) -> tuple[str, str, int]:
    return version.tps, version.sort_key, version.pk
