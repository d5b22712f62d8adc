"""Light outlines: the budget holds, neighbours keep their border, nobody vanishes."""

import json
from itertools import pairwise
from math import cos, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.places import geometry
from jurdil.web.charts.choropleth import rings_of


def _coast(seed: int, points: int, west: float, south: float) -> geometry.Ring:
    """A wobbly closed line around a centre; no two neighbours on one spot."""
    turn = 6.283185307 / points
    ring = [
        (
            round(west + (1 + 0.2 * sin(i * seed)) * cos(i * turn), 5),
            round(south + (1 + 0.2 * cos(i * seed * 1.7)) * sin(i * turn), 5),
        )
        for i in range(points)
    ]
    return geometry.rounded([ring])[0]


def _grid(side: int, steps: int, seed: int) -> dict[str, geometry.Shape]:
    """Square villages with crooked common borders, all points shared exactly."""

    def crooked(a, b):
        (x1, y1), (x2, y2) = min(a, b), max(a, b)
        line = []
        for i in range(steps + 1):
            t = i / steps
            off = 0.05 * sin(seed * i + x1 * 7 + y1 * 3) if 0 < i < steps else 0
            line.append((round(x1 + (x2 - x1) * t + off, 5), round(y1 + (y2 - y1) * t + off, 5)))
        return line if (x1, y1) == a else line[::-1]

    shapes = {}
    for column in range(side):
        for row in range(side):
            corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
            ring = []
            for a, b in pairwise([*corners, corners[0]]):
                ring += crooked(a, b)[:-1]
            shapes[f"{column}.{row}"] = geometry.rounded([ring])
    return shapes


@given(st.integers(2, 5), st.integers(4, 20), st.integers(1, 9), st.integers(20, 400))
def test_neighbours_keep_a_common_border(side, steps, seed, budget):
    shapes = _grid(side, steps, seed)
    light = geometry.fit(shapes, budget)
    edges: dict[frozenset, int] = {}
    for shape in light.values():
        for ring in shape:
            for pair in pairwise(ring):
                edges[frozenset(pair)] = edges.get(frozenset(pair), 0) + 1
    once = {point for edge, times in edges.items() if times == 1 for point in edge}
    limit = side + 0.06
    inner = [p for p in once if 0.06 < p[0] < side - 0.06 and 0.06 < p[1] < side - 0.06]
    fixed = geometry._junctions([ring for shape in shapes.values() for ring in shape])
    kept_apart = sum(p in fixed for s in shapes.values() for r in s for p in r) > budget
    assert kept_apart or not inner
    assert all(-0.06 <= x <= limit and -0.06 <= y <= limit for x, y in once)


@given(st.integers(1, 40), st.integers(12, 400), st.integers(8, 300))
def test_a_coast_fits_its_budget_and_stays_a_ring(seed, points, budget):
    ring = _coast(seed, points, 119.9, -4.3)
    shapes = {"a": (ring,)}
    light = geometry.fit(shapes, budget)
    (kept,) = light["a"]
    assert len(kept) <= max(budget + 1, geometry.FEWEST) or geometry.count(shapes) <= budget
    assert kept[0] == kept[-1]
    assert len(set(kept)) >= 3
    assert set(kept) <= set(ring)


@given(st.lists(st.integers(1, 40), min_size=1, max_size=30, unique=True), st.integers(4, 60))
def test_no_island_regency_loses_a_village(seeds, budget):
    shapes = {
        str(seed): (_coast(seed, 40, 3.0 * seed, 0), _coast(seed, 13, 3.0 * seed, 9))
        for seed in seeds
    }
    light = geometry.fit(shapes, budget)
    assert light.keys() == shapes.keys()
    assert all(
        shape and all(len(ring) >= geometry.FEWEST for ring in shape) for shape in light.values()
    )


def test_light_shapes_come_back_as_they_are():
    shapes = {"a": (_coast(3, 30, 0, 0),)}
    assert geometry.fit(shapes, 31) == shapes


def test_rounding_closes_rings_and_drops_what_falls_together():
    shape = geometry.rounded([[(0, 0, 5), (1e-7, 0, 5), (1, 0, 5), (1, 1, 5)], [(2, 2), (2, 2)]])
    assert shape == (((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0)),)


def test_the_farthest_point_goes_last():
    ring = ((0.0, 0.0), (1.0, 0.01), (2.0, 0.0), (2.0, 2.0), (1.0, 3.0), (0.0, 2.0), (0.0, 0.0))
    (kept,) = geometry.fit({"a": (ring,)}, 6)["a"]
    assert (1.0, 0.01) not in kept
    assert (1.0, 3.0) in kept


@pytest.mark.shared
@pytest.mark.parametrize("regency", ["soppeng", "ogan-ilir"])
def test_real_villages_fit_a_page(shared, regency):
    file = next((shared / regency).glob("batas_desa_*.geojson"))
    features = json.loads(file.read_text("utf-8"))["features"]
    shapes = {f["properties"]["kode"]: geometry.rounded(rings_of(f["geometry"])) for f in features}
    light = geometry.fit(shapes, geometry.SKETCH_POINTS)
    assert light.keys() == shapes.keys()
    assert geometry.count(light) <= 1.15 * geometry.SKETCH_POINTS
    before = sum(geometry.area(ring) for shape in shapes.values() for ring in shape)
    after = sum(geometry.area(ring) for shape in light.values() for ring in shape)
    assert after == pytest.approx(before, rel=0.01)
