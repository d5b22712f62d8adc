"""A decided case of Pilkada 2024, on a day of that election."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from zoneinfo import ZoneInfo

from jurdil.kernel.actions import office as office_acts
from jurdil.kernel.viewer import Viewer, system_viewer
from jurdil.oversight import actions
from jurdil.oversight.models import Case
from tests import factories
from tests.oversight import case_ground as ground

MORNING = datetime(2024, 11, 11, 9, 0, tzinfo=ZoneInfo("Asia/Makassar"))


@contextmanager
def at_pilkada(by: Viewer) -> Iterator[Case]:
    """The office lives on a Monday of November 2024 and has decided an administrative case."""
    keeper = system_viewer(factories.REGENCY, "bawaslu")
    office_acts.set_training_clock(by=keeper, legal=MORNING)
    election = factories.election("pilkada-2024", voting_day=date(2024, 11, 27))
    case = actions.receive_report(by=by, election_id=election.pk, new=ground.new())
    yield ground.decided(by, case=case)
