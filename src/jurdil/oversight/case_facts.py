"""What is derived from the rows of a case: events that clocks count from, requirements, texts."""

from collections.abc import Iterable
from datetime import datetime

from jurdil.kernel import clock
from jurdil.law.calendar_days import DayCalendar
from jurdil.law.deadlines import Moment
from jurdil.law.oversight import case_clocks, cases, clocks
from jurdil.law.oversight.cases import Requirement
from jurdil.law.oversight.clocks import Running
from jurdil.oversight import case_store, identity, sealing
from jurdil.oversight.case_records import label
from jurdil.oversight.identity import Person
from jurdil.oversight.models import Case, CaseReferral

OF_STEPS = {
    "jadi-temuan": ("temuan-dibuat", "laporan-diterima"),
    "kaji-awal": ("kajian-awal",),
    "minta-lengkapi": ("pemberitahuan-kelengkapan",),
    "registrasi": ("temuan-laporan-diregistrasi",),
    "putuskan": ("diputus",),
}
KPU_ANSWERS = "rekomendasi-ditindaklanjuti"
SECOND, LIKELY = "pembahasan-2", "dinyatakan-pidana"
REPORTERS_OWN = {"identitas-pelapor", "tanda-tangan"}
RULED, ANNOUNCED = "putusan", "diumumkan"


def requirements(case: Case) -> tuple[Requirement, ...]:
    """The requirements of this case: a finding has no reporter."""
    return tuple(
        one
        for one in cases.requirements()
        if case.kind == Case.Kind.REPORT or one.id not in REPORTERS_OWN
    )


def met(case: Case) -> dict[str, bool]:
    """What was last found of each requirement."""
    return {row.requirement: row.met for row in case.checks.order_by("pk")}


def lacking(case: Case) -> tuple[Requirement, ...]:
    """The requirements that were not found to be met."""
    found = met(case)
    return tuple(one for one in requirements(case) if not found.get(one.id))


def events(case: Case) -> dict[str, Moment]:
    """The latest moment of everything that happened in a case, by the ids that clocks know."""
    found: dict[str, Moment] = _reception(case)
    for step in sorted(case.steps.all(), key=lambda row: (row.taken_at, row.pk)):
        found |= dict.fromkeys(OF_STEPS.get(step.step, ()), step.taken_at)
        if step.after != step.before and cases.states()[step.after].ended:
            found["selesai"] = step.taken_at
            if step.after != ANNOUNCED:
                found["ditutup"] = step.taken_at
    for meeting in sorted(case.meetings.all(), key=lambda row: row.held_at):
        found[meeting.stage] = meeting.held_at
        if meeting.stage == SECOND and meeting.likely:
            found[LIKELY] = meeting.held_at
    for hearing in case.hearings.all():
        if hearing.agenda == RULED:
            found["putusan-administrasi"] = hearing.held_at
    for event in sorted(case.events.all(), key=lambda row: (row.happened_at, row.pk)):
        found[event.event] = event.happened_at
    return found | _referrals(case.referrals.all())


def _reception(case: Case) -> dict[str, Moment]:
    came = case.brought_at or case.received_at
    found: dict[str, Moment] = {}
    if case.kind == Case.Kind.REPORT:
        if case.known_on:
            found["pelanggaran-diketahui"] = case.known_on
        if case.brought_at:
            found |= dict.fromkeys(
                ("laporan-disampaikan-hari", "laporan-diterima", "diterima-loket"), came
            )
    elif case.kind == Case.Kind.FINDING:
        if case.known_on:
            found["dugaan-ditemukan"] = case.known_on
        found |= dict.fromkeys(("temuan-dibuat", "laporan-diterima"), came)
    return found


def _referrals(rows: Iterable[CaseReferral]) -> dict[str, Moment]:
    """KPU's clock: what waits longest, or what was sent and answered last."""
    to_kpu = [row for row in rows if row.to == "kpu" and row.form != CaseReferral.Form.FORWARD]
    waiting = [row.sent_on for row in to_kpu if row.answered_on is None]
    if waiting:
        return {"rekomendasi-diterima": min(waiting)}
    if not to_kpu:
        return {}
    answered = max(row.answered_on for row in to_kpu if row.answered_on)
    return {
        "rekomendasi-diterima": max(row.sent_on for row in to_kpu),
        "rekomendasi-dijawab": answered,
    }


def limit_confirmed(case: Case) -> bool:
    """Whether the limit within which this case had to come is a confirmed one."""
    rule = case_store.LIMITS.get(Case.Kind(case.kind))
    return rule is not None and clocks.rules(case.regime)[rule].confirmed


def running(case: Case, now: datetime, calendar: DayCalendar | None = None) -> tuple[Running, ...]:
    """The clocks of a case that run, what lapses next on top.

    A list hands in one `calendar` for all its cases; without it the case's own years are read.
    """
    happened = events(case)
    return case_clocks.open_clocks(
        case.regime,
        happened,
        suspected(case),
        now=now,
        calendar=calendar or case_store.calendar_of(*happened.values()),
        zone=clock.zone(),
    )


def suspected(case: Case) -> tuple[str, ...]:
    """The kinds of violation that are suspected now: the plenary's once it decided."""
    return tuple(case.outcomes or case.suspected)


def strip(case: Case, now: datetime) -> case_clocks.Strip:
    """The days of a case with all its clocks."""
    happened, zone = events(case), clock.zone()
    found = case_clocks.started_clocks(
        case.regime,
        happened,
        suspected(case),
        now=now,
        calendar=case_store.calendar_of(*happened.values()),
        zone=zone,
    )
    return case_clocks.strip(found, happened, zone)


def persons(case: Case) -> tuple[tuple[str, Person], ...]:
    """The parties in the clear with their labels, to mask free text by; nothing else uses it."""
    rows = sorted(case.parties.all(), key=lambda row: (row.role, row.number))
    return tuple((label(row.role, row.number), identity.opened(row)) for row in rows)


def story(case: Case) -> tuple[str, str]:
    """What was told and where it happened, with everybody's name masked."""
    words, known = sealing.opened(identity.STORY, case), persons(case)
    return identity.masked(words["story"], known), identity.masked(words["where"], known)
