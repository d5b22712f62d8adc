"""What the pages of the mapping show, made ready."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404

from jurdil.kernel.queries.header import ElectionChoice, running_elections
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure, Input, total
from jurdil.law.regime import load_regime
from jurdil.law.text import Text
from jurdil.voters.mapping import CAP
from jurdil.voters.pages.common import place_names
from jurdil.voters.queries import VillageMapping

BETWEEN = "rutin"


@dataclass(frozen=True)
class Line:
    """A village with its name and what its mapping still lacks, as a badge."""

    row: VillageMapping
    name: str
    badge: str


def election(viewer: Viewer) -> ElectionChoice:
    """The election chosen in the header, else the newest one; the routine work has no TPS.

    Raises Http404 in an office where nothing runs.
    """
    running = running_elections(viewer)
    if not running:
        raise Http404
    chosen = [one for one in running if one.id == viewer.election_id]
    held = [one for one in running if one.regime != BETWEEN]
    return (chosen or held[-1:] or list(running))[0]


def lines(viewer: Viewer, rows: Sequence[VillageMapping]) -> tuple[Line, ...]:
    """Villages as rows of the overview."""
    names = place_names(viewer, [row.village for row in rows])
    return tuple(Line(row, names.get(row.village, row.village), _badge(row)) for row in rows)


def sums(regime: str, rows: Sequence[VillageMapping]) -> tuple[tuple[Text, Figure], ...]:
    """Voters, TPS in use, and the fewest TPS that the regime's cap allows, over all villages."""
    voters, stations = Text("Pemilih aktif", "Active voters"), Text("TPS dipakai", "TPS in use")
    least = Text("TPS paling sedikit menurut batas", "Fewest TPS by the cap")
    return (
        (voters, _sum(regime, voters, [row.voters for row in rows])),
        (stations, _sum(regime, stations, [row.stations for row in rows])),
        (least, _sum(regime, least, [row.least for row in rows])),
    )


def name_of(viewer: Viewer, village: str) -> str:
    """A village's name."""
    return place_names(viewer, [village]).get(village, village)


def _sum(regime: str, what: Text, values: Sequence[int | None]) -> Figure:
    inputs = tuple(Input(what, value) for value in values)
    cap = load_regime(regime).parameters.get(CAP)
    article, confirmed = (cap.article, cap.confirmed) if cap else ("", False)
    return total(inputs, article=article, confirmed=confirmed, formula=what)


def _badge(row: VillageMapping) -> str:
    if row.mapped < row.voters:
        return "warn" if row.mapped or row.drafted else "none"
    return "ok"
