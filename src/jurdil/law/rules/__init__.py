"""The rule registry: what the figures of a C form must satisfy, as data.

`rules_for(regime, contest, choices)` gives the checks of one form; `check` evaluates them on a form
and `to_sql` on a table of millions. `sentence` says a finding in words.
"""

from jurdil.law.rules.binding import bind, contest_checks, join, source_checks
from jurdil.law.rules.c_hasil import C_HASIL
from jurdil.law.rules.evaluate import check
from jurdil.law.rules.model import Advice, Check, Finding, Operator, Rule, Severity
from jurdil.law.rules.regime import params_for, rules_for
from jurdil.law.rules.shape import Choices, Group, Params, figures, lists, pairs, persons
from jurdil.law.rules.sql import to_sql
from jurdil.law.rules.table import code_table, formula
from jurdil.law.rules.words import RULES, label, rule, sentence

__all__ = [
    "C_HASIL",
    "RULES",
    "Advice",
    "Check",
    "Choices",
    "Finding",
    "Group",
    "Operator",
    "Params",
    "Rule",
    "Severity",
    "bind",
    "check",
    "code_table",
    "contest_checks",
    "figures",
    "formula",
    "join",
    "label",
    "lists",
    "pairs",
    "params_for",
    "persons",
    "rule",
    "rules_for",
    "sentence",
    "source_checks",
    "to_sql",
]
