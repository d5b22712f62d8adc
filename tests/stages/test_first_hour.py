"""The first hour: steps are done when the data say so; tables are checked; each yields a sheet."""

import io
from datetime import date

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

from jurdil.kernel import clock
from jurdil.kernel.actions import office as office_acts
from jurdil.kernel.faults import FileRefused
from jurdil.kernel.models import LedgerEntry, StoredFile
from jurdil.stages import actions, monday
from jurdil.stages.first_hour import guests, progress, recap, sheets
from tests import factories
from tests.stages.ground import on

pytestmark = pytest.mark.django_db
HEAD = ("kecamatan", "l", "p", "jumlah", "sebelumnya", "baru", "tms")
ROWS = (("Contoh Satu", 100, 110, 210, 200, 15, 5), ("Contoh Dua", 50, 60, 110, 112, 3, 5))


def xlsx(*rows) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return out.getvalue()


def states(viewer) -> dict[str, bool]:
    return {step.code: step.done for step in progress.steps(viewer)}


def test_a_new_office_has_its_territory_and_six_steps_to_go():
    on(2026, 11, 23)
    found = states(factories.viewer("sekretaris"))
    assert len(found) == 7
    assert [code for code, done in found.items() if done] == ["wilayah"]


def test_a_step_is_done_when_the_data_say_so():
    by = on(2026, 11, 23)
    viewer = factories.viewer("sekretaris")
    office_acts.set_letterhead(
        by=by, letterhead={"name": "KPU Contoh", "address": "Jalan Contoh 1", "city": "Contoh"}
    )
    office_acts.record_holiday(
        by=by, day=date(2026, 12, 24), kind="cuti-bersama", name="Cuti", basis="SKB contoh"
    )
    member("ketua", "kul")
    for division in ("teknis", "rendatin", "hukum"):
        member("anggota", division)
    assert states(viewer)["lima-nama"] is False, "four are not five"
    member("anggota", "parmas-sdm")
    for code in ("subbag-teknis-hukum", "subbag-parmas-sdm", "subbag-rendatin"):
        member("kasubbag", code)
    assert states(viewer)["subbagian"] is False, "one of four has no head"
    member("kasubbag", "subbag-kul")
    actions.keep_table(by=by, kind="rekap-pdpb", content=xlsx(HEAD, *ROWS), name="rekap.xlsx")
    assert states(viewer)["daftar-tamu"] is False
    table = xlsx(("nama", "instansi"), ("Tamu Contoh", "Kantor Contoh"))
    actions.keep_table(by=by, kind="daftar-tamu", content=table, name="tamu.xlsx")
    clock.remember_office(None)  # the next request reads the letterhead anew
    assert all(states(viewer).values())


def member(role: str, division: str) -> None:
    """A person in a post of the office, with the decree."""
    factories.account(role, division=division, basis="SK contoh")


def test_a_recap_that_agrees_has_no_mismatch_and_its_sums_explain_themselves():
    found = recap.read(xlsx(HEAD, *ROWS))
    sums = {column: figure.value for column, figure in found.sums}
    assert sums == {
        "l": 150, "p": 170, "jumlah": 320, "sebelumnya": 312, "baru": 18, "tms": 10
    }  # fmt: skip
    assert found.mismatches == ()
    totals = recap.totals(recap.summary(found))
    assert totals.voters.value == totals.balance.value == 320


def test_figures_that_disagree_are_taken_and_named_with_both_numbers():
    wrong = ("Contoh Tiga", 10, 10, 21, 20, 0, 0)
    total = ("JUMLAH", 160, 180, 340, 332, 18, 10)
    found = recap.read(xlsx(HEAD, *ROWS, wrong, total))
    told = [(m.place, m.rule.id, m.computed.value, m.written) for m in found.mismatches]
    assert told == [
        ("Contoh Tiga", "L + P = jumlah", 20, 21),
        ("Contoh Tiga", "Sebelumnya + baru − TMS = jumlah", 20, 21),
        ("JUMLAH", "Jumlah kolom Jumlah pemilih", 341, 340),
    ]


def test_a_published_recap_that_is_off_by_ten_is_found():
    """Luwu Timur, DPT Pilkada 2024: the published total is 222,020, the rows give 222,030."""
    voters = (16537, 17416, 33549, 31499, 18365, 24373, 25398, 19686, 10277, 9067, 15863)
    rows = [(f"Kecamatan {n}", v - 1, 1, v) for n, v in enumerate(voters)]
    found = recap.read(xlsx(HEAD[:4], *rows, ("Total", "", "", 222_020)))
    assert [(m.computed.value, m.written) for m in found.mismatches] == [(222_030, 222_020)]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("kecamatan", "l", "p"), ("A", 1, 2)], "jumlah"),
        ([HEAD[:4], ("A", "sepuluh", 1, 11)], "Baris 2, kolom l"),
        ([HEAD[:4], ("A", -1, 1, 0)], "Baris 2, kolom l"),
        ([HEAD[:4], ("A", 1, 1, 2), ("A", 1, 1, 2)], "Baris 3"),
        ([HEAD[:4]], "tanpa satu baris"),
    ],
)
def test_what_is_no_recap_is_refused_with_row_and_column(rows, words):
    with pytest.raises(FileRefused) as refusal:
        recap.read(xlsx(*rows))
    assert words in str(refusal.value)


def test_guests_are_grouped_by_their_institution():
    head = ("nama", "instansi", "jabatan")
    found = guests.read(xlsx(head, ("Satu", "Kantor A", "Kepala"), ("Dua", "Kantor B", ""),
                             ("Tiga", "Kantor A", "")))  # fmt: skip
    assert {i.name: [g.name for g in i.guests] for i in found} == {
        "Kantor A": ["Satu", "Tiga"],
        "Kantor B": ["Dua"],
    }


def test_a_guest_list_is_sealed_and_its_names_are_in_no_ledger():
    by = on(2026, 11, 23)
    table = xlsx(("nama", "instansi"), ("Nama Rahasia", "Kantor Contoh"))
    kept = actions.keep_table(by=by, kind="daftar-tamu", content=table, name="tamu.xlsx")
    assert kept.file.level == StoredFile.Level.PERSONAL and kept.file.key_id
    assert "Nama Rahasia" not in LedgerEntry.objects.last().payload


def test_each_step_gives_a_sheet_or_says_what_is_missing(client):
    on(2026, 11, 23)
    client.force_login(factories.account("sekretaris"))
    for code in ("wilayah", "kop-surat", "lima-nama", "subbagian", "hari-libur"):
        assert client.get(f"/mulai/{code}/lembar/").status_code == 200, code
    for code in progress.TABLES:
        answer = client.get(f"/mulai/{code}/lembar/", follow=True)
        assert "Unggah berkasnya dahulu" in answer.content.decode()
    assert client.get("/mulai/tidak-ada/lembar/").status_code == 404


def test_a_table_is_uploaded_checked_and_printed_in_the_browser(client):
    on(2026, 11, 23)
    client.force_login(factories.account("sekretaris"))
    bad = SimpleUploadedFile("foto.xlsx", b"\xff\xd8\xffJFIF")
    shown = client.post("/mulai/rekap-pdpb/", {"table": bad}).content.decode()
    assert "foto JPEG" in shown and "Galat:" in shown
    good = SimpleUploadedFile("rekap.xlsx", xlsx(HEAD, *ROWS))
    sheet = client.post("/mulai/rekap-pdpb/", {"table": good}, follow=True).content.decode()
    assert "Semua angka cocok" in sheet and "Contoh Dua" in sheet and ">320<" in sheet


def test_the_empty_table_is_read_back_with_its_own_columns():
    for code, read in ((progress.RECAP, recap.read), (progress.GUESTS, guests.read)):
        with pytest.raises(FileRefused, match="tanpa satu baris"):
            read(sheets.empty_table(code))


def test_the_recap_shows_on_the_quarter_s_panel():
    by = on(2026, 11, 23)
    assert monday.recap.last_totals(by) is None
    actions.keep_table(by=by, kind="rekap-pdpb", content=xlsx(HEAD, *ROWS), name="rekap.xlsx")
    assert monday.recap.last_totals(by).voters.value == 320


@pytest.mark.parametrize(
    ("role", "leads"),
    [("sekretaris", "/kantor/pengaturan/kop/"), ("operator", "/kantor/pengaturan/")],
)
def test_a_step_leads_nobody_to_a_page_that_is_closed_to_him(role, leads, client):
    person = factories.account(role)
    url = next(
        step.url
        for step in progress.steps(factories.viewer(role))
        if step.code == progress.LETTERHEAD
    )
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    assert (url, client.get(url).status_code) == (leads, 200)


def test_only_those_who_set_up_the_office_see_the_steps(client):
    on(2026, 11, 23)
    assert progress.steps(factories.viewer("ppk", "73.12.01")) == ()
    client.force_login(factories.account("ppk", "73.12.01"))
    assert client.get("/mulai/").status_code == 403
