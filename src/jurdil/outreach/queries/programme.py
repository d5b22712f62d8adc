"""The programme stage by stage, coverage of villages, and what other rooms ask."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import QuerySet

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.fields import within
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Input, share
from jurdil.law.outreach import codes, coverage
from jurdil.law.outreach.coverage import Cell, Done, Mark
from jurdil.law.outreach.states import State
from jurdil.law.text import Text
from jurdil.outreach import reading
from jurdil.outreach.models import Activity, CoverTarget, Programme
from jurdil.outreach.records import (
    ActivityRow,
    CoverGrid,
    GridRow,
    ProgrammeRow,
    StageRow,
    VillageReach,
)
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.places.records import Place
from jurdil.stages import queries as stages
from jurdil.stages.queries.schedule import ElectionRow, ScheduleRow
from jurdil.stages.spans import DONE, NEXT, NOW

SOON = timedelta(days=30)
"""A stage that begins within so many days should have something planned."""
NEXT_TO_DO = 6
AHEAD = (State.PLANNED, State.FILED, State.RETURNED)


@query("outreach.view")
def programme(viewer: Viewer, election_id: int) -> tuple[StageRow, ...]:
    """The main stages of an election with their programme; the last row is what has no stage.

    Raises Election.DoesNotExist.
    """
    election = stages.election(viewer, election_id)
    rows = stages.current(viewer.about(election_id)).of(election_id)
    lines = _lines(viewer, election)
    counts = _by_stage(viewer, election_id)
    shown = [_stage(row, lines, counts) for row in rows if _shows(row, lines, counts)]
    if lines.get("") or counts.get(""):
        shown.append(_without_stage(election_id, lines.get("", ()), counts.get("", (0, 0))))
    return tuple(shown)


@query("outreach.view")
def programme_line(viewer: Viewer, programme_id: int) -> tuple[int, ProgrammeRow]:
    """A line of the programme with its election. Raises Programme.DoesNotExist."""
    found = _visible(viewer, Programme.objects.filter(dropped_for="")).get(pk=programme_id)
    regime = found.election.regime
    return found.election_id, _line(found, regime)


@query("outreach.view")
def programme_choices(viewer: Viewer, election_id: int) -> tuple[tuple[int, str], ...]:
    """Lines of an election's programme to choose from."""
    rows = Programme.objects.filter(election=election_id, dropped_for="").order_by("pk")
    return tuple((one.pk, one.title) for one in _visible(viewer, rows))


@query("outreach.view")
def grid(viewer: Viewer, election_id: int, place: str = "") -> CoverGrid:
    """Villages and bases of an election: what is reached, planned, and missing.

    A base counts where the office set a target, else every base with one activity per village.
    Raises Election.DoesNotExist.
    """
    election = stages.election(viewer, election_id)
    bases = codes.bases(election.regime)
    targets = dict(
        CoverTarget.objects.filter(election=election_id).values_list("base", "per_village")
    )
    wanted = {one.code: targets.get(one.code, 1) for one in bases}
    wanted = {code: number for code, number in wanted.items() if number}
    villages = places.villages(viewer, place)
    cells = coverage.cells((one.path for one in villages), wanted, _done(viewer, election_id))
    names = {one.code: one.name for one in bases}
    rows = _grid_rows(viewer, villages, cells)
    over = election.voting_day is not None and election.voting_day < clock.today()
    return CoverGrid(
        election_id=election_id,
        election=election.name,
        voting_day=election.voting_day,
        days_left=_days_left(election.voting_day),
        bases=tuple((code, names[code]) for code in wanted),
        wanted=wanted,
        rows=rows,
        share=coverage.reached(cells),
        next=() if over else _next(viewer, election_id, rows, cells, names),
        gaps=len([one for one in cells if one.mark is Mark.GAP]),
    )


@query("outreach.view")
def village_reach(viewer: Viewer, election_id: int) -> dict[str, VillageReach]:
    """What verified activities did per village, for turnout beside it; absent without any."""
    found: dict[str, list[Activity]] = {}
    rows = Activity.objects.filter(election=election_id, state=State.VERIFIED)
    for one in rows.filter(path__within=viewer.path).prefetch_related("villages"):
        for village in one.villages.all():
            found.setdefault(village.path, []).append(one)
    return {
        path: VillageReach(
            len(listed),
            sum(one.total or 0 for one in listed),
            tuple(sorted({one.base for one in listed})),
        )
        for path, listed in found.items()
        if within(path, viewer.path)
    }


@query("outreach.view")
def verified(
    viewer: Viewer, election_id: int, first: date | None = None, last: date | None = None
) -> tuple[ActivityRow, ...]:
    """The verified activities of an election, or of some days of it, by day."""
    rows = reading.scoped(viewer.about(election_id)).filter(state=State.VERIFIED)
    if first:
        rows = rows.filter(held_on__gte=first)
    if last:
        rows = rows.filter(held_on__lte=last)
    return reading.rows_of(viewer, reading.counted(rows.order_by("held_on", "pk")))


@query("outreach.view")
def targets(viewer: Viewer, election_id: int) -> dict[str, int]:
    """How many activities per village were set as target, by base."""
    rows = CoverTarget.objects.filter(election=election_id)
    return dict(_visible(viewer, rows).values_list("base", "per_village"))


def _visible(viewer: Viewer, rows: QuerySet) -> QuerySet:
    """Rows of the viewer's place, and of the office above it."""
    above = (*paths.ancestors(viewer.path), viewer.path)
    return rows.filter(path__in=above) | rows.filter(path__within=viewer.path)


def _lines(viewer: Viewer, election: ElectionRow) -> dict[str, tuple[ProgrammeRow, ...]]:
    rows = Programme.objects.filter(election=election.id, dropped_for="").order_by("pk")
    found: dict[str, list[ProgrammeRow]] = {}
    for one in _visible(viewer, rows).prefetch_related("activities"):
        found.setdefault(one.stage, []).append(_line(one, election.regime))
    return {stage: tuple(lines) for stage, lines in found.items()}


def _line(one: Programme, regime: str) -> ProgrammeRow:
    states = [activity.state for activity in one.activities.all()]
    verified_count = states.count(State.VERIFIED)
    done = share(
        Input(Text("Kegiatan terverifikasi", "Verified activities"), verified_count),
        Input(Text("Kegiatan yang diprogramkan", "Activities in the programme"), one.wanted),
        article="",
        confirmed=True,
    )
    return ProgrammeRow(
        id=one.pk,
        stage=one.stage,
        title=one.title,
        base=one.base,
        base_name=codes.base(regime, one.base).name if one.base else None,
        wanted=one.wanted,
        people=one.people,
        budget=one.budget,
        money=one.money,
        verified=verified_count,
        ahead=len([state for state in states if state in AHEAD]),
        share=done,
        dropped_for=one.dropped_for,
    )


def _by_stage(viewer: Viewer, election_id: int) -> dict[str, tuple[int, int]]:
    """Verified activities and those ahead, by stage."""
    found: dict[str, tuple[int, int]] = {}
    rows = Activity.objects.filter(election=election_id, path__within=viewer.path)
    for stage, state in rows.values_list("stage", "state"):
        done, ahead = found.get(stage, (0, 0))
        found[stage] = (done + (state == State.VERIFIED), ahead + (state in AHEAD))
    return found


def _shows(
    row: ScheduleRow,
    lines: dict[str, tuple[ProgrammeRow, ...]],
    counts: dict[str, tuple[int, int]],
) -> bool:
    """Main stages that are not over; of others, and of what recurs, only what has something."""
    stage = row.span.stage
    if stage in lines or stage in counts:
        return True
    ahead = row.state != DONE and not row.span.parent
    return ahead and (not row.recurring or row.state == NOW)


def _stage(
    row: ScheduleRow,
    lines: dict[str, tuple[ProgrammeRow, ...]],
    counts: dict[str, tuple[int, int]],
) -> StageRow:
    span = row.span
    verified_count, ahead = counts.get(span.stage, (0, 0))
    nothing = not (verified_count or ahead or lines.get(span.stage))
    soon = span.opens is not None and span.opens - clock.now() <= SOON
    return StageRow(
        election_id=row.election_id,
        stage=span.stage,
        name=span.name,
        opens=span.opens,
        closes=span.closes,
        state=row.state,
        lines=lines.get(span.stage, ()),
        verified=verified_count,
        ahead=ahead,
        silent=nothing and (row.state == NOW or (row.state == NEXT and soon)),
    )


def _without_stage(
    election_id: int, lines: tuple[ProgrammeRow, ...], counts: tuple[int, int]
) -> StageRow:
    name = Text("Tanpa tahapan tertentu", "No stage in particular")
    done, ahead = counts
    return StageRow(election_id, "", name, None, None, "", lines, done, ahead, silent=False)


def _done(viewer: Viewer, election_id: int) -> Iterable[Done]:
    rows = Activity.objects.filter(election=election_id, villages__path__within=viewer.path)
    rows = rows.exclude(state=State.CANCELLED).distinct().prefetch_related("villages")
    for one in rows:
        villages = tuple(village.path for village in one.villages.all())
        done = one.state == State.VERIFIED
        yield Done(villages, one.base, verified=done, ahead=not done)


def _grid_rows(
    viewer: Viewer, villages: tuple[Place, ...], cells: tuple[Cell, ...]
) -> tuple[GridRow, ...]:
    by_village: dict[str, list[Cell]] = {}
    for cell in cells:
        by_village.setdefault(cell.village, []).append(cell)
    parents = places.names(viewer, {paths.parent(one.path) for one in villages})
    return tuple(
        GridRow(
            one.path,
            one.name,
            parents.get(paths.parent(one.path), ""),
            tuple(by_village.get(one.path, ())),
            coverage.reached(by_village.get(one.path, ())),
        )
        for one in villages
    )


def _next(
    viewer: Viewer,
    election_id: int,
    rows: tuple[GridRow, ...],
    cells: tuple[Cell, ...],
    names: dict[str, Text],
) -> tuple[tuple[GridRow, Cell, Text], ...]:
    """The gaps to close first, one per village, those with most TPS first."""
    weight = places.expected_tps(viewer, election_id)
    by_path = {row.path: row for row in rows}
    found, seen = [], set()
    for cell in coverage.next_to_do(cells, weight, len(cells)):
        if cell.village not in seen:
            seen.add(cell.village)
            found.append((by_path[cell.village], cell, names[cell.base]))
    return tuple(found[:NEXT_TO_DO])


def _days_left(voting_day: date | None) -> int | None:
    if voting_day is None or voting_day < clock.today():
        return None
    return (voting_day - clock.today()).days
