"""Handings over, and who may hand what to whom."""

from django.db.models import Q

from jurdil.kernel import clock, files
from jurdil.kernel.acts import query
from jurdil.kernel.documents import readers
from jurdil.kernel.models import Account, Document, Grant, StoredFile, Task
from jurdil.kernel.roles import ROLES
from jurdil.kernel.viewer import Viewer
from jurdil.kernel.who import held_today
from jurdil.office import handing, papers
from jurdil.office.models import Handover
from jurdil.office.records import Choice, HandoverPage, HandoverRow, OpenThing

State = Handover.State


@query("office.handovers")
def handovers(viewer: Viewer) -> tuple[HandoverRow, ...]:
    """Handings over in scope, drafts first, then the newest."""
    found = Handover.objects.select_related("grant").filter(path__within=viewer.path)
    rows = [_row(made) for made in found.order_by("-pk")]
    return tuple(sorted(rows, key=lambda row: row.state != State.DRAFT))


@query("office.handovers")
def handover(viewer: Viewer, handover_id: int) -> HandoverPage:
    """One handing over with what is (or was, once signed) open. Raises Handover.DoesNotExist."""
    made = _made(viewer, handover_id)
    if made.state == State.SIGNED:
        tasks = Task.objects.filter(pk__in=made.listed["tasks"]).order_by("pk")
        waiting = list(Document.objects.filter(pk__in=made.listed["papers"]))
    else:
        tasks, waiting = handing.tasks_of(made), handing.papers_of(made)
    return HandoverPage(
        row=_row(made),
        basis=made.basis,
        acting=made.acting,
        until=made.until,
        place=made.path,
        notes=tuple(line.strip() for line in made.notes.splitlines() if line.strip()),
        tasks=handing.things(tasks),
        papers=tuple(OpenThing(one.pk, readers.title_of(one), None, one.kind) for one in waiting),
        has_scan=made.file_id is not None,
        signed_by=made.account_name,
    )


@query("office.handovers")
def handover_pdf(viewer: Viewer, handover_id: int) -> bytes:
    """The minutes: as they were printed when signed, else a draft of today."""
    made = _made(viewer, handover_id)
    if made.printed is not None:
        return files.content(made.printed)
    tasks = handing.things(handing.tasks_of(made))
    return papers.handover(made, tasks, handing.papers_of(made), draft=True)


@query("office.handovers")
def handover_scan(viewer: Viewer, handover_id: int) -> tuple[StoredFile, bytes]:
    """The minutes with wet signatures. Raises Handover.DoesNotExist when there is no scan."""
    made = _made(viewer, handover_id)
    if made.file is None:
        raise Handover.DoesNotExist
    return made.file, files.content(made.file)


@query("office.handovers")
def leaving(viewer: Viewer) -> tuple[Choice, ...]:
    """Roles that run and can be handed over, by the holder's name."""
    held = held_today(viewer.path).select_related("account")
    return tuple(
        Choice(str(grant.pk), f"{grant.account.name}: {_role(grant)}")
        for grant in held.order_by("account__name", "pk")
    )


@query("office.handovers")
def successors(viewer: Viewer) -> tuple[Choice, ...]:
    """Open accounts that may succeed, by name; those without any role are new people."""
    inside = Q(grants__path__within=viewer.path)
    if viewer.path == clock.office_path():
        inside |= Q(grants__isnull=True)
    found = Account.objects.filter(inside, is_active=True).distinct().order_by("name", "pk")
    return tuple(Choice(str(one.pk), f"{one.name} ({one.username})") for one in found)


def _made(viewer: Viewer, handover_id: int) -> Handover:
    rows = Handover.objects.select_related("grant", "printed", "file")
    return rows.get(pk=handover_id, path__within=viewer.path)


def _role(grant: Grant) -> str:
    words = [ROLES[grant.role].name.id, grant.path]
    return ", ".join([*words, *([grant.division] if grant.division else [])])


def _row(made: Handover) -> HandoverRow:
    return HandoverRow(
        id=made.pk,
        role=ROLES[made.grant.role].name,
        division=made.grant.division,
        leaving=made.leaving_name,
        successor=made.successor_name,
        last_day=made.last_day,
        state=made.state,
        state_label=str(made.get_state_display()),
        number=made.number,
        signed_on=made.signed_on,
    )
