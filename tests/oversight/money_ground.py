"""Events of money politics for tests, and the windows of a schedule."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from jurdil.kernel import clock
from jurdil.kernel.brought import Upload
from jurdil.kernel.models import Election, ScheduleVersion, Window
from jurdil.kernel.viewer import Viewer
from jurdil.oversight import actions
from jurdil.oversight.actions.money import NewMoney
from tests.writes import setting_up

WITA = ZoneInfo("Asia/Makassar")
CAMPAIGN = (date(2023, 11, 28), date(2024, 2, 10))
QUIET = (date(2024, 2, 11), date(2024, 2, 13))


def windows(election: Election, number: int = 1, **days: tuple[date, date]) -> None:
    """A schedule whose stages (``masa_tenang``) have these first and last days."""
    with setting_up():
        version = ScheduleVersion.objects.create(
            election=election, number=number, basis="PKPU", applied_at=clock.now()
        )
        for order, (stage, (first, last)) in enumerate(days.items()):
            name = stage.replace("_", "-")
            Window.objects.create(
                version=version,
                stage=name,
                order=order,
                name=name,
                name_en=name,
                level="kabko",
                opens=_start(first),
                closes=_start(last + timedelta(days=1)) - timedelta(microseconds=1),
                confirmed=True,
            )


def event(by: Viewer, path: str, *, upload: Upload | None = None, level: str = "", **values: Any):
    """An event of money politics."""
    election = Election.objects.order_by("-pk").exclude(voting_day=None).first()
    values = {
        "election_id": election.pk,
        "happened_on": date(2024, 2, 12),
        "mode": "langsung",
        "thing": "Amplop berisi uang",
        "actor": "tim",
        "receiver": "pemilih",
        "receivers": 12,
        "facts": "Dibagikan dari rumah ke rumah.",
        **values,
    }
    return actions.note_money(by=by, path=path, new=NewMoney(**values), upload=upload, level=level)


def _start(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=WITA)
