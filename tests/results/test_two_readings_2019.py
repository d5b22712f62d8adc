"""The real double reading of 2019, replayed: every form that differs is stopped, and no other.

KPU's entry and the crowd's reading of the same 793,185 forms are entry 1 and entry 2; they are
compared by the function that entry uses (`law.entry.differences`).
"""

import duckdb
import pytest

from jurdil.kernel.viewer import Viewer
from jurdil.law.entry import State, differences, merged
from jurdil.parties import actions as parties
from jurdil.parties.records import PAIR, Entry
from jurdil.places import actions as places
from jurdil.places.records import NewTps
from jurdil.results import actions
from jurdil.results.models import Entri, Form
from jurdil.results.writing import read_figures
from tests import factories
from tests.results import ground

FIELDS = ("paslon_1", "paslon_2", "suara_sah", "suara_tidak_sah", "suara_total")
COLUMNS = ("pas1", "pas2", "sah", "tsah", "jum")
FORMS, DIFFER = 793_185, 37_934
NAMES = [f"{reading}_{column}" for reading in ("kpu", "kp") for column in COLUMNS]
WHOLE = " AND ".join(f"{name} IS NOT NULL" for name in NAMES)
OTHER = " OR ".join(f"kpu_{column} <> kp_{column}" for column in COLUMNS)

pytestmark = pytest.mark.shared


def rows(shared, where: str):
    """Pairs of readings of the same form."""
    file = shared / "ppwp2019-tps-two-readings.parquet"
    query = f"SELECT {', '.join(NAMES)} FROM read_parquet('{file}') WHERE {where}"
    with duckdb.connect() as connection:
        found = connection.execute(query)
        while chunk := found.fetchmany(50_000):
            for row in chunk:
                first, second = (dict(zip(FIELDS, row[at : at + 5], strict=True)) for at in (0, 5))
                yield first, second


@pytest.mark.slow
def test_each_of_the_37934_that_differ_is_stopped_and_none_of_the_others(shared):
    stopped = passed = 0
    for first, second in rows(shared, WHOLE):
        fields = differences(first, second, FIELDS)
        if fields:
            stopped += 1
            assert all(first[name] != second[name] for name in fields)
        else:
            passed += 1
            assert first == second
    assert (stopped, passed) == (DIFFER, FORMS - DIFFER)


def test_every_form_that_differs_is_stopped_with_its_fields(shared):
    """What differs is found by the database, without our function; then the function looks."""
    found = 0
    for first, second in rows(shared, f"({WHOLE}) AND ({OTHER})"):
        fields = differences(first, second, FIELDS)
        assert fields
        kept = {name: first[name] for name in fields}
        assert merged(first, second, kept) == first
        found += 1
    assert found == DIFFER


DPT, RECEIVED = 300, 306


def paper(reading: dict[str, int], used: int) -> dict[str, str]:
    """A whole form around the five figures: part I to III as they would stand on the same paper."""
    men = min(used, DPT // 2)
    form = {"dpt_l": DPT // 2, "dpt_p": DPT // 2, "dpt": DPT}
    for group in ("guna_dpt", "guna"):
        form |= {f"{group}_l": men, f"{group}_p": used - men, group: used}
    for group in ("guna_dptb", "guna_dpk", "disabilitas"):
        form |= {f"{group}_l": 0, f"{group}_p": 0, group: 0}
    form |= {
        "surat_suara_diterima": RECEIVED,
        "surat_suara_digunakan": used,
        "surat_suara_dikembalikan": 0,
        "surat_suara_tidak_digunakan": RECEIVED - used,
    }
    return {name: str(value) for name, value in {**form, **reading}.items()}


def typist() -> Viewer:
    return factories.viewer("operator", account_id=factories.account("operator").pk)


def sample(shared, where: str, count: int):
    """Readings whose KPU entry agrees with itself, so that only the comparison can stop them."""
    sums = "kpu_pas1 + kpu_pas2 = kpu_sah AND kpu_sah + kpu_tsah = kpu_jum"
    clean = f"{sums} AND kpu_jum <= 290 AND kpu_sah > 0"
    chosen = f"({WHOLE}) AND {clean} AND ({where}) ORDER BY hash(kel_id * 1000 + tps) LIMIT {count}"
    return list(rows(shared, chosen))


@pytest.mark.django_db
def test_fifty_of_them_through_the_acts_of_entry(shared):
    held = ground.election()
    lines = [Entry("ppwp", PAIR, number, f"Pasangan {number}") for number in (1, 2)]
    by = factories.viewer("operator")
    parties.register(by=by, election_id=held.pk, entries=lines)
    pairs_ = sample(shared, OTHER, 25) + sample(shared, f"NOT ({OTHER})", 25)
    new = tuple(NewTps(ground.LABESSI, number) for number in range(1, len(pairs_) + 1))
    places.add_tps_list(by=by, election_id=held.pk, rows=new, reason="Penetapan")
    one, two = typist(), typist()
    for tps, (first, second) in zip(new, pairs_, strict=True):
        key = {"election_id": held.pk, "contest": "ppwp", "path": tps.path}
        for who, reading in ((one, first), (two, second)):
            actions.open_entry(by=who, **key)
            cells = paper(reading, first["suara_total"])
            actions.finish(by=who, **key, cells=cells, notes={})
        state = Entri.objects.get(path=tps.path).state
        stopped = state != State.AGREED.value
        assert stopped == bool(differences(first, second)), (state, first, second)
        assert Form.objects.filter(path=tps.path, current__isnull=False).exists() != stopped
    agreed = Form.objects.get(path=new[-1].path)
    figures = read_figures(agreed.current.figures)
    assert {name: figures[name] for name in FIELDS} == pairs_[-1][0]
