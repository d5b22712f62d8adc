"""Calendar entries that rooms add to the feeds of people and divisions."""

from collections.abc import Callable, Iterable

from jurdil.kernel.viewer import Viewer
from jurdil.stages.queries.feeds import Entry

Source = Callable[[Viewer, str], Iterable[Entry]]
"""Gets the viewer of a feed and the division it is about ('' for the person's own feed)."""

_sources: list[Source] = []


def register(source: Source) -> None:
    """Add the entries of a source to every personal feed. Raises ValueError for a second time."""
    if source in _sources:
        raise ValueError(f"{source.__module__}.{source.__qualname__} feeds calendars already")
    _sources.append(source)


def entries(viewer: Viewer, division: str) -> tuple[Entry, ...]:
    """What all rooms add to a feed, in the order of time."""
    found = [entry for source in _sources for entry in source(viewer, division)]
    return tuple(sorted(found, key=lambda entry: (entry.opens, entry.uid)))
