"""What a regime is made of: the frozen records that the TOML files are read into.

A regime is the law of one election (or of the time between elections) at one date. Every record
that states a fact carries its article, its sources and whether the fact was seen in a source
(`confirmed`); a value that is not known is None or absent, never guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias, TypeVar

from jurdil.law.text import Text

LEVELS: tuple[str, ...] = ("nasional", "provinsi", "kabko", "kecamatan", "desa", "tps")
BODIES: tuple[str, ...] = ("kpu", "bawaslu", "mk", "kemendagri", "dpr")
PERIODS: tuple[str, ...] = ("week", "quarter", "semester")
CHOICE_KINDS: tuple[str, ...] = ("pair", "list", "person")

Moment: TypeAlias = date | datetime
"""A day, or a minute of local time where the law names one (a `datetime` without zone)."""


class UnknownRegime(LookupError):
    """No regime has this code; the message lists the known ones."""


class BadRegime(ValueError):
    """A regime file breaks its own form; the message names file and row."""


@dataclass(frozen=True, slots=True)
class Band:
    """One step of a ladder: `value` holds up to and including `up_to` (None: no upper end)."""

    up_to: int | None
    value: int | Decimal


ParameterValue: TypeAlias = int | Decimal | str | bool | date | tuple["ParameterValue | Band", ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A figure of the law: `value` in `unit`, with its article. Percentages are exact decimals."""

    key: str
    value: ParameterValue
    unit: Text
    article: str
    confirmed: bool
    source: tuple[str, ...]
    note: Text | None = None

    def whole(self) -> int:
        """Return the value as an integer; TypeError when the law gives something else."""
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            raise TypeError(f"{self.key} is not a whole number: {self.value!r}")
        return self.value

    def number(self) -> Decimal:
        """Return the value as an exact decimal; TypeError when it is not a number."""
        if isinstance(self.value, bool) or not isinstance(self.value, int | Decimal):
            raise TypeError(f"{self.key} is not a number: {self.value!r}")
        return Decimal(self.value)

    def at(self, size: int) -> int | Decimal:
        """Return the value of the ladder step that `size` falls in (for example seats by people).

        Raises TypeError when the parameter is no ladder, LookupError when no step covers `size`.
        """
        if not isinstance(self.value, tuple):
            raise TypeError(f"{self.key} is not a ladder")
        for band in self.value:
            if not isinstance(band, Band):
                raise TypeError(f"{self.key} is not a ladder")
            if band.up_to is None or size <= band.up_to:
                return band.value
        raise LookupError(f"{self.key} has no step for {size}")


@dataclass(frozen=True, slots=True)
class Basis:
    """A law, regulation, decree or ruling that the regime stands on."""

    id: str
    title: str
    about: Text
    confirmed: bool
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """A commissioner's division (`divisi`) or a sub-division of the secretariat (`subbagian`).

    `serves` names the divisions whose work a sub-division does; `since` and `until` are years,
    because these names change (None: not known).
    """

    id: str
    kind: str
    name: Text
    serves: tuple[str, ...]
    since: int | None
    until: int | None
    article: str
    confirmed: bool
    source: tuple[str, ...]
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Exemption:
    """What one province does otherwise in a contest: its own name, or the contest is not held."""

    province: str
    held: bool
    name: Text | None
    confirmed: bool
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contest:
    """One ballot: who is chosen (`choice`), at which level the result is fixed, and its paper.

    `colour_hex` is this project's own rendering of the legal colour name for screens; colour and
    form are None while the law of the election does not name them.
    `threshold_percent` and `divisors` are None where seats are not shared out by votes.
    `area_kind` limits a contest to a kabupaten or a kota.
    """

    id: str
    name: Text
    short: str
    order: int
    choice: str
    determined_at: str
    area_kind: str | None
    colour: Text | None
    colour_hex: str | None
    form: str | None
    threshold_percent: Decimal | None
    divisors: tuple[int, ...] | None
    exemptions: tuple[Exemption, ...]
    article: str
    confirmed: bool
    source: tuple[str, ...]
    note: Text | None = None

    @property
    def not_in(self) -> tuple[str, ...]:
        """Codes of the provinces where this contest is not held."""
        return tuple(item.province for item in self.exemptions if not item.held)

    def name_in(self, province: str) -> Text:
        """Return the name used in the province with this code (Aceh and Papua have their own)."""
        for item in self.exemptions:
            if item.province == province and item.name is not None:
                return item.name
        return self.name


@dataclass(frozen=True, slots=True)
class Code:
    """One entry of a code list of a form (`tms`, `disabilitas`, `ktp_el`, `dptb` ...).

    For TMS codes `removes` says whether the person leaves the list of the village: code 8 of
    2024 is a move to another TPS of the village and does not; `moves` says that it is one.
    `double` marks the code of who is listed twice.
    `until_days_before` limits a DPTb reason to so many days before voting.
    """

    list: str
    code: str
    name: Text
    removes: bool | None
    until_days_before: int | None
    article: str
    confirmed: bool
    source: tuple[str, ...]
    note: Text | None = None
    moves: bool = False
    double: bool = False


@dataclass(frozen=True, slots=True)
class UserCategory:
    """A group of users of the right to vote as the C form prints it, in printed order."""

    id: str
    name: Text
    article: str
    confirmed: bool
    source: tuple[str, ...]
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class TurnoutFormula:
    """A formula of participation: users in `numerator` over voters in `denominator`.

    `official` marks the formula whose figures the KPU published; other formulas are kept since
    figures on paper were made with them.
    """

    id: str
    name: Text
    numerator: tuple[str, ...]
    denominator: tuple[str, ...]
    official: bool
    article: str
    confirmed: bool
    source: tuple[str, ...]
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Pay:
    """Monthly honorarium of one post of an ad hoc body, in rupiah."""

    post: Text
    amount: int
    article: str
    confirmed: bool
    source: tuple[str, ...]
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """An ad hoc body: members per unit of `level`; None where the size is not known."""

    id: str
    name: Text
    level: str
    members: int | None
    article: str
    confirmed: bool
    source: tuple[str, ...]
    pay: tuple[Pay, ...]
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A table of the schedule: the annex or source that its stages come from."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class Stage:
    """A row of the schedule.

    `start` and `end` are inclusive and None when not known or when an event sets them; then
    `trigger` names the deadline rules that give the date (more than one where the law has two
    ways, with and without a case at the MK). `every` makes it a recurring row (`weekday`: 1 is
    Monday), `start` and `end` then say from when until when it recurs.
    `alt_start` and `alt_end` keep the date of a disagreeing source, told in `note`. `needed` is
    False for a stage that the schedule foresaw and events made superfluous. `division` is the
    KPU division that owns the work; None when `body` is another institution.
    """

    id: str
    group: str
    parent: str | None
    name: Text
    level: str
    start: Moment | None
    end: Moment | None
    every: str | None
    weekday: int | None
    trigger: tuple[str, ...]
    body: str
    division: str | None
    article: str
    confirmed: bool
    source: tuple[str, ...]
    note: Text | None
    alt_start: Moment | None
    alt_end: Moment | None
    needed: bool

    @property
    def is_main(self) -> bool:
        """True for a stage that is no part of another."""
        return self.parent is None


RowT = TypeVar("RowT", Contest, Stage, Body, Division)


@dataclass(frozen=True, slots=True)
class Regime:
    """The whole law of one election, or of the time between elections."""

    code: str
    kind: str
    name: Text
    voting_day: date | None
    draft: bool
    basis: tuple[Basis, ...]
    divisions: tuple[Division, ...]
    contests: tuple[Contest, ...]
    groups: tuple[Group, ...]
    stages: tuple[Stage, ...]
    codes: tuple[Code, ...]
    user_categories: tuple[UserCategory, ...]
    turnout: tuple[TurnoutFormula, ...]
    bodies: tuple[Body, ...]
    parameters: Mapping[str, Parameter]
    citations: Mapping[str, str] = field(repr=False)

    def contest(self, contest_id: str) -> Contest:
        """Return the contest; LookupError names the regime's contests."""
        return _pick(self.contests, contest_id, "contest", self.code)

    def contests_in(self, province: str, area_kind: str) -> tuple[Contest, ...]:
        """Return the contests of a `kabupaten` or `kota` in the province with this code."""
        return tuple(
            contest
            for contest in self.contests
            if province not in contest.not_in and contest.area_kind in (None, area_kind)
        )

    def stage(self, stage_id: str) -> Stage:
        """Return the stage; LookupError names the regime's stages."""
        return _pick(self.stages, stage_id, "stage", self.code)

    def children(self, stage_id: str) -> tuple[Stage, ...]:
        """Return the direct sub-stages in the order of the table."""
        return tuple(stage for stage in self.stages if stage.parent == stage_id)

    def stages_in(self, group_id: str) -> tuple[Stage, ...]:
        """Return the stages of one table of the schedule, in its order."""
        return tuple(stage for stage in self.stages if stage.group == group_id)

    def body(self, body_id: str) -> Body:
        """Return the ad hoc body; LookupError names the regime's bodies."""
        return _pick(self.bodies, body_id, "body", self.code)

    def division(self, division_id: str) -> Division:
        """Return the division or sub-division; LookupError names the known ones."""
        return _pick(self.divisions, division_id, "division", self.code)

    def subdivisions_for(self, division_id: str) -> tuple[Division, ...]:
        """Return the sub-divisions of the secretariat that do this division's work."""
        return tuple(item for item in self.divisions if division_id in item.serves)

    def parameter(self, key: str) -> Parameter:
        """Return the parameter; LookupError when the law of this regime does not give it."""
        try:
            return self.parameters[key]
        except KeyError:
            raise LookupError(f"regime {self.code} has no parameter {key!r}") from None

    def codes_of(self, list_id: str) -> tuple[Code, ...]:
        """Return one code list in its printed order; empty when this regime has none."""
        return tuple(code for code in self.codes if code.list == list_id)

    @property
    def tms_codes(self) -> tuple[Code, ...]:
        """The codes for voters who do not qualify (TMS), as this regime numbers them."""
        return self.codes_of("tms")

    @property
    def official_turnout(self) -> TurnoutFormula | None:
        """The formula the KPU's own figures follow; None where no source names one."""
        return next((formula for formula in self.turnout if formula.official), None)

    def citation(self, key: str) -> str:
        """Return where a source key points to; LookupError when it is not listed."""
        return self.citations[key]


def _pick(rows: tuple[RowT, ...], row_id: str, what: str, code: str) -> RowT:
    for row in rows:
        if row.id == row_id:
            return row
    known = ", ".join(row.id for row in rows)
    raise LookupError(f"regime {code} has no {what} {row_id!r}; it has: {known}")
