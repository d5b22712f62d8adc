"""What several acts of the room do: keep a file, find the election a task belongs to, number."""

from datetime import date, datetime
from typing import Any

from django.db.models import Max, Model, QuerySet
from django.utils.translation import gettext as _

from jurdil.kernel import clock, files, moments
from jurdil.kernel.acts import Refused
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election, Office, StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.office.records import Upload

ROUTINE = "rutin"
Level = StoredFile.Level


def record(
    by: Viewer, path: str, upload: Upload | None = None, level: str = Level.INTERNAL
) -> dict[str, Any]:
    """The fields of `models.common.Record`; the file is kept in the class `level`."""
    return {
        "file": keep(path, upload, level) if upload else None,
        "account_id": by.account_id,
        "account_name": by.name,
        "recorded_at": clock.now(),
    }


def keep(path: str, upload: Upload, level: str = Level.INTERNAL) -> StoredFile:
    """The stored file of an upload."""
    return files.keep(
        upload.content, name=upload.name, media_type=upload.media_type, level=level, path=path
    )


def election_of(by: Viewer, chosen: int | None = None) -> Election:
    """The election that a task of the office belongs to: the chosen one, else the routine work.

    Raises `Refused` when nothing runs here, Election.DoesNotExist for one out of sight.
    """
    if chosen is not None:
        found = Election.objects.get(pk=chosen)
        if not _in_sight(by, found):
            raise Election.DoesNotExist
        return found
    running = [
        one
        for one in Election.objects.filter(state=Election.State.RUNNING).order_by("pk")
        if _in_sight(by, one)
    ]
    if not running:
        raise Refused(
            _("Belum ada pekerjaan yang berjalan. Buka pekerjaan rutin di Tahapan & Jadwal dulu.")
        )
    return next((one for one in running if one.regime == ROUTINE), running[0])


def _in_sight(by: Viewer, election: Election) -> bool:
    return within(by.path, election.path) or within(election.path, by.path)


def next_number(rows: QuerySet[Any], column: str) -> int:
    """One more than the highest number so far; whoever else numbers now waits for this act."""
    Office.objects.select_for_update().get()
    return (rows.aggregate(highest=Max(column))["highest"] or 0) + 1


def end_of_day(day: date | None) -> datetime | None:
    """The last moment of a day at the office."""
    return moments.end_of(day, clock.zone()) if day else None


def not_ahead(day: date, what: str) -> None:
    """Raise `Refused` for a day that has not come."""
    if day > clock.today():
        raise Refused(
            _("%(what)s (%(day)s) belum tiba; hari ini %(today)s.")
            % {"what": what, "day": f"{day:%d-%m-%Y}", "today": f"{clock.today():%d-%m-%Y}"}
        )


def wanted(value: str, sentence: str) -> str:
    """The value without spaces around it. Raises `Refused` with the sentence when empty."""
    text = value.strip()
    if not text:
        raise Refused(sentence)
    return text


def changed(row: Model, values: dict[str, Any]) -> list[str]:
    """Set new values on a row; returns the names of the fields that differ."""
    names = [name for name, value in values.items() if getattr(row, name) != value]
    for name in names:
        setattr(row, name, values[name])
    return names
