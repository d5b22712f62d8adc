"""UU 7/2017 arts. 461-462, 466-471: what Bawaslu decides reaches KPU; what KPU did comes back."""

import hashlib
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from jurdil.kernel import clock
from jurdil.kernel.actions import office as office_acts
from jurdil.kernel.acts import Refused
from jurdil.kernel.brought import Upload
from jurdil.kernel.exchange import arriving, codec, posting
from jurdil.kernel.models import LedgerEntry, Parcel
from jurdil.kernel.policy import Forbidden
from jurdil.kernel.viewer import system_viewer
from jurdil.oversight import actions, queries, ruling_facts
from jurdil.oversight.actions.advice_received import NewAnswer
from jurdil.oversight.daily import send_all
from jurdil.oversight.models import Case, CaseReferral, Ruling, RulingAnswer, RulingReceived
from tests import factories
from tests.kernel.exchange_ground import OtherHouse
from tests.oversight import ruling_ground as ground
from tests.oversight.ruling_ground import VILLAGE

pytestmark = pytest.mark.django_db
REGENCY, KECAMATAN = factories.REGENCY, "73.12.01"
SECRETS = ("Kartolo", "Terlapor", "Saksimata", "9901020203800001", "Jalan Contoh 12", "balai desa")


@pytest.fixture
def bawaslu():
    """Bawaslu's house with an election, which knows KPU."""
    factories.office("bawaslu")
    factories.election()
    other = OtherHouse("kpu")
    other.introduced()
    return other


@pytest.fixture
def kpu():
    """KPU's house with an election, which knows Bawaslu."""
    factories.office("kpu")
    factories.election()
    other = OtherHouse("bawaslu")
    other.introduced()
    return other


def chair():
    return factories.viewer("bw-ketua")


def arrive(other, payload, type_code=ruling_facts.GIVEN, *, files=(), sign=None, **more):
    described = [
        {
            "name": name,
            "media_type": "application/pdf",
            "size": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
        }
        for name, content in files
    ]
    said = other.says(type=type_code, schema=1, payload=payload, files=described, **more)
    contents = [content for _name, content in files]
    return arriving.from_network(other.packed(said, files=contents, sign=sign))


def pass_days(days):
    keeper = system_viewer(REGENCY, factories.office().kind)
    office_acts.set_training_clock(by=keeper, legal=clock.now() + timedelta(days=days))


# Bawaslu's house


def test_a_ruling_goes_out_as_it_was_addressed_and_nothing_of_its_case(bawaslu):
    row = ground.sent(chair())
    body = codec.unseal(posting.sealed(row.parcel), bawaslu.own.sealing)
    said = body.said["payload"]
    assert (body.said["type"], said["kind"], said["to"]) == (
        "putusan-bawaslu",
        "putusan-administrasi",
        "kpu",
    )
    assert (said["number"], said["order"], said["basis"]) == (
        "012/PP.00/2024",
        ground.ORDER,
        "pemilu",
    )
    assert said["document"] == hashlib.sha256(ground.PAPER).hexdigest()
    assert body.files == (ground.PAPER,) and body.said["files"][0]["name"] == "putusan.pdf"
    assert set(said) == {*ruling_facts.Given.__dataclass_fields__}
    assert not [one for one in SECRETS if one.lower() in str(body.said).lower()]
    assert str(Case.objects.get().pk) not in said.values() and "referral" not in str(body.said)
    assert row.parcel.digest in LedgerEntry.objects.get(act="oversight.ruling_send").payload


@pytest.mark.parametrize(
    "changes",
    [
        {"order": "Atas laporan Contoh Kartolo, menyatakan terbukti."},
        {"todo": "Hubungi 081234567890."},
        {"about": "Laporan contoh  kartolo"},
        {"article": "NIK 9901020203800001"},
    ],
)
def test_a_text_that_names_a_party_does_not_leave(bawaslu, changes):
    row = ground.referral(chair())
    with pytest.raises(Refused, match="memuat nama"):
        actions.send_ruling(by=chair(), source=f"referral:{row.pk}", new=ground.new(**changes))
    assert not Ruling.objects.exists() and not Parcel.objects.exists()


def test_what_the_referral_says_is_offered_with_persons_masked(bawaslu):
    row = ground.referral(chair(), content="Atas laporan Contoh Kartolo: perbaiki.")
    page = queries.ruling_origin_of(chair(), f"referral:{row.pk}")
    assert page.origin.order == "Atas laporan Pelapor 1: perbaiki."
    assert page.rule.article == "UU 7/2017 Pasal 462" and not page.rule.confirmed


def test_three_working_days_and_the_follow_up_closes_ruling_and_referral(bawaslu):
    row = ground.sent(chair())
    assert row.ends_at == CaseReferral.objects.get().ends_at
    assert queries.ruling_list(chair(), waiting=True)[0].label == "Menunggu jawaban"
    proof = ("berita-acara.pdf", b"%PDF-1.7 BA")
    got = arrive(bawaslu, ground.follow(row.key), ruling_facts.ANSWERED, files=[proof])
    page = queries.ruling(chair(), row.pk)
    assert got.code == "diterima"
    assert (page.row.standing, page.open, page.follows[0].late) == ("ditindaklanjuti", False, False)
    assert page.follows[0].proofs[0].name == "berita-acara.pdf"
    referral = CaseReferral.objects.get()
    assert (referral.result, referral.answer_letter) == ("ditindaklanjuti", "20/KPU/2024")
    assert not queries.ruling_list(chair(), waiting=True)


def test_in_part_is_told_again_and_the_last_one_counts_however_it_comes(bawaslu):
    row = ground.sent(chair())
    later = clock.now().isoformat()
    earlier = (clock.now() - timedelta(minutes=5)).isoformat()
    arrive(bawaslu, ground.follow(row.key, answered_at=later), ruling_facts.ANSWERED)
    part = ground.follow(row.key, answer="sebagian", answered_at=earlier)
    assert arrive(bawaslu, part, ruling_facts.ANSWERED).code == "diterima"
    assert arrive(bawaslu, part, ruling_facts.ANSWERED).code == "aturan"
    row.refresh_from_db()
    assert (row.state, RulingAnswer.objects.count()) == ("ditindaklanjuti", 2)
    assert CaseReferral.objects.get().result == "ditindaklanjuti"


def test_without_a_word_it_lapses_and_a_person_is_asked_about_the_index(bawaslu):
    row = ground.sent(chair())
    assert not [one for one in queries.signals(chair()) if "ruling" in one.key]
    pass_days(30)
    assert queries.ruling(chair(), row.pk).row.standing == "lewat-waktu"
    found = [one for one in queries.signals(chair()) if "ruling" in one.key]
    assert [(one.indicator, one.path) for one in found] == [(10, VILLAGE)]


def test_a_refusal_is_one_proposal_and_a_day_of_the_ruling_itself_may_be_the_same_day(bawaslu):
    row = ground.sent(chair(), until=clock.today())
    assert row.set_by_hand and row.parcel is not None
    pass_days(9)
    arrive(bawaslu, ground.follow(row.key, answer="tidak-ditindaklanjuti"), ruling_facts.ANSWERED)
    found = [one for one in queries.signals(chair()) if one.indicator == 10]
    assert [one.key for one in found] == [f"oversight:ruling:{row.pk}"]


def test_a_decided_dispute_goes_to_kpu_with_the_clock_of_its_track(bawaslu):
    made = ground.ruled_dispute(chair())
    row = actions.send_ruling(by=chair(), source=f"dispute:{made.pk}", new=ground.new())
    assert (row.kind, row.basis) == ("putusan-sengketa", "peserta-penyelenggara")
    assert (row.number, f"{row.served_on}") == ("001/PS.REG/2023", "2023-10-13")
    last = row.ends_at.astimezone(clock.zone()) - timedelta(seconds=1)
    assert f"{last:%Y-%m-%d}" == "2023-10-18"
    assert queries.ruling(chair(), row.pk).row.last_day == last.date()
    client = Client()
    client.force_login(factories.account("bw-ketua", REGENCY))
    arrive(bawaslu, ground.follow(row.key), ruling_facts.ANSWERED)
    page = client.get(reverse("oversight:dispute", args=[made.pk])).content.decode()
    assert reverse("oversight:ruling", args=[row.pk]) in page and "Periksa buktinya" in page


@pytest.mark.parametrize("ruling", ["tolak", "gugur"])
def test_a_dispute_that_orders_nothing_is_not_sent(bawaslu, ruling):
    made = ground.ruled_dispute(chair(), ruling)
    with pytest.raises(Refused, match="tidak memerintahkan"):
        actions.send_ruling(by=chair(), source=f"dispute:{made.pk}", new=ground.new())


def test_panwascam_recommends_to_the_ppk_after_its_study_and_no_clock_is_made_up(bawaslu):
    field = factories.viewer("panwascam", KECAMATAN)
    case = ground.studied(chair(), field)
    source, today = f"case:{case.pk}", clock.today()
    given = {"number": "3/REK/2024", "decided_on": today, "served_on": today}
    with pytest.raises(Refused, match="ditangani tingkat lain"):
        actions.send_ruling(by=chair(), source=source, new=ground.new(**given))
    with pytest.raises(Refused, match="Isi nomor"):
        actions.send_ruling(by=field, source=source, new=ground.new())
    row = actions.send_ruling(by=field, source=source, new=ground.new(**given))
    assert (row.kind, row.to, row.level, row.ends_at) == (
        "rekomendasi-kecamatan",
        "ppk",
        "kecamatan",
        None,
    )


def test_only_the_chair_or_panwascam_sends_and_once(bawaslu):
    row = ground.referral(chair())
    source = f"referral:{row.pk}"
    for role in ("bw-anggota", "bw-sekretariat"):
        with pytest.raises(Forbidden):
            actions.send_ruling(by=factories.viewer(role), source=source, new=ground.new())
    with pytest.raises(CaseReferral.DoesNotExist):
        elsewhere = factories.viewer("panwascam", "73.12.02")
        actions.send_ruling(by=elsewhere, source=source, new=ground.new())
    actions.send_ruling(by=chair(), source=source, new=ground.new())
    with pytest.raises(Refused, match="sudah dicatat"):
        actions.send_ruling(by=chair(), source=source, new=ground.new())
    assert not queries.ruling_candidates(chair())


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"order": " "}, "amar"),
        ({"todo": ""}, "apa yang harus"),
        ({"article": ""}, "ketentuan"),
        ({"until": True}, "paling lama"),
    ],
)
def test_what_is_incomplete_is_told(bawaslu, changes, word):
    if "until" in changes:
        changes = {"until": clock.today() + timedelta(days=30)}
    row = ground.referral(chair())
    with pytest.raises(Refused, match=word):
        actions.send_ruling(by=chair(), source=f"referral:{row.pk}", new=ground.new(**changes))


def test_what_was_passed_on_to_somebody_else_is_no_ruling(bawaslu):
    row = ground.referral(chair(), to="bawaslu", to_name="Sidang")
    for source in (f"referral:{row.pk}", "", "lhp:1", "case:x"):
        with pytest.raises(Refused):
            actions.send_ruling(by=chair(), source=source, new=ground.new())


def test_without_kpus_house_it_waits_goes_out_by_itself_and_is_answered_on_paper():
    factories.office("bawaslu")
    factories.election()
    row = ground.sent(chair())
    assert row.parcel is None
    facts = {"ruling_id": row.pk, "answer": "sebagian", "text": "Satu dari dua", "letter": "1/2024"}
    with pytest.raises(Refused, match="mendahului"):
        actions.note_follow_up(by=chair(), **facts, answered_at=clock.now() - timedelta(days=2))
    actions.note_follow_up(by=chair(), **facts, answered_at=clock.now())
    assert CaseReferral.objects.get().result == "sebagian"
    with pytest.raises(Refused, match="dikirim sebagai putusan"):
        actions.note_result(
            by=chair(),
            referral_id=CaseReferral.objects.get().pk,
            result="ditindaklanjuti",
            answer="x",
            letter="",
            answered_on=clock.today(),
        )
    OtherHouse("kpu").introduced()
    system = system_viewer(REGENCY, "bawaslu")
    send_all(system)
    send_all(system)
    row.refresh_from_db()
    assert row.parcel is not None and Parcel.objects.count() == 1


def test_a_follow_up_of_another_office_or_of_no_ruling_is_held(bawaslu):
    row = ground.sent(chair())
    elsewhere = OtherHouse("kpu", "73.13")
    elsewhere.introduced()
    assert arrive(elsewhere, ground.follow(row.key), ruling_facts.ANSWERED).code == "tidak-ada"
    assert arrive(bawaslu, ground.follow(uuid4()), ruling_facts.ANSWERED).code == "tidak-ada"
    changed = ground.follow(row.key, answer="ditolak")
    assert arrive(bawaslu, changed, ruling_facts.ANSWERED).code == "isi"
    row.refresh_from_db()
    assert row.state == "menunggu"


# KPU's house


def test_a_ruling_arrives_with_the_same_words_and_clock(kpu):
    digest = hashlib.sha256(ground.PAPER).hexdigest()
    said = ground.payload(document=digest)
    got = arrive(kpu, said, files=[("nama orang.pdf", ground.PAPER)])
    row = RulingReceived.objects.get()
    page = queries.ruling_received(factories.viewer("ketua"), row.pk)
    assert got.taken and row.ends_at.isoformat() == said["ends_at"]
    assert (page.rule, page.digest) == ("UU 7/2017 Pasal 462", digest)
    assert page.law == "UU 7/2017 Pasal 461"
    assert page.unconfirmed and page.duty.id.startswith("Bawaslu memeriksa dan memutus")
    _file, name, content = queries.own_ruling_file(factories.viewer("operator"), row.pk, 0)
    assert (name, content) == ("putusan.pdf", ground.PAPER)


@pytest.mark.parametrize(
    ("role", "at", "to", "count"),
    [
        ("ketua", REGENCY, "kpu", 1),
        ("operator", REGENCY, "ppk", 1),
        ("kpu-provinsi", REGENCY, "kpu", 1),
        ("pengawas", REGENCY, "kpu", 1),
        ("ppk", KECAMATAN, "ppk", 1),
        ("ppk", KECAMATAN, "kpu", 0),
        ("ppk", "73.12.02", "ppk", 0),
    ],
)
def test_everybody_sees_what_is_addressed_to_their_body(kpu, role, at, to, count):
    ppk = {"kind": "rekomendasi-kecamatan", "level": "kecamatan", "to": "ppk", "role": "panwascam"}
    arrive(kpu, ground.payload(**(ppk if to == "ppk" else {})))
    assert queries.rulings_waiting(factories.viewer(role, at)) == count


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "teguran"},
        {"kind": "rekomendasi"},
        {"basis": "antarpeserta", "kind": "putusan-sengketa"},
        {"to": "ppk"},
        {"level": "kecamatan"},
        {"role": "pkd"},
        {"path": "73.12; x"},
        {"number": ""},
        {"number": "x" * 200},
        {"order": "x" * 5000},
        {"decided_on": ""},
        {"served_on": "2020-01-01"},
        {"ends_at": "2020-01-01T00:00:00+00:00"},
        {"ends_at": "besok"},
        {"document": "abc"},
        {"set_by_hand": "ya"},
        {"ruling": "x"},
        {"reporter": "Seseorang"},
        {"story": "Seseorang"},
    ],
)
def test_a_payload_of_another_shape_is_held(kpu, change):
    answer = arrive(kpu, ground.payload(**change))
    assert (answer.code, RulingReceived.objects.count()) == ("isi", 0)
    assert "Seseorang" not in str(answer.facts)


def test_another_place_another_paper_or_the_same_ruling_twice_is_held(kpu):
    assert arrive(kpu, ground.payload(path="73.13.01.1001")).code == "aturan"
    digest = hashlib.sha256(b"%PDF-lain").hexdigest()
    paper = [("putusan.pdf", ground.PAPER)]
    assert arrive(kpu, ground.payload(document=digest), files=paper).code == "aturan"
    assert arrive(kpu, ground.payload(document=digest)).code == "aturan"
    said = ground.payload()
    assert arrive(kpu, said).taken
    assert arrive(kpu, said).code == "aturan"
    assert RulingReceived.objects.count() == 1


def test_a_replay_counts_once_and_what_is_forged_or_changed_never(kpu):
    said = kpu.says(type=ruling_facts.GIVEN, schema=1, payload=ground.payload())
    package = kpu.packed(said)
    first, again = arriving.from_network(package), arriving.from_network(package)
    stick = arriving.from_stick(factories.viewer("ketua"), package)
    assert (first.taken, again.again, stick.again) == (True, True, True)
    assert not arrive(kpu, ground.payload(), sign=Ed25519PrivateKey.generate()).taken
    changed = bytearray(kpu.packed(kpu.says(type=ruling_facts.GIVEN, payload=ground.payload())))
    changed[-20] ^= 1
    assert not arriving.from_network(bytes(changed)).taken
    kpu_elsewhere = OtherHouse("bawaslu", "73.13")
    assert not arrive(kpu_elsewhere, ground.payload()).taken
    assert RulingReceived.objects.count() == 1


def test_a_ruling_comes_by_stick_and_only_into_the_house_it_is_sealed_for(kpu):
    by = factories.viewer("ketua")
    package = kpu.packed(kpu.says(type=ruling_facts.GIVEN, schema=1, payload=ground.payload()))
    assert arriving.from_stick(by, package).code == "diterima"
    other = OtherHouse("bawaslu")
    elsewhere = replace(other.here, path="73.13")
    other.here = elsewhere
    foreign = other.packed(other.says(type=ruling_facts.GIVEN, schema=1, payload=ground.payload()))
    assert arriving.from_stick(by, foreign).code == "kantor-lain"
    assert RulingReceived.objects.count() == 1


def test_bawaslus_house_takes_in_no_ruling(bawaslu):
    arrive(bawaslu, ground.payload())
    assert not RulingReceived.objects.exists() and not Ruling.objects.exists()


def test_kpu_tells_what_it_did_with_its_paper_and_may_tell_more_until_it_is_done(kpu):
    arrive(kpu, ground.payload())
    row = RulingReceived.objects.get()
    by = factories.viewer("sekretaris")
    paper = Upload("ba.pdf", b"%PDF-1.7 ba")
    part = NewAnswer("sebagian", "Satu TPS sudah", "5/2024", (paper,))
    actions.answer_ruling(by=by, ruling_id=row.pk, new=part)
    assert queries.rulings_waiting(by) == 1
    actions.answer_ruling(by=by, ruling_id=row.pk, new=NewAnswer("ditindaklanjuti", "Selesai"))
    page = queries.ruling_received(by, row.pk)
    assert [one.label for one in page.follows] == ["Ditindaklanjuti", "Ditindaklanjuti sebagian"]
    assert queries.rulings_waiting(by) == 0
    parcels = list(Parcel.objects.filter(way=Parcel.Way.OUT).order_by("sequence"))
    body = codec.unseal(posting.sealed(parcels[0]), kpu.own.sealing)
    assert body.said["payload"]["ruling"] == str(row.key) and body.files == (b"%PDF-1.7 ba",)
    with pytest.raises(Refused, match="sudah dilaksanakan"):
        actions.answer_ruling(by=by, ruling_id=row.pk, new=NewAnswer("ditindaklanjuti", "Lagi"))


@pytest.mark.parametrize(
    ("new", "word"),
    [
        (NewAnswer("ditolak", "x"), "Pilih"),
        (NewAnswer("ditindaklanjuti", " "), "Tulis apa"),
        (NewAnswer("sebagian", "x", "", (Upload("a", b"%PDF-"),) * 6), "5 berkas"),
    ],
)
def test_an_answer_of_another_shape_is_told(kpu, new, word):
    arrive(kpu, ground.payload())
    row = RulingReceived.objects.get()
    with pytest.raises(Refused, match=word):
        actions.answer_ruling(by=factories.viewer("ketua"), ruling_id=row.pk, new=new)


def test_who_reads_only_or_is_not_addressed_does_not_answer(kpu):
    arrive(kpu, ground.payload())
    row, new = RulingReceived.objects.get(), NewAnswer("ditindaklanjuti", "x")
    for role in ("kpu-provinsi", "pengawas"):
        with pytest.raises(Forbidden):
            actions.answer_ruling(by=factories.viewer(role), ruling_id=row.pk, new=new)
    with pytest.raises(RulingReceived.DoesNotExist):
        ppk = factories.viewer("ppk", KECAMATAN)
        actions.answer_ruling(by=ppk, ruling_id=row.pk, new=new)


# the pages


def test_pages_of_bawaslu_lead_from_the_case_to_the_ruling_and_its_follow_up(bawaslu):
    row = ground.referral(chair())
    client = Client()
    client.force_login(factories.account("bw-ketua", REGENCY))
    case = reverse("oversight:case", args=[row.case_id])
    send = f"{reverse('oversight:ruling_new')}?dari=referral:{row.pk}"
    assert escape(send.replace(":", "%3A")) in client.get(case).content.decode()
    form = {
        "about": "Rekapitulasi",
        "article": "PKPU 5/2024",
        "order": "<b>x</b>",
        "todo": "Ulangi",
    }
    refused = client.post(send, {**form, "todo": "Hubungi Contoh Kartolo"})
    assert refused.status_code == 422 and "memuat nama" in refused.content.decode()
    paper = SimpleUploadedFile("Kartolo.pdf", ground.PAPER)
    page = client.post(send, {**form, "upload": paper}, follow=True).content.decode()
    assert "dikirim ke rumah data KPU" in page and "&lt;b&gt;x" in page
    made = Ruling.objects.get()
    arrive(bawaslu, ground.follow(made.key, answer="sebagian"), ruling_facts.ANSWERED)
    noted = reverse("oversight:ruling_noted", args=[made.pk])
    later = f"{clock.now().astimezone(clock.zone()):%Y-%m-%dT%H:%M:%S}"
    said = {"answer": "ditindaklanjuti", "text": "Semua", "letter": "9", "answered_at": later}
    assert "Semua" in client.post(noted, said, follow=True).content.decode()
    file = reverse("oversight:ruling_file", args=[made.pk, 0])
    assert client.get(file).content == ground.PAPER
    for url in (reverse("oversight:ruling_list") + "?lihat=semua", case):
        assert reverse("oversight:ruling", args=[made.pk]) in client.get(url).content.decode()


def test_pages_of_kpu_show_the_ruling_on_beranda_and_send_what_was_done(kpu):
    arrive(kpu, ground.payload(todo="<script>alert(1)</script>"))
    client = Client()
    client.force_login(factories.account("operator", REGENCY))
    url = reverse("oversight:ruling_in", args=[RulingReceived.objects.get().pk])
    seen = client.get(url).content.decode()
    assert "&lt;script&gt;" in seen and "<script>alert" not in seen
    election = factories.Election.objects.get().pk
    for name in ("results:revote_new", "results:disputes"):
        assert reverse(name, args=[election]) in seen and client.get(reverse(name, args=[election]))
    assert "Belum dikonfirmasi" in seen and "UU 7/2017 Pasal 462" in seen
    for page in (reverse("oversight:ruling_inbox"), "/"):
        assert "Rekapitulasi kecamatan" in client.get(page).content.decode(), page
    empty = client.post(url, {"answer": "ditindaklanjuti"})
    assert empty.status_code == 422
    paper = SimpleUploadedFile("ba.pdf", b"%PDF-1.7 ba")
    sent = {"answer": "ditindaklanjuti", "text": "Sudah", "papers": paper}
    assert "Sudah" in client.post(url, sent, follow=True).content.decode()
    proof = RulingAnswer.objects.get().proofs.get()
    file = reverse("oversight:ruling_in_file", args=[RulingReceived.objects.get().pk, proof.pk])
    assert client.get(file).content == b"%PDF-1.7 ba"
    assert "Rekapitulasi kecamatan" not in client.get("/").content.decode()


def test_who_reads_only_sees_the_ruling_without_a_form(kpu):
    arrive(kpu, ground.payload())
    url = reverse("oversight:ruling_in", args=[RulingReceived.objects.get().pk])
    for role in ("kpu-provinsi", "pengawas"):
        client = Client()
        client.force_login(factories.account(role, REGENCY))
        seen = client.get(url).content.decode()
        assert ground.ORDER in seen and "Laporkan tindak lanjut" not in seen
        assert client.post(url, {"answer": "sebagian", "text": "x"}).status_code == 403
