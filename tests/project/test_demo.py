"""The demo is made by acts and importers alone, from a fixed seed, and its faults are found."""

import argparse
import random
import re

import pypdfium2
import pytest

from jurdil.kernel import chain, clock, files, ledger
from jurdil.kernel.documents import compose, signing
from jurdil.kernel.models import (
    Account,
    Document,
    LedgerEntry,
    Office,
    StoredFile,
    SyncEvent,
    Task,
)
from jurdil.law.regime import load_regime
from jurdil.law.rules import check, figures, params_for, rules_for
from jurdil.law.voters.flow import Count
from jurdil.project import commands, demo_home
from jurdil.project.demo import build, cast, count
from jurdil.project.demo.figures import form, spoil
from jurdil.project.demo.place import ground
from jurdil.project.environment import read_environment
from jurdil.results.models import (
    Entri,
    Form,
    Kertas,
    Pembetulan,
    PenetapanSidang,
    Sidang,
    TandaTangan,
    Temuan,
    Tinjauan,
    Ulang,
)
from jurdil.seats.models import Perhitungan
from jurdil.voters.models import Dpk, PindahMemilih, Revisi, RumahCoklit, Tanda, Tanggapan
from jurdil.voters.pdpb.counting import by_village, together
from tests import databases, writes


@pytest.fixture(scope="module")
def built(migrated, django_db_blocker, tmp_path_factory):
    """The small demo, which the tests only read; none of its rows was written outside an act."""
    folder = tmp_path_factory.mktemp("demo")
    with django_db_blocker.unblock(), databases.own_database(migrated, folder):
        with writes.watched() as watch:
            told = build.build("small")
        assert watch.outside == []
        yield told


on_the_demo = pytest.mark.xdist_group("demo")
"""Tests that share the one demo of a worker."""


@on_the_demo
def test_the_demo_is_an_office_on_the_morning_after(built):
    office = Office.objects.get()
    assert (office.sample_data, office.mode) == (True, "latihan")
    assert clock.today().isoformat() == "2024-02-15"
    assert "8 kecamatan, 70 desa/kelurahan" in built and "140 TPS" in built
    assert set(Form.objects.values_list("contest", flat=True)) == set(count.CONTESTS)
    assert Temuan.objects.exists()
    assert Task.objects.filter(state="terbuka").exists()
    roles = {part.role for part in cast.parts(ground("small", random.Random(1)), "kpu")}
    assert roles == set(Account.objects.values_list("grants__role", flat=True))
    _the_voter_list_goes_from_dp4_to_dpt_and_a_quarter_after_it(built)


@on_the_demo
def test_every_room_of_the_count_has_something_on_its_table(built):
    """Forms in every state, a plenary paused and one over, a re-vote decided and one asked for."""
    states = Entri.objects.order_by("state").values_list("state", flat=True)
    assert list(states) == ["beda", "entri-1", "galat", "menunggu-2", "selesai", "selesai"]
    assert sorted(Ulang.objects.values_list("state", flat=True)) == ["diputus", "diusulkan"]
    assert sorted(Sidang.objects.values_list("state", flat=True)) == ["ditutup", "skors"]
    closed = PenetapanSidang.objects.get()
    assert closed.document_id is not None
    assert closed.decision.path == ground("small", random.Random(1)).finished
    assert TandaTangan.objects.exclude(refusal="").count() == 1
    assert Pembetulan.objects.filter(row__sidang=closed.sidang).exists()
    assert Kertas.objects.filter(kind="foto").exists()
    assert Tinjauan.objects.exists()
    assert Perhitungan.objects.filter(contest="dprd-kab").exists()


@on_the_demo
def test_every_row_of_the_demo_has_its_entry_and_the_chain_holds(built):
    assert LedgerEntry.objects.filter(act="import.publish").count() >= 2 + len(count.CONTESTS)
    written, head = chain.verify(ledger.export())
    assert (written, head) == ledger.head()


@on_the_demo
def test_every_paper_of_the_demo_can_be_printed(built):
    for document in Document.objects.all():
        assert compose.pdf(document, signing.blocks(document), final=False)[:5] == b"%PDF-"


@on_the_demo
def test_every_file_of_the_demo_that_calls_itself_a_pdf_opens(built):
    scans = StoredFile.objects.filter(media_type="application/pdf")
    assert scans.count() > 3
    for scan in scans:
        assert len(pypdfium2.PdfDocument(files.content(scan))) > 0


def test_the_demo_says_nothing_of_real_people(built):
    lines = " ".join(LedgerEntry.objects.values_list("payload", flat=True))
    # Sixteen digits between letters are part of a digest, which differs from build to build.
    assert not re.search(r"(?<![\da-z])(?!99)\d{16}(?![\da-z])", lines)


@pytest.mark.parametrize("contest", count.CONTESTS)
def test_forms_add_up_before_they_are_spoiled(contest):
    chance = random.Random(3)
    choices = count.choices_of(contest, 6)
    checks = rules_for(count.REGIME, contest, choices)
    columns = figures(choices, params_for(load_regime(count.REGIME)))
    taste = [1.0] * len(choices.votes)
    for _ in range(20):
        made = form(chance, choices, (120, 130), taste)
        assert set(columns) <= set(made)
        assert check(made, checks) == ()


def test_spoiled_forms_are_found_out():
    chance = random.Random(5)
    choices = count.choices_of("ppwp")
    checks = rules_for(count.REGIME, "ppwp", choices)
    codes = set()
    for _ in range(400):
        made = form(chance, choices, (120, 130), [1.0] * 3)
        spoiled = spoil(chance, made, choices)
        found = {finding.code for finding in check(spoiled, checks)}
        figures_lost = any(value is None for value in spoiled.values())
        assert bool(found) == (spoiled != made and not figures_lost)
        codes |= found
    assert {"E-401", "E-501", "E-111", "E-101"} <= codes


def test_the_same_seed_makes_the_same_count():
    first, second = (
        [s.content for s in count.sheets(ground("small", random.Random(9)), random.Random(9))]
        for _ in range(2)
    )
    assert first == second


def test_the_second_house_has_folders_address_and_cookies_of_its_own():
    found = demo_home.beside({"JURDIL_HOME": "a/b", "JURDIL_KEYS": "c/d", "PATH": "x"}, 8001)
    assert found["JURDIL_HOME"] == "a/b-bawaslu" and found["JURDIL_KEYS"] == "c/d-bawaslu"
    assert found["JURDIL_ADDRESS"].endswith(":8001") and found["PATH"] == "x"
    assert read_environment({**found, "JURDIL_SECRET_KEY": "x"}).cookies == "bawaslu_"


class Neighbour:
    """Stands for the process of Bawaslu's house."""

    begun: list[list[str]] = []
    ended = 0
    returncode = 0

    def __init__(self, command, env):
        self.begun.append([*command[3:], env["JURDIL_HOME"]])

    def __enter__(self):
        return self

    def __exit__(self, *_what):
        return False

    def terminate(self):
        Neighbour.ended += 1


def test_both_houses_are_built_and_the_second_ends_with_the_first(monkeypatch):
    monkeypatch.setenv("JURDIL_HOME", "a")
    monkeypatch.setattr(commands.subprocess, "Popen", Neighbour)
    monkeypatch.setattr(commands, "_build_kpu", lambda args: "logins")
    monkeypatch.setattr(commands, "_introduce", lambda environment: None)
    monkeypatch.setattr(commands, "_serve_demo", lambda args, logins: 0)
    args = argparse.Namespace(house="both", size="small", port=8000, no_serve=False)
    assert commands._demo(args) == 0
    build, serve = Neighbour.begun
    assert build[:4] == ["demo", "--house", "bawaslu", "--no-serve"] and build[-1] == "a-bawaslu"
    assert serve == ["serve", "--port", "8001", "a-bawaslu"] and Neighbour.ended == 1
    args.no_serve = True
    assert commands._demo(args) == 0 and len(Neighbour.begun) == 3


def _the_voter_list_goes_from_dp4_to_dpt_and_a_quarter_after_it(built):
    """Every list of the chain adds up, coklit is half done at one TPS, records wait for the PPS."""
    kinds = ["a-daftar", "dphp", "dps", "dpshp", "dpshp-akhir", "dpt", "pdpb"]
    held = list(Revisi.objects.order_by("pk"))
    assert [one.kind for one in held] == kinds
    for one in held:
        whole = together(by_village(one, one.path).values()).flow
        assert whole.holds
        assert whole.moved == Count()
    assert [one.state for one in held] == ["ditetapkan"] * 6 + ["disusun"]
    assert held[-1].previous == held[-2]
    assert RumahCoklit.objects.filter(state="belum").exists()
    assert SyncEvent.objects.filter(outcome="konflik", decision="").count() == 3
    assert Tanggapan.objects.filter(answered_at__isnull=True).count() == 1
    assert {row.state for row in PindahMemilih.objects.all()} == {"aktif", "batal"}
    assert Tanda.objects.exists()
    assert Dpk.objects.exists()
    assert "DPT " in built
