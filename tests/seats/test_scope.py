"""Seats are public in their regency, and of no concern to another; only its plenary decides."""

import pytest

from jurdil.kernel.acts import OutOfScope, Refused
from jurdil.kernel.models import Election
from jurdil.kernel.policy import Forbidden, matrix
from jurdil.law.regime import load_regime
from jurdil.seats import actions, inputs, queries
from jurdil.seats.models import Paw, Perhitungan
from tests import factories
from tests.seats import ground

pytestmark = pytest.mark.django_db

VOTES = {"A": [300, 200], "B": [250, 10]}
ELSEWHERE = "16.10"


@pytest.fixture
def held():
    made = ground.one_dapil(3, VOTES)
    actions.count_seats(by=factories.viewer(), election_id=made.pk, contest=ground.CONTEST)
    return made


def test_everyone_in_the_regency_sees_the_same_seats(held):
    for role, path in (("publik", "73.12"), ("ppk", "73.12.01"), ("saksi", "73.12")):
        board = queries.seat_board(factories.viewer(role, path=path), held.pk, ground.CONTEST)
        assert board.runs[0].won == {"1": 2, "2": 1}


def test_another_regency_sees_and_does_nothing(held):
    far = factories.viewer("ketua", path=ELSEWHERE)
    for read in (queries.seat_board, queries.members_page, queries.plans_page, queries.head):
        with pytest.raises(Election.DoesNotExist):
            read(far, held.pk, ground.CONTEST)
    with pytest.raises(Election.DoesNotExist):
        actions.count_seats(by=far, election_id=held.pk, contest=ground.CONTEST)
    case = ground.requested(held, Perhitungan.objects.get())
    assert queries.cases(far) == ()
    with pytest.raises(Election.DoesNotExist):
        queries.case_page(far, case.pk)
    with pytest.raises(Election.DoesNotExist):
        actions.answer_paw(by=far, case_id=case.pk, letter="8", day=case.received)
    assert not Paw.objects.get().steps.exists()


def test_a_part_of_the_regency_cannot_decide_for_all_of_it(held):
    inside = factories.viewer("ketua", path="73.12.01")
    ground.bring_forms(held, {ground.tps("73.12.01"): {"A": [10, 20], "B": [250, 10]}})
    with pytest.raises(OutOfScope):
        actions.count_seats(by=inside, election_id=held.pk, contest=ground.CONTEST)
    assert Perhitungan.objects.count() == 1


@pytest.mark.parametrize("role", ["ppk", "saksi", "pengawas", "bw-ketua", "publik", "pengelola"])
def test_only_the_plenary_determines(held, role):
    assert role not in matrix()["seats.determine"].roles
    with pytest.raises(Forbidden):
        actions.determine(
            by=factories.viewer(role), election_id=held.pk, contest=ground.CONTEST, title="SK"
        )


def test_seats_of_the_dpr_are_not_shared_out_in_a_regency():
    """Its threshold acts on the national votes (art. 414), and KPU RI determines them."""
    held = factories.election(contests=["dpr"])
    dpr = load_regime(held.regime).contest("dpr")
    assert dpr.threshold_percent == 4 and not inputs.shares_seats(dpr)
    with pytest.raises(Refused, match="tidak ditetapkan di kabupaten/kota"):
        actions.count_seats(by=factories.viewer(), election_id=held.pk, contest="dpr")
    with pytest.raises(Election.DoesNotExist):
        queries.seat_board(factories.viewer(), held.pk, "dpr")
