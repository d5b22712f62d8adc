"""After the DPT: marks, notices, DPTb and DPK; and comments before it."""

from datetime import timedelta

import pytest

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Election
from jurdil.voters import actions, transfers
from jurdil.voters.models import DpkOrang, PemilihVersi, Tanda, Tanggapan
from jurdil.voters.proposing import Evidence, Proposal
from jurdil.voters.sealing import nik_of
from tests.voters import chain_ground as ground
from tests.voters.people import elements, enlist

pytestmark = pytest.mark.django_db
HERE = ground.VILLAGES[0]
PAPER = Evidence("surat tugas", "nomor 1")


@pytest.fixture
def dpt():
    """A regency with a determined DPT, three voters in each village."""
    election = ground.regency()
    for village in ground.VILLAGES:
        enlist(*(elements(jenis_kelamin=sex) for sex in "LLP"), village=village)
    by = ground.member()
    return by, election, ground.walk_to_dpt(by, election)


def first(village: str = HERE) -> int:
    rows = PemilihVersi.objects.filter(village=village, until_rev__isnull=True)
    return rows.order_by("pk")[0].pemilih_id


def test_a_death_after_the_dpt_is_a_mark_and_no_removal(dpt):
    by, _election, held = dpt
    with pytest.raises(Refused, match="bukti"):
        actions.mark(by=by, voter_id=first(), kind="meninggal", evidence=Evidence())
    made = actions.mark(by=by, voter_id=first(), kind="meninggal", evidence=Evidence("akta"))
    assert made.revision_id == held.pk
    assert PemilihVersi.objects.filter(village=HERE, status="aktif").count() == 3
    with pytest.raises(Refused, match="sudah bertanda"):
        actions.mark(by=by, voter_id=first(), kind="pindah", evidence=Evidence("akta"))
    actions.withdraw_mark(by=by, mark_id=made.pk, why="Orang lain")
    assert Tanda.objects.filter(withdrawn_at__isnull=True).count() == 0
    assert actions.mark(by=by, voter_id=first(), kind="pindah", evidence=Evidence("akta"))


def test_without_a_dpt_there_is_nothing_to_mark():
    ground.regency()
    (row,) = enlist(elements())
    with pytest.raises(Refused, match="Tidak ada DPT"):
        actions.mark(
            by=ground.member(), voter_id=row.pemilih_id, kind="tni", evidence=Evidence("skep")
        )


def test_notices_are_recapitulated_only_when_their_numbers_agree(dpt):
    by, election, _held = dpt
    tps = f"{HERE}/001"
    given = {"election_id": election.pk, "path": tps, "printed": 3, "delivered": 2}
    with pytest.raises(Refused, match="Dicetak 3, tetapi dibagikan 2 dan kembali 2, bersama 4"):
        actions.record_notices(by=by, **given, undelivered={"meninggal": 2})
    actions.record_notices(by=by, **given, undelivered={"meninggal": 1, "pindah": 0})
    actions.note_returned(by=by, election_id=election.pk, voter_id=first(), reason="meninggal")
    with pytest.raises(Refused, match="sudah tercatat kembali"):
        actions.note_returned(by=by, election_id=election.pk, voter_id=first(), reason="pindah")


def out(by, election: Election, target: str, reason: str = "belajar", **more):
    wanted = actions.Transfer(reason, PAPER)
    return actions.register_out(
        by=by, election_id=election.pk, voter_id=first(), target=target, wanted=wanted, **more
    )


def test_a_voter_goes_to_another_tps_once_and_gets_the_ballots_of_his_areas(dpt):
    by, election, _held = dpt
    made = out(by, election, "73.71.01.1001", target_name="TPS 4 Kelurahan Contoh, Makassar")
    assert made.ballots == ["ppwp"]
    assert made.origin == f"{HERE}/001"
    assert transfers.going(election.pk, "73.12") == {f"{HERE}/001": 1}
    with pytest.raises(Refused, match="surat nomor 1"):
        out(by, election, f"{ground.VILLAGES[1]}/001")
    actions.cancel_transfer(by=by, transfer_id=made.pk, why="Tidak jadi")
    again = out(by, election, f"{ground.VILLAGES[1]}/001")
    assert (again.number, again.ballots) == (2, ["ppwp"])
    assert transfers.coming(election.pk, "73.12") == {f"{ground.VILLAGES[1]}/001": 1}


def test_five_of_nine_reasons_are_over_thirty_days_before(dpt):
    by, election, _held = dpt
    with ground.setting_up():
        Election.objects.update(voting_day=clock.today() + timedelta(days=20))
    with pytest.raises(Refused, match="berlaku sampai"):
        out(by, election, f"{ground.VILLAGES[1]}/001")
    assert out(by, election, f"{ground.VILLAGES[1]}/001", reason="sakit")


def test_somebody_of_elsewhere_comes_in_with_sealed_numbers(dpt):
    by, election, _held = dpt
    person = elements("Tamu Contoh", jenis_kelamin="P")
    wanted = actions.Transfer("tugas", PAPER)
    origin = actions.Elsewhere("73.71.01.1001", "TPS 4 Kelurahan Contoh, Makassar")
    target = f"{HERE}/001"
    made = actions.register_in(
        by=by, election_id=election.pk, origin=origin, target=target, elements=person, wanted=wanted
    )
    assert person.nik.encode() not in bytes(made.sealed)
    assert transfers.coming(election.pk, HERE) == {target: 1}
    with pytest.raises(Refused, match="wilayah kantor ini"):
        actions.register_in(
            by=by,
            election_id=election.pk,
            origin=actions.Elsewhere(ground.VILLAGES[1], "TPS 1"),
            target=target,
            elements=elements(),
            wanted=wanted,
        )


def test_dpk_is_written_on_the_day_and_never_below_its_persons(dpt):
    by, election, _held = dpt
    tps = f"{HERE}/001"
    given = {"election_id": election.pk, "path": tps}
    with pytest.raises(Refused, match="hari pemungutan"):
        actions.record_dpk(by=by, **given, men=1, women=0)
    with ground.setting_up():
        Election.objects.update(voting_day=ground.past())
    known = enlist_number(HERE)
    actions.enter_dpk(by=by, **given, number=1, elements=elements("Tamu Satu"))
    with pytest.raises(Refused, match="sudah tercatat dalam DPK"):
        actions.enter_dpk(by=by, **given, number=2, elements=elements(nik=known))
        actions.enter_dpk(by=by, **given, number=3, elements=elements(nik=known))
    with pytest.raises(Refused, match="Sudah 2 orang"):
        actions.record_dpk(by=by, **given, men=1, women=0)
    actions.record_dpk(by=by, **given, men=2, women=1)
    assert DpkOrang.objects.filter(pemilih__isnull=False).count() == 1


def enlist_number(village: str) -> str:
    """The NIK of somebody who is on the list of a village."""
    return nik_of(PemilihVersi.objects.filter(village=village).order_by("pk")[0])


def test_a_comment_becomes_a_proposal_and_is_answered_after_its_decision():
    election = ground.regency()
    enlist(elements(), village=HERE)
    by, second = ground.member(), ground.member("kasubbag")
    for kind in ("a-daftar", "dphp", "dps"):
        dps = ground.walk(by, election, kind)
    said = actions.Comment(
        HERE, "tidak-memenuhi", "warga", "Sudah meninggal", "Contoh Warga", clock.today()
    )
    made = actions.register_comment(by=by, revision_id=dps.pk, said=said)
    assert made.number == 1 and b"Contoh Warga" not in bytes(made.sealed)
    version = PemilihVersi.objects.get(pemilih=first())
    wanted = Proposal("tms", "tanggapan", HERE, voter=version, tms="1", evidence=Evidence("akta"))
    actions.propose_from_comment(by=by, comment_id=made.pk, wanted=wanted)
    with pytest.raises(Refused, match="Putuskan dulu"):
        actions.answer_comment(by=by, comment_id=made.pk, answer="Terima kasih.")
    made.refresh_from_db()
    actions.accept(by=second, proposal_id=made.proposal_id)
    actions.answer_comment(by=by, comment_id=made.pk, answer="Sudah dicoret.")
    assert Tanggapan.objects.get().answered_name == by.name
