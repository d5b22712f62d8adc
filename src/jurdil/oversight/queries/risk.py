"""The index: events, proposals, scores among the kecamatan, history, KPU's own map."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from jurdil.kernel import files, risk_signals
from jurdil.kernel.acts import query
from jurdil.kernel.models import StoredFile
from jurdil.kernel.risk_signals import Signal
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure
from jurdil.law.oversight import ikp, ikp_events
from jurdil.law.oversight.ikp_events import Event, Moved, Result
from jurdil.law.oversight.ikp_models import Class, model
from jurdil.law.text import Text
from jurdil.oversight import scoring
from jurdil.oversight.models import IkpEvent, IkpPublished, IkpRun, KpuRisk
from jurdil.places import queries as places

State = IkpEvent.State


@dataclass(frozen=True)
class EventRow:
    """An event of the index. `state` as in `IkpEvent.State`."""

    id: int
    number: int
    indicator: Text
    dimension: str
    severity: Text
    path: str
    place: str
    count: int
    happened_on: date
    source: str
    narrative: str
    origin: str
    state: str
    state_label: str
    noted_by: str
    noted_at: datetime
    decided_by: str
    decided_at: datetime | None
    reason: str
    has_file: bool


@dataclass(frozen=True)
class RegionRow:
    """A kecamatan with its score, each figure explaining itself."""

    path: str
    name: str
    events: int
    total: Figure
    dimensions: tuple[tuple[Text, Figure], ...]
    group: Class | None


@dataclass(frozen=True)
class Index:
    """The index of the kecamatan: limits are None with fewer than two regions."""

    result: Result
    rows: tuple[RegionRow, ...]
    low: Decimal | None
    high: Decimal | None
    elsewhere: int

    @property
    def any(self) -> bool:
        """Whether any event counts here."""
        return any(row.events for row in self.rows)


@query("oversight.events")
def events(viewer: Viewer, *, state: str = "", path: str = "") -> tuple[EventRow, ...]:
    """Events in sight, newest first; of one state or place when asked."""
    rows = IkpEvent.objects.filter(path__within=viewer.path)
    if state:
        rows = rows.filter(state=state)
    if path:
        rows = rows.filter(path__within=path)
    found = list(rows.order_by("-happened_on", "-pk"))
    names = places.names(viewer, {row.path for row in found})
    return tuple(_event(row, names) for row in found)


@query("oversight.events")
def event(viewer: Viewer, event_id: int) -> EventRow:
    """One event. Raises DoesNotExist outside the scope."""
    row = IkpEvent.objects.filter(path__within=viewer.path).get(pk=event_id)
    return _event(row, places.names(viewer, {row.path}))


@query("oversight.events")
def event_file(viewer: Viewer, event_id: int) -> tuple[StoredFile, bytes]:
    """The evidence of an event. Raises DoesNotExist when there is none in sight."""
    rows = IkpEvent.objects.filter(path__within=viewer.path, file__isnull=False)
    row = rows.select_related("file").get(pk=event_id)
    assert row.file is not None
    return row.file, files.content(row.file)


@query("oversight.events")
def signals(viewer: Viewer) -> tuple[Signal, ...]:
    """What other rooms propose and nobody has decided yet."""
    known = IkpEvent.objects.filter(edition=scoring.EDITION).exclude(origin="")
    decided = set(known.exclude(state=State.WITHDRAWN).values_list("origin", flat=True))
    found = risk_signals.signals(viewer, viewer.election_id)
    return tuple(one for one in found if one.key not in decided)


@query("oversight.ikp")
def waiting(viewer: Viewer) -> int:
    """How many proposals wait for a person: of the field and of other rooms."""
    noted = IkpEvent.objects.filter(path__within=viewer.path, state=State.PROPOSED).count()
    return noted + len(signals(viewer))


@query("oversight.ikp")
def index(viewer: Viewer) -> Index:
    """The index of the kecamatan from confirmed events, highest first."""
    return _index(viewer, scoring.among_districts(viewer))


@query("oversight.ikp")
def what_if(
    viewer: Viewer, *, region: str, indicator: int, count: int
) -> tuple[Index, tuple[Moved, ...], dict[str, str]]:
    """The index with further events in one kecamatan, who moves, and names of places.

    Raises KeyError for an unknown indicator, ValueError for a place that is no kecamatan here.
    """
    chosen = model(scoring.EDITION)
    severity = next(iter(chosen.severities))
    more = [Event(region, indicator, severity, count)]
    names = scoring.districts(viewer)
    known = scoring.confirmed(viewer)
    after, moved = ikp_events.what_if(chosen, known, more, tuple(names))
    return _index(viewer, after), moved, names


@query("oversight.ikp")
def history(viewer: Viewer) -> tuple[IkpPublished, ...]:
    """Scores that Bawaslu published for this place, newest first."""
    return tuple(IkpPublished.objects.filter(path__within=viewer.path))


@query("oversight.ikp")
def runs(viewer: Viewer) -> tuple[IkpRun, ...]:
    """Calculations that were kept, newest first."""
    return tuple(IkpRun.objects.filter(path__within=viewer.path))


@query("oversight.ikp")
def run(viewer: Viewer, run_id: int) -> IkpRun:
    """One calculation. Raises DoesNotExist outside the scope."""
    return IkpRun.objects.filter(path__within=viewer.path).get(pk=run_id)


@query("oversight.kpu_map_view")
def kpu_map(viewer: Viewer, path: str = "") -> tuple[tuple[KpuRisk, str], ...]:
    """KPU's own map with the names of places; never merged with Bawaslu's."""
    rows = KpuRisk.objects.filter(path__within=viewer.path, dropped_at=None)
    found = list((rows.filter(path__within=path) if path else rows).order_by("path", "pk"))
    names = places.names(viewer, {row.path for row in found})
    return tuple((row, names.get(row.path, row.path)) for row in found)


def _index(viewer: Viewer, result: Result) -> Index:
    names = scoring.districts(viewer)
    chosen = result.model
    rows = [
        RegionRow(
            path=region,
            name=names[region],
            events=one.events,
            total=ikp_events.total_figure(result, region),
            dimensions=tuple(
                (d.name, ikp_events.dimension_figure(result, region, d.id))
                for d in chosen.dimensions
            ),
            group=chosen.class_named(one.group) if one.group else None,
        )
        for region, one in result.regions.items()
    ]
    rows.sort(key=lambda row: (-result.regions[row.path].total, row.path))
    whole = IkpEvent.objects.filter(path=viewer.path, state=State.CONFIRMED)
    limits = result.limits
    return Index(
        result,
        tuple(rows),
        ikp.rounded(limits.low) if limits else None,
        ikp.rounded(limits.high) if limits else None,
        sum(whole.values_list("count", flat=True)),
    )


def _event(row: IkpEvent, names: dict[str, str]) -> EventRow:
    chosen = model(row.edition)
    indicator = chosen.indicators[row.indicator]
    return EventRow(
        id=row.pk,
        number=row.indicator,
        indicator=indicator.name,
        dimension=indicator.dimension,
        severity=chosen.severities[row.severity].name,
        path=row.path,
        place=names.get(row.path, row.path),
        count=row.count,
        happened_on=row.happened_on,
        source=row.source,
        narrative=row.narrative,
        origin=row.origin,
        state=row.state,
        state_label=row.get_state_display(),
        noted_by=row.account_name,
        noted_at=row.recorded_at,
        decided_by=row.decided_name,
        decided_at=row.decided_at,
        reason=row.reason,
        has_file=row.file_id is not None,
    )
