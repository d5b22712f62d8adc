"""Seats of a dapil as UU 7/2017 art. 415 and 420 give them, through the acts, with real votes."""

from datetime import date

import pytest

from jurdil.kernel.acts import Refused
from jurdil.kernel.policy import Forbidden
from jurdil.places import actions as places
from jurdil.places.records import NewDapil
from jurdil.seats import actions, queries
from jurdil.seats.models import Langkah, Perhitungan
from tests import factories
from tests.seats import ground

pytestmark = pytest.mark.django_db

SHARE = {"Golkar": [300, 200], "Nasdem": [260], "PPP": [90, 80]}


def count(held, by=None):
    return actions.count_seats(
        by=by or factories.viewer(), election_id=held.pk, contest=ground.CONTEST
    )


def test_soppeng_2019_comes_out_as_it_was_determined(shared):
    """The official result: 12 seats for the first party, then 5, 5, 3, 3, 1, 1."""
    held, dapil = ground.soppeng()
    real = ground.real_votes(shared)
    for row in dapil:
        votes = {party: [votes] for party, (votes, _won) in real[row.name].items()}
        ground.bring(held, row.code, row.parts[0], votes)
    made = count(held)
    assert made.new == ("1", "2", "3", "4", "5")
    board = queries.seat_board(factories.viewer("publik"), held.pk, ground.CONTEST)
    for run in board.runs:
        won = {board.names[party]: seats for party, seats in run.won.items()}
        assert won == {party: seats for party, (_votes, seats) in real[run.name].items()}
    totals = sorted((sum(run.won[p] for run in board.runs) for p in board.names), reverse=True)
    assert totals[:7] == [12, 5, 5, 3, 3, 1, 1]
    assert board.seats == Langkah.objects.count() == 30
    last = queries.dapil_page(factories.viewer("publik"), held.pk, ground.CONTEST, "5").margin
    assert (last["next"][1], last["next"][2]) == (9921, 5)


def test_every_quotient_and_step_is_kept_and_equal_inputs_make_no_second_calculation():
    held = ground.one_dapil(4, SHARE)
    assert count(held).new == ("1",)
    assert count(held).same == ("1",)
    run = Perhitungan.objects.get()
    assert [(s.seat, s.party, s.votes, s.divisor) for s in run.steps.all()] == [
        (1, "1", 500, 1),
        (2, "2", 260, 1),
        (3, "3", 170, 1),
        (4, "1", 500, 3),
    ]
    assert ["1", 500, 3, 4] in run.table
    assert ["3", 170, 3, None] in run.table
    page = queries.dapil_page(factories.viewer("publik"), held.pk, ground.CONTEST, "1")
    assert [(p.number, p.elected) for p in page.people["1"]] == [(1, True), (2, True)]
    assert [(p.number, p.elected) for p in page.people["3"]] == [(1, True), (2, False)]
    assert page.people["1"][0].name == "Calon Golkar 1"


def test_changed_votes_are_said_to_be_newer_than_the_calculation():
    held = ground.one_dapil(4, SHARE)
    count(held)
    viewer = factories.viewer()
    assert queries.stale_dapil(viewer, held.pk, ground.CONTEST) == ()
    ground.bring_forms(held, {ground.tps("73.12.01"): {**SHARE, "PPP": [100, 80]}})
    assert queries.stale_dapil(viewer, held.pk, ground.CONTEST) == ("Contoh 1",)
    count(held)
    assert queries.stale_dapil(viewer, held.pk, ground.CONTEST) == ()
    assert [run.number for run in Perhitungan.objects.order_by("number")] == [1, 2]


def test_a_tie_stops_and_a_recorded_decision_goes_on():
    held = ground.one_dapil(2, {"A": [300], "B": [100], "C": [100]})
    assert count(held).open == ("1",)
    page = queries.dapil_page(factories.viewer("publik"), held.pk, ground.CONTEST, "1")
    (tie,) = page.tied
    assert (tie.kind, tie.places, tie.tied) == ("kursi", 1, ("1", "2", "3"))
    with pytest.raises(Refused):
        decide(held, chosen=["4"])
    with pytest.raises(Refused):
        decide(held, chosen=["2", "3"])
    with pytest.raises(Refused):
        decide(held, chosen=["2"], basis=" ")
    with pytest.raises(Forbidden):
        decide(held, chosen=["2"], by=factories.viewer())
    decide(held, chosen=["2"])
    page = queries.dapil_page(factories.viewer("publik"), held.pk, ground.CONTEST, "1")
    assert page.tied == ()
    assert page.run.won == {"1": 1, "2": 1, "3": 0}
    assert page.decisions[0].basis == "Surat KPU RI 12/2024"
    assert [cell.decided for row in page.rows for cell in row.cells if cell.seat == 2] == [True]
    with pytest.raises(Refused):
        decide(held, chosen=["3"])


def test_a_decision_does_not_outlive_its_tie():
    held = ground.one_dapil(2, {"A": [300], "B": [100], "C": [100]})
    count(held)
    decide(held, chosen=["3"])
    votes = {"A": [300], "B": [102], "C": [100]}
    ground.bring_forms(held, {ground.tps("73.12.01"): votes})
    count(held)
    page = queries.dapil_page(factories.viewer("publik"), held.pk, ground.CONTEST, "1")
    assert page.run.won == {"1": 1, "2": 1, "3": 0}
    assert page.decisions == ()


def decide(held, *, chosen, by=None, kind="kursi", party="", basis="Surat KPU RI 12/2024"):
    return actions.decide_tie(
        by=by or factories.viewer("ketua"),
        election_id=held.pk,
        contest=ground.CONTEST,
        dapil="1",
        kind=kind,
        party=party,
        chosen=chosen,
        plenary="BA 7/2019",
        basis=basis,
        decided_on=date(2019, 7, 22),
    )


def test_the_spread_down_to_the_tps_is_for_the_plenary_to_say():
    """Pangkalpinang 2024: equal votes in the same kelurahan; the text does not name the TPS."""
    held = ground.one_dapil(1, {"A": [0, 0]})
    forms = {
        ground.tps("73.12.01", 1): {"A": [40, 60]},
        ground.tps("73.12.01", 2): {"A": [30, 40]},
        ground.tps("73.12.01", 3): {"A": [30, 0]},
    }
    ground.bring_forms(held, forms)
    assert count(held).open == ("1",)
    viewer = factories.viewer("publik")
    (tie,) = queries.dapil_page(viewer, held.pk, ground.CONTEST, "1").tied
    assert (tie.kind, tie.party, tie.tied) == ("tingkat", "1", ("desa", "tps"))
    assert dict(tie.levels)["tps"] == (("1", 3), ("2", 2))
    decide(held, kind="tingkat", party="1", chosen=["tps"])
    page = queries.dapil_page(viewer, held.pk, ground.CONTEST, "1")
    assert [(p.number, p.elected) for p in page.people["1"]] == [(1, True), (2, False)]
    assert "TPS" in page.people["1"][0].reasons[0].text.id
    assert page.people["1"][0].reasons[0].confirmed is False
    assert page.tied == ()


def test_a_woman_goes_first_when_votes_and_spread_are_equal():
    held = ground.one_dapil(1, {"A": [50, 50, 50]})
    count(held)
    page = queries.dapil_page(factories.viewer("publik"), held.pk, ground.CONTEST, "1")
    assert [p.number for p in page.people["1"]] == [2, 1, 3]
    assert page.people["1"][0].elected
    assert page.people["1"][0].reasons[0].article == "PKPU 6/2024 Pasal 29"


def test_what_is_missing_is_said_in_a_sentence():
    held, _dapil = ground.soppeng()
    with pytest.raises(Refused, match="Belum ada formulir"):
        count(held)
    places.set_dapil(
        by=factories.viewer(),
        election_id=held.pk,
        contest=ground.CONTEST,
        rows=[NewDapil("1", "Contoh 1", None, ("73.12.01",))],
        basis="contoh",
        confirmed=True,
        reason="tanpa kursi",
    )
    ground.bring(held, "1", "73.12.01", {"A": [3]})
    with pytest.raises(Refused, match="Jumlah kursi Contoh 1"):
        count(held)
    with pytest.raises(Forbidden):
        count(held, by=factories.viewer("saksi"))
