"""Supervision reports (LHP): submitted, repaired, examined, numbered; witnesses revealed."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jurdil.kernel import clock, photos
from jurdil.kernel.acts import Done, Refused, act, inner
from jurdil.kernel.models import StoredFile
from jurdil.kernel.photos import Photo
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import checklists as lists
from jurdil.law.oversight import field_reports as law
from jurdil.law.oversight.checklists import Checklist
from jurdil.law.oversight.field_reports import EXAMINERS_STEPS, State, Step
from jurdil.office import keeping as office_keeping
from jurdil.oversight import drafting, keeping, lhp_checklists, lhp_sight, lhp_writing
from jurdil.oversight.actions.risk import propose
from jurdil.oversight.lhp_facts import Report, Witness, of_content, source_of
from jurdil.oversight.models import (
    FindingDraft,
    IkpEvent,
    Lhp,
    LhpEvidence,
    LhpWitness,
    OfficeChecklist,
)

MOST_EVIDENCE = 40


@act("oversight.lhp_submit")
def submit_lhp(
    *,
    by: Viewer,
    report: Report,
    witnesses: Iterable[Witness] = (),
    report_id: int | None = None,
) -> Done[Lhp]:
    """Submit a report at the office, or a repaired version of it.

    Raises Lhp.DoesNotExist out of sight, `Refused` for what a report must say, a time that has not
    come, another author, or one that is examined or accepted.
    """
    if report.ends_at > clock.now():
        raise Refused(_("Pengawasan dilaporkan setelah selesai; jam selesainya masih di depan."))
    author = lhp_writing.author_of(by)
    if report_id is None:
        row, new = lhp_writing.submit(author, report, witnesses), True
    else:
        found = lhp_sight.locked(by, report_id)
        row, new = lhp_writing.rewrite(found, author, report, witnesses)
    if not new:
        raise Refused(_("Tidak ada yang berubah dari versi sebelumnya."))
    return _done(row, {"checklist": row.checklist})


@act("oversight.lhp_examine")
def step_lhp(*, by: Viewer, report_id: int, step: str, reason: str = "") -> Done[Lhp]:
    """Examine, accept or return a report.

    Raises Lhp.DoesNotExist out of sight, `Refused` when it is not this level's turn, for an own
    report, and for a return or a taking over without its reason.
    """
    if step not in EXAMINERS_STEPS:
        raise Refused(_("Pilih periksa, terima, atau kembalikan."))
    row = lhp_writing.take_step(lhp_sight.locked(by, report_id), by, Step(step), reason)
    return _done(row, {"step": step})


@act("oversight.lhp_number")
def number_lhp(*, by: Viewer, report_id: int, series: str, day: date) -> Done[Lhp]:
    """Give a report its number in the one series of the regency (SE Bawaslu 15/2023 E.8).

    Raises `Refused` for one that has a number or was returned, an unknown classification, or a day
    that has not come.
    """
    row = lhp_sight.locked(by, report_id)
    if row.number:
        raise Refused(_("LHP ini sudah bernomor %(number)s.") % {"number": row.number})
    if row.state == State.RETURNED:
        raise Refused(_("LHP ini sedang diperbaiki; beri nomor setelah kembali."))
    keeping.past(day, _("Tanggal nomor"))
    row.year = day.year
    row.serial = office_keeping.next_number(Lhp.objects.filter(year=day.year), "serial")
    try:
        row.number = law.number(row.serial, series, row.path, day)
    except ValueError as error:
        raise Refused(_("Pilih kode klasifikasi.")) from error
    row.numbered_at = clock.now()
    row.save(update_fields=["year", "serial", "number", "numbered_at"])
    return _done(row, {"number": row.number})


@act("oversight.lhp_evidence")
def add_lhp_evidence(*, by: Viewer, report_id: int, photo: Photo, caption: str = "") -> Done[Lhp]:
    """Add a photo or a PDF to a report. Raises `Refused` after it was accepted, or for too many."""
    row = lhp_sight.locked(by, report_id)
    file, views = photos.keep(photo, row.path)
    keep_evidence(row, by.name, file, views, caption)
    return _done(row, {"file": file.pk})


@inner
def keep_evidence(
    row: Lhp,
    name: str,
    file: StoredFile,
    views: list[str],
    caption: str,
    *,
    announced: bool = False,
) -> LhpEvidence:
    """Point a report at evidence that is kept; the same file again is the same evidence.

    What a phone announced with its report may arrive after it was accepted. Raises `Refused`.
    """
    if row.state == State.ACCEPTED and not announced:
        raise Refused(_("LHP ini sudah diterima Bawaslu; buktinya tidak berubah lagi."))
    known = row.evidence.filter(file=file).first()
    if known is not None:
        return known
    if row.evidence.count() >= MOST_EVIDENCE:
        raise Refused(_("Paling banyak %(most)s bukti untuk satu LHP.") % {"most": MOST_EVIDENCE})
    return LhpEvidence.objects.create(
        report=row,
        file=file,
        views=views,
        name=file.name,
        caption=caption.strip()[:200],
        account_name=name,
        added_at=clock.now(),
    )


@act("oversight.lhp_reveal")
def reveal_witness(
    *, by: Viewer, report_id: int, witness_id: int, purpose: str
) -> Done[tuple[str, str]]:
    """Name and contact of a witness, for a purpose that stands in the ledger.

    Raises LhpWitness.DoesNotExist out of sight, `Refused` without a purpose.
    """
    reason = keeping.wanted(purpose, _("Tulis untuk keperluan apa identitas ini dibuka."))
    row = lhp_sight.visible(by).get(pk=report_id)
    witness = LhpWitness.objects.get(pk=witness_id, report=row)
    facts = {"witness": witness.pk, "purpose": reason}
    return Done(lhp_writing.opened(witness), f"lhp:{row.pk}", row.path, facts)


@act("oversight.lhp_draft")
def draft_from_lhp(*, by: Viewer, report_id: int, title: str, rule: str) -> Done[FindingDraft]:
    """A draft finding from a report that alleges a violation; its clock begins now.

    Raises `Refused` for a report without such an event, without title or rule, for a second one.
    """
    row = lhp_sight.visible(by).get(pk=report_id)
    if not row.violation:
        raise Refused(_("LHP ini tidak memuat dugaan pelanggaran. Kembalikan dulu bila keliru."))
    said = of_content(row.content)
    made = drafting.from_report(
        source=source_of(row.pk),
        election=row.election,
        path=row.path,
        day=said.ends_at.astimezone(clock.zone()).date(),
        title=keeping.wanted(title, _("Isi judul konsep temuan.")),
        rule=keeping.wanted(rule, _("Sebutkan ketentuan yang diduga dilanggar.")),
        story=f"{said.event}\n\n{said.story}",
    )
    return Done(made, f"finding_draft:{made.pk}", row.path, {"source": made.source})


@act("oversight.lhp_propose")
def propose_from_lhp(*, by: Viewer, report_id: int, values: dict[str, Any]) -> Done[IkpEvent]:
    """Propose an event of the index from a report. Raises `Refused` for a second proposal."""
    row = lhp_sight.visible(by).get(pk=report_id)
    origin = source_of(row.pk)
    if IkpEvent.objects.filter(origin=origin).exclude(state=IkpEvent.State.WITHDRAWN).exists():
        raise Refused(_("LHP ini sudah mengusulkan kejadian IKP."))
    made = propose(by=by, origin=origin, **values)
    return Done(made, f"ikp_event:{made.pk}", made.path, {"source": origin})


@act("oversight.lhp_checklist")
def publish_checklist(*, by: Viewer, checklist: Checklist, basis: str) -> Done[OfficeChecklist]:
    """Publish the office's own version of a checklist; the earlier versions stay.

    Raises `Refused` without questions or basis, and for a version that says nothing new.
    """
    if not 0 < len(checklist.items) <= lists.MOST_ITEMS:
        raise Refused(_("Alat kerja memuat 1 sampai %(n)s pertanyaan.") % {"n": lists.MOST_ITEMS})
    reason = keeping.wanted(basis, _("Sebutkan dasarnya: surat edaran atau keputusan."))
    versions = [one for one in lhp_checklists.known().values() if one.id == checklist.id]
    version = max((one.version for one in versions), default=0) + 1
    content = {**lists.as_rows(checklist), "version": version}
    if any(
        lists.digest(lists.from_rows({**content, "version": one.version})) == lists.digest(one)
        for one in versions
    ):
        raise Refused(_("Pertanyaannya sama dengan versi sebelumnya."))
    made = OfficeChecklist.objects.create(
        code=checklist.id,
        version=version,
        content=content,
        digest=lists.digest(lists.from_rows(content)),
        basis=reason,
        path=by.path,
        account_id=by.account_id,
        account_name=by.name,
        published_at=clock.now(),
    )
    facts = {"checklist": f"{made.code}@{version}", "digest": made.digest}
    return Done(made, f"checklist:{made.pk}", by.path, facts)


def _done(row: Lhp, facts: dict[str, Any]) -> Done[Lhp]:
    shared = {"version": row.version, "state": row.state, "level": row.level}
    return Done(row, f"lhp:{row.pk}", row.path, shared | facts)
