"""A press release from its facts to the portal: what stops it, who approves, what stays."""

import io
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused
from jurdil.kernel.facts import Fact
from jurdil.kernel.models import Account, LedgerEntry
from jurdil.kernel.policy import Forbidden
from jurdil.kernel.viewer import public_viewer
from jurdil.law.text import Text
from jurdil.reporting import actions, queries
from jurdil.reporting.models import Release
from tests import factories
from tests.reporting import ground
from tests.reporting.ground import PARTIES, fact, telling

pytestmark = pytest.mark.django_db
LIST = ", ".join(f"{name} {count}" for name, count in PARTIES.items())
HOSTILE = "<script>alert('x')</script> <img src=x onerror=alert('x')>"


@pytest.fixture
def people():
    return ground.office()


def everybody():
    return public_viewer(factories.REGENCY, "kpu")


def browser(person):
    client = Client()
    client.force_login(Account.objects.get(pk=person.account_id))
    return client


def test_a_release_with_a_wrong_sum_is_stopped_with_both_numbers(people):
    author, _chair = people
    made = ground.write(author, f"KPU memverifikasi 2.897 anggota, yaitu {LIST}.")
    keys = [piece.key for piece in queries.release(author, made.pk).pieces]
    marks = {key: {"source": "Sipol 18 Oktober 2022"} for key in keys}
    actions.mark_release(by=author, release_id=made.pk, marks=marks)
    with pytest.raises(Refused, match=r"2\.897.*2\.616.*281"):
        actions.submit_release(by=author, release_id=made.pk)
    page = queries.release(author, made.pk)
    assert [one.code for one in page.findings] == ["jumlah-berbeda"]
    assert page.version.text.startswith("KPU memverifikasi 2.897"), "nothing is lost"
    said = ground.new(page.version.text.replace("2.897", "2.616"))
    actions.write_release(by=author, new=said, release_id=made.pk)
    page = queries.release(author, made.pk)
    assert [one.code for one in page.findings] == ["angka-tanpa-sumber"], "the others kept theirs"


def test_a_fact_that_changed_after_approval_stops_the_publication(people):
    author, chair = people
    with telling(fact("contoh.hadir", "Hadir", 118)):
        made = ground.mark(
            author, ground.write(author, "Hadir 118 orang."), **{"118": "contoh.hadir"}
        )
        actions.submit_release(by=author, release_id=made.pk)
        actions.approve_release(by=chair, release_id=made.pk)
    with telling(fact("contoh.hadir", "Hadir", 119)), pytest.raises(Refused, match=r"118.*119"):
        actions.publish_release(by=author, release_id=made.pk)
    assert queries.news(everybody()) == ()


def test_the_only_fact_that_fits_is_suggested(people):
    author, _chair = people
    with telling(fact("a", "Hadir", 118), fact("b", "Undangan", 200), fact("c", "Kursi", 200)):
        page = queries.release(author, ground.write(author, "Hadir 118 dari 200 orang.").pk)
    assert [one.suggested for one in page.pieces] == ["a", ""]


def test_nobody_approves_what_he_wrote(people):
    _author, chair = people
    made = ground.write(chair)
    actions.submit_release(by=chair, release_id=made.pk)
    with pytest.raises(Refused, match="orang lain"):
        actions.approve_release(by=chair, release_id=made.pk)


def test_an_operator_does_not_approve_and_a_visitor_reads_only_what_is_out(people):
    author, chair = people
    made = ground.write(author)
    actions.submit_release(by=author, release_id=made.pk)
    with pytest.raises(Forbidden):
        actions.approve_release(by=author, release_id=made.pk)
    with pytest.raises(Forbidden):
        queries.release(everybody(), made.pk)
    with pytest.raises(Release.DoesNotExist):
        queries.public_release(everybody(), made.slug)
    actions.approve_release(by=chair, release_id=made.pk)
    actions.publish_release(by=author, release_id=made.pk)
    assert [one.slug for one in queries.news(everybody())] == [made.slug]


def test_under_embargo_nobody_outside_sees_it_until_its_end(people, monkeypatch):
    author, chair = people
    until = clock.now() + timedelta(hours=2)
    made = ground.publish(author, chair, ground.write(author), embargo=until)
    assert queries.news(everybody()) == ()
    visitor = Client()
    for name in ("portal:release", "portal:release_image"):
        assert visitor.get(reverse(name, args=[made.slug])).status_code == 404
    assert made.slug not in visitor.get(reverse("portal:feed")).content.decode()
    monkeypatch.setattr(clock, "now", lambda: until)
    assert [one.slug for one in queries.news(everybody())] == [made.slug]


def test_an_embargo_in_the_past_is_refused(people):
    author, chair = people
    made = ground.write(author)
    actions.submit_release(by=author, release_id=made.pk)
    actions.approve_release(by=chair, release_id=made.pk)
    with pytest.raises(Refused, match="masa lalu"):
        actions.publish_release(by=author, release_id=made.pk, embargo=clock.now())


def test_a_correction_stands_beside_the_release_and_the_old_version_stays(people):
    author, chair = people
    made = ground.publish(author, chair, ground.write(author, "Rapat di Aula."))
    with pytest.raises(Refused, match="dibetulkan"):
        actions.write_release(by=author, new=ground.new("Rapat di Kantor."), release_id=made.pk)
    actions.write_release(
        by=author, new=ground.new("Rapat di Kantor."), release_id=made.pk, reason="Tempat keliru."
    )
    assert "Aula" in queries.public_release(everybody(), made.slug).version.text
    ground.publish(author, chair, made)
    page = queries.public_release(everybody(), made.slug)
    assert "Kantor" in page.version.text
    assert [(one.number, one.reason) for one in page.corrections] == [(1, "Tempat keliru.")]
    assert "Aula" in queries.public_release(everybody(), made.slug, 1).version.text
    shown = Client().get(reverse("portal:release", args=[made.slug])).content.decode()
    assert "Tempat keliru." in shown
    assert reverse("portal:release_version", args=[made.slug, 1]) in shown


def test_a_version_that_never_went_out_is_not_to_be_read(people):
    author, chair = people
    made = ground.write(author, "Naskah pertama.")
    actions.write_release(by=author, new=ground.new("Naskah kedua."), release_id=made.pk)
    ground.publish(author, chair, made)
    with pytest.raises(Release.DoesNotExist):
        queries.public_release(everybody(), made.slug, 1)


def test_a_right_of_reply_stands_with_the_release(people):
    author, chair = people
    made = ground.write(author)
    given = {"sender": "Contoh", "received_on": clock.today(), "letter": "1", "text": HOSTILE}
    with pytest.raises(Refused, match="sudah terbit"):
        actions.note_reply(by=author, release_id=made.pk, **given)
    ground.publish(author, chair, made)
    actions.note_reply(by=author, release_id=made.pk, **given)
    shown = Client().get(reverse("portal:release", args=[made.slug])).content.decode()
    assert "&lt;script&gt;" in shown and "<script>alert" not in shown


def test_hostile_text_stays_text_on_every_page(people):
    author, chair = people
    made = ground.write(author, f"{HOSTILE}\n\nBaris kedua.", title=HOSTILE[:100])
    staff = browser(author)
    pages = [staff.get(reverse("reporting:release", args=[made.pk]))]
    ground.publish(author, chair, made)
    visitor = Client()
    pages += [visitor.get(reverse("portal:release", args=[made.slug]))]
    pages += [visitor.get(reverse("portal:news")), visitor.get(reverse("portal:feed"))]
    for page in pages:
        text = page.content.decode()
        assert page.status_code == 200
        assert "<script>alert" not in text and "<img src=x" not in text
    image = visitor.get(reverse("portal:release_image", args=[made.slug]))
    assert image.content.startswith(b"\x89PNG") and image.headers["Content-Type"] == "image/png"


def test_the_published_page_explains_every_number_as_it_was_told(people):
    author, chair = people
    with telling(ground.turnout()):
        said = "Partisipasi 83,35 persen dari 3.288.262 pemilih, menurut rapat 4 divisi."
        made = ground.write(author, said)
        found = [one.code for one in queries.release(author, made.pk).findings]
        assert found == ["angka-tanpa-sumber"] * 3
        marks = {
            "83,35 persen": "contoh.partisipasi",
            "3.288.262": "sumber:Keputusan DPT",
            "4": "sumber:risalah",
        }
        ground.publish(author, chair, ground.mark(author, made, **marks))
    told = queries.public_release(everybody(), made.slug).facts
    assert [one.text for one in told] == ["83,35 persen", "3.288.262", "4"]
    assert ("Nilai", "83,3%") in told[0].rows or ("Nilai", "83,4%") in told[0].rows
    assert told[1].source == "Keputusan DPT"


def test_steps_of_a_release_that_do_not_follow_are_refused(people):
    author, chair = people
    made = ground.write(author)
    with pytest.raises(Refused, match="Draf"):
        actions.publish_release(by=author, release_id=made.pk)
    actions.submit_release(by=author, release_id=made.pk)
    with pytest.raises(Refused, match="Kembalikan"):
        actions.write_release(by=author, new=ground.new(), release_id=made.pk)
    with pytest.raises(Refused, match="diperbaiki"):
        actions.return_release(by=chair, release_id=made.pk, note=" ")
    actions.return_release(by=chair, release_id=made.pk, note="Tambahkan sumber.")
    actions.drop_release(by=author, release_id=made.pk, note="Tidak jadi.")
    assert queries.release(author, made.pk).row.state == "batal"


def test_publishing_is_in_the_ledger_with_the_digest_of_what_was_said(people):
    author, chair = people
    made = ground.publish(author, chair, ground.write(author))
    entry = LedgerEntry.objects.get(act="reporting.release_publish")
    assert entry.subject == f"release:{made.pk}" and len(json.loads(entry.payload)["digest"]) == 64


def test_the_form_keeps_what_was_typed_when_it_is_refused(people):
    author, _chair = people
    client = browser(author)
    given = {"title": "Contoh", "city": "", "dated": "bukan tanggal", "text": "Isi panjang"}
    page = client.post(reverse("reporting:release_new"), given)
    assert page.status_code == 422 and "Isi panjang" in page.content.decode()
    given |= {"city": "Soppeng", "dated": clock.today().isoformat(), "election": ""}
    page = client.post(reverse("reporting:release_new"), given)
    assert page.status_code == 302
    made = Release.objects.get()
    page = client.post(reverse("reporting:release_step", args=[made.pk, "ajukan"]))
    assert page.status_code == 302
    assert (
        client.post(reverse("reporting:release_step", args=[made.pk, "entah"])).status_code == 404
    )


def printed(content):
    pages = PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_release_prints_on_letterhead_and_says_when_it_may_be_told(people):
    author, chair = people
    with telling(fact("contoh.hadir", "Anggota hadir", 118)):
        made = ground.write(author, "Rapat dihadiri 118 orang.", contact="Parmas, media@contoh.id")
        ground.mark(author, made, **{"118": "contoh.hadir"})
        address = reverse("reporting:release_pdf", args=[made.pk])
        draft = printed(browser(author).get(address).content)
        assert "DRAF" in draft and "BELUM UNTUK DISIARKAN" in draft and "Baca dan" not in draft
        until = clock.now() + timedelta(days=2)
        ground.publish(author, chair, made, embargo=until)
        held = printed(browser(author).get(address).content)
        assert "EMBARGO sampai" in held and f"{until.astimezone(clock.zone()):%H.%M}" in held
        out = ground.write(author, "Rapat dihadiri 118 orang.", contact="Parmas, media@contoh.id")
        ground.mark(author, out, **{"118": "contoh.hadir"})
        ground.publish(author, chair, out)
        answer = browser(author).get(reverse("reporting:release_pdf", args=[out.pk]))
    told = printed(answer.content)
    assert answer["Content-Type"] == "application/pdf"
    for expected in (
        "SIARAN PERS",
        "UNTUK SEGERA DISIARKAN",
        "Narahubung Parmas, media@contoh.id",
        "Asal setiap angka",
        "Anggota hadir",
        f"/publik/siaran-pers/baca/{out.slug}/",
    ):
        assert expected in told


def test_the_paper_of_a_release_explains_its_numbers_as_it_told_them(people):
    author, chair = people
    loose = replace(ground.count("Anggota hadir", 118), confirmed=False)
    with telling(Fact("contoh.hadir", Text("Anggota hadir", "Members present"), loose)):
        made = ground.write(author, "Rapat dihadiri 118 orang.", contact="Parmas, media@contoh.id")
        ground.mark(author, made, **{"118": "contoh.hadir"})
        address = reverse("reporting:release_pdf", args=[made.pk])
        for state in ("DRAF", "UNTUK SEGERA"):
            said = printed(browser(author).get(address).content)
            assert state in said
            assert "Belum dikonfirmasi pada naskah peraturan: Anggota hadir." in said
            if state == "DRAF":
                ground.publish(author, chair, made)
    with telling(fact("contoh.hadir", "Anggota hadir", 121)):
        later = printed(browser(author).get(address).content)
    assert " 121" not in later and "118 Anggota hadir 118" in later
    assert "Belum dikonfirmasi pada naskah peraturan: Anggota hadir." in later
