"""Elected members before the oath: LHKPN (practice §4), drop-outs, the proposal."""

from datetime import date

import pytest

from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Election
from jurdil.kernel.policy import Forbidden
from jurdil.seats import actions, queries
from jurdil.seats.keeping import Paper
from jurdil.seats.models import Usulan
from jurdil.stages import actions as stages
from tests import factories
from tests.seats import ground

pytestmark = pytest.mark.django_db

PDF = Paper("lhkpn.pdf", b"%PDF-1.7 contoh")
VOTES = {"A": [300, 200, 50], "B": [250, 10]}


@pytest.fixture
def held():
    made = ground.one_dapil(3, VOTES, "pemilu-2024")
    actions.count_seats(by=factories.viewer(), election_id=made.pk, contest=ground.CONTEST)
    return made


@pytest.fixture
def determined(held):
    ground.determined(held)
    event(held, "surat-mk-perkara-teregistrasi", date(2024, 4, 29))
    actions.determine(
        by=factories.viewer("ketua"), election_id=held.pk, contest=ground.CONTEST, title="SK 5"
    )
    event(held, "pengucapan-sumpah", date(2024, 8, 20))
    return held


def event(held, trigger, day):
    stages.record_event(
        by=factories.viewer(), election_id=held.pk, trigger=trigger, day=day, basis="Surat"
    )


def record(
    held, number, kind, day=date(2024, 7, 1), party="1", paper=PDF, note="", role="operator"
):
    return actions.record(
        by=factories.viewer(role),
        election_id=held.pk,
        contest=ground.CONTEST,
        dapil="1",
        party=party,
        number=number,
        kind=kind,
        day=day,
        note=note,
        paper=paper,
    )


def propose(held, letter="12/PL.01/2024"):
    return actions.propose(
        by=factories.viewer(),
        election_id=held.pk,
        contest=ground.CONTEST,
        letter=letter,
        day=date(2024, 7, 30),
    )


def page(held):
    return queries.members_page(factories.viewer(), held.pk, ground.CONTEST)


def test_nothing_is_recorded_before_the_determination(held):
    with pytest.raises(Refused, match="belum ditetapkan"):
        record(held, 1, "tanda-terima")


def test_only_who_has_a_receipt_in_time_or_a_statement_is_proposed(determined):
    assert page(determined).clock.last_day == date(2024, 7, 30)
    record(determined, 1, "tanda-terima")
    record(determined, 2, "tanda-terima", day=date(2024, 7, 31))
    record(determined, 1, "menyusul", party="2")
    letter = propose(determined)
    assert [(p["party"], p["number"], p["pending"]) for p in letter.people] == [
        ("1", 1, False),
        ("2", 1, True),
    ]
    assert page(determined).missing == 1
    with pytest.raises(Refused, match="sudah dicatat"):
        propose(determined)
    with pytest.raises(Refused, match="Tidak ada calon terpilih"):
        propose(determined, "13/PL.01/2024")
    assert Usulan.objects.count() == 1


def test_a_death_before_the_oath_moves_the_next_one_up(determined):
    with pytest.raises(Refused, match="Lampirkan"):
        record(determined, 1, "meninggal", note="Akta 1/2024", paper=None)
    with pytest.raises(Refused, match="dasar"):
        record(determined, 1, "meninggal")
    record(determined, 1, "meninggal", note="Akta 1/2024")
    rows = {row.number: row.standing for row in page(determined).rows if row.party == "1"}
    assert {n: (one.place.value, one.seated) for n, one in rows.items()} == {
        1: ("keluar", False),
        2: ("terpilih", True),
        3: ("pengganti", True),
    }
    with pytest.raises(Refused, match="tidak dapat dicatat"):
        record(determined, 1, "tanda-terima")
    file = queries.member_page(factories.viewer(), determined.pk, ground.CONTEST, "1", "1", 1)
    assert file.followed_by.number == 2
    assert file.next == ()
    assert file.events[0].document == "lhkpn.pdf"


def test_files_are_for_the_office(determined):
    with pytest.raises(Forbidden):
        record(determined, 1, "tanda-terima", role="saksi")
    with pytest.raises(Forbidden):
        queries.members_page(factories.viewer("publik"), determined.pk, ground.CONTEST)
    with pytest.raises(Election.DoesNotExist):
        record(determined, 9, "tanda-terima")
