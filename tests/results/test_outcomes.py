"""The outcome of a contest of lists per dapil: the last seat, and the form that could move it.

UU 7/2017 art. 415 and 420: seats by quotients of 1, 3, 5 and so on.
"""

import pytest

from jurdil.law.rules import lists
from jurdil.places import actions as places
from jurdil.places.records import NewDapil
from jurdil.results import actions, queries
from jurdil.results.outcomes import standings
from tests.results import ground

pytestmark = pytest.mark.django_db
CHOICES = lists({1: 1, 2: 1, 3: 1})


def form(one: int, two: int, three: int, **changes) -> dict[str, int]:
    votes = {1: one, 2: two, 3: three}
    figures = {f"partai_{party}": count for party, count in votes.items()}
    figures |= {f"partai_{party}_calon_1": 0 for party in votes}
    figures |= {f"partai_{party}_jumlah": count for party, count in votes.items()}
    good = sum(votes.values())
    return {**figures, "suara_sah": good, "suara_tidak_sah": 0, "suara_total": good, **changes}


def office():
    """An election whose dapil 1 is one kecamatan with three seats."""
    held = ground.election()
    by = ground.operator(held)
    rows = (NewDapil("1", "Dapil 1", 3, ("73.12.01",)), NewDapil("2", "Dapil 2", 3, ("73.12.02",)))
    places.set_dapil(
        by=by, election_id=held.pk, contest="dprd-kab", rows=rows, basis="Contoh", confirmed=False
    )
    return held, by


def test_equal_quotients_leave_the_last_seat_open():
    held, by = office()
    forms = {f"{ground.LABESSI}/{n:03d}": form(100 + n, 60 - n, 35) for n in range(1, 6)}
    forms[f"{ground.LABESSI}/006"] = form(100, 50, 30, suara_sah=230)
    ground.bring(held, "c-hasil", ground.sheet(CHOICES, forms), contest="dprd-kab")
    (standing,) = standings(by, held.pk, "dprd-kab")
    outcome = standing.outcome
    assert (standing.dapil, standing.area, standing.decides) == ("1", "Dapil 1", True)
    assert dict(outcome.won) == {"partai_1_jumlah": 1, "partai_2_jumlah": 1, "partai_3_jumlah": 0}
    assert outcome.votes == {
        "partai_1_jumlah": 615,
        "partai_2_jumlah": 335,
        "partai_3_jumlah": 205,
    }
    assert (outcome.holder, outcome.margin) == (None, 0)
    assert set(outcome.tied) == {"partai_1_jumlah", "partai_3_jumlah"}


def test_one_vote_settles_the_tie_and_the_doubtful_form_comes_first():
    held, by = office()
    forms = {f"{ground.LABESSI}/{n:03d}": form(100 + n, 60 - n, 35) for n in range(1, 6)}
    forms[f"{ground.LABESSI}/006"] = form(103, 50, 30, suara_sah=230)
    ground.bring(held, "c-hasil", ground.sheet(CHOICES, forms), contest="dprd-kab")
    (standing,) = standings(by, held.pk, "dprd-kab")
    assert standing.outcome.holder == "partai_1_jumlah"
    assert (standing.outcome.rival, standing.outcome.margin) == ("partai_3_jumlah", 1)
    assert standing.after({"partai_3_jumlah": 2}).outcome.holder == "partai_3_jumlah"
    actions.detect(by=by, election_id=held.pk)
    first = queries.review_queue(by, held.pk).rows[0]
    assert (first.path, first.reach.flips) == (f"{ground.LABESSI}/006", True)
