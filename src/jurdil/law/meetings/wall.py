"""The code on the wall: it changes with the clock, so a photo of it is soon worth nothing."""

from __future__ import annotations

from datetime import datetime

from jurdil.law.meetings.kinds import CodeTimes


def step_of(moment: datetime, times: CodeTimes) -> int:
    """The number of the code that hangs on the wall at a moment."""
    return int(moment.timestamp()) // times.step


def age(step: int, moment: datetime, times: CodeTimes) -> int:
    """Seconds since a code was put up; negative for one that is still to come."""
    return int(moment.timestamp()) - step * times.step


def alive(step: int, moment: datetime, times: CodeTimes) -> bool:
    """Whether a code that was put up as number `step` still counts."""
    return 0 <= age(step, moment, times) < times.life


def seconds_left(moment: datetime, times: CodeTimes) -> int:
    """Seconds until the next code is put up; at least 1."""
    return times.step - int(moment.timestamp()) % times.step
