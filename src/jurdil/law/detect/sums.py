"""A rule as one sum: how far its left side lies above its right side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jurdil.law.detect.model import Form
from jurdil.law.rules import Check, Operator
from jurdil.law.rules.model import Field, Number


@dataclass(frozen=True, slots=True)
class Sum:
    """A rule whose terms are figures and numbers: `constant` plus each figure times its factor."""

    check: Check
    factors: Mapping[str, int]
    constant: int

    @property
    def equality(self) -> bool:
        """True when the rule says that both sides are equal."""
        return self.check.rule.operator is Operator.EQUAL

    def gap(self, form: Form) -> int | None:
        """Left minus right on this form; None when a figure of the rule is absent."""
        gap = self.constant
        for name, factor in self.factors.items():
            value = form.get(name)
            if value is None:
                return None
            gap += factor * value
        return gap

    def holds(self, gap: int | None) -> bool | None:
        """Whether the rule holds at this gap; None for an absent one."""
        return None if gap is None else self.check.rule.operator.holds(gap, 0)


def as_sum(check: Check) -> Sum | None:
    """The rule as a sum; None for one that rounds a share: no equality asks for its figure."""
    factors: dict[str, int] = {}
    constant = 0
    for sign, terms in ((1, check.left), (-1, check.right)):
        for term in terms:
            if isinstance(term, Field):
                factors[term.name] = factors.get(term.name, 0) + sign * term.factor
            elif isinstance(term, Number):
                constant += sign * term.amount
            else:
                return None
    return Sum(check, factors, constant)
