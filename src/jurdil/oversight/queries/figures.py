"""Residue of coklit, lists of published scores and where they disagree, signals of this room."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure, Input, share
from jurdil.law.oversight import ikp, ikp_sources
from jurdil.law.oversight.ikp_models import Model, model
from jurdil.law.oversight.ikp_sources import Conflict
from jurdil.law.text import Text
from jurdil.oversight.models import IkpPopulation, Residue
from jurdil.places import queries as places

HOUSEHOLDS = Text("keluarga yang harus dikunjungi", "households to be visited")
UNVISITED = Text("keluarga yang tidak terkunjungi", "households never visited")


@dataclass(frozen=True)
class ResidueRow:
    """The latest residue of a kecamatan and election, with its share."""

    row: Residue
    place: str
    share: Figure


@dataclass(frozen=True)
class PopulationRow:
    """A list of scores with the limits that it gives, beside the published ones."""

    row: IkpPopulation
    edition: Model
    regions: int
    low: Decimal
    high: Decimal
    published_low: Decimal
    published_high: Decimal
    fits: bool
    whole: bool
    expected: int


@query("oversight.quarter")
def residues(viewer: Viewer) -> tuple[ResidueRow, ...]:
    """The residue per kecamatan and election, the largest share first; the last row stands."""
    latest: dict[tuple[str, str], Residue] = {}
    for row in Residue.objects.filter(path__within=viewer.path).order_by("pk"):
        latest[row.path, row.election_name] = row
    names = places.names(viewer, {row.path for row in latest.values()})
    found = [
        ResidueRow(
            row,
            names.get(row.path, row.path),
            share(
                Input(UNVISITED, row.unvisited, row.source),
                Input(HOUSEHOLDS, row.households, row.source),
                article="",
                confirmed=True,
            ),
        )
        for row in latest.values()
    ]
    return tuple(sorted(found, key=lambda one: Fraction(one.row.unvisited, one.row.households)))[
        ::-1
    ]


@query("oversight.ikp")
def populations(viewer: Viewer) -> tuple[PopulationRow, ...]:
    """The lists of published scores, newest first."""
    rows = IkpPopulation.objects.filter(path__within=viewer.path)
    return tuple(_population(row) for row in rows)


@query("oversight.ikp")
def population_conflicts(viewer: Viewer) -> tuple[Conflict, ...]:
    """Regions on which the lists of one edition and level disagree."""
    rows = IkpPopulation.objects.filter(path__within=viewer.path).order_by("pk")
    groups: dict[tuple[str, str], dict[str, dict[str, Decimal]]] = {}
    for row in rows:
        groups.setdefault((row.edition, row.level), {})[row.source] = _scores(row)
    return tuple(
        one
        for (edition, level), lists in groups.items()
        for one in ikp_sources.conflicts(model(edition), level, lists)
    )


def _population(row: IkpPopulation) -> PopulationRow:
    edition = model(row.edition)
    found = ikp_sources.check(edition, row.level, _scores(row))
    return PopulationRow(
        row=row,
        edition=edition,
        regions=found.limits.regions,
        low=ikp.rounded(found.limits.low),
        high=ikp.rounded(found.limits.high),
        published_low=ikp.rounded(found.published.low),
        published_high=ikp.rounded(found.published.high),
        fits=found.fits,
        whole=found.whole,
        expected=found.published.regions,
    )


def _scores(row: IkpPopulation) -> dict[str, Decimal]:
    pairs: Iterable[tuple[str, str]] = row.scores.items()
    return {region: Decimal(score) for region, score in pairs}
