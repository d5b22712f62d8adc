"""Which single change would make a form agree with itself: an exact search over its figures.

Looked for are one figure changed, two neighbouring figures exchanged, and rows that slipped by one
line. A proposal must break nothing that held before. It says where to look: the figure to enter is
that of the paper, whatever makes the sums fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jurdil.law.detect.digits import STRENGTH, Slip, halves, slip
from jurdil.law.detect.model import Form
from jurdil.law.rules import Check, Choices, Operator, Severity
from jurdil.law.rules.evaluate import total
from jurdil.law.rules.model import Field
from jurdil.law.rules.shape import TOTALS

MOVED_MIN = 3
"""Rows that must have slipped together before a slipped column is proposed."""
MOST = 3
"""Proposals kept per form."""


@dataclass(frozen=True, slots=True)
class Repair:
    """One change: figures with the value written and the value that would fit.

    `kind` is `one`, `swap` or `shift`; `slip` names the slip of digits of a single figure.
    `solved` counts the broken rules that would hold, `agreeing` the equalities that speak for it.
    """

    kind: str
    changes: tuple[tuple[str, int, int], ...]
    solved: int
    agreeing: int
    slip: Slip | None = None


class Checker:
    """The error rules of one shape of form, by the figures they speak of."""

    def __init__(self, checks: Iterable[Check], choices: Choices, figures: Sequence[str]) -> None:
        self.figures = tuple(figures)
        self.choices = choices
        self.checks = tuple(one for one in checks if one.rule.severity is Severity.ERROR)
        self.of: dict[str, list[Check]] = {}
        # Short rules first: a candidate's own row refuses most proposals before long sums are made.
        for one in sorted(self.checks, key=lambda check: len(check.fields)):
            for name in one.fields:
                self.of.setdefault(name, []).append(one)

    def broken(self, form: Form, checks: Iterable[Check] | None = None) -> list[Check]:
        """The rules that the form breaks; of all, or of those given."""
        return [one for one in (checks or self.checks) if _holds(one, form) is False]

    def repairs(self, form: Form) -> tuple[Repair, ...]:
        """Proposals for a form, the most telling first; none for a form that breaks no rule."""
        broken = self.broken(form)
        if not broken:
            return ()
        concerned = dict.fromkeys(name for one in broken for name in one.fields)
        found = [
            *self._single(form, broken, concerned),
            *self._swaps(form, broken, concerned),
            *self._shifts(form, broken),
        ]
        return tuple(sorted(found, key=_order)[:MOST])

    def _judge(
        self, form: Form, changes: Mapping[str, int], broken: list[Check]
    ) -> tuple[int, int] | None:
        """Rules solved and equalities that then agree; None when a rule would break anew."""
        after = {**form, **changes}
        seen: set[int] = set()
        was = {id(one) for one in broken}
        solved = agreeing = 0
        for name in changes:
            for one in self.of.get(name, ()):
                if id(one) in seen:
                    continue
                seen.add(id(one))
                holds = _holds(one, after)
                if holds is False and id(one) not in was:
                    return None
                solved += holds is True and id(one) in was
                agreeing += holds is True and one.rule.operator is Operator.EQUAL
        return (solved, agreeing) if solved else None

    def _single(
        self, form: Form, broken: list[Check], concerned: Iterable[str]
    ) -> Iterator[Repair]:
        for name in concerned:
            if name not in form:
                continue
            for value in sorted(self._values(name, form, broken)):
                judged = self._judge(form, {name: value}, broken)
                if judged is None or value == form[name]:
                    continue
                kind = slip(form[name], value)
                # Any figure of a single broken sum could be made to fit; that explains nothing.
                if kind or judged[1] > 1:
                    yield Repair("one", ((name, form[name], value),), *judged, kind)

    def _values(self, name: str, form: Form, broken: list[Check]) -> set[int]:
        """Values of a figure that some broken equality asks for, or half of a doubled number."""
        own = [one for one in broken if name in one.fields]
        values = {
            value
            for one in own
            if one.rule.operator is Operator.EQUAL
            and (value := _asked(one, name, form)) is not None
            and value >= 0
        }
        half = halves(form[name])
        return values | {half} if own and half is not None else values

    def _swaps(self, form: Form, broken: list[Check], concerned: Iterable[str]) -> Iterator[Repair]:
        names = set(concerned)
        for one, two in pairwise(self.figures):
            if one not in form or two not in form or form[one] == form[two]:
                continue
            if one in names or two in names:
                judged = self._judge(form, {one: form[two], two: form[one]}, broken)
                if judged:
                    changes = ((one, form[one], form[two]), (two, form[two], form[one]))
                    yield Repair("swap", changes, *judged)

    def _shifts(self, form: Form, broken: list[Check]) -> Iterator[Repair]:
        for rows in self._sequences():
            present = all(name in form for name in rows)
            if present and any(name in one.fields for one in broken for name in rows):
                yield from self._shifted(form, broken, rows)

    def _sequences(self) -> Iterator[tuple[str, ...]]:
        """Rows that are written one below the other."""
        if self.choices.groups:
            yield from ((*group.votes, group.total) for group in self.choices.groups)
        else:
            yield (*self.choices.votes, *TOTALS)

    def _shifted(self, form: Form, broken: list[Check], rows: tuple[str, ...]) -> Iterator[Repair]:
        for at in range(len(rows) - MOVED_MIN):
            tail = rows[at:]
            up = {name: form[below] for name, below in pairwise(tail)}
            yield from self._completed(form, broken, up, tail[-1])
            down = {name: form[above] for above, name in pairwise(tail)}
            yield from self._completed(form, broken, down, tail[0])

    def _completed(
        self, form: Form, broken: list[Check], moved: Mapping[str, int], open_: str
    ) -> Iterator[Repair]:
        """A slipped column whose row without a figure is asked for by an equality."""
        after = {**form, **moved}
        asked = {
            value
            for one in self.of.get(open_, ())
            if one.rule.operator is Operator.EQUAL
            and (value := _asked(one, open_, after)) is not None
            and value >= 0
        }
        for value in sorted(asked):
            changes = {**moved, open_: value}
            judged = self._judge(form, changes, broken)
            if judged and judged[0] == len(broken) and judged[1] >= 2:
                listed = tuple(
                    (name, form[name], changes[name])
                    for name in changes
                    if changes[name] != form[name]
                )
                if len(listed) > MOVED_MIN:
                    yield Repair("shift", listed, *judged)


def _holds(one: Check, form: Form) -> bool | None:
    """Whether a rule holds; None when a figure of it is absent."""
    left, right = total(one.left, form), total(one.right, form)
    return None if left is None or right is None else one.rule.operator.holds(left, right)


def _asked(one: Check, name: str, form: Form) -> int | None:
    """The value of a figure that makes an equality hold; None when it stands in no plain term."""
    left, right = total(one.left, form), total(one.right, form)
    if left is None or right is None:
        return None
    factor = _factor(one.left, name) - _factor(one.right, name)
    if factor == 0:
        return None
    step, rest = divmod(right - left, factor)
    return None if rest else form[name] + step


def _factor(terms: Iterable[object], name: str) -> int:
    return sum(term.factor for term in terms if isinstance(term, Field) and term.name == name)


def _order(one: Repair) -> tuple[int, int, int, int]:
    """Most rules solved first, then a column that slipped or the more telling slip of digits."""
    strength = STRENGTH[one.slip] if one.slip else len(STRENGTH)
    plain = strength if one.kind == "one" else -1
    return (-one.solved, plain, -one.agreeing, len(one.changes))
