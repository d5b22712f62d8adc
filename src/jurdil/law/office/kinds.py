"""Kinds of expense papers, activities, account codes and legal products, from one file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from jurdil.law.regime_files import Row, read_toml
from jurdil.law.text import Text

REGIME, FILE = "rutin", "office.toml"

SPEAKER, MODERATOR, COMMITTEE, TRAVELLER, GUEST = (
    "narasumber",
    "moderator",
    "panitia",
    "petugas",
    "peserta",
)
ROLES: dict[str, Text] = {
    SPEAKER: Text("Narasumber", "Speaker"),
    MODERATOR: Text("Moderator", "Moderator"),
    COMMITTEE: Text("Panitia", "Committee"),
    TRAVELLER: Text("Petugas yang bepergian", "Staff who travel"),
    GUEST: Text("Peserta", "Participant"),
}
"""What a person is in an activity."""


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A paper of an expense file: one for the activity, or one per person of the roles `each`.

    With `when` it is needed only if somebody has that role. `personal` papers hold personal data.
    """

    id: str
    name: Text
    each: tuple[str, ...]
    when: str
    personal: bool


@dataclass(frozen=True, slots=True)
class Activity:
    """A kind of activity and the papers it needs, in their order. Told by practitioners."""

    id: str
    name: Text
    papers: tuple[PaperKind, ...]
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Account:
    """An account code of the budget."""

    id: str
    name: Text
    confirmed: bool


@dataclass(frozen=True, slots=True)
class ProductKind:
    """A kind of legal product; `plenary`: it needs the plenary's approval."""

    id: str
    name: Text
    plenary: bool


@dataclass(frozen=True, slots=True)
class _Office:
    papers: dict[str, PaperKind]
    activities: dict[str, Activity]
    accounts: dict[str, Account]
    products: dict[str, ProductKind]


def papers() -> dict[str, PaperKind]:
    """All papers by code."""
    return _office().papers


def activities() -> dict[str, Activity]:
    """All kinds of activities by code."""
    return _office().activities


def accounts() -> dict[str, Account]:
    """Account codes that the house knows by name."""
    return _office().accounts


def products() -> dict[str, ProductKind]:
    """All kinds of legal products by code."""
    return _office().products


@cache
def _office() -> _Office:
    top = Row(read_toml(REGIME, FILE), f"{REGIME}/{FILE}", "")
    found = {one.id: one for one in (_paper(row) for row in top.rows("paper"))}
    made = _Office(
        papers=found,
        activities={one.id: one for one in (_activity(r, found) for r in top.rows("activity"))},
        accounts={one.id: one for one in (_account(row) for row in top.rows("account"))},
        products={one.id: one for one in (_product(row) for row in top.rows("product"))},
    )
    top.finish()
    return made


def _paper(row: Row) -> PaperKind:
    made = PaperKind(
        id=row.need("id", str),
        name=row.text("name"),
        each=row.words("each"),
        when=row.take("when", str, ""),
        personal=row.take("personal", bool, False),
    )
    if unknown := {*made.each, *([made.when] if made.when else [])} - set(ROLES):
        raise row.bad(f"unknown roles: {sorted(unknown)}")
    row.finish()
    return made


def _activity(row: Row, known: dict[str, PaperKind]) -> Activity:
    codes = row.words("papers")
    if unknown := [code for code in codes if code not in known]:
        raise row.bad(f"unknown papers: {unknown}")
    made = Activity(
        id=row.need("id", str),
        name=row.text("name"),
        papers=tuple(known[code] for code in codes),
        confirmed=row.take("confirmed", bool, False),
    )
    row.finish()
    return made


def _account(row: Row) -> Account:
    made = Account(row.need("id", str), row.text("name"), row.need("confirmed", bool))
    row.finish()
    return made


def _product(row: Row) -> ProductKind:
    made = ProductKind(row.need("id", str), row.text("name"), row.need("plenary", bool))
    row.finish()
    return made
