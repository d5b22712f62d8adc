"""Staged rows in their table, and the digest over those that will be taken."""

import hashlib
import json
from collections.abc import Iterator, Sequence

from django.db import connection
from django.db.models import TextField
from django.db.models.functions import Cast

from jurdil.kernel import bulk
from jurdil.kernel.imports import StagedRow
from jurdil.kernel.models import ImportBatch, ImportRow

_COLUMNS = ("batch_id", "number", "key", "data", "take", "code")


class Digest:
    """SHA-256 over the rows to be taken, one JSON line each, in the order of their numbers."""

    def __init__(self) -> None:
        self._found = hashlib.sha256()
        self._last = -1
        self.in_order = True
        """Whether the rows came in the order of their numbers, without which it says nothing."""

    def add(self, number: int, key: str, text: str) -> None:
        """The next row; `text` is its data as canonical JSON."""
        self.in_order = self.in_order and number > self._last
        self._last = number
        self._found.update(f"[{number}, {_json(key)}, {text}]\n".encode())

    def hex(self) -> str:
        """The digest of what was added."""
        return self._found.hexdigest()


def write(batch: ImportBatch, rows: Sequence[StagedRow], seen: Digest) -> None:
    """Put rows into the stage and into the digest."""
    written = []
    for row in rows:
        text = _json(dict(row.data))
        written.append((batch.pk, row.number, row.key, text, row.take, row.code))
        if row.take:
            seen.add(row.number, row.key, text)
    bulk.insert(ImportRow, _COLUMNS, written)


def digest(batch: ImportBatch) -> str:
    """SHA-256 over the rows to be taken, one JSON line each: what was previewed, to the byte."""
    found = Digest()
    for number, key, text in _texts(batch):
        found.add(number, key, text)
    return found.hex()


def _texts(batch: ImportBatch) -> Iterator[tuple[int, str, str]]:
    """The rows in order with their data as canonical JSON.

    SQLite keeps the text as it was written, which is canonical; PostgreSQL has an order of its own.
    """
    rows = batch.rows.filter(take=True).order_by("number").annotate(text=Cast("data", TextField()))
    for number, key, text in rows.values_list("number", "key", "text").iterator(chunk_size=2000):
        same = connection.vendor == "sqlite"
        yield number, key, text if same else _json(json.loads(text))


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
