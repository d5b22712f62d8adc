"""Who reads a paper: all inside, who works in the house, its heads; who drafted it always."""

import pytest

from jurdil.kernel.actions import documents as acts
from jurdil.kernel.documents import drafting, readers
from jurdil.kernel.models import Document, StoredFile
from jurdil.kernel.queries import documents as papers
from jurdil.kernel.who import viewer_for
from tests import factories
from tests.writes import setting_up

pytestmark = pytest.mark.django_db
BODY = {"opening": ["Pada hari ini."], "points": ["Setuju."], "closing": []}


def viewer(role):
    return viewer_for(factories.account(role).grants.get(), factories.office())


def paper(by, who):
    with setting_up():
        return drafting.open_draft(
            by=by,
            kind="pengumuman",
            title=f"Judul {who or 'umum'}",
            body=BODY,
            path=by.path,
            readers=who,
        )


@pytest.fixture
def kept():
    """A paper for each circle of readers, drafted by an operator."""
    factories.office()
    operator = viewer("operator")
    return {who: paper(operator, who) for who in Document.Readers.values} | {"by": operator}


@pytest.mark.parametrize(
    ("role", "circles"),
    [
        ("ketua", {"", "kantor", "pimpinan"}),
        ("kasubbag", {"", "kantor", "pimpinan"}),
        ("operator", {"", "kantor"}),
        ("pengawas", {""}),
        ("pengelola", {""}),
    ],
)
def test_each_circle_reads_its_own_papers(kept, role, circles):
    other = viewer(role)
    assert {one.readers for one in readers.visible(other)} == circles
    assert len(papers.papers(other)) == len(circles)
    for who in set(Document.Readers.values) - circles:
        for ask in (papers.paper, papers.pdf):
            with pytest.raises(Document.DoesNotExist):
                ask(other, kept[who].pk)


def test_who_drafted_it_reads_it_and_another_place_reads_none(kept):
    assert readers.visible(kept["by"]).count() == 3
    elsewhere = factories.viewer("ketua", "73.13")
    assert readers.visible(elsewhere).count() == 0


def test_nobody_takes_a_step_on_a_paper_that_he_does_not_read(kept):
    other = viewer("operator")
    with pytest.raises(Document.DoesNotExist):
        acts.revise(by=other, document_id=kept["pimpinan"].pk, title="Lain", body=BODY)


def test_the_check_page_names_no_title_that_only_heads_read(kept):
    signed = {}
    for who in Document.Readers.values:
        with setting_up():
            Document.objects.filter(pk=kept[who].pk).update(number=f"{kept[who].pk}/CONTOH")
        signed[who] = papers.checked(factories.viewer("ketua"), kept[who].check_code).title
    assert signed[""] == "Judul umum" and signed["kantor"] == "Judul kantor"
    assert signed["pimpinan"] == "Naskah yang hanya dibaca pimpinan"


def test_a_paper_that_not_all_read_is_kept_sealed(kept):
    levels = {who: acts._level(kept[who]) for who in Document.Readers.values}
    sealed = StoredFile.Level.INTERNAL
    assert levels == {"": StoredFile.Level.PUBLIC, "kantor": sealed, "pimpinan": sealed}
