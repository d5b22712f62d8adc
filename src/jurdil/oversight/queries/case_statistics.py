"""Statistics of findings and reports, with their sums checked before they are shown."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.language import say
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure, Input, total
from jurdil.law.oversight import case_figures, case_words, cases
from jurdil.law.oversight.case_figures import Mismatch, Summary
from jurdil.law.oversight.cases import Tally
from jurdil.law.text import Text
from jurdil.oversight import case_store
from jurdil.oversight.models import Case
from jurdil.places import queries as places

MONTHS = range(1, 13)
REFUSED = "tidak-diregistrasi"
KECAMATAN = case_store.KECAMATAN


@dataclass(frozen=True)
class Counted:
    """A row of a table: reports, findings, both."""

    name: str
    reports: int
    findings: int

    @property
    def both(self) -> int:
        return self.reports + self.findings


@dataclass(frozen=True)
class Statistics:
    """The cases of a year. Tips are counted apart: they are no reports."""

    year: int
    summary: Summary
    all: Figure
    treated: Figure
    tips: int
    tally: Tally
    outcomes: tuple[tuple[str, int], ...]
    shared: int
    reasons: tuple[tuple[str, int], ...]
    months: tuple[tuple[date, Counted], ...]
    places: tuple[Counted, ...]
    actors: tuple[Counted, ...]
    mismatches: tuple[Mismatch, ...]


@query("oversight.case_statistics")
def case_statistics(viewer: Viewer, year: int) -> Statistics:
    """Reports and findings received in a year, and what became of them until now."""
    found = _cases(viewer, year)
    rows = [row for row in found if row.kind != Case.Kind.TIP]
    summary = _summary(rows)
    decided = [row.outcomes for row in rows if row.outcomes]
    tally = cases.tally(decided)
    names = places.names(viewer, {row.path[:KECAMATAN] for row in rows})
    return Statistics(
        year=year,
        summary=summary,
        all=_all(summary),
        treated=_treated(summary),
        tips=len(found) - len(rows),
        tally=tally,
        outcomes=tuple((say(cases.outcomes()[k].name), n) for k, n in tally.by_outcome.items()),
        shared=sum(1 for one in decided if len(set(one)) > 1),
        reasons=_reasons(rows),
        months=_months(rows, year),
        places=_grouped(rows, lambda row: names.get(row.path[:KECAMATAN], _("Tingkat kabupaten"))),
        actors=_grouped(rows, lambda row: say(case_words.actors()[row.actor].name)),
        mismatches=case_figures.check(summary, len(rows)),
    )


@query("oversight.case_statistics")
def case_table(viewer: Viewer, year: int) -> list[tuple[str | int, ...]]:
    """The cases of a year as a table for spreadsheets, without a word about any person."""
    head = (
        _("Nomor penerimaan"),
        _("Nomor registrasi"),
        _("Jenis"),
        _("Diterima"),
        _("Tempat"),
        _("Terlapor"),
        _("Aturan"),
        _("Dalam batas waktu"),
        _("Keadaan"),
        _("Hasil"),
    )
    rows = _cases(viewer, year)
    names = places.names(viewer, {row.path for row in rows})
    return [head, *(_line(row, names.get(row.path, row.path)) for row in rows)]


def _line(row: Case, place: str) -> tuple[str | int, ...]:
    known = cases.outcomes()
    kept = {True: _("ya"), False: _("tidak"), None: ""}[row.in_time]
    return (
        row.intake_number,
        row.number,
        str(row.get_kind_display()),
        f"{row.received_at.astimezone(clock.zone()):%Y-%m-%d}",
        place,
        say(case_words.actors()[row.actor].name),
        row.regime,
        kept,
        say(cases.states()[row.state].name),
        "; ".join(say(known[one].name) for one in row.outcomes),
    )


def _cases(viewer: Viewer, year: int) -> list[Case]:
    rows = Case.objects.filter(path__within=viewer.path).order_by("received_at", "pk")
    begins, ends = (datetime(one, 1, 1, tzinfo=clock.zone()) for one in (year, year + 1))
    return list(rows.filter(received_at__gte=begins, received_at__lt=ends))


def _summary(rows: Iterable[Case]) -> Summary:
    kinds, fates = Counter[str](), Counter[str]()
    for row in rows:
        kinds[row.kind] += 1
        fates[_fate(row)] += 1
    return Summary(
        kinds[Case.Kind.REPORT],
        kinds[Case.Kind.FINDING],
        fates["registered"],
        fates["not"],
        fates["process"],
    )


def _fate(row: Case) -> str:
    """A case handed over before it was registered was not refused; another level works on it."""
    if row.registered_at is not None:
        return "registered"
    return "not" if row.state == REFUSED else "process"


def _all(summary: Summary) -> Figure:
    parts = (
        Input(Text("Laporan", "Reports"), summary.reports),
        Input(Text("Temuan", "Findings"), summary.findings),
    )
    return total(parts, article="", confirmed=True)


def _treated(summary: Summary) -> Figure:
    parts = (
        Input(Text("Diregistrasi", "Registered"), summary.registered),
        Input(Text("Tidak diregistrasi", "Not registered"), summary.not_registered),
        Input(Text("Dalam proses", "In process"), summary.in_process),
    )
    return total(parts, article="", confirmed=True)


def _reasons(rows: Iterable[Case]) -> tuple[tuple[str, int], ...]:
    found = Counter(row.reason for row in rows if row.reason)
    return tuple(
        (say(one.name), found[code]) for code, one in cases.reasons().items() if found[code]
    )


def _months(rows: list[Case], year: int) -> tuple[tuple[date, Counted], ...]:
    zone = clock.zone()
    return tuple(
        (
            date(year, month, 1),
            _counted("", [r for r in rows if r.received_at.astimezone(zone).month == month]),
        )
        for month in MONTHS
    )


def _grouped(rows: Iterable[Case], name) -> tuple[Counted, ...]:
    groups: dict[str, list[Case]] = {}
    for row in rows:
        groups.setdefault(name(row), []).append(row)
    found = (_counted(key, value) for key, value in groups.items())
    return tuple(sorted(found, key=lambda one: (-one.both, one.name)))


def _counted(name: str, rows: list[Case]) -> Counted:
    kinds = Counter(row.kind for row in rows)
    return Counted(name, kinds[Case.Kind.REPORT], kinds[Case.Kind.FINDING])
