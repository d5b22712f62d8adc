"""The rules compiled to Python, for one form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jurdil.law.rules.model import BoundTerm, Ceiling, Check, Field, Finding, Number

Form = Mapping[str, int | None]


def check(form: Form, checks: Iterable[Check]) -> tuple[Finding, ...]:
    """Return a finding for every broken check, in the order of the checks.

    A figure that the form does not have (missing or None) makes no finding.
    """
    found = []
    for one in checks:
        left = total(one.left, form)
        right = None if left is None else total(one.right, form)
        if left is None or right is None or one.rule.operator.holds(left, right):
            continue
        found.append(
            Finding(
                one.code, one.rule.severity, left, right, one.fields, one.subject, one.confirmed
            )
        )
    return tuple(found)


def total(terms: Iterable[BoundTerm], form: Form) -> int | None:
    """Return the sum of the terms on this form, or None when any figure in it is absent."""
    sum_ = 0
    for term in terms:
        amount = _amount(term, form)
        if amount is None:
            return None
        sum_ += amount
    return sum_


def _amount(term: BoundTerm, form: Form) -> int | None:
    if isinstance(term, Number):
        return term.amount
    figure = form.get(term.name)
    if figure is None:
        return None
    if isinstance(term, Field):
        return term.factor * figure
    return round_up(term, figure)


def round_up(term: Ceiling, figure: int) -> int:
    """Return the share of the figure, rounded up to a whole number; exact, without floats."""
    return -((-figure * term.rate.numerator) // term.rate.denominator)
