"""A code that is no removal takes nobody off the list (calendar 3.5: code 8 of 2024 is a move)."""

from dataclasses import replace

import pytest

from jurdil.kernel.acts import Refused, performing
from jurdil.voters import doubles
from jurdil.voters.actions import judge_double, propose
from jurdil.voters.models import Ganda, Usulan
from jurdil.voters.pages.common import removal_codes
from jurdil.voters.proposing import Evidence, Proposal
from tests import factories
from tests.voters.people import VILLAGE, elements, enlist

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return factories.viewer("operator", account_id=factories.account("operator").pk)


def _removal(version, code):
    return Proposal("tms", "coklit", VILLAGE, version, tms=code, evidence=Evidence("keterangan RT"))


@pytest.mark.parametrize(
    ("regime", "code", "next_step"),
    [
        ("pemilu-2024", "8", "Usulkan pindah TPS"),
        ("pilkada-2024", "8", "Usulkan pindah TPS"),
        ("pemilu-2019", "11", "ubah datanya"),
        ("pemilu-2019", "12", "ubah datanya"),
    ],
)
def test_a_code_that_is_no_removal_is_refused_with_what_to_do(by, regime, code, next_step):
    (version,) = enlist(elements())
    election = factories.election(regime)
    with pytest.raises(Refused, match=next_step):
        propose(by=by, election_id=election.pk, wanted=_removal(version, code))
    assert not Usulan.objects.exists()


@pytest.mark.parametrize(("regime", "code"), [("pemilu-2024", "4"), ("pemilu-2019", "8")])
def test_a_removal_of_the_same_regime_is_taken(by, regime, code):
    (version,) = enlist(elements())
    election = factories.election(regime)
    propose(by=by, election_id=election.pk, wanted=_removal(version, code))
    assert Usulan.objects.get().tms == code


@pytest.mark.parametrize(("regime", "code"), [("pemilu-2024", "9"), ("rutin", "1")])
def test_a_code_the_rules_lack_is_refused_by_its_name(by, regime, code):
    (version,) = enlist(elements())
    election = factories.election(regime)
    with pytest.raises(Refused, match=f"Kode TMS {code} tidak ada dalam aturan {regime}"):
        propose(by=by, election_id=election.pk, wanted=_removal(version, code))
    assert not Usulan.objects.exists()


@pytest.mark.parametrize(("regime", "code"), [("pemilu-2024", "2"), ("rutin", "ganda")])
def test_who_is_listed_twice_leaves_by_the_code_of_the_election(by, regime, code):
    twice = elements()
    first, second = enlist(twice, replace(twice, nama="Contoh Lain"))
    pair = _pair(first, second)
    election = factories.election(regime)
    judge_double(by=by, pair_id=pair, election_id=election.pk, leaves=second.pemilih_id, note="KTP")
    made = Usulan.objects.get()
    assert (made.kind, made.tms, made.pemilih_id) == ("tms", code, second.pemilih_id)


def test_where_the_rules_have_no_code_for_doubles_nothing_is_guessed(by):
    twice = elements()
    first, second = enlist(twice, replace(twice, nama="Contoh Lain"))
    pair = _pair(first, second)
    election = factories.election("pemilu-2029")
    with pytest.raises(Refused, match="belum memuat kode TMS ganda"):
        judge_double(
            by=by, pair_id=pair, election_id=election.pk, leaves=first.pemilih_id, note="KTP"
        )
    assert Ganda.objects.get().state == "terbuka"


def _pair(*versions):
    with performing("tests.doubles"):
        doubles.look_for(versions)
    return Ganda.objects.get().pk


def test_the_form_offers_removals_only():
    assert [code for code, _name in removal_codes("pemilu-2024")] == list("1234567")
