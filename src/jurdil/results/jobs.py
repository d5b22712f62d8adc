"""Background jobs of the room."""

from jurdil.kernel import clock
from jurdil.kernel.jobs import job
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import system_viewer
from jurdil.results import detecting, evidence, watching
from jurdil.results.actions.dispute import keep_bundle
from jurdil.results.actions.review import detect
from jurdil.results.models import Sengketa

BUNDLED_AT_ONCE = 20 * 2**20
"""Bytes of evidence up to which a bundle is made in the request; more goes to the background."""


@job
def detect_changes(election_id: int) -> int:
    """Run the detectors over the forms of an election; returns how many forms had changed."""
    watching.note_run(election_id)
    office, election = clock.office(), Election.objects.get(pk=election_id)
    if office is None or not detecting.changed_forms(election_id):
        return 0
    return detect(by=system_viewer(election.path, office.kind), election_id=election.pk).forms


@job
def bundle_dispute(dispute_id: int, newest: int) -> int:
    """Make and keep a large evidence bundle; returns its number of pieces.

    `newest` is the row of the newest bundle when it was asked for (0 for none): once a newer one
    is there, a second run does nothing.
    """
    dispute = Sengketa.objects.select_related("election").get(pk=dispute_id)
    office = clock.office()
    if office is None or dispute.bundles.filter(pk__gt=newest).exists():
        return 0
    made = evidence.bundle(dispute)
    by = system_viewer(dispute.election.path, office.kind)
    keep_bundle(by=by, dispute_id=dispute_id, bundle=made)
    return made.items
