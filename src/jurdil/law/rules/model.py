"""What a rule of the C form is made of.

A rule compares two sums of figures. It is data, so that one registry can be compiled to Python for
a single form and to SQL for a table of millions (`check`, `sql`), and be printed as documentation.

Code scheme, stable for ever (a code is never given to another rule):

* the letter is the severity: `E` (error) for a form that contradicts itself or cannot exist on the
  paper, `W` (warning) for a figure that is unusual or disagrees with another paper;
* the first digit says where on the form to look: 1 voters and users (part I), 2 ballots (II),
  3 disabled users (III), 4 votes per choice (IV), 5 totals (V), 6 between the parts of one form,
  7 between the contests of one TPS, 8 between the papers of one result, 9 limits of any figure.

Absence: a figure that is not there makes no finding. When any term of a rule is absent the rule is
not evaluated; so a sum over the choices is absent as soon as one choice is, even where the figures
that are there already exceed the total, because a form half typed must not accuse anyone.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from jurdil.law.text import Text


class Operator(StrEnum):
    """How the left sum must stand to the right sum."""

    EQUAL = "="
    AT_MOST = "<="
    AT_LEAST = ">="

    def holds(self, left: int, right: int) -> bool:
        """Return whether the comparison is true for these two numbers."""
        if self is Operator.EQUAL:
            return left == right
        return left <= right if self is Operator.AT_MOST else left >= right


class Severity(StrEnum):
    """`error`: the form cannot be right as it stands; `warning`: a person should look."""

    ERROR = "error"
    WARNING = "warning"


class Repeat(StrEnum):
    """Over what a rule is repeated; `{each}` in a field name stands for the repeated thing."""

    ONCE = "once"
    CATEGORY = "category"
    CHOICE = "choice"
    GROUP = "group"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Field:
    """One figure of the form by name, times `factor`.

    In the registry the name may hold `{listed}`, `{moved}`, `{special}` (the user categories of
    the regime), `{each}` (see `Repeat`) and `{earlier}`, `{later}` (two forms compared).
    """

    name: str
    factor: int = 1


@dataclass(frozen=True, slots=True)
class Votes:
    """The sum of all vote figures of part IV."""


@dataclass(frozen=True, slots=True)
class GroupVotes:
    """The sum of the votes of one list: party logo and its candidates."""


@dataclass(frozen=True, slots=True)
class GroupTotals:
    """The sum of the totals that the form prints per list."""


@dataclass(frozen=True, slots=True)
class Reserve:
    """The reserve ballots due for `of` voters: the regime's share of them, rounded up per TPS."""

    of: str


@dataclass(frozen=True, slots=True)
class Limit:
    """A whole number that the regime sets: an attribute of `Params` by name."""

    name: str


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number; what a `Limit` becomes when it is bound to a regime."""

    amount: int


@dataclass(frozen=True, slots=True)
class Ceiling:
    """What a `Reserve` becomes when it is bound: `rate` times the figure `name`, rounded up."""

    name: str
    rate: Fraction


Term: TypeAlias = Field | Votes | GroupVotes | GroupTotals | Reserve | Limit | Number
BoundTerm: TypeAlias = Field | Ceiling | Number


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do about a finding, for who types forms and for who answers for them."""

    operator: Text
    coordinator: Text


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the registry.

    `part` is the part of the paper form. `text` is a sentence with `{left}`, `{right}` and, where
    the rule is repeated, `{subject}`. `article` is empty where none was found. `confirmed` says
    that the rule was seen in a source for the regimes of `seen_in`. An empty `contests`, `kinds` or
    `over` sets no condition: `kinds` are kinds of choice (`pair`, `person`, `list`), `over` the
    fields that a rule is repeated over. `tps_only` keeps a rule from sums of several TPS, where it
    does not hold.
    """

    code: str
    part: str
    left: tuple[Term, ...]
    operator: Operator
    right: tuple[Term, ...]
    text: Text
    advice: Advice
    article: str
    source: tuple[str, ...]
    confirmed: bool
    seen_in: tuple[str, ...] = ("pemilu-2024",)
    repeat: Repeat = Repeat.ONCE
    over: tuple[str, ...] = ()
    contests: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    tps_only: bool = False

    @property
    def severity(self) -> Severity:
        """Severity by the letter of the code."""
        return Severity.ERROR if self.code.startswith("E-") else Severity.WARNING


@dataclass(frozen=True, slots=True)
class Check:
    """A rule bound to the fields of one shape of form and the numbers of one regime.

    `subject` is the field or category that a repeated rule speaks of, else empty. `confirmed`
    needs the rule and every number in it to be confirmed for the regime.
    """

    rule: Rule
    left: tuple[BoundTerm, ...]
    right: tuple[BoundTerm, ...]
    subject: str
    confirmed: bool

    @property
    def code(self) -> str:
        """The code of the rule."""
        return self.rule.code

    @property
    def fields(self) -> tuple[str, ...]:
        """Names of the figures compared, left to right, each once."""
        names = (term.name for term in (*self.left, *self.right) if not isinstance(term, Number))
        return tuple(dict.fromkeys(names))


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule: the two numbers that disagree and the figures they come from."""

    code: str
    severity: Severity
    left: int
    right: int
    fields: tuple[str, ...]
    subject: str = ""
    confirmed: bool = True
