"""Copies of a list: which columns, whose stamp, no formula; any day's list and differences."""

import io
from datetime import timedelta

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import LedgerEntry
from jurdil.voters import actions, queries
from jurdil.voters.lists import Asked
from jurdil.voters.models import PemilihVersi
from jurdil.voters.proposing import Evidence
from jurdil.voters.queries import Point
from tests.voters import chain_ground as ground
from tests.voters.people import elements, enlist

pytestmark = pytest.mark.django_db
HERE = ground.VILLAGES[0]
TPS = f"{HERE}/001"


@pytest.fixture
def dpt():
    election = ground.regency()
    people = [elements("=1+1"), elements("Contoh Kedua", jenis_kelamin="P", disabilitas="6")]
    enlist(*people, village=HERE)
    enlist(elements("Contoh Ketiga"), village=HERE, tps="002")
    by = ground.member()
    return by, election, ground.walk_to_dpt(by, election), people


def test_the_public_copy_has_no_number_no_birth_date_and_no_disability(dpt):
    by, _election, held, people = dpt
    made = actions.take_copy(
        by=by, revision_id=held.pk, path=TPS, asked=Asked("publik", form="csv")
    )
    text = made.content.decode("utf-8-sig")
    assert made.voters == 2
    assert people[0].nik not in text and people[0].nkk not in text
    assert "02-03-1980" not in text
    assert "disabilitas" not in text.splitlines()[0]


def test_no_cell_of_a_copy_runs_in_a_spreadsheet(dpt):
    by, _election, held, _people = dpt
    for form in ("csv", "xlsx"):
        asked = Asked("pengawas", "Bawaslu Contoh", form)
        made = actions.take_copy(by=by, revision_id=held.pk, path=HERE, asked=asked)
        if form == "csv":
            assert "'=1+1" in made.content.decode("utf-8-sig")
        else:
            rows = CalamineWorkbook.from_filelike(io.BytesIO(made.content)).get_sheet_by_index(0)
            assert "=1+1" in [row[3] for row in rows.to_python()]


def test_the_kpps_copy_carries_marks_and_the_receivers_stamp(dpt):
    by, _election, held, people = dpt
    voter = PemilihVersi.objects.get(name="Contoh Kedua", until_rev__isnull=True)
    actions.mark(
        by=by, voter_id=voter.pemilih_id, kind="meninggal", evidence=Evidence("akta kematian")
    )
    asked = Asked("kpps", "KPPS TPS 001")
    made = actions.take_copy(by=by, revision_id=held.pk, path=TPS, asked=asked)
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made.content)).pages)
    assert "Meninggal" in text and "KPPS TPS 001" in text
    assert people[1].nik not in text.replace(" ", "")


def test_the_full_list_needs_a_reason_and_is_in_the_ledger(dpt):
    by, _election, held, people = dpt
    given = {"revision_id": held.pk, "path": TPS, "form": "csv", "receiver": "KPU"}
    with pytest.raises(Refused, match="alasan"):
        actions.take_full(by=by, reason=" ", **given)
    made = actions.take_full(by=by, reason="Pencocokan dengan Dukcapil", **given)
    assert people[0].nik in made.content.decode()
    entry = LedgerEntry.objects.order_by("-seq").first()
    assert entry.act == "voters.list_full" and people[0].nik not in str(entry.payload)
    with pytest.raises(Refused, match="alasan tersendiri"):
        actions.take_copy(by=by, revision_id=held.pk, path=TPS, asked=Asked("kpu", "KPU"))


def test_copies_of_other_places_and_of_whole_regencies_are_refused(dpt):
    _by, _election, held, _people = dpt
    pps = ground.member("pps", ground.VILLAGES[1])
    with pytest.raises(type(held).DoesNotExist):
        actions.take_copy(by=pps, revision_id=held.pk, path=TPS, asked=Asked("publik"))
    with pytest.raises(Refused, match="satu desa"):
        actions.take_copy(
            by=ground.member(), revision_id=held.pk, path=ground.FIRST, asked=Asked("publik")
        )


def test_the_list_of_any_day_and_the_difference_of_two_revisions():
    election = ground.regency()
    enlist(elements("Contoh Satu"), elements("Contoh Dua"), village=HERE)
    by = ground.member()
    first = ground.walk(by, election, "a-daftar")
    (added,) = enlist(elements("Contoh Tiga", jenis_kelamin="P"), village=HERE)
    second = ground.walk(by, election, "dphp")
    found = queries.compare(by, Point(first.pk), Point(second.pk), HERE)
    assert [one.row.id for one in found.came] == [added.pemilih_id]
    assert (found.rows[0].before, found.rows[0].now) == (2, 3)
    whole = queries.compare(by, Point(first.pk), Point(second.pk), "73.12")
    assert sum(row.came for row in whole.rows) == 1 and whole.came == ()
    today = queries.list_on(by, HERE, clock.today())
    assert (today.men, today.women, today.total) == (2, 1, 3)
    assert queries.list_on(by, HERE, clock.today() - timedelta(days=1)).total == 0


def test_counts_of_every_tps_and_the_seeds_of_the_next_pdpb(dpt):
    by, election, _held, _people = dpt
    voter = PemilihVersi.objects.get(name="Contoh Ketiga", until_rev__isnull=True)
    actions.mark(by=by, voter_id=voter.pemilih_id, kind="pindah", evidence=Evidence("surat"))
    wanted = actions.Transfer("belajar", Evidence("surat tugas"))
    out = actions.register_out(
        by=by, election_id=election.pk, voter_id=voter.pemilih_id, target=TPS, wanted=wanted
    )
    actions.note_returned(
        by=by, election_id=election.pk, voter_id=voter.pemilih_id, reason="tidak-ditemui"
    )
    counts = {one.path: one for one in queries.list_counts(by, election.pk)}
    assert (counts[TPS].men, counts[TPS].women, counts[TPS].coming) == (1, 1, 1)
    assert (counts[f"{HERE}/002"].going, counts[f"{HERE}/002"].marked) == (1, 1)
    assert counts[TPS].expected == 3
    assert [one.kind for one in queries.seeds_for_pdpb(by, election.pk)] == ["pindah"]
    letter = actions.print_letter(by=by, transfer_id=out.pk)
    text = PdfReader(io.BytesIO(letter.content)).pages[0].extract_text()
    assert "A-SURAT PINDAH MEMILIH" in text.upper() and "Tidak diberikan" in text
    assert actions.print_transfers(by=by, election_id=election.pk, path=TPS).voters == 1
