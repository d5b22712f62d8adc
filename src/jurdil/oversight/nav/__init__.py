"""Links of the room in the left column, one module per concern."""

from jurdil.oversight.nav import advice, lhp, neutral, risk  # noqa: F401  (they register their links)
