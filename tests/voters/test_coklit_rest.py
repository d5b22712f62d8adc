"""The rest of a paper list is typed at once, and only when its signed numbers are those open."""

from dataclasses import replace
from datetime import timedelta

import pytest

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused
from jurdil.voters import actions, queries
from jurdil.voters.coklit.recording import Said, Visit
from jurdil.voters.models import OrangCoklit, PemilihVersi, RumahCoklit
from tests import factories
from tests.voters.coklit_ground import OTHER_TPS, TPS, by, village
from tests.voters.people import VILLAGE

pytestmark = pytest.mark.django_db


@pytest.fixture
def election():
    return village()


@pytest.fixture
def pps(election):
    return factories.account("pps", VILLAGE)


def signed(households=2, people=3, **given):
    return actions.Signed(households, people, clock.today(), **given)


def rest(election, pps, said, tps=TPS):
    return actions.enter_coklit_rest(by=by(pps), election_id=election.pk, tps=tps, signed=said)


def test_all_open_households_of_the_tps_are_visited_and_correct(election, pps):
    rest(election, pps, signed(stickers=True))
    houses = RumahCoklit.objects.filter(tps=TPS)
    assert {(h.state, h.sticker, h.rev) for h in houses} == {("selesai", True, 1)}
    for row in OrangCoklit.objects.filter(tps=TPS):
        assert row.result == "sesuai"
        present = PemilihVersi.objects.get(pemilih=row.pemilih, until_rev__isnull=True)
        assert row.seen_id == present.pk
    assert RumahCoklit.objects.get(tps=OTHER_TPS).state == "belum"
    with pytest.raises(Refused, match="sudah tercatat"):
        rest(election, pps, signed())


def test_who_differs_is_typed_first_and_stays_as_typed(election, pps):
    house = RumahCoklit.objects.get(head="Wati Lain")
    person = house.people.get()
    visit = Visit("selesai", clock.now(), sticker=True, met="Ketua RT")
    said = Said("tms", clock.now(), tms="1", evidence="akta kematian", evidence_note="1/2024")
    actions.enter_coklit(
        by=by(pps), token=str(house.token), visit=visit, people=[(person.pk, said)]
    )
    with pytest.raises(Refused, match=r"2 rumah dan 3 orang.*1 rumah dan 2 orang"):
        rest(election, pps, signed())
    rest(election, pps, signed(1, 2))
    person.refresh_from_db()
    house.refresh_from_db()
    assert (person.result, house.sticker) == ("tms", True)
    left = queries.coklit_left(by(pps), election.pk, TPS)
    assert (left.households, left.people) == (0, 0)


def test_neither_a_day_to_come_nor_another_village(election, pps):
    tomorrow = replace(signed(), visited_on=clock.today() + timedelta(days=1))
    with pytest.raises(Refused, match="belum tiba"):
        rest(election, pps, tomorrow)
    with pytest.raises(RumahCoklit.DoesNotExist):
        rest(election, pps, signed(), "73.12.02.1001/001")
    assert not OrangCoklit.objects.exclude(result="").exists()


def test_the_page_says_what_is_open_and_takes_the_rest(election, pps, client):
    client.force_login(pps)
    page = f"/pemilih/coklit/{TPS}/rumah/"
    assert "2 rumah, 3 orang" in client.get(page).content.decode()
    given = {"households": 2, "people": 2, "visited_on": clock.today().isoformat()}
    refused = client.post(page, given)
    assert refused.status_code == 422
    assert "3 orang" in refused.content.decode()
    assert client.post(page, {**given, "people": 3}).status_code == 302
    assert "Sisanya semua sesuai" not in client.get(page).content.decode()
