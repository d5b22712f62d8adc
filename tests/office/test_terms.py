"""A commissioner's term ends: the successor has the tasks, old papers keep the old signer."""

import io

import pytest
from pypdf import PdfReader

from jurdil.kernel.actions import accounts, documents, tasks
from jurdil.kernel.acts import Refused
from jurdil.kernel.documents import signing
from jurdil.kernel.models import Document, Grant, Task
from jurdil.kernel.queries import documents as papers
from jurdil.office import actions, queries
from tests import factories
from tests.office import ground
from tests.writes import setting_up

pytestmark = pytest.mark.django_db


@pytest.fixture
def house():
    return ground.office()


def newcomer(by):
    return accounts.create_account(
        by=by, username="penerus", name="Contoh Penerus", password=factories.PASSWORD
    )


def draft(by, leaving, successor, **more):
    values = {"last_day": ground.day(-1), "basis": "Keputusan contoh 1/2024", **more}
    return actions.draft_handover(
        by=by, grant_id=leaving.grant_id, successor_id=successor.pk, **values
    )


def sign(by, made, **more):
    values = {"number": "1/BAST/2024", "day": ground.day(), **more}
    return actions.sign_handover(by=by, handover_id=made.pk, **values)


def paper(by, title):
    made = documents.draft(by=by, kind="surat", title=title, body=ground.BODY)
    documents.initial_subhead(by=ground.person("kasubbag"), document_id=made.pk)
    documents.initial_secretary(by=ground.person("sekretaris"), document_id=made.pk)
    return made.pk


def test_tasks_and_the_duty_to_sign_pass_on_and_old_papers_keep_the_old_signer(house):
    chair, keeper = ground.person("ketua"), ground.person("sekretaris")
    operator = ground.person()
    old = paper(operator, "Surat lama")
    documents.sign(by=chair, document_id=old)
    before = papers.pdf(operator, old)
    waiting = paper(operator, "Surat baru")
    task = tasks.open_task(
        by=operator, election_id=house.pk, title="Balas DPRD", due=None, owner_id=chair.account_id
    )
    done = tasks.open_task(
        by=operator, election_id=house.pk, title="Selesai", due=None, owner_id=chair.account_id
    )
    tasks.close_task(by=chair, task_id=done.pk, result="ya")
    after = newcomer(keeper)
    made = draft(operator, chair, after)
    page = queries.handover(operator, made.pk)
    assert [one.words for one in page.tasks] == ["Balas DPRD"]
    assert [one.words for one in page.papers] == ["Surat baru"]
    assert queries.handover_pdf(operator, made.pk).startswith(b"%PDF")
    sign(keeper, made, file=ground.PDF)
    assert Task.objects.get(pk=task.pk).owner_id == after.pk
    assert Task.objects.get(pk=done.pk).owner_id == chair.account_id
    assert Grant.objects.get(pk=chair.grant_id).valid_until == ground.day(-1)
    begun = Grant.objects.get(account=after)
    assert (begun.role, begun.valid_from) == ("ketua", ground.day())
    (one,) = signing.signers(Document.objects.get(pk=waiting))
    assert one.account_id == after.pk
    signed = papers.paper(operator, old)
    assert [step.name for step in signed.steps if step.state == "ditandatangani"] == [chair.name]
    assert papers.pdf(operator, old) == before


def test_what_the_minutes_listed_stays_readable(house):
    chair, keeper = ground.person("ketua"), ground.person("sekretaris")
    task = tasks.open_task(
        by=keeper, election_id=house.pk, title="Balas DPRD", due=None, owner_id=chair.account_id
    )
    made = sign(keeper, draft(keeper, chair, newcomer(keeper)))
    tasks.close_task(by=keeper, task_id=task.pk, result="dibalas")
    page = queries.handover(keeper, made.pk)
    assert [one.words for one in page.tasks] == ["Balas DPRD"] and page.row.number == "1/BAST/2024"


def test_an_acting_holder_needs_a_last_day(house):
    chair, keeper = ground.person("ketua"), ground.person("sekretaris")
    made = draft(keeper, chair, newcomer(keeper), acting="Plt")
    with pytest.raises(Refused, match="hari terakhir"):
        sign(keeper, made)
    assert Grant.objects.get(pk=chair.grant_id).valid_until is None


def test_bad_handings_over_are_refused_in_a_sentence(house):
    chair, keeper = ground.person("ketua"), ground.person("sekretaris")
    after = newcomer(keeper)
    holder = Grant.objects.get(pk=chair.grant_id).account
    with pytest.raises(Refused, match="Penerus harus orang lain"):
        draft(keeper, chair, holder)
    with pytest.raises(Refused, match="baru mulai"):
        draft(keeper, chair, after, last_day=ground.day(-9999))
    draft(keeper, chair, after)
    with pytest.raises(Refused, match="sudah disusun"):
        draft(keeper, chair, after)


def test_a_signed_one_changes_no_more_and_a_dropped_draft_moves_nothing(house):
    chair, keeper = ground.person("ketua"), ground.person("sekretaris")
    made = draft(keeper, chair, newcomer(keeper))
    actions.drop_handover(by=keeper, handover_id=made.pk, reason="Keputusan dicabut")
    with pytest.raises(Refused, match="“Batal”"):
        sign(keeper, made)
    assert Grant.objects.get(pk=chair.grant_id).valid_until is None


def test_the_title_of_a_secret_paper_stands_in_no_minutes_of_handing_over(house):
    chair, keeper = ground.person("ketua"), ground.person("sekretaris")
    operator = ground.person()
    waiting = paper(operator, "Dugaan contoh")
    with setting_up():
        Document.objects.filter(pk=waiting).update(readers=Document.Readers.HEADS)
    made = draft(operator, chair, newcomer(keeper))
    page = queries.handover(operator, made.pk)
    assert [one.words for one in page.papers] == ["Naskah yang hanya dibaca pimpinan"]
    pages = PdfReader(io.BytesIO(queries.handover_pdf(operator, made.pk))).pages
    said = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "Naskah yang hanya dibaca pimpinan" in said and "Dugaan contoh" not in said
