"""Outlines made light: neighbours keep their common border, a map keeps its budget of points. Pure.

A border shared by two areas is cut at the points where areas meet and thinned once, in one
direction, so that no gap opens between neighbours. Which points go is decided by Douglas and
Peucker's measure: a point counts as much as it lies off the line that would replace it.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import cos, hypot, inf, radians

Point = tuple[float, float]
Ring = tuple[Point, ...]
Shape = tuple[Ring, ...]

SKETCH_POINTS = 2_600
"""Points of a map of the whole regency: about 11 kB of SVG after compression."""
DETAIL_POINTS = 24_000
DETAIL_EACH = 240
DECIMALS = 5
"""Five decimals of a degree are about one metre."""
FEWEST = 4
"""Points of the smallest closed ring: a triangle with its first point repeated."""


def detail_budget(areas: int) -> int:
    """Points kept for maps of a part of the regency."""
    return min(DETAIL_POINTS, max(SKETCH_POINTS, areas * DETAIL_EACH))


def rounded(shape: Iterable[Iterable[Sequence[float]]]) -> Shape:
    """A shape on the grid of `DECIMALS`; points that fall together and flat rings are dropped."""
    rings = (_ring(ring) for ring in shape)
    return tuple(ring for ring in rings if len(ring) >= FEWEST)


def _ring(points: Iterable[Sequence[float]]) -> Ring:
    kept: list[Point] = []
    for x, y, *_height in points:
        point = (round(float(x), DECIMALS), round(float(y), DECIMALS))
        if not kept or kept[-1] != point:
            kept.append(point)
    if kept and kept[0] != kept[-1]:
        kept.append(kept[0])
    return tuple(kept)


def count(shapes: Mapping[str, Shape]) -> int:
    """How many points the shapes have together."""
    return sum(len(ring) for shape in shapes.values() for ring in shape)


def fit(shapes: Mapping[str, Shape], budget: int) -> dict[str, Shape]:
    """Thin shapes until they have about `budget` points together; each keeps its largest ring.

    Points where areas meet always stay; where they alone are too many (outlines drawn apart, that
    touch by chance), every ring is thinned for itself. Light shapes come back as they are.
    """
    if count(shapes) <= budget:
        return dict(shapes)
    rings = [ring for shape in shapes.values() for ring in shape]
    fixed = _junctions(rings)
    if sum(point in fixed for ring in rings for point in ring) > budget:
        fixed = set()
    weights = _weights(rings, fixed)
    ordered = sorted((weights[point] for ring in rings for point in ring), reverse=True)
    threshold = ordered[budget]
    return {key: _thin(shape, weights, threshold) for key, shape in shapes.items()}


def _thin(shape: Shape, weights: Mapping[Point, float], threshold: float) -> Shape:
    """The shape without light points; rings that collapse go, but never the last."""
    kept = tuple(
        tuple(p for p in ring if weights[p] > threshold or weights[p] == inf) for ring in shape
    )
    closed = tuple(_close(ring) for ring in kept if len(set(ring)) >= FEWEST - 1)
    return closed or (_coarsest(max(shape, key=area), weights),)


def _close(ring: Ring) -> Ring:
    return ring if ring[0] == ring[-1] else (*ring, ring[0])


def _coarsest(ring: Ring, weights: Mapping[Point, float]) -> Ring:
    """The ring of the three heaviest points, in order."""
    heaviest = sorted(set(ring), key=lambda point: (-weights[point], point))[: FEWEST - 1]
    return _close(tuple(point for point in ring[:-1] if point in heaviest))


def area(ring: Ring) -> float:
    """Twice the surface of a ring in square degrees, enough to compare rings."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)))


def _weights(rings: Sequence[Ring], fixed: set[Point]) -> dict[Point, float]:
    """For each point the tolerance at which it goes; infinite for fixed ones and ends of arcs."""
    shrink = cos(radians(_middle(rings)))
    weights: dict[Point, float] = dict.fromkeys(fixed, inf)
    done: set[tuple[Point, ...]] = set()
    for ring in rings:
        for arc in _arcs(ring, fixed):
            ordered = min(arc, arc[::-1])
            if ordered not in done:
                done.add(ordered)
                _weigh(ordered, shrink, weights)
    return weights


def _middle(rings: Iterable[Ring]) -> float:
    latitudes = [y for ring in rings for _x, y in ring]
    return (min(latitudes) + max(latitudes)) / 2


def _junctions(rings: Iterable[Ring]) -> set[Point]:
    """Points with more than two different neighbours: there borders meet or part."""
    around: dict[Point, set[Point]] = {}
    for ring in rings:
        for before, after in pairwise(ring):
            around.setdefault(before, set()).add(after)
            around.setdefault(after, set()).add(before)
    return {point for point, neighbours in around.items() if len(neighbours) > 2}


def _arcs(ring: Ring, fixed: set[Point]) -> list[tuple[Point, ...]]:
    """The ring cut at its fixed points; a ring without any is cut at its two farthest ends.

    The cut of such a ring depends on its points alone, so an enclave and the hole around it agree.
    """
    points = ring[:-1]
    cuts = [i for i, point in enumerate(points) if point in fixed]
    if len(cuts) < 2:
        first = cuts[0] if cuts else points.index(min(points))
        start = points[first]
        far = max(points, key=lambda p: (hypot(p[0] - start[0], p[1] - start[1]), p))
        cuts = sorted({first, points.index(far)})
    turned = points[cuts[0] :] + points[: cuts[0]] + (points[cuts[0]],)
    ends = [cut - cuts[0] for cut in cuts] + [len(points)]
    return [turned[a : b + 1] for a, b in pairwise(ends)]


def _weigh(arc: Sequence[Point], shrink: float, weights: dict[Point, float]) -> None:
    """Douglas and Peucker's splits of one arc; a point never outweighs the split above it."""
    for end in (arc[0], arc[-1]):
        weights.setdefault(end, inf)
    spans = [(0, len(arc) - 1, inf)]
    while spans:
        first, last, above = spans.pop()
        if last - first < 2:
            continue
        farthest, distance = _farthest(arc, first, last, shrink)
        weight = min(distance, above)
        weights[arc[farthest]] = max(weight, weights.get(arc[farthest], 0.0))
        spans += [(first, farthest, weight), (farthest, last, weight)]


def _farthest(arc: Sequence[Point], first: int, last: int, shrink: float) -> tuple[int, float]:
    (x1, y1), (x2, y2) = arc[first], arc[last]
    dx, dy = (x2 - x1) * shrink, y2 - y1
    length = hypot(dx, dy)
    best, distance = first + 1, -1.0
    for i in range(first + 1, last):
        x, y = (arc[i][0] - x1) * shrink, arc[i][1] - y1
        off = abs(x * dy - y * dx) / length if length else hypot(x, y)
        if off > distance:
            best, distance = i, off
    return best, distance
