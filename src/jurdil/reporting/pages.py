"""What pages of the room need beside their readings: words, tags, choices, crumbs, tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from jurdil.kernel import clock, moments
from jurdil.kernel.language import say
from jurdil.kernel.policy import allows
from jurdil.kernel.queries.header import running_elections
from jurdil.kernel.spreadsheets import Row
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure, render
from jurdil.law.reporting.clipping import TONES
from jurdil.law.reporting.evaluation import (
    AHEAD,
    DONE,
    HELD,
    LATE_DONE,
    NAMES,
    ON_TIME,
    OVERDUE,
    PASSED,
    RUNNING,
    UNDATED,
)
from jurdil.law.text import Text
from jurdil.office import queries as office
from jurdil.reporting import evaluating
from jurdil.reporting.records import (
    ClippingRow,
    DaySheet,
    EvaluationPage,
    Line,
    Month,
    Plan,
    ReleasePage,
    ReleaseRow,
    Said,
)
from jurdil.stages import queries as stages
from jurdil.web.form_pages import Crumbs

STATES = {
    "draf": "none",
    "diajukan": "wait",
    "disetujui": "info",
    "terbit": "ok",
    "batal": "bad",
}
STANDINGS = {
    ON_TIME: "ok",
    LATE_DONE: "warn",
    OVERDUE: "bad",
    RUNNING: "info",
    AHEAD: "none",
    HELD: "wait",
    PASSED: "ok",
    UNDATED: "none",
}
TONE_TAGS = {"positif": "ok", "netral": "none", "negatif": "bad"}
MEDIA_KIND = "media"
PLAN_LINES = 40


def crumbs(*last: tuple[str, str]) -> Crumbs:
    """The way to a page of releases."""
    return [(_("Siaran pers"), reverse("reporting:releases")), *last]


def evaluation_crumbs(*last: tuple[str, str]) -> Crumbs:
    """The way to a page of evaluations."""
    return [(_("Evaluasi"), reverse("reporting:evaluations")), *last]


def clipping_crumbs(*last: tuple[str, str]) -> Crumbs:
    """The way to a page of clippings."""
    return [(_("Kliping"), reverse("reporting:clippings")), *last]


def election_choices(viewer: Viewer) -> list[tuple[str, str]]:
    """The running elections and the routine work, by name."""
    return [(str(one.id), say(one.name)) for one in running_elections(viewer)]


def stage_choices(viewer: Viewer) -> list[tuple[str, str]]:
    """The stages of the election looked at; none without one."""
    if viewer.election_id is None:
        return []
    return [(row.span.stage, say(row.span.name)) for row in stages.schedule(viewer)]


def outlet_choices(viewer: Viewer) -> list[tuple[int, str]]:
    """The media of the directory."""
    return [(row.id, row.name) for row in office.institutions(viewer, kind=MEDIA_KIND)]


@dataclass(frozen=True)
class Tone:
    """A tone with its word, its number and its share."""

    words: str
    count: int
    part: Figure


def tones(found: Month) -> tuple[Tone, ...]:
    """The tones of a month."""
    return tuple(Tone(say(TONES[code]), count, part) for code, count, part in found.tones)


@dataclass(frozen=True)
class Steps:
    """What the viewer can do with a release now."""

    write: bool
    mark: bool
    submit: bool
    send_back: bool
    approve: bool
    publish: bool
    correct: bool
    drop: bool
    reply: bool


def release_steps(viewer: Viewer, page: ReleasePage) -> Steps:
    """The steps that are offered on a release's page."""
    state, out = page.row.state, page.row.published is not None
    sound = not page.stops
    draft = state == "draf"
    return Steps(
        write=draft and allows(viewer, "reporting.release_write"),
        mark=draft and bool(page.pieces) and allows(viewer, "reporting.release_mark"),
        submit=draft and sound and allows(viewer, "reporting.release_submit"),
        send_back=state in ("diajukan", "disetujui") and allows(viewer, "reporting.release_return"),
        approve=state == "diajukan"
        and sound
        and not page.own
        and allows(viewer, "reporting.release_approve"),
        publish=state == "disetujui" and sound and allows(viewer, "reporting.release_publish"),
        correct=state == "terbit" and allows(viewer, "reporting.release_write"),
        drop=not out and state != "batal" and allows(viewer, "reporting.release_drop"),
        reply=out and allows(viewer, "reporting.reply"),
    )


def public_address(slug: str) -> str:
    """Where everybody reads a release."""
    return reverse("portal:release", args=[slug])


def state_words(row: ReleaseRow) -> tuple[str, str]:
    """The tag of a release and its words; under embargo it is not out yet."""
    if row.state == "terbit" and not row.visible:
        return "wait", _("Di bawah embargo")
    return STATES[row.state], row.state_label


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text."""
    return [part.strip() for part in text.split("\n\n") if part.strip()]


def release_initial(viewer: Viewer, place: str) -> dict[str, object]:
    """What a new release begins with."""
    return {"dated": clock.today(), "city": place, "election": str(viewer.election_id or "")}


def evaluation_initial(viewer: Viewer) -> dict[str, object]:
    """A new evaluation begins with the election looked at, from its first day up to today."""
    today = clock.today()
    first = date(today.year, 1, 1)
    if viewer.election_id is not None:
        opened = [row.span.opens for row in stages.schedule(viewer) if row.span.opens]
        if opened:
            first = moments.day_of(min(opened), clock.zone())
    return {"election": str(viewer.election_id or ""), "first": first, "last": max(first, today)}


@dataclass(frozen=True)
class PlanShown:
    """A plan with the lines that a page shows, and how many it leaves out."""

    plan: Plan
    lines: tuple[tuple[Line, str], ...]
    more: int
    counts: tuple[tuple[str, str, int], ...]
    remark: Said | None


def plans(page: EvaluationPage) -> tuple[PlanShown, ...]:
    """The plans of an evaluation; of tasks only those that are not done."""
    return tuple(_plan(one, page) for one in page.plans)


def _plan(plan: Plan, page: EvaluationPage) -> PlanShown:
    kept = [one for one in plan.lines if plan.code != evaluating.TASKS or one.standing not in DONE]
    return PlanShown(
        plan=plan,
        lines=tuple((one, STANDINGS[one.standing]) for one in kept[:PLAN_LINES]),
        more=max(0, len(kept) - PLAN_LINES),
        counts=tuple(
            (STANDINGS[code], say(NAMES[code]), count) for code, count in plan.balance.counts
        ),
        remark=page.remarks.get(plan.code),
    )


def standing_name(code: str) -> str:
    """A standing in words."""
    return say(NAMES[code])


@dataclass(frozen=True)
class DayOfNews:
    """The articles of one day."""

    day: date
    rows: tuple[tuple[ClippingRow, str, str], ...]


def by_day(rows: Iterable[ClippingRow]) -> tuple[DayOfNews, ...]:
    """Articles by day, with tag and word of their tone."""
    days: dict[date, list[tuple[ClippingRow, str, str]]] = {}
    for row in rows:
        shown = (row, TONE_TAGS[row.tone], say(TONES[row.tone]))
        days.setdefault(row.published_on, []).append(shown)
    return tuple(DayOfNews(day, tuple(found)) for day, found in days.items())


def months_around(year: int, month: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """The months before and after one."""
    first = date(year, month, 1)
    before, after = first - timedelta(days=1), first + timedelta(days=32)
    return (before.year, before.month), (after.year, after.month)


def days_around(day: date) -> tuple[date, date | None]:
    """The day before, and the day after unless it has not come."""
    after = day + timedelta(days=1)
    return day - timedelta(days=1), after if after <= clock.today() else None


def month_table(rows: Iterable[ClippingRow]) -> list[Row]:
    """The articles of a month for CSV and XLSX."""
    table: list[Row] = [
        ["tanggal", "media", "judul", "tautan", "nada", "pokok", "tahapan", "perlu_jawaban"]
    ]
    for row in rows:
        if not row.struck:
            asks = "ya" if row.needs_answer else "tidak"
            values = [row.published_on.isoformat(), row.outlet, row.title, row.link]
            table.append([*values, TONES[row.tone].id, row.topic, row.stage, asks])
    return table


def day_table(sheet: DaySheet) -> list[Row]:
    """The daily sheet for CSV and XLSX."""
    table: list[Row] = [["tanggal", "macam", "jam", "kegiatan", "tempat", "dasar", "keadaan"]]
    day = sheet.day.isoformat()
    for one in sheet.lines:
        table.append([day, one.sort, one.hours, one.text, one.place, one.ground, one.state])
    for name, figure in sheet.figures:
        table.append([day, "angka", "", name.id, "", "", render(figure, "id")])
    return table


def election_for_task(viewer: Viewer) -> int | None:
    """The election whose task an answer to the press is: the one looked at, else the first."""
    choices = running_elections(viewer)
    return viewer.election_id or (choices[0].id if choices else None)


SECTIONS = {
    evaluating.SUMMARY: Text("Ringkasan", "Summary"),
    evaluating.OBSTACLES: Text("Hambatan", "Obstacles"),
    evaluating.POINTS: Text("Tindak lanjut", "Follow-ups"),
    evaluating.END: Text("Penutup", "Closing"),
}


def section_name(page: EvaluationPage, section: str) -> str:
    """A section of an evaluation in words; '' for one that it does not have."""
    names = {**SECTIONS, **evaluating.NAMES, **{one.code: one.name for one in page.told}}
    return say(names[section]) if section in names else ""


def remarks(page: EvaluationPage) -> dict[str, Said | None]:
    """The authors' words to the sections around the figures."""
    return {
        "summary": page.remarks.get(evaluating.SUMMARY),
        "obstacles": page.remarks.get(evaluating.OBSTACLES),
        "points": page.remarks.get(evaluating.POINTS),
        "end": page.remarks.get(evaluating.END),
    }
