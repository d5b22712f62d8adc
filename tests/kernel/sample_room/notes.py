"""A kind of field event on the kernel's own tasks: the note of a task, seen at some revision."""

from jurdil.kernel import windows
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Task
from jurdil.kernel.outbox import Applied, Conflict, FieldEvent, Kind
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text

CRASH, REFUSED = "galat", "tolak"


def _step(by: Viewer, event: FieldEvent) -> Applied:
    task = Task.objects.filter(path__within=by.path).select_for_update().get(pk=event.subject)
    note = event.values["note"]
    if not event.force:
        if task.subject.startswith("stage:"):
            windows.require_open(task.election_id, task.subject.removeprefix("stage:"))
        if note == task.note:
            return Applied(task.path, task.revision, same=True)
        if task.revision != event.base:
            raise Conflict(task.path, task.revision, {"note": task.note})
    task.note, task.revision = note, task.revision + 1
    task.save(update_fields=["note", "revision"])
    if note == REFUSED:
        raise Refused("Aturan menolak catatan ini.")
    if note == CRASH:
        raise ZeroDivisionError
    return Applied(task.path, task.revision)


NOTES = Kind(
    code="catatan-tugas",
    name=Text("Catatan tugas", "Task note"),
    right="task.close",
    decides="outbox.decide",
    step=_step,
    labels={"note": Text("Isi catatan", "Note")},
    title=lambda viewer, subject: f"Tugas {subject}",
)
