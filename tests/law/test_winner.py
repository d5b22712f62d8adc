"""UU 10/2016: who wins a Pilkada, the empty column, and the gate of art. 158."""

import csv
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law.regime import load_regime
from jurdil.law.seats import DESA, KECAMATAN
from jurdil.law.winner import Ending, against_empty_column, dispute_gate, majority, most_votes

RULES = load_regime("pilkada-2024").parameters
SINGLE = RULES["single_pair_votes_above_percent"]
DKI = RULES["winner_votes_above_percent_dki"]
LADDER = RULES["dispute_margin_kabko_percent"]
GOVERNOR = RULES["dispute_margin_gubernur_percent"]
SOPPENG = {1: 61_758, 2: 80_266}


def test_soppeng_2024():
    found = most_votes(SOPPENG)
    assert (found.ending, found.winner) == (Ending.ELECTED, 2)
    assert found.share.value == Fraction(80_266, 142_024)
    assert not found.confirmed


@pytest.mark.shared
def test_soppeng_2024_from_its_kecamatan(shared):
    with (shared / "soppeng" / "pilkada2024_kecamatan.csv").open(encoding="utf-8-sig") as file:
        rows = [row for row in csv.DictReader(file) if row["jenis"] == "bupati"]
    votes = {1: 0, 2: 0}
    for row in rows:
        votes[int(row["nomor_urut"])] += int(row["suara"])
    assert votes == SOPPENG
    assert most_votes(votes).winner == 2


@pytest.mark.shared
def test_ogan_ilir_2024_runs_against_the_empty_column(shared):
    with (shared / "ogan-ilir" / "pilkada2024_kecamatan.csv").open(encoding="utf-8-sig") as file:
        rows = [row for row in csv.DictReader(file) if row["jenis"] == "bupati"]
    own, empty = (
        sum(int(row["suara"]) for row in rows if row["nomor_urut"] == number) for number in "12"
    )
    found = against_empty_column(1, own, empty, SINGLE)
    assert (found.ending, found.winner) == (Ending.ELECTED, 1)
    assert found.article == "UU 10/2016 Pasal 54D ayat (1)"


@pytest.mark.parametrize(
    ("own", "empty", "ending", "share"),
    [
        (50_443, 67_546, Ending.EMPTY_COLUMN, "42.75"),
        (35_177, 48_528, Ending.EMPTY_COLUMN, "42.02"),
        (50, 50, Ending.EMPTY_COLUMN, "50"),
        (51, 50, Ending.ELECTED, "50.5"),
    ],
)
def test_a_single_pair_needs_more_than_half(own, empty, ending, share):
    found = against_empty_column("pasangan", own, empty, SINGLE)
    assert found.ending is ending
    assert abs(found.share.value * 100 - Fraction(share)) < Fraction(1, 100)
    assert found.winner == ("pasangan" if ending is Ending.ELECTED else None)


def test_equal_votes_go_by_the_spread_or_stop():
    votes = {1: 500, 2: 500, 3: 20}
    stopped = most_votes(votes)
    assert (stopped.ending, stopped.winner, stopped.among) == (Ending.TIED, None, (1, 2))
    kecamatan = {1: {"A": 300, "B": 200}, 2: {"A": 100, "B": 400}}
    desa = {1: {"x": 250, "y": 250, "z": 0}, 2: {"x": 200, "y": 200, "z": 100}}
    found = most_votes(votes, (kecamatan, desa), (KECAMATAN, DESA))
    assert (found.winner, found.confirmed) == (2, False)
    assert most_votes(votes, (kecamatan,), (KECAMATAN,)).ending is Ending.TIED


def test_no_votes_elect_nobody():
    assert most_votes({1: 0, 2: 0}).ending is Ending.NO_VOTES
    assert against_empty_column(1, 0, 0, SINGLE).ending is Ending.NO_VOTES
    assert majority({1: 0, 2: 0}, DKI).ending is Ending.NO_VOTES
    with pytest.raises(ValueError, match="never negative"):
        most_votes({1: -1})


def test_jakarta_needs_more_than_half_or_a_second_round():
    assert majority({1: 39, 2: 10, 3: 51}, DKI).winner == 3
    half = majority({1: 40, 2: 10, 3: 50}, DKI)
    assert (half.ending, half.among) == (Ending.SECOND_ROUND, (3, 1))
    assert majority({1: 30, 2: 30, 3: 40}, DKI).ending is Ending.TIED
    assert majority({1: 50, 2: 50}, DKI).among == (1, 2)
    assert not half.confirmed


@pytest.mark.parametrize(
    ("population", "percent"),
    [(250_000, "2"), (250_001, "1.5"), (500_000, "1.5"), (1_000_000, "1"), (1_000_001, "0.5")],
)
def test_the_gate_by_population(population, percent):
    found = dispute_gate({1: 60, 2: 40}, 2, population, LADDER)
    assert found.percent.value == Fraction(percent) / 100
    assert not found.passes


def test_the_gate_of_soppeng_and_its_very_edge():
    found = dispute_gate(SOPPENG, 1, 249_768, LADDER)
    assert (found.difference.value, found.limit.value, found.passes) == (18_508, 2_840, False)
    assert found.share.value == Fraction(18_508, 142_024)
    assert dispute_gate({1: 510, 2: 490}, 2, 100_000, LADDER).passes
    assert not dispute_gate({1: 511, 2: 490}, 2, 100_000, LADDER).passes
    assert dispute_gate({1: 5_050, 2: 4_950}, 2, 12_000_000, GOVERNOR).passes
    with pytest.raises(ValueError, match="no valid votes"):
        dispute_gate({1: 0, 2: 0}, 1, 1, LADDER)


@given(st.dictionaries(st.integers(1, 5), st.integers(0, 3_000), min_size=2), st.integers(1, 10**7))
def test_the_limit_is_the_greatest_difference_that_passes(votes, population):
    if not any(votes.values()):
        return
    own = min(votes, key=lambda pair: votes[pair])
    found = dispute_gate(votes, own, population, LADDER)
    share = Fraction(max(votes.values()) - votes[own], sum(votes.values()))
    assert found.passes == (share <= Fraction(LADDER.at(population)) / 100)
