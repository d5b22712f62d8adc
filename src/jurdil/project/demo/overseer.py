"""Build the demo of Bawaslu's own house, beside KPU's: its own data, keys and ledger."""

import random
from datetime import datetime
from time import perf_counter
from zoneinfo import ZoneInfo

from jurdil.kernel.actions import office as office_acts
from jurdil.kernel.models import Account, Office
from jurdil.kernel.roles import BAWASLU
from jurdil.kernel.viewer import Viewer, system_viewer
from jurdil.kernel.who import viewer_for
from jurdil.places import actions as places
from jurdil.places.records import NewTps
from jurdil.project import founding
from jurdil.project.demo import advice, cases, cast, count, desk, lhp, neutrality, risks
from jurdil.project.demo.place import ground

SEED = 20240214
WITA = ZoneInfo("Asia/Makassar")
OPENING = datetime(2024, 1, 8, 8, 0, tzinfo=WITA)
MORNING_AFTER = datetime(2024, 2, 15, 9, 0, tzinfo=WITA)


def build(size: str) -> str:
    """Build the house in an empty installation; returns a sentence that says what and how fast."""
    begin = perf_counter()
    chance = random.Random(SEED)
    place = ground(size, chance)
    founded = founding.found(
        regency=place.regency,
        office=BAWASLU,
        regime=count.REGIME,
        sample_data=True,
        legal=OPENING,
    )
    office = system_viewer(place.regency, BAWASLU)
    people = cast.engage(office, place, chance)
    viewers = {name: _as(account) for name, account in people.items()}
    election_id = desk.election_id(count.REGIME)
    rows = tuple(NewTps(station.village, station.number) for station in place.stations)
    places.add_tps_list(
        by=office, election_id=election_id, rows=rows, reason="Salinan daftar TPS dari KPU"
    )
    risks.show(office, viewers, election_id, place, chance)
    lhp.show(office, viewers, election_id, place, chance)
    neutrality.show(office, viewers, election_id, place)
    advice.show(office, viewers, election_id)
    cases.show(office, viewers, election_id, place)
    office_acts.set_training_clock(by=office, legal=MORNING_AFTER)
    return f"{founded.summary()} {len(place.stations)} TPS, {perf_counter() - begin:.0f} s."


def _as(account: Account) -> Viewer:
    return viewer_for(account.grants.get(), Office.objects.get())


def logins(port: int) -> str:
    """What the newcomer needs to know, for the terminal."""
    place = ground("small", random.Random(SEED))
    lines = ["", f"Jurdil, Bawaslu (data contoh): http://127.0.0.1:{port}/"]
    return "\n".join(
        [*lines, f"Password of every login: {cast.PASSWORD}", *cast.listing(place, BAWASLU), ""]
    )
