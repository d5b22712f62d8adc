"""The pages of LHP: written at the desk, examined, followed up in one step, counted."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jurdil.kernel import clock
from jurdil.kernel.models import Account, LedgerEntry
from jurdil.kernel.roles import BAWASLU
from jurdil.law.oversight.checklists import published as published_lists
from jurdil.oversight import actions, lhp_checklists, lhp_paper, queries
from jurdil.oversight.forms import lhp as lists_form
from jurdil.oversight.models import (
    Advice,
    FindingDraft,
    IkpEvent,
    Lhp,
    OfficeChecklist,
    Prevention,
    TpsFlag,
)
from tests import factories
from tests.oversight.lhp_ground import MARK, STORY, alleged, photo, submitted
from tests.samples import REGENCY, World, X
from tests.voters.coklit_ground import by

pytestmark = pytest.mark.django_db
LIST = "/pengawasan/lhp/"


@pytest.fixture(autouse=True)
def world():
    return World(BAWASLU)


@pytest.fixture
def ptps(world):
    return factories.account("ptps", world.tps(X))


@pytest.fixture
def member():
    return factories.account("bw-anggota", REGENCY)


def enter(client, account: Account):
    client.force_login(account)
    return client


def desk(path, **values):
    """What the form of the desk sends."""
    now = clock.now().astimezone(clock.zone()) - timedelta(hours=1)
    return {
        "stage": ":",
        "form": "langsung",
        "path": path,
        "begins_at": f"{now - timedelta(hours=2):%Y-%m-%dT%H:%M}",
        "ends_at": f"{now:%Y-%m-%dT%H:%M}",
        "story": STORY,
        **values,
    }


def test_a_report_is_written_at_the_desk_and_changed_before_it_is_examined(client, world, ptps):
    enter(client, ptps)
    assert "Pemungutan suara di TPS" in client.get(f"{LIST}baru/").content.decode()
    said = desk(world.tps(X), **{"q-buka": "ya", "n-buka": "07.20", "w-1-role": "warga"})
    said |= {"w-1-name": MARK, "violation": "on", "event": "Ajakan"}
    answer = client.post(f"{LIST}baru/?daftar=pungut%401", said)
    row = Lhp.objects.get()
    assert answer.status_code == 302 and answer["Location"] == f"{LIST}{row.pk}/"
    assert row.content["answers"] == {"buka": {"value": "ya", "note": "07.20"}}
    page = client.get(f"{LIST}{row.pk}/").content.decode()
    assert MARK not in page and "Saksi 1 (Warga)" in page and "07.20" in page
    form = client.get(f"{LIST}{row.pk}/perbaiki/").content.decode()
    assert STORY in form and MARK not in form
    changed = desk(world.tps(X), story="Lain", **{"q-buka": "tidak"})
    assert client.post(f"{LIST}{row.pk}/perbaiki/", changed).status_code == 302
    row.refresh_from_db()
    assert (row.version, row.content["story"], row.witnesses.count()) == (2, "Lain", 1)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"story": ""}, "wajib diisi"),
        ({"begins_at": "2024-02-14T10:00", "ends_at": "2024-02-14T08:00"}, "sebelum mulai"),
        ({"q-buka": "mungkin"}, "mungkin"),
        ({"violation": "on"}, "diduga pelanggaran"),
    ],
)
def test_a_faulty_report_is_shown_again_with_nothing_lost(client, world, ptps, values, sentence):
    enter(client, ptps)
    said = desk(world.tps(X), spot="Halaman sekolah", **values)
    answer = client.post(f"{LIST}baru/?daftar=pungut%401", said)
    text = answer.content.decode()
    assert answer.status_code == 422 and sentence in text and "Halaman sekolah" in text
    assert not Lhp.objects.exists()


def test_an_unknown_checklist_and_step_do_not_exist(client, ptps):
    enter(client, ptps)
    row = submitted(by(ptps))
    for url in ("baru/?daftar=apa%409", f"{row.pk}/jadi/apa/", f"{row.pk}/jadi/temuan/"):
        assert client.get(f"{LIST}{url}").status_code in (403, 404)


def test_steps_and_the_number_are_taken_on_the_page(client, ptps, member):
    row = submitted(by(ptps))
    enter(client, member)
    said = {"step": "kembalikan", "reason": ""}
    answer = client.post(f"{LIST}{row.pk}/langkah/", said)
    assert answer.status_code == 422 and "harus diperbaiki" in answer.content.decode()
    said = {"step": "terima", "reason": "PKD kosong"}
    assert client.post(f"{LIST}{row.pk}/langkah/", said).status_code == 302
    said = {"series": "PM.01.02", "day": f"{clock.today():%Y-%m-%d}"}
    assert client.post(f"{LIST}{row.pk}/nomor/", said).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.serial) == ("diterima", 1)
    table = client.get(f"{LIST}daftar.csv").content.decode()
    assert row.number in table and STORY in table


def test_a_witness_is_shown_once_with_a_purpose(client, ptps, member):
    row = submitted(by(ptps), people=1)
    witness = row.witnesses.get().pk
    enter(client, member)
    url = f"{LIST}{row.pk}/saksi/"
    refused = client.post(url, {"witness_id": witness, "purpose": ""})
    assert refused.status_code == 422 and MARK not in refused.content.decode()
    shown = client.post(url, {"witness_id": witness, "purpose": "Klarifikasi"})
    assert MARK in shown.content.decode() and shown["Cache-Control"] == "no-store"
    assert MARK not in client.get(f"{LIST}{row.pk}/").content.decode()
    assert client.post(url, {"witness_id": 10_000, "purpose": "x"}).status_code == 404
    assert LedgerEntry.objects.filter(act="oversight.lhp_reveal").count() == 1
    enter(client, ptps)
    assert client.post(url, {"witness_id": witness, "purpose": "x"}).status_code == 403


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [("a.exe", b"MZ" * 40, 422), ("a.jpg", b"\xff\xd8\xff kosong", 422), ("b.jpg", None, 302)],
)
def test_evidence_of_any_kind_is_taken_or_told(client, ptps, name, content, status):
    row = submitted(by(ptps))
    enter(client, ptps)
    upload = SimpleUploadedFile(name, content or photo().content)
    said = {"photo": upload, "caption": "<i>Papan</i>"}
    answer = client.post(f"{LIST}{row.pk}/bukti/", said)
    assert answer.status_code == status
    assert row.evidence.count() == int(status == 302)


def test_each_follow_up_is_one_step_filled_and_linked_both_ways(client, world, ptps, member):
    row = alleged(by(ptps), election_id=world.election.pk, stage="")
    enter(client, member)
    told = {
        "cegah": {"form": "lainnya", "kind": "patroli", "target": "TPS rawan"},
        "saran": {"rule": "PKPU 25/2023", "request": "Tempelkan DPT", "stage": "Pemungutan"},
        "temuan": {"rule": "Pasal 280"},
        "ikp": {"indicator": "31"},
        "rawan": {"signs": ["dptb"]},
    }
    for what, values in told.items():
        url = f"{LIST}{row.pk}/jadi/{what}/"
        form = client.get(url).context["form"]
        first = {name: form.get_initial_for_field(f, name) for name, f in form.fields.items()}
        said = {name: plain(value) for name, value in first.items() if value is not None}
        answer = client.post(url, {**said, **values})
        assert answer.status_code == 302, (what, answer.context and answer.context["form"].errors)
        assert f"LHP {row.pk}" in client.get(answer["Location"]).content.decode(), what
    source = f"lhp:{row.pk}"
    for model, name in (
        (Prevention, "source"),
        (Advice, "source"),
        (FindingDraft, "source"),
        (IkpEvent, "origin"),
        (TpsFlag, "source"),
    ):
        assert model.objects.filter(**{name: source}).count() == 1, model
    page = client.get(f"{LIST}{row.pk}/").content.decode()
    for kind in ("Pencegahan", "Saran perbaikan", "Konsep temuan", "Kejadian IKP", "TPS rawan"):
        assert f"<small>{kind}</small>" in page


def plain(value):
    """An initial value as a browser sends it back."""
    if hasattr(value, "hour"):
        return f"{value.astimezone(clock.zone()):%Y-%m-%dT%H:%M}"
    return value() if callable(value) else str(value)


def test_an_office_version_is_published_by_the_page(client, member):
    enter(client, member)
    url = "/pengawasan/alat-kerja/baru/?dari=hitung%401"
    form = client.get(url).context["form"]
    said = {"code": "hitung", "name": "Penghitungan", "unit": "tps", "basis": "SE contoh"}
    bad = client.post(url, {**said, "questions": "Apakah terang? | mungkin"})
    assert bad.status_code == 422 and "Baris 1" in bad.content.decode()
    lines = f"{form.initial['questions']}\njumlah: Berapa saksi hadir?\ntext: Catatan"
    assert client.post(url, {**said, "questions": lines}).status_code == 302
    made = OfficeChecklist.objects.get()
    kinds = [one["kind"] for one in made.content["items"]]
    assert (made.code, made.version, kinds[-2:]) == ("hitung", 2, ["jumlah", "teks"])
    assert made.content["items"][0]["alarm"] == "tidak"
    assert "Penghitungan" in client.get("/pengawasan/alat-kerja/").content.decode()


def test_home_says_what_waits_and_who_sent_nothing(client, ptps, member):
    submitted(by(ptps))
    enter(client, member)
    assert "1 laporan; 0 dari 1" in client.get("/").content.decode()
    pkd = factories.account("pkd", by(ptps).path.partition("/")[0])
    assert "1 LHP menunggu" in enter(client, pkd).get("/").content.decode()


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "kemarin", ""])
def test_a_day_that_no_calendar_has_is_today(client, member, day):
    answer = enter(client, member).get(f"{LIST}hari-ini/?hari={day}")
    assert answer.status_code == 200 and answer.context["asked"] == clock.today()


def test_a_witness_with_an_address_alone_is_not_dropped_in_silence(client, world, ptps):
    enter(client, ptps)
    said = desk(world.tps(X), **{"w-1-contact": "Jalan Contoh 1"})
    answer = client.post(f"{LIST}baru/?daftar=", said)
    assert answer.status_code == 422 and "kedudukan saksi" in answer.content.decode()
    assert not Lhp.objects.exists()


def published(client, dari="", **values):
    url = f"/pengawasan/alat-kerja/baru/?dari={dari}"
    form = client.get(url).context["form"]
    first = {name: form.get_initial_for_field(f, name) or "" for name, f in form.fields.items()}
    return client.post(url, {**first, "basis": "SE contoh", **values})


def test_a_question_that_stays_keeps_its_translation_its_evidence_and_its_least(client, member):
    enter(client, member)
    lines = "\n".join(lists_form.lines_of(published_lists()["coklit@1"]).splitlines()[1:5])
    assert published(client, "coklit%401", questions=lines).status_code == 302
    made = lhp_checklists.known()["coklit@2"]
    old = published_lists()["coklit@1"]
    assert [one.question for one in made.items] == [one.question for one in old.items[1:5]]
    assert made.items[0].least == 10 and made.items[3].evidence == old.item("stiker").evidence
    assert made.name == old.name and all(one.confirmed for one in made.items)
    added = f"{lines}\njumlah: Berapa hari?"
    assert published(client, "coklit%402", questions=added).status_code == 302
    assert lhp_checklists.known()["coklit@3"].items[0].least == 10


def test_a_new_checklist_does_not_follow_another_one_by_its_name(client, member):
    enter(client, member)
    said = {"name": "Kampanye", "unit": "", "questions": "Apakah aman?"}
    answer = published(client, **said)
    assert answer.status_code == 422 and "sudah ada" in answer.content.decode()
    assert not OfficeChecklist.objects.exists()
    assert published(client, **{**said, "name": "Rapat umum"}).status_code == 302


def test_what_no_source_shows_is_told_on_page_and_paper(client, world, ptps, member):
    row = submitted(by(ptps))
    enter(client, member)
    assert "Urutan pemeriksaan ini belum dikonfirmasi" in client.get(LIST).content.decode()
    page = client.get(f"{LIST}{row.pk}/").content.decode()
    assert "Adakah orang yang memilih lebih dari satu kali? *" in page
    assert "Apakah TPS dibuka lewat dari pukul 07.00?</span>" in page
    paper = lhp_paper.form_a(queries.lhp(by(member), row.pk))
    assert {lhp_paper.LAYOUT, lhp_paper.QUESTIONS} == set(paper.notes)
    actions.number_lhp(by=by(member), report_id=row.pk, series="PM.01.02", day=clock.today())
    assert lhp_paper.PATTERN in lhp_paper.form_a(queries.lhp(by(member), row.pk)).notes
    rollup = client.get(f"{LIST}rekap/").content.decode()
    assert "Rilis mencetak 15.499" in rollup


def test_the_file_of_a_list_holds_what_the_list_shows(client, ptps, member):
    first, second = submitted(by(ptps)), submitted(by(ptps), story="Nomor dua")
    actions.number_lhp(by=by(member), report_id=first.pk, series="PM.01.02", day=clock.today())
    page = enter(client, member).get(f"{LIST}?giliran=tanpa-nomor").content.decode()
    assert "daftar.csv?giliran=tanpa-nomor" in page
    table = client.get(f"{LIST}daftar.csv?giliran=tanpa-nomor").content.decode()
    assert "Nomor dua" in table and STORY not in table and second.number == ""


def test_every_page_of_a_scan_is_reached(client, ptps):
    row = submitted(by(ptps))
    scan = replace(photo(), pages=photo().pages + photo("dua.jpg").pages)
    actions.add_lhp_evidence(by=by(ptps), report_id=row.pk, photo=scan)
    page = enter(client, ptps).get(f"{LIST}{row.pk}/").content.decode()
    url = f"{LIST}{row.pk}/bukti/{row.evidence.get().pk}/?halaman=2"
    assert f'href="{url}"' in page and client.get(url).status_code == 200
