"""Soppeng's real regions and a few TPS, for the tests of this room."""

from jurdil.kernel.models import Election
from jurdil.kernel.viewer import system_viewer
from jurdil.places import actions
from jurdil.places.models import Region
from jurdil.places.records import NewTps
from tests import factories

MARIORIWAWO, LILIRIAJA = "73.12.01", "73.12.02"
LABESSI = "73.12.01.1001"
TETTIKENRARAE = "73.12.01.1002"


def regions() -> None:
    """The office with its regions, without an election."""
    office = factories.office()
    if not Region.objects.exists():
        actions.set_up_regions(by=system_viewer(office.path, office.kind), regency=office.path)


def soppeng() -> Election:
    """The office with its regions and Pemilu 2024, without TPS."""
    regions()
    return factories.election(contests=["ppwp", "dpr", "dpd", "dprd-prov", "dprd-kab"])


def with_tps(*rows: NewTps) -> Election:
    """`soppeng` with TPS; without rows three in Labessi and one in the next kecamatan."""
    held = soppeng()
    chosen = rows or (
        NewTps(LABESSI, 1, address="SD 12"),
        NewTps(LABESSI, 2),
        NewTps(LABESSI, 901, kind="lapas", site="Rutan"),
        NewTps(village_of(LILIRIAJA), 1),
    )
    actions.add_tps_list(
        by=factories.viewer(), election_id=held.pk, rows=chosen, reason="Penetapan"
    )
    return held


def village_of(kecamatan: str) -> str:
    """The first village of a kecamatan."""
    return Region.objects.filter(path__within=kecamatan, level=4).order_by("path")[0].path
