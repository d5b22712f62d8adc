"""Outlines to draw."""

from django.db.models import Count

from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.places import paths
from jurdil.places.models import Boundary
from jurdil.places.queries.regions import names
from jurdil.places.records import Outline


@query("places.view")
def outlines(viewer: Viewer, path: str, level: int) -> tuple[Outline, ...]:
    """The outlines of one level (3 kecamatan, 4 village) in a place; empty while none is loaded.

    A map of the whole regency gets the light sketch, a map of a part of it the detail.
    """
    wide = paths.level(path) <= paths.REGENCY
    found = list(
        Boundary.objects.filter(level=level, path__within=viewer.path)
        .filter(path__within=path)
        .order_by("path")
    )
    labels = names(viewer, [boundary.path for boundary in found])
    return tuple(
        Outline(
            boundary.path,
            labels.get(boundary.path, boundary.path),
            tuple(
                tuple((x, y) for x, y in ring)
                for ring in (boundary.sketch if wide else boundary.detail)
            ),
        )
        for boundary in found
    )


@query("places.view")
def outline_counts(viewer: Viewer, path: str) -> dict[int, int]:
    """How many outlines are loaded in a place, by level."""
    inside = Boundary.objects.filter(path__within=viewer.path).filter(path__within=path)
    return dict(inside.values_list("level").annotate(number=Count("id")))
