"""Background jobs of the room."""

import time

from django.db.models import F

from jurdil.kernel.imports.staging import digest, viewer_of
from jurdil.kernel.jobs import job
from jurdil.voters.actions.intake import take_in
from jurdil.voters.models import Sumber, SumberDesa

BREATH = 0.03
"""Seconds between two parts, in which somebody else may write."""


class StageChanged(Exception):
    """The staged rows are not those that were previewed; none of them is taken."""


@job
def take_in_all(source_id: int) -> int:
    """Take every waiting village of a source list in, part by part; returns how many rows.

    Started again after a worker died it goes on where it was: a part is taken in whole or not.
    Raises `StageChanged` before the first one. That is read here and not when the list is
    confirmed, because it takes seconds in which nobody else could save.
    """
    source = Sumber.objects.select_related("batch").get(pk=source_id)
    _require_previewed(source)
    by = viewer_of(source.batch)
    taken = 0
    while part := SumberDesa.objects.filter(source=source, waiting__gt=0).first():
        done = take_in(by=by, source_id=source.pk, village=part.village)
        taken += done.part
        time.sleep(BREATH)
    return taken


def _require_previewed(source: Sumber) -> None:
    begun = source.villages.filter(waiting__lt=F("rows")).exists()
    if not begun and digest(source.batch) != source.batch.digest:
        raise StageChanged(f"the rows of batch {source.batch_id} changed after they were read")
