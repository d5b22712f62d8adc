"""The routine work rolls on by itself: next week's plenary, next quarter's voter update."""

from jurdil.kernel import daily
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime import load_regime
from jurdil.stages import actions


def roll_all(by: Viewer) -> None:
    """Bring the recurring work of every running regime up to date."""
    for election in Election.objects.filter(state=Election.State.RUNNING):
        if any(stage.every for stage in load_regime(election.regime).stages):
            actions.roll_routine(by=by, election_id=election.pk)


daily.register("stages.roll_routine", roll_all)
