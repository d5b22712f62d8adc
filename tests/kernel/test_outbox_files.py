"""Photos after their event: in pieces, resumed, checked, looked into, kept once."""

import json
from uuid import uuid4

import pytest

from jurdil.kernel import clock, files, outbox, photos
from jurdil.kernel.actions import outbox as acts
from jurdil.kernel.models import LedgerEntry, StoredFile, SyncEvent, SyncFile, SyncPiece
from jurdil.kernel.outbox import Applied, Conflict, Kind, attachments
from jurdil.kernel.who import viewer_for
from jurdil.law.text import Text
from tests import factories
from tests.kernel.photos import listed, picture, piece, send
from tests.voters.coklit_ground import event

pytestmark = pytest.mark.django_db
TPS = "73.12.01.1001/001"
CODE = "uji.foto"
ATTACHED = []


@pytest.fixture
def worker():
    kind = Kind(
        code=CODE,
        name=Text("Uji", "Test"),
        right="outbox.receive",
        decides="outbox.decide",
        step=lambda by, event: Applied(by.path, event.base + 1),
        attach=lambda by, event, kept: ATTACHED.append((event.subject, kept.number, kept.file_id)),
    )
    factories.office()
    ATTACHED.clear()
    outbox.register(kind)
    yield factories.account("pantarlih", TPS)
    outbox.unregister(CODE)


def announce(client, worker, *contents, name="foto.jpg"):
    client.force_login(worker)
    said = event(CODE, "contoh", note="a")
    said["files"] = listed(*contents, name=name)
    body = {"sent_at": clock.real().isoformat(), "account": worker.pk, "events": [said]}
    answer = client.post("/sync/", json.dumps(body), content_type="application/json").json()
    return said["id"], answer["answers"][0]["outcome"]


def test_a_photo_comes_in_pieces_and_is_kept_once(client, worker):
    content = picture()
    key, outcome = announce(client, worker, content)
    assert outcome == "applied" and len(content) > 200_000
    assert client.get(f"/sync/{key}/0/").json() == {"have": 0, "done": False, "message": ""}
    first = piece(client, key, 0, 0, content[:100_000]).json()
    again = piece(client, key, 0, 0, content[:100_000]).json()
    assert first == again == {"have": 100_000, "done": False, "message": ""}
    for begins in range(100_000, len(content), 100_000):
        answer = piece(client, key, 0, begins, content[begins : begins + 100_000]).json()
    assert answer["done"] and answer["message"] == ""
    kept = SyncFile.objects.get()
    assert files.content(kept.file) == content and kept.file.level == StoredFile.Level.PERSONAL
    assert [("contoh", 0, kept.file_id)] == ATTACHED
    shown = files.content(StoredFile.objects.get(pk=kept.views[0]))
    assert b"rumah pelapor" in content and b"rumah pelapor" not in shown
    assert not SyncPiece.objects.exists()
    entries = LedgerEntry.objects.filter(act="outbox.attach").count()
    assert piece(client, key, 0, 0, content[:100]).json()["done"]
    assert LedgerEntry.objects.filter(act="outbox.attach").count() == entries == 1


def test_pieces_on_their_way_lie_sealed(client, worker):
    content = picture()
    key, _outcome = announce(client, worker, content)
    piece(client, key, 0, 0, content[:50_000])
    assert content[:64] not in bytes(SyncPiece.objects.get().sealed)


def test_a_changed_photo_begins_again(client, worker):
    content = picture()
    key, _outcome = announce(client, worker, content)
    changed = content[:-1] + bytes([content[-1] ^ 1])
    assert send(client, key, changed)["have"] == 0
    assert not SyncFile.objects.exists() and not SyncPiece.objects.exists()
    assert send(client, key, content)["done"]


def test_what_is_no_photo_is_told_in_a_sentence_and_not_sent_again(client, worker):
    content = b"<script>alert(1)</script>" * 400
    key, _outcome = announce(client, worker, content, name="a.exe")
    answer = send(client, key, content)
    assert answer["done"] and "bukan foto JPEG" in answer["message"]
    assert SyncFile.objects.get().file is None and ATTACHED == []


def test_while_another_is_looked_into_the_last_piece_comes_again(client, worker, monkeypatch):
    content = picture()
    key, _outcome = announce(client, worker, content)
    monkeypatch.setattr(photos, "QUEUE", 0.05)
    with photos._worker:
        assert not send(client, key, content)["done"]
    have = client.get(f"/sync/{key}/0/").json()["have"]
    assert 0 < have < len(content)
    assert piece(client, key, 0, have, content[have:]).json()["done"]


@pytest.mark.parametrize(
    ("path", "status"),
    [("/sync/{key}/1/", 404), ("/sync/{other}/0/", 404), ("/sync/{key}/0/?mulai=x", 400)],
)
def test_what_was_not_announced_is_not_taken(client, worker, path, status):
    key, _outcome = announce(client, worker, picture())
    url = path.format(key=key, other=uuid4())
    assert client.post(url, b"a", content_type="application/octet-stream").status_code == status


def test_a_piece_is_never_larger_than_its_limit(client, worker):
    key, _outcome = announce(client, worker, picture())
    assert piece(client, key, 0, 0, b"a" * (attachments.PIECE + 1)).status_code == 400


def test_another_person_s_photo_does_not_exist(client, worker):
    content = picture()
    key, _outcome = announce(client, worker, content)
    client.force_login(factories.account("pantarlih", "73.12.01.1001/002"))
    assert piece(client, key, 0, 0, content[:100]).status_code == 404


@pytest.mark.parametrize(
    "listed",
    [
        [{"name": "a", "size": 0, "sha256": "0" * 64}],
        [{"name": "a", "size": attachments.LARGEST + 1, "sha256": "0" * 64}],
        [{"name": "a", "size": 5, "sha256": "kosong"}],
        [{"name": "a", "size": 5}],
        [{"name": "a", "size": 5, "sha256": "0" * 64}] * (attachments.MOST + 1),
        "foto",
    ],
)
def test_files_that_cannot_be_believed_break_their_event_only(client, worker, listed):
    client.force_login(worker)
    said = {**event(CODE, "contoh", note="a"), "files": listed}
    body = {"sent_at": clock.real().isoformat(), "account": worker.pk, "events": [said]}
    answer = client.post("/sync/", json.dumps(body), content_type="application/json").json()
    assert [one["outcome"] for one in answer["answers"]] == ["refused"]
    assert not SyncEvent.objects.exists()


@pytest.mark.parametrize("name", ["Foto\u202f08.jpg", "a\u200eb.jpg", "x" * 200, "../../a\x00.jpg"])
def test_an_odd_name_of_a_photo_breaks_no_record(client, worker, name):
    key, outcome = announce(client, worker, picture((30, 20)), name=name)
    assert outcome == "applied"
    [told] = outbox.announced(SyncEvent.objects.get(pk=key))
    assert 0 < len(told.name) <= 120 and told.name.isprintable() and "/" not in told.name


def test_values_nested_beyond_reading_break_their_event_only(client, worker):
    client.force_login(worker)
    said = {**event(CODE, "contoh"), "values": {"a": 0}}
    body = {"sent_at": clock.real().isoformat(), "account": worker.pk, "events": [said]}
    deep = json.dumps(body).replace('{"a": 0}', '{"a": ' + "[" * 940 + "]" * 940 + "}")
    answer = client.post("/sync/", deep, content_type="application/json")
    assert answer.status_code in (200, 400)


def either(by, event):
    """A step that meets another revision, unless a person decided for the field."""
    if not event.force:
        raise Conflict(by.path, 2, {"note": "b"})
    return Applied(TPS, 3)


def test_a_photo_of_a_conflict_waits_with_it_and_follows_its_decision(client, worker):
    outbox.unregister(CODE)
    outbox.register(
        Kind(
            code=CODE,
            name=Text("Uji", "Test"),
            right="outbox.receive",
            decides="outbox.decide",
            step=either,
            attach=lambda by, event, kept: ATTACHED.append((event.subject, kept.number)),
        )
    )
    content = picture((60, 40))
    key, outcome = announce(client, worker, content)
    assert outcome == "conflict" and send(client, key, content)["done"] and ATTACHED == []
    decider = viewer_for(factories.account("pps", "73.12.01.1001").grants.get(), factories.office())
    acts.decide(by=decider, event_id=key, choice="lapangan", reason="Ditanyakan")
    assert ATTACHED == [("contoh", 0)]


def test_only_who_recorded_or_sent_an_event_adds_a_file_to_it(client, worker):
    content = picture((60, 40))
    key, _outcome = announce(client, worker, content)
    other = factories.account("pantarlih", TPS)
    facts = {"number": 0, "sha256": "0" * 64, "photo": None, "message": "rusak"}
    with pytest.raises(SyncEvent.DoesNotExist):
        acts.attach(by=viewer_for(other.grants.get(), factories.office()), event_id=key, **facts)
