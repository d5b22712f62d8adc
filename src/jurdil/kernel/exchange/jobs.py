"""The background job of deliveries, and the look for those that are due again."""

from datetime import datetime, timedelta

from django.core.cache import cache
from django.db.models import Count, Max

from jurdil.kernel import clock, jobs
from jurdil.kernel.exchange import delivery
from jurdil.kernel.jobs import job
from jurdil.kernel.models import Parcel

PAUSES = tuple(timedelta(minutes=m) for m in (0, 1, 5, 15, 60, 6 * 60))
LONGEST_PAUSE = timedelta(hours=24)
_QUEUED = 600
"""Seconds after which a queued delivery counts as lost and is queued again."""


@job
def deliver_parcel(parcel_id: int) -> str:
    """Deliver a package once; the next try is planned by `sweep`."""
    try:
        return delivery.deliver(parcel_id)
    finally:
        cache.delete(_key(parcel_id))


def deliver_soon(parcel_id: int) -> None:
    """Queue a delivery unless one is queued already, or its office is reached by file only."""
    has_address = Parcel.objects.filter(pk=parcel_id).exclude(partner__address="").exists()
    if has_address and cache.add(_key(parcel_id), 1, _QUEUED):
        jobs.enqueue(deliver_parcel, parcel_id)


def sweep() -> int:
    """Queue what is due for another try; returns how many packages that were."""
    open_ones = Parcel.objects.filter(way=Parcel.Way.OUT).exclude(state=Parcel.State.ARRIVED)
    tried = open_ones.annotate(count=Count("tries"), last=Max("tries__at"))
    due = [p.pk for p in tried if next_try(p.count, p.last) <= clock.real()]
    for parcel_id in due:
        deliver_soon(parcel_id)
    return len(due)


def next_try(count: int, last: datetime | None) -> datetime:
    """When a package that was tried so often is tried again: sooner at first, daily in the end."""
    pause = PAUSES[count] if count < len(PAUSES) else LONGEST_PAUSE
    return (last or clock.real()) + pause


def _key(parcel_id: int) -> str:
    return f"exchange:queued:{parcel_id}"
