"""The registry of rules between several forms: handbook of the count, section 2.3, items 13 and 14.

The figures of each form are named `<form>:<figure>`, so the same compilers serve. Forms are
compared one with the next that is given, not each with each: one deviating form then makes at most
two findings, and equality of all neighbours is equality of all.
"""

from __future__ import annotations

from jurdil.law.rules import advice
from jurdil.law.rules.model import Field, Operator, Repeat, Rule
from jurdil.law.rules.shape import COLUMNS
from jurdil.law.text import Text

ORDER: tuple[str, ...] = ("ppwp", "dpr", "dpd", "dprd-prov", "dprd-kab")
"""The contests of a general election in the order of counting (PKPU 25/2023 art. 52(2))."""


def _same(code: str, part: str, name: str) -> Rule:
    """Item 13: a row of part I is the same on the forms of all contests."""
    return Rule(
        code=code,
        part=part,
        left=(Field("{later}:{each}"),),
        operator=Operator.EQUAL,
        right=(Field("{earlier}:{each}"),),
        text=Text(
            "{subject}: formulir {later} menulis {left}, tetapi formulir {earlier} {right}.",
            "{subject}: the form {later} says {left}, but the form {earlier} {right}.",
        ),
        advice=advice.CONTESTS,
        article=f"PKPU 25/2023 Lampiran, C.HASIL bagian {part}",
        source=("KP24",),
        confirmed=False,
        repeat=Repeat.FIGURE,
        over=tuple(f"{name}{column}" for column in COLUMNS),
        contests=ORDER,
    )


BETWEEN_CONTESTS: tuple[Rule, ...] = (
    _same("W-701", "I.A", "dpt"),
    _same("W-702", "I.B", "guna_{listed}"),
    _same("W-703", "I.B", "guna_{special}"),
    Rule(
        code="W-704",
        part="I.B",
        left=(Field("{later}:guna"),),
        operator=Operator.AT_MOST,
        right=(Field("{earlier}:guna"),),
        text=Text(
            "Pengguna hak pilih {later} {left} orang, lebih banyak dari {earlier} {right}; pemilih "
            "pindahan hanya dapat menerima lebih sedikit surat suara.",
            "Users of {later} are {left}, more than the {right} of {earlier}; voters who moved "
            "can only get fewer ballots.",
        ),
        advice=advice.CONTESTS,
        article="PKPU 25/2023 Lampiran, C.HASIL bagian I.B",
        source=("KP24",),
        confirmed=False,
        contests=("ppwp", "dpr", "dprd-prov", "dprd-kab"),
    ),
)
"""Rules between the contests of one TPS. DPD is no step of W-704: its area is the province."""

BETWEEN_SOURCES: tuple[Rule, ...] = (
    Rule(
        code="W-801",
        part="I-V",
        left=(Field("{later}:{each}"),),
        operator=Operator.EQUAL,
        right=(Field("{earlier}:{each}"),),
        text=Text(
            "{subject}: menurut {later} {left}, tetapi menurut {earlier} {right}.",
            "{subject}: {left} according to {later}, but {right} according to {earlier}.",
        ),
        advice=advice.SOURCES,
        article="",
        source=("KSN", "CIM"),
        confirmed=False,
        repeat=Repeat.FIGURE,
    ),
)
"""The rule between the papers of one result: C form, copy, Sirekap, line of the D form."""
