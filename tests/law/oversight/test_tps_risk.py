"""TPS rawan: 22 and 28 indicators, counts per indicator and per TPS, never one number."""

import dataclasses

import pytest

from jurdil.law.oversight import tps_risk


def test_february_2024_has_seven_variables_and_22_indicators():
    listed = tps_risk.edition("tps-2024-02")
    assert (len(listed.variables), listed.known, listed.count, listed.unknown) == (7, 22, 22, 0)
    assert listed.signs["tms-dpt"].national == 125224 and listed.signs["sara"].national == 814
    assert listed.confirmed


def test_november_2024_has_eight_variables_and_25_of_28_indicators_known():
    listed = tps_risk.edition("tps-2024-11")
    assert (len(listed.variables), listed.known, listed.count, listed.unknown) == (8, 25, 28, 3)
    assert not listed.confirmed
    assert [len(listed.under(v)) for v in ("hak-pilih", "keamanan", "logistik", "lokasi")] == [
        6,
        3,
        3,
        7,
    ]


JABAR = {
    "disabilitas": 14760,
    "tms-dpt": 13413,
    "dptb": 7675,
    "kpps-luar": 3922,
    "dpk": 1856,
    "internet": 1802,
    "bencana": 1402,
    "dekat-sekolah": 908,
    "dekat-posko": 861,
    "logistik-kurang": 604,
    "sulit": 533,
    "konflik": 288,
    "dekat-tambang": 285,
    "uang": 279,
    "listrik": 256,
    "logistik-terlambat": 194,
    "logistik-rusak": 191,
}


def test_what_jawa_barat_published_fits_the_list_of_november():
    assert set(JABAR) <= set(tps_risk.edition("tps-2024-11").signs)


def test_tps_are_counted_per_indicator_and_indicators_per_tps():
    listed = tps_risk.edition("tps-2024-02")
    flags = [("1/001", "dptb"), ("1/001", "sulit"), ("1/002", "dptb"), ("1/001", "dptb")]
    counts = tps_risk.per_sign(listed, flags)
    assert (counts["dptb"], counts["sulit"], counts["sara"]) == (2, 1, 0)
    assert tps_risk.per_tps(flags) == {"1/001": ("dptb", "sulit"), "1/002": ("dptb",)}


def test_nothing_of_it_has_a_score():
    fields = {
        f.name for kind in (tps_risk.Sign, tps_risk.Edition) for f in dataclasses.fields(kind)
    }
    assert not {name for name in fields if "score" in name or "weight" in name}


def test_an_unknown_list_is_an_error():
    with pytest.raises(KeyError):
        tps_risk.edition("tps-2029")
