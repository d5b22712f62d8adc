"""What the room shows in the pages of others, one module per concern."""

from jurdil.outreach.panels import participation, programme

__all__ = ["participation", "programme"]
