"""What lapses next in the whole house; the overseer's quarter; advice and drafts as clocks."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.law.calendar_days import DayCalendar
from jurdil.law.figure import Figure
from jurdil.law.oversight import clocks
from jurdil.law.text import Text
from jurdil.oversight import clocks_ahead, quarters
from jurdil.oversight.clocks_ahead import Ahead, Clock
from jurdil.oversight.models import Advice, AdviceFacts, AghtDay, FindingDraft, Prevention
from jurdil.oversight.queries.watch import prevention_counts

SPOT_CHECK = "uji-petik"
FOUND, FIXED = "dugaan-ditemukan", "temuan-ditetapkan"
ANSWER = Text("KPU menjawab saran perbaikan", "KPU answers the advice")


@dataclass(frozen=True)
class QuarterWork:
    """The quarter: its spot checks, the year's prevention, and whether the day was written."""

    name: Text
    first: date
    last: date
    planned: int
    done: int
    prevention: Figure
    written_today: bool


@query("oversight.clocks")
def running_clocks(viewer: Viewer) -> tuple[Ahead, ...]:
    """Every clock of the house that the viewer may see, what ends next on top."""
    return clocks_ahead.ahead(viewer)


@query("oversight.advice")
def advice_clocks(viewer: Viewer) -> tuple[Clock, ...]:
    """Advice that waits for KPU's answer."""
    rows = Advice.objects.filter(path__within=viewer.path, state=AdviceFacts.State.WAITING)
    return tuple(_advice(row) for row in rows)


@query("oversight.drafts")
def draft_clocks(viewer: Viewer) -> tuple[Clock, ...]:
    """Draft findings that nobody has taken up yet, by the clock of a finding."""
    known = FindingDraft.objects.filter(path__within=viewer.path, state=FindingDraft.State.OPEN)
    rows = list(known)
    calendar = clocks_ahead.calendar_of(row.discovered_at for row in rows)
    return tuple(one for row in rows for one in _draft(row, calendar))


@query("oversight.quarter")
def quarter_work(viewer: Viewer) -> QuarterWork:
    """The quarter of today."""
    today = clock.today()
    quarter = quarters.of(today)
    checks = Prevention.objects.filter(
        path__within=viewer.path,
        kind=SPOT_CHECK,
        held_from__lte=quarter.last,
        held_until__gte=quarter.first,
    )
    return QuarterWork(
        name=quarter.name,
        first=quarter.first,
        last=quarter.last,
        planned=checks.filter(state=Prevention.State.PLANNED).count(),
        done=checks.filter(state=Prevention.State.DONE).count(),
        prevention=prevention_counts(viewer, year=today.year)[0],
        written_today=AghtDay.objects.filter(path=viewer.path, day=today).exists(),
    )


def _advice(row: Advice) -> Clock:
    rule = clocks.rules(row.regime)[clocks.ADVICE]
    return Clock(
        subject=f"advice:{row.pk}",
        title=row.stage,
        step=ANSWER,
        ends_at=row.ends_at,
        unit=rule.unit,
        url=reverse("oversight:advice", args=[row.pk]),
        path=row.path,
        article=rule.article,
        confirmed=rule.confirmed,
    )


def _draft(row: FindingDraft, calendar: DayCalendar) -> tuple[Clock, ...]:
    found = clocks.running(
        row.regime,
        {FOUND: row.discovered_at},
        now=clock.now(),
        calendar=calendar,
        zone=clock.zone(),
        only=(FIXED,),
    )
    return tuple(
        Clock(
            subject=f"draft:{row.pk}",
            title=row.title,
            step=one.due.rule.name,
            ends_at=one.due.at,
            unit=one.due.rule.unit,
            url=reverse("oversight:draft", args=[row.pk]),
            path=row.path,
            article=one.due.rule.article,
            confirmed=one.due.confirmed,
        )
        for one in found
    )
