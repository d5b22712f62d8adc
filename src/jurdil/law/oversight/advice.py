"""Correction advice (*saran perbaikan*): at its level, with its clock, else a finding.

Perbawaslu 5/2022 art. 18: at most 3 days or the time that was set; what is not followed up becomes
a finding. Practice (Bogor): PKD advises Pantarlih and PPS, Panwascam PPK, Bawaslu KPU.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from jurdil.law.calendar_days import DayCalendar
from jurdil.law.deadlines import Due, due
from jurdil.law.oversight.clocks import ADVICE, rules

LEVELS: dict[str, tuple[str, ...]] = {
    "bw-ketua": ("kpu",),
    "bw-anggota": ("kpu",),
    "panwascam": ("ppk",),
    "pkd": ("pps", "pantarlih"),
    "ptps": ("kpps",),
}
"""To whom each role of Bawaslu may give advice; the row of PTPS is from memory."""


class Standing(StrEnum):
    """How advice stands: under way, answered in one of four ways, or lapsed into a finding."""

    WAITING = "menunggu"
    FOLLOWED = "ditindaklanjuti"
    PARTLY = "sebagian"
    NOT = "tidak-ditindaklanjuti"
    REFUSED = "ditolak"
    LAPSED = "lewat-waktu"


ANSWERS = (Standing.FOLLOWED, Standing.PARTLY, Standing.NOT, Standing.REFUSED)
BECOMES_FINDING = frozenset({Standing.NOT, Standing.REFUSED, Standing.LAPSED})
"""From these a draft finding follows by itself."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock of one advice: its end, the article's deadline, whether it was set shorter."""

    at: datetime
    rule: Due
    set_by_hand: bool


def clock(
    regime_id: str,
    given: datetime,
    *,
    until: date | None = None,
    calendar: DayCalendar,
    zone: tzinfo,
) -> Clock:
    """Return when advice lapses: with the rule's days, or at the end of the day that was set.

    Raises ValueError when the day that was set lies before the giving, or after the rule's end.
    """
    end = due(rules(regime_id)[ADVICE], given, calendar, zone)
    if until is None:
        return Clock(end.at, end, False)
    return Clock(end_of(until, given.astimezone(zone).date(), end.at, zone), end, True)


def end_of(until: date, begun: date, end: datetime | None, zone: tzinfo) -> datetime:
    """The end of a day that was set by hand; `end` is the rule's own, None where none is known.

    Raises ValueError when the day lies before the beginning, or after the rule's end.
    """
    at = datetime.combine(until + timedelta(days=1), time.min, zone)
    if until < begun:
        raise ValueError("the day that was set lies before the beginning")
    if end is not None and at > end:
        raise ValueError("the day that was set lies after the end of the rule")
    return at


def standing(answer: Standing | None, ends: datetime, now: datetime) -> Standing:
    """How advice stands at `now`: an answer closes it; without one it lapses when the clock ends.

    Raises ValueError for an answer that is none (waiting, lapsed).
    """
    if answer is not None:
        if answer not in ANSWERS:
            raise ValueError(f"{answer} is no answer")
        return answer
    return Standing.LAPSED if now >= ends else Standing.WAITING


def may_advise(role: str, to: str) -> bool:
    """Whether a role of Bawaslu may advise this level of KPU's bodies."""
    return to in LEVELS.get(role, ())
