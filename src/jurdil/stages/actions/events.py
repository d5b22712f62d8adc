"""An event that deadlines count from: recorded, moved or withdrawn; what hangs on it follows."""

from collections.abc import Collection
from datetime import date, datetime

from jurdil.kernel import clock
from jurdil.kernel.actions.tasks import CLOSED
from jurdil.kernel.acts import Done, act, inner
from jurdil.kernel.models import Election, Task
from jurdil.kernel.viewer import Viewer
from jurdil.stages import deadlines, events, plan, store, work
from jurdil.stages.actions.versions import carry_out
from jurdil.stages.models import Event
from jurdil.stages.records import EventFact, Plan


@act("stages.record_event")
def record_event(
    *,
    by: Viewer,
    election_id: int,
    trigger: str,
    day: date,
    at: datetime | None = None,
    case: str = "",
    basis: str,
    withdrawn: bool = False,
    tasks: Collection[str] = (),
    division: str = "",
) -> Done[Event]:
    """Record that an event happened, moved to another moment, or did not happen after all.

    Stages and open tasks whose dates hang on it follow; for each rule in `tasks` a new task is
    opened when it has none. Raises `Refused` for an unknown event or a withdrawn one that was
    never recorded.
    """
    store.election_for(by, election_id)
    election = Election.objects.select_for_update().get(pk=election_id)
    events.check_trigger(election, trigger)
    fact = EventFact(trigger, case, at or day, basis)
    found = plan.plan(election, events=events.with_event(election.pk, fact, withdrawn=withdrawn))
    event = Event.objects.create(
        election=election,
        trigger=trigger,
        case=case,
        day=day,
        at=at,
        withdrawn=withdrawn,
        basis=basis,
        path=election.path,
        recorded_at=clock.now(),
    )
    carry_out(election, found, basis=basis, reason=events.name_of(election, trigger).id)
    opened = _open_tasks(election, found, tasks, division)
    facts = {
        "trigger": trigger,
        "case": case,
        "moment": fact.moment.isoformat(),
        "basis": basis,
        "withdrawn": withdrawn,
        "opened": opened,
        **plan.told(found),
    }
    return Done(event, f"event:{event.pk}", election.path, facts)


@inner
def _open_tasks(
    election: Election, found: Plan, wanted: Collection[str], division: str
) -> list[int]:
    rules = deadlines.rules_of(election.regime)
    open_tasks = Task.objects.filter(election=election).exclude(state__in=CLOSED)
    have = set(open_tasks.exclude(due_rule="").values_list("due_rule", "subject"))
    return [
        work.raise_deadline_task(election, rules[move.rule], move, division).pk
        for move in found.deadlines
        if move.rule in wanted
        and move.after is not None
        and (move.rule, plan.case_subject(move.case)) not in have
    ]
