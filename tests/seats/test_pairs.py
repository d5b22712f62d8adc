"""Regional heads: most votes, the empty column (UU 10/2016 art. 54D), the gate of art. 158."""

import csv
from datetime import date

import pytest

from jurdil.kernel.acts import Refused
from jurdil.law.rules import pairs as pair_choices
from jurdil.parties import actions as parties
from jurdil.parties.records import PAIR, Entry
from jurdil.results import actions as results
from jurdil.seats import actions, queries
from jurdil.stages import actions as stages
from tests import factories
from tests.results import ground as results_ground
from tests.seats import ground

pytestmark = pytest.mark.django_db

BUPATI = "bupati"


def election(names=("Melati", "Kenanga"), regency="73.12"):
    factories.office(path=regency)
    ground.places_ground.regions()
    held = factories.election("pilkada-2024", path=regency, contests=[BUPATI])
    entries = tuple(Entry(BUPATI, PAIR, n, name) for n, name in enumerate(names, 1))
    parties.register(by=results_ground.operator(held), election_id=held.pk, entries=entries)
    return held


def bring(held, *forms):
    """Forms as (kecamatan, TPS number, votes of the pairs)."""
    rows = {
        ground.tps(kecamatan, number): {
            **{f"paslon_{n}": count for n, count in enumerate(votes, 1)},
            "suara_sah": sum(votes),
        }
        for kecamatan, number, votes in forms
    }
    sheet = results_ground.sheet(pair_choices(len(forms[0][2])), rows)
    results_ground.bring(held, "c-hasil", sheet, contest=BUPATI)


def real(shared, regency):
    """Votes of each pair per kecamatan, as published."""
    found = {}
    with (shared / regency / "pilkada2024_kecamatan.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["jenis"] == "bupati":
                found.setdefault(row["kode_kec"], []).append(int(row["suara"]))
    return [(kecamatan, 1, tuple(votes)) for kecamatan, votes in found.items()]


def page(held):
    return queries.pair_page(factories.viewer("publik", path=held.path), held.pk, BUPATI)


def population(held, total):
    paths = [one.path for one in queries.kecamatan(results_ground.operator(held), held.pk)]
    counts = dict.fromkeys(paths, 0) | {paths[0]: total}
    actions.record_population(
        by=results_ground.operator(held), election_id=held.pk, source="DAK2", people=counts
    )


def test_soppeng_2024(shared):
    held = election()
    bring(held, *real(shared, "soppeng"))
    result = page(held).result
    assert (result.votes, result.winner) == ({1: 61_758, 2: 80_266}, 2)
    assert result.gates == {}
    population(held, 236_000)
    gate = page(held).result.gates[1]
    assert (gate.difference.value, gate.limit.value, gate.passes) == (18_508, 2_840, False)


def test_ogan_ilir_2024_ran_against_the_empty_column(shared):
    held = election(("Panca", "KOLOM KOSONG"), "16.10")
    bring(held, *real(shared, "ogan-ilir"))
    result = page(held).result
    assert (result.empty, result.winner) == (2, 1)
    assert "54D" in result.verdict.article


def test_exactly_half_against_the_empty_column_elects_nobody():
    held = election(("Satu", "Kolom Kosong"))
    bring(held, ("73.12.01", 1, (50, 50)))
    result = page(held).result
    assert (result.winner, result.verdict.ending.value) == (None, "empty-column")
    assert "diulang" in result.fault


def test_equal_votes_go_by_spread_and_then_to_the_plenary():
    held = election()
    bring(held, ("73.12.01", 1, (60, 40)), ("73.12.02", 1, (0, 20)))
    wide = page(held).result
    assert (wide.winner, wide.verdict.confirmed) == (2, False)
    bring(held, ("73.12.01", 1, (50, 40)), ("73.12.02", 1, (10, 20)))
    tie = page(held).result
    assert (tie.winner, tie.tie.options) == (None, ("1", "2"))
    actions.decide_tie(
        by=factories.viewer("ketua"),
        election_id=held.pk,
        contest=BUPATI,
        dapil="",
        kind="paslon",
        party="",
        chosen=["2"],
        plenary="BA 9",
        basis="Surat KPU RI",
        decided_on=date(2024, 12, 5),
    )
    assert page(held).result.winner == 2


def test_the_pair_is_determined_after_votes_and_the_court():
    held = election()
    bring(held, ("73.12.01", 1, (60, 40)))

    def determine():
        return actions.determine(
            by=factories.viewer("ketua"), election_id=held.pk, contest=BUPATI, title="SK 7/2025"
        )

    with pytest.raises(Refused, match="belum ditetapkan"):
        determine()
    results.freeze_recap(
        by=factories.viewer("ketua"), election_id=held.pk, contest=BUPATI, path="73.12", title="BA"
    )
    with pytest.raises(Refused, match="Mahkamah"):
        determine()
    stages.record_event(
        by=factories.viewer(),
        election_id=held.pk,
        trigger="surat-brpk-diterima",
        day=date(2025, 1, 6),
        basis="BRPK",
    )
    made = determine()
    assert page(held).determination.title == "SK 7/2025"
    assert queries.determination_page(factories.viewer("publik"), made.pk).changes == ()
