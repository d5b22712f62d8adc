"""A voter changes by proposals: with evidence, by a second person where someone is removed."""

import pytest
from django.db import IntegrityError, transaction

from jurdil.kernel.acts import Refused
from jurdil.voters.actions import accept, propose, reject, withdraw
from jurdil.voters.models import Ganda, PemilihVersi, Usulan
from jurdil.voters.proposing import Evidence, Proposal
from tests import factories
from tests.voters.people import OTHER, VILLAGE, elements, enlist
from tests.writes import setting_up

pytestmark = pytest.mark.django_db


@pytest.fixture
def one():
    return factories.viewer("operator", account_id=factories.account("operator").pk)


@pytest.fixture
def two():
    return factories.viewer("kasubbag", account_id=factories.account("kasubbag").pk)


@pytest.fixture
def election():
    return factories.election("rutin", voting_day=None).pk


def _removal(version, **given):
    values = {"tms": "meninggal", "evidence": Evidence("akta kematian", "No. 1/2026"), **given}
    return Proposal("tms", "kantor", VILLAGE, voter=version, **values)


def test_a_removal_takes_evidence_and_a_second_person(one, two, election):
    (version,) = enlist(elements())
    with pytest.raises(Refused, match="bukti"):
        propose(by=one, election_id=election, wanted=_removal(version, evidence=Evidence()))
    proposal = propose(by=one, election_id=election, wanted=_removal(version))
    assert PemilihVersi.objects.get(until_rev__isnull=True).status == "aktif"
    with pytest.raises(Refused, match="orang kedua"):
        accept(by=one, proposal_id=proposal.pk)
    accept(by=two, proposal_id=proposal.pk)
    present = PemilihVersi.objects.get(until_rev__isnull=True)
    assert (present.status, present.tms, present.tms_regime) == ("tms", "meninggal", "rutin")
    with pytest.raises(Refused, match="sudah diputuskan"):
        accept(by=two, proposal_id=proposal.pk)


def test_the_database_wants_the_second_person_too(one, election):
    (version,) = enlist(elements())
    proposal = propose(by=one, election_id=election, wanted=_removal(version))
    row = Usulan.objects.filter(pk=proposal.pk)
    with setting_up(), pytest.raises(IntegrityError), transaction.atomic():
        row.update(state="diterima", decided_by=one.account_id, decided_at=proposal.proposed_at)


def test_an_older_view_of_a_voter_is_not_carried_out(one, two, election):
    (version,) = enlist(elements())
    older = propose(by=one, election_id=election, wanted=_removal(version))
    change = Proposal("ubah", "kantor", VILLAGE, voter=version, elements={"rt": "007"})
    accept(by=two, proposal_id=propose(by=one, election_id=election, wanted=change).pk)
    with pytest.raises(Refused, match="berubah setelah diusulkan"):
        accept(by=two, proposal_id=older.pk)
    assert PemilihVersi.objects.get(until_rev__isnull=True).rt == "007"


def test_a_nik_that_exists_is_taken_and_put_before_a_person(one, two, election):
    known = elements("Siti Contoh")
    enlist(known)
    row = {**known.as_row(), "nama": "Lain Sekali"}
    new = Proposal("baru", "kantor", VILLAGE, elements=row, entered="pemula")
    accept(by=two, proposal_id=propose(by=one, election_id=election, wanted=new).pk)
    assert PemilihVersi.objects.filter(until_rev__isnull=True, status="aktif").count() == 2
    assert [pair.kind for pair in Ganda.objects.all()] == ["K2"]


def test_sealed_values_and_ledger_hold_no_number(one, election):
    new = elements("Contoh Baru")
    wanted = Proposal("baru", "kantor", VILLAGE, elements=new.as_row())
    proposal = propose(by=one, election_id=election, wanted=wanted)
    assert new.nik not in repr(Usulan.objects.values().get(pk=proposal.pk))
    with pytest.raises(Refused, match="alasan"):
        reject(by=one, proposal_id=proposal.pk, note=" ")
    assert withdraw(by=one, proposal_id=proposal.pk).state == "ditarik"


def test_a_pps_does_not_put_a_voter_on_the_list_of_another_village(election):
    """The village that the voter comes to is decided by whoever answers for both."""
    (version,) = enlist(elements())
    enlist(elements(), village=OTHER)
    pps, ppk = (
        factories.viewer(role, path=path, account_id=factories.account(role, path=path).pk)
        for role, path in (("pps", VILLAGE), ("ppk", VILLAGE.rpartition(".")[0]))
    )
    wanted = Proposal("pindah-tps", "kantor", VILLAGE, voter=version, tps=f"{OTHER}/001")
    proposal = propose(by=pps, election_id=election, wanted=wanted)
    with pytest.raises(Refused, match="Desa tujuan"):
        accept(by=pps, proposal_id=proposal.pk)
    assert PemilihVersi.objects.get(pemilih=version.pemilih, until_rev=None).village == VILLAGE
    accept(by=ppk, proposal_id=proposal.pk)
    assert PemilihVersi.objects.get(pemilih=version.pemilih, until_rev=None).village == OTHER


def test_a_new_voter_is_not_put_at_a_tps_of_another_village(one, election):
    wanted = Proposal("baru", "kantor", VILLAGE, elements=elements().as_row(), tps=f"{OTHER}/001")
    with pytest.raises(Refused, match="TPS"):
        propose(by=one, election_id=election, wanted=wanted)
