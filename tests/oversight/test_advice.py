"""Perbawaslu 5/2022 art. 18: advice at its level, three days, else a draft finding by itself."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from jurdil.kernel import clock
from jurdil.kernel.actions import office as office_acts
from jurdil.kernel.acts import Refused
from jurdil.kernel.brought import Upload
from jurdil.kernel.exchange import arriving, codec, posting
from jurdil.kernel.models import LedgerEntry, Parcel
from jurdil.kernel.policy import Forbidden
from jurdil.kernel.viewer import system_viewer
from jurdil.law.oversight.advice import ANSWERS
from jurdil.oversight import actions, advice_facts, queries
from jurdil.oversight.actions.advice_received import NewAnswer
from jurdil.oversight.daily import lapse_all, send_all
from jurdil.oversight.models import Advice, AdviceReceived, FindingDraft
from tests import factories
from tests.kernel.exchange_ground import OtherHouse
from tests.oversight import advice_ground as ground
from tests.oversight.advice_ground import VILLAGE

pytestmark = pytest.mark.django_db
REGENCY = factories.REGENCY


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


def give(role="pkd", at=VILLAGE, source="", **changes) -> Advice:
    by = factories.viewer(role, at)
    election = factories.Election.objects.get()
    return actions.give_advice(
        by=by, election_id=election.pk, new=ground.new(**changes), source=source
    )


def pass_days(days: float) -> None:
    """Move the training clock."""
    keeper = system_viewer(REGENCY, factories.office().kind)
    office_acts.set_training_clock(by=keeper, legal=clock.now() + timedelta(days=days))


def arrive(other, payload, type_code=advice_facts.GIVEN, **more):
    said = other.says(type=type_code, schema=1, payload=payload, **more)
    return arriving.from_network(other.packed(said))


# Bawaslu's house


def test_an_advice_runs_three_days_to_midnight_and_goes_out_signed(bawaslu):
    row = give()
    zone = clock.zone()
    third = row.given_at.astimezone(zone).date() + timedelta(days=4)
    assert row.ends_at.astimezone(zone).date() == third
    assert row.ends_at.astimezone(zone).hour == 0
    body = codec.unseal(posting.sealed(row.parcel), bawaslu.own.sealing)
    assert body.said["type"] == "saran-perbaikan"
    assert body.said["payload"]["fact"] == ground.FACT
    assert row.parcel.digest in LedgerEntry.objects.get(act="oversight.advice_give").payload


@pytest.mark.parametrize(
    ("role", "at", "to"),
    [
        ("pkd", VILLAGE, "ppk"),
        ("panwascam", "73.12.01", "kpu"),
        ("bw-ketua", REGENCY, "pps"),
        ("ptps", f"{VILLAGE}/001", "pps"),
    ],
)
def test_nobody_advises_another_level(bawaslu, role, at, to):
    with pytest.raises(Refused, match="setingkatnya"):
        give(role, at, to=to, path=at)


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"path": "73.12.02.1001"}, "di luar wilayah"),
        ({"path": "73.12"}, "di luar wilayah"),
        ({"form": "surat"}, "nomor"),
        ({"fact": " "}, "harus diisi"),
        ({"rule": ""}, "harus diisi"),
    ],
)
def test_what_is_incomplete_is_told(bawaslu, changes, word):
    with pytest.raises(Refused, match=word):
        give(**changes)
    assert not Advice.objects.exists() and not Parcel.objects.exists()


def test_advice_is_noted_after_it_was_given_and_its_day_lies_within_the_rule(bawaslu):
    with pytest.raises(Refused, match="masih di depan"):
        give(given_at=clock.now() + timedelta(hours=1))
    with pytest.raises(Refused, match="paling lama"):
        give(until=clock.today() + timedelta(days=10))
    row = give(until=clock.today() + timedelta(days=1))
    assert row.set_by_hand and row.ends_at < row.given_at + timedelta(days=3)


def test_an_answer_in_time_closes_it_and_makes_no_draft(bawaslu):
    row = give()
    answer = arrive(bawaslu, ground.answer(row.key), advice_facts.ANSWERED)
    row.refresh_from_db()
    assert (answer.code, row.state, row.late) == ("diterima", "ditindaklanjuti", False)
    pass_days(5)
    lapse_all(system_viewer(REGENCY, "bawaslu"))
    assert not FindingDraft.objects.exists()


@pytest.mark.parametrize("answer", [code.value for code in ANSWERS])
def test_what_is_not_followed_becomes_a_draft_by_itself(bawaslu, answer):
    row = give()
    arrive(bawaslu, ground.answer(row.key, answer=answer), advice_facts.ANSWERED)
    drafted = answer in ("tidak-ditindaklanjuti", "ditolak")
    assert FindingDraft.objects.filter(source=f"advice:{row.pk}").exists() is drafted


def test_without_an_answer_it_lapses_on_the_day_and_once(bawaslu):
    row = give(source="case:7")
    by = system_viewer(REGENCY, "bawaslu")
    lapse_all(by)
    with pytest.raises(Refused, match="belum lewat"):
        actions.lapse_advice(by=by, advice_id=row.pk)
    pass_days(4)
    lapse_all(by)
    lapse_all(by)
    row.refresh_from_db()
    draft = FindingDraft.objects.get()
    assert (row.state, draft.state, draft.path) == ("lewat-waktu", "konsep", VILLAGE)
    assert ground.FACT in draft.story
    assert queries.open_drafts(factories.viewer("bw-ketua")) == 1


def test_a_late_answer_is_kept_and_does_not_undo_the_lapse(bawaslu):
    row = give()
    pass_days(4)
    lapse_all(system_viewer(REGENCY, "bawaslu"))
    arrive(bawaslu, ground.answer(row.key), advice_facts.ANSWERED)
    page = queries.advice(factories.viewer("pkd", VILLAGE), row.pk)
    assert (page.row.standing, page.row.late) == ("lewat-waktu", True)
    assert page.answer_label == "Ditindaklanjuti" and page.draft


def test_an_answer_in_time_that_came_later_stands_and_the_draft_is_left_to_people(bawaslu):
    row = give()
    in_time = clock.now().isoformat()
    pass_days(4)
    lapse_all(system_viewer(REGENCY, "bawaslu"))
    arrive(bawaslu, ground.answer(row.key, answered_at=in_time), advice_facts.ANSWERED)
    row.refresh_from_db()
    assert (row.state, row.late) == ("ditindaklanjuti", False)
    assert FindingDraft.objects.get().state == "konsep"


def test_an_answer_to_advice_of_nobody_is_held(bawaslu):
    assert arrive(bawaslu, ground.answer(uuid4()), advice_facts.ANSWERED).code == "tidak-ada"


def test_another_office_cannot_answer_for_the_kpu_that_was_advised(bawaslu):
    row = give()
    elsewhere = OtherHouse("kpu", "73.13")
    elsewhere.introduced()
    answer = arrive(elsewhere, ground.answer(row.key), advice_facts.ANSWERED)
    row.refresh_from_db()
    assert (answer.code, row.state) == ("tidak-ada", "menunggu")


def test_without_kpus_house_it_waits_and_is_answered_on_paper():
    factories.office("bawaslu")
    factories.election()
    row = give()
    by = factories.viewer("pkd", VILLAGE)
    assert row.parcel is None
    with pytest.raises(Refused, match="belum diperkenalkan"):
        actions.send_advice(by=by, advice_id=row.pk)
    facts = {"advice_id": row.pk, "answer": "sebagian", "text": "Dua dari tiga", "letter": "1/2024"}
    with pytest.raises(Refused, match="mendahului"):
        actions.note_answer(by=by, **facts, answered_at=row.given_at - timedelta(days=1))
    actions.note_answer(by=by, **facts, answered_at=clock.now())
    with pytest.raises(Refused, match="sudah dijawab"):
        actions.note_answer(by=by, **facts, answered_at=clock.now())


def test_what_waited_for_the_introduction_goes_out_by_itself():
    factories.office("bawaslu")
    factories.election()
    row, by = give(), system_viewer(REGENCY, "bawaslu")
    send_all(by)
    row.refresh_from_db()
    assert row.parcel is None
    OtherHouse("kpu").introduced()
    send_all(by)
    send_all(by)
    row.refresh_from_db()
    assert row.parcel is not None and Parcel.objects.count() == 1


def test_a_draft_is_struck_by_the_office_with_a_reason(bawaslu):
    row = give()
    arrive(bawaslu, ground.answer(row.key, answer="ditolak"), advice_facts.ANSWERED)
    draft = FindingDraft.objects.get()
    with pytest.raises(Forbidden):
        actions.drop_draft(by=factories.viewer("pkd", VILLAGE), draft_id=draft.pk, reason="x")
    chair = factories.viewer("bw-ketua")
    with pytest.raises(Refused, match="mengapa"):
        actions.drop_draft(by=chair, draft_id=draft.pk, reason="")
    actions.drop_draft(by=chair, draft_id=draft.pk, reason="Sudah diperbaiki")
    assert queries.open_drafts(chair) == 0


# KPU's house


def test_an_advice_arrives_for_its_body_with_the_same_clock(kpu):
    sent = ground.payload()
    answer = arrive(kpu, sent)
    row = AdviceReceived.objects.get()
    assert answer.taken and row.ends_at == ground.moment(sent["ends_at"])
    assert queries.advice_waiting(factories.viewer("pps", VILLAGE)) == 1
    assert queries.advice_waiting(factories.viewer("ppk", "73.12.01")) == 1
    assert queries.advice_waiting(factories.viewer("pantarlih", f"{VILLAGE}/001")) == 0
    assert queries.advice_waiting(factories.viewer("pps", "73.12.01.1002")) == 0


def test_advice_to_kpu_is_not_seen_below_it(kpu):
    arrive(kpu, ground.payload(to="kpu", role="bw-ketua"))
    assert queries.advice_waiting(factories.viewer("ketua")) == 1
    assert queries.advice_waiting(factories.viewer("ppk", "73.12.01")) == 0


@pytest.mark.parametrize(
    "change",
    [
        {"path": "73.12; x"},
        {"to": "presiden"},
        {"role": "ketua"},
        {"form": "chat"},
        {"form": "surat"},
        {"about": "x"},
        {"regime": "x"},
        {"fact": ""},
        {"fact": "x" * 5000},
        {"fact": None},
        {"given_at": "2024-01-01"},
        {"ends_at": "2020-01-01T00:00:00+00:00"},
        {"set_by_hand": 1},
        {"advice": "x"},
        {"about_day": "besok"},
        {"reporter": "Seseorang"},
    ],
)
def test_a_payload_of_another_shape_is_held(kpu, change):
    answer = arrive(kpu, ground.payload(**change))
    assert (answer.code, AdviceReceived.objects.count()) == ("isi", 0)
    assert "Seseorang" not in str(answer.facts)


def test_a_place_of_another_office_or_the_same_advice_twice_is_held(kpu):
    assert arrive(kpu, ground.payload(path="73.13.01.1001")).code == "aturan"
    sent = ground.payload()
    arrive(kpu, sent)
    assert arrive(kpu, sent).code == "aturan"
    assert AdviceReceived.objects.count() == 1


def test_kpu_answers_once_with_evidence_and_both_digests_stand(kpu):
    arrive(kpu, ground.payload())
    row = AdviceReceived.objects.get()
    paper = Upload("foto.pdf", b"%PDF-1.7 contoh", "application/pdf")
    new = NewAnswer("ditindaklanjuti", "Sudah dilengkapi", "5/2024", (paper,))
    by = factories.viewer("pps", VILLAGE)
    actions.answer_advice(by=by, advice_id=row.pk, new=new)
    row.refresh_from_db()
    body = codec.unseal(posting.sealed(row.answer_parcel), kpu.own.sealing)
    assert body.said["payload"]["advice"] == str(row.key)
    assert body.files == (b"%PDF-1.7 contoh",)
    entry = LedgerEntry.objects.get(act="oversight.advice_answer")
    assert row.answer_parcel.digest in entry.payload
    with pytest.raises(Refused, match="sudah dijawab"):
        actions.answer_advice(by=by, advice_id=row.pk, new=new)


@pytest.mark.parametrize(
    ("new", "word"),
    [
        (NewAnswer("lewat-waktu", "x"), "Pilih"),
        (NewAnswer("ditindaklanjuti", " "), "Tulis apa"),
        (NewAnswer("sebagian", "x", "", (Upload("a", b"%PDF-", "x"),) * 6), "5 berkas"),
    ],
)
def test_an_answer_of_another_shape_is_told(kpu, new, word):
    arrive(kpu, ground.payload())
    with pytest.raises(Refused, match=word):
        actions.answer_advice(
            by=factories.viewer("ketua"), advice_id=AdviceReceived.objects.get().pk, new=new
        )


def test_who_is_not_advised_does_not_answer(kpu):
    arrive(kpu, ground.payload(to="ppk", role="panwascam", path="73.12.01"))
    row = AdviceReceived.objects.get()
    new = NewAnswer("ditindaklanjuti", "x")
    with pytest.raises(AdviceReceived.DoesNotExist):
        actions.answer_advice(by=factories.viewer("pps", VILLAGE), advice_id=row.pk, new=new)
    with pytest.raises(Forbidden):
        actions.answer_advice(by=factories.viewer("pengawas"), advice_id=row.pk, new=new)


def test_pages_of_kpu_show_the_advice_where_it_belongs_and_run_nothing(kpu):
    arrive(kpu, ground.payload(fact="<script>alert(1)</script>"))
    client = Client()
    client.force_login(factories.account("pps", VILLAGE))
    page = reverse("oversight:advice_in", args=[AdviceReceived.objects.get().pk])
    seen = client.get(page).content.decode()
    assert "&lt;script&gt;" in seen and "<script>alert" not in seen
    for url in (reverse("oversight:advice_inbox"), reverse("voters:index"), "/"):
        assert "Pengumuman DPS" in client.get(url).content.decode(), url
    paper = SimpleUploadedFile("b.pdf", b"%PDF-1.7")
    sent = {"answer": "ditindaklanjuti", "text": "Sudah", "papers": paper}
    client.post(page, sent)
    row = AdviceReceived.objects.get()
    file = reverse("oversight:advice_in_file", args=[row.pk, row.files.get().pk])
    assert (row.state, client.get(file).content) == ("ditindaklanjuti", b"%PDF-1.7")


def test_pages_of_bawaslu_give_and_follow_an_advice(bawaslu):
    client = Client()
    client.force_login(factories.account("pkd", VILLAGE))
    form = {
        **{name: getattr(ground.new(), name) for name in ("path", "to", "form", "about", "stage")},
        "rule": "PKPU 7/2022",
        "fact": "<b>x</b>",
        "request": "Perbaiki",
        "given_at": f"{clock.now().astimezone(clock.zone()) - timedelta(hours=1):%Y-%m-%dT%H:%M}",
        "election": factories.Election.objects.get().pk,
    }
    url = reverse("oversight:advice_new")
    refused = client.post(url, {**form, "path": "73.12.02.1001"}).content.decode()
    assert "di luar wilayah kerja Anda" in refused
    page = client.post(url, form, follow=True).content.decode()
    assert "dikirim ke rumah data KPU" in page and "&lt;b&gt;x" in page
    row = Advice.objects.get()
    arrive(bawaslu, ground.answer(row.key, answer="ditolak"), advice_facts.ANSWERED)
    drafts = client.get(reverse("oversight:drafts")).content.decode()
    assert "Pengumuman DPS" in drafts
    seen = client.get(reverse("oversight:draft", args=[FindingDraft.objects.get().pk]))
    assert "Coret" not in seen.content.decode()
