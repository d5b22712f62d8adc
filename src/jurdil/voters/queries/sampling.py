"""Spot checks: the rows drawn in seven columns, what was found, and the rate with its interval."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.law.voters.sampling import MatchRate, match_rate
from jurdil.voters import supervision
from jurdil.voters.models import PemilihVersi, UjiPetik, UjiPetikHasil
from jurdil.voters.supervision import SeenRow

OVERSEER = "pengawas"


@dataclass(frozen=True)
class Drawn:
    """A drawn row: its stratum, its number, the voter as then seen, what was found last."""

    stratum: str
    unit: str
    row: SeenRow
    matched: bool | None
    note: str


@dataclass(frozen=True)
class SamplePage:
    """A sample with its rows and, once something was found, the rate of matches."""

    id: int
    access_id: int
    path: str
    seed: str
    strata: tuple[tuple[str, int, int], ...]
    made_at: datetime
    rows: tuple[Drawn, ...]
    rate: MatchRate | None


@query("voters.overseer")
def samples(viewer: Viewer, access_id: int) -> tuple[tuple[int, str, int, datetime], ...]:
    """The samples of an access: id, seed, rows drawn, when."""
    rows = _scoped(viewer).filter(access=access_id)
    return tuple((row.pk, row.seed, row.size, row.made_at) for row in rows)


@query("voters.overseer")
def sample(viewer: Viewer, sample_id: int) -> SamplePage:
    """One sample. Raises UjiPetik.DoesNotExist outside the scope, or another's for an overseer."""
    one = _scoped(viewer).select_related("access").get(pk=sample_id)
    last = {found.unit: found for found in UjiPetikHasil.objects.filter(sample=one)}
    versions = PemilihVersi.objects.in_bulk([row[2] for row in one.drawn])
    day = one.made_at.date()
    rows = tuple(
        _drawn(stratum, unit, supervision.seen([versions[pk]], day)[0], last.get(unit))
        for stratum, unit, pk in one.drawn
    )
    counted = [stratum for stratum, _unit, _pk in one.drawn]
    strata = tuple((name, size, counted.count(name)) for name, size in sorted(one.strata.items()))
    matched = sum(found.matched for found in last.values())
    return SamplePage(
        id=one.pk,
        access_id=one.access_id,
        path=one.path,
        seed=one.seed,
        strata=strata,
        made_at=one.made_at,
        rows=rows,
        rate=match_rate(matched, len(last)) if last else None,
    )


def _scoped(viewer: Viewer) -> QuerySet[UjiPetik]:
    rows = UjiPetik.objects.filter(path__within=viewer.path)
    return rows.filter(access__holder=viewer.account_id) if viewer.role == OVERSEER else rows


def _drawn(stratum: str, unit: str, row: SeenRow, found: UjiPetikHasil | None) -> Drawn:
    return Drawn(stratum, unit, row, found.matched if found else None, found.note if found else "")
