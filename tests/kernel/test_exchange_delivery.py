"""Deliveries call the address on record and nobody else, and believe signed receipts only."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.test import Client
from django.urls import reverse

from jurdil.kernel import exchange
from jurdil.kernel.exchange import codec, delivery, jobs, posting
from jurdil.kernel.models import Parcel, ParcelTry
from jurdil.kernel.queries import exchange as queries
from tests import factories
from tests.jobs import work
from tests.kernel import exchange_ground as ground
from tests.kernel.exchange_ground import OtherHouse
from tests.kernel.test_exchange import post

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def house():
    factories.office()
    factories.election()
    ground.known()
    yield
    exchange.unregister(ground.TYPE)


@contextmanager
def answering(reply):
    """A server whose answer `reply(body)` makes: (status, headers, body). Yields what it saw."""
    seen = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            seen.append((self.path, dict(self.headers), body))
            status, headers, content = reply(body)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_arguments):
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", seen
    finally:
        server.shutdown()
        server.server_close()


def delivered(reply, *, prefix="") -> tuple[Parcel, str, list]:
    """What one delivery to a server that answers so came to."""
    with answering(lambda body: reply(other, body)) as (address, seen):
        other = OtherHouse(address=address + prefix)
        other.introduced()
        parcel = post(other)
        code = delivery.deliver(parcel.pk)
    parcel.refresh_from_db()
    return parcel, code, seen


def receipt(other, body, **changes):
    opened = codec.unseal(body, other.own.sealing)
    said = other.receipt(opened, **changes)
    return 200, {"Content-Type": posting.MEDIA_TYPE}, other.packed(said)


def test_a_package_that_is_receipted_is_delivered():
    parcel, code, seen = delivered(receipt, prefix="/rumah")
    assert (parcel.state, code) == ("diterima", "diterima")
    assert seen[0][0] == "/rumah/pertukaran/masuk/"
    assert "Cookie" not in seen[0][1]


def test_a_package_that_is_held_over_there_says_why():
    parcel, code, _seen = delivered(
        lambda other, body: receipt(
            other, body, outcome="ditahan", code="versi", facts={"schema": "2", "known": "1"}
        )
    )
    assert (parcel.state, code) == ("ditahan", "versi")
    row = queries.sent(factories.viewer("ketua")).rows[0]
    assert "versi 2" in row.reason.id and "up to version 1" in row.reason.en


@pytest.mark.parametrize(
    ("status", "headers", "content", "code"),
    [
        (302, {"Location": "http://169.254.169.254/"}, b"", "jawaban"),
        (307, {"Location": "/lain/"}, b"", "jawaban"),
        (200, {"Content-Type": "text/html"}, b"<h1>Selamat datang</h1>", "jawaban"),
        (200, {"Content-Type": posting.MEDIA_TYPE}, b"x" * 70_000, "jawaban"),
        (200, {"Content-Type": posting.MEDIA_TYPE}, b"JURDIL-PAKET-1\n", "jawaban"),
        (200, {"Content-Type": "application/json"}, b'{"code": "diterima"}', "diterima"),
        (422, {"Content-Type": "application/json"}, b'{"code": "tak-dikenal"}', "tak-dikenal"),
        (422, {"Content-Type": "application/json"}, b'{"code": "<script>"}', "jawaban"),
        (422, {"Content-Type": "application/json"}, b"[1]", "jawaban"),
        (500, {"Content-Type": "application/json"}, b"[" * 60_000, "jawaban"),
    ],
)
def test_an_answer_without_signature_closes_nothing(status, headers, content, code):
    parcel, said, seen = delivered(lambda _other, _body: (status, headers, content))
    assert (parcel.state, said, len(seen)) == ("menunggu", code, 1)
    assert ParcelTry.objects.get().code == code


def test_a_receipt_that_somebody_else_signed_closes_nothing():
    stranger = OtherHouse()

    def forged(other, body):
        opened = codec.unseal(body, other.own.sealing)
        return (
            200,
            {"Content-Type": posting.MEDIA_TYPE},
            stranger.packed(other.receipt(opened)),
        )

    parcel, code, _seen = delivered(forged)
    assert (parcel.state, code) == ("menunggu", "jawaban")


def test_nobody_there_is_a_sentence_and_a_next_try():
    other = OtherHouse(address="http://127.0.0.1:9")
    other.introduced()
    parcel = post(other)
    assert delivery.deliver(parcel.pk) == "sambungan"
    page = queries.parcel(factories.viewer("ketua"), parcel.pk)
    assert "http://127.0.0.1:9" in page.tries[0].reason.id
    assert page.next_try is not None


def test_official_houses_call_neither_themselves_nor_plain_http():
    other = OtherHouse(address="http://127.0.0.1:9")
    other.introduced()
    parcel = post(other)
    office = factories.office()
    with ground.in_mode(office, "resmi"):
        assert delivery.deliver(parcel.pk) == "alamat"
        parcel.partner.address = "https://127.0.0.1:9"
        with pytest.raises(delivery.Stop):
            delivery.call(parcel.partner, b"")


def test_an_office_without_address_is_not_called():
    other = OtherHouse()
    other.introduced()
    parcel = post(other)
    assert jobs.sweep() == 1
    work()
    assert not ParcelTry.objects.exists()
    assert delivery.deliver(parcel.pk) == "alamat"


def test_the_look_queues_what_is_due_once(django_capture_on_commit_callbacks):
    with answering(lambda body: receipt(other, body)) as (address, seen):
        other = OtherHouse(address=address)
        other.introduced()
        parcel = post(other)
        jobs.sweep()
        jobs.sweep()
        work()
        jobs.sweep()
        work()
    parcel.refresh_from_db()
    assert (parcel.state, len(seen)) == ("diterima", 1)


def test_the_intake_answers_with_a_sealed_receipt_and_strangers_with_a_code():
    other, client = OtherHouse(), Client(enforce_csrf_checks=True)
    other.introduced()
    url = reverse("kernel:exchange_intake")
    answer = client.post(url, other.package(), content_type=posting.MEDIA_TYPE)
    assert answer.status_code == 200
    assert other.opened(answer.content)["outcome"] == "diterima"
    for raw, status, code in (
        (b"bukan paket", 422, "rusak"),
        (OtherHouse().package(), 422, "tak-dikenal"),
        (bytes(codec.MOST_BYTES + 1), 413, "besar"),
    ):
        answer = client.post(url, raw, content_type=posting.MEDIA_TYPE)
        assert (answer.status_code, json.loads(answer.content)) == (status, {"code": code})
    assert client.get(url).status_code == 405


def test_the_intake_asks_to_wait_who_calls_too_often(monkeypatch):
    from jurdil.kernel.views import exchange as views

    monkeypatch.setattr(views, "CALLS", 2)
    url = reverse("kernel:exchange_intake")
    answers = [Client().post(url, b"x", content_type="a/b").status_code for _ in range(3)]
    assert answers == [422, 422, 429]
