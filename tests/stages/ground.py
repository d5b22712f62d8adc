"""The ground of this room's tests: an office at a legal day, an election opened on it."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from jurdil.kernel.actions import office as office_actions
from jurdil.kernel.models import Decision, Election
from jurdil.kernel.viewer import Viewer, system_viewer
from jurdil.stages import actions
from tests import factories
from tests.writes import setting_up

WITA = ZoneInfo("Asia/Makassar")
COUNT_DAY = (2024, 2, 15)
"""The day after voting: the recapitulation has begun."""


def on(year: int, month: int, day: int, hour: int = 9) -> Viewer:
    """Set the legal clock of the office; returns its all-mighty viewer."""
    office = factories.office()
    by = system_viewer(office.path, office.kind)
    moment = datetime(year, month, day, hour, tzinfo=WITA)
    office_actions.set_training_clock(by=by, legal=moment)
    return by


def opened(
    regime: str = "pemilu-2024", day: tuple[int, int, int] = COUNT_DAY, **more
) -> tuple[Viewer, Election]:
    """An election opened on a day, and the viewer who opened it."""
    by = on(*day)
    return by, actions.open_election(by=by, regime=regime, path=by.path, **more)


def begins(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, tzinfo=WITA)


def ends(year: int, month: int, day: int) -> datetime:
    return datetime.combine(date(year, month, day), time.max, WITA)


def determine(election: Election, stage: str, title: str = "Penetapan contoh") -> Decision:
    """A decision that determined a stage."""
    with setting_up():
        return Decision.objects.create(
            kind="contoh",
            title=title,
            election=election,
            stage=stage,
            path=election.path,
            decided_at=begins(2024, 2, 15),
            digest="0" * 64,
            ledger_seq=1,
            ledger_head="0" * 64,
        )
