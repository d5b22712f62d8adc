"""A code that is no removal takes nobody off the list (calendar 3.5: code 8 of 2024 is a move)."""

import pytest

from jurdil.kernel.acts import Refused
from jurdil.voters.actions import propose
from jurdil.voters.models import Usulan
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


def test_the_form_offers_removals_only():
    assert [code for code, _name in removal_codes("pemilu-2024")] == list("1234567")
