"""A chequered map for the demo: every village a cell, every kecamatan its cells together.

It keeps nobody's survey and is no boundary: it only lets maps be seen with data on them.
"""

import json
import random
from collections.abc import Iterable, Mapping

Point = tuple[int, int]
Ring = list[Point]

COLUMNS = 10
WEST, SOUTH, CELL = 119.80, -4.60, 0.05
"""Degrees of the corner of the map and of the side of a cell."""
BEND = 0.3
"""How far a corner may lie off the lattice, in sides of a cell."""
NAME = "peta-petak-contoh-bukan-batas.geojson"


def files(villages: Iterable[str], seed: int) -> Iterable[bytes]:
    """The outlines of villages and of their kecamatan, as two GeoJSON files."""
    cells = _cells(villages)
    corners = _bent(cells.values(), random.Random(seed))
    yield _geojson({path: [_around([cell])] for path, cell in cells.items()}, corners)
    kecamatan: dict[str, list[Point]] = {}
    for path, cell in cells.items():
        kecamatan.setdefault(path[:8], []).append(cell)
    yield _geojson({path: [_around(found)] for path, found in kecamatan.items()}, corners)


def _cells(villages: Iterable[str]) -> dict[str, Point]:
    """Villages in the order of their codes, row by row there and back, so that those of a
    kecamatan touch each other."""
    found = {}
    for at, path in enumerate(sorted(villages)):
        row, column = divmod(at, COLUMNS)
        found[path] = (column if row % 2 == 0 else COLUMNS - 1 - column, row)
    return found


def _bent(cells: Iterable[Point], chance: random.Random) -> dict[Point, tuple[float, float]]:
    """The corners of the cells in degrees, each moved a little, so that it looks like land."""
    points = sorted({corner for x, y in cells for corner in _corners(x, y)})
    return {
        (x, y): (
            round(WEST + CELL * (x + chance.uniform(-BEND, BEND)), 4),
            round(SOUTH + CELL * (y + chance.uniform(-BEND, BEND)), 4),
        )
        for x, y in points
    }


def _corners(x: int, y: int) -> Ring:
    return [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)]


def _around(cells: Iterable[Point]) -> Ring:
    """The outline of cells that touch: their sides but for those that two of them share."""
    sides: set[tuple[Point, Point]] = set()
    for cell in cells:
        ring = _corners(*cell)
        for first, last in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (last, first) in sides:
                sides.remove((last, first))
            else:
                sides.add((first, last))
    onward = dict(sorted(sides))
    at = start = next(iter(onward))
    around = [start]
    while onward and (at := onward.pop(at)) != start:
        around.append(at)
    return [*around, start]


def _geojson(
    shapes: Mapping[str, list[Ring]], corners: Mapping[Point, tuple[float, float]]
) -> bytes:
    features = [
        {
            "type": "Feature",
            "properties": {"kode": path},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[corners[point] for point in ring] for ring in rings],
            },
        }
        for path, rings in shapes.items()
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()
