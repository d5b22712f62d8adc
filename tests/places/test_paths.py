"""Codes: Kemendagri's are taken with or without dots, BPS's are named as such."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.kernel.fields import within
from jurdil.places import paths

digits = st.sampled_from("0123456789")


def _digits(length: int) -> st.SearchStrategy[str]:
    return st.text(digits, min_size=length, max_size=length)


villages = st.builds(
    lambda a, b, c, kind, d: f"{a}.{b}.{c}.{kind}{d}",
    _digits(2),
    _digits(2),
    _digits(2),
    st.sampled_from("123"),
    _digits(3),
)


@given(villages)
def test_a_village_is_read_with_and_without_dots(path):
    assert paths.read_code(path) == path
    assert paths.read_code(path.replace(".", "")) == path


@given(villages, st.integers(1, 999))
def test_every_ancestor_contains_the_tps(village, number):
    tps = paths.tps_path(village, number)
    assert paths.tps_number(tps) == number
    assert paths.level(tps) == paths.TPS
    assert [paths.level(step) for step in paths.ancestors(tps)] == [1, 2, 3, 4]
    assert all(within(tps, step) for step in paths.ancestors(tps))
    assert paths.parent(tps) == village


@pytest.mark.parametrize(
    "code", ["7312010", "73.12.010", "73.12.010.001", "7312010001", "1608020015"]
)
def test_bps_codes_are_named(code):
    with pytest.raises(paths.BpsCode):
        paths.read_code(code)


@pytest.mark.parametrize("code", ["", "73.1", "7312o1", "731201100", "73.12.01.100", "٧٣", "73/12"])
def test_other_text_is_no_code(code):
    with pytest.raises(paths.BadCode):
        paths.read_code(code)
