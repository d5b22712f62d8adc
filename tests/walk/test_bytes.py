"""The first load of every page stays light: HTML, styles, script, font and icons, brotli, cold."""

import re

import brotli
import pytest
from django.contrib.staticfiles import finders

from jurdil.kernel.roles import PUBLIC
from tests.samples import World
from tests.walk.pages import client_of, pages_of

pytestmark = pytest.mark.django_db
BUDGET, PUBLIC_BUDGET = 60_000, 40_000
_REFERENCES = re.compile(r'(?:href|src)="/static/([^"#?]+)')
# A link that somebody follows (`<a href`) asks nothing by itself.
_FOREIGN = re.compile(
    r'(?<!<a )(?:href|src|action|srcset)="(?:https?:)?//(?!www\.w3\.org|testserver/)[^"]+"'
)
_ALREADY_SMALL = (".woff2", ".png")


def size(content: bytes) -> int:
    return len(brotli.compress(content, quality=5))


def first_load(html: str) -> int:
    """Bytes of a page with everything it links to; the server compresses pages at quality 5."""
    total = size(html.encode())
    for name in set(_REFERENCES.findall(html)):
        path = finders.find(name)
        assert path, f"{name} is linked and not there"
        with open(path, "rb") as file:
            content = file.read()
        total += len(content) if name.endswith(_ALREADY_SMALL) else size(content)
    return total


@pytest.mark.parametrize(("role", "budget"), [("sekretaris", BUDGET), (PUBLIC, PUBLIC_BUDGET)])
def test_the_first_load_of_every_page_is_light(role, budget):
    world = World()
    client, _account = client_of(world, role)
    loads = {page.url: first_load(page.html) for page in pages_of(world, role, client)}
    assert len(loads) > 4
    # A page of field work is public because it is kept on phones; it loads once, then never.
    heavy = {
        url: load
        for url, load in loads.items()
        if load > (BUDGET if url.startswith("/lapangan/") else budget)
    }
    assert heavy == {}


def test_no_page_asks_another_host():
    world = World()
    client, _account = client_of(world, "sekretaris")
    asked = {
        p.url: hit
        for p in pages_of(world, "sekretaris", client)
        if (hit := _FOREIGN.findall(p.html))
    }
    assert asked == {}
