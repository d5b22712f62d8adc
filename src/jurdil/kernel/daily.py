"""What the house does by itself once every legal day while it is served.

A room registers a duty in its `daily.py`; a duty changes rows through acts only, as the viewer of
the machine, and doing it twice changes nothing.
"""

import logging
from collections.abc import Callable

from django.core.cache import cache

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused
from jurdil.kernel.viewer import Viewer, system_viewer

Duty = Callable[[Viewer], None]

_KEPT_SECONDS = 40 * 24 * 3600
_duties: dict[str, Duty] = {}
_log = logging.getLogger(__name__)


def register(name: str, duty: Duty) -> None:
    """Make a duty known. Raises ValueError when its name is taken."""
    if name in _duties:
        raise ValueError(f"two duties are called {name}")
    _duties[name] = duty


def do_what_is_due() -> list[str]:
    """Do every duty that was not done on this legal day; returns the names of those done."""
    office = clock.office()
    if office is None:
        return []
    today = clock.today().isoformat()
    done = []
    for name, duty in _duties.items():
        if cache.get(f"daily:{name}") == today:
            continue
        try:
            duty(system_viewer(office.path, office.kind))
        except Refused as refusal:
            _log.warning("the daily duty %s was refused: %s", name, refusal)
        cache.set(f"daily:{name}", today, _KEPT_SECONDS)
        done.append(name)
    return done
