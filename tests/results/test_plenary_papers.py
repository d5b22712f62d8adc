"""Papers of a plenary: minutes with signatures, D.Hasil as it was signed, invitation, decree."""

import io

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.models import Document
from jurdil.kernel.queries import documents
from jurdil.law.rules import pairs
from jurdil.results import official, queries
from jurdil.results.actions import freeze_recap
from jurdil.results.actions import plenary as acts
from tests import factories
from tests.places import ground as places_ground
from tests.results import ground
from tests.results.test_plenary_acts import (  # noqa: F401
    ONE,
    X,
    approve_all,
    attend,
    held,
    member,
    opened,
)

pytestmark = pytest.mark.django_db
REFUSAL = "Menunggu keterangan partai"


def words(content: bytes) -> str:
    pages = PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.fixture
def closed(held):  # noqa: F811
    """A closed sitting of a kecamatan with a correction, an objection, a refusal and a receipt."""
    by = member("ppk", X)
    sitting = opened(held, by)
    witness = attend(by, sitting)
    panwas = attend(by, sitting, "pengawas", "Panwaslu Kecamatan", "Pengawas Satu")
    row = sitting.rows.get(path=ONE)
    acts.move_row(by=by, row_id=row.pk, move="baca")
    acts.correct_figure(
        by=by, row_id=row.pk, field="paslon_2", new=181, reason="salah-baca", initials=["PPK 1"]
    )
    objection = acts.record_objection(by=by, row_id=row.pk, participant="ppwp:1", text="Beda angka")
    acts.answer_objection(
        by=by, objection_id=objection.pk, outcome="dijelaskan", answer="Sesuai C.Hasil"
    )
    approve_all(by, sitting)
    key = {"by": by, "sidang_id": sitting.pk, "contest": "ppwp"}
    acts.sign_recap(**key, peserta_id=sitting.people.get(code="PPK 1").pk)
    acts.sign_recap(**key, peserta_id=witness.pk, refusal=REFUSAL)
    acts.record_receipt(**key, peserta_id=panwas.pk)
    acts.close_contest(**key)
    return sitting


def test_the_minutes_tell_the_day_in_words_the_votes_and_who_refused(closed):
    document = Document.objects.get(kind="ba")
    said = words(documents.pdf(member("ppk", X), document.pk))
    assert "Pada hari ini, " in said
    assert " tahun dua ribu " in said
    assert "Pasangan calon 2 221 dua ratus dua puluh satu" in said
    assert "tertulis 118, dibetulkan menjadi 181" in said
    assert "Beda angka. Jawaban: Sesuai C.Hasil." in said
    assert f"Saksi paslon 1 {REFUSAL}" in said
    assert "PPK 1 Ditandatangani " in said


def test_d_hasil_carries_signatures_refusals_and_what_does_not_add_up(closed):
    by = member("ppk", X)
    content = queries.d_hasil_pdf(by, closed.election_id, "ppwp", X)
    said = words(content)
    assert "HITUNG INTERNAL" not in said
    assert f"Saksi paslon 1 {REFUSAL}" in said
    assert "IV. Data perolehan suara" in said
    assert "Pasangan calon 2 181 40 221" in said
    assert "Semua jumlah yang tertulis sama dengan penjumlahan barisnya." in said
    assert content == queries.d_hasil_pdf(by, closed.election_id, "ppwp", X)


def test_a_typed_total_that_disagrees_is_named_with_both_numbers(held):  # noqa: F811
    said = words(queries.d_hasil_pdf(factories.viewer(), held.pk, "ppwp", X))
    assert "Jumlah yang tertulis berbeda dari penjumlahan barisnya" in said
    assert "TPS 001: " in said
    assert "179" in said
    assert "242" in said


def test_the_regency_prints_a_kecamatan_that_only_has_its_own_d_hasil(held):  # noqa: F811
    file = "kode_kec,paslon_1,paslon_2,suara_sah\n731202,700,900,1600\n"
    batch = ground.read(held, "d-hasil", file.encode(), contest="ppwp")
    publish_import(by=ground.operator(held), batch_id=batch.pk)
    said = words(queries.d_hasil_pdf(factories.viewer(), held.pk, "ppwp", "73.12"))
    assert "Pasangan calon 2 158 900" in said
    assert "1.058" in said


def test_events_and_receipts_print_what_the_room_recorded(closed):
    by = member("ppk", X)
    events = words(queries.events_pdf(by, closed.election_id, X, "ppwp"))
    assert "diparaf PPK 1" in events
    assert REFUSAL in events
    receipt = words(queries.receipt_pdf(by, closed.pk, "ppwp"))
    assert "1 Panwaslu Kecamatan" in receipt
    assert "2 Saksi paslon 1" in receipt


def test_a_kecamatan_announces_and_decrees_nothing(closed):
    assert official.kinds_of(closed, "ppwp") == ("pengumuman",)
    client = Client()
    client.force_login(factories.account("operator"))
    address = reverse("results:plenary_draft", args=[closed.pk, "keputusan"])
    assert client.post(address, {"contest": "ppwp"}).status_code == 404
    page = client.get(reverse("results:plenary_closing", args=[closed.pk])).content.decode()
    assert "Konsep pengumuman" in page
    assert "Konsep keputusan" not in page
    address = reverse("results:plenary_draft", args=[closed.pk, "pengumuman"])
    assert client.post(address, {"contest": "ppwp"}).status_code == 302
    said = words(documents.pdf(factories.viewer(), Document.objects.latest("pk").pk))
    assert "diteruskan ke KPU kabupaten/kota" in said
    assert "D.HASIL KECAMATAN-PPWP" in said


def test_an_invitation_is_drafted_while_the_sitting_is_prepared(held):  # noqa: F811
    sitting = acts.prepare_sitting(
        by=member(), election_id=held.pk, path="73.12", contests=["ppwp"], venue="Aula Contoh"
    )
    client = Client()
    client.force_login(factories.account("operator"))
    page = client.get(reverse("results:plenary", args=[sitting.pk])).content.decode()
    assert "Konsep undangan" in page
    client.post(reverse("results:plenary_draft", args=[sitting.pk, "undangan"]))
    said = words(documents.pdf(factories.viewer(), Document.objects.get().pk))
    assert "Aula Contoh" in said
    assert "Bawaslu Kabupaten/Kota" in said


def test_the_regency_decrees_the_result_that_it_determines():
    factories.office()
    places_ground.regions()
    made = factories.election("pilkada-2024", contests=["bupati"])
    form = {"paslon_1": 61, "paslon_2": 118, "suara_sah": 179}
    ground.bring(made, "c-hasil", ground.sheet(pairs(2), {ONE: form}), contest="bupati")
    by = member()
    freeze_recap(by=by, election_id=made.pk, contest="bupati", path=X, title="BA 1")
    sitting = acts.prepare_sitting(
        by=by, election_id=made.pk, path="73.12", contests=["bupati"], venue="Aula"
    )
    attend(by, sitting, "anggota", "KPU 1", "Anggota Satu")
    acts.step_sitting(by=by, sidang_id=sitting.pk, step="buka")
    approve_all(by, sitting)
    key = {"by": by, "sidang_id": sitting.pk, "contest": "bupati"}
    acts.record_event(**key)
    acts.sign_recap(**key, peserta_id=sitting.people.get().pk)
    acts.close_contest(**key)
    assert official.kinds_of(sitting, "bupati") == ("keputusan", "pengumuman")
    draft = queries.plenary_draft(by, sitting.pk, "keputusan", "bupati", "KPU Kabupaten Contoh")
    assert draft.title.startswith("Penetapan hasil ")
    assert draft.body["recalling"][1].startswith("PKPU 18/2024 tentang Rekapitulasi")
    assert ["Pasangan calon 2", "118", "seratus delapan belas"] in draft.body["tables"][0]["rows"]
