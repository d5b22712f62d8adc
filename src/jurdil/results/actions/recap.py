"""Determining a recapitulation, and making the projections again from the versions."""

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.models import Decision, Document
from jurdil.kernel.viewer import Viewer
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.results import determining, reading, rebuilding
from jurdil.results.records import Rebuilt


@act("results.freeze_recap")
def freeze_recap(
    *,
    by: Viewer,
    election_id: int,
    contest: str,
    path: str,
    title: str,
    document_id: int | None = None,
) -> Done[Decision]:
    """Determine the recapitulation of a contest at a kecamatan or the regency, as it stands now.

    Raises ObjectDoesNotExist outside the scope, `Refused` without a title or without any form.
    """
    about = reading.subject(by, election_id, contest)
    place = places.place(by, path)
    if place.level > paths.KECAMATAN:
        raise Refused(_("Rekapitulasi ditetapkan di kecamatan atau kabupaten/kota."))
    document = (
        Document.objects.filter(path__within=by.path).get(pk=document_id) if document_id else None
    )
    decision = determining.determine(
        election_id=election_id, contest=contest, path=path, title=title, document=document
    )
    facts = {"election": about.election.pk, "contest": contest, "digest": decision.digest}
    return Done(decision, f"decision:{decision.pk}", path, facts)


@act("results.rebuild")
def rebuild(*, by: Viewer, election_id: int) -> Done[Rebuilt]:
    """Make sums, votes and findings again from the current versions; returns what differed."""
    found = rebuilding.rebuild(election_id, by.path)
    facts = {
        "forms": found.forms,
        "sums": found.sums,
        "votes": found.votes,
        "findings": found.findings,
    }
    return Done(found, f"election:{election_id}", by.path, facts)
