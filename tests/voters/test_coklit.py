"""Coklit: nothing changes the list at the door, a removal needs two people, no clock decides."""

import json
from datetime import timedelta

import pytest
from django.db import transaction
from pypdfium2 import PdfDocument

from jurdil.kernel import clock, files
from jurdil.kernel.actions import outbox as kernel
from jurdil.kernel.acts import Refused, performing
from jurdil.kernel.models import LedgerEntry, SyncEvent
from jurdil.kernel.outbox import open_values
from jurdil.kernel.queries import outbox as waiting
from jurdil.kernel.viewer import system_viewer
from jurdil.voters import actions, changing, queries
from jurdil.voters.coklit import taking
from jurdil.voters.models import Ganda, OrangCoklit, PemilihVersi, RumahCoklit, Usulan
from jurdil.voters.people import elements_in
from tests import factories
from tests.kernel import photos
from tests.voters.coklit_ground import OTHER_TPS, TPS, by, event, send, village
from tests.voters.people import OTHER, VILLAGE, elements, enlist

pytestmark = pytest.mark.django_db
APPLIED, CONFIRMED, CONFLICT = ("applied", ""), ("confirmed", ""), ("conflict", "konflik")


@pytest.fixture
def election():
    return village()


@pytest.fixture
def worker(election):
    return factories.account("pantarlih", TPS)


@pytest.fixture
def pps(election):
    return factories.account("pps", VILLAGE)


def person(name="Siti Contoh"):
    return OrangCoklit.objects.get(name=name)


def version(name="Siti Contoh"):
    return PemilihVersi.objects.get(pemilih=person(name).pemilih_id, until_rev__isnull=True)


def found(name="Siti Contoh", base=None, **values):
    return event("coklit.orang", person(name).pk, base or version(name).pk, **values)


STRUCK = {"hasil": "tms", "kode": "1", "bukti": "akta kematian", "nomor": "12/2024"}


def test_families_of_a_tps_become_households_and_nobody_twice(election):
    houses = RumahCoklit.objects.filter(tps=TPS).order_by("head")
    assert [(h.head, h.people.count()) for h in houses] == [("Budi Contoh", 2), ("Wati Lain", 1)]
    by_office = system_viewer(factories.office().path, "kpu")
    given = {"by": by_office, "election_id": election.pk, "village": VILLAGE}
    with pytest.raises(Refused, match="sudah disiapkan"):
        actions.prepare_coklit(**given)
    enlist(elements("Baru Masuk"))
    assert actions.prepare_coklit(**given) == 1
    enlist(elements("Tanpa TPS"), tps="")
    with pytest.raises(Refused, match="1 pemilih desa ini belum mendapat TPS"):
        actions.prepare_coklit(**given)


def test_the_list_taken_along_is_of_the_own_tps_and_holds_no_whole_number(worker, client):
    client.force_login(worker)
    answer = client.get("/pemilih/coklit/daftar.json")
    held = answer.json()["rows"]
    names = [one["nama"] for house in held["rumah"] for one in house["orang"]]
    assert sorted(names) == ["Budi Contoh", "Siti Contoh", "Wati Lain"]
    known = elements_in(version())
    assert {"nama": "Siti Contoh", "nik": known.nik[-2:]}.items() <= next(
        one.items()
        for house in held["rumah"]
        for one in house["orang"]
        if one["nama"] == "Siti Contoh"
    )
    text = answer.content.decode()
    assert known.nik not in text and known.nkk not in text and known.nik[:12] not in text
    assert "no-store" in answer["Cache-Control"]
    assert held["tms"] and held["disabilitas"] and answer.json()["expires"]


def test_who_moved_to_another_village_is_not_told_of_to_the_old_pantarlih(election):
    version = PemilihVersi.objects.get(name="Wati Lain", until_rev__isnull=True)
    chair = system_viewer(factories.office().path, "kpu")
    with transaction.atomic(), performing("tests.move"):
        leaving, arriving = (changing.begin(chair, one, source="uji") for one in (VILLAGE, OTHER))
        moved = changing.carry(leaving, arriving, version)
        later = changing.begin(chair, OTHER, source="uji")
        changing.amend(later, [moved], {"address": "Alamat baru"})
    told = json.dumps(taking.houses(election.pk, TPS))
    assert "Alamat baru" not in told and "Wati Lain" in told


def test_sesuai_confirms_and_changes_nothing(worker):
    before = version().pk
    assert send(worker, found(hasil="sesuai"), found(hasil="sesuai")) == [APPLIED, CONFIRMED]
    assert (person().result, person().worker_name, version().pk) == ("sesuai", worker.name, before)
    assert not Usulan.objects.exists()


def test_a_change_waits_for_the_pps_with_only_what_differs(worker, pps):
    given = {"hasil": "ubah", "nama": "Siti Contoh", "rt": "007", "tanggal_lahir": "3-3-1981"}
    assert send(worker, found(**given)) == [APPLIED]
    assert version().rt == "001"
    (waits,) = queries.coklit_found(by(pps), VILLAGE)
    assert (waits.kind, waits.name, waits.worker) == ("ubah", "Siti Contoh", worker.name)
    done = actions.decide_coklit(by=by(pps), village=VILLAGE, proposal_ids=[waits.id])
    assert (done.accepted, done.refused) == (1, ())
    assert (version().rt, version().born.isoformat(), version().source) == (
        *("007", "1981-03-03"),
        "coklit",
    )
    assert queries.coklit_found(by(pps), VILLAGE) == ()


def test_a_change_of_nothing_is_no_change(worker):
    assert send(worker, found(hasil="ubah", rt="001")) == [CONFIRMED]
    assert person().result == "ubah" and not Usulan.objects.exists()


def test_a_removal_needs_code_evidence_and_a_second_person(worker, pps):
    bare = found(hasil="tms", kode="1")
    unknown = found(**{**STRUCK, "kode": "99"})
    assert send(worker, bare, unknown) == [("refused", "aturan")] * 2
    assert person().result == ""
    assert send(worker, found(**STRUCK)) == [APPLIED]
    assert version().status == "aktif"
    (waits,) = queries.coklit_found(by(pps), VILLAGE)
    actions.decide_coklit(by=by(pps), village=VILLAGE, proposal_ids=[waits.id])
    assert (version().status, version().tms) == ("tms", "1")


def test_who_typed_a_removal_from_paper_does_not_decide_it(pps, client):
    client.force_login(pps)
    house = RumahCoklit.objects.get(head="Wati Lain")
    row = person("Wati Lain")
    page = f"/pemilih/coklit/rumah/{house.token}/"
    line = {
        f"o{row.pk}-{name}": value
        for name, value in {
            "result": "tms",
            "tms": "1",
            "evidence": "akta kematian",
            "evidence_note": "9",
        }.items()
    }
    given = {"state": "selesai", "sticker": "on", "met": "anak", "sign": "cap", "note": ""}
    assert client.post(page, {**given, **line}).status_code == 302
    house.refresh_from_db()
    assert (house.state, house.sticker, house.met, house.sign) == ("selesai", True, "anak", "cap")
    (waits,) = queries.coklit_found(by(pps), VILLAGE)
    assert waits.own
    with pytest.raises(Refused, match="orang kedua"):
        actions.decide_coklit(by=by(pps), village=VILLAGE, proposal_ids=[waits.id])
    second = factories.account("pps", VILLAGE)
    assert (
        actions.decide_coklit(by=by(second), village=VILLAGE, proposal_ids=[waits.id]).accepted == 1
    )


def test_a_later_record_of_the_same_worker_takes_the_place_of_the_first(worker):
    assert send(worker, found(**STRUCK), found(hasil="sesuai")) == [APPLIED, APPLIED]
    assert person().result == "sesuai"
    assert Usulan.objects.get().state == "ditarik"


def test_what_the_office_changed_meanwhile_is_a_conflict_for_the_pps(worker, pps):
    old = version().pk
    send(worker, found(hasil="ubah", rt="005"))
    (waits,) = queries.coklit_found(by(pps), VILLAGE)
    actions.decide_coklit(by=by(pps), village=VILLAGE, proposal_ids=[waits.id])
    assert send(worker, found(base=old, hasil="ubah", rt="005")) == [CONFIRMED]
    assert send(worker, found(base=old, hasil="ubah", rt="009")) == [CONFLICT]
    (row,) = waiting.waiting(by(pps))
    shown = waiting.waiting_event(by(pps), row.event.pk)
    sides = {line.name: (line.field, line.office) for line in shown.lines if line.differs}
    assert sides["RT"] == ("009", "005")
    kernel.decide(by=by(pps), event_id=row.event.pk, choice="lapangan", reason="ditanyakan")
    assert Usulan.objects.filter(state="diajukan").count() == 1
    assert version().rt == "005"


def test_two_workers_who_disagree_are_a_conflict(worker):
    other = factories.account("pantarlih", TPS)
    assert send(worker, found(hasil="sesuai")) == [APPLIED]
    assert send(other, found(hasil="sesuai")) == [CONFIRMED]
    assert send(other, found(**STRUCK)) == [CONFLICT]
    assert person().result == "sesuai"


def test_somebody_of_another_tps_does_not_exist(worker):
    elsewhere = OrangCoklit.objects.get(tps=OTHER_TPS)
    assert send(worker, event("coklit.orang", elsewhere.pk, 0, hasil="sesuai")) == [
        ("refused", "tidak-ada")
    ]
    house = elsewhere.house.token
    assert send(worker, event("coklit.kunjungan", house, keadaan="selesai", tps=TPS)) == [
        ("refused", "tidak-ada")
    ]


NEW = {"nama": "Baru Contoh", "tanggal_lahir": "17-8-2006", "jenis_kelamin": "P", "tps": TPS}


def test_a_newcomer_is_proposed_and_listed_by_the_pps(worker, pps):
    house = RumahCoklit.objects.get(head="Budi Contoh")
    nik = elements().nik
    assert send(worker, event("coklit.baru", house.token, **NEW, nik=nik)) == [APPLIED]
    assert person("Baru Contoh").pemilih_id is None
    (waits,) = queries.coklit_found(by(pps), VILLAGE)
    actions.decide_coklit(by=by(pps), village=VILLAGE, proposal_ids=[waits.id])
    assert (version("Baru Contoh").tps, version("Baru Contoh").status) == (TPS, "aktif")
    assert elements_in(version("Baru Contoh")).nik == nik


def test_a_newcomer_accepted_at_another_desk_is_not_prepared_twice(election, worker, pps):
    house = RumahCoklit.objects.get(head="Budi Contoh")
    send(worker, event("coklit.baru", house.token, **NEW))
    actions.accept(by=by(pps), proposal_id=Usulan.objects.get().pk)
    with pytest.raises(Refused, match="sudah disiapkan"):
        actions.prepare_coklit(by=by(pps), election_id=election.pk, village=VILLAGE)


def test_a_newcomer_with_a_known_nik_is_potential_and_never_refused(worker):
    known = elements_in(version()).nik
    house = RumahCoklit.objects.get(head="Wati Lain")
    assert send(worker, event("coklit.baru", house.token, **NEW, nik=known)) == [APPLIED]
    assert version("Baru Contoh").status == "potensial"
    assert Ganda.objects.get().kind == "K2"


def test_a_new_household_comes_from_the_phone_and_its_people_stay_together(worker):
    token = "0b8cbd45-7a52-4f0e-9d3e-7d8f0a1c2b3d"
    home = {"rt": "003", "rw": "001", "alamat": "Dusun Baru"}
    first = event("coklit.baru", token, **NEW, **home)
    second = event("coklit.baru", token, **{**NEW, "nama": "Adik Contoh"}, **home)
    visit = event(
        "coklit.kunjungan", token, keadaan="selesai", stiker=True, ditemui="Baru", tps=TPS
    )
    assert send(worker, first, second, visit) == [APPLIED] * 3
    house = RumahCoklit.objects.get(token=token)
    assert (house.people.count(), house.state, house.rt, house.tps) == (2, "selesai", "003", TPS)


def test_a_visit_is_kept_with_its_signature_sealed(worker):
    house = RumahCoklit.objects.get(head="Budi Contoh")
    given = {"ditemui": "Siti", "ttd": "ttd", "goresan": "1,2 3,4;5,6", "tps": TPS}
    absent = event("coklit.kunjungan", house.token, keadaan="tidak-ditemui", stiker=False)
    visited = event("coklit.kunjungan", house.token, keadaan="selesai", stiker=True, **given)
    assert send(worker, absent, visited, visited | {"id": absent["id"]}) == [
        *(APPLIED, APPLIED, APPLIED)
    ]
    house.refresh_from_db()
    assert (house.state, house.rev, house.met, house.sticker) == ("selesai", 2, "Siti", True)
    assert b"1,2 3,4" not in bytes(house.signature) and house.signature


def test_a_record_made_before_the_stage_closed_waits_and_a_later_one_is_refused():
    village(closes=-timedelta(hours=1))
    worker, pps = factories.account("pantarlih", TPS), factories.account("pps", VILLAGE)
    early = found(hasil="sesuai") | {"captured_at": (clock.real() - timedelta(hours=2)).isoformat()}
    assert send(worker, early, found(hasil="sesuai")) == [
        ("late", "terlambat"),
        ("refused", "ditutup"),
    ]
    (row,) = waiting.waiting(by(pps))
    kernel.decide(by=by(pps), event_id=row.event.pk, choice="lapangan", reason="masih sempat")
    assert person().result == "sesuai"


def test_a_number_from_the_field_is_sealed_and_shown_masked(worker, pps):
    other = factories.account("pantarlih", TPS)
    nik = elements().nik
    send(other, found(hasil="sesuai"))
    assert send(worker, found(hasil="ubah", nik=nik)) == [CONFLICT]
    row = SyncEvent.objects.get(outcome="konflik")
    assert nik.encode() not in bytes(row.sealed) and open_values(row)[0]["nik"] == nik
    shown = waiting.waiting_event(by(pps), row.pk)
    said = " ".join(line.field for line in shown.lines)
    assert nik not in said and nik[-4:] in said


def test_progress_counts_households_and_people(election, worker, pps):
    send(worker, found(hasil="sesuai"), found("Budi Contoh", **STRUCK))
    house = RumahCoklit.objects.get(head="Budi Contoh")
    send(worker, event("coklit.kunjungan", house.token, keadaan="selesai", stiker=True))
    (row,) = queries.coklit_progress(by(pps), election.pk, VILLAGE, 4)
    assert (row.houses, row.visited, row.left, row.people, row.asked) == (3, 1, 2, 4, 2)
    assert (row.same, row.struck, row.new, row.stickers) == (1, 1, 0, 1)
    recap = queries.coklit_recap(by(pps), election.pk, VILLAGE)
    assert recap[TPS] == {"sesuai:L": 1, "tms:1:P": 1, "belum:L": 1}
    (one,) = queries.coklit_workers(by(pps), VILLAGE)
    assert (one.name, one.tps, one.last is not None) == (worker.name, TPS, True)


def test_a_pantarlih_is_assigned_to_a_tps_by_a_decree(election, pps):
    someone = factories.account("pantarlih", OTHER_TPS)
    given = {
        "by": by(pps),
        "username": someone.username,
        "tps": TPS,
        "election_id": election.pk,
        "valid_from": clock.today(),
        "valid_until": clock.today() + timedelta(days=30),
    }
    with pytest.raises(Refused, match="nomor keputusan"):
        actions.assign_pantarlih(**given, basis=" ")
    grant = actions.assign_pantarlih(**given, basis="12/2024")
    assert (grant.role, grant.path) == ("pantarlih", TPS)
    with pytest.raises(Refused, match="sudah bertugas"):
        actions.assign_pantarlih(**given, basis="13/2024")
    with pytest.raises(Refused, match="Tidak ada akun"):
        actions.assign_pantarlih(**{**given, "username": "tidak-ada"}, basis="1")


@pytest.mark.parametrize("paper", ["daftar", "tanda-bukti", "stiker"])
def test_the_papers_of_a_tps_are_made(pps, client, paper):
    client.force_login(pps)
    answer = client.get(f"/pemilih/coklit/{TPS}/cetak/{paper}.pdf")
    assert answer.status_code == 200 and answer.content[:5] == b"%PDF-"


def test_the_desk_accepts_what_is_ticked_and_the_rest_stays(worker, pps, client):
    send(worker, found(**STRUCK), found("Wati Lain", hasil="ubah", rt="009"))
    client.force_login(pps)
    page = f"/pemilih/coklit/{VILLAGE}/"
    text = client.get(page).content.decode()
    assert "Siti Contoh" in text and "akta kematian" in text and worker.name in text
    assert client.post(page, {"note": ""}).status_code == 422
    chosen = person("Wati Lain").proposal_id
    assert client.post(page, {"ids": [chosen], "note": "diperiksa"}).status_code == 302
    assert [row.name for row in queries.coklit_found(by(pps), VILLAGE)] == ["Siti Contoh"]
    left = client.get(f"{page}belum.csv").content.decode()
    assert f"{TPS},002,001,1" in left and "Siti" not in left
    other = factories.account("pps", "73.12.02.1001")
    client.force_login(other)
    assert client.get(page).status_code == 404


def test_a_wrong_tps_found_at_the_door_becomes_a_move_and_takes_nobody_off(worker, pps):
    wrong = {"hasil": "tms", "kode": "8", "bukti": "rumahnya di RT 005"}
    assert send(worker, found(**wrong, ke="999"), found(**wrong)) == [
        ("refused", "aturan"),
        ("refused", "aturan"),
    ]
    assert send(worker, found(**wrong, ke="002")) == [APPLIED]
    assert (person().result, person().tms) == ("tms", "8")
    (waits,) = queries.coklit_found(by(pps), VILLAGE)
    assert (waits.kind, waits.target) == ("pindah-tps", OTHER_TPS)
    actions.decide_coklit(by=by(pps), village=VILLAGE, proposal_ids=[waits.id])
    assert (version().tps, version().status) == (OTHER_TPS, "aktif")
    assert send(worker, found(**wrong, ke="002")) == [CONFIRMED]


def test_the_phone_takes_the_moving_codes_and_the_other_tps_of_the_village(worker, client):
    client.force_login(worker)
    held = client.get("/pemilih/coklit/daftar.json").json()["rows"]
    assert held["pindah"] == ["8"]
    assert held["tps_desa"] == [["002", "TPS 002"]]
    assert "8" in [code for code, _name in held["tms"]]


def test_changes_and_newcomers_of_the_paper_are_typed_with_their_household(pps, client):
    client.force_login(pps)
    house = RumahCoklit.objects.get(head="Wati Lain")
    row = person("Wati Lain")
    page = f"/pemilih/coklit/rumah/{house.token}/"
    given = {"state": "selesai", "sticker": "on", "met": "Wati", "sign": "cap", "note": ""}
    line = {f"o{row.pk}-result": "ubah", f"u{row.pk}-rt": "009", f"u{row.pk}-rw": ""}
    new = {"b0-nama": "Anak Contoh", "b0-tanggal_lahir": "01-02-2006", "b0-nik": "1"}
    refused = client.post(page, {**given, **line, **new})
    assert refused.status_code == 422
    assert "wajib untuk pemilih baru" in refused.content.decode()
    assert client.post(page, {**given, **line, **new, "b0-jenis_kelamin": "L"}).status_code == 422
    assert not Usulan.objects.exists()
    sound = {**new, "b0-jenis_kelamin": "L", "b0-nik": "9901010102060001"}
    assert client.post(page, {**given, **line, **sound}).status_code == 302
    waits = sorted((one.kind, one.name) for one in queries.coklit_found(by(pps), VILLAGE))
    assert waits == [("baru", "Anak Contoh"), ("ubah", "Wati Lain")]
    house.refresh_from_db()
    assert house.state == "selesai"


def test_the_report_of_a_village_is_printed(worker, pps, client):
    send(worker, found(**STRUCK))
    client.force_login(pps)
    answer = client.get(f"/pemilih/coklit/{VILLAGE}/laporan.pdf")
    assert answer.status_code == 200
    text = PdfDocument(answer.content)[0].get_textpage().get_text_range()
    assert "pilkada-2024, Kelurahan Labessi" in text


def test_a_photo_of_the_evidence_stands_behind_the_removal_for_who_decides_it(
    worker, pps, election, client
):
    content = photos.picture((400, 300))
    said = {**found(**STRUCK), "files": photos.listed(content)}
    body = {"sent_at": clock.real().isoformat(), "account": worker.pk, "events": [said]}
    client.force_login(worker)
    client.post("/sync/", json.dumps(body), content_type="application/json")
    assert photos.send(client, said["id"], content)["done"]
    proposal = Usulan.objects.get()
    assert proposal.kind == "tms" and proposal.file is not None
    assert b"rumah pelapor" not in files.content(proposal.file)
    client.force_login(pps)
    page = client.get(f"/pemilih/usulan/{proposal.pk}/").content.decode()
    assert "Lihat foto atau pindaian" in page
    looks = LedgerEntry.objects.filter(act="voters.see_evidence")
    shown = client.post(f"/pemilih/usulan/{proposal.pk}/bukti/")
    assert shown["Content-Type"] == "image/jpeg" and looks.count() == 1
    assert "no-store" in shown["Cache-Control"]
    client.force_login(factories.account("pps", OTHER))
    assert client.post(f"/pemilih/usulan/{proposal.pk}/bukti/").status_code == 404


def test_a_photo_of_a_record_that_proposed_nothing_changes_no_proposal(worker, election, client):
    content = photos.picture((200, 200))
    said = {**found(hasil="sesuai"), "files": photos.listed(content)}
    body = {"sent_at": clock.real().isoformat(), "account": worker.pk, "events": [said]}
    client.force_login(worker)
    client.post("/sync/", json.dumps(body), content_type="application/json")
    assert photos.send(client, said["id"], content)["done"]
    assert not Usulan.objects.exists()
