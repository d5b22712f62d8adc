"""Tasks that come from the schedule: bring a stage to its end, or supervise it."""

from jurdil.kernel.actions.tasks import raise_task, reschedule_task
from jurdil.kernel.acts import inner
from jurdil.kernel.models import Election, Office, Task
from jurdil.kernel.roles import BAWASLU
from jurdil.law.deadlines import DeadlineRule
from jurdil.law.text import Text
from jurdil.stages.plan import STAGE, case_subject
from jurdil.stages.records import DeadlineMove, Span, TaskMove

FROM_STAGE, FROM_ROUTINE, FROM_DEADLINE = "stages:stage", "stages:routine", "stages:deadline"
"""What opened a task, kept as its source."""


def oversees() -> bool:
    """Whether this is Bawaslu's house, which supervises what KPU does."""
    return Office.objects.values_list("kind", flat=True).get() == BAWASLU


def _title(name: Text, oversight: bool) -> Text:
    return Text(f"Awasi: {name.id}", f"Supervise: {name.en}") if oversight else name


@inner
def raise_stage_task(election: Election, span: Span, source: str, oversight: bool) -> Task:
    """Open the task of one stage; it is due when the stage closes, and moves with it."""
    title = _title(span.name, oversight)
    return raise_task(
        title=title.id,
        title_en=title.en,
        election_id=election.pk,
        path=election.path,
        source=source,
        subject=f"{STAGE}{span.stage}",
        division="" if oversight else span.division,
        due=span.closes,
        basis=span.basis,
    )


@inner
def raise_deadline_task(
    election: Election, rule: DeadlineRule, move: DeadlineMove, division: str
) -> Task:
    """Open the task of one deadline; it moves with the event the deadline counts from."""
    name = Text(
        f"{rule.name.id} ({move.case})" if move.case else rule.name.id,
        f"{rule.name.en} ({move.case})" if move.case else rule.name.en,
    )
    return raise_task(
        title=name.id,
        title_en=name.en,
        election_id=election.pk,
        path=election.path,
        source=FROM_DEADLINE,
        subject=case_subject(move.case),
        division=division,
        due=move.after,
        due_rule=rule.id,
        basis=rule.article,
    )


@inner
def move_tasks(moves: tuple[TaskMove, ...]) -> None:
    """Give the tasks of a plan their new due moments."""
    tasks = Task.objects.in_bulk([move.task_id for move in moves])
    for move in moves:
        reschedule_task(tasks[move.task_id], move.after)
