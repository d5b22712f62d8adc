"""Background jobs of the room."""

import time

from jurdil.kernel.imports.staging import viewer_of
from jurdil.kernel.jobs import job
from jurdil.voters.actions.intake import take_in
from jurdil.voters.models import Sumber, SumberDesa

BREATH = 0.03
"""Seconds between two parts, in which somebody else may write."""


@job
def take_in_all(source_id: int) -> int:
    """Take every waiting village of a source list in, part by part; returns how many rows.

    Started again after a worker died it goes on where it was: a part is taken in whole or not.
    """
    source = Sumber.objects.select_related("batch").get(pk=source_id)
    by = viewer_of(source.batch)
    taken = 0
    while part := SumberDesa.objects.filter(source=source, waiting__gt=0).first():
        done = take_in(by=by, source_id=source.pk, village=part.village)
        taken += done.part
        time.sleep(BREATH)
    return taken
