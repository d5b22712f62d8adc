"""Who stands in the demo: invented parties named after plants, invented people."""

import random
from dataclasses import dataclass

from jurdil.law.rules.shape import Choices, lists, pairs, persons
from jurdil.project.demo.people import person
from jurdil.project.demo.place import Ground

PARTIES = (
    "Melati Anggrek Kenanga Cempaka Seroja Dahlia Teratai Kamboja Flamboyan Bougenvil "
    "Cendana Meranti Ulin Beringin Jati Mahoni Trembesi Ketapang"
).split()
SEATS_DPR, SEATS_PROVINCE = 9, 8
PEOPLE_DPD = 12
HEADER = ("contest", "number", "name", "short", "dapil", "candidate_no", "candidate", "sex")


@dataclass(frozen=True)
class Line:
    """One row of the file of participants."""

    contest: str
    number: int
    name: str
    short: str = ""
    dapil: str = ""
    candidate_no: int | None = None
    candidate: str = ""
    sex: str = ""

    def row(self) -> tuple[str, ...]:
        values = (getattr(self, name) for name in HEADER)
        return tuple("" if value is None else str(value) for value in values)


def participants(ground: Ground, chance: random.Random) -> list[Line]:
    """All participants and candidates of the five contests."""
    lines = [line for number in range(1, 4) for line in _pair(number, chance)]
    for number in range(1, PEOPLE_DPD + 1):
        name, sex = person(chance)
        lines.append(Line("dpd", number, name, "", "", 1, name, sex))
    for contest, seats in (("dpr", SEATS_DPR), ("dprd-prov", SEATS_PROVINCE)):
        lines += _lists(contest, "", seats, chance)
    for district in ground.districts:
        lines += _lists("dprd-kab", district.code, district.seats, chance)
    return lines


def choices_of(contest: str, seats: int = 0) -> Choices:
    """The vote fields of a contest's form in the demo."""
    if contest == "ppwp":
        return pairs(3)
    if contest == "dpd":
        return persons(PEOPLE_DPD)
    size = {"dpr": SEATS_DPR, "dprd-prov": SEATS_PROVINCE}.get(contest, seats)
    return lists(dict.fromkeys(range(1, len(PARTIES) + 1), size))


def _pair(number: int, chance: random.Random) -> list[Line]:
    first, first_sex = person(chance)
    second, second_sex = person(chance)
    name = f"{first} – {second}"
    return [
        Line("ppwp", number, name, "", "", 1, first, first_sex),
        Line("ppwp", number, name, "", "", 2, second, second_sex),
    ]


def _lists(contest: str, dapil: str, seats: int, chance: random.Random) -> list[Line]:
    lines = []
    for number, plant in enumerate(PARTIES, 1):
        for place in range(1, seats + 1):
            # At least one woman in every three names (PKPU 10/2023 art. 8).
            name, sex = person(chance, "P" if place % 3 == 0 else None)
            lines.append(Line(contest, number, f"Partai {plant}", plant, dapil, place, name, sex))
    return lines
