"""axe finds nothing on the overseer's pages, wide and dark, narrow and light."""

import pytest

from jurdil.kernel.roles import BAWASLU
from tests import databases, served
from tests.browser import chromium  # noqa: F401  (a fixture)
from tests.samples import World
from tests.walk.pages import client_of, pages_of
from tests.walk.test_axe import LOOKS, look

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def house(chromium, migrated, django_db_blocker, tmp_path_factory):  # noqa: F811
    """Bawaslu's house, served."""
    folder = tmp_path_factory.mktemp("walk")
    with django_db_blocker.unblock(), databases.own_database(migrated, folder):
        world = World(BAWASLU)
        with served.serving() as address:
            yield address, world


@pytest.mark.parametrize("role", ["bw-ketua", "ptps"])
def test_every_page_of_this_room(house, chromium, role):  # noqa: F811
    address, world = house
    client, account = client_of(world, role)
    pages = pages_of(world, role, client, lambda name: name.startswith("oversight:"))
    urls = [page.url for page in pages]
    assert len(urls) > 8
    assert look(chromium, address, account, urls, LOOKS) == {}
