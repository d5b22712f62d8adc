"""Kinds of meetings as data: what each decides, who is invited, how early, and the quorum."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from jurdil.law.regime_files import Row, read_citations, read_toml
from jurdil.law.text import Text

REGIME, FILE = "rutin", "meetings.toml"
MEMORY = "M"
WEEKLY = "pleno-rutin"


@dataclass(frozen=True, slots=True)
class Notice:
    """So many days lie at least between the invitation and the meeting."""

    days: int
    article: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of meeting.

    `decides`: it ends in minutes (BA) and needs a quorum; `members`: the members of the body are
    invited by themselves; `closed`: only the body and its secretariat sit in it; `invitation`: it
    is opened only after it was called; `roles` are role codes of accounts, `institutions` words in
    the names of offices that must be invited.
    """

    id: str
    name: Text
    decides: bool
    members: bool
    closed: bool
    invitation: bool
    speakers: bool
    notice: Notice | None
    roles: tuple[str, ...]
    institutions: tuple[str, ...]
    article: str
    confirmed: bool

    @property
    def weekly(self) -> bool:
        return self.id == WEEKLY


@dataclass(frozen=True, slots=True)
class Quorum:
    """The quorum of a body: its `members`, how many must be `present`, the `votes` of a decision.

    `house` is kpu or bawaslu, `level` kabko, kecamatan or desa.
    """

    house: str
    level: str
    members: int
    present: int
    votes: int
    article: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class CodeTimes:
    """Seconds between two codes on the wall, seconds a code is good for, minutes for the form."""

    step: int
    life: int
    form_minutes: int


@dataclass(frozen=True, slots=True)
class _Law:
    kinds: dict[str, Kind]
    quorums: tuple[Quorum, ...]
    times: CodeTimes


def kinds() -> tuple[Kind, ...]:
    """All kinds in the order of the file."""
    return tuple(_law().kinds.values())


def kind(code: str) -> Kind:
    """One kind. Raises KeyError for an unknown code."""
    return _law().kinds[code]


def quorum_of(house: str, level: str) -> Quorum | None:
    """The quorum of a body; None where no rule is on record."""
    found = (q for q in _law().quorums if (q.house, q.level) == (house, level))
    return next(found, None)


def code_times() -> CodeTimes:
    """How long a code on the wall lives."""
    return _law().times


@cache
def _law() -> _Law:
    top = Row(read_toml(REGIME, FILE), f"{REGIME}/{FILE}", "")
    found = {one.id: one for one in (_kind(row) for row in top.rows("kind"))}
    quorums = tuple(_quorum(row) for row in top.rows("quorum"))
    times = _times(top.tables("code")["wall"])
    top.finish()
    return _Law(found, quorums, times)


def _kind(row: Row) -> Kind:
    days = row.take("notice_days", int)
    article, sure = row.take("notice_article", str, ""), row.take("notice_confirmed", bool, False)
    made = Kind(
        id=row.need("id", str),
        name=row.text("name"),
        decides=row.take("decides", bool, False),
        members=row.take("members", bool, False),
        closed=row.take("closed", bool, False),
        invitation=row.take("invitation", bool, False),
        speakers=row.take("speakers", bool, False),
        notice=None if days is None else Notice(days, article, sure),
        roles=row.words("invite"),
        institutions=row.words("institutions"),
        article=row.need("article", str),
        confirmed=_confirmed(row),
    )
    row.finish()
    return made


def _quorum(row: Row) -> Quorum:
    made = Quorum(
        house=row.need("house", str),
        level=row.need("level", str),
        members=row.need("members", int),
        present=row.need("present", int),
        votes=row.need("votes", int),
        article=row.need("article", str),
        confirmed=_confirmed(row),
    )
    if not 0 < made.votes <= made.present <= made.members:
        raise row.bad("votes, present and members do not fit together")
    row.finish()
    return made


def _times(row: Row) -> CodeTimes:
    made = CodeTimes(*(row.need(name, int) for name in ("step", "life", "form_minutes")))
    if not 0 < made.step <= made.life:
        raise row.bad("a code must live at least until the next one")
    row.finish()
    return made


def _confirmed(row: Row) -> bool:
    """Whether a fact was seen; memory alone confirms nothing."""
    confirmed, source = row.need("confirmed", bool), row.words("source")
    if unknown := [key for key in source if key not in read_citations()]:
        raise row.bad(f"source is not in sources.toml: {', '.join(unknown)}")
    if not source or (confirmed and set(source) == {MEMORY}):
        raise row.bad("a confirmed fact needs a source other than memory")
    return bool(confirmed)
