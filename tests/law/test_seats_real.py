"""Real elections come out exactly: DPR 2024 in 20 dapil, DPRD Soppeng 2019."""

import csv
from fractions import Fraction

import pytest

from jurdil.law.seats import checked, margin, share_out, sift
from tests.law.seat_cases import DIVISORS, NATIONAL_2024, PASSED_2024

pytestmark = pytest.mark.shared


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def by_dapil(table):
    """{dapil: (seats, votes by party, seats won by party)}."""
    found = {}
    for row in table:
        seats, votes, won = found.setdefault(row["dapil"], (int(row["seats"]), {}, {}))
        assert seats == int(row["seats"])
        votes[row["party"]] = int(row["votes"])
        won[row["party"]] = int(row["seats_won"])
    return found


@pytest.fixture(scope="module")
def dpr(shared):
    return by_dapil(rows(shared / "dpr2024-20-dapil.csv"))


@pytest.fixture(scope="module")
def soppeng(shared):
    return by_dapil(rows(shared / "soppeng" / "dprd-2019-votes-and-seats.csv"))


def seats_of(dapil, kept):
    seats, votes, _won = dapil
    made = checked({p: v for p, v in votes.items() if p in kept}, seats, DIVISORS)
    assert made.settled
    return made


def test_dpr_2024_in_twenty_dapil_with_the_national_threshold(dpr):
    kept = sift(NATIONAL_2024, 4).kept
    assert set(kept) == PASSED_2024
    for name, dapil in dpr.items():
        made = seats_of(dapil, kept)
        assert {p: made.won.get(p, 0) for p in dapil[1]} == dapil[2], name
    assert sum(dapil[0] for dapil in dpr.values()) == 135


def test_the_threshold_is_one_of_the_nation_and_not_of_these_dapil(dpr):
    total = {}
    for _seats, votes, _won in dpr.values():
        for party, count in votes.items():
            total[party] = total.get(party, 0) + count
    assert set(sift(total, 4).kept) == PASSED_2024 | {"PPP"}
    assert total["PPP"] == 1_852_057
    wrong = {
        name
        for name, one in dpr.items()
        if any(seats_of(one, sift(total, 4).kept).won.get(p, 0) != n for p, n in one[2].items())
    }
    expected = {"ACEH I", "JAWA BARAT IX", "JAWA TIMUR III", "JAWA TIMUR XI", "SULAWESI SELATAN II"}
    assert wrong == expected


def test_the_rule_of_the_dprd_would_change_the_dpr(dpr):
    changed = [
        name
        for name, dapil in dpr.items()
        if any(seats_of(dapil, dapil[1]).won[p] != n for p, n in dapil[2].items())
    ]
    assert len(changed) == 6
    assert "DKI JAKARTA II" in changed


def test_narrowest_last_seat_of_jawa_barat_1(dpr):
    near = margin(seats_of(dpr["JAWA BARAT I"], PASSED_2024), DIVISORS)
    assert (near.last.party, near.next.party) == ("GOLKAR", "NASDEM")
    assert round(near.last.value, 1) == Fraction("122017.3")
    assert round(near.next.value, 1) == Fraction("121629.0")


def test_soppeng_2019(soppeng):
    won = {}
    for name, dapil in soppeng.items():
        made = seats_of(dapil, dapil[1])
        assert made.won == dapil[2], name
        for party, seats in made.won.items():
            won[party] = won.get(party, 0) + seats
    assert sorted((n for n in won.values() if n), reverse=True) == [12, 5, 5, 3, 3, 1, 1]


def test_soppeng_5_next_in_line(soppeng):
    seats, votes, _won = soppeng["Soppeng 5"]
    further = checked(votes, seats + 1, DIVISORS).steps[-1].quotient
    assert (further.party, round(further.value, 1)) == ("GOLKAR", Fraction("1984.2"))
    assert votes["PBB"] == 1_983


@pytest.mark.parametrize(("regency", "seats"), [("soppeng", 30), ("ogan-ilir", 40)])
def test_dapil_of_2019_by_population(shared, regency, seats):
    table = [r for r in rows(shared / regency / "dapil_dprd_kab.csv") if r["pemilu"] == "2019"]
    people = {row["dapil"]: int(row["penduduk_dasar"]) for row in table}
    made = share_out(people, seats)
    assert {one.dapil: one.seats for one in made.shares} == {
        row["dapil"]: int(row["kursi"]) for row in table
    }
    assert made.left == 3
    assert not made.outside(3, 12)
