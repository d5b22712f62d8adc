"""New notices of a re-vote: who is on the list gets one once it is decided; printing is known."""

import io
import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Document, LedgerEntry
from jurdil.kernel.policy import Forbidden
from jurdil.results import actions, queries
from jurdil.results.models import LangkahUlang
from jurdil.voters import notices
from tests import factories
from tests.results.test_entry import held, person  # noqa: F401
from tests.results.test_revote import decide, propose
from tests.voters import chain_sample
from tests.voters.people import elements, enlist

pytestmark = pytest.mark.django_db
NAMES = ["Contoh Pertama", "Contoh Kedua", "Contoh Ketiga", "Contoh Keempat"]


@pytest.fixture
def listed(held):  # noqa: F811
    """The election with a DPT: four voters at the TPS, one at the next."""
    village = held.tps.partition("/")[0]
    rows = enlist(*(elements(name) for name in NAMES), village=village)
    rows += enlist(elements("Contoh Lain"), village=village, tps="002")
    chain_sample.determined(factories.viewer(), held, [row.pemilih_id for row in rows])
    return held


def words(content: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def test_the_voters_of_the_tps_are_called_to_the_day_without_their_numbers(listed):
    case = decide(propose(listed), number="5/Kpt/2024")
    made = actions.print_notices(by=person(), case_id=case.pk)
    said = words(made.pdf())
    assert made.voters == len(NAMES)
    assert len(PdfReader(io.BytesIO(made.pdf())).pages) == 2
    assert all(said.count(name) == 2 for name in NAMES)
    assert "Contoh Lain" not in said
    assert not re.search(r"\b99\d{14}\b", said)
    assert "Sabtu, 24 Februari 2024" in said
    assert "07.00–13.00" in said
    assert "5/Kpt/2024" in said
    assert "belum dikonfirmasi" in said


def test_the_decree_and_the_page_name_the_number_and_differing_numbers_are_told(listed):
    case = decide(propose(listed))
    paper = Document.objects.get(pk=case.decision_id)
    assert case.voters == 4
    assert "C.Pemberitahuan baru: 4 lembar" in " ".join(paper.data["body"]["decisions"])
    other = decide(propose(listed, contests=["dpr"]), voters=251)
    client = Client()
    client.force_login(factories.account("ketua", "73.12"))
    page = client.get(reverse("results:revote", args=[other.pk])).content.decode()
    assert "Keputusan menyebut 251 lembar, sedangkan DPT TPS ini memuat 4 pemilih." in page


def test_printing_is_a_step_of_the_case_and_an_entry_without_names(listed):
    case = decide(propose(listed))
    client = Client()
    client.force_login(factories.account("operator", "73.12"))
    answer = client.post(reverse("results:revote_notices", args=[case.pk]))
    assert answer["Content-Type"] == "application/pdf"
    assert LangkahUlang.objects.last().note == "C.Pemberitahuan dicetak: 4 lembar"
    entry = LedgerEntry.objects.get(act="results.print_notices")
    assert '"voters":4' in entry.payload.replace(" ", "")
    assert "Contoh" not in entry.payload


def test_only_between_decision_and_vote_only_for_a_vote_and_only_by_who_may(listed):
    case = propose(listed)
    with pytest.raises(Refused, match="sesudah pemungutannya diputus"):
        actions.print_notices(by=person(), case_id=case.pk)
    decide(case)
    with pytest.raises(Forbidden):
        actions.print_notices(by=person("ketua"), case_id=case.pk)
    again = {"kind": "hitung-ulang", "contests": ["dpr"], "ground": "hitung-ulang-jumlah-berbeda"}
    recount = decide(propose(listed, **again), held_on=date(2024, 2, 15))
    with pytest.raises(Refused, match="sesudah pemungutannya diputus"):
        actions.print_notices(by=person(), case_id=recount.pk)
    decree = Document.objects.get(pk=recount.decision_id).data["body"]["decisions"]
    assert "C.Pemberitahuan" not in " ".join(decree)


def test_without_the_list_in_the_house_the_page_says_so(held):  # noqa: F811
    case = decide(propose(held), voters=251)
    assert notices.listed(held.pk, held.tps) is None
    assert queries.revote(person("ketua"), case.pk).voters == 251
    client = Client()
    client.force_login(factories.account("operator", "73.12"))
    page = client.get(reverse("results:revote", args=[case.pk])).content.decode()
    assert "DPT TPS ini belum ditetapkan di sini" in page
    assert reverse("results:revote_notices", args=[case.pk]) not in page
    with pytest.raises(Refused, match="dari aplikasi asal daftarnya"):
        actions.print_notices(by=person(), case_id=case.pk)
