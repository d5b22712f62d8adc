"""The room's links in the left column, one module per concern."""

from jurdil.outreach.nav import participation, programme

__all__ = ["participation", "programme"]
