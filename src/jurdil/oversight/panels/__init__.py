"""What the room shows in the pages of others, one module per concern."""

from jurdil.oversight.panels import risk  # noqa: F401  (registers its panels)
