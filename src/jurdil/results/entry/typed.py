"""What was typed, judged: missing figures, broken rules, warnings without explanation. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jurdil.law.entry import is_blank
from jurdil.law.rules import Check, Finding, Severity, check

LONGEST = 9
LONGEST_CELL = 12
LONGEST_NOTE = 2000
ABSENT = "-"
"""What is typed for a box that is empty on the paper."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A reading before it is sent.

    `figures` are the readable cells, `missing` fields neither typed nor said to be empty on the
    paper, `unreadable` cells that are no whole number, `open_warnings` keys of checks whose warning
    lacks its tick or its explanation.
    """

    figures: dict[str, int]
    missing: tuple[str, ...]
    unreadable: tuple[str, ...]
    findings: tuple[Finding, ...]
    open_warnings: tuple[str, ...]
    blank: bool

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The rules broken that stop a reading."""
        return tuple(one for one in self.findings if one.severity is Severity.ERROR)

    @property
    def faulty(self) -> bool:
        """Whether a coordinator has to look: a broken rule, or a form that says nothing."""
        return bool(self.errors) or self.blank

    @property
    def ready(self) -> bool:
        """Whether it can be sent."""
        return not (self.missing or self.unreadable or self.open_warnings)


def key_of(finding: Finding | Check) -> str:
    """The key of a check, or of what it found, in a draft's notes."""
    return f"{finding.code}.{finding.subject}" if finding.subject else finding.code


def judge(
    fields: Sequence[str],
    cells: Mapping[str, str],
    notes: Mapping[str, Mapping[str, Any]],
    checks: Iterable[Check],
    votes: Collection[str],
    known: Mapping[str, int] | None = None,
) -> Typed:
    """Judge the `cells` of `fields`; `known` are figures of the same reading typed before."""
    figures: dict[str, int] = dict(known or {})
    missing, unreadable = [], []
    for name in fields:
        text = str(cells.get(name, "")).strip()
        figures.pop(name, None)
        if not text:
            missing.append(name)
        elif is_number(text):
            figures[name] = int(text)
        elif text != ABSENT:
            unreadable.append(name)
    findings = check(figures, checks)
    return Typed(
        figures=figures,
        missing=tuple(missing),
        unreadable=tuple(unreadable),
        findings=findings,
        open_warnings=tuple(key_of(one) for one in findings if _open(one, notes)),
        blank=not missing and is_blank(figures, votes),
    )


def is_number(text: str) -> bool:
    """Tell whether a cell is a whole number as a form can hold it: digits only."""
    return text.isascii() and text.isdigit() and len(text) <= LONGEST


def cells_within(cells: Mapping[str, str], fields: Collection[str]) -> dict[str, str]:
    """The cells of a form as a draft keeps them, also faulty ones; what the form has not is left
    out, so that a draft is never larger than its form."""
    known = set(fields)
    return {name: str(cells[name])[:LONGEST_CELL] for name in cells if name in known}


def notes_within(
    notes: Mapping[str, Mapping[str, Any]], checks: Iterable[Check]
) -> dict[str, dict[str, Any]]:
    """The notes on checks that the form has, each with its tick, words and two numbers."""
    known = {key_of(one) for one in checks}
    return {key: _note(note) for key, note in notes.items() if key in known}


def _note(note: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "tick": bool(note.get("tick")),
        "why": str(note.get("why", ""))[:LONGEST_NOTE],
        "left": note.get("left"),
        "right": note.get("right"),
    }


def explained(
    notes: Mapping[str, Mapping[str, Any]], findings: Iterable[Finding]
) -> dict[str, dict[str, Any]]:
    """The explanations to keep: those of warnings that the figures do break."""
    broken = {key_of(one) for one in findings if one.severity is Severity.WARNING}
    return {key: _note(note) for key, note in notes.items() if key in broken}


def _open(finding: Finding, notes: Mapping[str, Mapping[str, Any]]) -> bool:
    if finding.severity is Severity.ERROR:
        return False
    said = notes.get(key_of(finding), {})
    same = said.get("left") == finding.left and said.get("right") == finding.right
    return not (said.get("tick") and str(said.get("why", "")).strip() and same)
