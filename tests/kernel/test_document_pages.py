"""Papers on pages: a new user drafts, initials and signs; anybody checks the PDF they hold."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jurdil.kernel import files
from jurdil.kernel.models import Document, LedgerEntry
from tests import factories, writes

pytestmark = pytest.mark.django_db

RECORD = {"title": "Rapat Pleno", "opening": "Pada hari ini.\nTelah rapat.", "points": "Setuju."}


@pytest.fixture
def desks():
    """A logged-in client per role of the chain."""
    with writes.setting_up():
        factories.office()
        people = {
            role: factories.account(role)
            for role in ("operator", "kasubbag", "sekretaris", "ketua", "anggota")
        }
    clients = {}
    for role, person in people.items():
        clients[role] = Client()
        clients[role].force_login(person)
    return clients


def draft(desks, kind="pengumuman", **values):
    answer = desks["operator"].post(
        reverse("kernel:document_new", args=[kind]), {**RECORD, **values}
    )
    assert answer.status_code == 302
    return Document.objects.latest("pk")


def step(client, document, code, **note):
    return client.post(reverse("kernel:document_step", args=[document.pk, code]), note)


def signed(desks):
    document = draft(desks)
    step(desks["kasubbag"], document, "document.initial_subhead")
    step(desks["sekretaris"], document, "document.initial_secretary")
    step(desks["ketua"], document, "document.sign")
    document.refresh_from_db()
    assert document.state == "ditandatangani"
    return document


def test_a_draft_keeps_its_lines_as_paragraphs_and_points(desks):
    document = draft(desks)
    assert document.data["body"]["opening"] == ["Pada hari ini.", "Telah rapat."]
    assert document.data["body"]["points"] == ["Setuju."]
    page = desks["operator"].get(reverse("kernel:document", args=[document.pk]))
    assert "Rapat Pleno" in page.content.decode()


def test_the_list_says_what_waits_for_the_reader(desks):
    document = draft(desks)
    waiting = reverse("kernel:documents") + "?tunggu=1"
    assert "Rapat Pleno" in desks["kasubbag"].get(waiting).content.decode()
    assert "Rapat Pleno" not in desks["ketua"].get(waiting).content.decode()
    step(desks["kasubbag"], document, "document.initial_subhead")
    assert "Tidak ada yang menunggu Anda" in desks["kasubbag"].get(waiting).content.decode()


def test_the_page_offers_only_the_next_step_to_its_holder(desks):
    document = draft(desks)
    address = reverse("kernel:document", args=[document.pk])
    assert "Bubuhkan paraf" in desks["kasubbag"].get(address).content.decode()
    assert "Bubuhkan paraf" not in desks["operator"].get(address).content.decode()
    answer = step(desks["ketua"], document, "document.sign")
    assert answer.status_code == 422
    assert "belum dapat diambil" in answer.content.decode()


def test_a_refusal_needs_its_button_and_its_reason(desks):
    document = draft(desks, kind="ba")
    step(desks["kasubbag"], document, "document.initial_subhead")
    step(desks["sekretaris"], document, "document.initial_secretary")
    step(desks["ketua"], document, "document.sign", note="catatan saja")
    step(desks["anggota"], document, "document.sign", note="Angka belum cocok", tolak="1")
    document.refresh_from_db()
    notes = {s.capacity: s.note for s in document.steps.filter(state="ditandatangani")}
    assert notes == {"Ketua KPU": "", "Anggota KPU": "Angka belum cocok"}


def test_refusing_without_a_reason_signs_nothing(desks):
    document = draft(desks, kind="ba")
    step(desks["kasubbag"], document, "document.initial_subhead")
    step(desks["sekretaris"], document, "document.initial_secretary")
    answer = step(desks["anggota"], document, "document.sign", note=" ", tolak="1")
    assert answer.status_code == 422
    assert not document.steps.filter(state="ditandatangani").exists()


def test_the_pictures_and_the_pdf_are_of_the_same_frozen_paper(desks):
    document = signed(desks)
    content = desks["operator"].get(reverse("kernel:document_pdf", args=[document.pk])).content
    assert content == files.content(document.file)
    assert document.data["printed"][0] < LedgerEntry.objects.latest("seq").seq
    page = desks["operator"].get(reverse("kernel:document_picture", args=[document.pk, 1]))
    assert page.content.startswith(b"\x89PNG")
    none = desks["operator"].get(reverse("kernel:document_picture", args=[document.pk, 9]))
    assert none.status_code == 404


def test_anybody_checks_the_pdf_they_hold(desks):
    document = signed(desks)
    address = reverse("kernel:check", args=[document.check_code])
    visitor = Client()
    shown = visitor.get(address).content.decode()
    assert document.number in shown and "Telah rapat" not in shown
    genuine = files.content(document.file)
    for content, verdict in (
        (genuine, "sama persis"),
        (genuine.replace(b"2024", b"2025", 1) + b" ", "tidak sama"),
    ):
        held = SimpleUploadedFile("naskah.pdf", content, "application/pdf")
        assert verdict in visitor.post(address, {"file": held}).content.decode()


def test_a_draft_is_nobodys_business_outside(desks):
    document = draft(desks)
    assert Client().get(reverse("kernel:check", args=[document.check_code])).status_code == 404
    assert Client().get(reverse("kernel:document_pdf", args=[document.pk])).status_code == 302


def test_number_and_file_of_the_letter_system_are_recorded(desks):
    document = signed(desks)
    address = reverse("kernel:document_external", args=[document.pk])
    wrong = SimpleUploadedFile("surat.pdf", b"bukan pdf", "application/pdf")
    values = {"external_number": "123/PL/2024", "dated": "2024-02-15"}
    page = desks["operator"].post(address, {**values, "file": wrong})
    assert "bukan PDF" in page.content.decode()
    right = SimpleUploadedFile("surat.pdf", b"%PDF-1.7 contoh", "application/pdf")
    assert desks["operator"].post(address, {**values, "file": right}).status_code == 302
    document.refresh_from_db()
    assert document.external_number == "123/PL/2024"
    assert files.content(document.signed_file) == b"%PDF-1.7 contoh"


def test_the_list_asks_as_often_for_six_papers_to_sign_as_for_one(desks):
    counted = []
    for at in range(6):
        document = draft(desks, title=f"Naskah {at}")
        step(desks["kasubbag"], document, "document.initial_subhead")
        step(desks["sekretaris"], document, "document.initial_secretary")
        with CaptureQueriesContext(connection) as asked:
            page = desks["ketua"].get(reverse("kernel:documents") + "?tunggu=1")
        assert f"Naskah {at}" in page.content.decode()
        counted.append(len(asked))
    assert len(set(counted)) == 1
    others = desks["anggota"].get(reverse("kernel:documents") + "?tunggu=1").content.decode()
    assert "Naskah 0" not in others
