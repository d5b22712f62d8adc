"""Background jobs of the room."""

from jurdil.kernel import clock
from jurdil.kernel.jobs import job
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import system_viewer
from jurdil.results import detecting, watching
from jurdil.results.actions.review import detect


@job
def detect_changes(election_id: int) -> int:
    """Run the detectors over the forms of an election; returns how many forms had changed."""
    watching.note_run(election_id)
    office, election = clock.office(), Election.objects.get(pk=election_id)
    if office is None or not detecting.changed_forms(election_id):
        return 0
    return detect(by=system_viewer(election.path, office.kind), election_id=election.pk).forms
