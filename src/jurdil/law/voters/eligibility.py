"""Who is a voter on a day: seventeen or married, a citizen, no soldier, no police, right not taken.

UU 7/2017 art. 1(34), 198 to 200; for the quarterly update the day is that of the recapitulation
(PKPU 1/2025).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from jurdil.law.regime_types import Regime
from jurdil.law.text import Text

AGE_PARAMETER = "voter_min_age"


class Marriage(Enum):
    """Marital status as the form codes it; `NEVER` is the only one that needs the age."""

    NEVER = "B"
    MARRIED = "S"
    ONCE = "P"


@dataclass(frozen=True, slots=True)
class Person:
    """What the law asks about a person; `born` None when the date is not known."""

    born: date | None
    marriage: Marriage | None
    soldier: bool = False
    police: bool = False
    right_revoked: bool = False
    citizen: bool = True


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a person may vote on the day; None when the list does not say enough."""

    eligible: bool | None
    reason: Text
    article: str
    confirmed: bool


def judge(person: Person, on: date, regime: Regime) -> Verdict:
    """Return whether `person` is a voter on the day `on`, with the reason that decides.

    Raises LookupError when the regime gives no age.
    """
    least = regime.parameter(AGE_PARAMETER)
    for barred, reason, article in _bars(person):
        if barred:
            return Verdict(False, reason, article, True)
    if person.marriage in (Marriage.MARRIED, Marriage.ONCE):
        text = Text("Sudah atau pernah kawin.", "Married, or was married before.")
        return Verdict(True, text, least.article, least.confirmed)
    if person.born is None:
        text = Text(
            "Tanggal lahir belum diketahui dan status kawin bukan S atau P.",
            "The date of birth is not known and the person is not recorded as married.",
        )
        return Verdict(None, text, least.article, least.confirmed)
    age = age_on(person.born, on)
    old_enough = age >= least.whole()
    text = Text(
        f"Berumur {age} tahun pada {on:%d-%m-%Y}; syaratnya {least.whole()} tahun.",
        f"Aged {age} on {on:%d-%m-%Y}; the law asks for {least.whole()}.",
    )
    if old_enough or person.marriage is Marriage.NEVER:
        return Verdict(old_enough, text, least.article, least.confirmed)
    unknown = Text(
        f"Berumur {age} tahun pada {on:%d-%m-%Y} dan status kawin belum dicatat.",
        f"Aged {age} on {on:%d-%m-%Y}, and the marital status is not recorded.",
    )
    return Verdict(None, unknown, least.article, least.confirmed)


def age_on(born: date, on: date) -> int:
    """Return the full years of a person on a day; who is born on 29 February turns on 1 March."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _bars(person: Person) -> tuple[tuple[bool, Text, str], ...]:
    return (
        (
            not person.citizen,
            Text("Bukan warga negara Indonesia.", "Not an Indonesian citizen."),
            "UU 7/2017 Pasal 1 angka 34",
        ),
        (
            person.right_revoked,
            Text("Hak pilihnya dicabut oleh pengadilan.", "A court took the right to vote."),
            "UU 7/2017 Pasal 198 ayat (3)",
        ),
        (
            person.soldier,
            Text("Prajurit TNI tidak memilih.", "Soldiers (TNI) do not vote."),
            "UU 7/2017 Pasal 200",
        ),
        (
            person.police,
            Text("Anggota Polri tidak memilih.", "Police (Polri) do not vote."),
            "UU 7/2017 Pasal 200",
        ),
    )
