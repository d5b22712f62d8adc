"""What is worth a look: the queue, one row of it, and how far each outcome is from certain."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, QuerySet

from jurdil.kernel import paging
from jurdil.kernel.acts import query
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law import detect
from jurdil.law.outcome import Reach
from jurdil.law.regime import load_regime
from jurdil.law.rules import label, params_for
from jurdil.law.text import Text
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.results import detecting, ranking, reading
from jurdil.results.models import Form, Pemeriksaan, Tinjauan
from jurdil.results.outcomes import Standing, standings
from jurdil.results.previous import previous
from jurdil.results.ranking import Certainty
from jurdil.results.shapes import shapes_of
from jurdil.results.writing import read_figures

PAGE = 40
COLUMNS = 6
"""Forms whose figures fit beside each other."""


@dataclass(frozen=True)
class ReviewRow:
    """A row of the queue. `places` are its TPS as (path, label, way down to it)."""

    id: int
    contest: str
    contest_name: Text
    dapil: str
    code: str
    title: Text
    sentence: Text
    places: tuple[tuple[str, str, str], ...]
    path: str
    state: str
    state_name: str
    note: str
    reviewed_by: str
    reviewed_at: datetime | None
    made_at: datetime
    gone_at: datetime | None
    reach: Reach
    standing: Standing | None


@dataclass(frozen=True)
class FigureRow:
    """A figure of several forms beside each other; `marked` where the row speaks of it."""

    name: Text
    values: tuple[int | None, ...]
    marked: bool


@dataclass(frozen=True)
class ReviewItem:
    """One row with everything a person needs to judge it.

    `proposals` are single changes that would make the form agree. `columns` are the TPS (label,
    way) whose `figures` stand beside each other; of a whole village none do.
    """

    row: ReviewRow
    facts: Mapping[str, Any]
    proposals: tuple[Text, ...]
    columns: tuple[tuple[str, str], ...]
    figures: tuple[FigureRow, ...]
    before: Text | None


@dataclass(frozen=True)
class ReviewState:
    """Where the review of an election stands.

    `contests` have forms. `codes` counts open rows by detector. `changed` forms came after the last
    run (`ran_at` None: it never ran). `before` is the election that turnout is compared with.
    `certainties` are there for who sees the whole office: a part says nothing about an outcome.
    """

    election: Text
    contests: tuple[tuple[str, Text], ...]
    codes: Mapping[str, int]
    open: int
    done: int
    changed: int
    ran_at: datetime | None
    before: Text | None
    certainties: tuple[Certainty, ...]


@query("results.review")
def review_state(viewer: Viewer, election_id: int) -> ReviewState:
    """How the review stands in the viewer's place. Raises `Election.DoesNotExist` out of sight."""
    election = _election(viewer, election_id)
    subjects = reading.subjects(viewer, election_id)
    rows = _rows(viewer, election_id)
    counted = rows.exclude(state=Tinjauan.State.DONE).values("code").annotate(number=Count("pk"))
    codes = {row["code"]: row["number"] for row in counted.order_by("code")}
    found = _standings(viewer, election_id, [one.contest.id for one in subjects])
    held = {contest for contest, _dapil in found}
    whole = within(election.path, viewer.path)
    queue = ranking.ranked(_open(rows), found) if whole else []
    room = detect.paper_room({}, params_for(load_regime(election.regime))) or 0
    before = previous(election, election.contests[0]) if election.contests else None
    ran = Pemeriksaan.objects.filter(election_id=election_id).aggregate(last=Max("made_at"))
    return ReviewState(
        election=Text(election.name, election.name_en),
        contests=tuple((one.contest.id, one.name) for one in subjects if one.contest.id in held),
        codes=codes,
        open=sum(codes.values()),
        done=rows.filter(state=Tinjauan.State.DONE).count(),
        changed=detecting.changed_forms(election_id),
        ran_at=ran["last"],
        before=before.title if before else None,
        certainties=tuple(ranking.certainty(one, queue, room) for one in found.values() if whole),
    )


@query("results.review")
def review_queue(
    viewer: Viewer,
    election_id: int,
    *,
    contest: str = "",
    code: str = "",
    path: str = "",
    state: str = "",
    after: str = "",
    size: int | None = PAGE,
) -> paging.Page[ReviewRow]:
    """Rows in scope, what could change an outcome first; by default those not done.

    `state` is a `Tinjauan.State` or `gugur` (their cause is gone). `size` None gives all. Raises
    `Election.DoesNotExist` out of sight.
    """
    _election(viewer, election_id)
    rows = _chosen(viewer, election_id, contest, code, path, state)
    found = _standings(viewer, election_id, sorted({row.contest for row in rows}))
    queue = ranking.ranked(rows, found)
    key = paging.decode(after, int)
    start = max(int(key[0]), 0) if key else 0
    end = len(queue) if size is None else start + size + 1
    at = {one.row.pk: place for place, one in enumerate(queue, 1)}
    shown = _shown(viewer, election_id, queue[start:end])
    return paging.page_of(
        shown,
        len(shown) if size is None else size,
        lambda row: (at[row.id],),
        first=start == 0,
        total=len(queue),
    )


@query("results.review")
def review_item(viewer: Viewer, election_id: int, review_id: int) -> ReviewItem:
    """One row in scope. Raises ObjectDoesNotExist."""
    election = _election(viewer, election_id)
    row = Tinjauan.objects.filter(election_id=election_id, path__within=viewer.path).get(
        pk=review_id
    )
    found = _standings(viewer, election_id, [row.contest])
    (shown,) = _shown(viewer, election_id, ranking.ranked([row], found))
    names = _names(viewer, row)
    before = previous(election, row.contest) if "before" in row.facts else None
    side = row.forms[:COLUMNS] if before is None else []
    return ReviewItem(
        row=shown,
        facts=row.facts,
        proposals=tuple(detect.proposal(one, names) for one in row.facts.get("repairs", ())),
        columns=tuple((label_, way) for path, label_, way in shown.places if path in side),
        figures=_figures(row, side, names),
        before=before.title if before else None,
    )


@query("results.review")
def review_counts(viewer: Viewer, election_id: int) -> tuple[int, int]:
    """Rows in scope that are not done, and those of them that could change an outcome alone."""
    rows = _open(_rows(viewer, election_id))
    found = _standings(viewer, election_id, sorted({row.contest for row in rows}))
    return len(rows), sum(1 for one in ranking.ranked(rows, found) if one.reach.flips)


def _election(viewer: Viewer, election_id: int) -> Election:
    election = Election.objects.get(pk=election_id)
    if not (within(viewer.path, election.path) or within(election.path, viewer.path)):
        raise Election.DoesNotExist
    return election


def _rows(viewer: Viewer, election_id: int) -> QuerySet[Tinjauan]:
    return Tinjauan.objects.filter(
        election_id=election_id, path__within=viewer.path, gone_at__isnull=True
    )


def _open(rows: QuerySet[Tinjauan]) -> list[Tinjauan]:
    return list(rows.exclude(state=Tinjauan.State.DONE))


def _chosen(
    viewer: Viewer, election_id: int, contest: str, code: str, path: str, state: str
) -> list[Tinjauan]:
    if state == "gugur":
        rows = Tinjauan.objects.filter(
            election_id=election_id, path__within=viewer.path, gone_at__isnull=False
        )
    elif state in Tinjauan.State.values:
        rows = _rows(viewer, election_id).filter(state=state)
    else:
        rows = _rows(viewer, election_id).exclude(state=Tinjauan.State.DONE)
    narrowed = {"contest": contest, "code": code, "path__within": path}
    return list(rows.filter(**{name: value for name, value in narrowed.items() if value}))


def _standings(
    viewer: Viewer, election_id: int, contests: Iterable[str]
) -> dict[tuple[str, str], Standing]:
    return {
        (one.contest, one.dapil): one
        for contest in contests
        for one in standings(viewer, election_id, contest)
    }


def _shown(
    viewer: Viewer, election_id: int, queue: Sequence[ranking.Ranked]
) -> tuple[ReviewRow, ...]:
    all_paths = {path for one in queue for path in one.row.forms}
    steps = {step for path in all_paths for step in paths.ancestors(path)}
    steps |= {place for one in queue if (place := one.row.facts.get("place"))}
    known = places.names(viewer, steps)
    subjects = {one.contest.id: one.name for one in reading.subjects(viewer, election_id)}
    ballots = {
        key: _labels(viewer, election_id, *key)
        for key in {(one.row.contest, one.row.dapil) for one in queue}
    }
    return tuple(
        _row(one, subjects, known, ballots[one.row.contest, one.row.dapil]) for one in queue
    )


def _row(
    one: ranking.Ranked,
    subjects: Mapping[str, Text],
    known: Mapping[str, str],
    ballot: Mapping[str, Text],
) -> ReviewRow:
    row = one.row
    names = detect.Names(ballot, {**known, **{path: _tps(path, known) for path in row.forms}})
    return ReviewRow(
        id=row.pk,
        contest=row.contest,
        contest_name=subjects[row.contest],
        dapil=row.dapil,
        code=row.code,
        title=detect.TITLES[row.code],
        sentence=detect.sentence(_notice(row), names),
        places=tuple(
            (path, f"TPS {paths.tps_number(path):03d}", _way(path, known)) for path in row.forms
        ),
        path=row.path,
        state=row.state,
        state_name=str(Tinjauan.State(row.state).label),
        note=row.note,
        reviewed_by=row.account_name,
        reviewed_at=row.reviewed_at,
        made_at=row.made_at,
        gone_at=row.gone_at,
        reach=one.reach,
        standing=one.standing,
    )


def _notice(row: Tinjauan) -> detect.Notice:
    return detect.Notice(row.code, tuple(row.forms), row.subject, row.facts)


def _tps(path: str, known: Mapping[str, str]) -> str:
    village = paths.parent(path)
    return f"TPS {paths.tps_number(path):03d} {known.get(village, village)}"


def _way(path: str, known: Mapping[str, str]) -> str:
    """Village and kecamatan, nearest first."""
    steps = [step for step in paths.ancestors(path) if paths.level(step) > paths.REGENCY]
    return ", ".join(known[step] for step in reversed(steps) if step in known)


def _labels(viewer: Viewer, election_id: int, contest: str, dapil: str) -> dict[str, Text]:
    return reading.as_texts(reading.labels(viewer, election_id, contest, dapil))


def _names(viewer: Viewer, row: Tinjauan) -> detect.Names:
    return detect.Names(_labels(viewer, row.election_id, row.contest, row.dapil))


def _figures(row: Tinjauan, side: Sequence[str], names: detect.Names) -> tuple[FigureRow, ...]:
    """The figures of some of the row's forms beside each other, in the order of the paper."""
    shape = shapes_of(row.election_id, row.contest).get(row.dapil)
    if shape is None or not side:
        return ()
    stored = Form.objects.filter(
        election_id=row.election_id, contest=row.contest, path__in=side, current__isnull=False
    ).values_list("path", "current__figures")
    forms = {path: read_figures(text) for path, text in stored}
    marked = _spoken_of(row)
    lines = []
    for name in shape.figures:
        values = tuple(forms.get(path, {}).get(name) for path in side)
        if any(value is not None for value in values):
            known = names.figures.get(name, label(name))
            lines.append(FigureRow(known, values, name in marked))
    return tuple(lines)


def _spoken_of(row: Tinjauan) -> set[str]:
    """The figures that a row is about."""
    changes = [one["changes"] for one in row.facts.get("repairs", ())]
    return {row.subject, *(change[0] for some in changes for change in some)}
