"""Votes that are held again or later, and counts that are repeated: grounds, steps, needs.

PSU is a re-vote (UU 7/2017 art. 372, 373), PSS a vote that could not begin and PSL one that could
not finish (PKPU 25/2023 art. 109, 110), a recount repeats only the count (art. 374, 375). The KPPS
or the supervisor proposes, PPK passes it on, KPU of the regency decides; an MK order is decided by
itself. The new result replaces that contest of that TPS; the old one stays as superseded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from jurdil.law.deadlines import Ground, load_grounds
from jurdil.law.figure import Figure, Input, total
from jurdil.law.text import Text

DEADLINES = ("psu-pemilu", "psu-pilkada")
"""The deadline rules of a re-vote; a regime has at most one of them."""


class Kind(StrEnum):
    """What is held."""

    AGAIN = "psu"
    LATER = "pss"
    ON = "psl"
    RECOUNT = "hitung-ulang"


NAMES: Mapping[Kind, Text] = {
    Kind.AGAIN: Text("Pemungutan suara ulang (PSU)", "Re-vote (PSU)"),
    Kind.LATER: Text("Pemungutan suara susulan (PSS)", "Delayed vote (PSS)"),
    Kind.ON: Text("Pemungutan suara lanjutan (PSL)", "Continued vote (PSL)"),
    Kind.RECOUNT: Text("Penghitungan suara ulang", "Recount"),
}


SHORT: Mapping[Kind, Text] = {
    Kind.AGAIN: Text("PSU", "PSU"),
    Kind.LATER: Text("PSS", "PSS"),
    Kind.ON: Text("PSL", "PSL"),
    Kind.RECOUNT: Text("Hitung ulang", "Recount"),
}


class State(StrEnum):
    """Where a case stands."""

    PROPOSED = "diusulkan"
    DECIDED = "diputus"
    REJECTED = "ditolak"
    HELD = "dilaksanakan"
    DONE = "selesai"


STATES: Mapping[State, Text] = {
    State.PROPOSED: Text("Diusulkan, menunggu putusan KPU", "Proposed, waiting for KPU"),
    State.DECIDED: Text("Diputus, belum dilaksanakan", "Decided, not held yet"),
    State.REJECTED: Text("Ditolak", "Rejected"),
    State.HELD: Text("Dilaksanakan, hasil belum lengkap", "Held, result not complete"),
    State.DONE: Text("Selesai, hasil menggantikan yang lama", "Done, result replaced the old one"),
}
STEPS: Mapping[State, frozenset[State]] = {
    State.PROPOSED: frozenset({State.DECIDED, State.REJECTED}),
    State.DECIDED: frozenset({State.HELD}),
    State.HELD: frozenset({State.DONE}),
    State.REJECTED: frozenset(),
    State.DONE: frozenset(),
}

_DELAYED = (
    "Gangguan keamanan, bencana, atau gangguan lain: tahapan di TPS tidak dapat dimulai.",
    "Disturbance, disaster or the like: the stage could not begin at the TPS.",
)
_CONTINUED = (
    "Gangguan keamanan, bencana, atau gangguan lain: tahapan di TPS tidak dapat diselesaikan.",
    "Disturbance, disaster or the like: the stage could not be finished at the TPS.",
)


class IllegalStep(ValueError):
    """A case does not go from one state to the other."""


def step(state: State, to: State) -> State:
    """Return `to` when a case may go there. Raises IllegalStep."""
    if to not in STEPS[state]:
        raise IllegalStep(f"{state} does not lead to {to}")
    return to


def grounds(regime: str, kind: Kind) -> tuple[Ground, ...]:
    """Return the grounds of the law for this kind; those of PSS and PSL are not spelt out in
    a source, so that they are unconfirmed in words."""
    if kind in (Kind.AGAIN, Kind.RECOUNT):
        return tuple(one for one in load_grounds(regime) if one.kind == kind.value)
    pilkada = regime.startswith("pilkada")
    article = "UU Pilkada Pasal 120" if pilkada else "PKPU 25/2023 Pasal 109 dan 110"
    text = Text(*(_DELAYED if kind is Kind.LATER else _CONTINUED))
    return (Ground(f"{kind.value}-gangguan", kind.value, "", text, article, False, ("RML", "M")),)


def ballots_needed(dpt: int, reserve: Fraction) -> int:
    """Return the ballots of one contest for a TPS: DPT and the reserve, rounded up."""
    share = reserve * dpt
    return dpt + -(-share.numerator // share.denominator)


def tally(kinds: Iterable[Kind]) -> dict[Kind, int]:
    """Return how many of each kind there are; every kind is named, also with none."""
    found = dict.fromkeys(Kind, 0)
    for kind in kinds:
        found[kind] += 1
    return found


def held_again(counts: Mapping[Kind, int]) -> Figure:
    """Return how many TPS hold something again: the sum of the kinds that are counted."""
    parts = [Input(SHORT[kind], counts[kind]) for kind in Kind if kind in counts]
    return total(parts, article="", confirmed=True)


@dataclass(frozen=True, slots=True)
class Need:
    """Ballots that all re-votes of a contest in a dapil need, of the marked stock for it."""

    contest: str
    dapil: str
    needed: int
    stock: int

    @property
    def short(self) -> int:
        """How many ballots are missing; 0 when the stock is enough."""
        return max(self.needed - self.stock, 0)


def needs(cases: Iterable[tuple[str, str, int]], stock: int) -> tuple[Need, ...]:
    """Add up the ballots of cases (contest, dapil, ballots) and hold them against the stock."""
    sums: dict[tuple[str, str], int] = {}
    for contest, dapil, ballots in cases:
        sums[contest, dapil] = sums.get((contest, dapil), 0) + ballots
    return tuple(
        Need(contest, dapil, needed, stock) for (contest, dapil), needed in sorted(sums.items())
    )


def changes(
    before: Mapping[str, int], after: Mapping[str, int], fields: Sequence[str]
) -> dict[str, int]:
    """Return by how much each of `fields` moved; a figure that was or is absent counts as none."""
    moved = {name: after.get(name, 0) - before.get(name, 0) for name in fields}
    return {name: by for name, by in moved.items() if by}
