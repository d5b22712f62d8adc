"""The pages: what a clerk does next, and a refusal that stands at the form with nothing lost."""

from datetime import date

import pytest
from django.urls import reverse

from jurdil.kernel.models import Task
from jurdil.office import actions, queries
from jurdil.office.models import Letter
from jurdil.office.records import NewPerson
from tests import factories
from tests.office import ground

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    """A logged-in operator with the viewer of the same account."""
    ground.office()
    return enter(client, "operator")


def enter(client, role, **grant):
    from jurdil.kernel.models import Office
    from jurdil.kernel.who import viewer_for

    account = factories.account(role, **grant)
    client.force_login(account)
    return viewer_for(account.grants.get(), Office.objects.get())


def text(answer, status=200):
    assert answer.status_code == status, answer.status_code
    return answer.content.decode()


LETTER = {
    "number": "005/12/DISDUK",
    "dated": "2024-02-01",
    "received": "2024-02-02",
    "correspondent": "Dinas Dukcapil Contoh",
    "subject": "Permintaan data",
    "nature": "biasa",
}


def test_a_letter_is_registered_and_its_page_offers_the_next_steps(client, desk):
    answer = client.post(reverse("office:letter_in"), LETTER, follow=True)
    page = text(answer)
    assert "agenda 1/2024" in page and "Susun jawaban" in page and "Selesaikan tanpa jawab" in page
    assert "<h2>Beri disposisi" not in page
    enter(client, "ketua")
    letter = Letter.objects.get()
    assert "Beri disposisi" in text(client.get(reverse("office:letter", args=[letter.pk])))


def test_what_was_typed_stays_when_the_act_refuses(client, desk):
    wrong = {**LETTER, "dated": "2024-02-09"}
    page = text(client.post(reverse("office:letter_in"), wrong), 422)
    assert "lebih akhir daripada tanggal terima" in page
    assert 'value="005/12/DISDUK"' in page and not Letter.objects.exists()


def test_a_draft_goes_from_the_register_to_the_approval_chain(client, desk):
    values = {
        "title": "Permohonan ruang rapat",
        "nature": "Biasa",
        "attachments": "-",
        "to": "Bupati Contoh",
        "opening": "Kami mohon ruang rapat.",
        "correspondent": "Bupati Contoh",
        "secrecy": "biasa",
    }
    address = reverse("office:letter_draft", args=["surat"])
    page = text(client.post(address, values, follow=True))
    letter = Letter.objects.get()
    assert reverse("kernel:document", args=[letter.document_id]) in page
    assert "surat dikirim setelah ditandatangani" in page
    send = reverse("office:letter_send", args=[letter.pk])
    assert "masih “Draf”" in text(client.post(send, {"day": str(ground.day())}), 422)


def test_orders_come_from_the_letter_s_page(client, desk):
    letter = ground.receive(desk)
    chair = enter(client, "ketua")
    address = reverse("office:letter_dispose", args=[letter.pk])
    page = text(client.post(address, {"standard": "Siapkan jawaban"}), 422)
    assert "Pilih orang atau divisi" in page
    client.post(address, {"standard": "Siapkan jawaban", "owner_id": str(chair.account_id)})
    assert Task.objects.get().title.startswith("Siapkan jawaban (surat 005/12/DISDUK")


@pytest.mark.parametrize("kind", ["csv", "xlsx", "pdf"])
def test_the_agenda_leaves_as_a_file(client, desk, kind):
    ground.receive(desk, subject="=HYPERLINK(1)")
    year = ground.day().year
    answer = client.get(reverse("office:letters_file", args=["masuk", year, kind]))
    start = {"csv": b"\xef\xbb\xbfagenda", "xlsx": b"PK", "pdf": b"%PDF"}[kind]
    assert answer.status_code == 200 and answer.content.startswith(start)
    if kind == "csv":
        assert b",=HYPERLINK" not in answer.content


def test_files_that_are_no_pdf_are_refused(client, desk):
    from django.core.files.uploadedfile import SimpleUploadedFile

    bad = SimpleUploadedFile("surat.pdf", b"MZ program")
    page = text(client.post(reverse("office:letter_in"), {**LETTER, "file": bad}), 422)
    assert "bukan PDF" in page


def test_a_product_goes_step_by_step(client, desk):
    enter(client, "kasubbag", division="subbag-teknis-hukum")
    values = {"kind": "keputusan", "title": "Pedoman kehadiran"}
    page = text(client.post(reverse("office:product_new"), values, follow=True))
    assert "Catat hasil telaah hukum" in page and "Catat penetapan" not in page
    product = queries.products(desk)[0]
    step = reverse("office:product_step", args=[product.id, "telaah"])
    client.post(step, {"day": str(ground.day()), "note": "Sesuai."})
    assert queries.product(desk, product.id).row.state == "telaah"


def test_the_file_names_what_is_missing_first(client, desk):
    spj = ground.spj(desk)
    person = NewPerson("Contoh Narasumber, M.Si.", "narasumber")
    actions.keep_person(by=desk, spj_id=spj.pk, person=person)
    page = text(client.get(reverse("office:spj", args=[spj.pk])))
    assert "Kurang 15 naskah:" in page and "NPWP</a> – Contoh Narasumber, M.Si." in page
    address = reverse("office:spj_paper", args=[spj.pk, "kak", 0])
    assert "Lampirkan berkasnya" in text(client.post(address, {"state": "ada"}), 422)
    client.post(address, {"state": "ada", "reference": "Map 1"})
    assert len(queries.spj_page(desk, spj.pk).row.lacks) == 14
    assert client.get(reverse("office:spj_pdf", args=[spj.pk])).content.startswith(b"%PDF")


def test_rupiah_are_typed_as_people_write_them(client, desk):
    spj = ground.spj(desk)
    values = {
        "account_code": "522151",
        "item": "Honor",
        "volume": "2,5",
        "unit": "orang jam",
        "price": "Rp1.000.000",
    }
    client.post(reverse("office:spj_line", args=[spj.pk]), values)
    page = queries.spj_page(desk, spj.pk)
    assert page.planned.value == 2_500_000
    assert "Rp2.500.000" in text(client.get(reverse("office:spj", args=[spj.pk])))


def test_a_number_is_shown_once_for_a_purpose(client, desk):
    home = ground.institution(desk)
    one = ground.contact(desk, home, phone="081200000123")
    page = text(client.get(reverse("office:contact", args=[one.pk])))
    assert "••• 123" in page and "081200000123" not in page
    address = reverse("office:contact_reveal", args=[one.pk])
    answer = client.post(address, {"purpose": "Undangan rakor"})
    assert "081200000123" in text(answer) and answer["Cache-Control"] == "no-store"


def test_home_shows_letters_files_and_decrees_that_wait(client, desk):
    ground.receive(desk, reply_by=ground.day(2))
    ground.spj(desk, first=date(2024, 1, 2), last=date(2024, 1, 2))
    page = text(client.get("/"))
    assert "Surat menunggu jawaban" in page and "Berkas SPJ belum lengkap" in page
    assert "Menunggu terbit di JDIH" not in page


def test_a_committee_sees_its_own_register_only(client, desk):
    ground.receive(desk)
    client.force_login(factories.account("ppk", "73.12.01"))
    page = text(client.get(reverse("office:letters")))
    assert "Permintaan data pemilih" not in page and "Belum ada surat masuk" in page
    assert client.get(reverse("office:spj_index")).status_code == 403


def test_the_task_of_an_answer_leads_to_its_letter(client, desk):
    letter = ground.receive(desk, reply_by=ground.day(2))
    task = Task.objects.get()
    page = text(client.get(reverse("stages:task", args=[task.pk])))
    assert "Dari surat" in page and reverse("office:letter", args=[letter.pk]) in page
    client.force_login(factories.account("pengawas"))
    assert client.get(reverse("stages:task", args=[task.pk])).status_code == 404


def test_a_handing_over_from_draft_to_signature(client, desk):
    keeper = enter(client, "sekretaris")
    chair, after = factories.account("ketua"), factories.account("anggota")
    grant = chair.grants.get()
    values = {
        "grant_id": str(grant.pk),
        "successor_id": str(after.pk),
        "last_day": str(ground.day(-1)),
        "basis": "Keputusan contoh",
        "notes": "Kunci ruang kerja",
    }
    page = text(client.post(reverse("office:handover_new"), values, follow=True))
    assert "Cetak berita acara" in page and "Kunci ruang kerja" in page
    row = queries.handovers(keeper)[0]
    assert client.get(reverse("office:handover_pdf", args=[row.id])).content.startswith(b"%PDF")
    sign = reverse("office:handover_sign", args=[row.id])
    assert "wajib" in text(client.post(sign, {"day": str(ground.day())}), 422).lower()
    client.post(sign, {"number": "1/BAST", "day": str(ground.day())})
    grant.refresh_from_db()
    assert grant.valid_until == ground.day(-1)
    assert after.grants.filter(role="ketua", valid_from=ground.day()).exists()
