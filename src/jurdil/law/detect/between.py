"""What forms say beside each other: equal results, and a choice that has all or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from jurdil.law.detect.model import Form, Forms, Notice, Part
from jurdil.law.detect.neighbours import groups, judged_by, median
from jurdil.law.rules import Choices

SAME, ALONE = "P-1", "P-6"


def identical(
    forms: Forms, choices: Choices, *, votes_min: int, lines_min: int
) -> tuple[Notice, ...]:
    """TPS of one contest with equal votes in every row of part IV.

    Left out are forms that lack a vote figure, have fewer votes than `votes_min`, or fewer rows
    above zero than `lines_min`: with few votes or rows equal results come about by chance.
    """
    known: dict[tuple[int, ...], list[str]] = {}
    for path, form in forms.items():
        row = _votes(form, choices)
        if row is None or sum(row) < votes_min or sum(map(bool, row)) < lines_min:
            continue
        known.setdefault(row, []).append(path)
    found = []
    for row, paths in known.items():
        if len(paths) > 1:
            facts = {
                "votes": sum(row),
                "lines": len(row),
                "filled": sum(map(bool, row)),
                "also": _also(forms, paths, choices),
            }
            found.append(Notice(SAME, tuple(sorted(paths)), "", facts))
    return tuple(sorted(found, key=lambda one: one.paths))


def _votes(form: Form, choices: Choices) -> tuple[int, ...] | None:
    if any(name not in form for name in choices.votes):
        return None
    return tuple(form[name] for name in choices.votes)


def _also(forms: Forms, paths: Sequence[str], choices: Choices) -> list[str]:
    """Figures besides the votes that are equal on all these forms, absent on none."""
    votes = {*choices.votes, *(group.total for group in choices.groups), "suara_sah"}
    first, *others = (forms[path] for path in paths)
    return [
        name
        for name, value in first.items()
        if name not in votes and value and all(form.get(name) == value for form in others)
    ]


def all_or_nothing(
    forms: Forms, lines: Sequence[str], *, votes_min: int, usual_percent: int, least: int
) -> tuple[Notice, ...]:
    """TPS where one choice has every vote, or a choice none, otherwise than among the neighbours.

    `lines` are the figures of the choices (for lists their printed totals).
    """
    parts = {path: _parts(form, lines) for path, form in forms.items()}
    known = {path: part for path, part in parts.items() if part is not None}
    by_group = groups(known, least)
    found: list[Notice] = []
    usual: dict[tuple[str, str], Fraction] = {}
    for path, part in known.items():
        place = judged_by(path, by_group)
        whole = sum(part.values())
        if place is None or whole < votes_min:
            continue
        for line in lines:
            if part[line] not in (0, whole):
                continue
            if (place, line) not in usual:
                usual[place, line] = _usual(known, by_group[place], line)
            middle = usual[place, line]
            if _strange(part[line], whole, middle, usual_percent):
                facts = {
                    "part": [part[line], whole],
                    "middle": [middle.numerator, middle.denominator],
                    "group": len(by_group[place]),
                    "place": place,
                }
                found.append(Notice(ALONE, (path,), line, facts))
    return tuple(found)


def _parts(form: Form, lines: Sequence[str]) -> dict[str, int] | None:
    if any(form.get(line, -1) < 0 for line in lines):
        return None
    return {line: form[line] for line in lines}


def _usual(known: Mapping[str, Mapping[str, int]], members: Sequence[str], line: str) -> Fraction:
    """The median share of a choice among the TPS of a group that have votes."""
    wholes = {path: sum(known[path].values()) for path in members}
    shares = [Fraction(known[path][line], whole) for path, whole in wholes.items() if whole]
    return median(shares)


def _strange(votes: int, whole: int, middle: Fraction, usual_percent: int) -> bool:
    least = Fraction(usual_percent, 100)
    return middle >= least if votes == 0 else middle <= 1 - least and votes == whole


def turnout(form: Form) -> Part | None:
    """Users (without them all votes) of the DPT; None when a figure is absent or the DPT is 0."""
    users = form.get("guna", form.get("suara_total"))
    listed = listed_of(form)
    return None if users is None or not listed else (users, listed)


def invalid(form: Form) -> Part | None:
    """Invalid votes of all votes; None when a figure is absent or there are no votes."""
    bad, good = form.get("suara_tidak_sah"), form.get("suara_sah")
    return None if bad is None or good is None or bad + good <= 0 else (bad, bad + good)


def listed_of(form: Form) -> int | None:
    """The DPT: its total, or men and women where only these are written."""
    if "dpt" in form:
        return form["dpt"]
    men, women = form.get("dpt_l"), form.get("dpt_p")
    return None if men is None or women is None else men + women
