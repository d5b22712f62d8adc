"""Taking a source list in: each village by its own acts, in parts that hold nobody up."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Done, Refused, act, person
from jurdil.kernel.fields import within
from jurdil.kernel.viewer import Viewer
from jurdil.voters import changing, resuming, synchronising
from jurdil.voters.models import SumberDesa
from jurdil.voters.synchronising import Staged, Taken


@act("voters.take_in")
def take_in(*, by: Viewer, source_id: int, village: str, rows: Sequence[Staged]) -> Done[Taken]:
    """Take the next rows of a village in; what they become is told by the synchronisation.

    `rows` are its first in the stage (`synchronising.staged`). They are taken once: they leave the
    stage in the same transaction. Raises SumberDesa.DoesNotExist outside the scope, `Refused` while
    the list is locked and when somebody else took the rows.
    """
    held = (
        SumberDesa.objects.select_for_update(of=["self"])
        .select_related("source__batch", "source__election")
        .get(source=source_id, village=village)
    )
    if not within(village, by.path):
        raise SumberDesa.DoesNotExist
    change = changing.begin(by, village, source=f"sumber:{source_id}")
    taken = synchronising.take(by, held, change, rows)
    facts = {
        "source": source_id,
        "rows": taken.part,
        "added": taken.added,
        "same": taken.same,
        "differing": taken.differing,
        "remembered": taken.remembered,
        "doubles": taken.doubles,
    }
    return Done(taken, f"sumber:{source_id}", village, facts)


@act("voters.resume")
def resume_intake(*, by: Viewer) -> Done[int]:
    """Go on with files whose rows wait, after what stopped them is gone; returns how many files.

    Opening a lock and releasing a DPT do so by themselves. Raises `Refused` when nothing waits.
    """
    person(by)
    queued = resuming.resume(by.path)
    if not queued:
        raise Refused(_("Tidak ada baris yang menunggu."))
    return Done(queued, "daftar", by.path, {"files": queued})
