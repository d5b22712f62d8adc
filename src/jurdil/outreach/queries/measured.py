"""What is measured before and after voting beside turnout: applicants, tests, later activities."""

from collections.abc import Iterable

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election
from jurdil.kernel.policy import allows
from jurdil.kernel.viewer import Viewer
from jurdil.law.outreach import learning
from jurdil.law.outreach.learning import Held, Question
from jurdil.law.outreach.states import State
from jurdil.law.participation import applicants
from jurdil.law.participation.applicants import Count
from jurdil.law.regime import load_regime
from jurdil.law.regime_types import Body
from jurdil.outreach import took_part
from jurdil.outreach.models import Activity, ApplicantCount, LearningTest
from jurdil.outreach.participation_records import After, ApplicantLine, Tests
from jurdil.places import paths
from jurdil.places import queries as places


@query("outreach.participation")
def applicant_lines(viewer: Viewer, election_id: int, path: str) -> tuple[ApplicantLine, ...]:
    """Applicants per seat of every ad hoc body counted at a place or below it."""
    election = Election.objects.get(pk=election_id)
    level = paths.level(path)
    held = [
        one
        for one in took_part.bodies_called(election.regime)
        if level <= took_part.LEVELS[applicants.RECORDED_AT[one.level]]
    ]
    if not held:
        return ()
    newest: dict[tuple[str, str], ApplicantCount] = {}
    rows = ApplicantCount.objects.filter(election=election, path__within=viewer.path)
    for row in rows.order_by("pk"):
        newest[row.body, row.path] = row
    found = [row for row in newest.values() if within(row.path, path)]
    below = [one.path for one in places.all_places(viewer) if within(one.path, path)]
    return tuple(_line(election, one, found, below) for one in held)


def _line(
    election: Election, body: Body, rows: Iterable[ApplicantCount], below: Iterable[str]
) -> ApplicantLine:
    level = applicants.RECORDED_AT[body.level]
    kept = [row for row in rows if row.body == body.id]
    counts = [Count(row.seats, row.applicants, row.men, row.women) for row in kept]
    whole = applicants.together(tuple(counts))
    regime = load_regime(election.regime)
    return ApplicantLine(
        body=body.id,
        name=body.name,
        level=level,
        places=len(kept),
        expected=len([path for path in below if paths.level(path) == took_part.LEVELS[level]]),
        count=whole,
        per_seat=applicants.per_seat(whole) if kept else None,
        short=len([one for one in counts if applicants.short(regime, one)]),
    )


@query("outreach.participation")
def applicant_choices(
    viewer: Viewer, election_id: int
) -> tuple[tuple[Body, ...], tuple[tuple[str, str], ...]]:
    """The bodies of an election, and the places that applicants can be recorded for.

    Raises Election.DoesNotExist out of scope.
    """
    election = Election.objects.get(pk=election_id)
    if not (within(viewer.path, election.path) or within(election.path, viewer.path)):
        raise Election.DoesNotExist
    held = took_part.bodies_called(election.regime)
    levels = {took_part.LEVELS[applicants.RECORDED_AT[one.level]] for one in held}
    rows = [one for one in places.all_places(viewer) if paths.level(one.path) in levels]
    parents = places.names(viewer, {paths.parent(one.path) for one in rows})
    named = [
        (one.path, f"{one.label}, {parents[paths.parent(one.path)]}")
        if paths.level(one.path) == paths.VILLAGE and paths.parent(one.path) in parents
        else (one.path, one.label)
        for one in rows
    ]
    return held, tuple(named)


@query("outreach.participation")
def tests_of(viewer: Viewer, election_id: int, path: str) -> Tests | None:
    """The tests of verified activities at a place, as one; None for who may not see activities."""
    if not allows(viewer, "outreach.view"):
        return None
    rows = LearningTest.objects.filter(
        activity__election=election_id, activity__state=State.VERIFIED
    ).filter(activity__path__within=viewer.path)
    held = [
        Held(
            tuple(Question(q.text, q.before, q.after) for q in one.questions.all()),
            one.sheets_before,
            one.sheets_after,
        )
        for one in rows.filter(activity__path__within=path).prefetch_related("questions")
    ]
    return Tests(len(held), learning.together(held) if held else None)


@query("outreach.participation")
def afterwards(viewer: Viewer, election_id: int, path: str) -> After | None:
    """Verified activities and visits after voting day; None before it, or for who may not see."""
    day = Election.objects.get(pk=election_id).voting_day
    if day is None or clock.today() <= day or not allows(viewer, "outreach.view"):
        return None
    rows = Activity.objects.filter(
        election=election_id, state=State.VERIFIED, held_on__gt=day, path__within=viewer.path
    ).filter(path__within=path)
    totals = list(rows.values_list("total", flat=True))
    counted = [one for one in totals if one is not None]
    return After(len(totals), sum(counted), len(totals) - len(counted))
