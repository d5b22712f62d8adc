"""A map of areas in five steps of one colour, drawn from boundaries in longitude and latitude."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import cos, radians
from typing import Any

STEPS = 5
Value = int | Fraction
Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True)
class Area:
    """An area with its outline; `value` None means that no figure exists, which is not zero."""

    key: str
    label: str
    rings: tuple[Ring, ...]
    value: Value | None
    shown: str = ""
    url: str = ""


@dataclass(frozen=True)
class Shape:
    """An area ready to draw: `d` of an SVG path and its step (0 no figure, 1 to 5)."""

    area: Area
    d: str
    step: int

    @property
    def hatched(self) -> bool:
        """The top step also carries a pattern, so that it is found without seeing colour."""
        return self.step == STEPS


@dataclass(frozen=True)
class LegendStep:
    """One step of the legend: its lowest and highest value as text and the areas in it."""

    step: int
    low: str
    high: str
    count: int


@dataclass(frozen=True)
class Map:
    width: int
    height: int
    shapes: tuple[Shape, ...]
    legend: tuple[LegendStep, ...]


def rings_of(geometry: Mapping[str, Any]) -> tuple[Ring, ...]:
    """All rings of a GeoJSON Polygon or MultiPolygon. Raises ValueError for another type."""
    kind = geometry.get("type")
    if kind == "Polygon":
        polygons = [geometry["coordinates"]]
    elif kind == "MultiPolygon":
        polygons = geometry["coordinates"]
    else:
        raise ValueError(f"a boundary must be a Polygon or MultiPolygon, not {kind}")
    return tuple(
        tuple((float(x), float(y)) for x, y, *_ in ring) for polygon in polygons for ring in polygon
    )


def choropleth(areas: Sequence[Area], show: Callable[[Value], str], width: int = 1000) -> Map:
    """Project the areas onto a drawing of `width` units and colour them in five steps.

    A tall regency is drawn narrower, so that the drawing is at most twice as high as `width`.
    Equirectangular with the cosine of the middle latitude, which is exact enough for a regency.
    Each step holds about the same number of areas; equal values are never torn apart.
    """
    points = [point for area in areas for ring in area.rings for point in ring]
    if not points:
        return Map(width, 0, (), ())
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    shrink = cos(radians((south + north) / 2))
    unit = width / max((east - west) * shrink, (north - south) / 2, 1e-9)
    edges = breaks([area.value for area in areas if area.value is not None])

    def place(point: Point) -> tuple[float, float]:
        return (point[0] - west) * shrink * unit, (north - point[1]) * unit

    shapes = tuple(
        Shape(area, outline(map(place, ring) for ring in area.rings), step(area.value, edges))
        for area in areas
    )
    drawn_width = round((east - west) * shrink * unit)
    height = max(round((north - south) * unit), 1)
    return Map(max(drawn_width, 1), height, shapes, _legend(shapes, show))


def breaks(values: Iterable[Value]) -> tuple[Value, ...]:
    """The lowest value of each step but the first; fewer when there are few different values.

    Where many areas share the lowest value it is a step of its own and the others divide the rest,
    so that a map of a few places reached among many that are not shows which.
    """
    return _edges(sorted(values), STEPS)


def _edges(ordered: Sequence[Value], steps: int) -> tuple[Value, ...]:
    found = _quantiles(ordered, steps)
    rest = [value for value in ordered if value > ordered[0]]
    if len(found) == steps - 1 or not rest:
        return found
    return (rest[0], *_edges(rest, steps - 1))


def _quantiles(ordered: Sequence[Value], steps: int) -> tuple[Value, ...]:
    """The lowest values of so many steps of about the same number of areas, but for the first."""
    found = {ordered[len(ordered) * n // steps] for n in range(1, steps) if ordered}
    return tuple(sorted(edge for edge in found if edge > ordered[0]))


def step(value: Value | None, edges: Sequence[Value]) -> int:
    """The step of a value: 0 without a figure, else spread so that the lowest is 1, the highest 5.

    Where all areas have one value it is the highest, unless it is nought.
    """
    if value is None:
        return 0
    if not edges:
        return STEPS if value else 1
    return 1 + round(Fraction(bisect_right(edges, value) * (STEPS - 1), len(edges)))


def outline(rings: Iterable[Iterable[tuple[float, float]]]) -> str:
    """SVG path data with one decimal; neighbouring points that fall together are dropped."""
    parts = []
    for ring in rings:
        kept: list[str] = []
        for x, y in ring:
            point = f"{x:.1f} {y:.1f}"
            if not kept or kept[-1] != point:
                kept.append(point)
        if len(kept) > 2:
            parts.append(f"M{'L'.join(kept)}Z")
    return "".join(parts)


def _legend(shapes: Sequence[Shape], show: Callable[[Value], str]) -> tuple[LegendStep, ...]:
    steps = []
    for number in sorted({shape.step for shape in shapes}):
        members = [shape.area.value for shape in shapes if shape.step == number]
        values = [value for value in members if value is not None]
        low, high = (show(min(values)), show(max(values))) if values else ("", "")
        steps.append(LegendStep(number, low, high, len(members)))
    return tuple(steps)
