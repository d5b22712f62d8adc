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
from jurdil.law.detect.sums import as_sum
from jurdil.law.rules import Check, Choices, Severity
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
    """The error rules of one shape of form as sums, by the figures they speak of."""

    def __init__(self, checks: Iterable[Check], choices: Choices, figures: Sequence[str]) -> None:
        self.figures = tuple(figures)
        self.choices = choices
        errors = [one for one in checks if one.rule.severity is Severity.ERROR]
        self.sums = tuple(sum_ for one in errors if (sum_ := as_sum(one)) is not None)
        self.of: dict[str, list[tuple[int, int]]] = {}
        for at, one in enumerate(self.sums):
            for name, factor in one.factors.items():
                self.of.setdefault(name, []).append((at, factor))

    def broken(self, form: Form) -> list[Check]:
        """The rules that the form breaks."""
        return [one.check for one in self.sums if one.holds(one.gap(form)) is False]

    def repairs(self, form: Form) -> tuple[Repair, ...]:
        """Proposals for a form, the most telling first; none for a form that breaks no rule."""
        search = Search(self, form)
        if not search.broken:
            return ()
        found = [*search.single(), *search.swaps(), *search.shifts()]
        return tuple(sorted(found, key=_order)[:MOST])


class Search:
    """The search for repairs of one form: its sums are made once and then moved by differences."""

    def __init__(self, checker: Checker, form: Form) -> None:
        self.checker, self.form = checker, form
        self.gaps = [one.gap(form) for one in checker.sums]
        self.broken = {
            at for at, one in enumerate(checker.sums) if one.holds(self.gaps[at]) is False
        }
        fields = (name for at in sorted(self.broken) for name in checker.sums[at].factors)
        self.concerned = dict.fromkeys(fields)

    def judge(self, changes: Mapping[str, int]) -> tuple[int, int] | None:
        """Rules solved and equalities that then agree; None when a rule would break anew."""
        solved = agreeing = 0
        for at, gap in self._moved(changes).items():
            one = self.checker.sums[at]
            if not one.holds(gap):
                if at not in self.broken:
                    return None
                continue
            solved += at in self.broken
            agreeing += one.equality
        return (solved, agreeing) if solved else None

    def _moved(self, changes: Mapping[str, int]) -> dict[int, int]:
        """The gaps of the rules touched once the figures are changed; absent ones left out."""
        found: dict[int, int] = {}
        for name, value in changes.items():
            step = value - self.form[name]
            for at, factor in self.checker.of.get(name, ()):
                gap = self.gaps[at]
                if gap is not None:
                    found[at] = found.get(at, gap) + factor * step
        return found

    def asked(self, name: str, moved: Mapping[str, int], rules: Iterable[int]) -> set[int]:
        """Values of a figure that equalities among `rules` ask for, once others have `moved`."""
        gaps = self._moved(moved)
        values = set()
        for at in rules:
            one, gap = self.checker.sums[at], gaps.get(at, self.gaps[at])
            factor = one.factors.get(name, 0)
            if gap is None or not one.equality or not factor or gap % factor:
                continue
            value = moved.get(name, self.form[name]) - gap // factor
            if value >= 0:
                values.add(value)
        return values

    def single(self) -> Iterator[Repair]:
        """One figure changed to what a broken equality asks for, or to half of a doubled number."""
        for name in self.concerned:
            if name not in self.form:
                continue
            written = self.form[name]
            own = [at for at, _factor in self.checker.of[name] if at in self.broken]
            half = halves(written)
            values = self.asked(name, {}, own) | ({half} if half is not None else set())
            for value in sorted(values - {written}):
                judged = self.judge({name: value})
                kind = slip(written, value)
                # Any figure of a single broken sum could be made to fit; that explains nothing.
                if judged and (kind or judged[1] > 1):
                    yield Repair("one", ((name, written, value),), *judged, kind)

    def swaps(self) -> Iterator[Repair]:
        """Two neighbouring figures exchanged."""
        form = self.form
        for one, two in pairwise(self.checker.figures):
            if one not in form or two not in form or form[one] == form[two]:
                continue
            if one in self.concerned or two in self.concerned:
                judged = self.judge({one: form[two], two: form[one]})
                if judged:
                    changes = ((one, form[one], form[two]), (two, form[two], form[one]))
                    yield Repair("swap", changes, *judged)

    def shifts(self) -> Iterator[Repair]:
        """Rows below each other that slipped by one line."""
        for rows in _columns(self.checker.choices):
            if any(name not in self.form for name in rows):
                continue
            if not any(name in self.concerned for name in rows):
                continue
            for at in range(len(rows) - MOVED_MIN):
                tail = rows[at:]
                up = {name: self.form[below] for name, below in pairwise(tail)}
                yield from self._completed(up, tail[-1])
                down = {name: self.form[above] for above, name in pairwise(tail)}
                yield from self._completed(down, tail[0])

    def _completed(self, moved: Mapping[str, int], open_: str) -> Iterator[Repair]:
        """A slipped column whose row without a figure is asked for by an equality."""
        rules = [at for at, _factor in self.checker.of.get(open_, ())]
        for value in sorted(self.asked(open_, moved, rules)):
            changes = {**moved, open_: value}
            judged = self.judge(changes)
            if judged and judged[0] == len(self.broken) and judged[1] >= 2:
                listed = tuple(
                    (name, self.form[name], right)
                    for name, right in changes.items()
                    if right != self.form[name]
                )
                if len(listed) > MOVED_MIN:
                    yield Repair("shift", listed, *judged)


def _columns(choices: Choices) -> Iterator[tuple[str, ...]]:
    """Rows that are written one below the other."""
    if choices.groups:
        yield from ((*group.votes, group.total) for group in choices.groups)
    else:
        yield (*choices.votes, *TOTALS)


def _order(one: Repair) -> tuple[int, int, int, int]:
    """Most rules solved first, then a column that slipped or the more telling slip of digits."""
    strength = STRENGTH[one.slip] if one.slip else len(STRENGTH)
    plain = strength if one.kind == "one" else -1
    return (-one.solved, plain, -one.agreeing, len(one.changes))
