"""Votes as those who make seats of them need them: per dapil, and spread over its places."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from jurdil.kernel.acts import query
from jurdil.kernel.fields import within
from jurdil.kernel.viewer import Viewer
from jurdil.places import paths
from jurdil.results import reading
from jurdil.results.fixed import decisions_over
from jurdil.results.models import LEVEL_TPS, Form, Rekap
from jurdil.results.shapes import Shape, shapes_of
from jurdil.results.writing import read_figures

DEPTH = {paths.KECAMATAN: 0, paths.VILLAGE: 1}


@dataclass(frozen=True)
class DapilVotes:
    """The sums of one dapil ('' where the contest has none).

    `votes` holds the figures that every form in it has; `gaps` how many of its `forms` lack a
    figure of votes that some of them have.
    """

    dapil: str
    forms: int
    votes: Mapping[str, int]
    gaps: Mapping[str, int]


@dataclass(frozen=True)
class ContestVotes:
    """The votes of a contest in the whole office.

    `expected` are the TPS in use by dapil, `expected_forms` those of the whole office. `title` and
    `decided_at` name the determination over them, '' and None before it.
    """

    election_id: int
    contest: str
    path: str
    expected: Mapping[str, int]
    expected_forms: int
    dapils: tuple[DapilVotes, ...]
    title: str
    decided_at: datetime | None

    @property
    def determined(self) -> bool:
        return self.decided_at is not None


@query("results.view")
def votes_by_dapil(viewer: Viewer, election_id: int, contest: str) -> ContestVotes:
    """The votes of a contest per dapil, as far as forms are in.

    They are those of the whole office, whoever asks: figures are public, and seats are not made of
    a part. Raises `Election.DoesNotExist` for a contest that is not held in sight.
    """
    about = reading.subject(viewer, election_id, contest)
    path = about.election.path
    shapes = shapes_of(election_id, contest)
    rows = Rekap.objects.filter(election_id=election_id, contest=contest, path=path)
    decision = decisions_over(election_id, contest, path).filter(path=path).first()
    due = reading.expected(replace(viewer, path=path), election_id, contest)
    return ContestVotes(
        election_id=election_id,
        contest=contest,
        path=path,
        expected={row.code: due.at(path, row.code) for row in due.dapil},
        expected_forms=due.at(path),
        dapils=tuple(_dapil(row, shapes[row.dapil]) for row in rows.order_by("dapil")),
        title=decision.title if decision else "",
        decided_at=decision.decided_at if decision else None,
    )


@query("results.view")
def votes_by_place(
    viewer: Viewer, election_id: int, contest: str, dapil: str, figures: Collection[str]
) -> dict[str, tuple[dict[str, int], dict[str, int], dict[str, int]]]:
    """The votes of some figures per kecamatan, per desa and per TPS of one dapil, by figure.

    A place where a figure is absent is absent. Raises `Election.DoesNotExist`.
    """
    about = reading.subject(viewer, election_id, contest)
    shape = shapes_of(election_id, contest).get(dapil)
    found: dict[str, tuple[dict[str, int], dict[str, int], dict[str, int]]] = {
        name: ({}, {}, {}) for name in figures
    }
    if shape is None:
        return found
    places = {name: shape.place_of(name) for name in found}
    sums = Rekap.objects.filter(
        election_id=election_id, contest=contest, dapil=dapil, path__within=about.election.path
    )
    for row in sums:
        depth = DEPTH.get(paths.level(row.path))
        if depth is None:
            continue
        for name, place in places.items():
            if row.haves[place]:
                found[name][depth][row.path] = row.sums[place]
    forms = Form.objects.filter(
        election_id=election_id,
        contest=contest,
        dapil=dapil,
        level=LEVEL_TPS,
        current__isnull=False,
    )
    for path, text in forms.values_list("path", "current__figures").iterator(chunk_size=500):
        values = read_figures(text)
        for name in found if within(path, about.election.path) else ():
            if name in values:
                found[name][2][path] = values[name]
    return found


def _dapil(row: Rekap, shape: Shape) -> DapilVotes:
    totals = (group.total for group in shape.choices.groups)
    wanted = {*shape.choices.votes, *totals, "suara_sah"}
    votes: dict[str, int] = {}
    gaps: dict[str, int] = {}
    for name, total, have in zip(shape.figures, row.sums, row.haves, strict=True):
        if name in wanted and have == row.forms:
            votes[name] = total
        elif name in wanted and have:
            gaps[name] = row.forms - have
    return DapilVotes(row.dapil, row.forms, votes, gaps)
