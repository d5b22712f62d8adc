"""Which reports a viewer sees: of the own place, by the own level and those below."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from jurdil.kernel.models import Window
from jurdil.kernel.viewer import Viewer
from jurdil.kernel.windows import windows_of
from jurdil.law.oversight import field_reports as law
from jurdil.law.text import Text
from jurdil.oversight.lhp_writing import level_of
from jurdil.oversight.models import Lhp, LhpStep
from jurdil.oversight.rights.roles import ADHOC
from jurdil.places import paths
from jurdil.places import queries as places


def visible(viewer: Viewer) -> QuerySet[Lhp]:
    """The reports in sight; what a level above wrote of the same place is not shown below."""
    rows = Lhp.objects.filter(path__within=viewer.path)
    level = level_of(viewer.role)
    if level == law.BAWASLU:
        return rows
    below = [role for role in ADHOC if law.rank(role) <= law.rank(level)]
    own = Q(account_id=viewer.account_id) if viewer.account_id else Q(role=viewer.role)
    return rows.filter(Q(role__in=below) | own)


def locked(viewer: Viewer, report_id: int) -> Lhp:
    """A report in sight, locked for the act. Raises Lhp.DoesNotExist."""
    return visible(viewer).select_for_update(of=("self",)).get(pk=report_id)


def place_names(viewer: Viewer, wanted: Iterable[str]) -> dict[str, str]:
    """Labels of places; a TPS with its village, as its number alone says little."""
    asked = set(wanted)
    stations = {path for path in asked if paths.level(path) == paths.TPS}
    names = places.names(viewer, asked | {paths.parent(path) for path in stations})
    return {
        path: f"{names.get(path, path)}, {names[paths.parent(path)]}"
        if path in stations and paths.parent(path) in names
        else names.get(path, path)
        for path in asked
    }


def waiting_for(viewer: Viewer) -> QuerySet[Lhp]:
    """The reports that it is the viewer's turn to examine."""
    rows = visible(viewer).filter(
        state__in=[law.State.WAITING, law.State.EXAMINED], level=level_of(viewer.role)
    )
    return rows.exclude(account_id=viewer.account_id) if viewer.account_id else rows


def returned_to(viewer: Viewer) -> QuerySet[Lhp]:
    """The viewer's own reports that came back for repair."""
    return visible(viewer).filter(state=law.State.RETURNED, account_id=viewer.account_id or 0)


def reasons_of(rows: Iterable[Lhp]) -> dict[int, str]:
    """Why each of the reports that came back was returned the last time."""
    back = [row.pk for row in rows if row.state == law.State.RETURNED]
    found = LhpStep.objects.filter(report__in=back, step=law.Step.RETURN).order_by("pk")
    return dict(found.values_list("report", "reason"))


def stage_name(row: Lhp) -> Text | None:
    """The name of the stage that was supervised, as the schedule in force calls it."""
    if not row.stage or row.election_id is None:
        return None
    found: Window | None = windows_of(row.election_id).filter(stage=row.stage).first()
    return Text(found.name, found.name_en) if found else Text(row.stage, row.stage)
