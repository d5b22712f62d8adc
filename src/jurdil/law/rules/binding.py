"""Rules made concrete: the registry bound to a shape of form and the numbers of a regime."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from jurdil.law.rules.between import BETWEEN_CONTESTS, BETWEEN_SOURCES, ORDER
from jurdil.law.rules.model import (
    BoundTerm,
    Ceiling,
    Check,
    Field,
    GroupTotals,
    GroupVotes,
    Limit,
    Number,
    Repeat,
    Reserve,
    Rule,
    Term,
    Votes,
)
from jurdil.law.rules.shape import Choices, Params, figures

TPS = "tps"


def bind(
    rules: Iterable[Rule],
    choices: Choices,
    params: Params,
    *,
    regime: str,
    contest: str = "",
    level: str = TPS,
) -> tuple[Check, ...]:
    """Return the checks that the rules make for one form.

    A rule is left out where it does not hold (kind of choice, contest, sums of several TPS) or
    needs a number that `params` does not have: an unknown limit is no limit.
    """
    checks: list[Check] = []
    for rule in rules:
        if _holds(rule, choices.kind, contest, level):
            checks.extend(_instances(rule, choices, params, regime, {}))
    return tuple(checks)


def contest_checks(contests: Iterable[str], params: Params, *, regime: str) -> tuple[Check, ...]:
    """Return the checks between the contests of one TPS (item 13), for forms joined by `join`.

    Contests that the registry does not order are left out.
    """
    held = [contest for contest in ORDER if contest in set(contests)]
    checks: list[Check] = []
    for rule in BETWEEN_CONTESTS:
        for earlier, later in pairwise(one for one in held if one in rule.contests):
            names = {"earlier": earlier, "later": later}
            checks.extend(_instances(rule, Choices("", ()), params, regime, names))
    return tuple(checks)


def source_checks(
    sources: Sequence[str], choices: Choices, params: Params, *, regime: str
) -> tuple[Check, ...]:
    """Return the checks between the papers of one result (item 14), each against the one before.

    `sources` are names of the office's choice, such as `c_hasil`, `salinan`, `sirekap`, `d_hasil`.
    """
    checks: list[Check] = []
    for rule in BETWEEN_SOURCES:
        for earlier, later in pairwise(sources):
            names = {"earlier": earlier, "later": later}
            checks.extend(_instances(rule, choices, params, regime, names))
    return tuple(checks)


def join(forms: Mapping[str, Mapping[str, int | None]]) -> dict[str, int | None]:
    """Return several forms as one, each figure named `<form>:<figure>`."""
    return {
        f"{name}:{figure}": value for name, form in forms.items() for figure, value in form.items()
    }


def _holds(rule: Rule, kind: str, contest: str, level: str) -> bool:
    if rule.kinds and kind not in rule.kinds:
        return False
    if rule.contests and contest not in rule.contests:
        return False
    return level == TPS or not rule.tps_only


def _subjects(rule: Rule, choices: Choices, params: Params) -> tuple[str, ...]:
    if rule.repeat is Repeat.CATEGORY:
        return params.categories
    if rule.repeat is Repeat.CHOICE:
        return choices.votes
    if rule.repeat is Repeat.GROUP:
        return tuple(group.total for group in choices.groups)
    if rule.repeat is Repeat.FIGURE:
        return rule.over or figures(choices, params)
    return ("",)


def _instances(
    rule: Rule, choices: Choices, params: Params, regime: str, names: Mapping[str, str]
) -> Iterator[Check]:
    roles = {"listed": params.listed, "moved": params.moved, "special": params.special}
    confirmed = rule.confirmed and regime in rule.seen_in and not _doubtful(rule, params)
    for raw in _subjects(rule, choices, params):
        subject = raw.format(**roles)
        known = {**roles, **names, "each": subject}
        left = _bind_side(rule.left, choices, params, known)
        right = _bind_side(rule.right, choices, params, known)
        if left is not None and right is not None:
            yield Check(rule, left, right, subject, confirmed)


def _doubtful(rule: Rule, params: Params) -> bool:
    """Return whether a number that the rule needs is unconfirmed in this regime."""
    needed = {term.name for term in (*rule.left, *rule.right) if isinstance(term, Limit)}
    if any(isinstance(term, Reserve) for term in (*rule.left, *rule.right)):
        needed.add("reserve_rate")
    return bool(needed & params.unconfirmed)


def _bind_side(
    terms: tuple[Term, ...], choices: Choices, params: Params, names: Mapping[str, str]
) -> tuple[BoundTerm, ...] | None:
    bound: list[BoundTerm] = []
    for term in terms:
        part = _bind_term(term, choices, params, names)
        if not part:
            return None
        bound.extend(part)
    return tuple(bound)


def _bind_term(
    term: Term, choices: Choices, params: Params, names: Mapping[str, str]
) -> tuple[BoundTerm, ...]:
    """Return the concrete terms; empty when this form or regime has nothing for the term."""
    match term:
        case Field(name, factor):
            return (Field(name.format(**names), factor),)
        case Votes():
            return tuple(Field(vote) for vote in choices.votes)
        case GroupTotals():
            return tuple(Field(group.total) for group in choices.groups)
        case GroupVotes():
            groups = [group for group in choices.groups if group.total == names["each"]]
            return tuple(Field(vote) for group in groups for vote in group.votes)
        case Reserve(of):
            rate = params.reserve_rate
            return () if rate is None else (Ceiling(of.format(**names), rate),)
        case Limit(name):
            limit = getattr(params, name)
            return () if limit is None else (Number(limit),)
        case Number():
            return (term,)
