"""When forms change, the detectors run soon after: once a minute at most, however many change."""

from datetime import timedelta

from django.core.cache import cache
from django.db import transaction

from jurdil.kernel import clock

PAUSE = timedelta(seconds=60)


def forms_changed(election_id: int) -> None:
    """Have the detectors run after this transaction and a pause, unless they are about to."""
    transaction.on_commit(lambda: _soon(election_id))


def note_run(election_id: int) -> None:
    """The detectors run now; what changes from here on has them run again."""
    cache.delete(_key(election_id))


def _soon(election_id: int) -> None:
    from jurdil.results.jobs import detect_changes

    # A lost key means one run more; a key that outlives its run by a crash ends by itself.
    if cache.add(_key(election_id), "", PAUSE.total_seconds() * 5):
        detect_changes.using(run_after=clock.real() + PAUSE).enqueue(election_id)


def _key(election_id: int) -> str:
    return f"results:detect:{election_id}"
