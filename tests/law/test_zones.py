"""Each of the 38 provinces keeps its legal time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from jurdil.law.zones import WIB, WIT, WITA, ZONE_BY_PROVINCE, UnknownProvince, zone_of

ZONES_OF_PROVINCES = {
    "WIB": "11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 61 62",
    "WITA": "51 52 53 63 64 65 71 72 73 74 75 76",
    "WIT": "81 82 91 92 93 94 95 96",
}


def test_all_38_provinces_have_their_zone() -> None:
    expected = {code: name for name, codes in ZONES_OF_PROVINCES.items() for code in codes.split()}
    assert len(expected) == 38
    assert {code: zone.name for code, zone in ZONE_BY_PROVINCE.items()} == expected


def test_the_zone_of_a_place_is_that_of_its_province() -> None:
    assert zone_of("73.12.01.1001/007") == WITA
    assert zone_of("31") == WIB
    assert zone_of("94.01") == WIT
    assert [zone.tzinfo.utcoffset(None) for zone in (WIB, WITA, WIT)] == [
        timedelta(hours=hours) for hours in (7, 8, 9)
    ]
    with pytest.raises(UnknownProvince):
        zone_of("7312")
