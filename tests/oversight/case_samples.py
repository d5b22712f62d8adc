"""Cases for the walk over all pages: a decided one with everything that hangs on it."""

from datetime import timedelta
from functools import partial

from jurdil.kernel import clock
from jurdil.kernel.brought import Upload
from jurdil.kernel.viewer import Viewer, system_viewer
from jurdil.oversight import actions
from jurdil.oversight.models import Case
from tests.oversight import case_ground as ground

PDF = Upload("Surat Kartolo.pdf", b"%PDF-1.7 contoh", "application/pdf")


def case(world, kecamatan) -> Case:
    """A decided case of a kecamatan with papers, summons, meeting, hearing, referral, evidence."""
    village = world.village(kecamatan)
    if known := Case.objects.filter(path=village).order_by("pk").first():
        return known
    by = system_viewer(world.office.path, world.house)
    new = ground.new(path=village)
    found = actions.receive_report(by=by, election_id=world.election.pk, new=new)
    _filled(by, found)
    return found


def _filled(by: Viewer, found: Case) -> None:
    case_id = found.pk
    actions.add_evidence(
        by=by,
        case_id=case_id,
        new=ground.NewEvidence("identitas", "", ground.photo(b"\xff\xd8\xffktp")),
    )
    ground.registered(by, found, found=("administrasi", "pidana"))
    summon = partial(actions.summon, by=by, case_id=case_id, venue="Kantor Bawaslu")
    party = found.parties.get(role="pelapor")
    summon(party_id=party.pk, letter="U/1", held_at=clock.now() + timedelta(days=1))
    actions.hold_meeting(by=by, case_id=case_id, new=ground.meeting(), upload=PDF)
    ground.step(by, found, "kaji")
    ground.step(by, found, "putuskan", found=("administrasi", "hukum-lain"))
    actions.hold_hearing(
        by=by, case_id=case_id, agenda="laporan", held_at=clock.now(), paper="S/1", upload=PDF
    )
    actions.refer(by=by, case_id=case_id, new=ground.referral(), upload=PDF)


def evidence(world, kecamatan) -> dict[str, int]:
    """A piece of evidence that any handler may open."""
    found = case(world, kecamatan)
    return {"case_id": found.pk, "evidence_id": found.evidence.get(number=1).pk}


def paper(world, kecamatan) -> dict[str, object]:
    """The signed file of a hearing."""
    found = case(world, kecamatan)
    return {"case_id": found.pk, "kind": "sidang", "row_id": found.hearings.get().pk}


def summons(world, kecamatan) -> dict[str, int]:
    """An invitation whose result is not noted."""
    found = case(world, kecamatan)
    return {"case_id": found.pk, "summons_id": found.summons.get().pk}


def referral(world, kecamatan) -> dict[str, int]:
    """A referral without answer."""
    found = case(world, kecamatan)
    return {"case_id": found.pk, "referral_id": found.referrals.get().pk}
