"""What the room shows on its own first page (slot `voters.index`) and in the pages of others."""

from jurdil.voters.panels import intake, pdpb, proposals

__all__ = ["intake", "pdpb", "proposals"]
