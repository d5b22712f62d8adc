"""The choices of a form as a file or a staged row names them. Pure: no Django."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from jurdil.law.rules import Choices, lists, pairs, persons

_PAIR = re.compile(r"paslon_([1-9][0-9]?)")
_PERSON = re.compile(r"calon_([1-9][0-9]{0,2})")
_PARTY = re.compile(r"partai_([1-9][0-9]?)(?:_calon_([1-9][0-9]?))?")


def choices_in(columns: Iterable[str], kind: str) -> Choices:
    """The choices that the columns of a table name; `kind` is that of the contest.

    Numbers run from 1 to the highest one named. Raises ValueError when no column names a choice.
    """
    names = list(columns)
    if kind == "list":
        return _lists(names)
    pattern, make = (_PAIR, pairs) if kind == "pair" else (_PERSON, persons)
    numbers = [int(found[1]) for name in names if (found := pattern.fullmatch(name))]
    if not numbers:
        raise ValueError(f"no column names a choice of the kind {kind}")
    return make(max(numbers))


def _lists(names: Iterable[str]) -> Choices:
    people: dict[int, int] = {}
    for name in names:
        if found := _PARTY.fullmatch(name):
            party, person = int(found[1]), int(found[2] or 0)
            people[party] = max(people.get(party, 0), person)
    if not people:
        raise ValueError("no column names a party")
    return lists(dict(sorted(people.items())))


def described(choices: Choices) -> dict[str, Any]:
    """The choices in a few words that fit every staged row: kind and numbers."""
    if not choices.groups:
        return {"kind": choices.kind, "count": len(choices.votes)}
    sizes = [[_party(group.votes[0]), len(group.votes) - 1] for group in choices.groups]
    return {"kind": choices.kind, "lists": sizes}


def choices_from(words: Mapping[str, Any]) -> Choices:
    """The choices again from their description."""
    if "lists" in words:
        return lists(dict(words["lists"]))
    return pairs(words["count"]) if words["kind"] == "pair" else persons(words["count"])


def _party(logo: str) -> int:
    return int(logo.removeprefix("partai_"))
