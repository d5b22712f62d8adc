"""The schedule in force: all running elections together, or the one looked at."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.models import Decision, Election, ScheduleVersion, Waiting, Window
from jurdil.kernel.viewer import Viewer
from jurdil.law.deadlines import Due
from jurdil.law.deadlines import Waiting as Pending
from jurdil.law.regime import Stage, load_regime, regime_codes
from jurdil.law.text import Text
from jurdil.stages import deadlines, store
from jurdil.stages.plan import STAGE
from jurdil.stages.records import Span
from jurdil.stages.spans import OCCURRENCE, state_of


@dataclass(frozen=True)
class ElectionRow:
    """A running election; `over` when every dated stage has passed, so that home leaves it out."""

    id: int
    regime: str
    name: Text
    voting_day: date | None
    version: int
    path: str
    over: bool


@dataclass(frozen=True)
class Hold:
    """A stage that waits for instructions."""

    whom: str
    letter: str
    since: date


@dataclass(frozen=True)
class ScheduleRow:
    """A stage in the schedule in force; `state` as in `spans.state_of`."""

    election_id: int
    election: Text
    span: Span
    state: str
    hold: Hold | None
    decided_at: datetime | None
    before: tuple[datetime | None, datetime | None] | None = None

    @property
    def recurring(self) -> bool:
        return OCCURRENCE in self.span.stage


@dataclass(frozen=True)
class StagePage:
    """A stage with everything its page shows. `law` is the regime's row, None for an unknown one;
    `results` the deadlines that set its dates; `decision` the title that determined it."""

    row: ScheduleRow
    version: ScheduleVersion
    law: Stage | None
    citations: tuple[str, ...]
    parent: ScheduleRow | None
    children: tuple[ScheduleRow, ...]
    results: tuple[Due | Pending, ...]
    decision: str


@dataclass(frozen=True)
class Current:
    """Everything that runs here: the elections and all stages of their schedules in force."""

    elections: tuple[ElectionRow, ...]
    rows: tuple[ScheduleRow, ...]

    def of(self, election_id: int) -> tuple[ScheduleRow, ...]:
        """The stages of one election, in the regime's order."""
        return tuple(row for row in self.rows if row.election_id == election_id)


@query("stages.view")
def current(viewer: Viewer) -> Current:
    """The running elections that touch the viewer's place, the one looked at or all."""
    found = {row.pk: row for row in _elections(viewer)}
    versions = _versions(found.values())
    windows = Window.objects.filter(version__in=versions.values()).select_related("version")
    rows = _rows(found, windows.order_by("version__election", "order"))
    now = clock.now()
    return Current(
        tuple(
            ElectionRow(
                row.pk,
                row.regime,
                Text(row.name, row.name_en),
                row.voting_day,
                versions[row.pk].number if row.pk in versions else 0,
                row.path,
                over=_over([each.span for each in rows if each.election_id == row.pk], now),
            )
            for row in found.values()
        ),
        rows,
    )


@query("stages.view")
def elections(viewer: Viewer) -> tuple[ElectionRow, ...]:
    """The running elections that touch the viewer's place, the one looked at or all."""
    return current(viewer).elections


@query("stages.view")
def election(viewer: Viewer, election_id: int) -> ElectionRow:
    """One election, running or closed. Raises `Election.DoesNotExist`."""
    row = store.election_for(viewer, election_id)
    version = _versions([row]).get(row.pk)
    spans = list(store.spans_of(version))
    return ElectionRow(
        row.pk,
        row.regime,
        Text(row.name, row.name_en),
        row.voting_day,
        version.number if version else 0,
        row.path,
        over=_over(spans, clock.now()),
    )


@query("stages.view")
def schedule(viewer: Viewer, *, division: str = "", moved: bool = False) -> tuple[ScheduleRow, ...]:
    """All stages of the schedules in force, by election and in the regime's order.

    With `moved`, rows that the last version shifted carry their times before it.
    """
    found = {row.pk: row for row in _elections(viewer)}
    versions = _versions(found.values())
    windows = Window.objects.filter(version__in=versions.values()).select_related("version")
    if division:
        windows = windows.filter(division=division)
    earlier = _earlier(versions.values()) if moved else {}
    rows = _rows(found, windows.order_by("version__election", "order"))
    return tuple(_with_before(row, earlier) for row in rows)


@query("stages.view")
def stage(viewer: Viewer, election_id: int, stage_id: str) -> StagePage:
    """One stage of an election. Raises `Election.DoesNotExist` or `Window.DoesNotExist`."""
    election = store.election_for(viewer, election_id)
    version = _versions([election])[election.pk]
    rows = _rows({election.pk: election}, Window.objects.filter(version=version))
    by_id = {row.span.stage: row for row in rows}
    if stage_id not in by_id:
        raise Window.DoesNotExist
    row = by_id[stage_id]
    regime = load_regime(election.regime)
    law = next((s for s in regime.stages if s.id == stage_id.partition(OCCURRENCE)[0]), None)
    decision = Decision.objects.filter(election=election, stage=stage_id).order_by("-id").first()
    return StagePage(
        row=row,
        version=version,
        law=law,
        citations=tuple(regime.citation(key) for key in law.source) if law else (),
        parent=by_id.get(row.span.parent),
        children=tuple(child for child in rows if child.span.parent == stage_id),
        results=_results(election, row.span, [each.span for each in rows]),
        decision=decision.title if decision else "",
    )


@query("stages.view")
def openable(viewer: Viewer) -> tuple[tuple[str, Text, bool], ...]:
    """Regimes not opened here yet: code, name, and whether it is only a draft."""
    opened = set(Election.objects.values_list("regime", flat=True))
    return tuple(
        (code, load_regime(code).name, load_regime(code).draft)
        for code in regime_codes()
        if code not in opened
    )


def _elections(viewer: Viewer) -> list[Election]:
    running = Election.objects.filter(state=Election.State.RUNNING).order_by("id")
    if viewer.election_id:
        running = running.filter(pk=viewer.election_id)
    return [row for row in running if store.touches(viewer, row)]


def _versions(found: Iterable[Election]) -> dict[int, ScheduleVersion]:
    """The version in force of each election."""
    versions = ScheduleVersion.objects.filter(election__in=[row.pk for row in found])
    return {version.election_id: version for version in versions.order_by("number")}


def _earlier(versions: Iterable[ScheduleVersion]) -> dict[tuple[int, str], Window]:
    """The windows of the versions just before these, by election and stage."""
    wanted = {version.election_id: version.number - 1 for version in versions}
    before = [
        version.pk
        for version in ScheduleVersion.objects.filter(election__in=wanted)
        if wanted[version.election_id] == version.number
    ]
    windows = Window.objects.filter(version__in=before).select_related("version")
    return {(window.version.election_id, window.stage): window for window in windows}


def _rows(found: dict[int, Election], windows: Iterable[Window]) -> tuple[ScheduleRow, ...]:
    holds = _holds(found)
    when = _decided(found)
    now = clock.now()
    rows = []
    for window in windows:
        election = found[window.version.election_id]
        key = (election.pk, window.stage)
        rows.append(
            ScheduleRow(
                election_id=election.pk,
                election=Text(election.name, election.name_en),
                span=store.span_of(window),
                state=state_of(window.opens, window.closes, now),
                hold=holds.get(key),
                decided_at=when.get(key),
            )
        )
    return tuple(rows)


def _over(spans: list[Span], now: datetime) -> bool:
    """Whether every dated stage has passed; a schedule without a date is not over."""
    last = [span.closes or span.opens for span in spans]
    dated = [moment for moment in last if moment is not None]
    return bool(dated) and max(dated) < now


def _holds(found: Iterable[int]) -> dict[tuple[int, str], Hold]:
    running = Waiting.objects.filter(election__in=list(found), ended__isnull=True)
    return {
        (row.election_id, row.subject.removeprefix(STAGE)): Hold(row.whom, row.letter, row.since)
        for row in running
    }


def _decided(found: Iterable[int]) -> dict[tuple[int, str], datetime]:
    decisions = Decision.objects.filter(election__in=list(found)).exclude(stage="")
    return {(row.election_id, row.stage): row.decided_at for row in decisions.order_by("id")}


def _with_before(row: ScheduleRow, earlier: dict[tuple[int, str], Window]) -> ScheduleRow:
    window = earlier.get((row.election_id, row.span.stage))
    if window is None or (window.opens, window.closes) == row.span.times:
        return row
    return replace(row, before=(window.opens, window.closes))


def _results(election: Election, span: Span, spans: list[Span]) -> tuple[Due | Pending, ...]:
    if not span.trigger or OCCURRENCE in span.stage:
        return ()
    events = deadlines.events_of(election.pk)
    found = deadlines.compute(election, election.voting_day, events, spans)
    return tuple(found[rule, ""] for rule in span.trigger if (rule, "") in found)
