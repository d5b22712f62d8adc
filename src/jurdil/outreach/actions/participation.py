"""Acts on participation: what others say of the participation index."""

from decimal import Decimal

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.participation import index
from jurdil.law.regime import load_regime
from jurdil.office import keeping
from jurdil.outreach.models import IndexScore


@act("outreach.compare")
def record_score(
    *, by: Viewer, election_id: int, dimension: str, value: Decimal, source: str
) -> Done[IndexScore]:
    """Record a score of the index, or of a dimension, as it was published, with its source.

    The newest one counts. Raises `Refused` off the scale, for an unknown dimension, or without
    source.
    """
    election = Election.objects.get(pk=election_id)
    if not within(election.path, by.path):
        raise Election.DoesNotExist
    known = {one.code for one in index.dimensions(load_regime(election.regime))}
    if not known:
        raise Refused(_("Untuk pemilihan ini belum ada indeks partisipasi."))
    if dimension and dimension not in known:
        raise Refused(_("Dimensi ini tidak dikenal."))
    if not 0 <= value <= 100:
        raise Refused(
            _("Nilai %(value)s di luar skala 0 sampai 100. Indeks bukan persentase kehadiran.")
            % {"value": value}
        )
    made = IndexScore.objects.create(
        election=election,
        path=election.path,
        dimension=dimension,
        value=value,
        source=keeping.wanted(source, _("Tulis sumber nilainya, misalnya nomor surat.")),
        account_name=by.name,
        at=clock.now(),
    )
    facts = {"dimension": dimension, "value": str(value)}
    return Done(made, f"election:{election.pk}", election.path, facts)
