"""An evaluation from the data: planned and done, remarks beside figures, a paper that is signed."""

import io
import zipfile
from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document as Word
from pypdf import PdfReader

from jurdil.kernel import clock, facts, moments
from jurdil.kernel.actions import documents
from jurdil.kernel.actions.tasks import close_task, open_task
from jurdil.kernel.acts import Refused
from jurdil.kernel.facts import Fact, Section, Table
from jurdil.kernel.models import Account, Document, Election
from jurdil.kernel.queries import documents as papers
from jurdil.law.text import Text
from jurdil.meetings import actions as meeting_acts
from jurdil.reporting import actions, queries
from tests import factories
from tests.meetings import ground as meetings
from tests.office.ground import person
from tests.reporting import ground
from tests.reporting.ground import fact, telling

pytestmark = pytest.mark.django_db
HOSTILE = "<script>alert('x')</script> #set page(fill: red) \x08"


@pytest.fixture
def people():
    return ground.office()


def task(by, title, due, division="teknis"):
    return open_task(
        by=by,
        title=title,
        election_id=Election.objects.get().pk,
        division=division,
        due=due,
    )


def words(content):
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def test_tasks_are_told_on_time_late_and_open_by_division(people):
    author, _chair = people
    now = clock.now()
    soon, past = now + timedelta(hours=1), now - timedelta(hours=1)
    for title, due in (("Tepat", soon), ("Terlambat", past)):
        close_task(by=author, task_id=task(author, title, due).pk, result="Selesai.")
    task(author, "Lewat", past)
    task(author, "Lain", soon, division="hukum")
    made = ground.evaluation(author, last=clock.today() + timedelta(days=2))
    plan = next(one for one in queries.evaluation(author, made.pk).plans if one.code == "tugas")
    assert dict(plan.balance.counts) == {
        "tepat-waktu": 1,
        "terlambat": 1,
        "lewat-tenggat": 1,
        "berjalan": 1,
    }
    own = ground.evaluation(author, division="hukum", last=clock.today() + timedelta(days=2))
    plan = next(one for one in queries.evaluation(author, own.pk).plans if one.code == "tugas")
    assert [one.words.id for one in plan.lines] == ["Lain"]


def test_a_room_that_comes_later_adds_its_section_and_a_division_sees_its_own(people):
    author, _chair = people
    whole, part = ground.evaluation(author), ground.evaluation(author, division="hukum")
    with telling(
        fact("a", "Milik hukum", 3, divisions=("hukum",)),
        fact("b", "Milik teknis", 4, divisions=("teknis",)),
    ):
        told = {one.code: one for one in queries.evaluation(author, whole.pk).told}
        assert [one.key for one in told["contoh"].section.facts] == ["a", "b"]
        told = {one.code: one for one in queries.evaluation(author, part.pk).told}
        assert [one.key for one in told["contoh"].section.facts] == ["a"]
    assert "contoh" not in {one.code for one in queries.evaluation(author, whole.pk).told}


def test_two_facts_of_one_key_are_a_fault_of_the_house(people):
    author, _chair = people
    with (
        telling(fact("a", "A", 1), fact("a", "B", 2)),
        pytest.raises(ValueError, match="two facts"),
    ):
        facts.told(author, facts.Asked(clock.today(), clock.today()))


def test_a_remark_stands_beside_the_figures_and_the_newest_counts(people):
    author, chair = people
    made = ground.evaluation(author)
    for by, text in ((author, "Pertama."), (chair, "Kedua.")):
        actions.remark(by=by, evaluation_id=made.pk, section="ringkasan", text=text)
    page = queries.evaluation(author, made.pk)
    assert page.remarks["ringkasan"].text == "Kedua."
    assert made.remarks.count() == 2
    with pytest.raises(Refused, match="tidak ada"):
        actions.remark(by=author, evaluation_id=made.pk, section="entah", text="x")


def test_a_remark_with_a_day_that_has_not_come_is_stopped(people):
    author, _chair = people
    made = ground.evaluation(author)
    ahead = clock.today() + timedelta(days=90)
    said = f"Rapat dilaksanakan pada {ahead:%d-%m-%Y}."
    with pytest.raises(Refused, match="sudah terjadi"):
        actions.remark(by=author, evaluation_id=made.pk, section="ringkasan", text=said)
    right = f"Rapat akan dilaksanakan pada {ahead:%d-%m-%Y}."
    actions.remark(by=author, evaluation_id=made.pk, section="ringkasan", text=right)


def test_days_the_wrong_way_round_and_unknown_divisions_are_refused(people):
    author, _chair = people
    today = clock.today()
    with pytest.raises(Refused, match="sesudah"):
        ground.evaluation(author, first=today, last=today - timedelta(days=1))
    with pytest.raises(Refused, match="lima divisi"):
        ground.evaluation(author, division="entah")
    with pytest.raises(Refused, match="judul"):
        ground.evaluation(author, title=" ")


def sign(document, chair):
    documents.initial_subhead(by=person("kasubbag"), document_id=document.pk)
    documents.initial_secretary(by=person("sekretaris"), document_id=document.pk)
    return documents.sign(by=chair, document_id=document.pk)


def test_the_paper_is_signed_by_the_chain_and_keeps_its_figures(people):
    author, chair = people
    with telling(fact("a", "Pemilih terdata", 118)):
        made = ground.evaluation(author)
        actions.remark(by=author, evaluation_id=made.pk, section="ringkasan", text="Berjalan baik.")
        draft = actions.draft_report(by=author, evaluation_id=made.pk)
        assert actions.draft_report(by=author, evaluation_id=made.pk).pk == draft.pk
        signed = sign(draft, chair)
    assert (signed.kind, signed.state) == ("laporan", Document.State.SIGNED)
    printed = words(papers.pdf(author, signed.pk))
    for expected in (
        "Daftar isi",
        "Pemilih terdata",
        "118",
        "Berjalan baik.",
        "Catatan",
        "Contoh ketua",
    ):
        assert expected in printed
    with telling(fact("a", "Pemilih terdata", 119)):
        page = queries.evaluation(author, made.pk)
        assert [(name.id, *values) for name, *values in page.changed] == [
            ("Pemilih terdata", "118", "119")
        ]
        after = actions.draft_report(by=author, evaluation_id=made.pk)
    assert after.replaces_id == signed.pk
    assert "118" in words(papers.pdf(author, signed.pk)), "a signed paper never changes"


def test_a_paper_on_its_way_is_not_written_anew(people):
    author, _chair = people
    made = ground.evaluation(author)
    draft = actions.draft_report(by=author, evaluation_id=made.pk)
    documents.initial_subhead(by=person("kasubbag"), document_id=draft.pk)
    for act, more in (
        (actions.draft_report, {}),
        (actions.remark, {"section": "ringkasan", "text": "x"}),
    ):
        with pytest.raises(Refused, match="diparaf"):
            act(by=author, evaluation_id=made.pk, **more)


def test_hostile_remarks_change_neither_page_nor_paper_nor_word_file(people):
    author, _chair = people
    made = ground.evaluation(author)
    actions.remark(by=author, evaluation_id=made.pk, section="penutup", text=HOSTILE)
    client = Client()
    client.force_login(Account.objects.get(pk=author.account_id))
    page = client.get(reverse("reporting:evaluation", args=[made.pk]))
    assert page.status_code == 200 and "<script>alert" not in page.content.decode()
    draft = actions.draft_report(by=author, evaluation_id=made.pk)
    assert "#set page" in words(papers.pdf(author, draft.pk)), "printed as text"
    content = queries.evaluation_docx(author, made.pk)
    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    text = [one.text for one in Word(io.BytesIO(content)).paragraphs]
    assert "Laporan Evaluasi" in text and any("#set page" in one for one in text)


@pytest.mark.parametrize("sign", ["\x0b", "\x1f", "\ufffe", "\uffff"])
def test_a_sign_that_xml_forbids_does_not_break_the_word_file(people, sign):
    author, _chair = people
    made = ground.evaluation(author, title=f"Evaluasi{sign} contoh")
    actions.remark(by=author, evaluation_id=made.pk, section="penutup", text=f"Baik{sign} sekali")
    text = [
        one.text for one in Word(io.BytesIO(queries.evaluation_docx(author, made.pk))).paragraphs
    ]
    assert "Evaluasi contoh" in text and "Baik sekali" in text


def test_a_sign_that_no_font_has_is_said_before_anybody_signs(people):
    author, _chair = people
    made = ground.evaluation(author)
    said = "Alhamdulillah \N{SMILING FACE WITH SUNGLASSES}"
    actions.remark(by=author, evaluation_id=made.pk, section="penutup", text=said)
    with pytest.raises(Refused, match="tidak dapat dicetak"):
        actions.draft_report(by=author, evaluation_id=made.pk)
    assert not Document.objects.exists()


def test_the_report_of_a_division_is_signed_by_the_chair_alone(people):
    author, chair = people
    made = ground.evaluation(author, division="teknis")
    signed = sign(actions.draft_report(by=author, evaluation_id=made.pk), chair)
    assert (signed.kind, signed.state) == ("laporan-divisi", Document.State.SIGNED)


def test_no_form_changes_a_report_by_hand(people):
    author, _chair = people
    draft = actions.draft_report(by=author, evaluation_id=ground.evaluation(author).pk)
    client = Client()
    client.force_login(Account.objects.get(pk=author.account_id))
    assert not papers.paper(author, draft.pk).may_revise
    assert client.get(reverse("kernel:document_revise", args=[draft.pk])).status_code == 404
    assert client.get(reverse("kernel:document_new", args=["laporan"])).status_code == 404


def test_bawaslu_evaluates_its_own_work(db):
    author, chair = ground.office("bawaslu")
    made = ground.evaluation(author)
    draft = actions.draft_report(by=author, evaluation_id=made.pk)
    assert draft.path == factories.REGENCY
    assert moments.day_of(draft.drafted_at, clock.zone()) == clock.today()
    assert queries.evaluation(chair, made.pk).row.document_id == draft.pk


def test_meetings_of_one_name_are_told_apart_by_day_and_place(people):
    author, _chair = people
    by = factories.viewer()
    for village in ("Balai Lalabata", "Balai Liliriaja"):
        held = meetings.opened(by, Election.objects.get(), title="Rapat pleno DPHP", venue=village)
        meeting_acts.step(by=by, meeting_id=held.pk, move="tutup")
    made = ground.evaluation(author)
    plan = next(one for one in queries.evaluation(author, made.pk).plans if one.code == "rapat")
    assert [one.words.id for one in plan.lines] == [
        "Rapat pleno DPHP, Balai Lalabata",
        "Rapat pleno DPHP, Balai Liliriaja",
    ]
    draft = actions.draft_report(by=author, evaluation_id=made.pk)
    printed = words(papers.pdf(author, draft.pk))
    assert "Balai Lalabata" in printed and f"{clock.today():%d-%m-%Y}" in printed


def test_the_word_file_is_a_document_an_office_can_sign(people):
    author, _chair = people
    with telling(fact("a", "Pemilih terdata", 118)):
        made = ground.evaluation(author)
        actions.remark(by=author, evaluation_id=made.pk, section="ringkasan", text="Berjalan baik.")
        actions.draft_report(by=author, evaluation_id=made.pk)
        found = Word(io.BytesIO(queries.evaluation_docx(author, made.pk)))
    section = found.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    heads = [one.text for one in found.paragraphs if one.style.name.startswith("Heading")]
    assert heads[0] == "1. Ringkasan" and heads[-1] == "Tanda tangan"
    assert any(one.startswith("3.1 ") for one in heads), "parts are numbered below their chapter"
    everything = found.element.xml
    assert 'TOC \\o "1-2"' in everything and "PAGE" in section.footer._element.xml
    tables = list(found.tables[:-1])
    assert tables and all("w:tblHeader" in one.rows[0]._tr.xml for one in tables)
    assert all("w:cantSplit" in row._tr.xml for one in tables for row in one.rows[1:])
    assert "Ketua" in found.tables[-1].rows[0].cells[0].text
    assert found.core_properties.language == "id-ID"


def test_what_is_not_confirmed_stands_at_the_foot_of_the_word_file_from_tables_too(people):
    author, _chair = people
    loose = replace(ground.count("Terdata", 118), confirmed=False)
    one = Fact("a", Text("Pemilih terdata", "Voters"), loose)
    table = Table(Text("Per desa", "By village"), (Text("Desa", "Village"),), ((loose,), (loose,)))

    def tell(_viewer, _asked):
        return Section((one,), (table,))

    facts.register("contoh", Text("Contoh", "Sample"), tell, order=1, right="stages.view")
    try:
        made = ground.evaluation(author)
        found = Word(io.BytesIO(queries.evaluation_docx(author, made.pk)))
    finally:
        facts.unregister("contoh")
    text = [one.text for one in found.paragraphs]
    notes = text[text.index("Belum dikonfirmasi pada naskah peraturan:") + 1 :]
    assert [one.partition(":")[0] for one in notes] == ["Pemilih terdata", "Per desa"]
