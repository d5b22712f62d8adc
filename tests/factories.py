"""Small makers of what tests need; they go through acts wherever an act exists."""

import itertools
from datetime import date, datetime, time, timedelta

from jurdil.kernel import clock
from jurdil.kernel.actions import accounts
from jurdil.kernel.actions import office as office_actions
from jurdil.kernel.models import Account, Election, Office
from jurdil.kernel.viewer import Viewer, system_viewer
from tests.writes import setting_up

REGENCY = "73.12"
PASSWORD = "sandi-contoh-2024"
_numbers = itertools.count(1)


def office(kind: str = "kpu", path: str = REGENCY, mode: str = "latihan") -> Office:
    """The office of this test, founded once."""
    return Office.objects.first() or office_actions.found_office(
        by=system_viewer(path, kind),
        kind=kind,
        mode=mode,
        path=path,
        name=f"{kind.upper()} Kabupaten Contoh",
        regency="Kabupaten Contoh",
        province="Provinsi Contoh",
        zone="Asia/Makassar",
        regions_edition="uji",
        sample_data=True,
    )


def account(role: str = "operator", path: str = REGENCY, **grant) -> Account:
    """An account with one grant of `role` at `path`, valid since 2020."""
    founded = office()
    by = system_viewer(founded.path, founded.kind)
    made = accounts.create_account(
        by=by, username=f"{role}{next(_numbers)}", name=f"Contoh {role}", password=PASSWORD
    )
    accounts.grant_role(
        by=by, account_id=made.pk, role=role, path=path, valid_from=date(2020, 1, 1), **grant
    )
    return made


def lately(minutes: int) -> datetime:
    """So many minutes ago but never yesterday, so that what begins then is today's at any hour."""
    midnight = datetime.combine(clock.today(), time.min, clock.zone())
    return max(clock.now() - timedelta(minutes=minutes), midnight)


def viewer(role: str = "operator", path: str = REGENCY, **more) -> Viewer:
    """A viewer without an account, for acts and queries called directly."""
    return Viewer(role=role, path=path, house=office().kind, name=f"Contoh {role}", **more)


def election(regime: str = "pemilu-2024", **values) -> Election:
    """A bare election of the office, without schedule."""
    values = {
        "name": regime,
        "name_en": regime,
        "path": office().path,
        "voting_day": date(2024, 2, 14),
        "contests": ["ppwp"],
        **values,
    }
    with setting_up():
        return Election.objects.create(regime=regime, **values)
