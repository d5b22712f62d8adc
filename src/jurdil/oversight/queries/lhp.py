"""Readings of supervision reports: lists, one report, its files and its paper."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from jurdil.kernel import clock, files, paging
from jurdil.kernel.acts import query
from jurdil.kernel.documents.sheet import pdf
from jurdil.kernel.language import say
from jurdil.kernel.models import StoredFile
from jurdil.kernel.policy import allows
from jurdil.kernel.roles import ROLES
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import field_reports as law
from jurdil.law.oversight.checklists import Checklist
from jurdil.law.oversight.field_reports import Standing, State
from jurdil.oversight import lhp_checklists, lhp_labels, lhp_paper, lhp_sight
from jurdil.oversight.lhp_facts import of_content, report_of, source_of
from jurdil.oversight.lhp_records import (
    Answered,
    Differing,
    LhpLine,
    LhpPage,
    Link,
    VersionLine,
    Wanted,
)
from jurdil.oversight.lhp_writing import level_of
from jurdil.oversight.models import (
    Advice,
    FindingDraft,
    IkpEvent,
    Lhp,
    LhpEvidence,
    LhpVersion,
    Prevention,
    TpsFlag,
)

PAGE = 50


@query("oversight.lhp")
def lhp_lines(viewer: Viewer, wanted: Wanted, *, after: str = "") -> paging.Page[LhpLine]:
    """A page of reports in sight, the newest first."""
    rows = _filtered(viewer, wanted)
    total = rows.count()
    if key := paging.decode(after, int):
        rows = rows.filter(pk__lt=key[0])
    found = _lines(viewer, rows.order_by("-pk")[: PAGE + 1])
    return paging.page_of(found, PAGE, lambda line: (line.row.pk,), first=not after, total=total)


@query("oversight.lhp")
def lhp_to_examine(viewer: Viewer, most: int = PAGE) -> tuple[LhpLine, ...]:
    """What it is the viewer's turn to examine, the oldest first, no more than `most`."""
    return _lines(viewer, lhp_sight.waiting_for(viewer).order_by("changed_at", "pk")[:most])


@query("oversight.lhp")
def lhp_to_examine_count(viewer: Viewer) -> int:
    """How many reports it is the viewer's turn to examine."""
    return lhp_sight.waiting_for(viewer).count()


@query("oversight.lhp")
def lhp_turns(viewer: Viewer) -> int:
    """How many reports wait for the viewer: to examine, or to repair."""
    return lhp_sight.waiting_for(viewer).count() + lhp_sight.returned_to(viewer).count()


@query("oversight.lhp")
def lhp_returned(viewer: Viewer) -> tuple[tuple[LhpLine, str], ...]:
    """The viewer's own reports that came back, each with the reason."""
    lines = _lines(viewer, lhp_sight.returned_to(viewer).order_by("changed_at", "pk"))
    reasons = lhp_sight.reasons_of(line.row for line in lines)
    return tuple((line, reasons.get(line.row.pk, "")) for line in lines)


@query("oversight.lhp")
def lhp(viewer: Viewer, report_id: int) -> LhpPage:
    """One report whole. Raises Lhp.DoesNotExist out of sight."""
    row = lhp_sight.visible(viewer).select_related("election").get(pk=report_id)
    report = of_content(row.content)
    checklist = lhp_checklists.known().get(row.checklist)
    standing, level = Standing(State(row.state), row.level), level_of(viewer.role)
    own = viewer.account_id is not None and row.account_id == viewer.account_id
    may = allows(viewer, "oversight.lhp_examine") and not own
    roles = law.witness_roles()
    return LhpPage(
        row=row,
        report=report,
        hours=lhp_labels.span(report.begins_at, report.ends_at),
        place=lhp_sight.place_names(viewer, {row.path})[row.path],
        stage=lhp_sight.stage_name(row),
        form=law.forms()[report.form].name,
        level=lhp_labels.LEVELS[row.level],
        checklist=checklist,
        answers=_answers(checklist, report.answers),
        witnesses=tuple((one, roles[one.role].name) for one in row.witnesses.all()),
        evidence=tuple(row.evidence.select_related("file")),
        versions=_versions(row, checklist),
        history=tuple(row.steps.all()),
        links=_links(viewer, row),
        doubts=law.doubts(report.begins_at, report.ends_at, row.submitted_at, row.clock_gap),
        steps=law.steps(standing, level) if may else (),
        over=level != row.level,
        writes=own and standing.state in (State.WAITING, State.RETURNED),
    )


@query("oversight.lhp")
def lhp_picture(viewer: Viewer, report_id: int, evidence_id: int, page: int) -> bytes:
    """A page of evidence as a plain picture. Raises LhpEvidence.DoesNotExist."""
    found = _evidence(viewer, report_id, evidence_id)
    if not 0 < page <= len(found.views):
        raise LhpEvidence.DoesNotExist
    return files.content(StoredFile.objects.get(pk=found.views[page - 1]))


@query("oversight.lhp_rollup")
def lhp_original(viewer: Viewer, report_id: int, evidence_id: int) -> tuple[StoredFile, bytes]:
    """Evidence as it came, for whoever examines. Raises LhpEvidence.DoesNotExist."""
    found = _evidence(viewer, report_id, evidence_id)
    return found.file, files.content(found.file)


@query("oversight.lhp")
def lhp_pdf(viewer: Viewer, report_id: int) -> bytes:
    """Formulir Model A of a report. Raises Lhp.DoesNotExist."""
    with translation.override("id"):
        return pdf(lhp_paper.form_a(lhp(viewer, report_id)))


@query("oversight.lhp")
def lhp_rows(viewer: Viewer, wanted: Wanted) -> list[tuple[str | int | None, ...]]:
    """The list as a table: no names of witnesses, no story of an alleged violation."""
    heads = (
        *(_("Nomor"), _("Kode tempat"), _("Tempat"), _("Yang diawasi"), _("Mulai"), _("Selesai")),
        *(_("Pengawas"), _("Peran"), _("Keadaan"), _("Menunggu"), _("Versi"), _("Bukti")),
        *(_("Dugaan pelanggaran"), _("Potensi sengketa"), _("Hasil singkat")),
    )
    lines = _lines(viewer, _filtered(viewer, wanted).order_by("-pk"))
    counts = dict(_evidence_counts([line.row.pk for line in lines]))
    return [heads, *(_table_row(line, counts.get(line.row.pk, 0)) for line in lines)]


@query("oversight.lhp")
def lhp_of(viewer: Viewer, source: str) -> LhpLine | None:
    """The report that a row names as its source, if it is in sight."""
    number = report_of(source)
    row = lhp_sight.visible(viewer).filter(pk=number).first() if number else None
    return _lines(viewer, [row])[0] if row else None


def _filtered(viewer: Viewer, wanted: Wanted) -> QuerySet[Lhp]:
    rows = lhp_sight.visible(viewer)
    if wanted.turn == "saya":
        rows = lhp_sight.waiting_for(viewer)
    elif wanted.turn == "kembali":
        rows = lhp_sight.returned_to(viewer)
    elif wanted.turn == "milik":
        rows = rows.filter(account_id=viewer.account_id or 0)
    elif wanted.turn == "tanpa-nomor":
        rows = rows.filter(number="").exclude(state=State.RETURNED)
    if wanted.state:
        rows = rows.filter(state=wanted.state)
    if wanted.checklist:
        rows = rows.filter(checklist__startswith=f"{wanted.checklist}@")
    if wanted.path:
        rows = rows.filter(path__within=wanted.path)
    return rows


def _lines(viewer: Viewer, rows: Iterable[Lhp]) -> tuple[LhpLine, ...]:
    found, known = list(rows), lhp_checklists.known()
    names = lhp_sight.place_names(viewer, {row.path for row in found})
    return tuple(
        LhpLine(
            row,
            names[row.path],
            known[row.checklist].name if row.checklist in known else lhp_labels.PLAIN,
            lhp_labels.LEVELS[row.level],
        )
        for row in found
    )


def _answers(checklist: Checklist | None, said: Mapping[str, Any]) -> tuple[Answered, ...]:
    if checklist is None:
        return ()
    return tuple(
        Answered(
            item,
            said.get(item.id),
            item.id in said and item.alarms(said[item.id].value),
        )
        for item in checklist.items
    )


def _versions(row: Lhp, checklist: Checklist | None) -> tuple[VersionLine, ...]:
    found: list[LhpVersion] = list(row.versions.all())
    lines: list[VersionLine] = []
    before: LhpVersion | None = None
    for one in found:
        content = before.content if before else one.content
        shown = tuple(
            Differing(
                lhp_labels.field_name(change.field, checklist),
                lhp_labels.value_of(change.field, change.before),
                lhp_labels.value_of(change.field, change.after),
            )
            for change in law.differences(content, one.content)
        )
        lines.append(VersionLine(one, shown))
        before = one
    return tuple(reversed(lines))


def _links(viewer: Viewer, row: Lhp) -> tuple[Link, ...]:
    source, found = source_of(row.pk), []
    mine = Q(path__within=viewer.path)
    for prevention in Prevention.objects.filter(mine, source=source):
        kind = _("Pencegahan")
        found.append(Link(kind, prevention.purpose, "oversight:prevention", prevention.pk))
    for advice in Advice.objects.filter(mine, source=source):
        found.append(Link(_("Saran perbaikan"), advice.stage, "oversight:advice", advice.pk))
    for draft in FindingDraft.objects.filter(mine, source=source):
        found.append(Link(_("Konsep temuan"), draft.title, "oversight:draft", draft.pk))
    for event in IkpEvent.objects.filter(mine, origin=source):
        found.append(Link(_("Kejadian IKP"), event.source, "oversight:event", event.pk))
    flags = TpsFlag.objects.filter(mine, source=source).values_list("path", flat=True)
    for path in sorted(set(flags)):
        found.append(Link(_("TPS rawan"), path, "oversight:tps_one", path))
    return tuple(found)


def _evidence(viewer: Viewer, report_id: int, evidence_id: int) -> LhpEvidence:
    row = lhp_sight.visible(viewer).get(pk=report_id)
    found: LhpEvidence = row.evidence.select_related("file").get(pk=evidence_id)
    return found


def _evidence_counts(reports: list[int]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for pk in LhpEvidence.objects.filter(report__in=reports).values_list("report", flat=True):
        counts[pk] = counts.get(pk, 0) + 1
    return counts


def _table_row(line: LhpLine, evidence: int) -> tuple[str | int | None, ...]:
    row = line.row
    return (
        row.number,
        row.path,
        line.place,
        say(line.about),
        _minute(row.begins_at),
        _minute(row.ends_at),
        row.account_name,
        say(ROLES[row.role].name) if row.role in ROLES else row.role,
        str(row.get_state_display()),
        "" if row.state == State.ACCEPTED else say(line.level),
        row.version,
        evidence,
        _("ya") if row.violation else _("tidak"),
        _("ya") if row.dispute else _("tidak"),
        row.content["story"],
    )


def _minute(moment: datetime) -> str:
    return f"{moment.astimezone(clock.zone()):%Y-%m-%d %H:%M}"
