"""Determined means frozen; before it come the votes, the court's word, and settled ties."""

from datetime import date

import pytest

from jurdil.kernel import decisions
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Decision, LedgerEntry
from jurdil.kernel.policy import Forbidden
from jurdil.seats import actions, queries
from jurdil.stages import actions as stages
from tests import factories
from tests.seats import ground
from tests.writes import setting_up

pytestmark = pytest.mark.django_db

VOTES = {"A": [300, 200], "B": [250, 10], "C": [90, 80]}


def determine(held, role="ketua"):
    return actions.determine(
        by=factories.viewer(role), election_id=held.pk, contest=ground.CONTEST, title="SK 5/2024"
    )


def ready(regime="pemilu-2019"):
    held = ground.one_dapil(4, VOTES, regime)
    actions.count_seats(by=factories.viewer(), election_id=held.pk, contest=ground.CONTEST)
    ground.determined(held)
    return held


def test_seats_and_members_are_frozen_and_a_changed_vote_shows_as_a_changed_seat():
    held = ready()
    decision = determine(held)
    page = queries.determination_page(factories.viewer("publik"), decision.pk)
    assert page.changes == ()
    assert page.row.rows == 3 + 4
    with setting_up():
        ground.bring_by_hand(held, {**VOTES, "C": [500, 480]})
    changes = queries.determination_page(factories.viewer("publik"), decision.pk).changes
    assert {(c.key, c.column, c.old, c.new) for c in changes if c.column == "kursi"} == {
        (("1", "1"), "kursi", 2, 1),
        (("1", "3"), "kursi", 1, 2),
    }
    assert {c.key for c in changes if not c.column} == {("1", "1", 2), ("1", "3", 2)}
    assert decision.digest in LedgerEntry.objects.get(act="seats.determine").payload


def test_votes_come_first():
    held = ground.one_dapil(4, VOTES)
    actions.count_seats(by=factories.viewer(), election_id=held.pk, contest=ground.CONTEST)
    with pytest.raises(Refused, match="belum ditetapkan"):
        determine(held)
    ground.determined(held)
    assert determine(held).pk
    with pytest.raises(Forbidden):
        determine(held, "operator")


def test_the_constitutional_court_comes_before_seats():
    held = ready("pemilu-2024")
    with pytest.raises(Refused, match="Mahkamah Konstitusi"):
        determine(held)
    stages.record_event(
        by=factories.viewer(),
        election_id=held.pk,
        trigger="surat-mk-perkara-teregistrasi",
        day=date(2024, 4, 29),
        basis="Surat MK",
    )
    (clock, _other) = queries.waiting_clocks(factories.viewer(), held.pk)
    assert clock.last_day == date(2024, 5, 2)
    assert determine(held).pk


def test_a_tie_and_a_calculation_of_other_votes_stop_it():
    held = ground.one_dapil(2, {"A": [300], "B": [100], "C": [100]})
    actions.count_seats(by=factories.viewer(), election_id=held.pk, contest=ground.CONTEST)
    ground.determined(held)
    with pytest.raises(Refused, match="suara yang sama"):
        determine(held)
    with setting_up():
        ground.bring_by_hand(held, {"A": [300], "B": [101], "C": [100]})
    with pytest.raises(Refused, match="Hitung lagi"):
        determine(held)
    assert not Decision.objects.filter(kind="seats.kursi").exists()


def test_the_datasets_of_every_contest_determined_here_are_known():
    for code in ("seats.kursi.dprd-kab", "seats.terpilih.dprd-kab", "seats.paslon.bupati"):
        assert decisions.dataset(code).code == code
