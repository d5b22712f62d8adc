"""What was done to something, as the ledger has it."""

from datetime import datetime

from jurdil.kernel import policy
from jurdil.kernel.models import LedgerEntry
from jurdil.law.text import Text

Trail = tuple[tuple[datetime, Text, str], ...]


def history(subject: str) -> Trail:
    """When, which act, by whom; the oldest first."""
    rights = policy.matrix()
    entries = LedgerEntry.objects.filter(subject=subject).order_by("seq")
    return tuple(
        (
            entry.legal_at,
            rights[entry.act].name if entry.act in rights else Text(entry.act, entry.act),
            entry.actor_name,
        )
        for entry in entries
    )
