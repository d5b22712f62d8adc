"""Two people introduce an office; a clerk takes in a stick; each refusal is a sentence."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from jurdil.kernel import exchange
from jurdil.kernel.exchange import cards, codec, keys
from jurdil.kernel.models import Held, Parcel, PartnerKey
from tests import factories
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


def browser(role: str) -> Client:
    made = Client()
    made.force_login(factories.account(role))
    return made


def stick(content: bytes) -> dict:
    return {"file": SimpleUploadedFile("x.jurdil-paket", content)}


def test_a_card_is_entered_by_one_and_confirmed_from_paper_by_another():
    other, keeper, chair = OtherHouse(), browser("sekretaris"), browser("ketua")
    new = reverse("kernel:partner_new")
    bad = keeper.post(new, {"text": "bukan kartu"}).content.decode()
    assert "bukan kartu perkenalan" in bad
    card = SimpleUploadedFile("k.jurdil-kartu", other.card.encode())
    keeper.post(new, {"file": card})
    key = PartnerKey.objects.get()
    page = reverse("kernel:partner", args=[key.partner_id])
    seen = keeper.get(page).content.decode()
    assert "dikukuhkan oleh orang lain" in seen
    assert cards.in_groups(key.fingerprint) not in seen
    confirm = reverse("kernel:partner_confirm", args=[key.partner_id, key.pk])
    wrong = chair.post(confirm, {"fingerprint": "A" * 32, "letter": "1/2024"}).content.decode()
    assert "tidak sama dengan kartu" in wrong
    right = {"fingerprint": cards.in_groups(key.fingerprint).lower(), "letter": "1/2024"}
    assert chair.post(confirm, right).status_code == 302
    assert "Berlaku" in chair.get(page).content.decode()


def test_our_card_shows_fingerprint_and_code_and_is_a_file():
    chair, card = browser("ketua"), keys.newest().card
    page = chair.get(reverse("kernel:own_card")).content.decode()
    assert cards.in_groups(card.fingerprint) in page and "<svg" in page
    assert cards.read(chair.get(reverse("kernel:card_file")).content.decode()) == card


def test_a_stick_is_taken_in_and_its_receipt_carried_back():
    other, clerk = OtherHouse(), browser("operator")
    other.introduced()
    answer = clerk.post(
        reverse("kernel:exchange_carry"), stick(other.package("<b>tebal</b>")), follow=True
    )
    page = answer.content.decode()
    assert "Paket diterima" in page and "&lt;b&gt;tebal&lt;/b&gt;" in page
    parcel = Parcel.objects.get()
    receipt = clerk.get(reverse("kernel:parcel_receipt", args=[parcel.pk])).content
    assert other.opened(receipt)["digest"] == parcel.digest


def test_a_stick_that_is_not_taken_in_shows_why_and_can_be_put_aside():
    other, clerk = OtherHouse(), browser("operator")
    other.introduced()
    raw = other.package(type="belum-ada", title="<script>alert(1)</script>")
    page = clerk.post(reverse("kernel:exchange_carry"), stick(raw), follow=True).content.decode()
    assert "tidak dikenal di kantor ini" in page and "<script>alert" not in page
    held = reverse("kernel:held", args=[Held.objects.get().pk])
    assert "Tulis mengapa" in clerk.post(held, {"discard": "1"}).content.decode()
    assert "belum-ada" in clerk.get(reverse("kernel:exchange")).content.decode()
    again = clerk.post(held, {"again": "1"}, follow=True).content.decode()
    assert "tidak dikenal di kantor ini" in again
    clerk.post(held, {"discard": "1", "reason": "Salah kirim"})
    assert Held.objects.get().state == "disisihkan"


def test_a_package_of_ours_is_downloaded_for_a_stick():
    other, clerk = OtherHouse(), browser("operator")
    other.introduced()
    parcel = post(other)
    page = clerk.get(reverse("kernel:parcel", args=[parcel.pk])).content.decode()
    assert "Unduh untuk diserahkan" in page and "kepada mereka" in page
    raw = clerk.post(reverse("kernel:parcel_hand", args=[parcel.pk])).content
    assert codec.unseal(raw, other.own.sealing).digest == parcel.digest


def test_an_address_is_recorded_in_shape_and_a_key_ended_with_a_reason():
    other, keeper = OtherHouse(), browser("sekretaris")
    partner = other.introduced()
    address = reverse("kernel:partner_address", args=[partner.pk])
    assert "https://" in keeper.post(address, {"address": "file:///x"}).content.decode()
    assert keeper.post(address, {"address": "https://a.contoh/"}).status_code == 302
    partner.refresh_from_db()
    assert partner.address == "https://a.contoh"
    revoke = reverse("kernel:partner_revoke", args=[partner.pk, PartnerKey.objects.get().pk])
    assert keeper.post(revoke, {"reason": "Kunci hilang"}).status_code == 302
    assert "Dicabut" in keeper.get(reverse("kernel:partner", args=[partner.pk])).content.decode()
