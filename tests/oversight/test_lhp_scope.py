"""What belongs to a report stays with it: its people, its files, its author, its number."""

from uuid import uuid4

import pytest

from jurdil.kernel import clock
from jurdil.kernel.actions import outbox as outbox_acts
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import LedgerEntry, SyncEvent
from jurdil.kernel.roles import BAWASLU
from jurdil.oversight import actions, lhp_phone, queries
from jurdil.oversight.actions import lhp as acts
from jurdil.oversight.lhp_facts import Witness
from jurdil.oversight.models import Lhp, LhpEvidence, LhpWitness
from tests import factories
from tests.oversight.lhp_ground import MARK, from_phone, person, photo, report, submitted
from tests.samples import REGENCY, World, X, Y
from tests.voters.coklit_ground import by, send

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def world():
    return World(BAWASLU)


@pytest.fixture
def ptps(world):
    return person("ptps", world.tps(X))


@pytest.fixture
def elsewhere(world):
    """A report of another kecamatan, with a witness and a photo."""
    author = person("ptps", world.tps(Y))
    row = submitted(author, people=1)
    actions.add_lhp_evidence(by=author, report_id=row.pk, photo=photo())
    return row


@pytest.fixture
def member():
    return person("bw-anggota", REGENCY)


def test_a_witness_is_opened_only_through_the_own_report(ptps, elsewhere, member):
    row = submitted(ptps)
    call = {"report_id": row.pk, "witness_id": elsewhere.witnesses.get().pk}
    with pytest.raises(LhpWitness.DoesNotExist):
        actions.reveal_witness(by=member, purpose="Klarifikasi", **call)
    assert not LedgerEntry.objects.filter(act="oversight.lhp_reveal").exists()


def test_a_photo_is_seen_only_through_the_own_report(world, ptps, elsewhere):
    row, proof = submitted(ptps), elsewhere.evidence.get()
    with pytest.raises(LhpEvidence.DoesNotExist):
        queries.lhp_picture(ptps, row.pk, proof.pk, 1)
    pkd = person("pkd", world.village(X))
    with pytest.raises(LhpEvidence.DoesNotExist):
        queries.lhp_original(pkd, row.pk, proof.pk)
    with pytest.raises(Lhp.DoesNotExist):
        queries.lhp_original(pkd, elsewhere.pk, proof.pk)


def test_nobody_writes_another_one_s_report(world, ptps):
    row = submitted(ptps)
    wanted = report(row.path, story="Ditulis orang lain")
    for other in (person("pkd", world.village(X)), person("ptps", world.tps(X))):
        with pytest.raises(Refused, match="pengawas lain"):
            actions.submit_lhp(by=other, report=wanted, report_id=row.pk)
    assert Lhp.objects.get().version == 1


def test_a_phone_neither_changes_nor_takes_along_what_another_place_wrote(world, elsewhere):
    other = factories.account("pkd", world.village(X))
    assert send(other, from_phone(world.tps(X), elsewhere.token, 1)) == [("refused", "tidak-ada")]
    colleague = factories.account("ptps", world.tps(X))
    submitted(by(colleague))
    assert lhp_phone.rows(by(other))["laporan"] == []
    assert len(lhp_phone.rows(by(colleague))["laporan"]) == 1


def test_a_report_under_repair_has_no_number(world, ptps, member):
    row = submitted(ptps)
    pkd = person("pkd", world.village(X))
    actions.step_lhp(by=pkd, report_id=row.pk, step="kembalikan", reason="Kurang")
    with pytest.raises(Refused, match="sedang diperbaiki"):
        actions.number_lhp(by=member, report_id=row.pk, series="PM.01.02", day=clock.today())


def test_people_and_photos_of_a_report_have_their_limit(ptps, monkeypatch):
    row = submitted(ptps, people=9)
    two = [Witness("warga", MARK), Witness("warga", MARK)]
    with pytest.raises(Refused, match="10 saksi"):
        actions.submit_lhp(
            by=ptps, report=report(row.path, story="Lain"), witnesses=two, report_id=row.pk
        )
    monkeypatch.setattr(acts, "MOST_EVIDENCE", 1)
    actions.add_lhp_evidence(by=ptps, report_id=row.pk, photo=photo())
    with pytest.raises(Refused, match="1 bukti"):
        actions.add_lhp_evidence(by=ptps, report_id=row.pk, photo=photo())


def test_an_election_of_another_regency_is_none_of_this_report(ptps):
    other = factories.election(path="73.13")
    with pytest.raises(Refused, match="bukan pemilihan"):
        submitted(ptps, election_id=other.pk)


def test_a_record_that_a_level_above_decides_is_its_author_s_report(world):
    """PKD decides for the phone: the report stays that of the PTPS, and PKD may examine it."""
    author, token = factories.account("ptps", world.tps(X)), uuid4()
    send(author, from_phone(world.tps(X), token))
    row = Lhp.objects.get()
    changed = report(row.path, story="Di kantor")
    actions.submit_lhp(by=by(author), report=changed, report_id=row.pk)
    late = from_phone(row.path, token, 1, uraian="Di lapangan")
    assert send(author, late) == [("conflict", "konflik")]
    pkd = person("pkd", world.village(X))
    outbox_acts.decide(by=pkd, event_id=late["id"], choice="lapangan", reason="Saksi mata")
    row.refresh_from_db()
    assert (row.content["story"], row.account_id) == ("Di lapangan", author.pk)
    assert SyncEvent.objects.get(pk=late["id"]).revision == row.version == 3
    assert [one.row.pk for one in queries.lhp_to_examine(pkd)] == [row.pk]
