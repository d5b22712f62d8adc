"""Evidence of an activity, and its ties to the expense file and to a meeting."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext as _

from jurdil.kernel import clock, files
from jurdil.kernel.acts import Done, Refused, act, inner
from jurdil.kernel.language import say
from jurdil.kernel.models import StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law.outreach import links
from jurdil.law.outreach.states import State
from jurdil.meetings import queries as meetings
from jurdil.office import actions as office
from jurdil.outreach import store
from jurdil.outreach.models import Activity, Evidence
from jurdil.outreach.records import NewEvidence

DIVISION = "parmas-sdm"
SPJ_KIND = "sosialisasi"
PAPERS: Mapping[str, str] = {Evidence.Kind.PHOTO: "foto", Evidence.Kind.LIST: "hadir-peserta"}
"""Which paper of the expense file a piece of evidence is."""
MOST = 20


@act("outreach.evidence")
def add_evidence(*, by: Viewer, activity_id: int, evidence: NewEvidence) -> Done[int]:
    """Attach a photo, a link or a list.

    Raises `Refused` for a link that is no plain web address, the same one twice, or too many.
    """
    found = store.activity_for(by, activity_id)
    if found.state in (State.VERIFIED, State.CANCELLED):
        store.require_open(found)
    made = attach(by, found, evidence)
    facts = {"kind": made.kind, "file": made.file_id or "", "evidence": made.pk}
    return Done(made.pk, f"activity:{found.pk}", found.path, facts)


@inner
def attach(by: Viewer, found: Activity, evidence: NewEvidence) -> Evidence:
    """The step behind `add_evidence`, for phones and files too."""
    kept = found.evidence.filter(dropped_for="")
    if kept.count() >= MOST:
        raise Refused(_("Paling banyak %(n)s bukti untuk satu kegiatan.") % {"n": MOST})
    address = evidence.address.strip()
    values: dict[str, Any] = {"address": address}
    if evidence.kind == Evidence.Kind.LINK:
        wrong = links.fault(address)
        if wrong:
            raise Refused(say(wrong))
    elif evidence.content:
        values = {"file": _stored(found, evidence)}
    else:
        raise Refused(_("Pilih berkasnya, atau isi tautannya."))
    if kept.filter(**values).exists():
        raise Refused(_("Bukti yang sama sudah dilampirkan."))
    made = Evidence.objects.create(
        activity=found,
        kind=evidence.kind,
        caption=evidence.caption.strip()[:160],
        account_name=by.name,
        added_at=clock.now(),
        **values,
    )
    _mark(by, found, made)
    return made


def _stored(found: Activity, evidence: NewEvidence) -> StoredFile:
    return files.keep(
        evidence.content,
        name=evidence.name,
        media_type=evidence.media_type,
        level=StoredFile.Level.INTERNAL,
        path=found.path,
    )


@act("outreach.drop_evidence")
def drop_evidence(*, by: Viewer, activity_id: int, evidence_id: int, reason: str) -> Done[int]:
    """Withdraw a piece of evidence, with the reason. Raises Evidence.DoesNotExist."""
    found = store.activity_for(by, activity_id)
    store.require_open(found)
    row = found.evidence.get(pk=evidence_id, dropped_for="")
    if not reason.strip():
        raise Refused(_("Tulis alasannya."))
    row.dropped_for = reason.strip()[:200]
    row.save(update_fields=["dropped_for"])
    facts = {"evidence": row.pk, "reason": row.dropped_for}
    return Done(row.pk, f"activity:{found.pk}", found.path, facts)


@act("outreach.meeting")
def tie_meeting(*, by: Viewer, activity_id: int, meeting_id: int | None) -> Done[int]:
    """Say which meeting the activity was, or (None) that it was none.

    Raises `Refused` for a meeting that is not in sight.
    """
    found = store.activity_for(by, activity_id)
    store.require_open(found)
    if meeting_id is not None:
        try:
            meetings.counts_of(by, meeting_id)
        except ObjectDoesNotExist:
            raise Refused(_("Rapat itu tidak ada.")) from None
    found.meeting = meeting_id
    found.save(update_fields=["meeting"])
    return Done(found.pk, f"activity:{found.pk}", found.path, {"meeting": meeting_id or 0})


@act("outreach.spj")
def open_spj(*, by: Viewer, activity_id: int) -> Done[int]:
    """Open the expense file of an activity, with the papers that its evidence already is."""
    found = store.activity_for(by, activity_id)
    if found.state == State.CANCELLED:
        store.require_open(found)
    made = office.open_spj(
        by=by,
        subject=store.subject_of(found.pk),
        kind=SPJ_KIND,
        title=found.title,
        path=found.path,
        held_from=found.held_on,
        held_until=found.held_on,
        venue=found.venue,
        division=DIVISION,
        election_id=found.election_id,
        source=found.money,
    )
    for row in found.evidence.filter(dropped_for=""):
        _mark(by, found, row)
    return Done(made, f"activity:{found.pk}", found.path, {"spj": made})


@inner
def _mark(by: Viewer, found: Activity, row: Evidence) -> None:
    paper = PAPERS.get(row.kind)
    if paper is None or row.file_id is None:
        return
    office.spj_paper(
        by=by,
        path=found.path,
        subject=store.subject_of(found.pk),
        paper=paper,
        reference=row.caption[:120],
        file_id=row.file_id,
    )
