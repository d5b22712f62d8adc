"""The voter list of the demo: a source list taken in, mapped to TPS, and a quarter at work.

The people are made up; a village has as many voters as the demo's TPS of that village hold.
"""

import io
import random
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from jurdil.kernel.actions import office as office_acts
from jurdil.kernel.viewer import Viewer
from jurdil.project.demo import pdpb, population
from jurdil.project.demo.place import Ground
from jurdil.voters import actions, queries
from jurdil.voters.jobs import take_in_all

Bring = Callable[[Viewer, str, str, bytes, dict[str, str]], None]
RECEIVED = datetime(2023, 2, 6, 9, 0, tzinfo=ZoneInfo("Asia/Makassar"))
"""After the DP4 was handed over and before coklit began."""
VOTING_DAY = date(2024, 2, 14)
FEW = 40
"""Voters of a village in the small demo, but for the village of the PPS login."""


def show(
    office: Viewer,
    viewers: Mapping[str, Viewer],
    ground: Ground,
    election_id: int,
    seed: int,
    bring: Bring,
    *,
    whole: bool,
) -> None:
    """Take a DP4 of the regency in and map every village, as in February 2023."""
    office_acts.set_training_clock(by=office, legal=RECEIVED)
    desk = viewers["operator"]
    sizes = _sizes(ground, whole)
    bring(
        desk.about(election_id),
        "daftar-pemilih",
        "contoh-dp4.csv",
        _file(sizes, seed),
        {"jenis": "dp4"},
    )
    # In the background where a worker runs; the demo is built without one.
    take_in_all.func(queries.sources(desk)[0].id)
    for village in sizes:
        draft = actions.draft_mapping(by=desk, election_id=election_id, village=village)
        actions.apply_mapping(by=desk, draft_id=draft.pk)


def quarter(viewers: Mapping[str, Viewer], chance: random.Random, bring: Bring) -> None:
    """A quarter of the update on the day where the demo stands."""
    pdpb.show(viewers, chance, bring)


def _sizes(ground: Ground, whole: bool) -> dict[str, int]:
    sizes: Counter[str] = Counter()
    for station in ground.stations:
        sizes[station.village] += station.men + station.women
    own = ground.stations[0].village
    return {village: count if whole or village == own else FEW for village, count in sizes.items()}


def _file(sizes: Mapping[str, int], seed: int) -> bytes:
    """The list as CSV; one row in four hundred has an error, as real lists do."""
    rows = (
        population.as_row(person)
        for village, count in sizes.items()
        for person in population.village(village, count, seed, VOTING_DAY)
    )
    text = io.StringIO()
    population.write_rows(text, (row for row, _planted in population.plant(rows, 400, seed)))
    return text.getvalue().encode()
