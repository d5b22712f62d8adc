"""The rules of one contest of one regime: the limits read from the regime's parameters."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jurdil.law.regime import Parameter, Regime, load_regime
from jurdil.law.rules.binding import TPS, bind
from jurdil.law.rules.c_hasil import C_HASIL
from jurdil.law.rules.model import Check
from jurdil.law.rules.shape import Choices, Params


def rules_for(
    regime_code: str, contest_id: str, choices: Choices | Sequence[str], *, level: str = TPS
) -> tuple[Check, ...]:
    """Return the checks of one form of this contest.

    `choices` describes part IV (`pairs`, `persons`, `lists`) or simply names its vote figures.
    `level` is the level that the form is of; rules that hold for one TPS only are left out above
    `tps`. Raises UnknownRegime for an unknown regime, LookupError for a contest it does not have.
    """
    regime = load_regime(regime_code)
    contest = regime.contest(contest_id)
    shape = choices if isinstance(choices, Choices) else Choices(contest.choice, tuple(choices))
    return bind(
        C_HASIL, shape, params_for(regime), regime=regime_code, contest=contest_id, level=level
    )


def params_for(regime: Regime) -> Params:
    """Return what the regime sets for its C forms; what its law does not give stays None."""
    reserve = _optional(regime, "ballot_reserve_percent")
    digits = _optional(regime, "form_number_digits")
    cap = _optional(regime, "tps_max_voters")
    needed = {"reserve_rate": reserve, "box_max": digits, "tps_cap": cap}
    return Params(
        reserve_rate=None if reserve is None else Fraction(reserve.number()) / 100,
        box_max=None if digits is None else 10 ** digits.whole() - 1,
        tps_cap=None if cap is None else cap.whole(),
        **_categories(regime),
        unconfirmed=frozenset(
            name for name, parameter in needed.items() if parameter and not parameter.confirmed
        ),
    )


def _categories(regime: Regime) -> dict[str, str]:
    """The forms print three groups of users: of the list, moved in, and outside the list."""
    ids = [category.id for category in regime.user_categories]
    return dict(zip(("listed", "moved", "special"), ids, strict=True)) if ids else {}


def _optional(regime: Regime, key: str) -> Parameter | None:
    return regime.parameters.get(key)
