"""People who applied for a seat in an ad hoc body: how many for each seat, and whether enough.

How large a body is stands in the regime (PKPU 8/2022); the seats that were called for are typed,
since a second call is for fewer seats.
"""

from __future__ import annotations

from dataclasses import dataclass

from jurdil.law.figure import Figure, Input, ratio
from jurdil.law.regime_types import Body, Parameter, Regime
from jurdil.law.text import Text

MULTIPLE = "adhoc_intake_multiple"
RECORDED_AT = {"kecamatan": "kecamatan", "desa": "desa", "tps": "desa"}
"""The level of a body and the level whose applicants are counted: those of TPS by village."""


@dataclass(frozen=True, slots=True)
class Count:
    """The applicants for the seats of a body at one or several places; sexes None when unknown."""

    seats: int
    applicants: int
    men: int | None = None
    women: int | None = None


def bodies(regime: Regime, others: frozenset[str] = frozenset()) -> tuple[Body, ...]:
    """The ad hoc bodies of an election in the order of the regime, without those that `others`
    (the other house) call; empty where it names none."""
    held = (one for one in regime.bodies if one.level in RECORDED_AT)
    return tuple(one for one in held if one.id not in others)


def faults(count: Count) -> tuple[Text, ...]:
    """What cannot be: no seat, men and women that are not the whole, or one of them above it; the
    figures are named."""
    found = []
    if count.seats < 1:
        found.append(Text("Isi banyaknya kursi; lebih dari nol.", "Enter the seats; above zero."))
    if count.men is not None and count.women is not None:
        whole = count.men + count.women
        if whole != count.applicants:
            found.append(
                Text(
                    f"Laki-laki dan perempuan berjumlah {whole}, sedangkan pelamar "
                    f"{count.applicants}. Periksa ketiga angka.",
                    f"Men and women are {whole} together, but applicants {count.applicants}. "
                    "Check the three figures.",
                )
            )
    elif (one := _only(count)) > count.applicants:
        found.append(
            Text(
                f"Laki-laki atau perempuan {one}, sedangkan pelamar {count.applicants}. "
                "Periksa kedua angka.",
                f"Men or women are {one}, but applicants {count.applicants}. "
                "Check the two figures.",
            )
        )
    return tuple(found)


def _only(count: Count) -> int:
    """The sex that was given where the other was not; 0 without either."""
    return count.men or count.women or 0


def together(counts: tuple[Count, ...]) -> Count:
    """The sum of counts; a sex that one of them lacks is unknown for all."""
    men = [one.men for one in counts]
    women = [one.women for one in counts]
    return Count(
        seats=sum(one.seats for one in counts),
        applicants=sum(one.applicants for one in counts),
        men=_sum(men),
        women=_sum(women),
    )


def _sum(known: list[int | None]) -> int | None:
    found = [one for one in known if one is not None]
    return sum(found) if known and len(found) == len(known) else None


def per_seat(count: Count) -> Figure:
    """Applicants for each seat."""
    return ratio(
        Input(Text("Pelamar", "Applicants"), count.applicants),
        Input(Text("Kursi", "Seats"), count.seats),
        article="",
        confirmed=True,
    )


def wanted(regime: Regime) -> Parameter | None:
    """How many applicants for each seat a call needs; None where no source says it."""
    return regime.parameters.get(MULTIPLE)


def short(regime: Regime, count: Count) -> bool:
    """Whether fewer applied than the call needs, so that it is extended (Keputusan KPU 476/2022,
    not confirmed). False where no source gives the number."""
    rule = wanted(regime)
    return rule is not None and count.applicants < rule.number() * count.seats
