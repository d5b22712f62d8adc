"""A stage that waits for instructions from above: it is not late, and neither are its tasks."""

from django.utils.translation import gettext as _

from jurdil.kernel import clock, windows
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.models import Waiting, Window
from jurdil.kernel.viewer import Viewer
from jurdil.stages import store
from jurdil.stages.plan import STAGE


@act("stages.hold")
def hold(*, by: Viewer, election_id: int, stage: str, whom: str, letter: str = "") -> Done[Waiting]:
    """Mark that a stage waits: from whom, and since which letter.

    Raises `Refused` when it waits already, `Window.DoesNotExist` for an unknown stage.
    """
    election = store.election_for(by, election_id)
    _stage(election_id, stage)
    if _running(election_id, stage):
        raise Refused(_("Tahapan ini sudah ditandai menunggu petunjuk."))
    waiting = Waiting.objects.create(
        election=election,
        subject=f"{STAGE}{stage}",
        whom=whom,
        letter=letter,
        since=clock.today(),
    )
    facts = {"stage": stage, "whom": whom, "letter": letter}
    return Done(waiting, f"waiting:{waiting.pk}", election.path, facts)


@act("stages.release")
def release(*, by: Viewer, election_id: int, stage: str, letter: str = "") -> Done[Waiting]:
    """The instructions came (by which letter): the stage runs again.

    Raises `Refused` when it does not wait.
    """
    election = store.election_for(by, election_id)
    waiting = _running(election_id, stage)
    if waiting is None:
        raise Refused(_("Tahapan ini tidak sedang menunggu petunjuk."))
    waiting.ended = clock.today()
    waiting.save(update_fields=["ended"])
    facts = {"stage": stage, "letter": letter, "since": str(waiting.since)}
    return Done(waiting, f"waiting:{waiting.pk}", election.path, facts)


def _stage(election_id: int, stage: str) -> Window:
    return windows.windows_of(election_id).get(stage=stage)


def _running(election_id: int, stage: str) -> Waiting | None:
    return (
        Waiting.objects.select_for_update()
        .filter(election_id=election_id, subject=f"{STAGE}{stage}", ended__isnull=True)
        .first()
    )
