"""The count of the demo as files: one C.Hasil sheet per contest (per dapil for DPRD Kabupaten)."""

import csv
import io
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jurdil.law.regime import load_regime
from jurdil.law.rules import figures as form_figures
from jurdil.law.rules import params_for
from jurdil.law.rules.shape import Choices
from jurdil.project.demo.ballots import choices_of
from jurdil.project.demo.figures import form, spoil
from jurdil.project.demo.place import Ground, Station

REGIME = "pemilu-2024"
CONTESTS = ("ppwp", "dpr", "dpd", "dprd-prov", "dprd-kab")
SHARE_IN = {"ppwp": 0.94, "dpr": 0.55, "dpd": 0.5, "dprd-prov": 0.42, "dprd-kab": 0.46}
"""The morning after: the presidential count is nearly in, the long forms are not."""


@dataclass(frozen=True)
class Sheet:
    """A file to import: contest, name and bytes."""

    contest: str
    name: str
    content: bytes


def sheets(ground: Ground, chance: random.Random) -> Iterator[Sheet]:
    """One file per contest, for DPRD Kabupaten one per dapil."""
    for contest in CONTESTS:
        if contest != "dprd-kab":
            over = ground.finished if contest == "ppwp" else ""
            yield _sheet(contest, contest, choices_of(contest), ground.stations, chance, over)
            continue
        for district in ground.districts:
            own = [s for s in ground.stations if ground.district_of(s) == district]
            choices = choices_of(contest, district.seats)
            yield _sheet(contest, f"{contest}-{district.code}", choices, own, chance)


def _sheet(
    contest: str,
    name: str,
    choices: Choices,
    stations: Sequence[Station],
    chance: random.Random,
    over: str = "",
) -> Sheet:
    """A file of the forms that are in; of the kecamatan `over` all are, the last added up wrongly
    so that its plenary has something to correct."""
    columns = form_figures(choices, params_for(load_regime(REGIME)))
    tastes = {k: _taste(choices, chance) for k in sorted({s.kecamatan for s in stations})}
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(("kode_tps", *columns))
    for station in stations:
        made = form(chance, choices, (station.men, station.women), tastes[station.kecamatan])
        if chance.random() < SHARE_IN[contest] or station.kecamatan == over:
            spoiled = spoil(chance, made, choices)
            if over and station is stations[-1]:
                spoiled = made | {"suara_total": (made["suara_total"] or 0) + 10}
            cells = ("" if (value := spoiled.get(c)) is None else value for c in columns)
            writer.writerow((station.code, *cells))
    return Sheet(contest, f"contoh-{name}.csv", text.getvalue().encode())


def _taste(choices: Choices, chance: random.Random) -> list[float]:
    """Weights of the vote fields: few strong parties, and in each a few known names."""
    if not choices.groups:
        return [chance.uniform(1, 4) for _ in choices.votes]
    weights = []
    for group in choices.groups:
        party = chance.paretovariate(1.2)
        weights += [party * chance.paretovariate(1.5) for _ in group.votes]
    return weights
