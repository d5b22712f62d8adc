"""Previews: what a changed schedule, an event or a new holiday would do, before it is done."""

from collections.abc import Mapping

from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.stages import events, plan, store
from jurdil.stages.records import EventFact, Plan


@query("stages.plan")
def preview_change(viewer: Viewer, election_id: int, changes: Mapping[str, plan.Times]) -> Plan:
    """What other dates for these stages would move. Raises `plan.BadChange`."""
    return plan.plan(store.election_for(viewer, election_id), changes=changes)


@query("stages.plan")
def preview_event(
    viewer: Viewer, election_id: int, fact: EventFact, *, withdrawn: bool = False
) -> Plan:
    """What an event, recorded, moved or withdrawn, would move. Raises `acts.Refused`."""
    election = store.election_for(viewer, election_id)
    events.check_trigger(election, fact.trigger)
    held = events.with_event(election.pk, fact, withdrawn=withdrawn)
    return plan.plan(election, events=held)


@query("stages.plan")
def preview_recount(viewer: Viewer, election_id: int) -> Plan:
    """What counting all deadlines anew would move, after the calendar of days off changed."""
    return plan.plan(store.election_for(viewer, election_id), retime=True)
