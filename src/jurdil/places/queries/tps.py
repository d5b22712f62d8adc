"""TPS of an election, in their current versions."""

from django.db.models import Count, QuerySet

from jurdil.kernel.acts import query
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime import load_regime
from jurdil.law.text import Text
from jurdil.places import paths
from jurdil.places.models import Tps, TpsVersion
from jurdil.places.records import ContestRow, ElectionRow, TpsChange, TpsRow


@query("places.view")
def elections(viewer: Viewer) -> tuple[ElectionRow, ...]:
    """Elections of the office in which people vote, the newest first.

    Elections stand at the office's level, so they are those at or above the viewer's place.
    """
    found = Election.objects.order_by("-voting_day", "-id")
    return tuple(
        ElectionRow(e.pk, e.regime, Text(e.name, e.name_en), tuple(e.contests))
        for e in found
        if e.contests and (within(viewer.path, e.path) or within(e.path, viewer.path))
    )


@query("places.view")
def chosen_election(viewer: Viewer) -> ElectionRow | None:
    """The election the viewer looks at; without a choice the newest; None when there is none."""
    known = elections(viewer)
    chosen = [row for row in known if row.id == viewer.election_id]
    return next(iter(chosen or known), None)


@query("places.view")
def contests(viewer: Viewer, election: ElectionRow) -> tuple[ContestRow, ...]:
    """The contests held here, in the order of the ballots, under their names in this province.

    Raises `law.regime.UnknownRegime`.
    """
    province = viewer.path[:2]
    regime = load_regime(election.regime)
    return tuple(
        ContestRow(contest.id, contest.name_in(province), contest.choice == "list")
        for contest in sorted(regime.contests, key=lambda contest: contest.order)
        if contest.id in election.contests
    )


@query("places.view")
def tps(viewer: Viewer, election_id: int, path: str) -> TpsRow:
    """One TPS in scope. Raises `Tps.DoesNotExist`."""
    return _row(_scoped(viewer, election_id).get(path=path))


@query("places.view")
def tps_of(viewer: Viewer, election_id: int, path: str = "") -> tuple[TpsRow, ...]:
    """All TPS of an election in a place, dissolved ones too, in order of their paths."""
    return tuple(_row(found) for found in _scoped(viewer, election_id).filter(path__within=path))


@query("places.view")
def tps_paths(viewer: Viewer, election_id: int) -> frozenset[str]:
    """Paths of the TPS in use in scope: for holding a file of thousands against them."""
    in_use = Tps.objects.filter(
        election_id=election_id,
        path__within=viewer.path,
        current__state=TpsVersion.State.IN_USE,
    )
    return frozenset(in_use.values_list("path", flat=True))


@query("places.view")
def tps_history(viewer: Viewer, election_id: int, path: str) -> tuple[TpsChange, ...]:
    """All versions of a TPS, the newest first. Raises `Tps.DoesNotExist`."""
    found = _scoped(viewer, election_id).get(path=path)
    return tuple(
        TpsChange(version.number, _version_row(found, version), version.reason, version.recorded_at)
        for version in found.versions.order_by("-number")
    )


@query("places.view")
def expected_tps(viewer: Viewer, election_id: int) -> dict[str, int]:
    """Number of TPS in use by path, for every village in scope and every place above it in scope.

    A place without TPS is absent, not zero.
    """
    in_use = Tps.objects.filter(
        election_id=election_id,
        path__within=viewer.path,
        current__state=TpsVersion.State.IN_USE,
    )
    counts: dict[str, int] = {}
    for village, number in in_use.values_list("village").annotate(number=Count("id")):
        for path in (*paths.ancestors(village), village):
            if within(path, viewer.path):
                counts[path] = counts.get(path, 0) + number
    return counts


def _scoped(viewer: Viewer, election_id: int) -> QuerySet[Tps]:
    return (
        Tps.objects.filter(election_id=election_id, path__within=viewer.path)
        .select_related("current")
        .order_by("path")
    )


def _row(found: Tps) -> TpsRow:
    if found.current is None:
        raise ValueError(f"TPS {found.path} has no version")
    return _version_row(found, found.current)


def _version_row(found: Tps, version: TpsVersion) -> TpsRow:
    return TpsRow(
        path=found.path,
        election_id=found.election_id,
        village=found.village,
        number=found.number,
        kind=version.kind,
        site=version.site,
        address=version.address,
        access=version.access,
        note=version.note,
        state=version.state,
        version=version.number,
    )
