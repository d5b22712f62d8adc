"""Voting elsewhere: last days from the regime, ballots due by area (UU 7/2017 art. 348)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law.regime import load_regime
from jurdil.law.voters import dptb, elements, notices

PEMILU = load_regime("pemilu-2024")
HOME = "73.12.01.1001/001"
DAPIL = {
    "dpr": (("73.12", "73.13"), ("73.71",)),
    "dprd-prov": (("73.12",), ("73.13",)),
    "dprd-kab": (("73.12.01", "73.12.02"), ("73.12.03",)),
}


def due(target: str) -> dict[str, bool | None]:
    return {one.id: dptb.due(one, HOME, target, DAPIL) for one in PEMILU.contests}


def test_nine_reasons_end_thirty_days_before_and_four_seven_days_before():
    found = {one.code: one.last_day for one in dptb.reasons(PEMILU, date(2024, 2, 14))}
    assert found["belajar"] == date(2024, 1, 15)
    assert {code for code, day in found.items() if day == date(2024, 2, 7)} == {
        *("tugas", "sakit", "bencana", "tahanan")
    }
    assert len(found) == 10


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("73.12.02.1001/001", "ppwp dpr dpd dprd-prov dprd-kab"),
        ("73.12.03.1001/001", "ppwp dpr dpd dprd-prov"),
        ("73.13.01.1001/001", "ppwp dpr dpd"),
        ("73.71.01.1001/001", "ppwp dpd"),
        ("31.71.01.1001/001", "ppwp"),
    ],
)
def test_a_ballot_is_due_where_the_own_area_still_is(target, expected):
    assert [code for code, is_due in due(target).items() if is_due] == expected.split()


def test_an_unknown_dapil_is_said_to_be_unknown():
    dpr = PEMILU.contest("dpr")
    assert dptb.due(dpr, HOME, "73.71.01.1001/001", {}) is None
    assert dptb.due(dpr, HOME, "31.71.01.1001/001", {}) is False


@given(st.text("0123456789", min_size=16, max_size=16))
def test_a_masked_number_never_shows_its_birth_date_and_serial_since_2020(number):
    assert elements.mask(number, "pemilu-2024") == number[:6] + "*" * 10
    assert elements.mask(number, "pemilu-2019") == number[:12] + "*" * 4


def test_the_copy_for_the_supervisor_has_seven_columns_without_numbers():
    assert len(elements.COPIES["pengawas"]) == 7
    assert not {"nik", "nkk", "tanggal_lahir", "disabilitas"} & set(elements.COPIES["publik"])
    assert len(elements.COPIES["kpu"]) == 13


counts = st.dictionaries(st.sampled_from(sorted(notices.REASONS)), st.integers(0, 50))


@given(st.lists(st.tuples(st.integers(0, 500), counts)))
def test_sums_of_notices_hold_when_every_tps_holds(rows):
    each = [notices.Notices(d + sum(u.values()), d, u) for d, u in rows]
    assert all(one.holds for one in each)
    assert notices.together(each).holds
