"""Rows of activities as records; read in few statements."""

from collections.abc import Iterable

from django.db.models import Count, Q, QuerySet

from jurdil.kernel.viewer import Viewer
from jurdil.law.outreach import codes
from jurdil.law.outreach.attendance import Attendance
from jurdil.law.outreach.states import State
from jurdil.law.text import Text
from jurdil.outreach.models import Activity, ActivityStep
from jurdil.outreach.records import ActivityRow
from jurdil.places import queries as places

LIVE = Q(evidence__dropped_for="")


def scoped(viewer: Viewer) -> QuerySet[Activity]:
    """Activities in the viewer's place, of the election looked at or of all."""
    rows = Activity.objects.filter(path__within=viewer.path)
    return rows.filter(election=viewer.election_id) if viewer.election_id else rows


def counted(rows: QuerySet[Activity]) -> QuerySet[Activity]:
    """Activities with what their rows show."""
    counts = rows.annotate(evidence_count=Count("evidence", filter=LIVE, distinct=True))
    return counts.select_related("election").prefetch_related("villages")


def came_of(row: Activity) -> Attendance:
    """Who came, as it was counted."""
    return Attendance(row.men, row.women, row.total, row.disabled_men, row.disabled_women)


def rows_of(viewer: Viewer, found: Iterable[Activity]) -> tuple[ActivityRow, ...]:
    """Activities of `counted` as rows, with the names of their places."""
    listed = list(found)
    wanted = {path for one in listed for path in (one.path, one.origin)}
    known = places.names(viewer, wanted)
    reasons = _reasons(listed)
    return tuple(_row(one, known, reasons.get(one.pk, "")) for one in listed)


def _reasons(listed: list[Activity]) -> dict[int, str]:
    """Why each returned activity was sent back last."""
    asked = [one.pk for one in listed if one.state == State.RETURNED]
    found: dict[int, str] = {}
    rows = ActivityStep.objects.filter(activity__in=asked, reason__gt="")
    for activity, reason in rows.order_by("pk").values_list("activity_id", "reason"):
        found[activity] = reason
    return found


def _row(one: Activity, known: dict[str, str], reason: str) -> ActivityRow:
    regime = one.election.regime
    method = codes.method(regime, one.method)
    return ActivityRow(
        id=one.pk,
        token=str(one.token),
        title=one.title,
        held_on=one.held_on,
        path=one.path,
        place=known.get(one.path, one.path),
        origin=known.get(one.origin, one.origin),
        election_id=one.election_id,
        election=Text(one.election.name, one.election.name_en),
        stage=one.stage,
        base=one.base,
        base_name=codes.base(regime, one.base).name,
        method=one.method,
        method_name=method.name,
        direct=method.direct,
        group=one.group,
        institution=one.institution_name,
        partner=one.partner,
        topic=one.topic,
        venue=one.venue,
        came=came_of(one),
        reach=one.reach,
        cost=one.cost,
        money=one.money,
        state=one.state,
        state_label=one.get_state_display(),
        filed_by=one.account_name,
        rev=one.rev,
        evidence=getattr(one, "evidence_count", 0),
        villages=tuple(village.path for village in one.villages.all()),
        reason=reason,
    )
