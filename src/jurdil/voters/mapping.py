"""From the present list of a village to a proposal of TPS, and to what the draft says of each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from jurdil.kernel.models import Election
from jurdil.law.regime import load_regime
from jurdil.law.voters.mapping import Family, propose, splits
from jurdil.places.tps_file import FIRST_SPECIAL
from jurdil.voters.models import Pemetaan, PemilihVersi, PenghuniLokasi

CAP = "tps_max_voters"
ACTIVE = PemilihVersi.Status.ACTIVE


@dataclass(frozen=True)
class Home:
    """A family as the mapping sees it: where it lives, and its versions with the TPS of each."""

    rw: str
    rt: str
    key: str
    versions: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class StationLine:
    """A TPS of a draft: its voters, the RT it serves, and whether it is above the cap."""

    number: int
    voters: int
    families: int
    homes: tuple[tuple[str, str, int], ...]
    over: bool


def cap_of(election: Election) -> int | None:
    """The most voters of a TPS in the election's regime; None when the regime gives none."""
    try:
        return load_regime(election.regime).parameter(CAP).whole()
    except LookupError:
        return None


def present(village: str) -> QuerySet[PemilihVersi]:
    """The active voters of a village who are to be mapped: all but those at special locations."""
    rows = PemilihVersi.objects.filter(village=village, until_rev__isnull=True, status=ACTIVE)
    return rows.exclude(tps__gte=f"{village}/{FIRST_SPECIAL}")


def homes(village: str) -> tuple[Home, ...]:
    """The families of a village; a voter without NKK is a family of his own."""
    rows = present(village).order_by("sort_key", "pk")
    homes: dict[str, tuple[str, str]] = {}
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for pk, person, family, rw, rt, tps in rows.values_list(
        "pk", "pemilih", "nkk_index", "rw", "rt", "tps"
    ):
        key = family or f"p{person}"
        homes.setdefault(key, (rw, rt))
        found[key].append((pk, tps))
    return tuple(Home(*homes[key], key, tuple(versions)) for key, versions in found.items())


def proposal(village: str, cap: int) -> dict[str, int]:
    """Which TPS number each family of a village should have: few, even, neighbours together."""
    families = [Family(h.rw, h.rt, h.key, len(h.versions)) for h in homes(village)]
    return {
        family.key: station.number
        for station in propose(families, cap)
        for family in station.families
    }


def lines(draft: Pemetaan) -> tuple[StationLine, ...]:
    """The TPS of a draft with what each would have now; a family come since then stands at 0."""
    voters: Counter[int] = Counter()
    families: Counter[int] = Counter()
    served: dict[int, Counter[tuple[str, str]]] = defaultdict(Counter)
    for home in homes(draft.village):
        number = draft.stations.get(home.key, 0)
        voters[number] += len(home.versions)
        families[number] += 1
        served[number][home.rw, home.rt] += len(home.versions)
    return tuple(
        StationLine(
            number,
            voters[number],
            families[number],
            tuple((rw, rt, count) for (rw, rt), count in sorted(served[number].items())),
            voters[number] > draft.cap,
        )
        for number in sorted(voters)
    )


def split_families(village: str) -> int:
    """Families of the present list that stand at more than one TPS of the village."""
    rows = present(village).exclude(tps="").values_list("nkk_index", "tps")
    return len(splits((key, int(tps.rpartition("/")[2])) for key, tps in rows))


def split_by_sites(village: str) -> int:
    """Families of the village of whom somebody votes at a special location, which splits them."""
    away = PenghuniLokasi.objects.filter(
        placed_at__isnull=False, left_at__isnull=True, origin__within=village
    )
    families = PemilihVersi.objects.filter(
        pemilih__in=away.values("pemilih"), until_rev__isnull=True, nkk_index__gt=""
    )
    rows = present(village).filter(nkk_index__in=families.values("nkk_index"))
    return rows.values("nkk_index").distinct().count()


def moved(stations: Mapping[str, int], keys: Iterable[str], number: int) -> dict[str, int]:
    """The draft with some families at another TPS."""
    return {**stations, **dict.fromkeys(keys, number)}
