"""A quarter from its opening to the frozen determination, its dates, locks, visits and Sidalih."""

from datetime import date
from uuid import uuid4

import pytest

from jurdil.kernel import clock, decisions
from jurdil.kernel.actions.accounts import grant_role
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Document, LedgerEntry, Task
from jurdil.kernel.viewer import system_viewer
from jurdil.voters import actions
from jurdil.voters.actions import pdpb
from jurdil.voters.models import (
    DpkOrang,
    Kiriman,
    Kunjungan,
    PemberitahuanSisa,
    PemilihVersi,
    RekapTps,
    Revisi,
    Tanda,
    Usulan,
)
from jurdil.voters.pdpb import counting, leftovers, open_points
from jurdil.voters.pdpb.sidalih import COLUMNS, compare, own
from jurdil.voters.pdpb.visiting import Report
from jurdil.voters.plenaries import Handed
from jurdil.voters.proposing import Evidence, Proposal
from jurdil.voters.sealing import Seals, seal_row
from tests import factories
from tests.voters import quarter
from tests.voters.people import OTHER, VILLAGE, elements, enlist
from tests.writes import setting_up

pytestmark = pytest.mark.django_db


@pytest.fixture
def one():
    quarter.routine()
    return quarter.person()


@pytest.fixture
def two():
    return quarter.person("kasubbag")


def _removal(by, held, version):
    wanted = Proposal(
        "tms", "kantor", VILLAGE, voter=version, tms="meninggal", evidence=Evidence("akta", "1")
    )
    return actions.propose(by=by, election_id=held.election_id, wanted=wanted)


def test_the_first_quarter_departs_from_the_list_as_it_stands(one):
    enlist(elements(), elements(jenis_kelamin="P"))
    held = quarter.opened()
    assert (held.previous.kind, held.previous.state) == ("a-daftar", "ditetapkan")
    flow = counting.flow_of(held, held.path)
    assert (flow.before.total, flow.new.total, flow.now.total) == (2, 0, 2)
    assert Task.objects.filter(subject=f"voters:revision:{held.pk}").count() == 5
    with pytest.raises(Refused, match="belum ditetapkan"):
        quarter.opened("2027-TW1")


def test_dates_come_from_the_circular_and_are_never_guessed(one, two):
    enlist(elements())
    held = quarter.opened()
    days = {"data_until": date(2026, 11, 30), "lock_on": date(2026, 12, 3)}
    given = {"by": two, "revision_id": held.pk, "circular_day": None, **days}
    with pytest.raises(Refused, match="surat edaran"):
        pdpb.set_dates(**given, circular="", plenary_on=None)
    with pytest.raises(Refused, match="Urutan"):
        pdpb.set_dates(**given, circular="SE 1/2026", plenary_on=date(2026, 12, 1))
    pdpb.set_dates(**given, circular="SE 1/2026", plenary_on=date(2026, 12, 7))
    task = Task.objects.get(source=f"voters:pdpb:{held.pk}:pleno")
    assert task.due.astimezone(clock.zone()).date() == date(2026, 12, 7)


def test_determination_needs_a_quorum_and_freezes(one, two):
    first, _second = enlist(elements(), elements(jenis_kelamin="P"))
    enlist(elements(), village=OTHER)
    held = quarter.opened()
    chair = quarter.person("ketua")
    actions.accept(by=two, proposal_id=_removal(one, held, first).pk)
    with pytest.raises(Refused, match="Siapkan dulu"):
        pdpb.determine(by=chair, revision_id=held.pk, venue="Aula", note="uji")
    quarter.plenary(held, present=3)
    with pytest.raises(Refused, match="3"):
        pdpb.determine(by=chair, revision_id=held.pk, venue="Aula", note="uji")


def test_a_determined_quarter_stands_while_the_list_goes_on(one, two):
    first, second = enlist(elements(), elements(jenis_kelamin="P"))
    held = quarter.opened()
    chair = quarter.person("ketua")
    actions.accept(by=two, proposal_id=_removal(one, held, first).pk)
    quarter.plenary(held)
    with pytest.raises(Refused, match="hal terbuka"):
        pdpb.determine(by=chair, revision_id=held.pk, venue="Aula")
    decision = pdpb.determine(by=chair, revision_id=held.pk, venue="Aula", note="Sidalih menyusul")
    held.refresh_from_db()
    assert held.state == "ditetapkan"
    assert not Task.objects.filter(source__startswith="voters:pdpb:", closed_at=None).exists()
    flow = counting.flow_of(held, held.path)
    assert (flow.before.total, flow.tms.men, flow.now.total, flow.holds) == (2, 1, 1, True)
    minutes = Document.objects.get(kind="ba")
    assert "Sidalih menyusul" in str(minutes.data)
    entry = LedgerEntry.objects.get(act="voters.pdpb_determine")
    assert (
        '"before":2' in entry.payload.replace(" ", "") if isinstance(entry.payload, str) else True
    )
    following = quarter.opened("2027-TW1")
    actions.accept(by=two, proposal_id=_removal(one, following, second).pk)
    assert decisions.changes_since(decision) == ()
    assert counting.flow_of(held, held.path).now.total == 1
    later = counting.flow_of(following, held.path)
    assert (later.before.total, later.tms.total, later.now.total) == (1, 1, 0)


def test_a_row_changed_behind_the_versions_is_found_after_the_determination(one, two):
    (version,) = enlist(elements())
    held = quarter.opened()
    quarter.plenary(held)
    decision = pdpb.determine(
        by=quarter.person("ketua"), revision_id=held.pk, venue="Aula", note="uji"
    )
    with setting_up():
        PemilihVersi.objects.bulk_create(
            [
                PemilihVersi(
                    pemilih=type(version.pemilih).objects.create(salt=b"0" * 16),
                    village=VILLAGE,
                    from_rev=1,
                    status="aktif",
                    key_id="1",
                    nik_sealed=b"",
                    nkk_sealed=b"",
                    name="Selundupan",
                    name_key="SELUNDUPAN",
                    source="uji",
                    sort_key="x",
                )
            ]
        )
    assert decisions.changes_since(decision)


def test_copies_and_announcement_follow_the_determination(one, two):
    enlist(elements())
    held = quarter.opened()
    quarter.plenary(held)
    copy = Handed("bawaslu", "Bawaslu Kabupaten Contoh", "Contoh Penerima", "ba")
    with pytest.raises(Refused, match="setelah rapat"):
        pdpb.hand_copy(by=two, revision_id=held.pk, handed=copy)
    with pytest.raises(Refused, match="Tetapkan dulu"):
        pdpb.announce(by=two, revision_id=held.pk)
    pdpb.determine(by=quarter.person("ketua"), revision_id=held.pk, venue="Aula", note="uji")
    assert pdpb.hand_copy(by=two, revision_id=held.pk, handed=copy).number == 1
    paper = pdpb.announce(by=two, revision_id=held.pk)
    assert paper.kind == "pengumuman"
    with pytest.raises(Refused, match="sudah disiapkan"):
        pdpb.announce(by=two, revision_id=held.pk)


def test_opening_a_lock_needs_its_letter_and_locked_lists_refuse(one, two):
    (version,) = enlist(elements())
    held = quarter.opened()
    proposal = _removal(one, held, version)
    lock = {"by": two, "requester": "KPU RI", "reason": "Sidalih dikunci", "letter": ""}
    pdpb.set_lock(path="73.12", locked=True, **lock)
    with pytest.raises(Refused, match="sudah dikunci"):
        pdpb.set_lock(path="73.12", locked=True, **lock)
    with pytest.raises(Refused, match="dikunci sejak"):
        actions.accept(by=two, proposal_id=proposal.pk)
    with pytest.raises(Refused, match="surat"):
        pdpb.set_lock(path="73.12.01", locked=False, **lock)
    pdpb.set_lock(path="73.12.01", locked=False, **{**lock, "letter": "12/2026"})
    actions.accept(by=two, proposal_id=proposal.pk)


def test_visits_are_assigned_by_letter_and_printed(one, two):
    version, _other = enlist(elements("Contoh Tua", tanggal_lahir="01-02-1920"), elements())
    held = quarter.opened()
    assert pdpb.ask_visits(by=one, revision_id=held.pk, check="usia-100", why="usia-100") == 1
    with pytest.raises(Refused, match="semuanya sudah"):
        pdpb.ask_visits(by=one, revision_id=held.pk, check="usia-100", why="usia-100")
    visit = Kunjungan.objects.get()
    assert visit.pemilih_id == version.pemilih_id
    _second_role(one.account_id)
    made = pdpb.assign(
        by=two,
        revision_id=held.pk,
        officer_id=one.account_id,
        visits=[visit.pk],
        first_day=date(2026, 11, 2),
        last_day=date(2026, 11, 6),
    )
    assert made.document.kind == "surat-tugas"
    assert "Contoh Tua" not in str(made.document.data)
    printed = pdpb.print_visits(by=one, revision_id=held.pk, assignment_id=made.pk)
    assert printed.startswith(b"%PDF")


def _second_role(account_id):
    """An officer who also is a PPK: two roles in one place are one person."""
    grant_role(
        by=system_viewer(factories.REGENCY, "kpu"),
        account_id=account_id,
        role="ppk",
        path=f"{factories.REGENCY}.01",
        valid_from=date(2026, 1, 1),
    )


def test_sidalih_is_the_same_to_the_voter_or_names_the_place(one, two):
    enlist(elements(), elements(jenis_kelamin="P"))
    held = quarter.opened()
    rows = counting.by_village(held, held.path)
    ours = own(counting.together(rows.values()))
    assert set(ours) == set(COLUMNS)
    pdpb.note_sidalih(by=two, revision_id=held.pk, rows={"73.12.01": ours}, origin="diketik")
    assert open_points.differing(held) == ()
    wrong = {**ours, "l": ours["l"] + 1}
    pdpb.note_sidalih(by=two, revision_id=held.pk, rows={"73.12.01": wrong}, origin="diketik")
    assert open_points.differing(held) == ("73.12.01",)
    cells = [cell for cell in compare(ours, wrong) if not cell.same]
    assert [(cell.column, cell.ours, cell.theirs) for cell in cells] == [("l", 1, 2)]
    with pytest.raises(Refused, match="satu angka"):
        pdpb.note_sidalih(by=two, revision_id=held.pk, rows={"73.12.01": {}}, origin="diketik")


def test_kept_figures_are_those_counted_while_the_quarter_ran(one, two):
    first, second = enlist(elements(), elements(jenis_kelamin="P", disabilitas="4"))
    enlist(elements(), village=OTHER)
    held = quarter.opened()
    actions.accept(by=two, proposal_id=_removal(one, held, first).pk)
    turn = Proposal("ubah", "kantor", VILLAGE, voter=second, elements={"jenis_kelamin": "L"})
    made = actions.propose(by=one, election_id=held.election_id, wanted=turn)
    actions.accept(by=two, proposal_id=made.pk)
    running = counting.by_village(held, held.path)
    quarter.plenary(held)
    pdpb.determine(by=quarter.person("ketua"), revision_id=held.pk, venue="Aula", note="uji")
    kept = counting.by_village(Revisi.objects.get(pk=held.pk), held.path)
    assert kept == running
    assert running[VILLAGE].disabilities["sensorik"].men == 1
    assert RekapTps.objects.filter(revision=held).count() == 2
    assert Usulan.objects.filter(state="diterima").count() == 2


def test_what_a_voting_day_left_is_offered_for_visits_once(one, two):
    from jurdil.voters.pdpb import checks

    back, _other = enlist(elements("Contoh Kembali"), elements())
    held = quarter.opened()
    with setting_up():
        PemberitahuanSisa.objects.create(
            election=held.election,
            pemilih=back.pemilih,
            path=f"{VILLAGE}/001",
            reason="pindah",
            noted_at=clock.now(),
        )
    assert checks.counts(held.path, held)["pemungutan"] == 1
    assert pdpb.ask_visits(by=one, revision_id=held.pk, check="pemungutan", why="lain") == 1
    visit = Kunjungan.objects.get()
    pdpb.record_visit(by=one, visit_id=visit.pk, report=Report("ada", clock.today()))
    assert checks.counts(held.path, held)["pemungutan"] == 0


def test_marks_notices_and_dpk_become_visits_and_proposals_in_one_step(one, two, client):
    back, _other = enlist(elements("Contoh Kembali"), elements("Contoh Lain"))
    held = quarter.opened()
    guest = elements("Contoh Tamu")
    token = uuid4()
    key_id, sealed = seal_row(guest.as_row(), token)
    with setting_up():
        PemberitahuanSisa.objects.create(
            election=held.election,
            pemilih=back.pemilih,
            path=f"{VILLAGE}/001",
            reason="pindah",
            noted_at=clock.now(),
        )
        DpkOrang.objects.create(
            election=held.election,
            path=f"{VILLAGE}/001",
            number=3,
            token=token,
            key_id=key_id,
            sealed=sealed,
            nik_index=Seals().index("nik", guest.nik),
            name=guest.nama,
            sex="L",
            noted_at=clock.now(),
        )
    officer = factories.account("kasubbag", "73.12")
    client.force_login(officer)
    address = f"/pemilih/pdpb/{held.pk}/coktas/"
    assert "1 orang DPK belum ada" in client.get(address).content.decode()
    day = clock.today().isoformat()
    given = {"langkah": "pemungutan", "officer": officer.pk, "first_day": day, "last_day": day}
    wrong = client.post(address, {**given, "last_day": "2020-01-01"})
    said = wrong.content.decode()
    assert wrong.status_code == 422 and "mendahului hari pertama" in said
    assert "2020-01-01" in said.partition('id="pemungutan"')[2] and not Kunjungan.objects.exists()
    page = client.post(address, given, follow=True).content.decode()
    assert "1 kunjungan ditugaskan dan 1 orang DPK menjadi usulan" in page
    visit = Kunjungan.objects.get()
    assert (visit.why, visit.note) == ("pindah", "C.Pemberitahuan kembali, pindah")
    assert visit.assignment.officer == officer and visit.assignment.document.kind == "surat-tugas"
    proposal = Usulan.objects.get()
    assert (proposal.kind, proposal.evidence_note) == ("baru", "TPS 001, baris 3")
    actions.accept(by=two, proposal_id=proposal.pk)
    assert PemilihVersi.objects.filter(name="Contoh Tamu", until_rev__isnull=True).count() == 1
    with pytest.raises(Refused, match="Tidak ada lagi"):
        pdpb.ask_after_voting(by=two, revision_id=held.pk)


def _on_the_dpk(held, person, number):
    """A person written on the DPK of a TPS who was not known there."""
    token = uuid4()
    key_id, sealed = seal_row(person.as_row(), token)
    with setting_up():
        return DpkOrang.objects.create(
            election=held.election,
            path=f"{VILLAGE}/001",
            number=number,
            token=token,
            key_id=key_id,
            sealed=sealed,
            nik_index=Seals().index("nik", person.nik),
            name=person.nama,
            sex="L",
            noted_at=clock.now(),
        )


def test_a_person_of_the_dpk_is_proposed_once_and_not_when_a_list_has_him(two):
    listed = elements("Contoh Terdaftar")
    enlist(listed, village=OTHER, tps="")
    held = quarter.opened()
    _on_the_dpk(held, listed, 1)
    assert leftovers.counts(held) == (0, 0)
    guest = _on_the_dpk(held, elements("Contoh Tamu"), 2)
    assert leftovers.counts(held) == (0, 1)
    done = pdpb.ask_after_voting(by=two, revision_id=held.pk)
    assert (done.visits, done.proposals, done.letter) == (0, 1, None)
    assert Usulan.objects.get().reference == f"dpk:{guest.pk}"
    with pytest.raises(Refused, match="Tidak ada lagi"):
        pdpb.ask_after_voting(by=two, revision_id=held.pk)


def test_a_mark_says_more_than_a_notice_and_a_withdrawn_one_says_nothing(two):
    first, second = enlist(elements("Contoh Satu"), elements("Contoh Dua"))
    held = quarter.opened()
    with setting_up():
        for version, withdrawn in ((first, None), (second, clock.now())):
            PemberitahuanSisa.objects.create(
                election=held.election,
                pemilih=version.pemilih,
                path=f"{VILLAGE}/001",
                reason="pindah",
                noted_at=clock.now(),
            )
            Tanda.objects.create(
                revision=held,
                pemilih=version.pemilih,
                version=version,
                village=VILLAGE,
                kind=Tanda.Kind.DIED,
                evidence="akta kematian",
                marked_at=clock.now(),
                withdrawn_at=withdrawn,
                withdrawn_why="keliru" if withdrawn else "",
            )
    assert pdpb.ask_after_voting(by=two, revision_id=held.pk).visits == 2
    why = dict(Kunjungan.objects.values_list("pemilih__versions__name", "why"))
    assert why == {"Contoh Satu": "meninggal", "Contoh Dua": "pindah"}


def test_a_quarter_is_not_determined_while_rows_of_an_agency_wait(one):
    enlist(elements(), elements(jenis_kelamin="P"))
    held = quarter.opened()
    quarter.plenary(held)
    delivery = pdpb.receive(by=one, revision_id=held.pk, letter=quarter.letter("tms:meninggal"))
    with setting_up():
        Kiriman.objects.filter(pk=delivery.pk).update(waiting=3)
    given = {"by": quarter.person("ketua"), "revision_id": held.pk, "venue": "Aula"}
    with pytest.raises(Refused, match="3 baris data instansi belum diambil"):
        pdpb.determine(**given, note="Sidalih menyusul")
    with setting_up():
        Kiriman.objects.filter(pk=delivery.pk).update(waiting=0)
    assert pdpb.determine(**given, note="Sidalih menyusul")
