"""AGHT and its daily report, prevention in seven forms, the post that asks for no identity."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from pypdfium2 import PdfDocument

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused
from jurdil.kernel.roles import BAWASLU
from jurdil.oversight import actions, queries
from tests import factories
from tests.oversight import ground
from tests.samples import REGENCY, World, X, Y

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def world():
    return World(BAWASLU)


@pytest.fixture
def chair():
    return factories.viewer("bw-ketua", REGENCY)


@pytest.fixture
def field():
    return factories.viewer("panwascam", X)


# --- AGHT ---


def test_a_note_goes_its_steps_and_ends(chair):
    made = ground.aght(chair, X)
    step = {"by": chair, "aght_id": made.pk, "trend": "turun", "note": "Koordinasi Polres"}
    actions.step_aght(state="ditangani", **step)
    actions.step_aght(state="selesai", **step)
    _line, steps = queries.aght(chair, made.pk)
    assert [one.state for one in steps] == ["potensi", "ditangani", "selesai"]
    with pytest.raises(Refused, match="sudah selesai"):
        actions.step_aght(state="terjadi", **step)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"kind": "badai"}, "ancaman"),
        ({"title": ""}, "judul"),
        ({"facts": " "}, "fakta"),
    ],
)
def test_a_note_without_its_parts_is_refused(chair, values, sentence):
    with pytest.raises(Refused, match=sentence):
        ground.aght(chair, X, **values)


def test_what_has_not_happened_yet_was_not_observed(chair):
    with pytest.raises(Refused, match="belum tiba"):
        ground.aght(chair, X, observed_at=clock.now() + timedelta(hours=1))


def test_a_secret_note_is_seen_by_the_office_only(chair, field):
    made = ground.aght(chair, X, secrecy="rahasia")
    assert queries.aght_lines(field) == ()
    with pytest.raises(ObjectDoesNotExist):
        queries.aght(field, made.pk)
    assert [line.row.pk for line in queries.aght_lines(chair)] == [made.pk]


def test_the_daily_report_counts_from_the_register(chair, field):
    ground.aght(field, X)
    ground.aght(chair, Y, kind="ancaman")
    day = queries.day_report(chair, clock.today())
    assert {word.id: count for word, count in day.counts} == {
        "ancaman": 1,
        "gangguan": 1,
        "hambatan": 0,
        "tantangan": 0,
    }
    assert (len(day.items), day.standing, day.words) == (2, 2, None)
    earlier = queries.day_report(chair, clock.today() - timedelta(days=1))
    assert (earlier.items, earlier.standing) == ((), 0)


def test_the_words_of_a_day_have_versions(chair):
    actions.write_day(by=chair, day=clock.today(), statement="Aman")
    actions.write_day(by=chair, day=clock.today(), statement="Aman, satu gangguan", needs="Radio")
    words = queries.day_report(chair, clock.today()).words
    assert (words.statement, words.needs) == ("Aman, satu gangguan", "Radio")
    with pytest.raises(Refused, match="belum tiba"):
        actions.write_day(by=chair, day=clock.today() + timedelta(days=1), statement="Aman")


# --- prevention ---


def test_numbers_of_prevention_run_through_the_year_and_are_never_used_twice(chair, field):
    made = [ground.prevention(by, path) for by, path in ((chair, X), (field, X), (chair, Y))]
    assert [row.serial for row in made] == [1, 2, 3]
    line = queries.prevention(chair, made[0].pk)
    assert line.number.startswith(f"001/F.CEGAH/{X}/")


def test_only_what_was_held_is_counted_by_its_form(chair):
    year = clock.today().year
    kept = [ground.prevention(chair, X, form=f) for f in ("publikasi", "publikasi", "pendidikan")]
    for row in kept[:2]:
        actions.report_prevention(by=chair, prevention_id=row.pk, done=True, description="Selesai")
    actions.report_prevention(
        by=chair, prevention_id=kept[2].pk, done=False, description="Narasumber berhalangan"
    )
    total, counts = queries.prevention_counts(chair, year=year)
    assert total.value == 2 and total.confirmed
    assert {word.id: count for word, count in counts if count} == {"publikasi": 2}
    assert len(counts) == 7
    with pytest.raises(Refused, match="sudah dilaporkan"):
        actions.report_prevention(by=chair, prevention_id=kept[0].pk, done=True, description="Lagi")


def test_an_act_is_not_reported_before_its_day(chair):
    ahead = clock.today() + timedelta(days=3)
    made = ground.prevention(chair, X, held_from=ahead, held_until=ahead)
    with pytest.raises(Refused, match="belum tiba"):
        actions.report_prevention(by=chair, prevention_id=made.pk, done=True, description="Sudah")


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"form": "undian"}, "tujuh bentuk"),
        ({"kind": "undian"}, "jenis kegiatan"),
        ({"purpose": ""}, "tujuan"),
        ({"target": ""}, "sasaran"),
    ],
)
def test_an_act_outside_the_guideline_is_refused(chair, values, sentence):
    with pytest.raises(Refused, match=sentence):
        ground.prevention(chair, X, **values)


def test_days_in_the_wrong_order_are_refused(chair):
    today = clock.today()
    with pytest.raises(Refused, match="lebih awal"):
        ground.prevention(chair, X, held_from=today, held_until=today - timedelta(days=1))


def test_what_passed_unreported_is_on_the_list_of_arrears(chair):
    past = clock.today() - timedelta(days=2)
    made = ground.prevention(chair, X, held_from=past, held_until=past)
    assert [line.row.pk for line in queries.overdue_preventions(chair)] == [made.pk]


# --- the post ---


def test_the_published_post_of_2023_adds_up_to_140(chair):
    for category, people in (("tidak-tercatat", 98), ("salah-tps", 21), ("tms", 10), ("lain", 11)):
        ground.complaint(chair, X, category=category, people=people)
    counts = {code: people for code, _name, people in queries.post_counts(chair)}
    assert sum(counts.values()) == 140 and counts["tidak-tercatat"] == 98


def test_a_complaint_is_closed_once_with_its_result(chair, field):
    made = ground.complaint(field, X)
    actions.close_post(by=chair, note_id=made.pk, result="Didaftar PPS")
    with pytest.raises(Refused, match="sudah ditutup"):
        actions.close_post(by=chair, note_id=made.pk, result="Lagi")
    other = ground.complaint(chair, Y)
    with pytest.raises(ObjectDoesNotExist):
        actions.close_post(by=field, note_id=other.pk, result="Bukan wilayahnya")


def test_the_pages_plan_report_and_complain(client):
    client.force_login(factories.account("bw-sekretariat", REGENCY))
    today = clock.today().isoformat()
    sent = {
        "form": "kerja-sama",
        "kind": "patroli",
        "path": X,
        "purpose": "Patroli masa tenang",
        "target": "TPS rawan",
        "held_from": today,
        "held_until": today,
    }
    answer = client.post("/pengawasan/pencegahan/baru/", sent)
    assert answer.status_code == 302
    report = {"done": "ya", "description": "Delapan TPS didatangi"}
    answer = client.post(f"{answer['Location']}lapor/", report)
    assert answer.status_code == 302
    page = client.get("/pengawasan/pencegahan/?jenis=patroli").content.decode()
    assert "Patroli masa tenang" in page and "Terlaksana" in page
    answer = client.post("/pengawasan/aght/harian/tulis/", {"statement": "Aman terkendali"})
    assert "Aman terkendali" in client.get(answer["Location"]).content.decode()
    bad = client.get("/pengawasan/aght/harian/?hari=kemarin")
    assert bad.status_code == 200


# --- papers ---


def test_the_daily_report_and_the_form_of_prevention_are_printed(client, chair):
    client.force_login(factories.account("bw-anggota", REGENCY))
    ground.aght(chair, X, title="Jalan tergenang")
    made = ground.prevention(chair, X, purpose="Imbauan netralitas")
    for address, word in (
        ("/pengawasan/aght/harian/laporan.pdf", "Jalan tergenang"),
        (f"/pengawasan/pencegahan/{made.pk}/formulir.pdf", "Imbauan netralitas"),
    ):
        answer = client.get(address)
        assert answer["Content-Type"] == "application/pdf"
        pages = PdfDocument(answer.content)
        assert word in "".join(page.get_textpage().get_text_range() for page in pages)
