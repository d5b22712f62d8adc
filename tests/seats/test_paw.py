"""PAW, PKPU 3/2025: the next one of the stored result, 5 working days, none near the end."""

from datetime import date

import pytest

from jurdil.kernel.acts import Refused
from jurdil.kernel.models import ImportBatch, Task
from jurdil.seats import actions, queries
from jurdil.seats.actions.paw import CHECKS
from jurdil.seats.models import Perhitungan
from tests import factories
from tests.results import ground as results_ground
from tests.seats import ground

pytestmark = pytest.mark.django_db

VOTES = {"A": [300, 200, 50, 40], "B": [250, 10]}
FINE = dict.fromkeys(CHECKS, True)
FILE = b"""dapil,party,candidate_no,sex,votes,elected
Dapil 1,Golkar,1,L,900,1
Dapil 1,Golkar,2,P,500,0
Dapil 1,Golkar,3,L,500,0
Dapil 1,PPP,1,P,400,1
Dapil 2,Golkar,1,L,300,1
Dapil 2,Golkar,2,P,20,0
"""


@pytest.fixture
def held():
    made = ground.one_dapil(3, VOTES)
    actions.count_seats(by=factories.viewer(), election_id=made.pk, contest=ground.CONTEST)
    return made


def register(held, number=1, party="1", dapil="1", letter="170/1", **more):
    values = {"received": date(2024, 10, 1), "term_ends": date(2029, 9, 30), **more}
    return actions.register_paw(
        by=factories.viewer(),
        election_id=held.pk,
        contest=ground.CONTEST,
        dapil=dapil,
        party=party,
        number=number,
        reason="mundur",
        letter=letter,
        **values,
    )


def check(case, checks=FINE, **more):
    return actions.check_paw(by=factories.viewer(), case_id=case.pk, checks=checks, **more)


def answer(case, letter="8/PY.03", **more):
    return actions.answer_paw(
        by=factories.viewer("kasubbag"),
        case_id=case.pk,
        letter=letter,
        day=date(2024, 10, 4),
        **more,
    )


def page(case):
    return queries.case_page(factories.viewer(), case.pk)


def test_the_clock_counts_five_working_days_and_the_task_closes_with_the_answer(held):
    case = register(held)
    assert page(case).clock.value.date() in (date(2024, 10, 8), date(2024, 10, 9))
    task = Task.objects.get(pk=case.task)
    assert (task.due, task.state) == (case.due, Task.State.OPEN)
    assert [row.number for row in page(case).line] == [3, 4]
    assert {row.number for row in page(case).passed} == {1, 2}
    with pytest.raises(Refused, match="belum diperiksa"):
        answer(case)
    check(case)
    assert answer(case).number == 3
    task.refresh_from_db()
    assert task.state == Task.State.DONE
    with pytest.raises(Refused, match="sudah dijawab"):
        answer(case)


def test_who_no_longer_qualifies_is_passed_over_with_the_ground(held):
    case = register(held)
    with pytest.raises(Refused, match="dasar"):
        check(case, {**FINE, "anggota-partai": False})
    check(case, {**FINE, "anggota-partai": False}, note="Surat partai 9/2024")
    assert [row.number for row in page(case).line] == [4]
    check(case)
    assert answer(case).number == 4
    second = register(held, number=2, letter="170/2")
    assert [row.number for row in page(second).line] == [3]
    with pytest.raises(Refused, match="tidak menduduki kursi"):
        register(held, number=1, letter="170/3")
    assert register(held, number=4, letter="170/4").pk


def test_none_when_less_than_six_months_remain(held):
    case = register(held, term_ends=date(2025, 3, 31))
    assert not page(case).in_time
    assert answer(case).kind == "tidak-ada"


def test_nobody_left_is_an_answer_too(held):
    case = register(held, party="2", letter="170/5")
    check(case, {**FINE, "hidup": False}, note="Akta 2")
    assert page(case).line == ()
    assert answer(case).kind == "tidak-ada"


def test_one_letter_one_case(held):
    register(held)
    with pytest.raises(Refused, match="sudah dicatat"):
        register(held, number=2)
    with pytest.raises(Refused, match="belum dijawab"):
        register(held, letter="170/9")
    with pytest.raises(Refused, match="belum tiba"):
        register(held, number=2, letter="170/8", received=date(2999, 1, 1))


def brought(content=FILE):
    factories.office()
    ground.places_ground.regions()
    held = factories.election("pemilu-2019", contests=[ground.CONTEST])
    return held, results_ground.read(held, "dprd-result", content, contest=ground.CONTEST)


def test_an_older_result_from_a_file_is_enough_and_equal_votes_ask_the_plenary():
    held, batch = brought()
    results_ground.publish_import(by=results_ground.operator(held), batch_id=batch.pk)
    assert Perhitungan.objects.count() == 2
    case = register(held, dapil="Dapil 1", party="Golkar", number=1)
    assert [(row.number, row.tied) for row in page(case).line] == [(2, True), (3, True)]
    with pytest.raises(Refused, match="suaranya sama"):
        answer(case)
    check(case, chosen=3)
    with pytest.raises(Refused, match="belum diperiksa"):
        answer(case, chosen=2, note="BA 4")
    assert answer(case, chosen=3, note="BA 4/2024").number == 3
    far = register(held, dapil="Dapil 1", party="PPP", number=1, letter="170/2")
    assert page(far).line == ()


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        (b"Dapil 1,Golkar,2", b"Dapil 1,Golkar,1", "candidate_no"),
        (b"P,500", b"X,500", "sex"),
        (b"900", b"-900", "votes"),
        (b"900,1", b"900,ya", "elected"),
        (b"candidate_no,", b"nomor,", "nomor"),
        (b"400", b"", "votes"),
    ],
)
def test_a_bad_file_is_refused_with_its_column(old, new, column):
    _held, batch = brought(FILE.replace(old, new, 1))
    assert batch.state == ImportBatch.State.REFUSED
    assert column in {fault["column"] for fault in batch.faults} | {
        word for fault in batch.faults for word in fault["id"].replace("“", " ").split()
    }
    assert not Perhitungan.objects.exists()
