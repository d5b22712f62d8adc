"""The shape of a C form: its choices, its groups of users, and the numbers the regime sets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

COLUMNS: tuple[str, ...] = ("_l", "_p", "")
"""Men, women, both: the three columns of parts I and III."""

BALLOTS: tuple[str, ...] = (
    "surat_suara_diterima",
    "surat_suara_digunakan",
    "surat_suara_dikembalikan",
    "surat_suara_tidak_digunakan",
)
TOTALS: tuple[str, ...] = ("suara_sah", "suara_tidak_sah", "suara_total")


@dataclass(frozen=True, slots=True)
class Group:
    """One list on the form: the printed total and the votes (logo, then candidates) in it."""

    total: str
    votes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """Part IV of a form: its vote figures in printed order and, for lists, their groups."""

    kind: str
    votes: tuple[str, ...]
    groups: tuple[Group, ...] = ()


def pairs(count: int) -> Choices:
    """Return the choices of a contest of `count` pairs: `paslon_1` ... (form C.HASIL-PPWP)."""
    return Choices("pair", tuple(f"paslon_{number}" for number in range(1, count + 1)))


def persons(count: int) -> Choices:
    """Return the choices of a contest of `count` single candidates (DPD): `calon_1` ..."""
    return Choices("person", tuple(f"calon_{number}" for number in range(1, count + 1)))


def lists(candidates: Mapping[int, int]) -> Choices:
    """Return the choices of a contest of lists; `candidates` maps a party's number to its names.

    Fields: `partai_4` (votes for the logo), `partai_4_calon_1` ..., `partai_4_jumlah` (the sum).
    """
    groups = []
    for party, count in candidates.items():
        names = (f"partai_{party}_calon_{number}" for number in range(1, count + 1))
        groups.append(Group(f"partai_{party}_jumlah", (f"partai_{party}", *names)))
    return Choices("list", tuple(vote for group in groups for vote in group.votes), tuple(groups))


@dataclass(frozen=True, slots=True)
class Params:
    """The numbers and names that a regime sets for the form; None where its law does not say.

    `reserve_rate` is the share of the DPT sent as reserve ballots, `box_max` the largest number
    that the boxes of the form can hold, `tps_cap` the largest number of voters of a TPS. `listed`,
    `moved` and `special` are the ids of the three groups of users in printed order. A name in
    `unconfirmed` makes every rule that uses it unconfirmed.
    """

    reserve_rate: Fraction | None = None
    box_max: int | None = None
    tps_cap: int | None = None
    listed: str = "dpt"
    moved: str = "dptb"
    special: str = "dpk"
    unconfirmed: frozenset[str] = frozenset()

    @property
    def categories(self) -> tuple[str, ...]:
        """Ids of the groups of users in printed order."""
        return (self.listed, self.moved, self.special)


def figures(choices: Choices, params: Params) -> tuple[str, ...]:
    """Return every figure of the form in the order of the paper."""
    voters = tuple(f"dpt{column}" for column in COLUMNS)
    users = tuple(f"guna_{group}{column}" for group in params.categories for column in COLUMNS)
    all_users = tuple(f"guna{column}" for column in COLUMNS)
    disabled = tuple(f"disabilitas{column}" for column in COLUMNS)
    if choices.groups:
        votes = tuple(name for group in choices.groups for name in (*group.votes, group.total))
    else:
        votes = choices.votes
    return (*voters, *users, *all_users, *BALLOTS, *disabled, *votes, *TOTALS)
