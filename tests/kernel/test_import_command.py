"""`jurdil import`: nothing is written without --commit, and a refused file ends with code 2."""

import pytest

from jurdil.kernel import clock, imports
from jurdil.kernel.imports import command
from jurdil.kernel.models import Holiday, ImportBatch, ImportRow, LedgerEntry
from tests import factories
from tests.kernel.sample_room.imports import HolidayImport

pytestmark = pytest.mark.django_db
CONTENT = "hari,nama\n2024-02-14,Hari pemungutan\n2024-04-11,Libur daerah\n"


@pytest.fixture(autouse=True)
def importer():
    imports.unregister(HolidayImport.kind)
    imports.register(HolidayImport)
    yield
    imports.unregister(HolidayImport.kind)


@pytest.fixture
def bring(tmp_path):
    def bring(content=CONTENT, kind="hari-libur", election=None, commit=False, **options):
        file = tmp_path / "libur.csv"
        file.write_text(content)
        return command.import_file(kind, file, election=election, options=options, commit=commit)

    return bring


def test_a_preview_prints_what_would_happen_and_leaves_no_row(bring, capsys):
    factories.office()
    assert bring(lengkap="2024-02-14") == 0
    printed = capsys.readouterr().out
    assert "Dibaca 2 baris: 2 akan diambil, 0 dilewati." in printed
    assert "Seharusnya ada 1; 0 tidak ada" in printed
    assert "--commit" in printed
    assert not (Holiday.objects.exists() or ImportBatch.objects.exists())
    assert not LedgerEntry.objects.filter(act__startswith="import").exists()


def test_commit_publishes_and_names_the_ledger_entry(bring, capsys):
    factories.office()
    assert bring(commit=True) == 0
    entry = LedgerEntry.objects.get(act="import.publish")
    assert f"Diterbitkan: 2 baris. Nomor jejak: {entry.seq}." in capsys.readouterr().out
    assert Holiday.objects.count() == 2
    assert (entry.actor, entry.actor_role) == (None, "sistem")


def test_the_same_file_again_has_nothing_to_take(bring, capsys):
    factories.office()
    bring(commit=True)
    assert bring(commit=True) == 0
    printed = capsys.readouterr().out
    assert "sudah-ada (2): Hari ini sudah tercatat." in printed
    assert "tidak ada yang disimpan" in printed
    assert LedgerEntry.objects.filter(act="import.publish").count() == 1


def test_a_refused_file_is_explained_on_the_error_stream(bring, capsys):
    factories.office()
    assert bring("hari,nama\n2024-02-14,\n", commit=True) == command.REFUSED
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "Baris 2, kolom nama: sel ini kosong." in printed.err
    assert not ImportRow.objects.exists()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"kind": "lain"}, "Jenis “lain” tidak ada. Yang ada: "),
        ({"warna": "biru"}, "Pilihan ini tidak ada: warna. Yang ada: nasional, lengkap."),
        ({"lengkap": "2024-01-01"}, "Pilih “Hari yang harus ada”: 2024-02-14."),
    ],
)
def test_what_does_not_exist_is_named_with_what_does(bring, capsys, given, sentence):
    factories.office()
    assert bring(**given) == command.REFUSED
    assert sentence in capsys.readouterr().err


def test_without_an_office_nothing_can_be_brought_in(bring, capsys):
    assert clock.office() is None
    assert bring() == command.REFUSED
    assert "jurdil init" in capsys.readouterr().err


def test_the_only_running_election_is_meant_unless_there_are_two(bring, capsys, monkeypatch):
    monkeypatch.setattr(HolidayImport, "needs_election", True)
    factories.election()
    factories.election("rutin", contests=[], voting_day=None)
    assert bring() == 0
    assert "Pemilihan: pemilu-2024" in capsys.readouterr().out
    factories.election("pilkada-2024")
    assert bring() == command.REFUSED
    assert "pemilu-2024, pilkada-2024" in capsys.readouterr().err
    assert bring(election="pilkada-2024") == 0


def test_the_kinds_are_listed_with_their_choices(capsys):
    assert command.list_kinds() == 0
    printed = capsys.readouterr().out
    assert "hari-libur: Hari libur contoh. Kolom: hari, nama." in printed
    assert "-o lengkap=...: Hari yang harus ada" in printed


def test_a_file_that_is_too_large_is_not_even_read(bring, capsys, monkeypatch):
    factories.office()
    monkeypatch.setattr(command, "MAX_BYTES", 10)
    assert bring() == 2
    assert "paling besar" in capsys.readouterr().err
