"""What the pages show beside the rows: ways down, choices, maps."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.language import say
from jurdil.kernel.policy import allows
from jurdil.kernel.request import number_in
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import tps_risk
from jurdil.law.oversight.ikp_models import model
from jurdil.law.oversight.tps_risk import Edition
from jurdil.oversight import scoring
from jurdil.oversight.forms.watch import STATES as STATE_WORDS
from jurdil.oversight.forms.watch import TRENDS as TREND_WORDS
from jurdil.oversight.keeping import YEARS
from jurdil.oversight.queries.risk import Index
from jurdil.places import maps, paths
from jurdil.places import queries as places
from jurdil.web import words
from jurdil.web.charts.choropleth import Map

Crumbs = list[tuple[str, str]]
GROUPS = {"rendah": "ok", "sedang": "warn", "tinggi": "bad"}
STATES = {
    "diusulkan": "wait",
    "diterima": "ok",
    "ditolak": "none",
    "dicabut": "none",
    "potensi": "info",
    "terjadi": "bad",
    "ditangani": "warn",
    "selesai": "ok",
    "rencana": "info",
    "terlaksana": "ok",
    "batal": "none",
}


@dataclass(frozen=True)
class Tab:
    """A part of the pages about the index."""

    label: str
    url: str
    on: bool


def asked_day(text: str) -> date:
    """The day that an address names; today for none, and for one far from any election."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return clock.today()
    return found if found.year in YEARS else clock.today()


def tabs(viewer: Viewer, here: str) -> tuple[Tab, ...]:
    """The parts of the index that the viewer may read."""
    parts = (
        ("oversight:ikp", _("Skor"), "oversight.ikp"),
        ("oversight:ikp_map", _("Peta"), "oversight.ikp"),
        ("oversight:events", _("Kejadian"), "oversight.events"),
        ("oversight:proposals", _("Usulan"), "oversight.ikp"),
        ("oversight:what_if", _("Andai"), "oversight.ikp"),
        ("oversight:history", _("Riwayat"), "oversight.ikp"),
        ("oversight:populations", _("Daftar terbitan"), "oversight.ikp"),
    )
    return tuple(
        Tab(label, reverse(name), name == here)
        for name, label, right in parts
        if allows(viewer, right)
    )


def crumbs(name: str, label: str, *more: tuple[str, str]) -> Crumbs:
    """The way to a page below one of the room's lists."""
    return [(label, reverse(name)), *more]


def place_choices(viewer: Viewer) -> list[tuple[str, str]]:
    """Every region in the viewer's place; a TPS officer has only the own TPS."""
    if paths.level(viewer.path) == paths.TPS:
        return [(viewer.path, station_name(viewer.path))]
    return [(row.path, f"{row.path} {row.label}") for row in places.all_places(viewer)]


def edition_of(regime: str, wanted: str = "") -> Edition:
    """The list of indicators asked for, else the one of the election's kind."""
    if wanted in tps_risk.EDITIONS:
        return tps_risk.edition(wanted)
    return tps_risk.edition(tps_risk.BY_KIND["pilkada" if "pilkada" in regime else "pemilu"])


def station_choices(viewer: Viewer, election_id: int) -> list[tuple[str, str]]:
    """Every TPS in use in the viewer's place."""
    rows = [row for row in places.tps_of(viewer, election_id) if row.in_use]
    names = places.names(viewer, {row.village for row in rows})
    return [(row.path, f"{row.label}, {names.get(row.village, row.village)}") for row in rows]


def drawn(viewer: Viewer, values: dict[str, Fraction | int], link: str) -> Map | None:
    """The kecamatan coloured by a value; None while no outlines are loaded."""
    return maps.by_kecamatan(viewer, values, link, shown)


def shown(value: Any) -> str:
    """A value of a map as text: scores with two decimals, counts whole."""
    if value is None:
        return words.number(None)
    return words.number(value) if isinstance(value, int) else words.number(value, 2)


def scores(index: Index) -> dict[str, Fraction | int]:
    """The total of each kecamatan, for the map."""
    return {path: Fraction(one.total) for path, one in index.result.regions.items()}


def state_tag(state: str) -> str:
    """The look of a state."""
    return STATES[state]


@dataclass(frozen=True)
class Line:
    """A row of the history or of a kept calculation, ready to print."""

    name: str
    score: str
    group: str
    tag: str
    day: date | None = None
    source: str = ""
    events: int = 0


def published(row: Any) -> Line:
    """A published score with its edition and class by name."""
    edition = model(row.edition)
    group = edition.class_named(row.group)
    return Line(
        say(edition.name),
        words.number(row.score, 2),
        say(group.name),
        GROUPS[group.id.partition("-")[0]],
        row.published_on,
        row.source,
    )


def run_lines(viewer: Viewer, edition: str, regions: Mapping[str, Any]) -> tuple[Line, ...]:
    """The kecamatan of a kept calculation, highest first."""
    names = places.names(viewer, regions)
    chosen = model(edition)
    lines = []
    for path, one in sorted(regions.items(), key=lambda item: -Decimal(item[1]["total"])):
        group = chosen.class_named(one["group"]) if one["group"] else None
        lines.append(
            Line(
                names.get(path, path),
                words.number(Decimal(one["total"]), 2),
                say(group.name) if group else "",
                GROUPS[group.id] if group else "",
                events=one["events"],
            )
        )
    return tuple(lines)


def station_name(path: str) -> str:
    """A TPS by its number."""
    return f"TPS {paths.tps_number(path):03d}"


def day_initial(known: Any) -> dict[str, str]:
    """What the form of a day begins with: its last version."""
    if known is None:
        return {}
    return {name: getattr(known, name) for name in ("statement", "prediction", "needs")}


def year_of(text: str) -> int:
    """The year that an address names; this one for none, and for one far from any election."""
    asked = number_in(text) or 0
    return asked if asked in YEARS else clock.today().year


def years() -> range:
    """This year and the two before it, latest first."""
    this = clock.today().year
    return range(this, this - 3, -1)


def theme(code: str) -> str:
    """The name of a dimension of the index."""
    return next((say(one.name) for one in scoring.edition().dimensions if one.id == code), "")


def step_lines(steps: Iterable[Any]) -> list[tuple[Any, str, str]]:
    """Steps of a note with state and trend in words."""
    states, trends = dict(STATE_WORDS), dict(TREND_WORDS)
    return [(one, str(states[one.state]), str(trends[one.trend])) for one in steps]


def flag_rows(lines: Iterable[Any]) -> list[tuple[str, ...]]:
    """The list of vulnerable TPS as a table: one row per TPS and indicator."""
    head = (_("Kode TPS"), _("Desa/kelurahan"), _("Indikator"))
    return [head, *((one.path, one.place, say(sign.name)) for one in lines for sign in one.signs)]
