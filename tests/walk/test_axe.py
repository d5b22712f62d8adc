"""axe finds nothing on any named URL, as any role; pages of the same pieces are seen once."""

from zlib import crc32

import pytest

from jurdil.kernel.roles import PUBLIC
from tests import databases, served
from tests.browser import chromium, violations  # noqa: F401  (a fixture)
from tests.samples import World
from tests.walk.pages import client_of, every_role, pages_of

pytestmark = pytest.mark.browser
WIDE, NARROW = (1280, 900), (360, 740)
PARTS = 4
"""So many tests share the pages, so that several workers can look."""
LOOKS = ((WIDE, "dark"), (NARROW, "light"))
OF_SIZE_AND_THEME = ("color-contrast", "link-in-text-block", "scrollable-region-focusable")
"""Rules that can answer otherwise where only size and theme differ; markup was judged before."""


@pytest.fixture(scope="module")
def house(chromium, migrated, django_db_blocker, tmp_path_factory):  # noqa: F811
    """A served house with its world."""
    folder = tmp_path_factory.mktemp("walk")
    with django_db_blocker.unblock(), databases.own_database(migrated, folder):
        world = World()
        with served.serving() as address:
            yield address, world


def look(chromium, address, account, urls, looks):  # noqa: F811
    """What axe finds on the urls, by url, size and theme."""
    found = {}
    context = chromium.new_context(reduced_motion="reduce")
    if account is not None:
        context.add_cookies([served.session_cookie(account, address)])
    page = context.new_page()
    for number, url in enumerate(urls):
        page.goto(address + url)
        for (width, height), theme in looks:
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(color_scheme=theme)
            # The frame of a role is judged whole in both sizes on its first page.
            again = number > 0 and (width, height) != looks[0][0]
            if faults := violations(page, OF_SIZE_AND_THEME if again else ()):
                found[f"{url} {width} {theme}"] = faults
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found[f"{url} {width} scrolls sideways"] = [""]
    context.close()
    return found


def part_of(name):
    return crc32(name.encode()) % PARTS


def unseen(world, role, seen, part=None):
    """The addresses of pages whose like was not looked at before, and the role's account.

    With `part` only the pages that fall to this part of `PARTS`, by the name of their URL.
    """
    client, account = client_of(world, role)
    urls = []
    for page in pages_of(world, role, client, lambda name: part in {None, part_of(name)}):
        key = (page.name, page.pieces)
        if key not in seen:
            seen.add(key)
            urls.append(page.url)
    return urls, account


def test_the_public_house_is_open_to_everyone(house, chromium):  # noqa: F811
    """Every page that a visitor may read; what staff read is looked at with `--all`."""
    address, world = house
    urls, account = unseen(world, PUBLIC, set())
    assert len(urls) > 5
    assert look(chromium, address, account, urls, LOOKS) == {}


@pytest.mark.slow
@pytest.mark.parametrize(
    "part",
    [pytest.param(part, marks=pytest.mark.xdist_group(f"walk-{part}")) for part in range(PARTS)],
)
def test_every_page_of_every_role_wide_and_dark_narrow_and_light(
    house,
    chromium,  # noqa: F811
    part,
):
    address, world = house
    seen = set()
    faults = {}
    for role in every_role(world):
        urls, account = unseen(world, role, seen, part)
        faults |= {
            f"{role}: {where}": what
            for where, what in look(chromium, address, account, urls, LOOKS).items()
        }
    assert faults == {}
