"""Regimes: the law of one election, or of the time between elections, as data.

`load_regime("pemilu-2024").parameter("tps_max_voters").value` is the way from any room to a
figure of the law; the records are described in `regime_types`.
"""

from __future__ import annotations

from functools import cache

from jurdil.law.regime_files import read_toml, regime_codes
from jurdil.law.regime_reader import read_regime
from jurdil.law.regime_types import (
    BadRegime,
    Band,
    Basis,
    Body,
    Code,
    Contest,
    Division,
    Exemption,
    Group,
    Moment,
    Parameter,
    Pay,
    Regime,
    Stage,
    TurnoutFormula,
    UnknownRegime,
    UserCategory,
)

__all__ = [
    "BadRegime",
    "Band",
    "Basis",
    "Body",
    "Code",
    "Contest",
    "Division",
    "Exemption",
    "Group",
    "Moment",
    "Parameter",
    "Pay",
    "Regime",
    "Stage",
    "TurnoutFormula",
    "UnknownRegime",
    "UserCategory",
    "load_regime",
    "read_toml",
    "regime_codes",
]


@cache
def load_regime(code: str) -> Regime:
    """Return the regime `code`, read and validated once per process.

    Raises UnknownRegime, whose message lists the known codes, and BadRegime with file and row.
    """
    return read_regime(code)
