"""Reading a file into staged rows: in short transactions, once, whatever dies in between.

Staged rows are seen nowhere but in the preview, so staging is technical and no act. The attempt
that reads holds the batch by its number: when another takes over, the first one stops at its next
chunk and leaves nothing behind.
"""

import itertools
from collections.abc import Iterator, Mapping
from datetime import timedelta
from time import monotonic
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from jurdil.kernel import clock, files, jobs, policy
from jurdil.kernel.acts import Refused
from jurdil.kernel.faults import SHOWN, Fault, FileRefused, too_large, whole_file
from jurdil.kernel.imports import FaultLike, Importer, Source, StagedRow, importer_of
from jurdil.kernel.imports.rows import Digest, digest, write
from jurdil.kernel.language import say
from jurdil.kernel.models import ImportBatch
from jurdil.kernel.tables import MAX_BYTES
from jurdil.kernel.viewer import Viewer

CHUNK_ROWS = 500
CHUNK_SECONDS = 0.5
CLEARED = 5_000
SILENCE = timedelta(minutes=2)
"""An attempt outside a job that gave no sign for so long is dead."""

_MEDIA = {".csv": "text/csv", ".json": "application/json", ".geojson": "application/geo+json"}
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Superseded(Exception):
    """Another attempt reads this batch now, or it was given up."""


def open_batch(
    by: Viewer,
    *,
    kind: str,
    name: str,
    content: bytes,
    options: Mapping[str, str] | None = None,
) -> ImportBatch:
    """Keep the file and open its batch for the election `by.election_id`; nothing is read yet.

    Raises `UnknownKind`, `policy.Forbidden`, `FileRefused` for a file that is too large, and
    `Refused` for an unknown or missing option, or when an election is needed and none is chosen.
    """
    importer = importer_of(kind)
    policy.require(by, importer.right)
    if len(content) > MAX_BYTES:
        raise FileRefused([too_large(len(content), MAX_BYTES)])
    if importer.needs_election and by.election_id is None:
        raise Refused(_("Pilih pemilihan yang menjadi tujuan berkas ini, lalu ulangi."))
    chosen = _checked(importer, by, options or {})
    stored = files.keep(
        content, name=name, media_type=_media_type(name), level=importer.level, path=by.path
    )
    now = clock.real()
    return ImportBatch.objects.create(
        kind=kind,
        election_id=by.election_id if importer.needs_election else None,
        path=by.path,
        file=stored,
        name=name[:200],
        options=chosen,
        account_id=by.account_id,
        role=by.role,
        created_at=now,
        beat_at=now,
    )


def _checked(importer: Importer, by: Viewer, given: Mapping[str, str]) -> dict[str, str]:
    known = {option.name: option for option in importer.options}
    if strange := sorted(set(given) - set(known)):
        facts = {"names": ", ".join(strange), "known": ", ".join(known) or "-"}
        raise Refused(_("Pilihan ini tidak ada: %(names)s. Yang ada: %(known)s.") % facts)
    chosen = {name: value for name, value in given.items() if value}
    for name, option in known.items():
        offered = [code for code, _words in option.choices(by)] if option.choices else ["1"]
        value = chosen.get(name)
        if value not in offered and (value or option.required):
            facts = {"label": say(option.label), "known": ", ".join(offered) or "-"}
            raise Refused(_("Pilih “%(label)s”: %(known)s.") % facts)
    return chosen


def _media_type(name: str) -> str:
    suffix = name[name.rfind(".") :].lower()
    return _XLSX if suffix == ".xlsx" else _MEDIA.get(suffix, "application/octet-stream")


def read_later(by: Viewer, **file: Any) -> ImportBatch:
    """`open_batch` and hand the reading to a background job; both or neither."""
    from jurdil.kernel.imports.jobs import read_file

    with transaction.atomic():
        batch = open_batch(by, **file)
        batch.job = jobs.enqueue(read_file, batch.pk)
        batch.save(update_fields=["job"])
    return batch


def read_now(batch_id: int) -> ImportBatch:
    """Read the file of a batch from its beginning; afterwards it is a preview or refused.

    Does nothing to a batch that was read before. What the reader raises unexpectedly is raised
    again after the batch is marked as failed.
    """
    batch = _claim(batch_id)
    if batch.state != ImportBatch.State.STAGING:
        return batch
    try:
        _read(batch, importer_of(batch.kind))
    except Superseded:
        pass
    except FileRefused as refusal:
        _close(batch, ImportBatch.State.REFUSED, faults=[_as_json(f) for f in refusal.faults])
    except Refused as refusal:
        words = whole_file("rule", str(refusal), str(refusal))
        _close(batch, ImportBatch.State.REFUSED, faults=[_as_json(words)])
    except Exception:
        _close(batch, ImportBatch.State.FAILED)
        raise
    batch.refresh_from_db()
    return batch


def _claim(batch_id: int) -> ImportBatch:
    with transaction.atomic():
        batch = ImportBatch.objects.select_for_update(of=["self"]).get(pk=batch_id)
        if batch.state == ImportBatch.State.STAGING:
            batch.attempt += 1
            batch.beat_at = clock.real()
            batch.rows_read = batch.rows_take = batch.rows_skip = 0
            batch.save()
            batch.rows.all().delete()
    return batch


def _read(batch: ImportBatch, importer: Importer) -> None:
    source = Source(
        name=batch.name,
        content=files.content(batch.file),
        digest=batch.file.sha256,
        viewer=viewer_of(batch),
        options=batch.options,
    )
    keys: set[str] = set()
    faults: list[Fault] = []
    seen = Digest()
    for chunk in _chunks(importer.read(source)):
        rows = [item for item in chunk if isinstance(item, StagedRow)]
        faults += [_own(item) for item in chunk if not isinstance(item, StagedRow)]
        keys.update(row.key for row in rows)
        _write(batch, rows if not faults else [], len(rows), seen)
        if len(faults) > SHOWN:
            break
    if faults:
        raise FileRefused(faults[: SHOWN + 1])
    expected = importer.expected(source.viewer, source.options)
    _close(
        batch,
        ImportBatch.State.PREVIEW,
        keep_rows=True,
        digest=seen.hex() if seen.in_order else digest(batch),
        rows_expected=None if expected is None else len(expected),
        missing=sorted((expected or set()) - keys),
    )


def _own(fault: FaultLike) -> Fault:
    return Fault(fault.kind, fault.row, fault.column, fault.text)


def _chunks(
    items: Iterator[StagedRow | FaultLike],
) -> Iterator[list[StagedRow | FaultLike]]:
    """Pieces small enough to be written in far less than a second, however slow the reader is."""
    for first in items:
        since, chunk = monotonic(), [first]
        for item in itertools.islice(items, CHUNK_ROWS - 1):
            chunk.append(item)
            if monotonic() - since > CHUNK_SECONDS:
                break
        yield chunk


def _write(batch: ImportBatch, staged: list[StagedRow], read: int, seen: Digest) -> None:
    taken = sum(row.take for row in staged)
    batch.rows_read += read
    batch.rows_take += taken
    batch.rows_skip += len(staged) - taken
    with transaction.atomic():
        _hold(
            batch,
            rows_read=batch.rows_read,
            rows_take=batch.rows_take,
            rows_skip=batch.rows_skip,
        )
        write(batch, staged, seen)


def _hold(batch: ImportBatch, **values: Any) -> None:
    """Change the batch if it is still this attempt's. Raises `Superseded`."""
    mine = ImportBatch.objects.filter(
        pk=batch.pk, attempt=batch.attempt, state=ImportBatch.State.STAGING
    )
    if not mine.update(beat_at=clock.real(), **values):
        raise Superseded


def _close(batch: ImportBatch, state: str, *, keep_rows: bool = False, **values: Any) -> None:
    if not keep_rows:
        _clear(batch)
    with transaction.atomic():
        _hold(batch, state=state, finished_at=clock.real(), **values)


def _clear(batch: ImportBatch) -> None:
    """Take its rows out of the stage in short transactions: there may be a million of them."""
    while part := list(batch.rows.values_list("pk", flat=True)[:CLEARED]):
        with transaction.atomic():
            _hold(batch)
            batch.rows.filter(pk__lte=max(part), pk__gte=min(part)).delete()


def _as_json(fault: Fault) -> dict[str, Any]:
    return {
        "kind": fault.kind,
        "row": fault.row,
        "column": fault.column,
        "id": fault.text.id,
        "en": fault.text.en,
    }


def viewer_of(batch: ImportBatch) -> Viewer:
    """The viewer who brought the file, looking at its election."""
    office = clock.office()
    return Viewer(
        role=batch.role,
        path=batch.path,
        house=office.kind if office else "",
        name=batch.account.name if batch.account else "jurdil",
        account_id=batch.account_id,
        election_id=batch.election_id,
    )


def taken(batch: ImportBatch) -> Iterator[StagedRow]:
    """The rows that will be, or are being, published, in the order of the file."""
    rows = batch.rows.filter(take=True).order_by("number").iterator(chunk_size=2000)
    return (StagedRow(row.number, row.key, row.data) for row in rows)


def taken_first(batch: ImportBatch, most: int) -> Iterator[StagedRow]:
    """The first of them that are still staged, for who takes its rows in parts."""
    rows = batch.rows.filter(take=True).order_by("number")[:most]
    return (StagedRow(row.number, row.key, row.data) for row in rows)


def discard(batch_id: int) -> None:
    """Forget a batch that was never confirmed, as after a trial on the command line."""
    ImportBatch.objects.filter(pk=batch_id).exclude(state=ImportBatch.State.PUBLISHED).delete()


def sweep(silence: timedelta = SILENCE) -> int:
    """Mark batches as failed whose reader is dead, and clear their rows; returns how many."""
    swept = 0
    for batch in ImportBatch.objects.filter(state=ImportBatch.State.STAGING):
        if _alive(batch.job, batch, silence):
            continue
        try:
            _close(batch, ImportBatch.State.FAILED)
            swept += 1
        except Superseded:
            continue
    return swept


def _alive(job: UUID | None, batch: ImportBatch, silence: timedelta) -> bool:
    if job is not None:
        return jobs.is_pending(job)
    return batch.beat_at >= clock.real() - silence
