"""Recapitulation: a place, the places below it, and how much of it is in."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, F
from django.db.models.functions import Substr

from jurdil.kernel.acts import query
from jurdil.kernel.fields import within
from jurdil.kernel.viewer import Viewer
from jurdil.law import recap
from jurdil.law.recap import Cell, Tally
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.results import reading
from jurdil.results.models import Rekap
from jurdil.results.records import Board, ContestRow, Dapil, Line
from jurdil.results.shapes import Shape, shapes_of
from jurdil.results.writing import read_figures

CODE_LENGTH = {paths.REGENCY: 8, paths.KECAMATAN: 13, paths.VILLAGE: 17}
"""Length of a path right below a place of each level."""


@query("results.view")
def contest_rows(viewer: Viewer) -> tuple[ContestRow, ...]:
    """Every contest of the elections in sight, with how far its count is."""
    return tuple(
        row
        for election in places.elections(viewer)
        for row in contests_at(viewer, election.id, viewer.path)
    )


@query("results.view")
def contest_row(viewer: Viewer, election_id: int, contest: str) -> ContestRow:
    """How far the count of one contest is. Raises `Election.DoesNotExist`."""
    about = reading.subject(viewer, election_id, contest)
    counts = reading.counts_of(viewer, election_id, viewer.path)
    return _contest_row(about, counts.get(contest), _due(viewer, election_id, viewer.path))


@query("results.view")
def contests_at(viewer: Viewer, election_id: int, path: str) -> tuple[ContestRow, ...]:
    """How far the counts of an election are at one place or TPS in scope."""
    subjects = reading.subjects(viewer, election_id)
    if not subjects:
        return ()
    counts = reading.counts_of(viewer, election_id, path)
    due = _due(viewer, election_id, path)
    return tuple(_contest_row(about, counts.get(about.contest.id), due) for about in subjects)


def _due(viewer: Viewer, election_id: int, path: str) -> int:
    """Forms expected at a place; a TPS has one."""
    return 1 if "/" in path else places.expected_tps(viewer, election_id).get(path, 0)


def _contest_row(about: reading.Subject, count: reading.Count | None, due: int) -> ContestRow:
    have = count.forms if count else 0
    return ContestRow(
        election_id=about.election.pk,
        election=about.title,
        regime=about.election.regime,
        contest=about.contest.id,
        name=about.name,
        forms=Cell(have, have, due),
        broken=count.broken if count else 0,
    )


@query("results.view")
def board(viewer: Viewer, election_id: int, contest: str, path: str = "", dapil: str = "") -> Board:
    """The recapitulation of a contest at a place in scope (default: the viewer's own).

    `dapil` narrows it to one. Raises ObjectDoesNotExist outside the scope.
    """
    about = reading.subject(viewer, election_id, contest)
    place = places.place(viewer, path or viewer.path)
    sums = _sums(election_id, contest, place.path, dapil)
    due = reading.expected(viewer, election_id, contest)
    lines = _lines(viewer, about, place, sums, due, dapil)
    whole = len(sums.shapes) == 1
    code = next(iter(sums.shapes)) if whole else ""
    return Board(
        election_id=election_id,
        election=about.title,
        regime=about.election.regime,
        contest=about.contest,
        name=about.name,
        path=place.path,
        level=place.level,
        label=place.label,
        dapil=dapil,
        dapils=tuple(
            Dapil(row.code, row.name)
            for row in due.dapil
            if any(within(part.path, place.path) for part in row.parts)
        ),
        choices=next(iter(sums.shapes.values())).choices if sums.shapes else None,
        figures=sums.figures,
        whole=whole,
        labels=reading.labels(viewer, election_id, contest, code),
        total=sums.line(place.path, place.label, due, dapil, sum(line.broken for line in lines)),
        lines=lines,
        turnout=about.regime.official_turnout,
    )


@query("results.view")
def recap_lines(
    viewer: Viewer, election_id: int, contest: str, dapil: str = ""
) -> tuple[tuple[str, ...], tuple[Line, ...]]:
    """Every place in scope from the top down with its figures, for files: (figures, lines)."""
    about = reading.subject(viewer, election_id, contest)
    sums = _sums(election_id, contest, viewer.path, dapil, deep=True)
    due = reading.expected(viewer, election_id, contest)
    counts = {length: _counts(viewer, about, viewer.path, length) for length in (5, 8, 13)}
    rows = [
        sums.line(place.path, place.label, due, dapil, counts[len(place.path)].get(place.path, 0))
        for place in places.all_places(viewer)
    ]
    kept = [row for row in rows if row.forms.have or row.forms.expected]
    return sums.figures, tuple(kept)


@dataclass(frozen=True)
class _Sums:
    """The sums at hand: shapes by dapil, the figures they share, tallies by path and dapil."""

    shapes: Mapping[str, Shape]
    figures: tuple[str, ...]
    tallies: Mapping[str, Mapping[str, Tally]]

    def line(self, path: str, label: str, due: reading.Expected, dapil: str, broken: int) -> Line:
        parts = self.tallies.get(path, {})
        tally = recap.together(
            ((self.shapes[code].figures, tally) for code, tally in parts.items()), self.figures
        )
        expected = due.at(path, dapil)
        return Line(
            path=path,
            label=label,
            tps=False,
            forms=Cell(tally.forms, tally.forms, expected),
            cells=recap.cells(self.figures, tally, expected),
            broken=broken,
        )


def _sums(election_id: int, contest: str, path: str, dapil: str, deep: bool = False) -> _Sums:
    """The sums of a place and those right below it, or of everything below it."""
    rows = Rekap.objects.filter(election_id=election_id, contest=contest, path__within=path)
    if not deep:
        rows = rows.annotate(depth=Substr("path", CODE_LENGTH[paths.level(path)] + 1, 1))
        rows = rows.filter(depth="")
    if dapil:
        rows = rows.filter(dapil=dapil)
    tallies: dict[str, dict[str, Tally]] = {}
    for row in rows:
        tally = Tally(tuple(row.sums), tuple(row.haves), row.forms)
        tallies.setdefault(row.path, {})[row.dapil] = tally
    present = tallies.get(path, {})
    shapes = {
        code: shape for code, shape in shapes_of(election_id, contest).items() if code in present
    }
    return _Sums(shapes, _common(tuple(shapes.values())), tallies)


def _common(shapes: tuple[Shape, ...]) -> tuple[str, ...]:
    """The figures of one shape; of several those that all have, without their candidates."""
    if len(shapes) < 2:
        return shapes[0].figures if shapes else ()
    shared = set.intersection(*(set(shape.figures) for shape in shapes))
    people = {name for group in shapes[0].choices.groups for name in group.votes[1:]}
    return tuple(name for name in shapes[0].figures if name in shared - people)


def _lines(viewer, about: reading.Subject, place, sums: _Sums, due, dapil: str) -> tuple[Line, ...]:
    if place.level == paths.VILLAGE:
        return _tps_lines(viewer, about, place.path, sums)
    length = CODE_LENGTH[place.level]
    broken = _counts(viewer, about, place.path, length)
    lines = (
        sums.line(child.path, child.label, due, dapil, broken.get(child.path, 0))
        for child in places.children(viewer, place.path)
    )
    return tuple(line for line in lines if not dapil or line.forms.expected or line.forms.have)


def _tps_lines(viewer: Viewer, about: reading.Subject, path: str, sums: _Sums) -> tuple[Line, ...]:
    election_id, contest = about.election.pk, about.contest.id
    forms = reading.forms_of(viewer, election_id, contest, path)
    counted = forms.annotate(broken=Count("findings")).values_list(
        "path", "current__figures", "broken"
    )
    known = {at: (read_figures(text), broken) for at, text, broken in counted}
    registered = [tps.path for tps in places.tps_of(viewer, election_id, path) if tps.in_use]
    return tuple(_tps_line(at, known.get(at), sums.figures) for at in sorted({*registered, *known}))


def _tps_line(
    path: str, found: tuple[Mapping[str, int], int] | None, figures: tuple[str, ...]
) -> Line:
    values, broken = found or ({}, 0)
    return Line(
        path=path,
        label=f"TPS {paths.tps_number(path):03d}",
        tps=True,
        forms=Cell(int(found is not None), int(found is not None), 1),
        cells={name: Cell(values.get(name), int(name in values), 1) for name in figures},
        broken=broken,
    )


def _counts(viewer: Viewer, about: reading.Subject, path: str, length: int) -> dict[str, int]:
    """TPS with findings by the place that the first `length` letters of their path name."""
    forms = reading.forms_of(viewer, about.election.pk, about.contest.id, path)
    grouped = (
        reading.broken_forms(forms)
        .annotate(place=Substr("path", 1, length))
        .values("place")
        .annotate(number=Count(F("pk")))
        .order_by("place")
    )
    return {row["place"]: row["number"] for row in grouped}
