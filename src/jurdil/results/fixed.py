"""Determined means frozen: which signed decisions stand over the form of a TPS or of a place."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jurdil.kernel.acts import Refused
from jurdil.kernel.fields import within
from jurdil.kernel.models import Decision
from jurdil.law.recap import places_above
from jurdil.results.datasets import FORMS, KIND


def decisions_over(election_id: int, contest: str, path: str) -> QuerySet[Decision]:
    """The determinations of a contest whose place holds `path`, the newest first."""
    return Decision.objects.filter(
        kind=KIND,
        election_id=election_id,
        parts__dataset=f"{FORMS}{contest}",
        path__in=[path, *places_above(path)],
    ).order_by("-decided_at", "-pk")


def determined_within(election_id: int, contest: str, path: str) -> tuple[str, ...]:
    """The places at or below `path` whose recapitulation of a contest is determined."""
    rows = Decision.objects.filter(
        kind=KIND, election_id=election_id, parts__dataset=f"{FORMS}{contest}"
    ).values_list("path", flat=True)
    return tuple(sorted({one for one in rows if within(one, path)}))


def require_undetermined(election_id: int, contest: str, path: str) -> None:
    """Raise `Refused` when a signed decision already stands over the figures of `path`."""
    decision = decisions_over(election_id, contest, path).first()
    if decision is not None:
        raise Refused(
            _(
                "Hasil ini sudah ditetapkan dengan “%(title)s”. Angkanya hanya dapat berubah "
                "melalui pembetulan dalam rapat pleno tingkat berikutnya, pemungutan suara ulang, "
                "atau putusan."
            )
            % {"title": decision.title}
        )
