"""The identities of a PDPB recapitulation (continuous voter update between elections).

PKPU 1/2025: the recap of a quarter gives men, women and their sum, and what came and went since the
quarter before. A changed element of a voter does not alter the total.
"""

from __future__ import annotations

from jurdil.law.figure import Figure, Input, difference, total
from jurdil.law.text import Text

ARTICLE = "PKPU 1/2025"
CONFIRMED = True
MEN, WOMEN = Text("Laki-laki", "Men"), Text("Perempuan", "Women")
BEFORE = Text("Pemilih periode sebelumnya", "Voters of the period before")
NEW, TMS = Text("Pemilih baru", "New voters"), Text("Pemilih TMS", "Voters who left (TMS)")


def both_sexes(men: int | None, women: int | None, source: str = "") -> Figure:
    """Return men + women, the number of voters; absent when either is absent."""
    inputs = (Input(MEN, men, source), Input(WOMEN, women, source))
    return total(inputs, article=ARTICLE, confirmed=CONFIRMED)


def carried_on(before: int | None, new: int | None, tms: int | None, source: str = "") -> Figure:
    """Return before + new - TMS, the number of voters that the period before leads to.

    Absent when one of the three is absent.
    """
    came = total(
        (Input(BEFORE, before, source), Input(NEW, new, source)),
        article=ARTICLE,
        confirmed=CONFIRMED,
    )
    formula = Text(
        f"{BEFORE.id} + {NEW.id} \N{MINUS SIGN} {TMS.id}",
        f"{BEFORE.en} + {NEW.en} \N{MINUS SIGN} {TMS.en}",
    )
    left = difference(
        came.as_input(Text("Sebelumnya + baru", "Before + new")),
        Input(TMS, tms, source),
        article=ARTICLE,
        confirmed=CONFIRMED,
    )
    inputs = (*came.inputs, Input(TMS, tms, source))
    return Figure(left.value, formula, inputs, None, ARTICLE, CONFIRMED)
