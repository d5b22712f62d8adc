"""Regions: one, those below, the way down, the whole tree, by name."""

import re
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from jurdil.kernel.acts import query
from jurdil.kernel.fields import within
from jurdil.kernel.viewer import Viewer
from jurdil.places import paths
from jurdil.places.models import Region, Tps
from jurdil.places.queries.tps import expected_tps, tps_of
from jurdil.places.records import Branch, Crumb, Facts, Found, Place

MOST_FOUND = 60

_NUMBER = re.compile(r"[0-9]{1,3}")
_NOISE = {"tps", "kec", "kecamatan", "desa", "kel", "kelurahan", "distrik", "gampong", "kampung"}


@query("places.view")
def place(viewer: Viewer, path: str) -> Place:
    """One region in scope. Raises `Region.DoesNotExist`."""
    return _place(_scoped(viewer).get(path=path))


@query("places.view")
def children(viewer: Viewer, path: str) -> tuple[Place, ...]:
    """The regions right below a place, in order of their codes."""
    below = _scoped(viewer).filter(path__within=path, level=paths.level(path) + 1)
    return tuple(_place(region) for region in below)


@query("places.view")
def branches(viewer: Viewer, path: str, election_id: int | None) -> tuple[Branch, ...]:
    """The regions right below a place with their number of TPS, None without an election."""
    counts = expected_tps(viewer, election_id) if election_id else {}
    return tuple(
        Branch(child, counts.get(child.path, 0) if election_id else None)
        for child in children(viewer, path)
    )


@query("places.view")
def places_below(viewer: Viewer, path: str, level: int) -> tuple[Place, ...]:
    """The regions of one level (3 kecamatan, 4 village) in a place."""
    return tuple(
        _place(region) for region in _scoped(viewer).filter(path__within=path, level=level)
    )


@query("places.view")
def all_places(viewer: Viewer) -> tuple[Place, ...]:
    """Every region in scope, in order of their codes."""
    return tuple(_place(region) for region in _scoped(viewer))


@query("places.view")
def villages(viewer: Viewer, path: str = "") -> tuple[Place, ...]:
    """All villages in scope, or in one place of it."""
    return places_below(viewer, path, paths.VILLAGE)


@query("places.view")
def breadcrumb(viewer: Viewer, path: str) -> tuple[Crumb, ...]:
    """The way from the regency down to a region or TPS, which is the last crumb.

    Places above the viewer's own are named, not reachable.
    """
    way = [step for step in (*paths.ancestors(path), path) if paths.level(step) >= paths.REGENCY]
    known = names(viewer, way)
    return tuple(
        Crumb(step, known[step], within(step, viewer.path)) for step in way if step in known
    )


@query("places.view")
def name_of(viewer: Viewer, path: str) -> str:
    """The label of a place ("Kelurahan Labessi", "TPS 007"); the code itself when out of reach."""
    return names(viewer, [path]).get(path, path)


@query("places.view")
def names(viewer: Viewer, wanted: Iterable[str]) -> dict[str, str]:
    """Labels by path, of places in scope and of those above it; unknown paths are left out.

    A TPS is named by its number whether or not it is registered.
    """
    asked = set(wanted)
    regions = {path for path in asked if "/" not in path}
    above = (*paths.ancestors(viewer.path), viewer.path)
    reach = Q(path__within=viewer.path) | Q(path__in=above)
    known = {
        region.path: _place(region).label
        for region in Region.objects.filter(reach, path__in=regions)
    }
    for path in asked - regions:
        if within(path, viewer.path):
            known[path] = f"TPS {paths.tps_number(path):03d}"
    return known


@query("places.view")
def tree(viewer: Viewer, election_id: int | None = None) -> tuple[Branch, ...]:
    """All regions in scope as a tree, with their number of TPS when an election is given."""
    counts = expected_tps(viewer, election_id) if election_id else {}
    found = [_place(region) for region in _scoped(viewer)]
    below: dict[str, list[Place]] = {}
    for region in found:
        below.setdefault(paths.parent(region.path), []).append(region)

    def branch(region: Place) -> Branch:
        inner = tuple(branch(child) for child in below.get(region.path, ()))
        return Branch(region, counts.get(region.path, 0) if election_id else None, inner)

    top = min((region.level for region in found), default=0)
    return tuple(branch(region) for region in found if region.level == top)


@query("places.view")
def facts(viewer: Viewer, path: str, election_id: int | None) -> Facts:
    """How many kecamatan and villages lie in a place, and its TPS by kind in an election."""
    below = _scoped(viewer).filter(path__within=path).exclude(path=path)
    levels = list(below.values_list("level", flat=True))
    kecamatan, village_count = levels.count(paths.KECAMATAN), levels.count(paths.VILLAGE)
    if election_id is None:
        return Facts(kecamatan, village_count)
    by_kind: dict[str, int] = {}
    for row in tps_of(viewer, election_id, path):
        if row.in_use:
            by_kind[row.kind] = by_kind.get(row.kind, 0) + 1
    total = sum(by_kind.values())
    return Facts(kecamatan, village_count, total, total - by_kind.get("reguler", 0), by_kind)


@query("places.view")
def search(viewer: Viewer, text: str, election_id: int | None = None) -> tuple[Found, ...]:
    """Regions and TPS whose name, code or number answers a line such as "TPS 7 Labessi".

    Every word must occur in the name; a number of up to three digits means a TPS.
    """
    words = text.lower().split()
    if not words:
        return ()
    if "." in words[0] or (len(words[0]) > 3 and words[0].isdigit()):
        return _by_code(viewer, words[0])
    numbers = [int(word) for word in words if _NUMBER.fullmatch(word)]
    parts = [word for word in words if not _NUMBER.fullmatch(word) and word not in _NOISE]
    regions = _named(viewer, parts) if parts else []
    if numbers and election_id:
        return _tps_found(viewer, election_id, numbers[0], regions if parts else None)
    return _found(viewer, [(region.path, _place(region).label) for region in regions])


def _by_code(viewer: Viewer, text: str) -> tuple[Found, ...]:
    try:
        path = paths.read_code(text)
    except paths.BadCode:
        return ()
    hits = _scoped(viewer).filter(path__within=path)[:MOST_FOUND]
    return _found(viewer, [(region.path, _place(region).label) for region in hits])


def _named(viewer: Viewer, parts: Iterable[str]) -> list[Region]:
    regions = _scoped(viewer).exclude(level=paths.REGENCY)
    for part in parts:
        regions = regions.filter(name__icontains=part)
    return list(regions[:MOST_FOUND])


def _tps_found(
    viewer: Viewer, election_id: int, number: int, regions: list[Region] | None
) -> tuple[Found, ...]:
    hits = Tps.objects.filter(election_id=election_id, number=number, path__within=viewer.path)
    if regions is not None:
        inside = Q(pk__in=[])
        for region in regions:
            inside |= Q(path__within=region.path)
        hits = hits.filter(inside)
    label = f"TPS {number:03d}"
    return _found(
        viewer, [(path, label) for path in hits.values_list("path", flat=True)[:MOST_FOUND]]
    )


def _found(viewer: Viewer, hits: list[tuple[str, str]]) -> tuple[Found, ...]:
    """Hits with the names of the places they lie in, nearest first."""
    above = {step for path, _label in hits for step in paths.ancestors(path)}
    known = names(viewer, above)
    return tuple(
        Found(
            path,
            label,
            ", ".join(known[step] for step in reversed(paths.ancestors(path)) if step in known),
        )
        for path, label in hits
    )


def _scoped(viewer: Viewer) -> QuerySet[Region]:
    return Region.objects.filter(path__within=viewer.path).order_by("path")


def _place(region: Region) -> Place:
    return Place(region.path, region.level, region.kind, region.name, region.term, region.edition)
