"""The pages: what is offered to whom, and a refusal that stands at the form with nothing lost."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from jurdil.kernel import clock
from jurdil.kernel.models import Office
from jurdil.kernel.who import viewer_for
from jurdil.outreach import actions, queries
from jurdil.outreach.models import Activity, Evidence, Material, Programme
from jurdil.outreach.records import NewEvidence
from tests import factories
from tests.outreach import ground
from tests.places.ground import LABESSI, MARIORIWAWO, TETTIKENRARAE

pytestmark = pytest.mark.django_db


@pytest.fixture
def held():
    return ground.election()


def enter(client, role, path=factories.REGENCY):
    account = factories.account(role, path)
    client.force_login(account)
    return viewer_for(account.grants.get(), Office.objects.get())


def text(answer, status=200):
    assert answer.status_code == status, answer.status_code
    return answer.content.decode()


def filled(held, **values):
    known = {
        "title": "Sosialisasi contoh di pasar",
        "stage": f"{held.pk}:{ground.STAGE}",
        "held_on": clock.today().isoformat(),
        "path": LABESSI,
        "reached": "tempat",
        "base": "keluarga",
        "method": "diskusi",
        "men": "20",
        "women": "25",
        "total": "45",
        "cost": "1.500.000",
    }
    return {**known, **values}


def test_a_village_files_by_page_and_the_office_verifies(client, held):
    enter(client, "pps", LABESSI)
    wrong = text(client.post(reverse("outreach:new_report"), filled(held, total="46")), 422)
    assert "= 45, tetapi jumlah yang diisi 46" in wrong and "Sosialisasi contoh di pasar" in wrong
    page = text(client.post(reverse("outreach:new_report"), filled(held), follow=True))
    made = Activity.objects.get()
    assert "menunggu verifikasi" in page and made.cost == 1_500_000
    assert reverse("outreach:verify", args=[made.pk]) not in page
    enter(client, "kasubbag")
    page = text(client.get(reverse("outreach:activity", args=[made.pk])))
    assert "Belum ada bukti" in page and "Kembalikan laporan" in page
    assert made.title in text(client.get("/"))
    empty = client.post(reverse("outreach:send_back", args=[made.pk]), {"reason": ""})
    assert "Alasan" in text(empty, 422)
    page = text(client.post(reverse("outreach:verify", args=[made.pk]), follow=True))
    assert "terverifikasi" in page
    place = text(client.get(reverse("places:place", args=[LABESSI])))
    assert "Sosialisasi contoh di pasar" in place and "45 hadir" in place


def test_a_kecamatan_reaches_all_its_villages_when_it_says_so(client, held):
    enter(client, "ppk", MARIORIWAWO)
    values = filled(held, path=MARIORIWAWO, reached="semua")
    client.post(reverse("outreach:new_report"), values)
    villages = set(Activity.objects.get().villages.values_list("path", flat=True))
    assert {LABESSI, TETTIKENRARAE} <= villages and len(villages) == 13


def photographed() -> bytes:
    """A photo with the name of the phone and a place in it."""
    exif = Image.Exif()
    exif[0x010F] = "Telepon Contoh"
    exif.get_ifd(0x8825)[1] = "S"
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "white").save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_a_photo_that_is_a_table_is_refused_and_a_real_one_is_shown(client, held):
    by = enter(client, "pps", LABESSI)
    made = ground.reported(by, held)
    url = reverse("outreach:evidence", args=[made])
    table = SimpleUploadedFile("foto.jpg", b"nama,nik\nContoh,1\n", "image/jpeg")
    answer = client.post(url, {"kind": "foto", "file": table})
    assert "bukan PDF, JPEG, atau PNG" in text(answer, 422)
    answer = client.post(url, {"kind": "tautan", "address": "javascript:alert(1)"})
    assert "Tautan ini tidak dapat dibuka" in text(answer, 422) and not Evidence.objects.exists()
    broken = SimpleUploadedFile("foto.jpg", b"\xff\xd8\xff" + b"0" * 50, "image/jpeg")
    answer = client.post(url, {"kind": "foto", "file": broken})
    assert "rusak atau tidak dapat dibuka" in text(answer, 422) and not Evidence.objects.exists()
    photo = SimpleUploadedFile("pasar.jpg", photographed(), "image/jpeg")
    text(client.post(url, {"kind": "foto", "file": photo, "caption": "Pasar"}, follow=True))
    kept = Evidence.objects.get()
    answer = client.get(reverse("outreach:evidence_file", args=[made, kept.pk]))
    shown = Image.open(io.BytesIO(answer.content))
    assert (shown.size, dict(shown.getexif())) == ((60, 40), {})
    assert b"Telepon Contoh" in photographed() and b"Telepon Contoh" not in answer.content
    assert answer["Content-Type"] == "image/jpeg" and answer["X-Content-Type-Options"] == "nosniff"
    drop = reverse("outreach:drop_evidence", args=[made, kept.pk])
    assert "Ditarik" in text(client.post(drop, {"reason": "Buram"}, follow=True))
    assert client.get(drop).status_code == 404


def test_a_link_is_shown_as_a_link_that_tells_nothing(client, held):
    by = enter(client, "pps", LABESSI)
    made = ground.reported(by, held)
    link = NewEvidence("tautan", address='https://contoh.go.id/?a="><script>')
    actions.add_evidence(by=by, activity_id=made, evidence=link)
    page = text(client.get(reverse("outreach:activity", args=[made])))
    assert 'rel="noopener noreferrer nofollow"' in page and "<script>" not in page.split("main")[1]


def test_a_test_is_filled_in_as_a_table(client, held):
    by = enter(client, "operator")
    made = ground.reported(by, held)
    url = reverse("outreach:test", args=[made])
    values = {"sheets_before": "40", "sheets_after": "20", "text_1": "Kapan?", "before_1": "10"}
    assert "benar 30 dari 20 lembar" in text(client.post(url, {**values, "after_1": "30"}), 422)
    page = text(client.post(url, {**values, "after_1": "15"}, follow=True))
    assert "kurang dari 30" in page and "50,0" in page
    assert 'value="Kapan?"' in text(client.get(url))


def test_lists_filter_and_go_out_as_files(client, held):
    by = enter(client, "operator")
    ground.reported(by, held, title='=HYPERLINK("x")')
    ground.reported(by, held, title="Nonton bersama", base="muda", method="media-sosial", reach=900)
    page = text(client.get(reverse("outreach:index") + "?basis=muda&cari=nonton"))
    assert "Nonton bersama" in page and "HYPERLINK" not in page
    odd = text(client.get(reverse("outreach:index") + "?basis=petani&program=x&sesudah=zz&dari=9"))
    assert "kegiatan sosialisasi" in odd
    csv = client.get(reverse("outreach:index_file", args=["csv"])).content.decode("utf-8-sig")
    assert csv.count("\n") == 3 and "'=HYPERLINK" in csv
    assert client.get(reverse("outreach:index_file", args=["xlsx"])).content[:2] == b"PK"
    assert client.get(reverse("outreach:index_file", args=["pdf"])).status_code == 404
    today = clock.today()
    period = f"?dari={today}&sampai={today}"
    pdf = client.get(reverse("outreach:recap") + period)
    assert pdf.content[:5] == b"%PDF-"
    bad = client.get(reverse("outreach:recap") + "?dari=x", follow=True)
    assert "rekap dengan benar" in text(bad)


def test_programme_targets_and_coverage_by_page(client, held):
    enter(client, "kasubbag")
    assert "Belum ada program" in text(client.get(reverse("outreach:programme")))
    values = {"title": "Sekolah", "stage": f"{held.pk}:{ground.STAGE}", "wanted": "3"}
    page = text(client.post(reverse("outreach:programme_new"), values, follow=True))
    line = Programme.objects.get()
    assert "Sekolah" in page and "0 / 3" in page
    changed = {**values, "wanted": "5"}
    client.post(reverse("outreach:programme_change", args=[line.pk]), changed)
    assert Programme.objects.get().wanted == 5
    page = text(client.get(reverse("outreach:coverage") + f"?pemilihan={held.pk}"))
    assert "Kerjakan dulu" in page and "Labessi" in page and "60" in page
    url = reverse("outreach:target", args=[held.pk])
    grid = queries.grid(ground.person("operator"), held.pk)
    bases = {code: "1" for code, _name in grid.bases}
    text(client.post(url, {**bases, "muda": "51"}), 422)
    text(client.post(url, {**bases, "muda": "3"}, follow=True))
    assert queries.targets(ground.person("operator"), held.pk)["muda"] == 3
    text(client.get(reverse("outreach:coverage") + "?lihat=peta"))
    csv = client.get(reverse("outreach:coverage_file", args=["csv"])).content.decode()
    assert csv.count("\n") == 70 * 10 + 1
    drop = reverse("outreach:programme_drop", args=[line.pk])
    text(client.post(drop, {"reason": "Digabung"}, follow=True))
    assert client.get(drop).status_code == 404


def test_a_material_takes_its_days_from_the_schedule_and_is_marked_when_it_moves(client, held):
    enter(client, "operator")
    url = reverse("outreach:material_new") + f"?pemilihan={held.pk}"
    values = {"form": "unggahan", "title": "Jangan lupa", "stages": [ground.OTHER]}
    wrong = {**values, "body": "Kampanye sampai 1 Januari 2031!"}
    page = text(client.post(url, wrong), 422)
    assert "1 Januari 2031" in page and "tidak cocok dengan jadwal" in page
    page = text(client.post(url, values, follow=True))
    made = Material.objects.get()
    assert "Kampanye contoh" in page and "Jadwal berubah" not in page
    png = client.get(reverse("outreach:material_png", args=[made.pk])).content
    from PIL import Image

    assert Image.open(io.BytesIO(png)).size == (1080, 1350)
    before = client.get(reverse("outreach:material_pdf", args=[made.pk])).content
    with ground.setting_up():
        ground.schedule(held, 2, shift=7)
    page = text(client.get(reverse("outreach:material", args=[made.pk])))
    assert "Jadwal berubah sejak materi ini dibuat" in page and "kini" in page
    assert "jadwal berubah" in text(client.get(reverse("outreach:materials")))
    assert client.get(reverse("outreach:material_pdf", args=[made.pk])).content != before
    page = text(
        client.post(reverse("outreach:material", args=[made.pk]), {"reason": "Usang"}, follow=True)
    )
    assert "Materi ditarik" in page


@pytest.mark.parametrize("form", ["poster", "selebaran"])
def test_posters_and_leaflets_are_one_page(client, held, form):
    by = enter(client, "operator")
    made = actions.make_material(
        by=by, election_id=held.pk, form=form, title="Ayo", body="Baris\nDua", stages=[ground.OTHER]
    )
    from pypdfium2 import PdfDocument

    assert len(PdfDocument(queries.material_pdf(by, made))) == 1


def test_a_meeting_fills_in_who_came(client, held):
    from tests.meetings import ground as meetings

    by = enter(client, "operator")
    made = ground.reported(by, held)
    meeting = meetings.planned(by, held, "fgd")
    url = reverse("outreach:meeting", args=[made])
    assert "Rapat contoh" in text(client.get(url))
    page = text(client.post(url, {"meeting": str(meeting.pk)}, follow=True))
    assert "Rapat contoh" in page
    assert 'name="total" value="0"' in text(client.get(reverse("outreach:report", args=[made])))
