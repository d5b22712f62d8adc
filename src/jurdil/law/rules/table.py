"""The code table of the documentation, made from the registry."""

from __future__ import annotations

from jurdil.law.rules.model import (
    Field,
    GroupTotals,
    GroupVotes,
    Limit,
    Number,
    Repeat,
    Reserve,
    Rule,
    Severity,
    Term,
    Votes,
)
from jurdil.law.rules.words import RULES

_HEAD = """# Rules of the C form

Made from the registry in `src/jurdil/law/rules/` by `jurdil results rules`; do not edit by hand.

**Codes.** A code never changes its meaning. The letter is the severity: `E`, the form contradicts
itself or cannot exist on the paper; `W`, a person should look. The first digit says where on the
form: 1 voters and users (part I), 2 ballots (II), 3 disabled users (III), 4 votes per choice (IV),
5 totals (V), 6 between the parts of one form, 7 between the contests of one TPS, 8 between the
papers of one result, 9 limits of any figure.

**Absent figures.** A rule is evaluated only when every figure in it is there; a figure that is
absent makes no finding. A sum over the choices is absent as soon as one choice is.

**Figures.** `_l` men, `_p` women, no suffix both; `guna` users of the right to vote; `{listed}`,
`{moved}`, `{special}` the three groups of users of the regime (DPT, DPTb, DPK in a general
election); `{each}` what the rule is repeated over; `<form>:<figure>` a figure of one of several
forms.

**Limits** (`box_max`, `tps_cap`, the reserve) are parameters of the regime; a rule whose limit the
regime does not give is left out. *Confirmed* speaks of the regimes named; elsewhere every rule
counts as unconfirmed. Rules of the level *TPS* do not hold for sums of several TPS.

"""

_COLUMNS = (
    "Code",
    "Part",
    "Rule",
    "Repeated over",
    "Sentence",
    "Kalimat",
    "Article",
    "Confirmed",
    "Level",
)


def formula(rule: Rule) -> str:
    """Return the rule as a line of arithmetic, such as `dpt_l + dpt_p = dpt`."""
    return f"{_side(rule.left)} {rule.operator.value} {_side(rule.right)}"


def code_table() -> str:
    """Return the documentation of every rule as Markdown (the file `docs/rules.md`)."""
    parts = [_HEAD]
    for severity, title in ((Severity.ERROR, "Errors"), (Severity.WARNING, "Warnings")):
        rows = [
            _row(rule)
            for rule in sorted(RULES, key=lambda one: one.code)
            if rule.severity is severity
        ]
        head = [_line(_COLUMNS), _line(["---"] * len(_COLUMNS))]
        parts.append(f"## {title}\n\n" + "\n".join([*head, *rows]) + "\n")
    return "\n".join(parts)


def _row(rule: Rule) -> str:
    repeated = "" if rule.repeat is Repeat.ONCE else rule.repeat.value
    if rule.over:
        repeated = ", ".join(f"`{name}`" for name in rule.over)
    return _line(
        [
            rule.code,
            rule.part,
            f"`{formula(rule)}`",
            repeated,
            rule.text.en,
            rule.text.id,
            rule.article or "none found",
            ", ".join(rule.seen_in) if rule.confirmed else "no",
            "TPS" if rule.tps_only else "all",
        ]
    )


def _line(cells: tuple[str, ...] | list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _side(terms: tuple[Term, ...]) -> str:
    return " + ".join(_term(term) for term in terms)


def _term(term: Term) -> str:
    match term:
        case Field(name, factor):
            return name if factor == 1 else f"{factor} * {name}"
        case Votes():
            return "sum(votes)"
        case GroupVotes():
            return "sum(votes of the list)"
        case GroupTotals():
            return "sum(totals of the lists)"
        case Reserve(of):
            return f"ceil(reserve_rate * {of})"
        case Limit(name):
            return name
        case Number(amount):
            return str(amount)
