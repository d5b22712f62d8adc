"""The three legal time zones, by province.

Zones are fixed offsets: Indonesia has no daylight saving time, so no zone database is needed and
the law stays free of files outside this package.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta, timezone
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Zone:
    """One legal time zone: its name on paper (`WIB`), and the offset used in arithmetic."""

    name: str
    tzinfo: timezone


class UnknownProvince(LookupError):
    """The path does not begin with the code of one of the 38 provinces."""


def _zone(name: str, hours: int) -> Zone:
    return Zone(name, timezone(timedelta(hours=hours), name))


WIB = _zone("WIB", 7)
WITA = _zone("WITA", 8)
WIT = _zone("WIT", 9)

ZONES: Mapping[str, Zone] = MappingProxyType({zone.name: zone for zone in (WIB, WITA, WIT)})
"""The zones by their name on paper."""

ARTICLE = "Keppres 41/1987"
CONFIRMED = False
"""The decree was not seen; the handbook only says that there are three zones."""

_PROVINCES: Mapping[Zone, str] = {
    WIB: "11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 61 62",
    WITA: "51 52 53 63 64 65 71 72 73 74 75 76",
    WIT: "81 82 91 92 93 94 95 96",
}

ZONE_BY_PROVINCE: Mapping[str, Zone] = MappingProxyType(
    {code: zone for zone, codes in _PROVINCES.items() for code in codes.split()}
)
"""Zone of each province, by its two-digit Kemendagri code."""


def zone_of(path: str) -> Zone:
    """Return the zone of a place path (`73`, `73.12`, `73.12.01.1001/007`).

    Raises `UnknownProvince` when the first two digits are no province. Keppres 41/1987.
    """
    province = path.split(".", 1)[0].split("/", 1)[0]
    if province not in ZONE_BY_PROVINCE:
        raise UnknownProvince(path)
    return ZONE_BY_PROVINCE[province]
