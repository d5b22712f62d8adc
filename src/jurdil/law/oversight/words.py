"""Closed lists of oversight: prevention and AGHT.

Prevention has seven forms (SK Bawaslu 274/PM.00.00/K1/08/2022). The meanings of AGHT are as usually
taught and not confirmed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from jurdil.law.figure import Figure, Input, total
from jurdil.law.oversight import files
from jurdil.law.text import Text

GUIDELINE = "SK Bawaslu 274/PM.00.00/K1/08/2022"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a closed list; `meaning` where the list explains it."""

    id: str
    name: Text
    meaning: Text | None = None
    confirmed: bool = True


@cache
def prevention_forms() -> Mapping[str, Word]:
    """The seven forms of prevention."""
    return listed("prevention.toml", "form", proven=True)


@cache
def prevention_kinds() -> Mapping[str, Word]:
    """The kinds of prevention acts, such as patrol or appeal."""
    return listed("prevention.toml", "kind")


@cache
def aght_classes() -> Mapping[str, Word]:
    """Threat, disturbance, obstacle, challenge."""
    return listed("aght.toml", "class", proven=True)


@cache
def addressees() -> Mapping[str, Word]:
    """Whom a note of AGHT may be for."""
    return listed("aght.toml", "addressee")


def prevention_total(counts: Mapping[str, int]) -> Figure:
    """Return the prevention acts over the seven forms. Raises KeyError for another form."""
    forms = prevention_forms()
    if unknown := set(counts) - set(forms):
        raise KeyError(", ".join(sorted(unknown)))
    inputs = [Input(one.name, counts.get(one.id, 0)) for one in forms.values()]
    return total(inputs, article=GUIDELINE, confirmed=True)


def listed(name: str, key: str, *, proven: bool = False) -> Mapping[str, Word]:
    """Read the words of one list of a file; `proven` rows carry article and sources."""
    found = {}
    for row in files.top(name).rows(key):
        code, text, meaning = row.need("id", str), row.text("name"), row.text_or_none("meaning")
        confirmed = files.proof(row)[1] if proven else True
        row.finish()
        found[code] = Word(code, text, meaning, confirmed)
    return found
