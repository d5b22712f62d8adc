"""Links of the room in the left column, one module per concern."""

from jurdil.oversight.nav import (  # noqa: F401  (they register their links)
    advice,
    cases,
    lhp,
    neutral,
    risk,
    ruling,
)
