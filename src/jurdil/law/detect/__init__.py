"""Detectors: what on the forms of a contest is worth a look, explained, never a verdict.

Each detector is a pure function; `of_form` looks at one form, `between_forms` at all of a contest
and dapil, `changes` at two elections. The numbers from which something is shown are a dated set
that no law gives (`thresholds.toml`).
"""

from __future__ import annotations

from collections.abc import Sequence

from jurdil.law.detect.between import all_or_nothing, identical, invalid, listed_of, turnout
from jurdil.law.detect.bounds import doubts, uncounted
from jurdil.law.detect.digits import Slip, slip
from jurdil.law.detect.model import Form, Forms, Notice, Part
from jurdil.law.detect.neighbours import changes, far, groups, median, outliers
from jurdil.law.detect.repair import Checker, Repair
from jurdil.law.detect.single import of_form, paper_room
from jurdil.law.detect.thresholds import Threshold, Thresholds, load_thresholds
from jurdil.law.detect.words import CAUTION, TITLES, Names, proposal, sentence
from jurdil.law.rules import Choices

__all__ = [
    "CAUTION",
    "TITLES",
    "Checker",
    "Form",
    "Forms",
    "Names",
    "Notice",
    "Part",
    "Repair",
    "Slip",
    "Threshold",
    "Thresholds",
    "all_or_nothing",
    "between_forms",
    "changes",
    "doubts",
    "far",
    "groups",
    "identical",
    "invalid",
    "listed_of",
    "load_thresholds",
    "median",
    "of_form",
    "outliers",
    "paper_room",
    "proposal",
    "sentence",
    "slip",
    "turnout",
    "uncounted",
]


def between_forms(forms: Forms, choices: Choices, set_: Thresholds) -> tuple[Notice, ...]:
    """The notices that come of comparing the forms of one contest and dapil with each other."""
    lines: Sequence[str] = tuple(group.total for group in choices.groups) or choices.votes
    turnouts = {path: part for path, form in forms.items() if (part := turnout(form))}
    invalids = {path: part for path, form in forms.items() if (part := invalid(form))}
    group = {"least": set_.group_min, "times": set_.spread_times}
    return (
        *identical(forms, choices, votes_min=set_.same_votes_min, lines_min=set_.same_lines_min),
        *outliers("turnout", turnouts, points=set_.turnout_points, **group),
        *outliers("invalid", invalids, points=set_.invalid_points, **group),
        *all_or_nothing(
            forms,
            lines,
            votes_min=set_.alone_votes_min,
            usual_percent=set_.alone_usual_percent,
            least=set_.group_min,
        ),
    )
