"""What is open with a person who leaves an office: tasks, papers that wait to be signed."""

from collections.abc import Iterable

from django.db.models import F, QuerySet

from jurdil.kernel.documents import signing
from jurdil.kernel.documents.chain import ENDED
from jurdil.kernel.models import Document, Grant, Task
from jurdil.office.models import Handover
from jurdil.office.records import OpenThing
from jurdil.office.registers import RUNNING


def tasks_of(made: Handover) -> QuerySet[Task]:
    """The open tasks of the leaving person at the place of the role, follow-ups among them.

    Who holds another role that runs on keeps the tasks of that role's division.
    """
    grant = made.grant
    tasks = Task.objects.filter(
        owner=grant.account_id, path__within=grant.path, state__in=RUNNING
    ).order_by(F("due").asc(nulls_last=True), "pk")
    kept = _kept_divisions(grant)
    return tasks.exclude(division__in=kept) if kept else tasks


def _kept_divisions(grant: Grant) -> set[str]:
    others = Grant.objects.filter(account=grant.account_id, valid_until__isnull=True)
    held = set(others.exclude(pk=grant.pk).values_list("division", flat=True)) - {""}
    return held - {grant.division}


def papers_of(made: Handover) -> list[Document]:
    """Papers that are on their way and would wait for this person's signature."""
    grant = made.grant
    on_way = Document.objects.filter(path=grant.path).exclude(state__in=ENDED).order_by("pk")
    waits = signing.waits_for(grant.account_id, list(on_way))
    return [paper for paper in on_way if paper.pk in waits]


def things(tasks: Iterable[Task]) -> tuple[OpenThing, ...]:
    """Tasks as the minutes and the page list them."""
    return tuple(OpenThing(task.pk, task.title, task.due, task.source) for task in tasks)
