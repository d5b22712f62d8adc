"""Tables brought in the first hour: kept as they came, sealed, with their sums."""

from jurdil.kernel import clock, files
from jurdil.kernel.acts import Done, act
from jurdil.kernel.models import StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.stages.first_hour import guests, recap
from jurdil.stages.models import FirstFile

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@act("stages.keep_table")
def keep_table(*, by: Viewer, kind: str, content: bytes, name: str) -> Done[FirstFile]:
    """Keep a PDPB recap or a guest list; a later one of the same kind takes its place.

    Raises `FileRefused` for what is no such table.
    """
    rows, summary = _read(kind, content)
    personal = kind == FirstFile.Kind.GUESTS
    stored = files.keep(
        content,
        name=name,
        media_type=XLSX_TYPE,
        level=StoredFile.Level.PERSONAL if personal else StoredFile.Level.INTERNAL,
        path=by.path,
    )
    kept = FirstFile.objects.create(
        kind=kind,
        file=stored,
        rows=rows,
        summary=summary,
        path=by.path,
        kept_at=clock.now(),
    )
    facts = {"kind": kind, "rows": rows, **summary}
    return Done(kept, f"table:{kept.pk}", by.path, facts, batch=stored.sha256)


def _read(kind: str, content: bytes) -> tuple[int, dict[str, int]]:
    if kind == FirstFile.Kind.GUESTS:
        found = guests.read(content)
        count = sum(len(institution.guests) for institution in found)
        return count, {"institutions": len(found)}
    table = recap.read(content)
    return len(table.lines), recap.summary(table)
