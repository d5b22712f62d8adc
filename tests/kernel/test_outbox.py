"""Field work is idempotent, is decided by nobody's clock, and loses nothing that was seen."""

import base64
import json
import os
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from jurdil.kernel import clock, ledger, outbox
from jurdil.kernel.actions import outbox as acts
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import SyncEvent, Task
from jurdil.kernel.outbox import handover, receiving
from jurdil.kernel.policy import Forbidden
from jurdil.kernel.queries import outbox as queries
from jurdil.kernel.who import viewer_for
from jurdil.law.text import Text
from jurdil.stages import store
from jurdil.stages.records import Span
from tests import factories
from tests.kernel.sample_room.notes import CRASH, NOTES, REFUSED
from tests.writes import setting_up

pytestmark = pytest.mark.django_db
TPS, VILLAGE, ELSEWHERE = "73.12.01.1001/001", "73.12.01.1001", "73.12.02.1001/001"


@pytest.fixture(autouse=True)
def kind():
    """The sample kind, known for the length of one test."""
    outbox.unregister(NOTES.code)
    outbox.register(NOTES)
    yield
    outbox.unregister(NOTES.code)


@pytest.fixture
def worker():
    return factories.account("pantarlih", TPS)


@pytest.fixture
def pps():
    return factories.account("pps", VILLAGE)


def by(account):
    return viewer_for(account.grants.get(), factories.office())


def task(path=TPS, subject="", election=None) -> Task:
    with setting_up():
        return Task.objects.create(
            title="Contoh",
            election=election or factories.election(),
            path=path,
            source="uji",
            subject=subject,
            opened_at=clock.now(),
        )


def item(subject, note="dilihat", base=0, **more):
    return {
        "id": str(uuid4()),
        "kind": NOTES.code,
        "subject": str(subject),
        "base": base,
        "values": {"note": note},
        "captured_at": clock.real().isoformat(),
        "device": "hp-1",
        "app": "1+uji",
        **more,
    }


def body(account, *items, sent_at=None):
    moment = sent_at or clock.real()
    return {"sent_at": moment.isoformat(), "account": account.pk, "events": list(items)}


def send(account, *items, **more):
    """Each answer as (outcome, code)."""
    batch = receiving.read(json.dumps(body(account, *items, **more)).encode())
    return [(a.outcome, a.code) for a in receiving.take(by(account), batch)]


def test_an_event_on_the_revision_that_was_seen_is_applied(worker):
    seen = task()
    assert send(worker, item(seen.pk, base=seen.revision)) == [("applied", "")]
    seen.refresh_from_db()
    assert seen.note == "dilihat"


def test_the_same_id_again_changes_nothing_and_writes_no_second_entry(worker):
    seen = task()
    event = item(seen.pk, base=seen.revision)
    send(worker, event)
    head, revision = ledger.head(), Task.objects.get(pk=seen.pk).revision
    assert send(worker, {**event, "values": {"note": "lain"}}) == [("applied", "")]
    assert send(worker, event, event) == [("applied", "")] * 2
    assert (ledger.head(), Task.objects.get(pk=seen.pk).revision) == (head, revision)


def test_equal_values_on_an_old_revision_confirm_and_other_ones_conflict(worker):
    seen = task()
    send(worker, item(seen.pk, base=seen.revision))
    old = seen.revision
    assert send(worker, item(seen.pk, base=old), item(seen.pk, "beda", base=old)) == [
        ("confirmed", ""),
        ("conflict", "konflik"),
    ]
    seen.refresh_from_db()
    assert seen.note == "dilihat"


def test_what_a_rule_refuses_is_undone_kept_and_told(worker):
    seen = task()
    assert send(worker, item(seen.pk, REFUSED, base=seen.revision)) == [("refused", "aturan")]
    seen.refresh_from_db()
    assert (seen.note, seen.revision) == ("", 0)
    assert SyncEvent.objects.get().message == "Aturan menolak catatan ini."


def test_a_subject_of_another_place_does_not_exist(worker):
    assert send(worker, item(task(ELSEWHERE).pk)) == [("refused", "tidak-ada")]


def test_a_fault_of_ours_keeps_the_event_on_the_phone_and_holds_up_no_other(worker):
    seen = task()
    first, second = item(seen.pk, CRASH, base=0), item(seen.pk, "baik", base=0)
    assert send(worker, first, second) == [("retry", "galat"), ("applied", "")]
    assert SyncEvent.objects.count() == 1


@pytest.mark.parametrize("change", [{"app": "9+baru"}, {"kind": "belum-ada"}])
def test_an_unknown_version_or_kind_asks_for_a_reload_and_keeps_the_id_free(worker, change):
    event = item(task().pk)
    assert send(worker, {**event, **change}) == [("reload", "versi")]
    assert send(worker, event) == [("applied", "")]


@pytest.mark.parametrize(
    "change",
    [
        {"base": -1},
        {"base": True},
        {"base": 2**60},
        {"subject": ""},
        {"subject": "a\0"},
        {"values": []},
        {"values": {"a": "x" * 9000}},
        {"captured_at": "kemarin"},
        {"captured_at": "2024-01-01T00:00:00"},
        {"captured_at": "9999-12-31T23:59:59+00:00"},
        {"device": None},
    ],
)
def test_one_broken_event_is_told_apart_and_the_rest_go_on(worker, change):
    seen = task()
    assert send(worker, {**item(seen.pk), **change}, item(seen.pk)) == [
        ("refused", "bentuk"),
        ("applied", ""),
    ]


def test_an_id_of_another_account_is_not_answered_to_a_stranger(worker):
    other = factories.account("pantarlih", TPS)
    event = item(task().pk)
    send(worker, event)
    assert send(other, event) == [("refused", "aturan")]
    assert SyncEvent.objects.get().worker == worker


def test_the_values_lie_sealed(worker):
    send(worker, item(task().pk, "rahasia-lapangan"))
    row = SyncEvent.objects.get()
    assert b"rahasia" not in bytes(row.sealed)
    assert outbox.open_values(row) == ({"note": "rahasia-lapangan"}, None)


# Time


def window(closes):
    made = factories.election()
    span = Span(
        stage="coklit",
        parent="",
        order=0,
        name=Text("Coklit", "Coklit"),
        level="desa",
        division="data",
        opens=closes - timedelta(days=9),
        closes=closes,
        trigger=(),
        basis="uji",
        confirmed=True,
    )
    with setting_up():
        store.write_version(made, [span], basis="uji", reason="")
    return made


def test_recorded_before_the_stage_closed_waits_recorded_after_it_is_refused(worker):
    closes = clock.now() - timedelta(hours=1)
    seen = task(subject="stage:coklit", election=window(closes))
    before = (clock.real() - timedelta(hours=2)).isoformat()
    assert send(worker, item(seen.pk, captured_at=before), item(seen.pk)) == [
        ("late", "terlambat"),
        ("refused", "ditutup"),
    ]


def test_a_phone_whose_clock_runs_behind_cannot_come_in_late(worker):
    seen = task(subject="stage:coklit", election=window(clock.now() - timedelta(hours=1)))
    behind = clock.real() - timedelta(days=1)
    event = item(seen.pk, captured_at=behind.isoformat())
    assert send(worker, event, sent_at=behind) == [("refused", "ditutup")]


@pytest.mark.parametrize(("minutes", "told"), [(0, False), (9, False), (11, True), (-11, True)])
def test_a_clock_ten_minutes_off_is_told(worker, minutes, told):
    phone = clock.real() - timedelta(minutes=minutes)
    send(worker, item(task().pk, captured_at=phone.isoformat()), sent_at=phone)
    assert SyncEvent.objects.get().clock_is_off is told


def test_a_clock_moved_between_recording_and_sending_is_told(worker):
    ahead = (clock.real() + timedelta(hours=3)).isoformat()
    send(worker, item(task().pk, captured_at=ahead))
    assert SyncEvent.objects.get().clock_is_off


# Decisions


@pytest.fixture
def conflict(worker):
    seen = task()
    send(worker, item(seen.pk, "kantor", base=0))
    send(worker, item(seen.pk, "lapangan", base=0))
    return SyncEvent.objects.get(outcome="konflik")


def test_the_decider_sees_both_sides_and_the_field_may_win(conflict, pps):
    line = queries.waiting_event(by(pps), conflict.pk).lines[0]
    assert (line.name, line.field, line.office, line.differs) == (
        "Isi catatan",
        "lapangan",
        "kantor",
        True,
    )
    acts.decide(by=by(pps), event_id=conflict.pk, choice="lapangan", reason="ditanyakan")
    assert Task.objects.get().note == "lapangan"
    assert queries.waiting(by(pps)) == ()
    with pytest.raises(Refused):
        acts.decide(by=by(pps), event_id=conflict.pk, choice="kantor", reason="lagi")


def test_the_office_may_stand_and_a_reason_is_needed(conflict, pps):
    with pytest.raises(Refused):
        acts.decide(by=by(pps), event_id=conflict.pk, choice="kantor", reason=" ")
    acts.decide(by=by(pps), event_id=conflict.pk, choice="kantor", reason="KK diperiksa")
    assert Task.objects.get().note == "kantor"


def test_neither_the_worker_nor_another_village_decides(conflict, worker):
    with pytest.raises(Forbidden):
        acts.decide(by=by(worker), event_id=conflict.pk, choice="kantor", reason="x")
    other = by(factories.account("pps", "73.12.02.1001"))
    assert queries.waiting(other) == ()
    with pytest.raises(SyncEvent.DoesNotExist):
        acts.decide(by=other, event_id=conflict.pk, choice="kantor", reason="x")


def test_nobody_decides_an_own_record(pps):
    seen = task(VILLAGE)
    send(pps, item(seen.pk, "a", base=0), item(seen.pk, "b", base=0))
    row = SyncEvent.objects.get(outcome="konflik")
    with pytest.raises(Refused, match="orang lain"):
        acts.decide(by=by(pps), event_id=row.pk, choice="lapangan", reason="x")


# The address and the pages


def post(client, payload, **headers):
    return client.post(
        reverse("kernel:sync"), json.dumps(payload), "application/json", headers=headers
    )


def test_the_address_says_who_is_signed_in_and_takes_a_batch(worker):
    client = Client(enforce_csrf_checks=True)
    client.force_login(worker)
    state = client.get(reverse("kernel:sync")).json()
    assert state["account"] == worker.pk
    assert [one["code"] for one in state["packages"]] == ["coklit"]
    payload = body(worker, item(task().pk))
    assert post(client, payload).status_code == 403
    answer = post(client, payload, **{"X-CSRFToken": state["token"]})
    assert answer.json()["answers"][0]["outcome"] == "applied"


def test_who_is_not_signed_in_gets_401_in_json(client):
    factories.office()
    answer = post(client, {})
    assert (answer.status_code, answer.json()["code"]) == (401, "masuk")


def test_another_account_on_the_phone_is_refused_whole(client, worker):
    client.force_login(worker)
    other = factories.account("pantarlih", TPS)
    answer = post(client, body(other, item(task().pk)))
    assert (answer.status_code, answer.json()["code"]) == (409, "akun")
    assert not SyncEvent.objects.exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{", b"\xff", b'{"events": []}', b'{"sent_at":"x","account":1,"events":[]}',
     b'{"sent_at":"2024-01-01T00:00:00Z","account":1,"events":[{}]}',
     b'{"sent_at":"2024-01-01T00:00:00Z","account":1,"events":[NaN]}', b"[" * 100_000],
)  # fmt: skip
def test_a_malformed_batch_is_a_sentence(client, worker, content):
    client.force_login(worker)
    answer = client.post(reverse("kernel:sync"), content, "application/json")
    assert (answer.status_code, answer.json()["code"]) == (400, "bentuk")
    assert answer.json()["message"]


def test_more_than_a_batch_and_more_than_a_body_are_refused(client, worker):
    client.force_login(worker)
    assert post(client, body(worker, *[item(1) for _ in range(51)])).status_code == 400
    assert post(client, {"x": "a" * receiving.BODY}).status_code == 413


def test_the_pages_show_both_sides_and_take_the_decision(client, conflict, pps, worker):
    client.force_login(pps)
    assert conflict.worker_name in client.get(reverse("kernel:field_waiting")).content.decode()
    page = reverse("kernel:field_decide", args=[conflict.pk])
    text = client.get(page).content.decode()
    assert "lapangan" in text and "kantor" in text and "Jam HP" not in text
    assert client.post(page, {"choice": "kantor"}).status_code == 200
    client.post(page, {"choice": "kantor", "reason": "KK diperiksa"})
    client.force_login(worker)
    assert "KK diperiksa" in client.get(reverse("kernel:field_mine")).content.decode()


# A phone handed over


def sealed_file(payload, password="sandi-lapangan"):
    salt, iv = os.urandom(16), os.urandom(12)
    key = PBKDF2HMAC(SHA256(), 32, salt, handover.ROUNDS).derive(password.encode())
    data = AESGCM(key).encrypt(iv, json.dumps(payload).encode(), handover.MARK.encode())
    parts = {"salt": salt, "iv": iv, "data": data}
    sheet = {name: base64.b64encode(value).decode() for name, value in parts.items()}
    return json.dumps({"format": handover.MARK, **sheet}).encode()


def hand_over(client, content, password="sandi-lapangan"):
    file = SimpleUploadedFile("catatan.jurdil", content)
    return client.post(reverse("kernel:field_handover"), {"file": file, "password": password})


def test_the_file_of_a_phone_is_taken_once_and_names_who_recorded(client, worker, pps):
    event = item(task().pk)
    content = sealed_file(body(worker, event))
    client.force_login(pps)
    assert "Diterapkan" in hand_over(client, content).content.decode()
    row = SyncEvent.objects.get()
    assert (row.worker, row.sender) == (worker, pps)
    head = ledger.head()
    hand_over(client, content)
    assert send(worker, event) == [("applied", "")]
    assert ledger.head() == head


def test_who_took_a_file_in_does_not_decide_what_it_says(client, worker, pps):
    """A file names its worker, and nothing proves it: it could be written by who brings it."""
    seen = task()
    send(worker, item(seen.pk, "kantor", base=0))
    client.force_login(pps)
    hand_over(client, sealed_file(body(worker, item(seen.pk, "lapangan", base=0))))
    row = SyncEvent.objects.get(outcome="konflik")
    assert queries.waiting_event(by(pps), row.pk).own
    with pytest.raises(Refused, match="orang lain"):
        acts.decide(by=by(pps), event_id=row.pk, choice="lapangan", reason="x")
    colleague = factories.account("pps", pps.grants.get().path)
    acts.decide(by=by(colleague), event_id=row.pk, choice="lapangan", reason="ditanyakan")


@pytest.mark.parametrize("password", ["sandi-salah"])
def test_a_wrong_password_and_a_foreign_file_are_told(client, worker, pps, password):
    client.force_login(pps)
    good = sealed_file(body(worker, item(task().pk)))
    assert "tidak cocok" in hand_over(client, good, password).content.decode()
    assert "bukan berkas" in hand_over(client, b"x").content.decode()
    assert not SyncEvent.objects.exists()


def test_a_worker_of_another_village_cannot_be_named_in_a_file(client, pps):
    stranger = factories.account("pantarlih", ELSEWHERE)
    client.force_login(pps)
    hand_over(client, sealed_file(body(stranger, item(task().pk))))
    assert not SyncEvent.objects.exists()


def test_a_list_taken_along_lives_seven_days_after_its_stage():
    closes = datetime(2024, 3, 1, tzinfo=UTC)
    made = outbox.taken_along("x", [], closes=closes)
    assert datetime.fromisoformat(made["expires"]) == closes + timedelta(days=7)
    assert outbox.taken_along("x", [], closes=None)["expires"] is None
