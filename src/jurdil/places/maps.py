"""A place drawn as a map, coloured by its number of TPS or by any value of its parts."""

from collections.abc import Callable, Mapping

from django.urls import reverse

from jurdil.kernel.viewer import Viewer
from jurdil.places import paths, queries
from jurdil.places.records import Outline
from jurdil.web import words
from jurdil.web.charts.choropleth import Area, Map, Value, choropleth

MOST_AREAS = 250
"""More villages than this make a map that nobody can read and no phone should load."""


def levels_of(viewer: Viewer, path: str) -> tuple[int, ...]:
    """The levels at which a place can be drawn: those with outlines, and not too many of them."""
    below = range(max(paths.level(path) + 1, paths.KECAMATAN), paths.VILLAGE + 1)
    counts = queries.outline_counts(viewer, path)
    return tuple(level for level in below if 0 < counts.get(level, 0) <= MOST_AREAS)


def by_tps(viewer: Viewer, path: str, level: int, election_id: int | None) -> Map:
    """The map of a place at one level; without an election no area has a figure."""
    counts = queries.expected_tps(viewer, election_id) if election_id else {}
    areas = [
        _area(outline, counts.get(outline.path, 0) if election_id else None)
        for outline in queries.outlines(viewer, path, level)
    ]
    return choropleth(areas, words.number)


def by_kecamatan(
    viewer: Viewer,
    values: Mapping[str, Value],
    link: str,
    shown: Callable[[Value | None], str] = words.number,
    missing: Value | None = None,
) -> Map | None:
    """The kecamatan of the viewer coloured by a value; None while no outlines are loaded.

    A kecamatan that is not in `values` has `missing`; each leads to `link` followed by its path.
    """
    areas = [
        _drawn(outline, values.get(outline.path, missing), shown, f"{link}{outline.path}")
        for outline in queries.outlines(viewer, viewer.path, paths.KECAMATAN)
    ]
    return choropleth(areas, shown) if areas else None


def _area(outline: Outline, count: int | None) -> Area:
    return _drawn(outline, count, words.number, reverse("places:place", args=[outline.path]))


def _drawn(
    outline: Outline, value: Value | None, shown: Callable[[Value | None], str], url: str
) -> Area:
    return Area(outline.path, outline.name, outline.rings, value, shown(value), url)
