"""Minutes, decree and announcement of seats carry the tables of the law, and print."""

import io

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from jurdil.kernel.models import Document
from jurdil.seats import actions
from tests import factories
from tests.seats import ground

pytestmark = pytest.mark.django_db

VOTES = {"Melati": [300, 200], "Kenanga": [250, 10], "Seroja": [90, 80]}


def entered(role="operator") -> Client:
    client = Client()
    client.force_login(factories.account(role))
    return client


@pytest.fixture
def held():
    made = ground.one_dapil(4, VOTES)
    actions.count_seats(by=factories.viewer(), election_id=made.pk, contest=ground.CONTEST)
    return made


@pytest.mark.parametrize("kind", ["ba", "keputusan", "pengumuman"])
def test_a_paper_prints_seats_and_members(held, kind):
    client = entered()
    answer = client.post(reverse("seats:paper", args=[held.pk, ground.CONTEST, kind]))
    paper = Document.objects.get()
    assert answer.headers["Location"] == reverse("kernel:document", args=[paper.pk])
    content = client.get(reverse("kernel:document_pdf", args=[paper.pk])).content
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    assert "Calon Melati 2" in text
    assert "Calon Seroja 2" not in text
    assert ("166,7 (4)" in text) is (kind == "ba")


def test_who_may_not_draft_makes_no_paper(held):
    client = entered("saksi")
    answer = client.post(reverse("seats:paper", args=[held.pk, ground.CONTEST, "ba"]))
    assert answer.status_code == 403
    assert (
        client.post(reverse("seats:paper", args=[held.pk, ground.CONTEST, "surat"])).status_code
        == 404
    )
    assert not Document.objects.exists()
