"""Links of the room in the left column, one module per concern."""

from jurdil.oversight.nav import risk  # noqa: F401  (registers its links)
