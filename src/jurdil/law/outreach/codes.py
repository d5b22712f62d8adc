"""Who socialization is for (ten bases) and how it is done (methods), as the regimes list them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from jurdil.law.regime import load_regime
from jurdil.law.text import Text

ROUTINE = "rutin"
BASES = "basis_sosialisasi"
DIRECT, INDIRECT = "metode_langsung", "metode_tidak_langsung"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list. `direct` is False for methods that reach people through media."""

    code: str
    name: Text
    article: str
    confirmed: bool
    direct: bool = True


@cache
def bases(regime: str) -> tuple[Entry, ...]:
    """The bases of voters a programme is meant for (PKPU 10/2018 art. 5, the list of 2019).

    A regime without a list of its own gets that of the routine work, unconfirmed.
    """
    return _entries(regime, BASES)


@cache
def methods(regime: str) -> tuple[Entry, ...]:
    """Direct methods, then indirect ones (PKPU 9/2022 art. 11 to 13)."""
    return (*_entries(regime, DIRECT), *_entries(regime, INDIRECT, direct=False))


def base(regime: str, code: str) -> Entry:
    """One base. Raises KeyError for an unknown code."""
    return _one(bases(regime), code)


def method(regime: str, code: str) -> Entry:
    """One method. Raises KeyError for an unknown code."""
    return _one(methods(regime), code)


def _entries(regime: str, list_id: str, *, direct: bool = True) -> tuple[Entry, ...]:
    own = load_regime(regime).codes_of(list_id)
    rows = own or load_regime(ROUTINE).codes_of(list_id)
    return tuple(
        Entry(row.code, row.name, row.article, row.confirmed and bool(own), direct) for row in rows
    )


def _one(entries: tuple[Entry, ...], code: str) -> Entry:
    found = next((one for one in entries if one.code == code), None)
    if found is None:
        raise KeyError(code)
    return found
