"""The made-up population: nobody real, families that fit, errors where they were planted."""

from collections import Counter
from datetime import date
from itertools import islice

import pytest

from jurdil.law.voters.identity import is_sound, traps_of
from jurdil.project.demo import population
from jurdil.project.demo.population.lists import HEADER
from jurdil.voters.people import NAMES

DAY = date(2024, 2, 14)
ONE, TWO = "73.12.01.1001", "73.12.01.1002"


@pytest.fixture(scope="module")
def people():
    return list(population.village(ONE, 2_000, 7, DAY))


def test_a_village_has_its_voters_and_the_same_each_time(people):
    assert len(people) == 2_000
    assert people == list(population.village(ONE, 2_000, 7, DAY))
    assert people[:50] != list(islice(population.village(ONE, 2_000, 8, DAY), 50))


def test_no_number_can_be_anybodys_and_none_comes_twice(people):
    others = list(population.village(TWO, 2_000, 7, DAY))
    niks = [person.nik for person in (*people, *others)]
    assert all(nik.startswith("99") and is_sound(nik) for nik in niks)
    assert len(set(niks)) == len(niks)
    assert not {p.nkk for p in people} & {p.nkk for p in others}


def test_villages_of_several_regencies_share_no_number():
    paths = [
        f"73.{regency}.{kecamatan:02}.{kind}00{number}"
        for regency in (12, 13)
        for kecamatan in (1, 2)
        for kind in (1, 2)
        for number in (1, 2)
    ]
    made = [p for path in paths for p in population.village(path, 300, 7, DAY)]
    assert len({person.nik for person in made}) == len(made)
    homes = {(person.nkk, person.village) for person in made}
    assert len({person.nkk for person in made}) == len(homes)


def test_everyone_may_vote_and_women_have_forty_added(people):
    assert all(person.may_vote(DAY) for person in people)
    assert all((int(person.nik[6:8]) > 40) == (person.sex == "P") for person in people)


def test_families_live_together_and_spouses_are_married(people):
    families = Counter(person.nkk for person in people)
    assert 1.5 < sum(families.values()) / len(families) < 3.5
    homes = {(person.nkk, person.rt, person.rw, person.address) for person in people}
    assert len(homes) == len(families)
    women = sum(person.sex == "P" for person in people)
    assert 900 < women < 1_150


def test_only_planted_errors_are_found_and_each_by_its_name(people):
    named = {
        "15-angka": "N-104",
        "pangkat": "N-103",
        "nol": "N-106",
        "kosong": "N-101",
        "serial-nol": "N-107",
        "dua-huruf": "N-202",
        "angka-di-nama": "N-203",
        "tertukar": "N-303",
        "bukan-tanggal": "N-302",
        "rt-nol": "N-501",
        "rw-nol": "N-502",
        "kelamin": "N-401",
        "kawin": "N-402",
        "rumus": "N-601",
    }
    rows = (population.as_row(person) for person in people)
    for row, planted in population.plant(rows, 9, seed=1):
        cells = dict(zip(HEADER, row, strict=True))
        found = [hit.trap.code for hit in traps_of({n: cells[n] for n in NAMES}, DAY)]
        wanted = named[planted.kind] if planted else None
        assert found == ([wanted] if wanted else []), (row, planted)


def test_the_files_hold_what_was_made(tmp_path, people):
    rows = [population.as_row(person) for person in people[:20]]
    assert population.write_csv(tmp_path / "a.csv", rows) == 20
    assert population.write_xlsx(tmp_path / "a.xlsx", rows) == 20
    from jurdil.kernel import tables

    for name in ("a.csv", "a.xlsx"):
        read = [list(row.cells) for row in tables.rows((tmp_path / name).read_bytes())]
        assert read == [list(HEADER), *rows]
