"""A map page of the largest kind loads under 60 kB, cold, font included."""

import re
from math import sin

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from jurdil.kernel.viewer import system_viewer
from jurdil.places import actions, geometry, maps
from jurdil.places.models import Region
from jurdil.places.records import NewTps
from tests import factories

pytestmark = pytest.mark.django_db

OGAN_ILIR = "16.10"
LIMIT = 60_000


def _crooked(column: float, row: float, steps: int = 40) -> geometry.Shape:
    """A village of four wobbling borders that its neighbours share to the point."""

    def border(x1, y1, x2, y2):
        return [
            (
                104 + (x1 + (x2 - x1) * i / steps + 0.08 * sin(9 * i + x1 + y1 * 5) * (i > 0)) / 40,
                -3 - (y1 + (y2 - y1) * i / steps + 0.08 * sin(7 * i + x1 * 3 + y1) * (i > 0)) / 40,
            )
            for i in range(steps)
        ]

    east, south = column + 1, row + 1
    ring = (
        border(column, row, east, row)
        + border(east, row, east, south)
        + border(column, south, east, south)[::-1]
        + border(column, row, column, south)[::-1]
    )
    return geometry.rounded([ring])


@pytest.fixture
def large(client):
    """Ogan Ilir: 241 villages, each with 160 points, and TPS."""
    office = factories.office(path=OGAN_ILIR)
    by = system_viewer(OGAN_ILIR, office.kind)
    actions.set_up_regions(by=by, regency=OGAN_ILIR)
    villages = list(Region.objects.filter(level=4).values_list("path", flat=True))
    held = factories.election()
    rows = [NewTps(v, n) for i, v in enumerate(villages) for n in range(1, i % 9 + 1)]
    actions.add_tps_list(by=by, election_id=held.pk, rows=rows, reason="x")
    shapes = {path: _crooked(i % 16, i // 16) for i, path in enumerate(villages)}
    actions.set_boundaries(by=by, level=4, shapes=shapes, source="uji")
    client.force_login(factories.account("operator", OGAN_ILIR))
    return client, geometry.count(shapes)


def _weight(name: str) -> int:
    with open(finders.find(name), "rb") as file:
        content = file.read()
    return len(content) if name.endswith(".woff2") else len(brotli.compress(content, quality=5))


def test_a_map_of_241_villages_loads_under_60_kb(large):
    client, drawn = large
    assert drawn > 35_000
    page = client.get(reverse("places:map", args=[OGAN_ILIR]), {"tingkat": "desa"}).content
    assert page.count(b"<path class=") >= 241
    assert len(page) > 50_000
    names = set(re.findall(r"/?static/([\w./-]+\.(?:css|js|svg|woff2))", page.decode()))
    assert {"jurdil/base.css", "jurdil/ahn.woff2", "places/places.css"} <= names
    total = len(brotli.compress(page, quality=5)) + sum(_weight(name) for name in names)
    assert total < LIMIT, total


def test_more_villages_than_a_map_can_hold_are_not_drawn(large, monkeypatch):
    monkeypatch.setattr(maps, "MOST_AREAS", 240)
    viewer = factories.viewer("operator", OGAN_ILIR)
    assert maps.levels_of(viewer, OGAN_ILIR) == ()
    assert maps.levels_of(viewer, f"{OGAN_ILIR}.01") == (4,)
