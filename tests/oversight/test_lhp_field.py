"""LHP from a phone: once whatever is sent twice, hostile values refused, photos follow."""

import hashlib
import io
import json
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from PIL import Image

from jurdil.kernel import clock
from jurdil.kernel.actions import accounts
from jurdil.kernel.models import SyncEvent
from jurdil.kernel.outbox import receiving
from jurdil.kernel.queries.outbox import waiting_event
from jurdil.kernel.roles import BAWASLU
from jurdil.law.oversight import checklists as lists
from jurdil.office import actions as letters
from jurdil.oversight import actions, lhp_phone, queries
from jurdil.oversight.lhp_facts import of_content
from jurdil.oversight.models import Lhp, LhpVersion, LhpWitness
from tests import factories
from tests.kernel.test_outbox_files import send as send_file
from tests.oversight.lhp_ground import MARK, STORY, from_phone, person, report, submitted
from tests.samples import World, X, Y
from tests.voters.coklit_ground import by, send

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def world():
    return World(BAWASLU)


@pytest.fixture
def ptps(world):
    return factories.account("ptps", world.tps(X))


def test_a_report_arrives_once_however_often_it_is_sent(world, ptps):
    path = world.tps(X)
    said = from_phone(path, saksi=[{"nama": MARK, "kontak": "08", "peran": "warga"}])
    assert send(ptps, said) == send(ptps, said) == [("applied", "")]
    row = Lhp.objects.get()
    assert (row.path, row.account_id, row.level, row.version) == (path, ptps.pk, "pkd", 1)
    assert row.content["answers"] == {"buka": {"value": "ya", "note": "07.20"}}
    assert LhpWitness.objects.get().role == "warga" and MARK not in str(row.content)
    again = {**from_phone(path, row.token, 1), "values": {**said["values"], "saksi": []}}
    assert send(ptps, again) == [("confirmed", "")] and LhpVersion.objects.count() == 1


def test_a_returned_report_is_repaired_on_the_phone(world, ptps):
    token = uuid4()
    send(ptps, from_phone(world.tps(X), token))
    pkd = person("pkd", world.village(X))
    row = Lhp.objects.get()
    actions.step_lhp(by=pkd, report_id=row.pk, step="kembalikan", reason="Jam belum jelas")
    [taken] = lhp_phone.rows(by(ptps))["laporan"]
    assert (taken["keadaan"], taken["alasan"], taken["rev"]) == (
        "dikembalikan",
        "Jam belum jelas",
        1,
    )
    assert send(ptps, from_phone(world.tps(X), token, 1, uraian="Jelas")) == [("applied", "")]
    row.refresh_from_db()
    assert (row.version, row.state, row.level) == (2, "menunggu", "pkd")


def test_an_old_version_with_other_words_waits_for_a_person_who_sees_no_witness(world, ptps):
    token = uuid4()
    send(ptps, from_phone(world.tps(X), token))
    row = Lhp.objects.get()
    wanted = report(row.path, story="Di kantor")
    actions.submit_lhp(by=by(ptps), report=wanted, report_id=row.pk)
    people = [{"nama": MARK, "kontak": MARK, "peran": "warga"}]
    late = from_phone(row.path, token, 1, uraian="Lain", saksi=people)
    assert send(ptps, late) == [("conflict", "konflik")]
    assert Lhp.objects.get().content["story"] == "Di kantor"
    shown = waiting_event(person("pkd", world.village(X)), SyncEvent.objects.latest("pk").pk)
    assert MARK not in str([(one.field, one.office) for one in shown.lines])


@pytest.mark.parametrize(
    "values",
    [
        {"tempat": Y},
        {"tempat": "../.."},
        {"tempat": 7},
        {"mulai": "kemarin"},
        {"selesai": "2024-02-14T08:00"},
        {"mulai": "2999-01-01T00:00:00+00:00"},
        {"uraian": ""},
        {"uraian": ["a"]},
        {"dugaan": True},
        {"daftar": "apa@1"},
        {"jawaban": {"buka": ["mungkin", ""]}},
        {"pemilihan": 10_000},
        {"bentuk": "lain"},
        {"saksi": [{"peran": "presiden"}]},
    ],
)
def test_values_that_cannot_be_are_refused_in_a_sentence(world, ptps, values):
    [(outcome, _code)] = send(ptps, from_phone(world.tps(X), **values))
    assert outcome == "refused" and not Lhp.objects.exists()
    assert SyncEvent.objects.get().message


@pytest.mark.parametrize("values", [{"jawaban": "x"}, {"saksi": 3}, {"pemilihan": True}])
def test_what_has_the_wrong_shape_is_left_out(world, ptps, values):
    assert send(ptps, from_phone(world.tps(X), **values)) == [("applied", "")]


def test_a_phone_with_a_wrong_clock_is_shown_to_the_examiner(world, ptps):
    ahead = clock.real() + timedelta(hours=5)
    said = from_phone(
        world.tps(X),
        mulai=(ahead - timedelta(hours=1)).isoformat(),
        selesai=ahead.isoformat(),
    )
    body = {"sent_at": ahead.isoformat(), "account": ptps.pk, "events": [said]}
    batch = receiving.read(json.dumps(body).encode())
    [answer] = receiving.take(by(ptps), batch)
    assert answer.outcome == "applied"
    page = queries.lhp(person("pkd", world.village(X)), Lhp.objects.get().pk)
    assert page.doubts == ("jam-hp", "di-depan")


def test_markup_is_text_wherever_it_is_shown(client, world, ptps):
    hostile = "<script>alert(1)</script>"
    said = from_phone(world.tps(X), uraian=hostile, lokasi=hostile)
    assert send(ptps, said) == [("applied", "")]
    client.force_login(ptps)
    row = Lhp.objects.get()
    for url in (f"/pengawasan/lhp/{row.pk}/", "/pengawasan/lhp/"):
        text = client.get(url).content.decode()
        assert hostile not in text
    assert "&lt;script&gt;" in client.get(f"/pengawasan/lhp/{row.pk}/").content.decode()


def test_the_file_of_an_ended_supervisor_s_phone_names_who_wrote_it(world, ptps):
    pkd = factories.account("pkd", world.village(X))
    today = clock.today()
    accounts.end_grant(
        by=world.keeper, grant_id=ptps.grants.get().pk, last_day=today - timedelta(days=1)
    )
    said = from_phone(world.tps(X))
    body = {"sent_at": clock.real().isoformat(), "account": ptps.pk, "events": [said]}
    [answer] = receiving.take(by(pkd), receiving.read(json.dumps(body).encode()))
    assert answer.outcome == "applied"
    row = Lhp.objects.get()
    assert (row.account_id, row.role, row.origin) == (ptps.pk, "ptps", world.tps(X))
    assert [one.row.pk for one in queries.lhp_to_examine(by(pkd))] == [row.pk]


def picture():
    out = io.BytesIO()
    Image.effect_noise((300, 200), 80).convert("RGB").save(out, "JPEG")
    return out.getvalue()


def test_photos_follow_their_report_with_their_captions(client, world, ptps):
    one, two = picture(), picture()
    said = from_phone(world.tps(X), foto=["Papan DPT", "<b>Segel</b>"])
    said["files"] = [
        {"name": "a.jpg", "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for content in (one, two)
    ]
    assert send(ptps, said) == [("applied", "")]
    row = Lhp.objects.get()
    actions.step_lhp(
        by=person("bw-anggota", "73.12"), report_id=row.pk, step="terima", reason="uji"
    )
    client.force_login(ptps)
    assert send_file(client, said["id"], two, number=1)["done"]
    assert send_file(client, said["id"], one, number=0)["done"]
    assert send_file(client, said["id"], one, number=0)["done"]
    page = queries.lhp(by(ptps), row.pk)
    assert [proof.caption for proof in page.evidence] == ["<b>Segel</b>", "Papan DPT"]
    shown = client.get(f"/pengawasan/lhp/{row.pk}/bukti/{page.evidence[0].pk}/")
    assert shown["Content-Type"] == "image/jpeg" and shown.content[:2] == b"\xff\xd8"


def test_what_the_phone_takes_along_names_no_witness(world, ptps):
    submitted(by(ptps), people=1)
    taken = lhp_phone.rows(by(ptps))
    assert MARK not in json.dumps(taken) and taken["laporan"][0]["uraian"] == STORY
    assert [one["kunci"] for one in taken["daftar"]][:2] == ["pungut@1", "hitung@1"]
    assert [code for code, _name in taken["tempat"]] == [world.tps(X)]


def test_assignment_letters_are_offered_from_own_reports_and_the_register(world, ptps):
    member = person("bw-anggota", "73.12")
    letters.send_letter(
        by=world.keeper,
        number="014/ST/2024",
        day=clock.today(),
        subject="Surat tugas pengawasan",
        correspondent="Panwascam",
    )
    submitted(by(ptps))
    submitted(by(ptps), story="Dua")
    assert queries.lhp_orders(by(ptps)) == ("012/ST/2024",)
    assert queries.lhp_orders(member) == ("014/ST/2024",)


@pytest.mark.parametrize("odd", ["a\x00b", "senyum \ud83d"])
def test_one_sign_that_no_database_keeps_costs_no_report(world, ptps, odd):
    said = from_phone(world.tps(X), uraian=odd, jawaban={"buka": ["ya", odd]}, foto=[odd])
    said["saksi"] = [{"nama": odd, "kontak": "", "peran": "warga"}]
    assert send(ptps, said) == [("applied", "")]
    assert Lhp.objects.get().content["story"].count("\ufffd") == 1


def test_a_report_is_as_long_on_the_phone_as_at_the_office(world, ptps):
    """Curly quotes and emoji count once, as the page of the phone counts them (at most 7,800)."""
    assert send(ptps, from_phone(world.tps(X), uraian="“" * 7_300)) == [("applied", "")]
    assert send(ptps, from_phone(world.tps(X), uraian="“" * 8_100)) == [("refused", "bentuk")]


def test_the_phone_takes_along_the_version_that_a_report_answered(world, ptps):
    submitted(by(ptps))
    first = lists.published()["pungut@1"]
    fewer = lists.from_rows({**lists.as_rows(first), "items": lists.as_rows(first)["items"][:3]})
    member = person("bw-anggota", "73.12")
    actions.publish_checklist(by=member, checklist=fewer, basis="SE contoh")
    taken = {one["kunci"]: one for one in lhp_phone.rows(by(ptps))["daftar"]}
    assert taken["pungut@2"]["terbaru"] and not taken["pungut@1"]["terbaru"]
    assert len(taken["pungut@1"]["tanya"]) == 13


def conflict(world, ptps, **values):
    """A record of an old version; what the page of the decision shows of it, by its name."""
    token = uuid4()
    first = from_phone(world.tps(X), token, dugaan=False, sengketa=False, pemilihan=0, tahapan="")
    send(ptps, first)
    row = Lhp.objects.get()
    changed = replace(of_content(row.content), story="Di kantor")
    actions.submit_lhp(by=by(ptps), report=changed, report_id=row.pk)
    said = from_phone(row.path, token, 1)
    said["values"] = {**first["values"], **values}
    assert send(ptps, said) == [("conflict", "konflik")]
    waiting = SyncEvent.objects.get(pk=said["id"])
    shown = waiting_event(person("pkd", world.village(X)), waiting.pk)
    return {line.name: line for line in shown.lines}


def test_a_conflict_shows_the_office_s_hours_and_marks_only_what_differs(world, ptps):
    lines = conflict(world, ptps, uraian="Lain", lokasi="Balai desa")
    assert {name for name, line in lines.items() if line.differs} == {
        "Uraian hasil pengawasan",
        "Lokasi",
    }
    begins = Lhp.objects.get().begins_at.astimezone(clock.zone())
    assert lines["Mulai"].field == lines["Mulai"].office == f"{begins:%d-%m-%Y %H.%M}"
    assert all(name[0].isupper() for name in lines)


def test_the_same_words_with_a_witness_more_are_no_repetition(world, ptps):
    lines = conflict(
        world, ptps, uraian="Di kantor", saksi=[{"nama": MARK, "kontak": "08", "peran": "warga"}]
    )
    assert lines["Saksi (disegel)"].field == "••••" and LhpWitness.objects.count() == 0
