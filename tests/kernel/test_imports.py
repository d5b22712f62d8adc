"""Imports: structural faults refuse a file whole, a preview tells all, publishing happens once."""

import json
from datetime import timedelta

import pytest

from jurdil.kernel import acts, chain, imports, policy
from jurdil.kernel.actions.imports import cancel_import, publish_import
from jurdil.kernel.faults import SHOWN, FileRefused
from jurdil.kernel.imports import staging
from jurdil.kernel.imports.rows import Digest
from jurdil.kernel.models import Holiday, ImportBatch, ImportRow, LedgerEntry
from tests import factories
from tests.kernel.sample_room.imports import HolidayImport

State = ImportBatch.State
GOOD = b"hari,nama\n2024-02-14,Hari pemungutan\n2024-04-11,Libur daerah\n"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def importer():
    imports.unregister(HolidayImport.kind)
    imports.register(HolidayImport)
    yield
    imports.unregister(HolidayImport.kind)


def read(content: bytes = GOOD, by=None, name="libur.csv", **options: str) -> ImportBatch:
    batch = staging.open_batch(
        by or factories.viewer(),
        kind="hari-libur",
        name=name,
        content=content,
        options=options,
    )
    return staging.read_now(batch.pk)


def test_a_good_file_becomes_a_preview_and_touches_no_room():
    batch = read()
    assert (batch.state, batch.rows_read, batch.rows_take, batch.rows_skip) == (
        "pratinjau",
        2,
        2,
        0,
    )
    assert [(row.number, row.key) for row in staging.taken(batch)] == [
        (2, "2024-02-14"),
        (3, "2024-04-11"),
    ]
    assert not Holiday.objects.exists()
    assert not LedgerEntry.objects.filter(act__startswith="import").exists()


def test_publishing_writes_all_rows_and_one_entry_with_file_and_digest():
    batch = read(nasional="1")
    assert publish_import(by=factories.viewer(), batch_id=batch.pk) == 2
    batch.refresh_from_db()
    assert batch.state == State.PUBLISHED
    assert list(Holiday.objects.values_list("kind", flat=True)) == ["nasional", "nasional"]
    assert not ImportRow.objects.exists()
    entry = LedgerEntry.objects.get(act="import.publish")
    assert entry.subject == f"import:{batch.pk}"
    assert entry.batch == batch.digest
    facts = json.loads(entry.payload)
    assert facts["file"] == chain.sha256(GOOD.decode())
    assert (facts["taken"], facts["kind_of_day"]) == (2, "nasional")


def test_a_second_publishing_is_refused_and_changes_nothing():
    batch = read()
    publish_import(by=factories.viewer(), batch_id=batch.pk)
    with pytest.raises(acts.Refused, match="sudah diterbitkan"):
        publish_import(by=factories.viewer(), batch_id=batch.pk)
    assert Holiday.objects.count() == 2
    assert LedgerEntry.objects.filter(act="import.publish").count() == 1


def test_rows_that_are_there_already_are_skipped_with_a_code():
    publish_import(by=factories.viewer(), batch_id=read().pk)
    batch = read(GOOD + b"2024-05-01,Hari buruh\n")
    assert (batch.rows_take, batch.rows_skip) == (1, 2)
    assert set(batch.rows.filter(take=False).values_list("code", flat=True)) == {"sudah-ada"}
    publish_import(by=factories.viewer(), batch_id=batch.pk)
    assert Holiday.objects.count() == 3


def test_what_the_file_should_hold_and_does_not_is_missing():
    batch = read(b"hari,nama\n2024-04-11,Libur\n", lengkap="2024-02-14")
    assert (batch.rows_expected, batch.missing) == (1, ["2024-02-14"])
    assert read(lengkap="2024-02-14").missing == []
    assert read().rows_expected is None


@pytest.mark.parametrize(
    ("content", "row", "column", "sentence"),
    [
        (b"", None, None, "kosong"),
        (b"hari,nama\n", None, None, "tanpa satu baris"),
        (b"hari\n2024-01-01\n", 1, "nama", "tidak ada: nama"),
        (b"hari,nama,nama\n", 1, "nama", "dua kali"),
        (b"hari,nama,urutan\n2024-01-01,A,dua\n", 2, "urutan", "bukan bilangan bulat"),
        (b"hari,nama,urutan\n2024-01-01,A,-2\n", 2, "urutan", "kurang dari nol"),
        (b"hari,nama\n2024-01-01,A\n2024-01-01,B\n", 3, "hari", "sudah ada pada baris 2"),
        ("hari,nama\n2024-01-01,Ré\n".encode("cp1252"), 2, None, "Windows-1252"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", None, None, "foto JPEG"),
    ],
)
def test_structural_faults_refuse_the_file_and_nothing_is_kept(content, row, column, sentence):
    batch = read(content)
    assert batch.state == State.REFUSED
    first = batch.faults[0]
    assert (first["row"], first["column"]) == (row, column)
    assert sentence in first["id"]
    assert first["en"] != first["id"]
    assert not ImportRow.objects.exists()
    with pytest.raises(acts.Refused):
        publish_import(by=factories.viewer(), batch_id=batch.pk)
    assert not Holiday.objects.exists()


def test_one_late_fault_refuses_thousands_of_good_rows():
    lines = [f"{2000 + n // 12 // 28}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02},H" for n in range(1300)]
    lines = list(dict.fromkeys(lines))
    batch = read("\n".join(["hari,nama", *lines, f"{lines[0]},H"]).encode())
    assert batch.state == State.REFUSED
    assert batch.faults[0]["row"] == len(lines) + 2
    assert not ImportRow.objects.exists()


def test_a_file_of_faults_is_told_by_its_first_ones():
    batch = read(b"hari,nama\n" + b",\n2024-01-01,\n" * 200)
    assert len(batch.faults) == SHOWN + 1
    assert "kesalahan lain" in batch.faults[-1]["id"]


def test_fifty_megabytes_are_refused_before_anything_is_stored():
    with pytest.raises(FileRefused, match=r"51\.0 MB, sedangkan"):
        read(b"hari,nama\n" + b"x" * 51_000_000)
    assert not ImportBatch.objects.exists()


def test_a_reader_that_crashes_leaves_a_failed_batch_without_rows():
    with pytest.raises(ZeroDivisionError):
        read(b"hari,nama\n2024-01-01,A\n2024-01-02,galat\n")
    assert ImportBatch.objects.get().state == State.FAILED
    assert not ImportRow.objects.exists()


def test_reading_again_from_the_beginning_leaves_every_row_once():
    batch = read()
    ImportBatch.objects.filter(pk=batch.pk).update(state=State.STAGING)
    batch = staging.read_now(batch.pk)
    assert (batch.attempt, batch.rows_read, batch.rows.count()) == (2, 2, 2)
    assert staging.read_now(batch.pk).attempt == 2  # a preview is not read again


def test_an_attempt_that_wakes_up_late_writes_nothing():
    batch = staging.open_batch(
        factories.viewer(), kind="hari-libur", name="a.csv", content=GOOD, options={}
    )
    late = staging._claim(batch.pk)
    staging.read_now(batch.pk)
    with pytest.raises(staging.Superseded):
        staging._write(late, [imports.StagedRow(9, "2024-09-09", {})], 1, Digest())
    assert ImportRow.objects.count() == 2


def test_a_silent_reader_is_given_up_and_its_rows_are_cleared():
    batch = staging.open_batch(
        factories.viewer(), kind="hari-libur", name="a.csv", content=GOOD, options={}
    )
    dead = staging._claim(batch.pk)
    staging._write(dead, [imports.StagedRow(2, "2024-02-14", {})], 1, Digest())
    assert staging.sweep() == 0
    assert staging.sweep(timedelta(seconds=-1)) == 1
    batch.refresh_from_db()
    assert batch.state == State.FAILED
    assert not ImportRow.objects.exists()


def test_cancelling_clears_the_rows_and_is_in_the_ledger():
    batch = read()
    cancel_import(by=factories.viewer(), batch_id=batch.pk)
    batch.refresh_from_db()
    assert batch.state == State.CANCELLED
    assert not ImportRow.objects.exists()
    assert LedgerEntry.objects.get(act="import.cancel").subject == f"import:{batch.pk}"
    for ended in (cancel_import, publish_import):
        with pytest.raises(acts.Refused):
            ended(by=factories.viewer(), batch_id=batch.pk)


def test_rows_changed_between_preview_and_publishing_are_refused():
    batch = read()
    ImportRow.objects.filter(key="2024-02-14").update(data={"name": "lain"})
    with pytest.raises(acts.Refused, match="berubah"):
        publish_import(by=factories.viewer(), batch_id=batch.pk)
    assert not Holiday.objects.exists()


def test_an_import_out_of_scope_does_not_exist():
    batch = read()
    for act in (publish_import, cancel_import):
        with pytest.raises(ImportBatch.DoesNotExist):
            act(by=factories.viewer("ppk", "73.12.01"), batch_id=batch.pk)


def test_the_importers_own_right_is_needed_for_every_step():
    stranger = factories.viewer("ppk")
    with pytest.raises(policy.Forbidden):
        read(by=stranger)
    batch = read()
    for act in (publish_import, cancel_import):
        with pytest.raises(policy.Forbidden):
            act(by=stranger, batch_id=batch.pk)


def test_a_kind_that_needs_an_election_says_so(monkeypatch):
    monkeypatch.setattr(HolidayImport, "needs_election", True)
    with pytest.raises(acts.Refused, match="Pilih pemilihan"):
        read()
    election = factories.election()
    batch = read(by=factories.viewer().about(election.pk))
    assert batch.election_id == election.pk
    assert staging.viewer_of(batch).election_id == election.pk


def test_every_importer_of_the_house_needs_a_right_of_the_matrix_and_speaks_both_languages():
    for one in imports.importers():
        assert policy.matrix()[one.right].kind == policy.ACT, one.kind
        words = [one.title, one.layout, *one.reasons.values(), *(o.label for o in one.options)]
        assert all(text.id and text.en for text in words), one.kind


def test_two_importers_of_one_kind_are_a_mistake():
    with pytest.raises(ValueError, match="two importers"):
        imports.register(HolidayImport)
    with pytest.raises(imports.UnknownKind):
        imports.importer_of("tidak-ada")
