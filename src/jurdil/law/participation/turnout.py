"""Turnout by every formula of a regime, side by side, each with its own denominator.

Three formulas give 82.91, 83.35 and 83.83 per cent on the same figures of Bali 2024; only users
over DPT and DPK gives what the KPU published. DPTb users vote, but stand in another DPT, so they
are in the numerator and not in the denominator.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from jurdil.law.figure import Figure, Input, Unit, difference, share, total
from jurdil.law.regime_types import TurnoutFormula
from jurdil.law.text import Text

MEN, WOMEN, ALL = "_l", "_p", ""
SEXES: Mapping[str, Text] = {
    MEN: Text("Laki-laki", "Men"),
    WOMEN: Text("Perempuan", "Women"),
    ALL: Text("Semua", "All"),
}
"""The columns of a C form and what they hold."""

USERS = Text("Pengguna hak pilih", "Users of the right to vote")
VOTERS = Text("Pemilih", "Voters")
_GROUPS: Mapping[str, Text] = {
    "dpt": Text("DPT", "DPT"),
    "dptb": Text("DPTb", "DPTb"),
    "dpk": Text("DPK", "DPK"),
}
_DISABLED = Text("Pemilih disabilitas terdaftar", "Registered voters with a disability")
_DISABLED_USERS = Text("Pengguna disabilitas", "Users with a disability")
_DISABLED_FORMULA = Text(
    "Pengguna disabilitas dibagi pemilih disabilitas terdaftar",
    "Users with a disability divided by registered voters with a disability",
)


@dataclass(frozen=True, slots=True)
class Counts:
    """What a form or a recapitulation says of one column: the DPT, and users by group.

    `listed` is the DPT; `used` has the groups `dpt`, `dptb`, `dpk`. The voters of a group other
    than the DPT are its users, since nobody lists them beforehand. Absent figures are None.
    """

    listed: int | None
    used: Mapping[str, int | None]
    source: str = ""

    def voters(self, group: str) -> int | None:
        """The voters of a group; None while not known."""
        return self.listed if group == "dpt" else self.used.get(group)

    def plus(self, other: Counts) -> Counts:
        """Both together; a figure that one of them lacks is absent."""
        groups = {*self.used, *other.used}
        return Counts(
            _added(self.listed, other.listed),
            {one: _added(self.used.get(one), other.used.get(one)) for one in sorted(groups)},
            self.source,
        )


def _added(left: int | None, right: int | None) -> int | None:
    return None if left is None or right is None else left + right


@dataclass(frozen=True, slots=True)
class Turnout:
    """One formula with what it gives. `legal` marks the formula of the KPU's own figures."""

    formula: TurnoutFormula
    figure: Figure

    @property
    def legal(self) -> bool:
        return self.formula.official


@dataclass(frozen=True, slots=True)
class Disabled:
    """Users with a disability and who is registered with one; None while not known."""

    used: int | None = None
    listed: int | None = None
    source: str = ""

    @property
    def too_many(self) -> bool:
        """Whether more used their vote than are registered."""
        return self.used is not None and self.listed is not None and self.used > self.listed


@dataclass(frozen=True, slots=True)
class Sheet:
    """The turnout of a place: every formula for men, women and all, and of voters with a
    disability."""

    columns: Mapping[str, tuple[Turnout, ...]] = field(default_factory=dict)
    disabled: Figure | None = None

    def legal(self, column: str = ALL) -> Turnout | None:
        """The figure of the KPU's own formula; None where no source names one."""
        return next((one for one in self.columns.get(column, ()) if one.legal), None)


def by_formula(formula: TurnoutFormula, counts: Counts) -> Figure:
    """Users over voters as one formula says; absent when a part of it is."""
    users = [
        Input(_part("Pengguna", "Users", one), counts.used.get(one), counts.source)
        for one in formula.numerator
    ]
    voters = [
        Input(_part("Pemilih", "Voters", one), counts.voters(one), counts.source)
        for one in formula.denominator
    ]
    over = total(users, article="", confirmed=True)
    under = total(voters, article="", confirmed=True)
    made = share(
        over.as_input(USERS, counts.source),
        under.as_input(_names(formula.denominator), counts.source),
        article=formula.article,
        confirmed=formula.confirmed,
        formula=formula.name,
    )
    inputs = (*made.inputs, *users, *(voters if len(voters) > 1 else ()))
    return Figure(
        made.value,
        made.formula,
        inputs,
        made.denominator,
        made.article,
        made.confirmed,
        Unit.PERCENT,
    )


def side_by_side(formulas: Iterable[TurnoutFormula], counts: Counts) -> tuple[Turnout, ...]:
    """Every formula of a regime on the same counts, the legal one first."""
    made = [Turnout(one, by_formula(one, counts)) for one in formulas]
    return tuple(sorted(made, key=lambda one: not one.legal))


def sheet(
    formulas: Iterable[TurnoutFormula], columns: Mapping[str, Counts], disabled: Disabled
) -> Sheet:
    """The turnout of a place by sex, each over the voters of that sex, and by disability."""
    known = tuple(formulas)
    return Sheet(
        {one: side_by_side(known, counts) for one, counts in columns.items()},
        of_disabled(disabled),
    )


def of_disabled(counts: Disabled) -> Figure:
    """Users with a disability over registered voters with one, never over all voters.

    Absent where more used than are registered, because then the two do not belong together. No
    published formula was seen, so the figure is not confirmed.
    """
    return share(
        Input(_DISABLED_USERS, counts.used, counts.source),
        Input(_DISABLED, None if counts.too_many else counts.listed, counts.source),
        article="",
        confirmed=False,
        formula=_DISABLED_FORMULA,
    )


def change(now: Figure, then: Figure, election: Text) -> Figure:
    """The difference of two turnouts as a share; absent when either is.

    Both must follow the formula that was legal in their own election; the page says which.
    """
    return difference(
        now.as_input(Text("Partisipasi pemilihan ini", "Turnout of this election")),
        then.as_input(
            Text(f"Partisipasi {election.id}", f"Turnout of {election.en}"),
        ),
        article="",
        confirmed=now.confirmed and then.confirmed,
        unit=Unit.PERCENT,
    )


def _part(id_: str, en: str, group: str) -> Text:
    name = _GROUPS.get(group, Text(group, group))
    return Text(f"{id_} {name.id}", f"{en} {name.en}")


def _names(groups: Iterable[str]) -> Text:
    names = [_GROUPS.get(one, Text(one, one)) for one in groups]
    return Text(
        f"{VOTERS.id} {' + '.join(one.id for one in names)}",
        f"{VOTERS.en} {' + '.join(one.en for one in names)}",
    )
