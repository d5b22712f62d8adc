"""Receiving what the field recorded, and deciding what could not be applied by itself."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from jurdil.kernel import clock, outbox, photos, policy
from jurdil.kernel.acts import Done, OutOfScope, Refused, act, person
from jurdil.kernel.fields import within
from jurdil.kernel.models import Account, SyncEvent, SyncFile
from jurdil.kernel.outbox import Applied, Conflict, FieldEvent
from jurdil.kernel.photos import Photo
from jurdil.kernel.viewer import Viewer
from jurdil.kernel.windows import Closed

Outcome = SyncEvent.Outcome


@dataclass(frozen=True)
class Tried:
    """What came of an event: outcome, place, revision, and the sentence for the field worker."""

    outcome: str
    path: str
    revision: int | None = None
    code: str = ""
    message: str = ""
    office: outbox.Values | None = None


@act("outbox.receive")
def receive(*, by: Viewer, event: FieldEvent) -> Done[SyncEvent]:
    """Take one event that the viewer recorded.

    An event that a rule refuses is kept with the reason, like one that conflicts or comes after its
    stage was closed. Raises `Refused` for an id that is known: its answer stands (`answered`).
    """
    account = Account.objects.get(pk=person(by))
    tried = _try(by, event, outbox.kind_of(event.kind).right)
    return _done(_keep(event, tried, worker=account, sender=account))


@act("outbox.carry")
def carry(*, by: Viewer, event: FieldEvent, worker_id: int) -> Done[SyncEvent]:
    """Take one event from the file of a phone that its worker handed over.

    Raises `Refused` for a worker who never had a role in the viewer's place, and for a known id.
    """
    worker = Account.objects.filter(pk=worker_id).first()
    if worker is None or not worker.grants.filter(path__within=by.path).exists():
        raise Refused(_("Catatan ini milik petugas di luar wilayah kerja Anda."))
    sender = Account.objects.get(pk=person(by))
    brought = replace(event, worker_id=worker.pk)
    tried = _try(by, brought, outbox.kind_of(event.kind).decides)
    return _done(_keep(event, tried, worker=worker, sender=sender))


@act("outbox.decide")
def decide(*, by: Viewer, event_id: UUID, choice: str, reason: str) -> Done[SyncEvent]:
    """Decide an event that waits: apply the field's record, or keep what the office has.

    Neither who recorded it nor who took in the file that it came with may decide: the file says
    whose record it is, and nothing proves it.

    Raises SyncEvent.DoesNotExist outside the scope, `policy.Forbidden` without the right that the
    kind asks for, `Refused` when it is decided already, without reason, or when a rule refuses it.
    """
    row = SyncEvent.objects.filter(path__within=by.path).select_for_update().get(pk=event_id)
    kind = outbox.kind_of(row.kind)
    policy.require(by, kind.decides)
    if not row.waits:
        raise Refused(_("Catatan ini tidak sedang menunggu keputusan."))
    if person(by) in (row.worker_id, row.sender_id):
        raise Refused(_("Catatan Anda sendiri diputuskan oleh orang lain."))
    if not reason.strip():
        raise Refused(_("Tulis alasan keputusan Anda."))
    if choice == SyncEvent.Choice.FIELD:
        row.revision = kind.step(by, _event(row)).revision
        for kept in row.files.filter(file__isnull=False):
            _attach(by, row, kept)
    elif choice != SyncEvent.Choice.OFFICE:
        raise Refused(_("Pilih catatan lapangan atau data kantor."))
    row.decision, row.reason = choice, reason.strip()
    row.decided_by_id, row.decided_at = person(by), clock.real()
    row.save(update_fields=["revision", "decision", "reason", "decided_by", "decided_at"])
    return _done(row)


@act("outbox.attach")
def attach(
    *, by: Viewer, event_id: UUID, number: int, sha256: str, photo: Photo | None, message: str = ""
) -> Done[SyncFile]:
    """Keep a file that came after its event, and give it to the room when the event was applied.

    `message` says why it could not be opened (no `photo`), or why the room does not take it; then
    it stays with its event. Raises
    SyncEvent.DoesNotExist for an event that the viewer neither recorded nor sent, `Refused` for a
    file that is known or that the room refuses.
    """
    own = Q(worker_id=person(by)) | Q(sender_id=person(by))
    row = SyncEvent.objects.select_for_update(of=("self",)).filter(own).get(pk=event_id)
    if row.files.filter(number=number).exists():
        raise Refused(_("Berkas ini sudah diterima."))
    file, views = photos.keep(photo, row.path) if photo else (None, [])
    kept = SyncFile.objects.create(
        event=row,
        number=number,
        sha256=sha256,
        file=file,
        views=views,
        message=message,
        received_at=clock.real(),
    )
    applied = row.outcome in (Outcome.APPLIED, Outcome.CONFIRMED)
    if photo and not message and (applied or row.decision == SyncEvent.Choice.FIELD):
        _attach(by, row, kept)
    facts = {"number": number, "file": sha256, "kept": photo is not None}
    return Done(kept, f"sync:{row.pk}", row.path, facts)


def _attach(by: Viewer, row: SyncEvent, kept: SyncFile) -> None:
    take = outbox.kind_of(row.kind).attach
    if take is not None:
        take(by, _event(row), kept)


def _try(by: Viewer, event: FieldEvent, right: str) -> Tried:
    """What the room's step does with the event; whatever it began is undone unless it applied."""
    try:
        policy.require(by, right)
        with transaction.atomic():
            return _applied(by, outbox.kind_of(event.kind).step(by, replace(event, force=False)))
    except Conflict as found:
        text = _(
            "Data kantor sudah berubah sejak Anda melihatnya. Petugas akan memeriksa keduanya."
        )
        return Tried(Outcome.CONFLICT, found.path, found.revision, "konflik", text, found.office)
    except Closed as closed:
        return _too_late(by, event, closed)
    except ObjectDoesNotExist:
        code, text = "tidak-ada", _("Data ini tidak ada di wilayah kerja Anda.")
    except PermissionDenied as refusal:
        code, text = "wewenang", str(refusal)
    except Refused as refusal:
        code, text = "aturan", str(refusal)
    return Tried(Outcome.REFUSED, by.path, code=code, message=text)


def _applied(by: Viewer, made: Applied) -> Tried:
    if not within(made.path, by.path):
        raise OutOfScope(_("Tempat ini di luar wilayah kerja Anda."))
    outcome = Outcome.CONFIRMED if made.same else Outcome.APPLIED
    return Tried(outcome, made.path, made.revision)


def _too_late(by: Viewer, event: FieldEvent, closed: Closed) -> Tried:
    """Recorded while the stage was open: a person decides. Recorded after it: refused."""
    if closed.since is not None and outbox.recorded(event) <= closed.since:
        text = _("Catatan ini tiba setelah tahapan ditutup. Petugas akan memutuskan.")
        return Tried(Outcome.LATE, by.path, code="terlambat", message=f"{closed} {text}")
    return Tried(Outcome.REFUSED, by.path, code="ditutup", message=str(closed))


def _keep(event: FieldEvent, tried: Tried, *, worker: Account, sender: Account) -> SyncEvent:
    if SyncEvent.objects.filter(pk=event.id).exists():
        raise Refused(_("Catatan ini sudah diterima."))
    key_id, sealed = outbox.seal(event, tried.office)
    return SyncEvent.objects.create(
        id=event.id,
        kind=event.kind,
        subject=event.subject,
        path=tried.path,
        base=event.base,
        revision=tried.revision,
        key_id=key_id,
        sealed=sealed,
        captured_at=event.captured_at,
        received_at=clock.real(),
        clock_gap=event.clock_gap,
        device=event.device,
        app=event.app,
        worker=worker,
        worker_name=worker.name,
        sender=sender,
        outcome=tried.outcome,
        code=tried.code,
        message=tried.message,
    )


def _event(row: SyncEvent) -> FieldEvent:
    values, _office = outbox.open_values(row)
    return FieldEvent(
        id=row.pk,
        kind=row.kind,
        subject=row.subject,
        base=row.base,
        values=values,
        captured_at=row.captured_at,
        device=row.device,
        app=row.app,
        clock_gap=row.clock_gap,
        force=True,
        files=outbox.announced(row),
        worker_id=row.worker_id,
    )


def _done(row: SyncEvent) -> Done[SyncEvent]:
    facts: dict[str, Any] = {
        "kind": row.kind,
        "subject": row.subject,
        "outcome": row.outcome,
        "decision": row.decision,
        "worker": row.worker_id,
    }
    return Done(row, f"sync:{row.pk}", row.path, facts)
