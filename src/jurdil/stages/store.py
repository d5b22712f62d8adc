"""Schedule versions in the database: read their windows, write a new version."""

from collections.abc import Iterable

from jurdil.kernel import clock, windows
from jurdil.kernel.acts import inner
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election, ScheduleVersion, Window
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text
from jurdil.stages.records import Span


def election_for(viewer: Viewer, election_id: int) -> Election:
    """An election that touches the viewer's place. Raises `Election.DoesNotExist`."""
    election = Election.objects.get(pk=election_id)
    if not touches(viewer, election):
        raise Election.DoesNotExist
    return election


def touches(viewer: Viewer, election: Election) -> bool:
    """Whether the election is held where the viewer works, or in a part of it."""
    return within(viewer.path, election.path) or within(election.path, viewer.path)


def spans_of(version: ScheduleVersion | None) -> tuple[Span, ...]:
    """The windows of a version in the regime's order; none without a version."""
    if version is None:
        return ()
    return tuple(span_of(row) for row in Window.objects.filter(version=version))


def span_of(row: Window) -> Span:
    """A window as the room works with it."""
    return Span(
        stage=row.stage,
        parent=row.parent,
        order=row.order,
        name=Text(row.name, row.name_en),
        level=row.level,
        division=row.division,
        opens=row.opens,
        closes=row.closes,
        trigger=tuple(row.trigger.split()),
        basis=row.basis,
        confirmed=row.confirmed,
    )


@inner
def write_version(
    election: Election, spans: Iterable[Span], *, basis: str, reason: str
) -> ScheduleVersion:
    """Put a complete schedule in force; earlier versions stay as they were."""
    last = windows.in_force(election.pk)
    version = ScheduleVersion.objects.create(
        election=election,
        number=last.number + 1 if last else 1,
        basis=basis[:200],
        reason=reason,
        applied_at=clock.now(),
    )
    Window.objects.bulk_create(_row(version, span) for span in spans)
    return version


def _row(version: ScheduleVersion, span: Span) -> Window:
    return Window(
        version=version,
        stage=span.stage,
        parent=span.parent,
        order=span.order,
        name=span.name.id,
        name_en=span.name.en,
        level=span.level,
        division=span.division,
        opens=span.opens,
        closes=span.closes,
        trigger=" ".join(span.trigger),
        basis=span.basis[:200],
        confirmed=span.confirmed,
    )
