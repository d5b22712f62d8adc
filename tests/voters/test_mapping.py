"""Mapping a village: families together, no TPS above the cap, adjusted and undone by a person."""

import pytest

from jurdil.kernel.acts import Refused
from jurdil.kernel.viewer import system_viewer
from jurdil.places import actions as places
from jurdil.places import queries as place_queries
from jurdil.voters import actions, mapping, queries
from jurdil.voters.models import DaftarDesa, Pemetaan, PemilihVersi
from tests import factories
from tests.voters.people import VILLAGE, elements, enlist

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    office = factories.office()
    places.set_up_regions(by=system_viewer(office.path, "kpu"), regency=office.path)
    return system_viewer(office.path, "kpu")


@pytest.fixture
def election(by, monkeypatch):
    """An election whose regime allows 30 voters per TPS, so that villages can be small."""
    cap = mapping.cap_of
    monkeypatch.setattr(mapping, "cap_of", lambda election: 30 if cap(election) else None)
    return factories.election()


def test_the_cap_is_the_regimes(by):
    assert mapping.cap_of(factories.election("pemilu-2024")) == 300
    assert mapping.cap_of(factories.election("pilkada-2024")) == 600


def _village(families=20, size=4):
    people = []
    for house in range(families):
        rt = f"{house // 4 + 1:03}"
        nkk = elements().nkk
        people += [elements(nkk=nkk, rt=rt, rw="001") for _one in range(size)]
    enlist(*people, tps="")


def test_a_draft_keeps_families_together_below_the_cap_and_is_written_once(by, election):
    _village()
    draft = actions.draft_mapping(by=by, election_id=election.pk, village=VILLAGE)
    assert draft.cap == 30
    assert [line.voters for line in mapping.lines(draft)] == [28, 28, 24]
    assert actions.apply_mapping(by=by, draft_id=draft.pk) == 80
    assert mapping.split_families(VILLAGE) == 0
    present = PemilihVersi.objects.filter(until_rev__isnull=True)
    assert set(present.values_list("tps", flat=True)) == {f"{VILLAGE}/00{n}" for n in (1, 2, 3)}
    assert len(place_queries.tps_of(by, election.pk, VILLAGE)) == 3
    assert DaftarDesa.objects.get().rev == 2
    with pytest.raises(Pemetaan.DoesNotExist):
        actions.apply_mapping(by=by, draft_id=draft.pk)


def test_an_adjustment_moves_an_rt_and_can_be_undone(by, election):
    _village(6, 4)
    draft = actions.draft_mapping(by=by, election_id=election.pk, village=VILLAGE)
    given = {"rw": "001", "rt": "002", "station": 1, "to": 2}
    draft = actions.adjust_mapping(by=by, draft_id=draft.pk, **given)
    assert [(line.number, line.voters) for line in mapping.lines(draft)] == [(1, 16), (2, 8)]
    with pytest.raises(Refused, match="Tidak ada keluarga"):
        actions.adjust_mapping(by=by, draft_id=draft.pk, **given)
    draft = actions.undo_mapping(by=by, draft_id=draft.pk)
    assert [(line.number, line.voters) for line in mapping.lines(draft)] == [(1, 24)]
    with pytest.raises(Refused, match="Belum ada penyesuaian"):
        actions.undo_mapping(by=by, draft_id=draft.pk)


def test_a_tps_above_the_cap_or_a_family_come_later_stops_the_writing(by, election):
    _village(9, 4)
    draft = actions.draft_mapping(by=by, election_id=election.pk, village=VILLAGE)
    for rt in ("001", "002", "003"):
        for line in mapping.lines(draft):
            if line.number != 1 and any(home[1] == rt for home in line.homes):
                given = {"rw": "001", "rt": rt, "station": line.number, "to": 1}
                draft = actions.adjust_mapping(by=by, draft_id=draft.pk, **given)
    with pytest.raises(Refused, match="TPS 001 berisi 36 pemilih, batasnya 30"):
        actions.apply_mapping(by=by, draft_id=draft.pk)
    draft = actions.draft_mapping(by=by, election_id=election.pk, village=VILLAGE)
    enlist(elements(rt="001"), tps="")
    with pytest.raises(Refused, match="1 keluarga belum mendapat TPS"):
        actions.apply_mapping(by=by, draft_id=draft.pk)


def test_the_routine_work_has_no_cap(by):
    _village(2)
    routine = factories.election("rutin", voting_day=None, contests=[])
    with pytest.raises(Refused, match="batas pemilih"):
        actions.draft_mapping(by=by, election_id=routine.pk, village=VILLAGE)


def test_a_pps_maps_its_own_village_on_the_page(by, election, client):
    _village(10, 4)
    client.force_login(factories.account("pps", VILLAGE))
    address = f"/pemilih/peta-tps/{VILLAGE}/"
    assert "Belum ada rancangan" in client.get(address).content.decode()
    client.post(address, {"langkah": "buat"})
    assert "TPS 002" in client.get(address).content.decode()
    assert client.post(address, {"langkah": "terapkan"}).status_code == 302
    (row,) = queries.village_mappings(by, election.pk)
    assert (row.voters, row.mapped, row.stations, row.least) == (40, 40, 2, 2)
    assert client.get("/pemilih/peta-tps/73.12.02.1001/").status_code == 404
