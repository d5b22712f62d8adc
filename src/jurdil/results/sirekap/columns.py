"""The header of the Sirekap layout: which columns there must be and where they are."""

from __future__ import annotations

import re

from jurdil.kernel import faults
from jurdil.kernel.faults import Faults
from jurdil.kernel.tables import Row

CODES: tuple[str, ...] = ("kode_tps", "kode_desa", "tps")
ADMINISTRATION: tuple[str, ...] = (
    "dpt",
    "dpt_l",
    "dpt_p",
    "guna_dpt",
    "guna_dpt_l",
    "guna_dpt_p",
    "guna_dptb",
    "guna_dptb_l",
    "guna_dptb_p",
    "guna_dpk",
    "guna_dpk_l",
    "guna_dpk_p",
    "guna",
    "guna_l",
    "guna_p",
)
TOTALS: tuple[str, ...] = ("suara_sah", "suara_tidak_sah", "suara_total")
OPTIONAL: tuple[str, ...] = ("kode_kec", "kec", "desa", "n_foto_c", "waktu_sirekap")
_CHOICE = re.compile(r"paslon_([1-9][0-9]?)")


def read_header(line: Row, pairs: int | None) -> dict[str, int]:
    """Return the position of every column by name.

    `pairs` is the number of pairs the contest has, when known; without it the columns `paslon_1`,
    `paslon_2` ... must have no gap. Raises FileRefused with every missing, unknown or doubled
    column.
    """
    found = Faults()
    positions: dict[str, int] = {}
    for at, cell in enumerate(line.cells):
        name = str(cell).strip().lower()
        if name in positions:
            found.add(faults.duplicate_column(name, at + 1))
        elif not _known(name, pairs):
            found.add(faults.unknown_column(str(cell), at + 1))
        else:
            positions[name] = at
    missing = [name for name in _required(positions, pairs) if name not in positions]
    if missing:
        found.add(faults.missing_columns(missing))
    found.refuse()
    return positions


def choices_of(positions: dict[str, int]) -> tuple[str, ...]:
    """Return the vote columns in the order of the ballot."""
    names = (name for name in positions if _CHOICE.fullmatch(name))
    return tuple(sorted(names, key=_number))


def _number(name: str) -> int:
    return int(name.removeprefix("paslon_"))


def _known(name: str, pairs: int | None) -> bool:
    if _CHOICE.fullmatch(name):
        return pairs is None or _number(name) <= pairs
    return name in (*CODES, *TOTALS, *ADMINISTRATION, *OPTIONAL)


def _required(positions: dict[str, int], pairs: int | None) -> tuple[str, ...]:
    last = pairs or max((_number(name) for name in choices_of(positions)), default=1)
    votes = (f"paslon_{number}" for number in range(1, last + 1))
    return (*CODES, *votes, *TOTALS, *ADMINISTRATION)
