"""Vulnerable TPS: flags with evidence, counts per indicator, history, never a score."""

import pytest
from django.core.exceptions import ObjectDoesNotExist

from jurdil.kernel.acts import Refused
from jurdil.kernel.roles import BAWASLU
from jurdil.oversight import actions, queries
from tests import factories
from tests.oversight import ground
from tests.samples import REGENCY, World, X, Y

pytestmark = pytest.mark.django_db
LIST = "tps-2024-02"


@pytest.fixture
def world():
    return World(BAWASLU)


@pytest.fixture
def chair(world):
    return factories.viewer("bw-ketua", REGENCY, election_id=world.election.pk)


def counted(viewer, election_id):
    seen = queries.overview(viewer, election_id, LIST)
    return {r.sign.id: r.tps for part in seen.variables for r in part.rows if r.tps}


def test_a_tps_carries_several_indicators_and_counts_once(world, chair):
    ground.flag(chair, world.election.pk, world.tps(X), "dptb", "sulit")
    ground.flag(chair, world.election.pk, world.tps(Y), "dptb")
    assert counted(chair, world.election.pk) == {"dptb": 2, "sulit": 1}
    seen = queries.overview(chair, world.election.pk, LIST)
    assert (seen.flagged, seen.of) == (2, 2)
    assert [(path, n) for path, _name, n in seen.districts] == [(X, 1), (Y, 1)]
    lines = queries.lines(chair, world.election.pk, LIST, sign="sulit")
    assert [line.path for line in lines] == [world.tps(X)]


def test_what_a_tps_carries_already_is_not_flagged_twice(world, chair):
    ground.flag(chair, world.election.pk, world.tps(X), "dptb")
    made = ground.flag(chair, world.election.pk, world.tps(X), "dptb", "internet")
    assert [row.sign for row in made] == ["internet"]
    with pytest.raises(Refused, match="sudah memuat semua"):
        ground.flag(chair, world.election.pk, world.tps(X), "dptb")


def test_a_cleared_flag_stays_with_its_reason(world, chair):
    flag = ground.flag(chair, world.election.pk, world.tps(X))[0]
    with pytest.raises(Refused, match="alasan"):
        actions.clear_flag(by=chair, flag_id=flag.pk, reason=" ")
    actions.clear_flag(by=chair, flag_id=flag.pk, reason="Sudah dipindah")
    assert counted(chair, world.election.pk) == {}
    row = queries.flags_of(chair, world.election.pk, LIST, world.tps(X))[0]
    assert row.cleared_for == "Sudah dipindah" and row.cleared_at is not None
    ground.flag(chair, world.election.pk, world.tps(X))
    assert counted(chair, world.election.pk) == {"dptb": 1}


def test_flags_need_evidence_known_indicators_and_a_tps_in_sight(world, chair):
    with pytest.raises(Refused, match="bukti"):
        ground.flag(chair, world.election.pk, world.tps(X), evidence="")
    with pytest.raises(Refused, match="paling sedikit satu"):
        ground.flag(chair, world.election.pk, world.tps(X), "hujan")
    field = factories.viewer("ptps", world.tps(X))
    with pytest.raises(ObjectDoesNotExist):
        ground.flag(field, world.election.pk, world.tps(Y))
    assert ground.flag(field, world.election.pk, world.tps(X))


def test_the_page_of_november_says_what_is_not_known(client, world):
    client.force_login(factories.account("bw-anggota", REGENCY))
    text = client.get("/pengawasan/tps-rawan/?daftar=tps-2024-11").content.decode()
    assert "memuat 28 indikator; 25 diketahui, 3 belum ditemukan" in text
    assert "skor gabungan" in text


def test_the_page_flags_and_clears(client, world):
    client.force_login(factories.account("panwascam", X))
    sent = {"path": world.tps(X), "signs": ["internet", "listrik"], "evidence": "Diperiksa"}
    answer = client.post(f"/pengawasan/tps-rawan/tandai/?daftar={LIST}", sent)
    assert answer.status_code == 302
    page = client.get(answer["Location"]).content.decode()
    assert "Kendala jaringan internet" in page and "Diperiksa" in page
    flag = queries.flags_of(factories.viewer("panwascam", X), world.election.pk, LIST, world.tps(X))
    answer = client.post(f"/pengawasan/tps-rawan/tanda/{flag[0].id}/cabut/", {"reason": ""})
    assert answer.status_code == 422
    answer = client.post(f"/pengawasan/tps-rawan/tanda/{flag[0].id}/cabut/", {"reason": "Pulih"})
    assert answer.status_code == 302
