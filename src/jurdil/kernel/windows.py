"""Windows of stages: which schedule is in force and whether a stage is open."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.models import ScheduleVersion, Window


class Closed(Exception):
    """The stage is not open now; the message says since or until when.

    `since` is the moment it was closed, None for one that has not been open yet.
    """

    def __init__(self, message: str, since: datetime | None = None) -> None:
        super().__init__(message)
        self.since = since


def in_force(election_id: int) -> ScheduleVersion | None:
    """The schedule version in force, the one with the highest number."""
    return ScheduleVersion.objects.filter(election_id=election_id).order_by("-number").first()


def windows_of(election_id: int) -> QuerySet[Window]:
    """All windows of the version in force, in the regime's order."""
    version = in_force(election_id)
    return Window.objects.filter(version=version) if version else Window.objects.none()


def require_open(election_id: int, stage: str) -> None:
    """Raise `Closed` unless the legal clock stands inside the stage's window."""
    window = windows_of(election_id).filter(stage=stage).first()
    now = clock.now()
    if window is None or window.opens is None:
        raise Closed(_("Jadwal tahapan “%(stage)s” belum ditetapkan.") % {"stage": stage})
    local = {"stage": window.name}
    if now < window.opens:
        local["day"] = window.opens.astimezone(clock.zone()).strftime("%d-%m-%Y %H.%M")
        raise Closed(_("Tahapan “%(stage)s” baru dibuka pada %(day)s.") % local)
    if window.closes is not None and now > window.closes:
        local["day"] = window.closes.astimezone(clock.zone()).strftime("%d-%m-%Y %H.%M")
        raise Closed(_("Tahapan “%(stage)s” sudah ditutup pada %(day)s.") % local, window.closes)
