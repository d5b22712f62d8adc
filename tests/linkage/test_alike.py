"""Class K3: names alike and one birth. Who is not compared, and what a crowded day demands."""

import random
import time
from dataclasses import replace

import pytest

from jurdil.linkage.alike import (
    CROWD,
    Entry,
    by_birth,
    by_family,
    nearly,
    same_words,
    shortened,
)

ONE = Entry(1, "73.12.01.1001", "ROSMIATI HASAN", "P", "SOPPENG", "1980-03-04", "a")


def other(**values) -> Entry:
    return replace(ONE, **{"id": 2, "number": "b", **values})


def found(*entries: Entry) -> list[tuple[int, int]]:
    return [(one.id, two.id) for one, two in by_birth(entries)]


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [
        ("ROSMIATI", "ROSMIYATI", True),
        ("ROSMIATI", "ROSMAITI", True),
        ("ROSMIATI", "ROSNIATI", True),
        ("ROSMIATI", "ROSMIATI", False),
        ("ROSMIATI", "RASMIYATI", False),
        ("ANI", "ANA", False),
        ("SITI ANISA", "SITI ANISAH", True),
        ("SITI ANISA", "NUR ANISAH", False),
    ],
)
def test_one_letter_in_one_word(one, two, alike):
    assert nearly(one, two) is alike
    assert nearly(two, one) is alike


def test_words_in_another_order_and_words_left_out():
    assert same_words("ANDI RAHMAN", "RAHMAN ANDI")
    assert shortened("ANDI MUHAMMAD RAHMAN", "ANDI RAHMAN")
    assert not shortened("ANDI MUHAMMAD RAHMAN", "RAHMAN")
    assert not shortened("ANDI RAHMAN", "ANDI RAHMAN")


def test_one_name_and_birth_are_a_pair_even_in_two_villages():
    assert found(ONE, other(village="73.12.02.2001", birth_place="BONE")) == [(1, 2)]


def test_a_name_nearly_the_same_needs_one_village_and_place_of_birth():
    spelled = other(name="ROSMIYATI HASAN")
    assert found(ONE, spelled) == [(1, 2)]
    assert found(ONE, replace(spelled, village="73.12.02.2001")) == []
    assert found(ONE, replace(spelled, birth_place="BONE")) == []


def test_one_nik_another_day_or_another_sex_are_no_pair_here():
    assert found(ONE, other(number="a")) == []
    assert found(ONE, other(block="1980-03-05")) == []
    assert found(ONE, other(sex="L")) == []
    assert found(replace(ONE, number=""), other(number="")) == [(1, 2)]


def test_on_a_crowded_day_only_the_same_place_counts():
    crowd = [other(id=9 + n, name=f"NAMA{n}", number=str(n)) for n in range(CROWD)]
    far, near = other(village="73.12.02.2001"), other(id=3, number="c")
    assert found(ONE, *crowd, far) == []
    assert found(ONE, *crowd, near) == [(1, 3)]


def test_one_name_twice_in_a_family_is_a_pair_though_births_differ():
    family = replace(ONE, block="kk")
    assert [(a.id, b.id) for a, b in by_family([family, other(block="kk")])] == [(1, 2)]
    assert list(by_family([replace(ONE, block=""), other(block="")])) == []


def test_a_regency_takes_seconds_and_heaped_days_do_not_explode():
    chance = random.Random(1)
    words = [f"KATA{n:03}" for n in range(300)]
    people = sorted(
        (
            Entry(
                n,
                f"73.12.01.{chance.randrange(70):04}",
                f"{chance.choice(words)} {chance.choice(words)}",
                "LP"[n % 2],
                "SOPPENG",
                "1970-07-01" if n % 20 == 0 else f"{chance.randrange(18_000):05}",
                str(n),
            )
            for n in range(60_000)
        ),
        key=lambda entry: entry.block,
    )
    begin = time.process_time()
    pairs = list(by_birth(people))
    assert time.process_time() - begin < 10
    assert len(pairs) < 200
