"""Observers, surveys and quick counts: who registers them, by when, with which papers, and from
which hour their results may be published.

PKPU 9/2022 art. 17 (surveys, quick counts), art. 42 and 51 (observers of Pilkada); UU 7/2017
art. 449 (publication). One file per regime; a regime without one has no rules on record.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from jurdil.law import zones
from jurdil.law.figure import Figure, Input, Unit, share
from jurdil.law.regime_files import Row, read_citations, read_toml
from jurdil.law.regime_types import Regime
from jurdil.law.text import Text

FILE = "participation.toml"
OBSERVERS, SURVEY, QUICK_COUNT = "pemantau", "survei", "hitung-cepat"
MEMORY = "M"
VOTING_DAY = Text("Hari pemungutan suara", "Voting day")


@dataclass(frozen=True, slots=True)
class Publication:
    """When results may come out: `hours` after the polls close in the west (WIB), or never in the
    window of `quiet_stage`. Both None while no source gives a rule."""

    hours: int | None
    quiet_stage: str
    article: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of body. `house` registers it (kpu or bawaslu); `stage` is the window of the schedule
    for it, or `deadline` the parameter with the days before voting; both '' while not known."""

    id: str
    name: Text
    house: str
    stage: str
    deadline: str
    publication: Publication | None
    article: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a body works and at which office it registers; `here`: a regency's own."""

    id: str
    of: tuple[str, ...]
    name: Text
    office: Text
    here: bool
    article: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A paper of a registration; `personal` ones hold personal data and are kept sealed."""

    id: str
    of: tuple[str, ...]
    name: Text
    personal: bool
    article: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty of an accredited body: its code of conduct."""

    id: str
    of: tuple[str, ...]
    text: Text
    article: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules of one regime."""

    regime: str
    kinds: tuple[Kind, ...]
    extents: tuple[Extent, ...]
    papers: tuple[PaperKind, ...]
    duties: tuple[Duty, ...]

    def kind(self, code: str) -> Kind:
        """One kind. Raises KeyError for one that this regime does not know."""
        try:
            return next(one for one in self.kinds if one.id == code)
        except StopIteration:
            raise KeyError(code) from None

    def papers_of(self, kind: str) -> tuple[PaperKind, ...]:
        """The papers that a body of this kind hands in; empty while no source lists them."""
        return tuple(one for one in self.papers if kind in one.of)

    def duties_of(self, kind: str) -> tuple[Duty, ...]:
        return tuple(one for one in self.duties if kind in one.of)

    def extents_of(self, kind: str) -> tuple[Extent, ...]:
        return tuple(one for one in self.extents if kind in one.of)


@cache
def rules(regime: str) -> Rules | None:
    """The rules of a regime; None where no file holds any. Raises UnknownRegime, BadRegime."""
    try:
        top = Row(read_toml(regime, FILE), f"{regime}/{FILE}", "")
    except FileNotFoundError:
        return None
    made = Rules(
        regime,
        tuple(_kind(row) for row in top.rows("kind")),
        tuple(_extent(row) for row in top.rows("extent")),
        tuple(_paper(row) for row in top.rows("paper")),
        tuple(_duty(row) for row in top.rows("duty")),
    )
    top.finish()
    return made


def missing(papers: Iterable[PaperKind], there: Collection[str]) -> tuple[PaperKind, ...]:
    """The papers that were not handed in."""
    return tuple(one for one in papers if one.id not in there)


def completeness(papers: Collection[PaperKind], there: Collection[str]) -> Figure:
    """How many of the papers are there, as a share; absent when no source lists any."""
    have = len(papers) - len(missing(papers, there))
    sure = bool(papers) and all(one.confirmed for one in papers)
    return share(
        Input(Text("Dokumen yang diterima", "Papers handed in"), have if papers else None),
        Input(Text("Dokumen yang disyaratkan", "Papers required"), len(papers) or None),
        article=next((one.article for one in papers), ""),
        confirmed=sure,
    )


def register_until(regime: Regime, kind: Kind, voting_day: date | None) -> Figure:
    """The last day of registration: voting day less the days of the regime. PKPU 9/2022 art. 17.

    Absent without a voting day, and for a kind whose days no source gives.
    """
    known = regime.parameters.get(kind.deadline) if kind.deadline else None
    days = known.whole() if known else None
    last = voting_day - timedelta(days=days) if voting_day and days is not None else None
    return Figure(
        last,
        Text("Hari pemungutan suara \N{MINUS SIGN} hari", "Voting day \N{MINUS SIGN} days"),
        (
            Input(VOTING_DAY, voting_day),
            Input(Text("Hari sebelumnya", "Days before"), days, unit=Unit.DAYS),
        ),
        None,
        known.article if known else kind.article,
        bool(known and known.confirmed),
        Unit.DATE,
    )


def window_end(end: date, name: str, kind: Kind) -> Figure:
    """The last day of registration where the schedule gives the window itself."""
    window = Text(f"Jadwal pendaftaran: {name}", f"Schedule of registration: {name}")
    return Figure(
        end,
        Text("Akhir masa pendaftaran menurut jadwal", "End of registration by the schedule"),
        (Input(window, end),),
        None,
        kind.article,
        kind.confirmed,
        Unit.DATE,
    )


def publish_from(regime: Regime, kind: Kind, voting_day: date | None) -> Figure:
    """The moment from which a quick count may be published, in the time of the west (WIB).

    UU 7/2017 art. 449(5): at the earliest two hours after voting ended in the west of Indonesia.
    Absent where no source gives the hours.
    """
    rule, closes = kind.publication, regime.parameters.get("voting_closes")
    hours = rule.hours if rule else None
    ends = _moment(voting_day, str(closes.value)) if closes and voting_day else None
    moment = ends + timedelta(hours=hours) if ends and hours is not None else None
    return Figure(
        moment,
        Text("Pemungutan berakhir di bagian barat + jam", "Voting ends in the west + hours"),
        (
            Input(Text("Pemungutan berakhir di bagian barat", "Voting ends in the west"), ends),
            Input(Text("Jam sesudahnya", "Hours after"), hours),
        ),
        None,
        rule.article if rule else "",
        bool(rule and rule.confirmed and closes and closes.confirmed),
        Unit.COUNT,
    )


def is_late(last_day: Figure, received: date) -> bool:
    """Whether something came after its last day; False while there is none on record."""
    return isinstance(last_day.value, date) and received > last_day.value


def _moment(day: date, hour: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(hour), zones.WIB.tzinfo)


def _kind(row: Row) -> Kind:
    made = Kind(
        id=row.need("id", str),
        name=row.text("name"),
        house=row.one_of("house", ("kpu", "bawaslu")),
        stage=row.take("stage", str, ""),
        deadline=row.take("deadline", str, ""),
        publication=_publication(row),
        article=row.need("article", str),
        confirmed=_seen(row),
    )
    row.finish()
    return made


def _publication(row: Row) -> Publication | None:
    hours, quiet = row.take("publish_hours", int), row.take("quiet_stage", str, "")
    article = row.take("publish_article", str, "")
    confirmed = row.take("publish_confirmed", bool, False)
    _check(row, confirmed, row.words("publish_source"), needed=hours is not None or bool(quiet))
    return Publication(hours, quiet, article, confirmed) if hours is not None or quiet else None


def _extent(row: Row) -> Extent:
    made = Extent(
        id=row.need("id", str),
        of=row.words("of"),
        name=row.text("name"),
        office=row.text("office"),
        here=row.need("here", bool),
        article=row.need("article", str),
        confirmed=_seen(row),
    )
    row.finish()
    return made


def _paper(row: Row) -> PaperKind:
    made = PaperKind(
        id=row.need("id", str),
        of=row.words("of"),
        name=row.text("name"),
        personal=row.need("personal", bool),
        article=row.need("article", str),
        confirmed=_seen(row),
    )
    row.finish()
    return made


def _duty(row: Row) -> Duty:
    made = Duty(
        id=row.need("id", str),
        of=row.words("of"),
        text=row.text("text"),
        article=row.need("article", str),
        confirmed=_seen(row),
    )
    row.finish()
    return made


def _seen(row: Row) -> bool:
    confirmed = bool(row.need("confirmed", bool))
    _check(row, confirmed, row.words("source"), needed=True)
    return confirmed


def _check(row: Row, confirmed: bool, source: tuple[str, ...], *, needed: bool) -> None:
    """Memory alone confirms nothing, and every fact names where it was seen."""
    if needed and not source:
        raise row.bad("source is missing")
    if unknown := [key for key in source if key not in read_citations()]:
        raise row.bad(f"source is not in sources.toml: {', '.join(unknown)}")
    if confirmed and set(source) == {MEMORY}:
        raise row.bad("a fact from memory alone cannot be confirmed")
