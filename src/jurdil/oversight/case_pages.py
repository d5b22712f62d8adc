"""What the pages of findings and reports show beside the rows: choices, hours, days."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jurdil.kernel import clock
from jurdil.kernel.language import say
from jurdil.kernel.policy import allows
from jurdil.kernel.queries import documents
from jurdil.kernel.viewer import Viewer
from jurdil.law.deadlines import Moment
from jurdil.law.oversight import clocks
from jurdil.law.oversight.case_clocks import Mark, Strip
from jurdil.law.text import Text
from jurdil.oversight import case_papers, keeping, pages, queries
from jurdil.oversight.queries.case_page import CasePage
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.web import words

STATES = {
    "informasi-awal": "info",
    "laporan-daring": "wait",
    "diterima": "info",
    "kajian-awal": "info",
    "dilengkapi": "wait",
    "diregistrasi": "info",
    "tidak-diregistrasi": "none",
    "klarifikasi": "info",
    "kajian": "info",
    "diputus": "ok",
    "diumumkan": "ok",
    "dilimpahkan": "none",
    "dihentikan": "none",
}
SIGNS = {
    Mark.NONE: "",
    Mark.START: "▷",
    Mark.COUNTED: "■",
    Mark.SKIPPED: "–",
    Mark.LAST: "◆",
}
MEANINGS = {
    Mark.NONE: "",
    Mark.START: gettext_lazy("hari mulai"),
    Mark.COUNTED: gettext_lazy("dihitung"),
    Mark.SKIPPED: gettext_lazy("tidak dihitung"),
    Mark.LAST: gettext_lazy("hari terakhir"),
}
MINUTES = 20
ACTS = (
    "receive",
    "finding",
    "tip",
    "party",
    "strike",
    "evidence",
    "check",
    "step",
    "move",
    "file",
    "reveal",
    "summon",
    "heard",
    "gakkumdu",
    "event",
    "hearing",
    "refer",
    "answered",
    "index",
    "statistics",
)


@dataclass(frozen=True)
class Intake:
    """The words of a page by which something comes in."""

    title: Any
    lead: Any
    button: Any


RECEIVE = Intake(
    gettext_lazy("Terima laporan"),
    gettext_lazy(
        "Salin dari formulir pelapor. Laporan yang lewat batas waktu tetap dicatat; pleno yang "
        "memutusnya."
    ),
    gettext_lazy("Catat laporan"),
)
FINDING = Intake(
    gettext_lazy("Buat temuan"),
    gettext_lazy("Temuan pengawas sendiri. Batas waktunya dihitung sejak dugaan diketahui."),
    gettext_lazy("Catat temuan"),
)
TIP = Intake(
    gettext_lazy("Catat informasi awal"),
    gettext_lazy("Dari telepon, pesan, atau cerita. Ini bukan laporan; pengawas menelusurinya."),
    gettext_lazy("Catat informasi"),
)


@dataclass(frozen=True)
class Cell:
    """A day of a clock: its sign, and what it says to who cannot see it."""

    sign: str
    meaning: str
    today: bool


@dataclass(frozen=True)
class Drawn:
    """The strip of a case as a table: heads by day, a row per clock."""

    heads: tuple[tuple[str, str, bool], ...]
    rows: tuple[tuple[Text, str, tuple[Cell, ...]], ...]
    cut: bool


def rights(viewer: Viewer) -> dict[str, bool]:
    """What the viewer may do with cases, by the last word of the right."""
    return {name: allows(viewer, f"oversight.case_{name}") for name in ACTS}


def elections(viewer: Viewer) -> list[tuple[str, str]]:
    """The running elections that a report may be about."""
    found = queries.report_elections(viewer)
    return [(str(pk), say(name)) for pk, name, _regime in found]


def minutes(viewer: Viewer) -> list[tuple[str, str]]:
    """The latest minutes that this house drafted and the viewer may read."""
    if not allows(viewer, "document.view"):
        return []
    rows = documents.papers(viewer, kind="ba")[:MINUTES]
    return [(str(row.id), f"{row.number or row.state_label}: {row.title}") for row in rows]


def forms(page: CasePage) -> list[tuple[str, str]]:
    """The forms of the law that a case can fill now, with their names."""
    election = keeping.election_kind(page.case.election)
    kinds = case_papers.kinds_for(page)
    return [(kind, say(case_papers.form_of(election, kind).name)) for kind in kinds]


def place_groups(viewer: Viewer) -> list[tuple[str, Any]]:
    """Villages under their kecamatan, for people who know no codes."""
    groups: list[tuple[str, Any]] = []
    for row in places.all_places(viewer):
        if row.level == paths.KECAMATAN:
            groups.append((row.label, [(row.path, _("Seluruh kecamatan"))]))
        elif row.level == paths.VILLAGE and groups:
            groups[-1][1].append((row.path, row.label))
    return groups


def regime(viewer: Viewer) -> str:
    """The regime of handling of today, for the newest running election."""
    return clocks.regime_for(_kind(viewer), clock.today()).id


def _kind(viewer: Viewer) -> str:
    found = queries.report_elections(viewer)
    pilkada = any(regime.startswith(clocks.PILKADA) for _pk, _name, regime in found[:1])
    return clocks.PILKADA if pilkada else clocks.PEMILU


def hours(viewer: Viewer) -> tuple[tuple[str, str], ...]:
    """The hours of the desk: days in words, from and until."""
    rows = queries.desk_hours(viewer, _kind(viewer))
    return tuple((_days(one.days), f"{one.opens:%H.%M}–{one.closes:%H.%M}") for one in rows)


def _days(days: tuple[int, ...]) -> str:
    names = [_weekday(one) for one in days]
    return names[0] if len(names) == 1 else f"{names[0]}–{names[-1]}"


def _weekday(number: int) -> str:
    monday = date(2024, 1, 1)
    return words.long_day(monday.replace(day=number)).partition(",")[0]


def of_draft(viewer: Viewer, draft: Any) -> dict[str, Any]:
    """What the form of a finding begins with when it is made from a draft."""
    known = draft.discovered_at.astimezone(clock.zone()).date()
    chosen = next((str(pk) for pk, _n, _r in queries.report_elections(viewer)), "")
    return {
        "title": draft.title,
        "story": draft.story,
        "known_on": known,
        "happened_on": known,
        "path": draft.path,
        "election": str(draft.election or chosen),
    }


def crumbs(page: Any, label: str) -> pages.Crumbs:
    """The way to a page below a case."""
    here = (page.number, reverse("oversight:case", args=[page.case.pk]))
    return pages.crumbs("oversight:cases", _("Temuan dan laporan"), here, (label, ""))


def drawn(strip: Strip) -> Drawn:
    """The strip with its days in words."""
    today = clock.today()
    heads = tuple((str(day.day), words.long_day(day), day == today) for day in strip.days)
    rows = tuple(
        (
            row.due.rule.name,
            _kept(row.kept),
            tuple(
                Cell(SIGNS[mark], str(MEANINGS[mark]), day == today)
                for mark, day in zip(row.marks, strip.days, strict=True)
            ),
        )
        for row in strip.rows
    )
    return Drawn(heads, rows, strip.cut)


def _kept(at: Moment | None) -> str:
    return words.moment(at) if isinstance(at, datetime) else words.day(at)
