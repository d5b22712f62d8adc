"""Background jobs of the room."""

import logging
import time
from collections.abc import Callable
from typing import Any

from django.db.models import F

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused
from jurdil.kernel.imports.rows import digest
from jurdil.kernel.imports.staging import taken_first, viewer_of
from jurdil.kernel.jobs import job
from jurdil.kernel.models import ImportBatch
from jurdil.kernel.viewer import Viewer
from jurdil.voters import searching, synchronising
from jurdil.voters.actions.doubles import note_doubles
from jurdil.voters.actions.intake import take_in
from jurdil.voters.actions.pdpb import take_rows
from jurdil.voters.models import Kiriman, PencarianGanda, Sumber
from jurdil.voters.searching import Part

Search = PencarianGanda.State

PART = 1_500
"""Rows in one act; more would make others wait."""

FEW = 50
"""Rows of an agency in one act: each is looked up and becomes a proposal or a visit."""

BREATH = 0.03
"""Seconds between two parts, in which somebody else may write."""


_log = logging.getLogger(__name__)


class StageChanged(Exception):
    """The staged rows are not those that were previewed; none of them is taken."""


@job
def take_in_all(source_id: int) -> int:
    """Take every waiting village of a source list in, part by part; returns how many rows.

    Started again after a worker died it goes on where it was: a part is taken in whole or not. A
    refusal (the list was locked meanwhile) ends it; the rest waits until it is asked to go on.
    Raises `StageChanged` before the first one. That is read here and not when the list is
    confirmed, because it takes seconds in which nobody else could save.
    """
    source = Sumber.objects.select_related("batch").get(pk=source_id)
    if not source.villages.filter(waiting__lt=F("rows")).exists():
        _require_previewed(source.batch)
    by = viewer_of(source.batch)
    taken = 0
    while part := source.villages.filter(waiting__gt=0).select_related("source").first():
        rows = synchronising.staged(part, PART)
        if not rows:
            raise StageChanged(f"{part.waiting} rows of {part.village} are gone from the stage")
        given = {"source_id": source.pk, "village": part.village, "rows": rows}
        done = _unless_refused(take_in, by=by, **given)
        if done is None:
            break
        taken += done.part
        time.sleep(BREATH)
    return taken


@job
def take_delivery(delivery_id: int) -> int:
    """Take the confirmed rows of an agency's file in, part by part, as `take_in_all`."""
    delivery = Kiriman.objects.select_related("batch").get(pk=delivery_id)
    assert delivery.batch is not None
    if delivery.waiting == delivery.rows_read:
        _require_previewed(delivery.batch)
    by = viewer_of(delivery.batch)
    taken = 0
    while rows := list(taken_first(delivery.batch, FEW)):
        done = _unless_refused(take_rows, by=by, delivery_id=delivery.pk, rows=rows)
        if done is None:
            break
        taken += sum(done.values())
        time.sleep(BREATH)
    return taken


@job
def search_all(search_id: int) -> int:
    """Search the whole list of a place for names alike; returns how many pairs are new.

    Started again it begins anew: pairs that are known are not put down twice.
    """
    search = PencarianGanda.objects.get(pk=search_id)
    if search.state == Search.DONE:
        return search.found
    by = Viewer(search.role, search.path, _house(), search.account_name, search.account)
    note_doubles(by=by, search_id=search.pk, part=Part(0, []), state=Search.WAITING)
    for part in searching.parts(search.path):
        note_doubles(by=by, search_id=search.pk, part=part, state=Search.RUNNING)
        time.sleep(BREATH)
    done = note_doubles(by=by, search_id=search.pk, part=Part(0, []), state=Search.DONE)
    return done.found


def _unless_refused(act: Callable[..., Any], **given: Any) -> Any:
    """What an act did; None when it was refused. Its rows wait on: see `resuming`."""
    try:
        return act(**given)
    except Refused as refused:
        _log.warning("rows wait on: %s", refused)
        return None


def _house() -> str:
    office = clock.office()
    return office.kind if office else ""


def _require_previewed(batch: ImportBatch) -> None:
    if digest(batch) != batch.digest:
        raise StageChanged(f"the rows of batch {batch.pk} changed after they were read")
