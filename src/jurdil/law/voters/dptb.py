"""Voters who vote at another TPS (DPTb): reasons with their last day, and which ballots are due.

Nine reasons until H-30, four until H-7 (PKPU 7/2022; the regimes carry them). The ballots follow
UU 7/2017 art. 348(4): a ballot is due where the voter's own area of that contest still is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from jurdil.law.regime_types import Contest, Regime
from jurdil.law.text import Text

ARTICLE = "UU 7/2017 Pasal 348"
CONFIRMED = False
"""The rule of the ballots was not seen in a source of its own."""

LISTS = ("dptb_h30", "dptb_h7")
_PROVINCE, _REGENCY = 2, 5

Dapil = Mapping[str, Sequence[Sequence[str]]]
"""By contest the dapil, each as the paths of its parts."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason to vote elsewhere, and the last day on which it may be reported."""

    code: str
    name: Text
    last_day: date
    confirmed: bool

    def open_on(self, day: date) -> bool:
        """Whether it may still be reported on a day."""
        return day <= self.last_day


def reasons(regime: Regime, voting_day: date) -> tuple[Reason, ...]:
    """Every reason of a regime; one that stands in both lists has the later last day.

    Raises ValueError for a code without its number of days.
    """
    found: dict[str, Reason] = {}
    for list_id in LISTS:
        for code in regime.codes_of(list_id):
            if code.until_days_before is None:
                raise ValueError(f"{list_id}/{code.code} has no last day")
            day = voting_day - timedelta(days=code.until_days_before)
            known = found.get(code.code)
            if known is None or day > known.last_day:
                found[code.code] = Reason(code.code, code.name, day, code.confirmed)
    return tuple(found.values())


def due(contest: Contest, origin: str, target: str, dapil: Dapil) -> bool | None:
    """Whether the ballot of a contest is due at `target` to a voter of `origin` (place paths).

    None where both lie in one province (or regency, for its DPRD) but the dapil are not known.
    """
    if contest.choice == "list":
        return _same_dapil(contest, origin, target, dapil.get(contest.id, ()))
    if contest.determined_at == "kabko":
        return _same(origin, target, _REGENCY)
    if contest.determined_at == "provinsi" or contest.choice == "person":
        return _same(origin, target, _PROVINCE)
    return True


def _same_dapil(
    contest: Contest, origin: str, target: str, dapil: Sequence[Sequence[str]]
) -> bool | None:
    level = _REGENCY if contest.determined_at == "kabko" else _PROVINCE
    if not _same(origin, target, level):
        return False
    if origin == target:
        return True
    home = next((parts for parts in dapil if _inside(origin, parts)), None)
    return _inside(target, home) if home is not None else None


def _inside(path: str, parts: Sequence[str]) -> bool:
    return any(path == part or path.startswith((f"{part}.", f"{part}/")) for part in parts)


def _same(one: str, other: str, length: int) -> bool:
    return one[:length] == other[:length]
