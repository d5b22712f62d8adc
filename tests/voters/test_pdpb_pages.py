"""The pages of a quarter: a clerk's way from opening it to the announcement."""

from datetime import date

import pytest
from django.urls import reverse

from jurdil.kernel import clock
from jurdil.kernel.models import Account, Document
from jurdil.voters.models import (
    AngkaSidalih,
    Kiriman,
    KunciDaftar,
    Kunjungan,
    PlenoSalinan,
    Revisi,
    Triwulan,
    Usulan,
)
from tests import factories
from tests.voters import quarter
from tests.voters.people import VILLAGE, elements, enlist

pytestmark = pytest.mark.django_db


@pytest.fixture
def enter(client):
    """Log in as somebody of the office."""
    quarter.routine()

    def as_role(role):
        account = factories.account(role)
        client.force_login(Account.objects.get(pk=account.pk))
        return account

    return as_role


def _page(client, name, *args, status=200):
    answer = client.get(reverse(f"voters:{name}", args=args))
    assert answer.status_code == status
    return answer.content.decode()


def _send(client, name, *args, status=302, **given):
    answer = client.post(reverse(f"voters:{name}", args=args), given)
    assert answer.status_code == status, answer.content.decode()[-3000:]
    return answer.content.decode()


def test_a_quarter_is_opened_and_its_dates_noted(client, enter):
    enlist(elements())
    enter("kasubbag")
    assert "Belum ada triwulan" in _page(client, "pdpb")
    assert "2026-TW5" in _send(client, "pdpb_open", status=422, period="2026-TW5")
    _send(client, "pdpb_open", period="2026-TW4", basis="DPB triwulan III")
    held = Revisi.objects.get(kind="pdpb")
    assert "menunggu surat edaran KPU" in _page(client, "pdpb_quarter", held.pk)
    assert client.get(reverse("voters:pdpb")).status_code == 302
    text = _send(client, "pdpb_dates", held.pk, status=422, plenary_on="2026-12-07")
    assert "surat edaran" in text
    _send(client, "pdpb_dates", held.pk, circular="SE 1", plenary_on="2026-12-07")
    assert Triwulan.objects.get().plenary_on == date(2026, 12, 7)


def test_a_letter_is_registered_and_its_rows_are_shown_with_what_became_of_them(client, enter):
    known = elements("Contoh Lapor")
    enlist(known)
    held = quarter.opened()
    enter("operator")
    given = {"agency": "dukcapil", "claim": "tms:meninggal", "letter": "470/1"}
    days = {"letter_day": "2026-10-01", "received_on": "2026-10-02"}
    _send(client, "pdpb_intake", held.pk, **given, **days)
    assert "berkas belum diambil" in _page(client, "pdpb_intake", held.pk)
    assert "Ambil berkas" in _page(client, "pdpb_delivery", Kiriman.objects.get().pk)
    sent = quarter.sent(quarter.person(), held, "tms:meninggal", known)
    text = _page(client, "pdpb_delivery", sent.pk)
    assert "Contoh Lapor" in text
    assert "diperiksa di lapangan" in text
    assert known.nik not in text


def test_visits_are_assigned_printed_and_their_result_proposed(client, enter):
    (version,) = enlist(elements("Contoh Tua", tanggal_lahir="01-02-1920"))
    held = quarter.opened()
    officer = enter("kasubbag")
    _send(client, "pdpb_ask", held.pk, periksa="usia-100", sebab="usia-100")
    visit = Kunjungan.objects.get()
    days = {"first_day": "2026-11-02", "last_day": "2026-11-05"}
    text = _send(client, "pdpb_visits", held.pk, status=422, officer=officer.pk, **days)
    assert "Pilih paling sedikit satu kunjungan" in text
    _send(client, "pdpb_visits", held.pk, officer=officer.pk, kunjungan=visit.pk, **days)
    printed = client.post(reverse("voters:pdpb_print", args=[held.pk]))
    assert printed.content.startswith(b"%PDF")
    result = {"result": "meninggal", "visited_on": str(clock.today())}
    text = _send(client, "pdpb_visit", visit.pk, status=422, **result)
    assert "bukti" in text
    same = {"nama": "Contoh Tua", "jenis_kelamin": "L"}
    _send(client, "pdpb_visit", visit.pk, evidence="akta kematian", **result, **same)
    proposal = Usulan.objects.get()
    assert (proposal.kind, proposal.tms, proposal.source) == ("tms", "meninggal", "coktas")
    assert "Meninggal, ada bukti" in _page(client, "pdpb_visit", visit.pk)
    assert "Contoh Tua" in _page(client, "voter", version.pemilih_id)


def test_a_visit_corrects_just_what_differs(client, enter):
    (version,) = enlist(elements("Contoh Benar", rt="001"))
    held = quarter.opened()
    enter("operator")
    _send(client, "pdpb_ask", held.pk, pemilih=version.pemilih_id, sebab="tidak-padan")
    visit = Kunjungan.objects.get()
    known = {
        "nama": "Contoh Benar",
        "tempat_lahir": "Contoh",
        "tanggal_lahir": "02-03-1980",
        "jenis_kelamin": "L",
        "status_kawin": "S",
        "alamat": "Dusun Contoh",
        "rw": "002",
        "ktp_el": "S",
        "disabilitas": "",
    }
    given = {"result": "perbaiki", "visited_on": str(clock.today()), **known, "rt": "009"}
    _send(client, "pdpb_visit", visit.pk, **given)
    assert Usulan.objects.get().kind == "ubah"
    text = _page(client, "proposal", Usulan.objects.get().pk)
    assert "009" in text
    assert "Dusun Contoh" not in text


def test_what_rests_on_one_letter_is_accepted_from_the_desk(client, enter):
    enlist(elements())
    held = quarter.opened()
    by = quarter.person()
    new = [elements(f"Contoh Murid {name}") for name in ("Satu", "Dua")]
    quarter.sent(by, held, "baru:pemula", *new, desa=VILLAGE)
    enter("kasubbag")
    text = _page(client, "pdpb_desk", held.pk)
    assert "Contoh Murid Satu" in text
    assert "Terima yang dipilih" in text
    assert "paling sedikit satu" in _send(client, "pdpb_desk", held.pk, status=409)
    _send(client, "pdpb_desk", held.pk, usulan=list(Usulan.objects.values_list("pk", flat=True)))
    recap = _page(client, "pdpb_recap", held.pk)
    assert "Pemilih pemula" in recap
    assert Usulan.objects.filter(state="diterima").count() == 2


def test_sidalih_is_typed_and_names_the_kecamatan(client, enter):
    enlist(elements(), elements(jenis_kelamin="P"))
    held = quarter.opened()
    enter("operator")
    given = {"73.12.01:l": "1", "73.12.01:p": "2"}
    wrong = _send(client, "pdpb_sidalih", held.pk, status=422, **{"73.12.01:l": "satu"})
    assert "angka bulat" in wrong
    _send(client, "pdpb_sidalih", held.pk, **given)
    text = _page(client, "pdpb_sidalih", held.pk)
    assert "1 wilayah berbeda" in text
    assert "Marioriwawo, P" in text
    assert AngkaSidalih.objects.get().figures == {"l": 1, "p": 2}


def test_locks_are_logged_with_their_letter(client, enter):
    enlist(elements())
    enter("kasubbag")
    given = {"path": "73.12", "requester": "KPU RI", "reason": "Pleno"}
    _send(client, "pdpb_locks", locked="1", **given)
    assert "surat" in _send(client, "pdpb_locks", status=422, locked="0", **given)
    _send(client, "pdpb_locks", locked="0", letter="12/2026", **given)
    assert [row.locked for row in KunciDaftar.objects.all()] == [True, False]
    assert "12/2026" in _page(client, "pdpb_locks")


def test_the_plenary_determines_hands_copies_and_announces(client, enter):
    enlist(elements())
    held = quarter.opened()
    enter("ketua")
    assert "Siapkan rapat" in _page(client, "pdpb_plenary", held.pk)
    quarter.plenary(held)
    text = _send(client, "pdpb_determine", held.pk, status=422, venue="Aula")
    assert "hal terbuka" in text
    _send(client, "pdpb_determine", held.pk, venue="Aula", note="Sidalih menyusul")
    assert "Daftar yang ditetapkan utuh" in _page(client, "pdpb_plenary", held.pk)
    enter("operator")
    copy = {"receiver": "bawaslu", "holder": "Bawaslu", "person": "Contoh", "copy": "rekap"}
    _send(client, "pdpb_copy", held.pk, **copy)
    _send(client, "pdpb_announce", held.pk)
    assert PlenoSalinan.objects.count() == 1
    assert Document.objects.filter(kind="pengumuman").exists()
    assert "ditetapkan" in _page(client, "pdpb_quarter", held.pk)


def test_the_home_page_shows_the_quarter_in_ten_seconds(client, enter):
    enlist(elements())
    quarter.opened()
    enter("operator")
    text = client.get("/").content.decode()
    assert "PDPB Triwulan IV Tahun 2026" in text
    assert "Angka Sidalih belum dicatat" in text


def test_sidalih_comes_from_a_table_by_name_of_kecamatan(enter):
    from jurdil.kernel.actions.imports import publish_import
    from jurdil.kernel.imports import staging

    enlist(elements())
    held = quarter.opened()
    by = quarter.person()
    lines = "wilayah;l;p;jumlah\nMarioriwawo;1;0;1\nJumlah;1;0;1\n"
    batch = staging.open_batch(
        by,
        kind="sidalih",
        name="rekap.csv",
        content=lines.encode(),
        options={"triwulan": str(held.pk)},
    )
    staging.read_now(batch.pk)
    publish_import(by=by, batch_id=batch.pk)
    row = AngkaSidalih.objects.get()
    assert (row.path, row.figures) == ("73.12.01", {"l": 1, "p": 0, "jumlah": 1})
