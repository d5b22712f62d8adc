"""The people of the demo: one login per role, each with an invented name."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jurdil.kernel.actions import accounts
from jurdil.kernel.models import Account
from jurdil.kernel.roles import roles_of
from jurdil.kernel.viewer import Viewer
from jurdil.project.demo.people import person
from jurdil.project.demo.place import Ground

PASSWORD = "contoh-jurdil-2024"
SINCE = date(2023, 1, 4)
OWN_DIVISION = {"ketua": "kul", "anggota": "teknis", "kasubbag": "rendatin"}
TWICE = {"operator", "ppk"}
"""A form is typed by two people, so these roles have two logins."""
DIVISIONS = ("teknis", "rendatin", "hukum", "parmas-sdm")


@dataclass(frozen=True)
class Part:
    """A login of the demo: user name, role, place, division."""

    username: str
    role: str
    path: str
    division: str = ""


def parts(ground: Ground, house: str) -> Iterator[Part]:
    """One login for every role of the house, and all five commissioners' divisions."""
    sample = ground.stations[0]
    places = {2: ground.regency, 3: sample.kecamatan, 4: sample.village, 5: sample.path}
    for role in roles_of(house):
        yield Part(role.code, role.code, places[role.depth], OWN_DIVISION.get(role.code, ""))
        if role.code == "anggota":
            for number, division in enumerate(DIVISIONS[1:], 2):
                yield Part(f"anggota{number}", role.code, ground.regency, division)
        if role.code in TWICE:
            yield Part(f"{role.code}2", role.code, places[role.depth])
        if role.code == "ppk":
            yield Part("ppk3", role.code, ground.finished)


def engage(by: Viewer, ground: Ground, chance: random.Random) -> dict[str, Account]:
    """Make the accounts through the acts; returns them by user name."""
    made = {}
    for part in parts(ground, by.house):
        name, _sex = person(chance)
        account = accounts.create_account(
            by=by, username=part.username, name=name, password=PASSWORD
        )
        accounts.grant_role(
            by=by,
            account_id=account.pk,
            role=part.role,
            path=part.path,
            valid_from=SINCE,
            division=part.division,
            basis="SK contoh 1/2023",
        )
        made[part.username] = account
    return made


def listing(ground: Ground, house: str) -> list[str]:
    """One line per login for the terminal."""
    return [
        f"  {part.username:14} {part.path:20} {part.division}".rstrip()
        for part in parts(ground, house)
    ]
