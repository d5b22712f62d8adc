"""Counting who looks himself up, with nobody's data: two numbers a day.

It is a technical counter like a visitor's throttle, not an act: it has no legal consequence, and a
ledger entry per question would let any visitor fill the ledger.
"""

from django.db.models import F

from jurdil.kernel import clock
from jurdil.outreach.models import LookupDay


def note(*, found: bool) -> None:
    """Count one question of today."""
    today = clock.today()
    counted = {"asked": F("asked") + 1, "found": F("found") + int(found)}
    if not LookupDay.objects.filter(day=today).update(**counted):
        LookupDay.objects.bulk_create([LookupDay(day=today)], ignore_conflicts=True)
        LookupDay.objects.filter(day=today).update(**counted)
