"""What happened in a room and may be an indicator event of the vulnerability index.

Lower rooms name their sources here and know nothing of the index; the overseer's room shows them as
proposals, and a person confirms. Nothing enters the index by itself.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text


@dataclass(frozen=True)
class Signal:
    """One thing that happened. `key` is the same at every reading; `subject` is ``table:id``."""

    key: str
    indicator: int
    path: str
    happened_on: date
    text: Text
    source: Text
    subject: str = ""
    count: int = 1


Source = Callable[[Viewer, int | None], Iterable[Signal]]
_sources: list[Source] = []


def register(source: Source) -> None:
    """Add a source. Raises ValueError when it is registered twice."""
    if source in _sources:
        raise ValueError(f"{source.__qualname__} is already a source of signals")
    _sources.append(source)


def unregister(source: Source) -> None:
    """Take a source out again (tests)."""
    _sources.remove(source)


def signals(viewer: Viewer, election_id: int | None) -> tuple[Signal, ...]:
    """All signals that the viewer may see, newest first. A source checks the viewer's rights."""
    found = [one for source in _sources for one in source(viewer, election_id)]
    return tuple(sorted(found, key=lambda one: (one.happened_on, one.key), reverse=True))
