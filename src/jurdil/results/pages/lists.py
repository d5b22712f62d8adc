"""Lists of contests, findings and changes, made ready."""

from collections.abc import Sequence
from dataclasses import dataclass

from jurdil.kernel.decisions import Change
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure, coverage
from jurdil.law.rules import formula, label, rule
from jurdil.law.text import Text
from jurdil.places import queries as places
from jurdil.results.pages.common import (
    covered,
    url_of,
)
from jurdil.results.pages.form import Said, said
from jurdil.results.records import (
    CodeCount,
    ContestRow,
    FindingRow,
)


@dataclass(frozen=True)
class ContestLine:
    """A contest of the list with its coverage."""

    row: ContestRow
    coverage: Figure
    note: str


@dataclass(frozen=True)
class FindingLine:
    """A finding of the list in words, with the address of its TPS."""

    row: FindingRow
    said: Said


@dataclass(frozen=True)
class CodeChip:
    """A filter by rule with the number of TPS that break it."""

    code: str
    tps: int
    formula: str


@dataclass(frozen=True)
class PlaceOption:
    """A place that a list can be narrowed to."""

    path: str
    label: str


@dataclass(frozen=True)
class ChangeLine:
    """A figure that differs from what was signed; a row that came or went has no figure."""

    place: str
    figure: Text
    old: str | int | bool | None
    new: str | int | bool | None


def by_election(rows: Sequence[ContestRow]) -> tuple[tuple[Text, tuple[ContestLine, ...]], ...]:
    """The contests under their elections."""
    groups: dict[int, list[ContestLine]] = {}
    for row in rows:
        covered_by = coverage(row.forms.have, row.forms.expected)
        groups.setdefault(row.election_id, []).append(
            ContestLine(row, covered_by, covered(row.forms))
        )
    return tuple((lines[0].row.election, tuple(lines)) for lines in groups.values())


@dataclass(frozen=True)
class PlaceLine:
    """A contest in a panel of a place: where its results are and how far they are."""

    row: ContestRow
    url: str
    note: str


def place_line(row: ContestRow, path: str) -> PlaceLine:
    """A contest at one place or TPS."""
    return PlaceLine(row, url_of(row.election_id, row.contest, path), covered(row.forms))


def finding_rows(rows: Sequence[FindingRow], coordinator: bool) -> tuple[FindingLine, ...]:
    """The findings of a list in words."""
    return tuple(
        FindingLine(row, said(row.finding, row.labels, coordinator=coordinator)) for row in rows
    )


def codes(counts: Sequence[CodeCount]) -> tuple[CodeChip, ...]:
    """The rules that are broken, each with its arithmetic."""
    return tuple(CodeChip(one.code, one.tps, formula(rule(one.code))) for one in counts)


def place_options(viewer: Viewer) -> tuple[PlaceOption, ...]:
    """Kecamatan in scope; for a viewer of a kecamatan its villages."""
    below = places.children(viewer, viewer.path) if "/" not in viewer.path else ()
    return tuple(PlaceOption(place.path, place.label) for place in below)


def changes(found: Sequence[Change]) -> tuple[ChangeLine, ...]:
    """What changed since a determination, each figure under its name."""
    return tuple(
        ChangeLine(
            place=str(change.key[0]),
            figure=label(str(change.key[-1])),
            old=change.old,
            new=change.new,
        )
        for change in found
    )
