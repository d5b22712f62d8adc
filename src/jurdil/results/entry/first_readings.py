"""First readings of many forms at once, from a file that an office typed itself."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.models import ImportBatch
from jurdil.kernel.viewer import Viewer
from jurdil.law.entry import State
from jurdil.results.entry import agreeing, store
from jurdil.results.fixed import require_undetermined
from jurdil.results.models import Bacaan, Entri, PutusanEntri
from jurdil.results.shapes import Shape


@inner
def keep_all(
    by: Viewer, shape: Shape, forms: Mapping[str, Mapping[str, int]], batch: ImportBatch
) -> None:
    """Keep the figures of the file as first readings; broken rules go to a coordinator.

    Raises `Refused` when a form of the file was begun by a person or is determined: the file then
    changes nothing.
    """
    begun = Entri.objects.filter(
        election_id=shape.election_id, contest=shape.contest, path__in=forms
    ).exclude(state=State.EMPTY.value)
    if first := begun.order_by("path").first():
        raise Refused(
            _("TPS %(tps)s sudah dientri. Keluarkan TPS itu dari berkas, lalu impor lagi.")
            % {"tps": first.path}
        )
    for path, figures in forms.items():
        require_undetermined(shape.election_id, shape.contest, path)
        row = store.entry_of(shape.election_id, shape.contest, path, shape.dapil)
        agreeing.keep_machine(row, shape, figures, Bacaan.Source.FILE, batch.file)
        if by.account_id is not None:  # who brought the file has seen it and cannot type second
            store.note(row, by, PutusanEntri.Kind.OPENED)
