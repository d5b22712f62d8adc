"""How the quarterly update (PDPB) leads from one number of voters to the next.

``before + new - TMS = now`` (PKPU 1/2025). Two things move voters without making them new or TMS:
a move between villages of the regency, which cancels above them, and a corrected sex, which moves
one voter from the men to the women or back. With both the identity is exact for every village and
for each sex.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jurdil.law.figure import Figure, Input, total
from jurdil.law.formats import MINUS
from jurdil.law.pdpb import ARTICLE, BEFORE, CONFIRMED, MEN, NEW, TMS, WOMEN, carried_on
from jurdil.law.text import Text

UNRECORDED = Text("Jenis kelamin belum dicatat", "Sex not recorded")
MOVED = Text("Pindah antardesa (selisih)", "Moves between villages (net)")

GROUPS: Mapping[str, tuple[str, ...]] = {
    "fisik": ("1",),
    "intelektual": ("2",),
    "mental": ("3",),
    "sensorik": ("4", "5", "6"),
}
"""The four disability groups of the recap of 2022 and the six codes of the coklit form in them."""


@dataclass(frozen=True, slots=True)
class Count:
    """Voters by recorded sex; differences may be negative."""

    men: int = 0
    women: int = 0
    unknown: int = 0

    @property
    def total(self) -> int:
        return self.men + self.women + self.unknown

    def __add__(self, other: Count) -> Count:
        return Count(self.men + other.men, self.women + other.women, self.unknown + other.unknown)

    def __sub__(self, other: Count) -> Count:
        return Count(self.men - other.men, self.women - other.women, self.unknown - other.unknown)


@dataclass(frozen=True, slots=True)
class Flow:
    """A place in a quarter. `moved` and `turned` are net: who came minus who left.

    `turned` counts voters whose recorded sex was corrected; its total is always 0.
    """

    before: Count = Count()
    new: Count = Count()
    tms: Count = Count()
    moved: Count = Count()
    turned: Count = Count()
    now: Count = Count()
    changed: int = 0

    @property
    def leads_to(self) -> Count:
        """What the quarter before and its changes lead to."""
        return self.before + self.new - self.tms + self.moved + self.turned

    @property
    def holds(self) -> bool:
        """Whether what was counted is what the changes lead to, for each sex."""
        return self.leads_to == self.now

    def __add__(self, other: Flow) -> Flow:
        return Flow(
            self.before + other.before,
            self.new + other.new,
            self.tms + other.tms,
            self.moved + other.moved,
            self.turned + other.turned,
            self.now + other.now,
            self.changed + other.changed,
        )


def summed(flows: Iterable[Flow]) -> Flow:
    """The flow of a place from those of the places in it."""
    return sum(flows, Flow())


def voters(count: Count, source: str = "") -> Figure:
    """Return the number of voters as a figure of men, women, and who has no recorded sex."""
    inputs = [Input(MEN, count.men, source), Input(WOMEN, count.women, source)]
    if count.unknown:
        inputs.append(Input(UNRECORDED, count.unknown, source))
    return total(inputs, article=ARTICLE, confirmed=CONFIRMED)


def carried(flow: Flow, source: str = "") -> Figure:
    """Return before + new - TMS as a figure; with the net moves where they do not cancel."""
    plain = carried_on(flow.before.total, flow.new.total, flow.tms.total, source)
    if not flow.moved.total:
        return plain
    formula = Text(
        f"{BEFORE.id} + {NEW.id} {MINUS} {TMS.id} + {MOVED.id}",
        f"{BEFORE.en} + {NEW.en} {MINUS} {TMS.en} + {MOVED.en}",
    )
    inputs = (*plain.inputs, Input(MOVED, flow.moved.total, source))
    return Figure(flow.leads_to.total, formula, inputs, None, ARTICLE, CONFIRMED)


def group_of(code: str) -> str:
    """Return the disability group of a code of the coklit form; '' for an unknown one."""
    return next((group for group, codes in GROUPS.items() if code in codes), "")
