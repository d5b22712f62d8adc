"""Pages of a plenary: a refusal keeps what was typed, names stay on the attendance list."""

import pytest

from jurdil.law.rules import pairs
from jurdil.results.actions import plenary as acts
from jurdil.results.models import Kejadian, Sidang
from tests import factories
from tests.results import ground
from tests.results.test_plenary_acts import ONE, TWO, X, attend, member, opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    """An open sitting whose first row is read, and a client of the PPK."""
    held = ground.election()
    forms = {path: {"paslon_1": 61, "paslon_2": 118, "suara_sah": 179} for path in (ONE, TWO)}
    ground.bring(held, "c-hasil", ground.sheet(pairs(2), forms), contest="ppwp")
    by = member("ppk", X)
    sitting = opened(held, by)
    row = sitting.rows.get(path=ONE)
    acts.move_row(by=by, row_id=row.pk, move="baca")
    client.force_login(factories.account("ppk", X))
    return client, sitting, f"/hasil/pleno/{sitting.pk}/?baris={row.pk}", by


def test_an_objection_that_is_refused_keeps_its_words(desk):
    client, _sitting, url, _by = desk
    asked = {"do": "object", "participant": "ppwp:1", "text": "Angka kami 181"}
    answer = client.post(url, asked)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "belum tercatat hadir" in text
    assert "Angka kami 181" in text
    assert not Kejadian.objects.exists()


@pytest.mark.parametrize(
    ("new", "said"), [("18l", "angka bulat"), ("118", "sudah tertulis demikian"), ("-3", "batas")]
)
def test_a_figure_that_is_none_is_refused_in_a_sentence(desk, new, said):
    client, _sitting, url, _by = desk
    asked = {"do": "correct", "field": "paslon_2", "new": new, "reason": "salah-baca"}
    answer = client.post(url, {**asked, "initials": "PPK 1"})
    assert answer.status_code == 409
    assert said in answer.content.decode()
    assert not Kejadian.objects.exists()


def test_names_stand_on_the_attendance_list_and_nowhere_else(desk):
    client, sitting, url, by = desk
    attend(by, sitting, name="Rahasia Sekali")
    base = f"/hasil/pleno/{sitting.pk}/"
    assert "Rahasia Sekali" in client.get(f"{base}hadir/").content.decode()
    for page in (url, f"{base}rapat/", f"{base}penutupan/", f"{base}layar/"):
        assert "Rahasia" not in client.get(page).content.decode()


def test_a_suspended_sitting_says_why_nothing_moves_and_where_it_goes_on(desk):
    client, sitting, url, by = desk
    assert "sedang diskors" not in client.get(url).content.decode()
    acts.step_sitting(by=by, sidang_id=sitting.pk, step="skors", note="Salat, sampai 13.00")
    page = client.get(url).content.decode()
    assert "Rapat pleno ini sedang diskors" in page
    assert "Salat, sampai 13.00" in page
    assert "Ke rapat: cabut skors" in page
    assert 'name="move"' not in page
    client.force_login(factories.account("operator"))
    assert "cabut skors" not in client.get(url).content.decode()


def test_the_mark_of_the_wall_changes_when_the_desk_does_something(desk):
    client, sitting, url, _by = desk
    mark = f"/hasil/pleno/{sitting.pk}/layar/tanda/"
    before = client.get(mark).content
    assert client.get(mark).content == before
    client.post(url, {"do": "move", "move": "cocok"})
    assert client.get(mark).content != before


def test_a_supervisor_reads_and_is_offered_no_step(desk):
    client, sitting, url, _by = desk
    client.force_login(factories.account("pengawas"))
    page = client.get(url).content.decode()
    assert "Lima salinan berdampingan" in page
    assert 'name="move"' not in page
    assert client.post(url, {"do": "move", "move": "cocok"}).status_code == 403
    assert client.get(f"/hasil/pleno/{sitting.pk}/hadir/").status_code == 403
    assert Sidang.objects.get().rows.get(path=ONE).state == "dibacakan"
