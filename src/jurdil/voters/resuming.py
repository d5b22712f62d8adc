"""Going on with rows that wait: their job ended when an act was refused (a lock, a DPT)."""

from jurdil.kernel.acts import inner
from jurdil.kernel.fields import within
from jurdil.kernel.jobs import enqueue
from jurdil.voters.models import Kiriman, Revisi, Sumber


@inner
def resume(path: str) -> int:
    """Queue again every source list and agency file that touches a place and has rows waiting.

    Returns how many. A job that finds nothing left ends at once, so asking twice does no harm.
    """
    from jurdil.voters.jobs import take_delivery, take_in_all

    sources = Sumber.objects.filter(villages__waiting__gt=0).distinct()
    files = Kiriman.objects.filter(waiting__gt=0, revision__state=Revisi.State.DRAFT)
    queued = 0
    for job, rows in ((take_in_all, sources), (take_delivery, files)):
        for row in rows:
            if within(row.path, path) or within(path, row.path):
                enqueue(job, row.pk)
                queued += 1
    return queued
