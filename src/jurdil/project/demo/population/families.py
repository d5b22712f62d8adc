"""Families of a village by RW and RT, with ages, marriages and numbers that fit together."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from . import names

YEAR = timedelta(days=365.2425)
AREA = "99"
"""No province has this code, so no number made here can be anybody's."""
HOUSES_PER_RT = 28
RT_PER_RW = 4


@dataclass(frozen=True, slots=True)
class Person:
    """The thirteen elements of somebody who does not exist, and where he lives.

    `born` is the true day; `written` what the list has when that differs from a plain date.
    """

    nkk: str
    nik: str
    name: str
    birth_place: str
    born: date
    married: str
    sex: str
    address: str
    rt: str
    rw: str
    disability: str
    ktp: str
    village: str
    remark: str = ""
    written: str = ""

    def age(self, on: date) -> int:
        """Full years on a day."""
        return on.year - self.born.year - ((on.month, on.day) < (self.born.month, self.born.day))

    def may_vote(self, on: date) -> bool:
        """Seventeen, or married before (UU 7/2017 art. 198)."""
        return self.age(on) >= 17 or self.married in ("S", "P")


def village(path: str, voters: int, seed: int, on: date) -> Iterator[Person]:
    """People of a village until `voters` of them may vote on the day `on`; children are left out.

    `path` is the village's code, which makes the numbers unique over all villages of a list.
    """
    draw = random.Random(f"{seed}:{path}")
    serials = _Serials(path)
    made = 0
    house = 0
    while made < voters:
        for person in _family(draw, serials, path, house, on):
            if made < voters and person.may_vote(on):
                made += 1
                yield person
        house += 1


class _Serials:
    """Numbers that never repeat in a province: area of the kecamatan, a date, a serial.

    Each village has a hundred serials of a date to itself, kelurahan apart from desa.
    """

    def __init__(self, path: str) -> None:
        digits = path.replace(".", "")
        self._area = f"{AREA}{digits[2:6]:0<4}"
        self._first = 5_000 * (digits[6:7] == "2") + 100 * (int(digits[-2:]) % 50)
        self._used: dict[str, int] = {}

    def nik(self, born: date, sex: str) -> str:
        day = born.day + 40 * (sex == "P")
        return self._next(f"{self._area}{day:02}{born:%m%y}")

    def nkk(self, issued: date) -> str:
        return self._next(f"{self._area}{issued:%d%m%y}")

    def _next(self, stem: str) -> str:
        self._used[stem] = self._used.get(stem, self._first) + 1
        return f"{stem}{self._used[stem]:04}"


def _family(
    draw: random.Random, serials: _Serials, path: str, house: int, on: date
) -> Iterator[Person]:
    rt = house // HOUSES_PER_RT + 1
    home = {
        "nkk": serials.nkk(on - timedelta(days=draw.randrange(30, 6000))),
        "address": names.street(draw),
        "rt": f"{rt:03}",
        "rw": f"{(rt - 1) // RT_PER_RW + 1:03}",
        "village": path,
    }
    head_age = draw.triangular(20, 84, 42)
    couple = draw.random() < 0.78
    head_sex = "L" if couple or draw.random() < 0.35 else "P"
    married = "S" if couple else draw.choice("PPB" if head_age > 35 else "BBP")
    head = _person(draw, serials, home, head_sex, on - head_age * YEAR, married, on)
    yield head
    if couple:
        yield _person(
            draw, serials, home, "P", on - max(18, head_age - draw.gauss(3, 4)) * YEAR, "S", on
        )
    for _child in range(draw.choices((0, 1, 2, 3, 4), (22, 26, 28, 16, 8))[0]):
        age = head_age - draw.uniform(20, 38)
        if age > 1:
            yield _person(draw, serials, home, draw.choice("LP"), on - age * YEAR, "B", on)


def _person(
    draw: random.Random,
    serials: _Serials,
    home: dict[str, str],
    sex: str,
    born: date,
    married: str,
    on: date,
) -> Person:
    if draw.random() < 0.05:
        # Day and month unknown: such people are registered as born on 1 July.
        born = born.replace(month=7, day=1)
    numbered = born if draw.random() > 0.01 else born + timedelta(days=draw.randrange(1, 28))
    young = (on - born) / YEAR < 17.6
    disability = draw.choice("123456") if draw.random() < 0.008 else ""
    return Person(
        nik=serials.nik(numbered, sex),
        name=names.full_name(draw, sex),
        birth_place=names.birth_place(draw),
        born=born,
        married=married,
        sex=sex,
        disability=disability,
        ktp="B" if young and draw.random() < 0.8 else "S",
        **home,
    )


def moved(person: Person, path: str, rt: str = "001", rw: str = "001") -> Person:
    """The same person living in another village."""
    return replace(person, village=path, rt=rt, rw=rw)
