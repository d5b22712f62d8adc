"""TPS at special locations (*lokasi khusus*): which places, how many voters, how many TPS.

PKPU 7/2022 art. 179-180 with PKPU 7/2023: prisons, social and rehabilitation homes, places of
disaster relocation, areas of conflict, and other sites such as mines, plantations, campuses and
pesantren. A TPS there has at most 300 voters and, except in prisons, at least 100. Its voters leave
the list of their home TPS, and their ballots follow the dapil of their KTP-el.
"""

from __future__ import annotations

from dataclasses import dataclass

from jurdil.law.regime_types import Regime
from jurdil.law.text import Text
from jurdil.law.voters.mapping import least_stations

PRISON = "lapas"
KINDS: dict[str, Text] = {
    PRISON: Text("Lapas atau rutan", "Prison or remand centre"),
    "panti": Text("Panti sosial atau rehabilitasi", "Social or rehabilitation home"),
    "bencana": Text("Relokasi bencana", "Disaster relocation"),
    "konflik": Text("Daerah konflik", "Area of conflict"),
    "lokasi-lain": Text(
        "Lokasi lain (tambang, perkebunan, kampus, pesantren)",
        "Other site (mine, plantation, campus, pesantren)",
    ),
}
"""The kinds of places, as the register of TPS names them."""

MOST, LEAST, ANY_TPS = "special_tps_max_voters", "special_tps_min_voters", "tps_max_voters"


@dataclass(frozen=True, slots=True)
class Limits:
    """How many voters a TPS of a site may have; None where the regime says nothing."""

    most: int | None
    least: int | None
    article: str
    confirmed: bool


def limits(regime: Regime, kind: str) -> Limits:
    """Return the limits of a TPS at a site of a kind. KeyError for a kind that is none.

    A regime without figures of its own for special locations leaves the cap of every TPS, and that
    it holds there too is then not confirmed.
    """
    if kind not in KINDS:
        raise KeyError(kind)
    most, least = regime.parameters.get(MOST), regime.parameters.get(LEAST)
    if most is None:
        cap = regime.parameters.get(ANY_TPS)
        return Limits(cap.whole() if cap else None, None, cap.article if cap else "", False)
    lowest = None if kind == PRISON or least is None else least.whole()
    return Limits(most.whole(), lowest, most.article, most.confirmed)


def stations(voters: int, limit: Limits) -> int:
    """Return the fewest TPS for the voters of a site; 0 where they are too few for one.

    Raises ValueError where no cap is known.
    """
    if limit.most is None:
        raise ValueError("this regime has no cap of voters per TPS")
    if limit.least is not None and voters < limit.least:
        return 0
    return least_stations(voters, limit.most)


def shares(voters: int, count: int) -> tuple[int, ...]:
    """Return how many voters each of `count` TPS of a site has, as evenly as possible."""
    if count < 1:
        return ()
    each, rest = divmod(voters, count)
    return tuple(each + (at < rest) for at in range(count))
