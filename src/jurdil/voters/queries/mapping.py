"""Villages and their TPS: how many there are, how many are needed, and the draft of one."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from jurdil.kernel.acts import query
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.voters.mapping import least_stations
from jurdil.voters import mapping, special, tps_figures
from jurdil.voters.mapping import StationLine
from jurdil.voters.models import Pemetaan, PemilihVersi
from jurdil.voters.tps_figures import Compared


@dataclass(frozen=True)
class VillageMapping:
    """A village: voters, those with a TPS, TPS in use, the fewest that the cap allows.

    `special` are TPS at special locations and `away` their voters; the rest speaks of ordinary TPS.
    """

    village: str
    voters: int
    mapped: int
    stations: int
    least: int | None
    largest: int
    drafted: bool
    special: int = 0
    away: int = 0


@dataclass(frozen=True)
class DraftPage:
    """The draft of a village, its TPS, and the families that the present list splits."""

    id: int | None
    village: str
    cap: int | None
    lines: tuple[StationLine, ...]
    made_by: str
    made_at: datetime | None
    undoable: bool
    splits: int
    site_splits: int
    voters: int


@query("voters.mapping")
def village_mappings(viewer: Viewer, election_id: int) -> tuple[VillageMapping, ...]:
    """Every village of the viewer's place that has voters, by code."""
    election = Election.objects.get(pk=election_id)
    cap = mapping.cap_of(election)
    sizes: dict[str, dict[str, int]] = {}
    rows = PemilihVersi.objects.filter(
        until_rev__isnull=True, status=mapping.ACTIVE, village__within=viewer.path
    )
    counted = rows.values_list("village", "tps").annotate(n=Count("pk")).order_by("village", "tps")
    for village, tps, count in counted:
        sizes.setdefault(village, {})[tps] = count
    drafts = set(
        Pemetaan.objects.filter(election=election, applied_at__isnull=True).values_list(
            "village", flat=True
        )
    )
    return tuple(_row(village, found, cap, village in drafts) for village, found in sizes.items())


@query("voters.mapping")
def compare_tps(viewer: Viewer, content: str, column: str) -> tuple[Compared, ...]:
    """The TPS in use per village of the viewer's place beside those of a file (CSV text).

    Raises `Refused` for a file that cannot be compared.
    """
    theirs = tps_figures.read(content, column)
    rows = PemilihVersi.objects.filter(
        until_rev__isnull=True, status=mapping.ACTIVE, village__within=viewer.path
    ).exclude(tps="")
    counted = rows.order_by().values_list("village")
    found = counted.annotate(voters=Count("pk"), stations=Count("tps", distinct=True))
    return tps_figures.compare({village: (n, tps) for village, n, tps in found}, theirs)


@query("voters.mapping")
def mapping_draft(viewer: Viewer, election_id: int, village: str) -> DraftPage:
    """The open draft of a village, or what there is without one.

    Raises Pemetaan.DoesNotExist for a village outside the viewer's place or without voters.
    """
    inside = mapping.present(village).filter(village__within=viewer.path)
    voters = inside.count()
    if not voters:
        raise Pemetaan.DoesNotExist
    draft = Pemetaan.objects.filter(
        election=election_id, village=village, applied_at__isnull=True
    ).first()
    return DraftPage(
        id=draft.pk if draft else None,
        village=village,
        cap=mapping.cap_of(Election.objects.get(pk=election_id)),
        lines=mapping.lines(draft) if draft else (),
        made_by=draft.made_by if draft else "",
        made_at=draft.made_at if draft else None,
        undoable=bool(draft and draft.earlier),
        splits=mapping.split_families(village),
        site_splits=mapping.split_by_sites(village),
        voters=voters,
    )


def _row(village: str, sizes: dict[str, int], cap: int | None, drafted: bool) -> VillageMapping:
    sites = {tps: count for tps, count in sizes.items() if special.is_special(tps)}
    stations = {tps: count for tps, count in sizes.items() if tps and tps not in sites}
    away = sum(sites.values())
    voters = sum(sizes.values()) - away
    return VillageMapping(
        village=village,
        voters=voters,
        mapped=sum(stations.values()),
        stations=len(stations),
        least=least_stations(voters, cap) if cap else None,
        largest=max(stations.values(), default=0),
        drafted=drafted,
        special=len(sites),
        away=away,
    )
