"""A row is read, a figure corrected and approved by keys alone, and the wall follows."""

import pytest

from jurdil.kernel.viewer import Viewer
from jurdil.law.rules import pairs
from jurdil.results.actions import plenary
from jurdil.results.models import BarisSidang, Form
from tests import databases, factories, served
from tests.browser import chromium, violations  # noqa: F401  (a fixture)
from tests.results import ground

pytestmark = pytest.mark.browser

X = "73.12.01"
ONE, TWO = f"{ground.LABESSI}/001", f"{ground.LABESSI}/002"


def a_sitting(held):
    """An open sitting of the kecamatan with a member and two witnesses; the PPK's account."""
    account = factories.account("ppk", X)
    by = Viewer("ppk", X, "kpu", "Contoh ppk", account.pk)
    sitting = plenary.prepare_sitting(
        by=by, election_id=held.pk, path=X, contests=["ppwp"], venue="Aula kecamatan"
    )
    for kind, code, name, key in (
        ("anggota", "PPK 1", "Anggota Satu", ""),
        ("saksi", "Saksi paslon 1", "Saksi Satu", "ppwp:1"),
        ("pengawas", "Panwaslu Kecamatan", "Pengawas Satu", ""),
    ):
        plenary.record_attendance(
            by=by,
            sidang_id=sitting.pk,
            kind=kind,
            code=code,
            name=name,
            participant=key,
            mandate_number="1/M/2024",
            mandate_level="kabko",
        )
    plenary.record_boxes(by=by, sidang_id=sitting.pk, tps=[ONE, TWO])
    plenary.step_sitting(by=by, sidang_id=sitting.pk, step="buka")
    return sitting, account, by


@pytest.fixture(scope="module")
def house(chromium, migrated, django_db_blocker, tmp_path_factory):  # noqa: F811
    folder = tmp_path_factory.mktemp("pleno")
    with django_db_blocker.unblock(), databases.own_database(migrated, folder):
        held = ground.election()
        forms = {
            path: {"paslon_1": 61, "paslon_2": 118, "suara_sah": 242, "suara_total": 242}
            for path in (ONE, TWO)
        }
        ground.bring(held, "c-hasil", ground.sheet(pairs(2), forms), contest="ppwp")
        sitting, account, by = a_sitting(held)
        with served.serving() as address:
            yield address, sitting, account, by


def test_a_figure_is_corrected_in_two_keystrokes_and_the_wall_follows(house, chromium):  # noqa: F811
    address, sitting, account, _by = house
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.add_cookies([served.session_cookie(account, address)])
    desk, wall = context.new_page(), context.new_page()
    wall.goto(f"{address}/hasil/pleno/{sitting.pk}/layar/")
    assert "Menunggu baris pertama" in wall.inner_text("main")
    desk.goto(f"{address}/hasil/pleno/{sitting.pk}/")
    with desk.expect_navigation():
        desk.keyboard.press("Enter")
    wall.wait_for_selector("text=TPS 001", timeout=6000)
    first = desk.locator("a.angka")
    names = first.all_inner_texts()
    for _step in range(next(i for i, name in enumerate(names) if "calon 2" in name) + 1):
        desk.keyboard.press("ArrowDown")
    with desk.expect_navigation():
        desk.keyboard.press("b")
    desk.wait_for_selector("#angka-baru:focus")
    desk.evaluate("document.activeElement.blur()")  # a digit finds its field, not a shortcut
    desk.keyboard.type("181")
    with desk.expect_navigation():
        desk.keyboard.press("Enter")
    assert Form.objects.get(path=ONE).current.figures.count('"paslon_2":181') == 1
    assert "dibetulkan menjadi 181" in desk.inner_text("main")
    assert violations(desk) == []
    for _step in range(2):
        with desk.expect_navigation():
            desk.keyboard.press("Enter")
    assert BarisSidang.objects.get(path=ONE, sidang=sitting).state == "disahkan"
    assert "TPS 002" in desk.inner_text("h1")
    wall.wait_for_selector("li[aria-current=step]:has-text('Disahkan')", timeout=10_000)
    assert "Anggota Satu" not in wall.inner_text("body")
    assert violations(wall) == []
    context.close()


def test_the_wall_has_no_need_to_scroll(house, chromium):  # noqa: F811
    address, sitting, _account, by = house
    row = BarisSidang.objects.get(path=TWO, sidang=sitting)
    plenary.move_row(by=by, row_id=row.pk, move="baca")
    context = chromium.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    page.goto(f"{address}/hasil/pleno/{sitting.pk}/layar/")
    size = "(e) => [e.scrollHeight <= innerHeight, e.scrollWidth <= innerWidth]"
    assert page.eval_on_selector("html", size) == [True, True]
    context.close()


def test_nothing_is_cut_on_a_phone_or_a_small_screen(house, chromium):  # noqa: F811
    """The parts of a sitting stand in one line at 360 px, the last column of intake at 1280."""
    address, sitting, account, _by = house
    for width, where, look in (
        (360, f"/hasil/pleno/{sitting.pk}/rapat/", "[...document.querySelectorAll('.tabs a')]"
         ".every((one, _at, all) => one.offsetTop === all[0].offsetTop)"),
        (1280, f"/hasil/penerimaan/{sitting.election_id}/", "[...document.querySelectorAll("
         "'table.entries')].every((one) => one.scrollWidth <= one.parentElement.clientWidth)"),
    ):  # fmt: skip
        context = chromium.new_context(viewport={"width": width, "height": 800})
        context.add_cookies([served.session_cookie(account, address)])
        page = context.new_page()
        page.goto(f"{address}{where}")
        assert page.locator(".tabs a, table.entries").count()
        assert page.evaluate(look)
        context.close()
