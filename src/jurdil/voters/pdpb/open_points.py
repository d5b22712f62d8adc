"""What is still open in a quarter: each point with its number; the plenary answers for the rest."""

from dataclasses import dataclass

from django.db.models import Q

from jurdil.voters.models import (
    AngkaSidalih,
    Ganda,
    Kiriman,
    Kunjungan,
    PemilihVersi,
    Revisi,
    Triwulan,
    Usulan,
)
from jurdil.voters.pdpb import counting
from jurdil.voters.pdpb.sidalih import compare, own, read

PROPOSALS, SECOND, PAPERLESS = "usulan", "orang-kedua", "tanpa-berkas"
VISITS, UNASSIGNED, FILES, DOUBLES = "kunjungan", "belum-ditugaskan", "berkas", "ganda"
NO_TPS, SIDALIH, DIFFERS, DATES = "tanpa-tps", "sidalih", "beda", "tanggal"


@dataclass(frozen=True)
class Point:
    """Something open: its code (said in words by pages) and how many."""

    code: str
    count: int


def points(revision: Revisi) -> tuple[Point, ...]:
    """The open points of a quarter in the order in which they are worked on; none that are 0."""
    waiting = Usulan.objects.filter(
        election=revision.election_id, state=Usulan.State.OPEN, village__within=revision.path
    )
    visits = Kunjungan.objects.filter(revision=revision, result="")
    active = PemilihVersi.objects.filter(
        until_rev__isnull=True, status=PemilihVersi.Status.ACTIVE, village__within=revision.path
    )
    doubles = Ganda.objects.filter(state=Ganda.State.OPEN, path__within=revision.path)
    letters = Kiriman.objects.filter(revision=revision)
    strikes = waiting.filter(kind=Usulan.Kind.STRIKE)
    counts = {
        DATES: _no_dates(revision),
        FILES: letters.filter(Q(file__isnull=True) | Q(waiting__gt=0)).count(),
        UNASSIGNED: visits.filter(assignment__isnull=True).count(),
        VISITS: visits.count(),
        PROPOSALS: waiting.exclude(kind=Usulan.Kind.STRIKE).count(),
        SECOND: strikes.count(),
        PAPERLESS: strikes.filter(file__isnull=True).count(),
        DOUBLES: doubles.count(),
        NO_TPS: active.filter(tps="").count(),
        **_sidalih(revision),
    }
    return tuple(Point(code, count) for code, count in counts.items() if count)


def _no_dates(revision: Revisi) -> int:
    plan = Triwulan.objects.filter(revision=revision).first()
    return int(plan is None or plan.plenary_on is None)


def _sidalih(revision: Revisi) -> dict[str, int]:
    if not AngkaSidalih.objects.filter(revision=revision).exists():
        return {SIDALIH: 1}
    return {DIFFERS: len(differing(revision))}


def differing(revision: Revisi) -> tuple[str, ...]:
    """The places whose figures in Sidalih are not the list's."""
    villages = counting.by_village(revision, revision.path)
    found = []
    for path, row in sorted(read(revision).items()):
        inside = [one for at, one in villages.items() if _covers(path, at)]
        ours = own(counting.together(inside))
        if not all(cell.same for cell in compare(ours, row.figures)):
            found.append(path)
    return tuple(found)


def _covers(path: str, village: str) -> bool:
    return village == path or village.startswith(f"{path}.")
