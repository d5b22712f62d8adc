"""Entry of C.Hasil by keyboard only: two typists, a difference, a second look, a coordinator."""

import re

import pytest

from jurdil.kernel import photos
from jurdil.law.regime import load_regime
from jurdil.law.rules import figures, pairs, params_for
from jurdil.parties import actions as parties
from jurdil.parties.records import LIST, PAIR, Entry
from jurdil.results.models import Bacaan, Draf, Entri, Form
from jurdil.results.writing import read_figures
from tests import databases, factories, served
from tests.browser import chromium, violations  # noqa: F401  (a fixture)
from tests.results.test_intake import paper_of, receive
from tests.samples import World, X, Y

pytestmark = pytest.mark.browser
NAMES = figures(pairs(3), params_for(load_regime("pemilu-2024")))
GOOD = {
    "dpt_l": 112, "dpt_p": 121, "dpt": 233,
    "guna_dpt_l": 89, "guna_dpt_p": 100, "guna_dpt": 189,
    "guna_dptb_l": 0, "guna_dptb_p": 0, "guna_dptb": 0,
    "guna_dpk_l": 1, "guna_dpk_p": 1, "guna_dpk": 2,
    "guna_l": 90, "guna_p": 101, "guna": 191,
    "surat_suara_diterima": 238, "surat_suara_digunakan": 191,
    "surat_suara_dikembalikan": 0, "surat_suara_tidak_digunakan": 47,
    "disabilitas_l": 0, "disabilitas_p": 1, "disabilitas": 1,
    "paslon_1": 61, "paslon_2": 117, "paslon_3": 9,
    "suara_sah": 187, "suara_tidak_sah": 4, "suara_total": 191,
}  # fmt: skip


class House:
    """A served house with its world and the people of a desk."""

    def __init__(self, address: str):
        self.address = address
        self.world = World()
        pairs_ = [
            Entry("ppwp", PAIR, n, f"Pasangan Contoh {n}", candidate=1, candidate_name="Calon")
            for n in (1, 2, 3)
        ]
        parties.register(
            by=self.world.keeper, election_id=self.world.election.pk, entries=tuple(pairs_)
        )
        self.people = {
            name: factories.account(role)
            for name, role in {"one": "operator", "two": "operator", "chair": "ketua"}.items()
        }
        self.path = self.world.tps(X)
        self.form = f"{address}/hasil/entri/{self.world.election.pk}/ppwp/{self.path}/"


@pytest.fixture
def house(chromium, migrated, django_db_blocker, tmp_path):  # noqa: F811
    with (
        django_db_blocker.unblock(),
        databases.own_database(migrated, tmp_path),
        served.serving() as address,
    ):
        yield House(address)


def desk(chromium, house, who, **options):  # noqa: F811
    """A page of a browser in which one person is logged in."""
    context = chromium.new_context(reduced_motion="reduce", **options)
    context.add_cookies([served.session_cookie(house.people[who], house.address)])
    context.set_default_timeout(8000)
    return context.new_page()


def ready(page):
    page.wait_for_selector("form[data-ready]")


def begin(page, house):
    """Confirm that the paper is the one on the page; the button has the focus."""
    page.goto(house.form)
    page.wait_for_selector("button[value=mulai]:focus")
    page.keyboard.press("Enter")
    ready(page)


def write(page, values):
    for name in NAMES:
        if name in values:
            page.keyboard.type(str(values[name]))
            page.keyboard.press("Enter")


def text(page) -> str:
    return page.inner_text("main")


def test_two_typists_a_difference_and_a_coordinator_by_keyboard(house, chromium):  # noqa: F811
    """The whole way of one form; the second typist never receives the first figures."""
    one = desk(chromium, house, "one")
    begin(one, house)
    assert violations(one) == []
    write(one, GOOD)
    one.keyboard.press("Enter")
    one.wait_for_url("**/mulai/")
    assert "entri pertama terkirim" in text(one)
    assert Entri.objects.get().state == "menunggu-2"

    two = desk(chromium, house, "two")
    begin(two, house)
    assert "entri kedua" in text(two)
    assert two.locator("input[data-row]").evaluate_all("all => all.map(i => i.value)") == [""] * 28
    shown = two.locator("main").inner_html().split('id="aturan"')[0]
    assert not re.search(r"(?<![\d/])117(?!\d)", shown), (
        "the first reading; an address has numbers too"
    )
    write(two, GOOD | {"paslon_1": 71, "paslon_2": 107})
    two.keyboard.press("Shift+Enter")
    two.wait_for_selector("text=kedua entri berbeda")
    ready(two)
    assert two.locator("input[data-row]").count() == 2
    write(two, {"paslon_1": 61, "paslon_2": 107})
    two.keyboard.press("Enter")

    two.wait_for_selector("text=E-401")
    assert "Calon" not in text(two).split("E-401")[0]
    two.keyboard.press("Shift+Enter")
    two.wait_for_url("**/mulai/")

    one.goto(house.form)
    ready(one)
    write(one, {"paslon_1": 61, "paslon_2": 117})
    one.keyboard.press("Shift+Enter")
    one.wait_for_url("**/mulai/")
    assert Entri.objects.get().state == "putusan"

    chair = desk(chromium, house, "chair")
    chair.goto(house.form)
    assert "117" not in text(chair)
    chair.locator("text=Buka bacaan dan periksa").focus()
    chair.keyboard.press("Enter")
    chair.wait_for_selector("text=Kolom yang berbeda")
    assert violations(chair) == []
    assert chair.locator("tr:not(.fine) td.pick").count() == 3
    chair.locator("input[type=radio]").first.focus()
    chair.keyboard.press("Space")
    chair.locator("button[value=putus]").focus()
    chair.keyboard.press("Enter")
    chair.wait_for_selector("text=Kedua entri sama")
    row = Entri.objects.get()
    assert row.state == "selesai"
    assert read_figures(Form.objects.get().current.figures) == GOOD
    assert Bacaan.objects.count() == 4


def test_what_was_typed_survives_a_server_that_went_away(house, chromium):  # noqa: F811
    """A save that fails says so and stays in the browser; after a reload it is offered."""
    page = desk(chromium, house, "one")
    begin(page, house)
    write(page, {"dpt_l": 112, "dpt_p": 121})
    page.wait_for_selector("text=Tersimpan")
    page.context.set_offline(True)
    write(page, {"dpt": 233})
    page.wait_for_selector("output.unsaved")
    page.close()
    assert Draf.objects.get().cells.get("dpt", "") == ""
    page.context.set_offline(False)
    again = page.context.new_page()
    again.goto(house.form)
    ready(again)
    assert again.locator("[data-recover]").is_visible()
    again.locator("[data-use]").press("Enter")
    assert again.input_value("#isi-dpt") == "233"
    again.wait_for_selector("text=Tersimpan")


def test_a_list_form_is_walked_party_by_party(house, chromium):  # noqa: F811
    """`/` and a number, PageDown: parties; the sum of a party is compared, never filled in."""
    entries = [
        Entry("dpr", LIST, p, f"Partai {p}", candidate=c, candidate_name=f"Calon {p}-{c}", sex="P")
        for p in (1, 2, 3)
        for c in (1, 2)
    ]
    election = house.world.election.pk
    parties.register(by=house.world.keeper, election_id=election, entries=tuple(entries))
    house.form = house.form.replace("/ppwp/", "/dpr/")
    page = desk(chromium, house, "one")
    begin(page, house)
    page.keyboard.press("/")
    page.keyboard.type("2")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.row") == "partai_2"
    for figure in (5, 1, 2):
        page.keyboard.type(str(figure))
        page.keyboard.press("Enter")
    assert page.input_value("#isi-partai_2_jumlah") == ""
    page.keyboard.type("9")
    assert "8 ≠ 9" in page.inner_text("#partai-2")
    page.keyboard.press("Backspace")
    page.keyboard.type("8")
    assert page.locator(".parties a.ok").get_attribute("href") == "#partai-2"
    page.keyboard.press("PageDown")
    assert page.evaluate("document.activeElement.dataset.row") == "partai_3"
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.dataset.row") == "partai_2_jumlah"


def test_digits_only_and_empty_is_not_zero(house, chromium):  # noqa: F811
    page = desk(chromium, house, "one", viewport={"width": 360, "height": 740})
    begin(page, house)
    page.keyboard.type("1a2b")
    assert page.input_value("#isi-dpt_l") == "12"
    page.keyboard.press("Shift+Enter")
    page.wait_for_selector("#galat")
    assert "belum diisi" in text(page)
    assert page.evaluate("document.activeElement.id") == "galat"
    assert violations(page) == []
    assert Entri.objects.get().state == "entri-1"


PANE = "document.querySelector('[data-scroll]')"
SHOWN = "[...document.querySelectorAll('[data-page]')].findIndex(one => !one.hidden)"


def scanned(house, path):
    """The C.Hasil of a TPS as a scan of two pages."""
    scan = photos.examine(paper_of(2) + f"\n%{path}".encode(), "pindai.pdf")
    receive(house.world.election, by=house.world.keeper, path=path, kind="foto", photo=scan)


def lies_at(page) -> tuple[int, float]:
    """The page of the scan that is shown, and what of its height lies on the line."""
    way = f"({PANE}.scrollTop + {PANE}.clientHeight / 2) / {PANE}.scrollHeight"
    return page.evaluate(SHOWN), round(page.evaluate(way), 2)


def show_at(page, height: float):
    """Scroll so that this part of the page's height lies on the line."""
    page.wait_for_function(f"() => {PANE}.scrollHeight > 1.2 * {PANE}.clientHeight")
    page.evaluate(f"{PANE}.scrollTop = {height} * {PANE}.scrollHeight - {PANE}.clientHeight / 2")


def test_a_row_marked_twice_is_found_on_the_photo_of_the_next_form(house, chromium):  # noqa: F811
    """K at two rows of a page; then every row of it, and of the next TPS, lies on the line."""
    other = house.world.tps(Y)
    scanned(house, house.path)
    scanned(house, other)
    page = desk(chromium, house, "one", viewport={"width": 1280, "height": 700})
    begin(page, house)
    page.keyboard.press("z")
    page.keyboard.press("z")
    for field, height, said in (("dpt_l", 0.3, "tekan K lagi"), ("paslon_1", 0.7, "selaras")):
        page.focus(f"#isi-{field}")
        page.keyboard.press("[")
        show_at(page, height)
        page.keyboard.press("k")
        assert said in page.inner_text("[data-told]")
    ats = {
        name: int(page.get_attribute(f"#isi-{name}", "data-at"))
        for name in ("dpt_l", "guna", "paslon_1")
    }
    way = (ats["guna"] - ats["dpt_l"]) / (ats["paslon_1"] - ats["dpt_l"])
    expected = (0, round(0.3 + 0.4 * way, 2))
    page.focus("#isi-suara_total")
    page.focus("#isi-guna")
    assert lies_at(page) == pytest.approx(expected, abs=0.02)
    assert violations(page) == []
    house.form = house.form.replace(house.path, other)
    begin(page, house)
    assert page.evaluate(f"{PANE}.dataset.zoom") == "2"
    page.focus("#isi-guna")
    page.wait_for_function(f"() => {PANE}.scrollHeight > 1.2 * {PANE}.clientHeight")
    assert lies_at(page) == pytest.approx(expected, abs=0.02)
    page.keyboard.press("r")
    kept = (
        "JSON.stringify(Object.entries(localStorage).filter(([k]) => k.startsWith('jurdil-foto')))"
    )
    assert '"at' not in page.evaluate(kept).replace("\\", "")
