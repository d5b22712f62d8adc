"""The list of participants as a file: one name per ballot number, faults by row and column."""

import pytest

from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.imports import staging
from jurdil.kernel.models import ImportBatch
from jurdil.parties import queries
from jurdil.parties.models import Candidate, Participant
from tests import factories

pytestmark = pytest.mark.django_db

HEAD = "contest,number,name,short,dapil,candidate_no,candidate,sex\n"
GOOD = (
    "ppwp,1,Satu – Wakil Satu,,,,,\n"
    "dprd-kab,4,Partai Empat,P4,d1,1,Ani,P\n"
    "dprd-kab,4,Partai Empat,P4,d1,2,Budi,L\n"
    "dprd-kab,4,Partai Empat,P4,d2,1,Cici,p\n"
)


@pytest.fixture
def held():
    return factories.election(contests=["ppwp", "dprd-kab"])


def read(held, rows: str, head: str = HEAD) -> ImportBatch:
    batch = staging.open_batch(
        factories.viewer(election_id=held.pk),
        kind="participants",
        name="peserta.csv",
        content=(head + rows).encode(),
    )
    return staging.read_now(batch.pk)


def test_a_good_list_is_registered_and_the_same_again_is_left_out(held):
    batch = read(held, GOOD)
    assert (batch.rows_take, batch.faults) == (4, [])
    publish_import(by=factories.viewer(election_id=held.pk), batch_id=batch.pk)
    assert Participant.objects.count() == 2
    ballot = queries.ballot(factories.viewer(), held.pk, "dprd-kab", "d1")
    assert ballot.labels["partai_4"] == "P4"
    assert [person.name for person in ballot.lines[0].people] == ["Ani", "Budi"]
    assert Candidate.objects.get(name="Cici").sex == "P"
    again = read(held, GOOD)
    assert (again.rows_take, again.rows_skip) == (0, 4)
    assert set(again.rows.values_list("code", flat=True)) == {"terdaftar"}


@pytest.mark.parametrize(
    ("rows", "row", "column"),
    [
        ("bupati,1,Satu,,,,,\n", 2, "contest"),
        ("ppwp,0,Satu,,,,,\n", 2, "number"),
        ("ppwp,,Satu,,,,,\n", 2, "number"),
        ("ppwp,1,,,,,,\n", 2, "name"),
        ("ppwp,1,Satu,,,,,\nppwp,1,Lain,,,1,Ani,P\n", 3, "name"),
        ("ppwp,1,Satu,,,1,,P\n", 2, "candidate"),
        ("ppwp,1,Satu,,,,Ani,P\n", 2, "candidate_no"),
        ("ppwp,1,Satu,,,0,Ani,P\n", 2, "candidate_no"),
        ("ppwp,1,Satu,,,1,Ani,X\n", 2, "sex"),
        ("ppwp,1,Satu,,,1,Ani,P\nppwp,1,Satu,,,1,Budi,L\n", 3, "candidate_no"),
        (f"ppwp,1,{'x' * 201},,,,,\n", 2, "name"),
    ],
)
def test_a_fault_is_named_by_row_and_column_and_nothing_is_kept(held, rows, row, column):
    batch = read(held, rows)
    assert batch.state == ImportBatch.State.REFUSED
    assert (batch.faults[0]["row"], batch.faults[0]["column"]) == (row, column)
    assert not Participant.objects.exists()


def test_a_number_that_is_on_record_keeps_its_name(held):
    publish_import(
        by=factories.viewer(election_id=held.pk), batch_id=read(held, "ppwp,1,Satu,,,,,\n").pk
    )
    batch = read(held, "ppwp,1,Lain,,,,,\n")
    assert "sudah milik “Satu”, bukan “Lain”" in batch.faults[0]["id"]


def test_national_parties_are_offered_for_lists_and_registered_under_their_numbers(client, held):
    client.force_login(factories.account("operator"))
    url = f"/peserta/{held.pk}/dprd-kab/"
    assert "Catat 18 partai nasional" in client.get(url).content.decode()
    assert client.post(f"{url}partai-nasional/").status_code == 302
    lines = queries.participants(factories.viewer(), held.pk, "dprd-kab")
    assert [line.number for line in lines] == [*range(1, 18), 24]
    assert client.post(f"/peserta/{held.pk}/ppwp/partai-nasional/").status_code == 404
    client.force_login(factories.account("ppk", "73.12.01"))
    assert client.post(f"{url}partai-nasional/").status_code == 403
