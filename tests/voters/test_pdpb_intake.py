"""What agencies send becomes proposals or visits; deaths are never removals by themselves."""

import pytest

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import ImportRow
from jurdil.voters import actions, jobs
from jurdil.voters.actions import pdpb
from jurdil.voters.models import BarisKiriman, Kiriman, Kunjungan, PemilihVersi, Usulan
from jurdil.voters.pdpb import counting
from jurdil.voters.pdpb.open_points import Point, points
from jurdil.voters.pdpb.visiting import Report
from jurdil.voters.queries import pdpb as queries
from tests.voters import quarter
from tests.voters.people import OTHER, VILLAGE, elements, enlist

pytestmark = pytest.mark.django_db


@pytest.fixture
def one():
    quarter.routine()
    return quarter.person()


@pytest.fixture
def two():
    return quarter.person("kasubbag")


def _outcomes(delivery):
    return {row.number: (row.outcome, row.why) for row in delivery.rows.all()}


def test_a_reported_death_is_visited_and_never_removed_by_itself(one, two):
    dies, lives = elements("Contoh Satu"), elements("Contoh Dua")
    enlist(dies, lives)
    held = quarter.opened()
    sent = quarter.sent(one, held, "tms:meninggal", dies, lives)
    assert _outcomes(sent) == {2: ("coktas", "periksa"), 3: ("coktas", "periksa")}
    assert not Usulan.objects.exists()
    gone, alive = Kunjungan.objects.order_by("pk")
    report = Report("meninggal", clock.today())
    with pytest.raises(Refused, match="bukti"):
        pdpb.record_visit(by=one, visit_id=gone.pk, report=report)
    done = pdpb.record_visit(by=one, visit_id=gone.pk, report=report, evidence="akta kematian")
    pdpb.record_visit(by=one, visit_id=alive.pk, report=Report("ada", clock.today()))
    with pytest.raises(Refused, match="orang kedua"):
        actions.accept(by=one, proposal_id=done.proposal_id)
    actions.accept(by=two, proposal_id=done.proposal_id)
    flow = counting.flow_of(held, held.path)
    assert (flow.before.total, flow.tms.total, flow.now.total) == (2, 1, 1)


def test_what_was_decided_once_is_shown_and_not_asked_again(one, two):
    dies, lives = elements("Contoh Satu"), elements("Contoh Dua")
    enlist(dies, lives)
    held = quarter.opened()
    quarter.sent(one, held, "tms:meninggal", dies, lives)
    gone, alive = Kunjungan.objects.order_by("pk")
    died = Report("meninggal", clock.today())
    done = pdpb.record_visit(by=one, visit_id=gone.pk, report=died, evidence="akta kematian")
    pdpb.record_visit(by=one, visit_id=alive.pk, report=Report("ada", clock.today()))
    actions.accept(by=two, proposal_id=done.proposal_id)
    again = quarter.sent(one, held, "tms:meninggal", dies, lives, desa=VILLAGE)
    assert _outcomes(again) == {2: ("ingatan", "sudah-tms"), 3: ("ingatan", "pernah-ditemui")}
    assert again.rows.get(number=2).earlier_id == done.proposal_id
    back = quarter.sent(one, held, "baru:pemula", dies, desa=VILLAGE)
    assert _outcomes(back) == {2: ("ingatan", "sudah-tms")}


def test_a_letter_of_the_army_becomes_a_removal_for_a_second_person(one):
    joins = elements("Contoh Prajurit")
    enlist(joins)
    sent = quarter.sent(one, quarter.opened(), "tms:tni", joins)
    proposal = Usulan.objects.get()
    assert (proposal.kind, proposal.tms, proposal.evidence) == ("tms", "tni", "surat")
    assert proposal.evidence_note == "470/12/2026, 05-10-2026"
    assert sent.rows.get().proposal_id == proposal.pk


def test_a_namesake_is_visited_and_not_struck(one):
    known = elements("Contoh Nama")
    enlist(known)
    held = quarter.opened()
    namesake = elements("Contoh Nama", nik="")
    other_name = elements("Lain Sekali", nik=known.nik)
    sent = quarter.sent(one, held, "tms:polri", namesake, other_name)
    assert _outcomes(sent) == {2: ("coktas", "nama-beda"), 3: ("coktas", "nama-beda")}
    assert Kunjungan.objects.count() == 1


def test_new_voters_are_proposed_with_their_familys_tps(one):
    (parent,) = enlist(elements("Contoh Ibu"))
    held = quarter.opened()
    nkk = elements().nkk
    young = elements("Contoh Muda", tanggal_lahir="01-01-2015", status_kawin="B")
    child = elements("Contoh Anak", tanggal_lahir="01-02-2009", status_kawin="B", nkk=nkk)
    faulty = elements("Contoh Cacat", nik="123")
    nowhere = elements("Contoh Tanpa")
    sent = quarter.sent(one, held, "baru:pemula", young, child, faulty, desa=VILLAGE)
    assert _outcomes(sent) == {
        2: ("belum-17", "belum-17"),
        3: ("usulan", "baru"),
        4: ("cacat", "nik-cacat"),
    }
    proposal = Usulan.objects.get()
    assert (proposal.kind, proposal.entered, proposal.tps) == ("baru", "pemula", parent.tps)
    elsewhere = quarter.sent(one, held, "baru:pemula", nowhere)
    assert _outcomes(elsewhere) == {2: ("cacat", "tanpa-desa")}


def test_who_moved_within_the_regency_is_carried_and_cancels(one, two):
    moves = elements("Contoh Pindah")
    enlist(moves)
    enlist(elements("Contoh Tetap"), village=OTHER)
    held = quarter.opened()
    quarter.sent(one, held, "baru:pindah-masuk", moves, desa=OTHER)
    proposal = Usulan.objects.get()
    assert (proposal.kind, proposal.village) == ("pindah-tps", VILLAGE)
    actions.accept(by=two, proposal_id=proposal.pk)
    present = PemilihVersi.objects.get(pemilih=proposal.pemilih, until_rev__isnull=True)
    assert (present.village, present.tps) == (OTHER, f"{OTHER}/001")
    whole = counting.flow_of(held, held.path)
    assert (whole.new.total, whole.tms.total, whole.moved.total) == (0, 0, 0)
    assert whole.holds


def test_the_same_person_twice_in_the_register_is_asked_once(one):
    enlist(elements("Contoh Tetap"))
    held = quarter.opened()
    new = elements("Contoh Baru")
    quarter.sent(one, held, "baru:pemula", new, desa=VILLAGE)
    again = quarter.sent(one, held, "baru:pindah-masuk", new, desa=VILLAGE)
    assert _outcomes(again) == {2: ("ingatan", "sedang-diajukan")}
    assert Usulan.objects.count() == 1


def test_changed_elements_become_a_change_of_just_these(one, two):
    known = elements("Contoh Ubah", rt="001")
    enlist(known)
    held = quarter.opened()
    moved = elements("Contoh Ubah", nik=known.nik, rt="7")
    same = elements("Contoh Ubah", nik=known.nik, rt="01", rw="2")
    sent = quarter.sent(one, held, "ubah", moved, same)
    assert _outcomes(sent) == {2: ("usulan", "ubah"), 3: ("sama", "sama")}
    actions.accept(by=two, proposal_id=Usulan.objects.get().pk)
    assert PemilihVersi.objects.get(until_rev__isnull=True).rt == "7"
    assert counting.flow_of(held, held.path).changed == 1


def test_no_number_lies_open_in_staged_or_kept_rows(one):
    known = elements("Contoh Rahasia")
    enlist(known)
    held = quarter.opened()
    made = pdpb.receive(by=one, revision_id=held.pk, letter=quarter.letter("tms:meninggal"))
    from jurdil.kernel.imports import staging

    batch = staging.open_batch(
        one,
        kind="data-instansi",
        name="data.csv",
        content=f"nik,nama\n{known.nik},{known.nama}".encode(),
        options={"kiriman": str(made.pk)},
    )
    staging.read_now(batch.pk)
    staged = repr(list(ImportRow.objects.values()))
    assert known.nik not in staged
    assert known.nama not in staged
    quarter.sent(one, held, "tms:meninggal", known)
    kept = repr(list(BarisKiriman.objects.values()))
    assert known.nik not in kept
    assert known.nama not in kept


def test_the_same_file_comes_in_once(one):
    known = elements()
    enlist(known)
    held = quarter.opened()
    quarter.sent(one, held, "tms:meninggal", known, pad=1)
    with pytest.raises(Refused, match="pratinjau"):
        quarter.sent(one, held, "tms:meninggal", known, pad=1)


def test_proposals_on_one_paper_are_accepted_together(one, two):
    soldiers = [elements(f"Contoh Prajurit {name}") for name in ("Satu", "Dua", "Tiga")]
    enlist(*soldiers)
    enlist(elements("Contoh Lain"), village=OTHER)
    held = quarter.opened()
    quarter.sent(one, held, "tms:tni", *soldiers)
    ids = list(Usulan.objects.values_list("pk", flat=True))
    with pytest.raises(Refused, match="orang kedua"):
        pdpb.accept_together(by=one, proposals=ids)
    assert pdpb.accept_together(by=two, proposals=ids, note="sesuai surat") == 3
    assert counting.flow_of(held, held.path).tms.men == 3
    assert Usulan.objects.filter(state="diterima", decided_by=two.account_id).count() == 3


def test_a_file_comes_in_by_parts_and_goes_on_after_a_fault(one, monkeypatch):
    people = [elements(f"Contoh {number}") for number in range(5)]
    enlist(*people)
    monkeypatch.setattr(jobs, "FEW", 2)
    real, calls = jobs.take_rows, []

    def dies_in_the_second_part(**given):
        calls.append(given)
        if len(calls) == 2:
            raise RuntimeError("the worker died")
        return real(**given)

    monkeypatch.setattr(jobs, "take_rows", dies_in_the_second_part)
    held = quarter.opened()
    with pytest.raises(RuntimeError):
        quarter.sent(one, held, "tms:meninggal", *people)
    delivery = Kiriman.objects.get()
    assert (delivery.rows_read, delivery.waiting, delivery.rows.count()) == (5, 3, 2)
    assert queries.deliveries(one, held.pk)[0].waiting == 3
    assert Point("berkas", 1) in points(held)
    jobs.take_delivery.func(delivery.pk)
    delivery.refresh_from_db()
    assert (delivery.waiting, delivery.rows.count(), ImportRow.objects.count()) == (0, 5, 0)
    assert sorted(delivery.rows.values_list("number", flat=True)) == [2, 3, 4, 5, 6]


def test_rows_changed_after_the_preview_are_not_taken(one, monkeypatch):
    enlist(elements("Contoh Ubah"))
    monkeypatch.setattr(jobs, "digest", lambda _batch: "lain")
    with pytest.raises(jobs.StageChanged):
        quarter.sent(one, quarter.opened(), "tms:meninggal", elements("Contoh Ubah"))
    assert not BarisKiriman.objects.exists()
