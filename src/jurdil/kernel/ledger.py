"""The ledger: append, read, export. One writer (`append`), called by `@act` alone."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from django.db import connection

from jurdil.kernel import chain, clock
from jurdil.kernel.models import LedgerEntry
from jurdil.kernel.viewer import Viewer

_LOCK = 0x4A55_5244  # any constant will do, it only has to be the ledger's own


def append(
    *,
    act: str,
    by: Viewer,
    subject: str,
    path: str,
    payload: Mapping[str, Any],
    batch: str = "",
) -> LedgerEntry:
    """Write the next entry inside the caller's transaction.

    Raises RuntimeError outside a transaction, because an entry without its change proves nothing.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a ledger entry is written in the transaction of its change")
    _serialize_writers()
    last = LedgerEntry.objects.order_by("-seq").values("seq", "hash").first()
    entry = LedgerEntry(
        seq=last["seq"] + 1 if last else 1,
        act=act,
        legal_at=clock.now(),
        real_at=clock.real(),
        actor=by.account_id,
        actor_name=by.name,
        actor_role=by.role,
        actor_path=by.path,
        office=f"{by.house}:{clock.office_path()}",
        path=path,
        subject=subject,
        batch=batch,
        payload=chain.canonical(dict(payload)),
        prev=last["hash"] if last else chain.GENESIS,
    )
    entry.hash = chain.entry_hash(as_record(entry))
    entry.save(force_insert=True)
    return entry


def _serialize_writers() -> None:
    """SQLite writes one at a time by itself (IMMEDIATE); PostgreSQL needs a lock to chain."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def as_record(entry: LedgerEntry) -> dict[str, Any]:
    """An entry as it is hashed and exported."""
    record = {name: getattr(entry, name) for name in (*chain.FIELDS, "hash")}
    record["legal_at"] = _iso(entry.legal_at)
    record["real_at"] = _iso(entry.real_at)
    return record


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def head() -> tuple[int, str]:
    """(count, hash of the last entry); (0, genesis) for an empty ledger."""
    last = LedgerEntry.objects.order_by("-seq").values("seq", "hash").first()
    return (last["seq"], last["hash"]) if last else (0, chain.GENESIS)


def export() -> Iterator[str]:
    """The whole ledger as JSON lines with count and head at the end."""
    entries = LedgerEntry.objects.order_by("seq").iterator(chunk_size=2000)
    return iter(chain.export_lines(as_record(entry) for entry in entries))
