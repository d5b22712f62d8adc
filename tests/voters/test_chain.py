"""The chain of an election's list: order, levels, figures, and what stands after the DPT."""

import pytest

from jurdil.kernel import decisions
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import LedgerEntry
from jurdil.voters import actions, recap, resuming
from jurdil.voters.models import Pleno, RevisiDesa, Usulan
from jurdil.voters.pdpb.counting import by_village, together
from jurdil.voters.proposing import Evidence, Proposal
from tests.voters import chain_ground as ground
from tests.voters.people import elements, enlist

pytestmark = pytest.mark.django_db


def seed() -> None:
    for village in ground.VILLAGES:
        enlist(*(elements(jenis_kelamin=sex) for sex in "LLP"), village=village)


def strike(by, second, election, version) -> None:
    wanted = Proposal(
        "tms", "kantor", version.village, voter=version, tms="1", evidence=Evidence("akta kematian")
    )
    made = actions.propose(by=by, election_id=election.pk, wanted=wanted)
    actions.accept(by=second, proposal_id=made.pk)


def figures(revision):
    return together(by_village(revision, "73.12").values()).flow


def test_the_whole_chain_keeps_previous_plus_new_minus_tms_at_every_step_and_level():
    election = ground.regency()
    seed()
    by, second = ground.member(), ground.member("kasubbag")
    totals = []
    for at, kind in enumerate(("a-daftar", "dphp", "dps", "dpshp", "dpshp-akhir", "dpt")):
        if at:
            leaves, *_rest = enlist(elements(), elements(jenis_kelamin="P"))
            strike(by, second, election, leaves)
        held = ground.walk(by, election, kind)
        assert held.state == "ditetapkan"
        flow = figures(held)
        assert flow.holds
        totals.append((flow.before.total, flow.now.total))
        assert all(one.flow.holds for one in by_village(held, "73.12").values())
    assert totals[0] == (0, 12)
    assert [before for before, _now in totals[1:]] == [now for _before, now in totals[:-1]]
    assert totals[-1] == (16, 17)


def test_a_kecamatan_waits_for_its_villages_and_the_regency_for_its_kecamatan():
    election = ground.regency()
    seed()
    by = ground.member()
    ground.walk(by, election, "a-daftar")
    dphp = actions.open_revision(by=by, election_id=election.pk, kind="dphp")
    ground.convene(by, dphp, ground.FIRST)
    with pytest.raises(Refused, match="2 wilayah belum pleno"):
        actions.hold_plenary(by=by, revision_id=dphp.pk, path=ground.FIRST)
    ground.hold(by, dphp, "desa")
    actions.hold_plenary(by=by, revision_id=dphp.pk, path=ground.FIRST)
    dphp.refresh_from_db()
    assert dphp.state == "disusun"
    with pytest.raises(Refused, match="belum selesai"):
        actions.open_revision(by=by, election_id=election.pk, kind="dps")
    ground.convene(by, dphp, ground.SECOND)
    actions.hold_plenary(by=by, revision_id=dphp.pk, path=ground.SECOND)
    dphp.refresh_from_db()
    assert dphp.state == "ditetapkan"


def test_a_revision_out_of_turn_is_refused():
    election = ground.regency()
    seed()
    by = ground.member()
    with pytest.raises(Refused, match="belum gilirannya"):
        actions.open_revision(by=by, election_id=election.pk, kind="dpt")
    with pytest.raises(Refused, match="setelah DPT ditetapkan"):
        actions.open_revision(by=by, election_id=election.pk, kind="dpthp", basis="Surat 1")


def test_no_plenary_decides_without_its_quorum():
    election = ground.regency()
    seed()
    by = ground.member()
    ground.walk(by, election, "a-daftar")
    dphp = actions.open_revision(by=by, election_id=election.pk, kind="dphp")
    village = ground.VILLAGES[0]
    with pytest.raises(Refused, match="Siapkan dulu rapat plenonya"):
        actions.hold_plenary(by=by, revision_id=dphp.pk, path=village)
    actions.prepare_plenary(
        by=by, revision_id=dphp.pk, path=village, plan=ground.plan(), guests=ground.guests()
    )
    with pytest.raises(Refused, match="Kuorum"):
        actions.hold_plenary(by=by, revision_id=dphp.pk, path=village)
    assert not RevisiDesa.objects.filter(revision=dphp).exists()


def test_pps_decides_its_own_village_only():
    election = ground.regency()
    seed()
    by = ground.member()
    ground.walk(by, election, "a-daftar")
    dphp = actions.open_revision(by=by, election_id=election.pk, kind="dphp")
    here, other = ground.VILLAGES[:2]
    pps = ground.member("pps", here)
    ground.convene(pps, dphp, here)
    actions.hold_plenary(by=pps, revision_id=dphp.pk, path=here)
    with pytest.raises(type(dphp).DoesNotExist):
        actions.hold_plenary(by=pps, revision_id=dphp.pk, path=other)


def test_the_dpt_is_frozen_and_its_total_stands():
    election = ground.regency()
    seed()
    by, second = ground.member(), ground.member("kasubbag")
    dpt = ground.walk_to_dpt(by, election)
    assert dpt.decision is not None
    assert decisions.changes_since(dpt.decision) == ()
    with pytest.raises(Refused, match="jumlahnya tetap"):
        enlist(elements())
    assert together(by_village(dpt, "73.12").values()).flow.now.total == 12
    order = actions.open_revision(
        by=by, election_id=election.pk, kind="dpthp", basis="Surat 7", villages=ground.VILLAGES[:1]
    )
    (added,) = enlist(elements())
    with pytest.raises(Refused, match="jumlahnya tetap"):
        enlist(elements(), village=ground.VILLAGES[1])
    for path in (ground.VILLAGES[0], ground.FIRST):
        ground.convene(by, order, path)
        actions.hold_plenary(by=by, revision_id=order.pk, path=path)
    ground.convene(by, order, "73.12")
    actions.determine(by=by, revision_id=order.pk)
    assert recap.total(recap.rows_below(order, "73.12", ground.VILLAGES[:1])).flow.now.total == 4
    with pytest.raises(Refused, match="jumlahnya tetap"):
        strike(by, second, election, added)
    assert Usulan.objects.get().state == "diajukan"


def test_the_list_goes_on_when_the_office_lets_it_go_after_voting_day(django_db_blocker):
    election = ground.regency()
    seed()
    by = ground.member()
    ground.walk_to_dpt(by, election)
    with pytest.raises(Refused, match="hari pemungutan suara"):
        actions.release(by=by, election_id=election.pk, basis="Surat KPU 1")
    with ground.setting_up():
        type(election).objects.update(voting_day=ground.past())
    actions.release(by=by, election_id=election.pk, basis="Surat KPU 1")
    assert enlist(elements())


def test_a_list_that_is_let_go_takes_the_rows_in_that_waited_for_it(monkeypatch):
    election = ground.regency()
    seed()
    by = ground.member()
    ground.walk_to_dpt(by, election)
    with ground.setting_up():
        type(election).objects.update(voting_day=ground.past())
    asked = []
    monkeypatch.setattr(resuming, "resume", lambda path: asked.append(path) or 2)
    actions.release(by=by, election_id=election.pk, basis="Surat KPU 1")
    assert asked == ["73.12"]
    entry = LedgerEntry.objects.get(act="voters.chain_release")
    assert '"resumed":2' in entry.payload


def test_minutes_and_decree_are_drafted_and_copies_have_receipts():
    election = ground.regency()
    seed()
    by = ground.member()
    for kind in ("a-daftar", "dphp"):
        ground.walk(by, election, kind)
    dps = actions.open_revision(by=by, election_id=election.pk, kind="dps")
    ground.convene(by, dps, "73.12")
    handed = actions.Handed("bawaslu", "Bawaslu Kabupaten Contoh", "Contoh Penerima", "rekap")
    with pytest.raises(Refused, match="setelah rapat pleno selesai"):
        actions.hand_copy(by=by, revision_id=dps.pk, path="73.12", handed=handed)
    actions.determine(by=by, revision_id=dps.pk)
    plenary = Pleno.objects.get(revision=dps)
    table = plenary.minutes.data["body"]["tables"][0]
    assert table["rows"][-1][-1] == "12"
    assert len(plenary.minutes.data["body"]["tables"]) == 1, "commissioners sign with their logins"
    below = Pleno.objects.filter(revision__kind="dphp").exclude(path="73.12").first()
    to_sign = below.minutes.data["body"]["tables"][1]
    assert to_sign["rows"][0] == ["1", "Contoh Anggota A", "Anggota", ""]
    assert (len(to_sign["rows"]), to_sign["tall"]) == (5, True)
    assert plenary.decree.data["body"]["decisions"][0].startswith("Menetapkan DPS")
    first = actions.hand_copy(by=by, revision_id=dps.pk, path="73.12", handed=handed)
    again = actions.hand_copy(by=by, revision_id=dps.pk, path="73.12", handed=handed)
    assert (first.number, again.number) == (1, 2)
