"""What the pages show, made ready: links, words, cards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure, Input, total
from jurdil.law.text import Text
from jurdil.places import known, paths, queries
from jurdil.places.models import TpsVersion
from jurdil.places.records import ContestRow, DapilRow, ElectionRow, Facts, Found, TpsChange, TpsRow
from jurdil.places.wording import some

TRACKED = ("kind", "site", "address", "access", "note", "state")


@dataclass(frozen=True)
class Hit:
    """A search hit with its address."""

    label: str
    way: str
    url: str
    path: str


@dataclass(frozen=True)
class TpsWords:
    """A TPS's choices in words."""

    kind: str
    access: str
    state: str


@dataclass(frozen=True)
class Step:
    """One version of a TPS: what changed since the one before, in words."""

    number: int
    recorded_at: datetime
    reason: str
    changes: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class LevelLink:
    """A level at which a map can be drawn."""

    value: str
    label: str
    current: bool


@dataclass(frozen=True)
class DapilCard:
    """A contest with its dapil, or with what the project knows of them."""

    contest: str
    name: Text
    rows: tuple[DapilRow, ...]
    seats: Figure
    basis: str
    confirmed: bool
    offered: known.KnownDapil | None


def url_of(path: str) -> str:
    """The page of a region or TPS."""
    return reverse("places:tps" if "/" in path else "places:place", args=[path])


def crumbs(viewer: Viewer, path: str) -> list[tuple[str, str]]:
    """The way down for the tag `tempat`; places above the viewer's have no link.

    The regency alone needs no way: its title says it.
    """
    way = queries.breadcrumb(viewer, path)
    if len(way) < 2:
        return []
    return [(crumb.label, url_of(crumb.path) if crumb.reachable else "") for crumb in way]


def hits(found: Sequence[Found]) -> tuple[Hit, ...]:
    """Search hits with their addresses."""
    return tuple(Hit(hit.label, hit.way, url_of(hit.path), hit.path) for hit in found)


def kinds(facts: Facts) -> tuple[tuple[str, int], ...]:
    """Number of TPS of each kind that occurs, in words."""
    return tuple(
        (str(TpsVersion.Kind(kind).label), number) for kind, number in sorted(facts.by_kind.items())
    )


def tps_words(tps: TpsRow) -> TpsWords:
    """The kind, access and state of a TPS in words."""
    return TpsWords(
        str(TpsVersion.Kind(tps.kind).label),
        str(TpsVersion.Access(tps.access).label),
        str(TpsVersion.State(tps.state).label),
    )


def history(changes: Sequence[TpsChange]) -> tuple[Step, ...]:
    """Versions, newest first, each compared with the one before it."""
    labels = {
        "kind": _("Jenis TPS"),
        "site": _("Nama lokasi"),
        "address": _("Alamat"),
        "access": _("Akses"),
        "note": _("Catatan"),
        "state": _("Keadaan"),
    }
    earlier: list[TpsChange | None] = [*changes[1:], None]
    return tuple(
        Step(
            change.number,
            change.recorded_at,
            change.reason,
            tuple(
                (labels[name], _word(before.row, name), _word(change.row, name))
                for name in TRACKED
                if before and getattr(before.row, name) != getattr(change.row, name)
            ),
        )
        for change, before in zip(changes, earlier, strict=True)
    )


def _word(tps: TpsRow, name: str) -> str:
    words = tps_words(tps)
    value: str = getattr(words, name, None) or getattr(tps, name)
    return value or _("kosong")


def chosen_level(wanted: str, levels: Sequence[int]) -> int | None:
    """The level asked for when it can be drawn, else the first that can."""
    by_name = {"kecamatan": paths.KECAMATAN, "desa": paths.VILLAGE}
    level = by_name.get(wanted)
    return level if level in levels else next(iter(levels), None)


def without_outline(viewer: Viewer, path: str, level: int | None) -> str:
    """The places of a level that the map cannot show, as a list in words."""
    if level is None:
        return ""
    drawn = {outline.path for outline in queries.outlines(viewer, path, level)}
    return some([p.name for p in queries.places_below(viewer, path, level) if p.path not in drawn])


def level_links(levels: Sequence[int], current: int | None) -> tuple[LevelLink, ...]:
    """The switch of the map; nothing to switch when there is one level."""
    words = {
        paths.KECAMATAN: ("kecamatan", _("Kecamatan")),
        paths.VILLAGE: ("desa", _("Desa/kelurahan")),
    }
    if len(levels) < 2:
        return ()
    return tuple(LevelLink(*words[level], level == current) for level in levels)


def dapil_of_place(
    viewer: Viewer, election: ElectionRow | None, path: str
) -> tuple[tuple[Text, DapilRow], ...]:
    """The dapil of a place with the contest's name."""
    if election is None:
        return ()
    names = {contest.id: contest.name for contest in queries.contests(viewer, election)}
    rows = queries.dapil_of_place(viewer, election.id, path)
    return tuple((names[row.contest], row) for row in rows if row.contest in names)


def dapil_cards(viewer: Viewer, election: ElectionRow, may_set: bool) -> tuple[DapilCard, ...]:
    """One card per contest that is held in dapil."""
    lists = queries.dapil_lists(viewer, election.id)
    regency = clock.office_path()
    return tuple(
        _card(
            contest,
            lists.get(contest.id, ()),
            known.known_dapil(election.regime, contest.id, regency) if may_set else None,
        )
        for contest in queries.contests(viewer, election)
        if contest.in_dapil
    )


def _card(
    contest: ContestRow, rows: tuple[DapilRow, ...], offered: known.KnownDapil | None
) -> DapilCard:
    confirmed = all(row.confirmed for row in rows)
    return DapilCard(
        contest=contest.id,
        name=contest.name,
        rows=rows,
        seats=_seats(rows, confirmed),
        basis=rows[0].basis if rows else "",
        confirmed=confirmed,
        offered=None if rows else offered,
    )


def _seats(rows: Sequence[DapilRow], confirmed: bool) -> Figure:
    """The seats of the dapil together; absent while one of them is not known."""
    return total(
        (Input(Text(row.name, row.name), row.seats, row.basis) for row in rows),
        article="",
        confirmed=confirmed,
        formula=Text("jumlah kursi setiap dapil", "seats of every dapil added up"),
    )
