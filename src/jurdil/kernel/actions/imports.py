"""The two acts of an import: publish what was previewed, or give it up."""

from django.utils.translation import gettext as _

from jurdil.kernel import clock, policy
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.imports import importer_of, rows, subject_of
from jurdil.kernel.models import ImportBatch
from jurdil.kernel.viewer import Viewer


@act("import.publish")
def publish_import(*, by: Viewer, batch_id: int) -> Done[int]:
    """Publish the previewed rows, all of them, once, in this one transaction; returns how many.

    Raises `ImportBatch.DoesNotExist` outside the scope, `policy.Forbidden` without the right of
    the importer, `Refused` when there is no preview, no row to take, or the preview was changed.
    """
    batch = _batch(by, batch_id)
    importer = importer_of(batch.kind)
    policy.require(by, importer.right)
    _require_preview(batch, whole=not importer.keeps_rows)
    result = importer.publish(batch, by.about(batch.election_id))
    if not importer.keeps_rows:
        batch.rows.all().delete()
    batch.state = ImportBatch.State.PUBLISHED
    batch.finished_at = clock.real()
    batch.save(update_fields=["state", "finished_at"])
    facts = {
        "kind": batch.kind,
        "election": batch.election_id,
        "file": batch.file_id,
        "taken": batch.rows_take,
        "skipped": batch.rows_skip,
        "missing": len(batch.missing),
        **result.payload,
    }
    return Done(result.rows, subject_of(batch.pk), batch.path, facts, batch.digest)


@act("import.cancel")
def cancel_import(*, by: Viewer, batch_id: int) -> Done[None]:
    """Give up an import that is being read or previewed; its staged rows are cleared.

    Raises `ImportBatch.DoesNotExist` outside the scope and `Refused` when it has ended already.
    """
    batch = _batch(by, batch_id)
    policy.require(by, importer_of(batch.kind).right)
    if batch.state not in {ImportBatch.State.STAGING, ImportBatch.State.PREVIEW}:
        raise Refused(_("Impor ini sudah berakhir, jadi tidak dapat dibatalkan."))
    batch.rows.all().delete()
    batch.state = ImportBatch.State.CANCELLED
    batch.finished_at = clock.real()
    batch.save(update_fields=["state", "finished_at"])
    return Done(None, subject_of(batch.pk), batch.path, {"kind": batch.kind, "file": batch.file_id})


def _batch(by: Viewer, batch_id: int) -> ImportBatch:
    batches = ImportBatch.objects.select_for_update(of=["self"]).filter(path__within=by.path)
    return batches.get(pk=batch_id)


def _require_preview(batch: ImportBatch, whole: bool) -> None:
    """`whole` reads all rows again; who keeps its rows does that before it takes the first."""
    if batch.state == ImportBatch.State.PUBLISHED:
        raise Refused(_("Berkas ini sudah diterbitkan. Tidak ada yang berubah."))
    if batch.state != ImportBatch.State.PREVIEW:
        raise Refused(_("Berkas ini belum punya pratinjau. Unggah ulang berkasnya."))
    if not batch.rows_take:
        raise Refused(_("Tidak ada baris yang akan diambil dari berkas ini."))
    if whole and rows.digest(batch) != batch.digest:
        raise Refused(_("Baris pratinjau berubah setelah dibaca. Unggah ulang berkasnya."))
