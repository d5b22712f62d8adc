"""The index among the kecamatan of this regency, from confirmed events."""

from collections.abc import Sequence
from typing import Any

from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import ikp_events
from jurdil.law.oversight.ikp_events import Event, Result
from jurdil.law.oversight.ikp_models import Model, model
from jurdil.oversight.models import IkpEvent
from jurdil.places import paths
from jurdil.places import queries as places

EDITION = "ikp-2024"


def districts(viewer: Viewer) -> dict[str, str]:
    """The kecamatan that are compared, with their names."""
    rows = places.places_below(viewer, viewer.path, paths.KECAMATAN)
    return {row.path: row.label for row in rows}


def confirmed(viewer: Viewer, edition: str = EDITION) -> list[Event]:
    """Confirmed events of the kecamatan, each at its kecamatan."""
    rows = IkpEvent.objects.filter(
        edition=edition, state=IkpEvent.State.CONFIRMED, path__within=viewer.path
    )
    return [
        Event(district, row.indicator, row.severity, row.count)
        for row in rows
        if (district := district_of(row.path))
    ]


def district_of(path: str) -> str:
    """The kecamatan of a place; '' for the whole regency."""
    parts = [*paths.ancestors(path), path]
    found = [one for one in parts if paths.level(one) == paths.KECAMATAN]
    return found[0] if found else ""


def among_districts(viewer: Viewer, more: Sequence[Event] = ()) -> Result:
    """The index of every kecamatan, with further events when a what-if asks for them."""
    chosen = model(EDITION)
    return ikp_events.score(chosen, [*confirmed(viewer), *more], tuple(districts(viewer)))


def as_json(result: Result) -> dict[str, Any]:
    """A result as it is kept: exact numbers as text."""
    return {
        region: {
            "events": one.events,
            "points": dict(one.points),
            "scores": {name: str(value.normalize()) for name, value in one.scores.items()},
            "total": str(one.total),
            "group": one.group,
        }
        for region, one in result.regions.items()
    }


def edition() -> Model:
    """The edition in use."""
    return model(EDITION)
