"""The first load of every page stays light: HTML, styles, script, font and icons, brotli, cold."""

import functools
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


@functools.cache
def size_of_file(name: str) -> int:
    path = finders.find(name)
    assert path, f"{name} is linked and not there"
    with open(path, "rb") as file:
        content = file.read()
    return len(content) if name.endswith(_ALREADY_SMALL) else size(content)


def first_load(html: str) -> int:
    """Bytes of a page with everything it links to; the server compresses pages at quality 5."""
    return size(html.encode()) + sum(map(size_of_file, set(_REFERENCES.findall(html))))


@pytest.mark.parametrize(("role", "budget"), [("sekretaris", BUDGET), (PUBLIC, PUBLIC_BUDGET)])
def test_the_first_load_of_every_page_is_light_and_asks_no_other_host(role, budget):
    world = World()
    client, _account = client_of(world, role)
    loads, asked = {}, {}
    for page in pages_of(world, role, client):
        loads[page.url] = first_load(page.html)
        if hits := _FOREIGN.findall(page.html):
            asked[page.url] = hits
    assert len(loads) > 4
    # A page of field work is public because it is kept on phones; it loads once, then never.
    heavy = {
        url: load
        for url, load in loads.items()
        if load > (BUDGET if url.startswith("/lapangan/") else budget)
    }
    assert heavy == {}
    assert asked == {}
