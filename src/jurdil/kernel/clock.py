"""Two clocks: legal time, which training mode can set to any day, and technical time."""

from contextvars import ContextVar
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

from jurdil.kernel.models import Office

_office: ContextVar[Office | None] = ContextVar("office", default=None)


def office() -> Office | None:
    """The office of this installation, or None before `jurdil init`."""
    return _office.get() or Office.objects.first()


def remember_office(value: Office | None) -> None:
    """Keep the office for this request or job, so that it is read once."""
    _office.set(value)


def office_path() -> str:
    current = office()
    return current.path if current else ""


def zone() -> ZoneInfo:
    """The office's own time zone; Jakarta's before there is an office."""
    current = office()
    return ZoneInfo(current.zone if current else "Asia/Jakarta")


def real() -> datetime:
    """Technical time: sessions, jobs, throttles."""
    return timezone.now()


def now() -> datetime:
    """Legal time: windows, deadlines, decisions."""
    return legal(real())


def legal(moment: datetime) -> datetime:
    """A technical moment as legal time tells it, for a page that shows both beside each other."""
    current = office()
    if current is None or current.legal_anchor is None or current.real_anchor is None:
        return moment
    return current.legal_anchor + (moment - current.real_anchor)


def today() -> date:
    """The legal day at the office."""
    return now().astimezone(zone()).date()
