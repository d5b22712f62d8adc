"""First readings of many forms at once, from a file that an office typed itself."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.models import ImportBatch
from jurdil.kernel.viewer import Viewer
from jurdil.law.entry import State
from jurdil.results import import_gate
from jurdil.results.entry import agreeing, store
from jurdil.results.models import Bacaan, Entri, PutusanEntri
from jurdil.results.shapes import Shape


def begun(election_id: int, contest: str) -> set[str]:
    """The TPS whose form of a contest somebody began to read."""
    rows = Entri.objects.filter(election_id=election_id, contest=contest)
    return set(rows.exclude(state=State.EMPTY.value).values_list("path", flat=True))


@inner
def keep_all(
    by: Viewer, shape: Shape, forms: Mapping[str, Mapping[str, int]], batch: ImportBatch
) -> None:
    """Keep the figures of the file as first readings; broken rules go to a coordinator.

    Raises `Refused` when a form of the file was begun after its preview: the file then changes
    nothing.
    """
    if since := begun(shape.election_id, shape.contest) & forms.keys():
        raise Refused(
            _(
                "TPS %(tps)s dientri sesudah pratinjau ini dibuat. Unggah lagi berkasnya; TPS itu "
                "lalu dilewati."
            )
            % {"tps": import_gate.named(since)}
        )
    for path, figures in forms.items():
        row = store.entry_of(shape.election_id, shape.contest, path, shape.dapil)
        agreeing.keep_machine(row, shape, figures, Bacaan.Source.FILE, batch.file)
        if by.account_id is not None:  # who brought the file has seen it and cannot type second
            store.note(row, by, PutusanEntri.Kind.OPENED)
