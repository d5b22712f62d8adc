"""National votes for the threshold: from a paper, in versions; eight parties passed in 2024."""

import csv
import io

import pytest
from django.test import Client
from django.urls import reverse

from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Election, ImportBatch, LedgerEntry
from jurdil.kernel.policy import Forbidden
from jurdil.parties import actions as parties
from jurdil.parties.records import LIST, Entry
from jurdil.seats import queries
from jurdil.seats.models import SuaraNasional
from tests import factories
from tests.results import ground

pytestmark = pytest.mark.django_db
VOTES = {"1": 400, "2": 9_561, "3": 39}
"""Ten thousand in all: 400 is exactly four per cent, 39 is not."""


@pytest.fixture
def held():
    made = ground.election()
    rows = [Entry("dpr", LIST, number, f"Partai {number}") for number in (1, 2, 3)]
    parties.register(by=factories.viewer("operator"), election_id=made.pk, entries=rows)
    return made


def sheet(votes: dict[str, int], paper: str = "Keputusan contoh nomor 1") -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["party", "votes", "sumber"])
    writer.writerows([party, count, paper] for party, count in votes.items())
    return out.getvalue().encode()


def read(held, content: bytes, **options: str) -> ImportBatch:
    return ground.read(held, "national-votes", content, **{"contest": "dpr", **options})


def bring(held, content: bytes) -> None:
    batch = read(held, content)
    assert batch.state == ImportBatch.State.PREVIEW, batch.faults
    publish_import(by=ground.operator(held), batch_id=batch.pk)


def test_a_party_with_exactly_four_per_cent_takes_part_and_the_figures_say_why(held):
    bring(held, sheet(VOTES))
    page = queries.threshold_page(factories.viewer(), held.pk, "dpr")
    assert [(line.party, line.passes) for line in page.lines] == [
        ("2", True),
        ("1", True),
        ("3", False),
    ]
    assert page.needed.value == 400
    assert [one.value for one in page.needed.inputs] == [4, 10_000]
    assert page.needed.article == "UU 7/2017 Pasal 414"
    assert '"votes":10000' in LedgerEntry.objects.latest("seq").payload.replace(" ", "")


def test_a_later_paper_is_a_new_version_and_the_old_one_stays(held):
    bring(held, sheet(VOTES))
    bring(held, sheet({**VOTES, "1": 399}, "Keputusan contoh nomor 2"))
    page = queries.threshold_page(factories.viewer(), held.pk, "dpr")
    assert [(one.number, one.source) for one in page.versions] == [
        (2, "Keputusan contoh nomor 2"),
        (1, "Keputusan contoh nomor 1"),
    ]
    assert not next(line for line in page.lines if line.party == "1").passes
    assert SuaraNasional.objects.get(number=1).votes == VOTES


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"party,votes\n1,5\n1,6\n", "duplicate"),
        (b"party,votes\n1,-5\n", "negative"),
        (b"party,votes\n1,\n", "empty"),
        (b"party,votes,sumber\n1,5,A\n2,6,B\n", "source"),
        (b"party\n1\n", "missing-column"),
    ],
)
def test_a_file_that_is_none_is_refused_whole(held, content, kind):
    batch = read(held, content)
    assert batch.state == ImportBatch.State.REFUSED
    assert kind in str(batch.faults)


def test_a_stranger_is_left_out_and_a_missing_party_refused(held):
    batch = read(held, sheet({"1": 5, "2": 6, "9": 1}))
    assert dict(batch.rows.values_list("key", "code")) == {"1": "", "2": "", "9": "bukan-peserta"}
    assert batch.missing == ["3"]
    with pytest.raises(Refused, match="1 partai tidak ada dalam berkas"):
        publish_import(by=ground.operator(held), batch_id=batch.pk)
    assert not SuaraNasional.objects.exists()


def test_only_contests_with_a_threshold_and_only_the_office(held):
    with pytest.raises(Election.DoesNotExist):
        queries.threshold_page(factories.viewer(), held.pk, "dprd-kab")
    with pytest.raises(Refused):
        read(held, sheet(VOTES), contest="dprd-kab")
    ppk = ground.operator(held, "ppk", "73.12.01")
    with pytest.raises(Forbidden):
        ground.read(held, "national-votes", sheet(VOTES), ppk, contest="dpr")


def test_the_page_tells_what_to_do_next_and_then_who_takes_part(held):
    client = Client()
    client.force_login(factories.account("operator", "73.12"))
    url = reverse("seats:threshold", args=[held.pk, "dpr"])
    assert "Suara nasional belum dicatat" in client.get(url).content.decode()
    assert url in client.get(reverse("seats:index")).content.decode()
    bring(held, sheet(VOTES))
    page = client.get(url).content.decode()
    assert "2. Partai 2" in page
    assert "tidak ikut" in page
    assert "Keputusan contoh nomor 1" in page
    visitor = Client().get(url)
    assert visitor.status_code == 200
    assert "Suara nasional dari berkas" not in visitor.content.decode()
