"""D.Hasil Kecamatan as its paper says it, beside what the forms of its TPS add up to."""

from collections.abc import Mapping
from dataclasses import dataclass

from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure, Input, coverage, total
from jurdil.law.recap import Tally
from jurdil.law.text import Text
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.results import d_hasil, reading
from jurdil.results.models import Form, Rekap
from jurdil.results.shapes import Shape, shapes_of
from jurdil.results.writing import read_figures

KECAMATAN = Text("kecamatan", "kecamatan")


@dataclass(frozen=True)
class PaperRow:
    """A kecamatan whose D.Hasil is in: its figures, what differs from the `forms` of its TPS.

    `counts` when no TPS form is in, so that the paper stands for the kecamatan.
    """

    path: str
    label: str
    figures: Mapping[str, int]
    forms: int
    counts: bool
    differs: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class PaperBoard:
    """The papers of a place by kecamatan, and all its kecamatan together: the sum of the forms
    where any is in, else the paper. `fields` are the lines of the ballot."""

    fields: tuple[str, ...]
    labels: Mapping[str, str]
    rows: tuple[PaperRow, ...]
    totals: Mapping[str, Figure]


@query("results.view")
def d_hasil_board(
    viewer: Viewer, election_id: int, contest: str, path: str = "", dapil: str = ""
) -> PaperBoard | None:
    """The D.Hasil of the kecamatan at a place in scope; None without any.

    Raises ObjectDoesNotExist outside the scope.
    """
    about = reading.subject(viewer, election_id, contest)
    place = places.place(viewer, path or viewer.path)
    key = {"election_id": about.election.pk, "contest": about.contest.id}
    forms = Form.objects.filter(
        **key, level=d_hasil.LEVEL, path__within=place.path, current__isnull=False
    )
    forms = forms.filter(dapil=dapil) if dapil else forms
    papers = list(forms.select_related("current").order_by("path"))
    shapes = shapes_of(election_id, contest)
    if not papers or any(form.dapil not in shapes for form in papers):
        return None
    below = Rekap.objects.filter(**key, path__within=place.path)
    below = below.filter(dapil=dapil) if dapil else below
    sums = {
        (row.path, row.dapil): Tally(tuple(row.sums), tuple(row.haves), row.forms)
        for row in below
        if paths.level(row.path) == paths.KECAMATAN and row.dapil in shapes
    }
    expected = reading.expected(viewer, election_id, contest)
    within = [place.path, *(one.path for one in places.children(viewer, place.path))]
    due = [p for p in within if paths.level(p) == paths.KECAMATAN and expected.at(p, dapil)]
    names = places.names(viewer, {*(form.path for form in papers), *(at for at, _code in sums)})
    rows = tuple(_row(form, names, shapes[form.dapil], sums) for form in papers)
    fields = _fields([shapes[form.dapil] for form in papers])
    return PaperBoard(
        fields,
        reading.labels(viewer, election_id, contest, papers[0].dapil),
        rows,
        {name: _total(name, rows, names, shapes, sums, len(due)) for name in fields},
    )


def _row(
    form: Form,
    names: Mapping[str, str],
    shape: Shape,
    sums: Mapping[tuple[str, str], Tally],
) -> PaperRow:
    figures = read_figures(form.current.figures) if form.current else {}
    inside = [tally for (path, _code), tally in sums.items() if path == form.path and tally.forms]
    own = sums.get((form.path, form.dapil))
    return PaperRow(
        path=form.path,
        label=names.get(form.path, form.path),
        figures=figures,
        forms=sum(tally.forms for tally in inside),
        counts=not inside,
        differs=tuple(d_hasil.differing(shape, own, figures)) if own else (),
    )


def _fields(shapes: list[Shape]) -> tuple[str, ...]:
    """The lines of the ballot that all papers have, and the two totals."""
    first = shapes[0].choices
    heads = tuple(group.total for group in first.groups) if first.groups else first.votes
    shared = set.intersection(*(set(shape.figures) for shape in shapes))
    ends = ("suara_sah", "suara_tidak_sah")
    return tuple(name for name in (*heads, *ends) if name in shared)


def _total(
    name: str,
    rows: tuple[PaperRow, ...],
    names: Mapping[str, str],
    shapes: Mapping[str, Shape],
    sums: Mapping[tuple[str, str], Tally],
    due: int,
) -> Figure:
    """A figure over all kecamatan of which anything is in."""
    parts = {row.path: row.figures.get(name) for row in rows if row.counts}
    for (path, code), tally in sums.items():
        figures = shapes[code].figures
        at = figures.index(name) if name in figures else None
        if tally.forms and at is not None and tally.haves[at]:
            parts[path] = (parts.get(path) or 0) + tally.sums[at]
    known = {path: value for path, value in sorted(parts.items()) if value is not None}
    inputs = [Input(Text(names.get(p, p), names.get(p, p)), v) for p, v in known.items()]
    covered = coverage(len(known), max(due, len(known)), what=KECAMATAN)
    return total(inputs, article="", confirmed=True, covered=covered)
