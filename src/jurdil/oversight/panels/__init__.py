"""What the room shows in the pages of others, one module per concern."""

from jurdil.oversight.panels import (  # noqa: F401  (they register their panels)
    advice,
    ahead,
    cases,
    lhp,
    neutral,
    risk,
    ruling,
)
