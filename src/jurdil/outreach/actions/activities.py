"""Activities: planned, filed by whoever held them, verified or sent back by somebody else."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Done, Refused, act, inner
from jurdil.kernel.language import say
from jurdil.kernel.viewer import Viewer
from jurdil.law.outreach import learning
from jurdil.law.outreach.learning import Question
from jurdil.law.outreach.states import State, Step
from jurdil.outreach import store
from jurdil.outreach.models import Activity, LearningQuestion, LearningTest
from jurdil.outreach.records import Draft


@act("outreach.plan")
def plan_activity(*, by: Viewer, draft: Draft) -> Done[int]:
    """Plan an activity of one's own body.

    Raises `Refused` for an unknown code, a day outside the schedule, a place that is not one's own.
    """
    made = store.create(by, draft, held=False)
    return _done(made, {"state": made.state}, made.pk)


@act("outreach.change")
def change_activity(*, by: Viewer, activity_id: int, draft: Draft) -> Done[int]:
    """Change what was planned or filed, as long as it is not verified."""
    found = store.activity_for(by, activity_id)
    store.write(by, found, draft, held=found.state != State.PLANNED)
    return _done(found, {"rev": found.rev}, found.pk)


@act("outreach.report")
def report_activity(*, by: Viewer, draft: Draft, activity_id: int | None = None) -> Done[int]:
    """File an activity as held: a planned or returned one, or one that nobody planned.

    Raises `Refused` when men and women do not make the total, or the day has not come.
    """
    made = report(by, draft, activity_id=activity_id)
    return _done(made, {"state": made.state, "total": made.total}, made.pk)


@inner
def report(
    by: Viewer, draft: Draft, *, activity_id: int | None = None, token: Any = None
) -> Activity:
    """The step behind `report_activity`, for phones too; `token` names one that they planned."""
    if activity_id is None:
        found = store.create(by, draft, held=True, token=token)
    else:
        found = store.activity_for(by, activity_id)
        store.write(by, found, draft, held=True)
    store.take(by, found, Step.FILE)
    return found


@act("outreach.verify")
def verify_activity(*, by: Viewer, activity_id: int) -> Done[int]:
    """Verify an activity; from now on it counts. Raises `Refused` for one's own report."""
    found = store.activity_for(by, activity_id)
    if by.account_id is not None and by.account_id == found.account_id:
        raise Refused(
            _("Laporan ini Anda kirim sendiri. Minta orang lain di subbagian memverifikasinya.")
        )
    store.take(by, found, Step.VERIFY)
    return _done(found, {"state": found.state}, found.pk)


@act("outreach.send_back")
def send_back(*, by: Viewer, activity_id: int, reason: str) -> Done[int]:
    """Send a report back with the reason; a verified one then no longer counts."""
    found = store.activity_for(by, activity_id)
    store.take(by, found, Step.RETURN, reason)
    return _done(found, {"state": found.state, "reason": reason.strip()}, found.pk)


@act("outreach.cancel")
def cancel_activity(*, by: Viewer, activity_id: int, reason: str) -> Done[int]:
    """Cancel an activity that was planned, or give up one that was sent back."""
    found = store.activity_for(by, activity_id)
    store.take(by, found, Step.CANCEL, reason)
    return _done(found, {"state": found.state, "reason": reason.strip()}, found.pk)


@act("outreach.test")
def keep_test(
    *,
    by: Viewer,
    activity_id: int,
    sheets_before: int,
    sheets_after: int,
    questions: Sequence[Question],
) -> Done[int]:
    """Enter how many sheets answered each question right, before and after.

    Raises `Refused` with the numbers when more answers are right than there are sheets.
    """
    found = store.activity_for(by, activity_id)
    store.require_open(found)
    wrong = learning.faults(questions, sheets_before, sheets_after)
    if wrong:
        raise Refused(" ".join(say(one) for one in wrong))
    test, _new = LearningTest.objects.update_or_create(
        activity=found,
        defaults={"sheets_before": sheets_before, "sheets_after": sheets_after},
    )
    test.questions.all().delete()
    LearningQuestion.objects.bulk_create(
        LearningQuestion(
            test=test, number=at, text=one.text.strip()[:200], before=one.before, after=one.after
        )
        for at, one in enumerate(questions, 1)
    )
    facts = {"before": sheets_before, "after": sheets_after, "questions": len(questions)}
    return _done(found, facts, found.pk)


def _done(activity: Activity, facts: dict[str, Any], value: int) -> Done[int]:
    return Done(value, f"activity:{activity.pk}", activity.path, facts)
