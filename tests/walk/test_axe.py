"""axe finds nothing on any named URL, as any role; pages alike are looked at once."""

import pytest

from jurdil.kernel.roles import PUBLIC
from tests import databases, served
from tests.browser import chromium, violations  # noqa: F401  (a fixture)
from tests.samples import World
from tests.walk.pages import client_of, every_role, pages_of

pytestmark = pytest.mark.browser
SIZES = ((1280, 900), (360, 740))
THEMES = ("light", "dark")


@pytest.fixture(scope="module")
def house(chromium, migrated, django_db_blocker, tmp_path_factory):  # noqa: F811
    """A served house with its world."""
    folder = tmp_path_factory.mktemp("walk")
    with django_db_blocker.unblock(), databases.own_database(migrated, folder):
        world = World()
        with served.serving() as address:
            yield address, world


def look(chromium, address, account, urls, sizes, themes):  # noqa: F811
    """What axe finds on the urls, by url, size and theme."""
    found = {}
    context = chromium.new_context(reduced_motion="reduce")
    if account is not None:
        context.add_cookies([served.session_cookie(account, address)])
    page = context.new_page()
    for url in urls:
        page.set_viewport_size({"width": sizes[0][0], "height": sizes[0][1]})
        page.goto(address + url)
        for theme in themes:
            page.emulate_media(color_scheme=theme)
            for width, height in sizes:
                page.set_viewport_size({"width": width, "height": height})
                if faults := violations(page):
                    found[f"{url} {width} {theme}"] = faults
                if width == 360 and page.evaluate("document.documentElement.scrollWidth") > 360:
                    found[f"{url} {width} scrolls sideways"] = [""]
    context.close()
    return found


def unseen(world, role, seen):
    """The addresses of pages whose like was not looked at before, and the role's account."""
    client, account = client_of(world, role)
    urls = []
    for page in pages_of(world, role, client):
        key = (page.name, page.essence)
        if key not in seen:
            seen.add(key)
            urls.append(page.url)
    return urls, account


def test_the_house_is_open_to_everyone(house, chromium):  # noqa: F811
    """Every page once, as the secretary (who sees most of the house) and as a visitor."""
    address, world = house
    seen = set()
    faults = {}
    for role in ("sekretaris", PUBLIC):
        urls, account = unseen(world, role, seen)
        assert len(urls) > (5 if role == PUBLIC else 40)
        faults |= look(chromium, address, account, urls, SIZES[:1], THEMES[:1])
    assert faults == {}


@pytest.mark.slow
def test_every_page_of_every_role_at_both_sizes_in_both_themes(house, chromium):  # noqa: F811
    address, world = house
    seen = set()
    faults = {}
    for role in every_role(world):
        urls, account = unseen(world, role, seen)
        faults |= {
            f"{role}: {where}": what
            for where, what in look(chromium, address, account, urls, SIZES, THEMES).items()
        }
    assert faults == {}
