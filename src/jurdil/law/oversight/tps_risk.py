"""Vulnerable TPS (*TPS rawan*): flags per indicator, never a composite score.

Bawaslu published 7 variables with 22 indicators in February 2024 and 8 variables with 28 in
November 2024; of the latter 25 could be read, the other three are not known. One TPS may carry
several. The roll-up is TPS per indicator and indicators per TPS; no edition gives a score.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from jurdil.law.oversight import files
from jurdil.law.text import Text

EDITIONS = ("tps-2024-11", "tps-2024-02")
BY_KIND = {"pemilu": "tps-2024-02", "pilkada": "tps-2024-11"}
"""The list that was used for a kind of election."""


@dataclass(frozen=True, slots=True)
class Sign:
    """An indicator; `national` is the number of TPS that carried it, where published."""

    id: str
    variable: str
    name: Text
    national: int | None
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Edition:
    """A list of indicators: `count` it has by publication, `known` are on record here."""

    id: str
    name: Text
    count: int
    variables: Mapping[str, Text]
    signs: Mapping[str, Sign]
    confirmed: bool

    @property
    def known(self) -> int:
        return len(self.signs)

    @property
    def unknown(self) -> int:
        """Indicators of the publication that are not on record."""
        return self.count - self.known

    def under(self, variable: str) -> tuple[Sign, ...]:
        return tuple(one for one in self.signs.values() if one.variable == variable)


@cache
def edition(code: str) -> Edition:
    """One list. Raises KeyError for an unknown code."""
    if code not in EDITIONS:
        raise KeyError(code)
    top = files.top(f"{code}.toml")
    _article, confirmed = files.proof(top)
    variables = {row.need("id", str): row.text("name") for row in top.rows("variable")}
    signs = [_sign(row, tuple(variables)) for row in top.rows("indicator")]
    made = Edition(
        top.need("id", str),
        top.text("name"),
        top.need("count", int),
        MappingProxyType(variables),
        MappingProxyType({one.id: one for one in signs}),
        confirmed,
    )
    top.finish()
    return made


def per_sign(listed: Edition, flags: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Return the number of TPS per indicator from (TPS, indicator) pairs, each pair once."""
    counts = Counter(sign for _tps, sign in set(flags))
    return {code: counts[code] for code in listed.signs}


def per_tps(flags: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return the indicators of each TPS that has any, sorted."""
    found: dict[str, set[str]] = {}
    for tps, sign in flags:
        found.setdefault(tps, set()).add(sign)
    return {tps: tuple(sorted(signs)) for tps, signs in sorted(found.items())}


def _sign(row: files.Row, variables: tuple[str, ...]) -> Sign:
    made = Sign(
        row.need("id", str),
        row.one_of("variable", variables),
        row.text("name"),
        row.take("national", int),
        row.need("confirmed", bool),
    )
    row.finish()
    return made
