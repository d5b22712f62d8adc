"""Code lists of the room that forms offer."""

from jurdil.outreach.models import Evidence

EVIDENCE = tuple(Evidence.Kind.choices)
