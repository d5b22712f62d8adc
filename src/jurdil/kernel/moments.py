"""Days and moments: a window or a task that lasts whole days begins and ends with the day."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo


def start_of(day: date, zone: ZoneInfo) -> datetime:
    """The first moment of a day."""
    return datetime.combine(day, time.min, zone)


def end_of(day: date, zone: ZoneInfo) -> datetime:
    """The last moment of a day, so that the day itself still counts."""
    return datetime.combine(day, time.max, zone)


def begins_day(moment: datetime, zone: ZoneInfo) -> bool:
    """Whether a moment is the first of its day."""
    return moment.astimezone(zone).time() == time.min


def ends_day(moment: datetime, zone: ZoneInfo) -> bool:
    """Whether a moment stands for a whole day, up to its end."""
    return moment.astimezone(zone).time() == time.max


def day_of(moment: datetime, zone: ZoneInfo) -> date:
    """The office's calendar day of a moment."""
    return moment.astimezone(zone).date()
