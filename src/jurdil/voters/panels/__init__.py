"""What the room shows on its own first page (slot `voters.index`) and in the pages of others."""

from jurdil.voters.panels import chain, intake, mapping, pdpb, proposals

__all__ = ["chain", "intake", "mapping", "pdpb", "proposals"]
