"""What a TMS code means in its regime: the voter leaves the list, changes TPS, or stays.

The numbers change with the rules. Code 8 was *hilang ingatan* in 2018 and is *salah penempatan
TPS* in 2024, where the voter must reappear at another TPS of the village; codes 11 and 12 of 2018
are no TMS at all but say that the KTP-el is wanting (handbook calendar, section 3.5).
"""

from __future__ import annotations

from enum import Enum

from jurdil.law.regime_types import Code, Regime


class Effect(Enum):
    """What follows from a code for the voter in the list of the village."""

    LEAVES = "keluar"
    CHANGES_TPS = "pindah-tps"
    STAYS = "tetap"


def effect(code: Code) -> Effect:
    """What a code of a regime's TMS list does to the voter."""
    if code.removes:
        return Effect.LEAVES
    return Effect.CHANGES_TPS if code.moves else Effect.STAYS


def find(regime: Regime, code: str) -> Code:
    """The TMS code of a regime. Raises LookupError for one it does not have."""
    for known in regime.tms_codes:
        if known.code == code:
            return known
    raise LookupError(f"regime {regime.code} has no TMS code {code!r}")


def double(regime: Regime) -> Code:
    """The code by which a second entry of one person leaves. Raises LookupError without one."""
    for known in regime.tms_codes:
        if known.double:
            return known
    raise LookupError(f"regime {regime.code} has no TMS code for doubles")


def moves(regime: Regime) -> tuple[Code, ...]:
    """The codes by which a voter reappears at another TPS of the village (8 of 2024)."""
    return tuple(code for code in regime.tms_codes if effect(code) is Effect.CHANGES_TPS)


def removals(regime: Regime) -> tuple[Code, ...]:
    """The codes by which a voter leaves the list, in the order of the form."""
    return tuple(code for code in regime.tms_codes if effect(code) is Effect.LEAVES)
