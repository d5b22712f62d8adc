"""What the room shows on its own first page (slot `voters.index`) and in the pages of others."""

from jurdil.voters.panels import chain, coklit, intake, mapping, pdpb, proposals

__all__ = ["chain", "coklit", "intake", "mapping", "pdpb", "proposals"]
