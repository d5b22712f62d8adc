"""The style page in a real browser: accessible, narrow, light, and without scripts or strangers."""

import pytest

from tests import databases, factories, served
from tests.browser import chromium, violations  # noqa: F401  (a fixture)

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def house(chromium, migrated, django_db_blocker, tmp_path_factory):  # noqa: F811
    """The address of a served house and the account that looks at it."""
    folder = tmp_path_factory.mktemp("gaya")
    with django_db_blocker.unblock(), databases.own_database(migrated, folder):
        account = factories.account("kasubbag")
        factories.election("pemilu-2024")
        with served.serving() as address:
            yield address, account


@pytest.fixture
def look(house, chromium):  # noqa: F811
    """Open a page of the house in a window of its own; it may load nothing from elsewhere."""
    address, account = house
    opened, strangers, refused = [], [], []

    def open_page(path, width=1280, height=900, **options):
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        context.add_cookies([served.session_cookie(account, address)])
        page = context.new_page()
        page.on("request", lambda r: r.url.startswith(address) or strangers.append(r.url))
        page.on("console", lambda m: "Content Security" in m.text and refused.append(m.text))
        assert page.goto(address + path).status in (200, 404)
        opened.append(context)
        return page

    yield open_page
    for context in opened:
        context.close()
    assert strangers == []
    assert refused == []


def scroll_width(page) -> int:
    return page.evaluate("document.documentElement.scrollWidth")


@pytest.mark.parametrize("path", ["/gaya/", "/gaya/publik/"])
def test_nothing_stands_in_the_way_of_anyone(look, path):
    page = look(path, reduced_motion="reduce")  # or colours are caught halfway
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert violations(page) == [], f"{theme}, {width}"


@pytest.mark.parametrize("path", ["/gaya/", "/gaya/publik/", "/menu/", "/tidak-ada/"])
def test_no_page_scrolls_sideways(look, path):
    """320 by 256 is a window of 1280 by 1024 at 400 % zoom (WCAG 1.4.10)."""
    page = look(path)
    for width, height in ((320, 256), (360, 740), (768, 1024), (1024, 768), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        assert scroll_width(page) == width


@pytest.mark.parametrize(("path", "budget"), [("/gaya/", 60_000), ("/gaya/publik/", 40_000)])
def test_the_first_load_is_light(look, path, budget):
    """Bytes on the wire with a cold cache, fonts included, as the browser counts them.

    Pages are compressed by the server in front; a fourth of their length is more than enough.
    """
    page = look(path)
    page.wait_for_load_state("networkidle")
    sizes = page.evaluate(
        """() => [...performance.getEntriesByType('navigation'),
                  ...performance.getEntriesByType('resource')]
                 .map(e => [e.name.split('/').pop(), e.encodedBodySize, e.contentEncoding])"""
    )
    assert any(name.startswith("ahn") for name, *_ in sizes), "the font belongs to the first load"
    static = [size for size in sizes if "." in size[0]]
    assert sum(size for _, size, *_ in static) < 40_000, static
    html = page.evaluate("new TextEncoder().encode(document.documentElement.outerHTML).length")
    assert sum(size for _, size, *_ in static) + html / 4 < budget


def test_a_figure_explains_itself_without_scripts(look):
    page = look("/gaya/", java_script_enabled=False)
    page.locator(".figur summary").first.click()
    shown = page.locator(".figur[open] .why").inner_text()
    assert "Keluarga dikunjungi" in shown
    assert "PKPU 7/2022" in shown


def test_escape_closes_an_explanation_and_gives_the_focus_back(look):
    page = look("/gaya/")
    summary = page.locator(".figur summary").first
    summary.click()
    page.keyboard.press("Escape")
    assert page.locator(".figur[open]").count() == 0
    assert summary.evaluate("e => e === document.activeElement")


def test_only_one_explanation_is_open_at_a_time(look):
    page = look("/gaya/")
    page.locator(".figur summary").nth(0).click()
    page.locator(".figur summary").nth(1).click()
    assert page.locator(".figur[open]").count() == 1


def test_the_first_tab_leads_past_the_menu(look):
    page = look("/gaya/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "isi"


def test_every_target_is_large_enough_for_a_finger(look):
    """WCAG 2.5.8: 24 px, links inside a sentence or a table cell apart."""
    page = look("/gaya/", 360)
    small = page.evaluate(
        """() => [...document.querySelectorAll('button, summary, .btn, nav a, .chips a, .tabs a')]
          .filter(e => e.offsetParent && Math.min(e.offsetWidth, e.offsetHeight) < 24)
          .map(e => e.outerHTML.slice(0, 90))"""
    )
    assert small == []


def test_the_theme_and_the_language_are_kept(look):
    page = look("/gaya/")
    page.locator("button[name=bahasa][value=en]").click()
    assert page.locator("h1").inner_text() == "The parts of a page"
    page.locator("summary", has_text="Appearance").click()
    page.locator("button[name=tema][value=dark]").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert page.url.endswith("/gaya/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 18, 29)"


def test_paper_is_white_and_carries_no_menu(look):
    page = look("/gaya/", color_scheme="dark")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert not page.locator(".side").is_visible()
    assert page.locator(".printonly").first.is_visible()
