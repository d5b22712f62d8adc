"""The routine work between elections, rolled on: next week's plenary, the next quarter."""

from datetime import timedelta

from django.utils.translation import gettext as _

from jurdil.kernel import clock, windows
from jurdil.kernel.acts import Done, Refused, act, inner
from jurdil.kernel.models import Election, Task
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime import Regime, load_regime
from jurdil.stages import deadlines, plan, store, work
from jurdil.stages.records import Span
from jurdil.stages.spans import OCCURRENCE, routine_spans

REGENCY = "kabko"
AHEAD = timedelta(days=14)
"""Tasks are opened for what begins within two weeks; the schedule shows the whole year."""


@act("stages.roll_routine")
def roll_routine(*, by: Viewer, election_id: int) -> Done[int]:
    """Add the work of the coming two weeks as tasks, and the coming year to the schedule.

    Doing it twice changes nothing. Returns the number of new tasks. Raises `Refused` for an
    election, whose schedule does not recur.
    """
    election = store.election_for(by, election_id)
    law = load_regime(election.regime)
    if not any(stage.every for stage in law.stages):
        raise Refused(_("%(election)s tidak memiliki pekerjaan berulang.") % {"election": election})
    year = (clock.today() + AHEAD).year
    _add_year(election, law, year)
    opened = raise_routine_tasks(election, store.spans_of(windows.in_force(election.pk)))
    facts = {"year": year, "tasks": opened}
    return Done(opened, f"election:{election.pk}", election.path, facts)


@inner
def _add_year(election: Election, law: Regime, year: int) -> None:
    """A new version with the occurrences of a year that the schedule does not have yet."""
    spans = store.spans_of(windows.in_force(election.pk))
    known = {span.stage for span in spans}
    found = routine_spans(
        law,
        deadlines.rules_of(election.regime),
        year,
        deadlines.office_calendar(frozenset({year, year + 1})),
        clock.zone(),
        first=max((span.order for span in spans), default=-1) + 1,
    )
    fresh = [span for span in found if span.stage not in known]
    if fresh:
        store.write_version(
            election,
            (*spans, *fresh),
            basis=law.basis[0].title,
            reason=f"Pekerjaan rutin {year}",
        )


@inner
def raise_routine_tasks(election: Election, spans: tuple[Span, ...]) -> int:
    """One task for each regency occurrence that runs now or begins soon and has none yet."""
    now = clock.now()
    have = set(
        Task.objects.filter(election=election, source=work.FROM_ROUTINE).values_list(
            "subject", flat=True
        )
    )
    coming = [
        span
        for span in spans
        if OCCURRENCE in span.stage
        and span.level == REGENCY
        and f"{plan.STAGE}{span.stage}" not in have
        and span.opens is not None
        and span.closes is not None
        and span.opens <= now + AHEAD
        and span.closes >= now
    ]
    oversight = work.oversees()
    for span in coming:
        work.raise_stage_task(election, span, work.FROM_ROUTINE, oversight)
    return len(coming)
