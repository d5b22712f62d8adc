"""How people took part in the list: comments on it, and who is registered with a disability."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Count, Q

from jurdil.kernel.acts import query
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.voters.models import Revisi, RevisiDesa, Tanggapan
from jurdil.voters.pdpb.counting import by_village
from jurdil.voters.steps import FINAL


@dataclass(frozen=True)
class ListParticipation:
    """Comments on the lists of an election, with those answered, and registered voters with a
    disability per village; `disabled` is None before a DPT."""

    comments: int
    answered: int
    by_village: dict[str, int] = field(default_factory=dict)
    disabled: dict[str, int] | None = None


@query("voters.view")
def list_participation(viewer: Viewer, election_id: int) -> ListParticipation:
    """How people took part in an election's list in the viewer's place.

    Raises Election.DoesNotExist out of sight.
    """
    election = Election.objects.get(pk=election_id)
    if not (within(viewer.path, election.path) or within(election.path, viewer.path)):
        raise Election.DoesNotExist
    rows = Tanggapan.objects.filter(revision__election=election, village__within=viewer.path)
    counted = rows.values_list("village").annotate(
        n=Count("pk"), done=Count("pk", filter=Q(answered_at__isnull=False))
    )
    villages: Counter[str] = Counter()
    answered = 0
    for village, number, done in counted.order_by("village"):
        villages[village] += number
        answered += done
    return ListParticipation(
        sum(villages.values()), answered, dict(villages), _disabled(election, viewer.path)
    )


def _disabled(election: Election, path: str) -> dict[str, int] | None:
    """Registered voters with a disability per village of the DPT; the newest DPTHP counts."""
    found: dict[str, int] = {}
    final = Revisi.objects.filter(election=election, kind__in=FINAL, state=Revisi.State.DETERMINED)
    for revision in final.order_by("pk"):
        fixed = set(RevisiDesa.objects.filter(revision=revision).values_list("village", flat=True))
        for village, figures in by_village(revision, path).items():
            if village in fixed:
                counts = figures.disabilities.values()
                found[village] = sum(one.total for one in counts)
    return found if final.exists() else None
