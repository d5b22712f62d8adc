"""Determined means frozen: snapshots of datasets, their digests, and what changed since.

A room registers a `Dataset`; an act that determines something calls `freeze` inside its own
transaction. Later `changes_since` compares the kept snapshot with today's rows, whoever
changed them and however.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from jurdil.kernel import chain, clock, files, ledger
from jurdil.kernel.acts import inner
from jurdil.kernel.models import Decision, DecisionPart, Document, StoredFile
from jurdil.law.text import Text

Cell = str | int | bool | None
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Dataset:
    """A table that can be frozen.

    `columns`: the first `keys` of them identify a row. `rows(election_id, path)` yields the
    present rows of one place in any order; floats are not allowed.
    """

    code: str
    name: Text
    schema: int
    columns: tuple[str, ...]
    keys: int
    rows: Callable[[int, str], Iterable[Row]]


@dataclass(frozen=True)
class Change:
    """One cell that differs from the snapshot; `old`/`new` None with `column` '' is a whole row."""

    dataset: str
    path: str
    key: Row
    column: str
    old: Cell
    new: Cell


_DATASETS: dict[str, Dataset] = {}
_FAMILIES: dict[str, Callable[[str], Dataset]] = {}


def register(dataset: Dataset) -> None:
    """Make a dataset known. Raises ValueError when its code is taken."""
    if dataset.code in _DATASETS:
        raise ValueError(f"two datasets are called {dataset.code}")
    _DATASETS[dataset.code] = dataset


def register_family(prefix: str, make: Callable[[str], Dataset]) -> None:
    """Make every dataset known whose code begins with `prefix`; `make` gets the whole code.

    For tables of which each determination has its own, such as the list of one revision.
    """
    _FAMILIES[prefix] = make


def dataset(code: str) -> Dataset:
    """A registered dataset, or the member of a family. Raises KeyError."""
    if code in _DATASETS:
        return _DATASETS[code]
    for prefix, make in _FAMILIES.items():
        if code.startswith(prefix):
            return make(code)
    raise KeyError(code)


@inner
def freeze(
    *,
    kind: str,
    title: str,
    election_id: int,
    stage: str,
    path: str,
    parts: Sequence[tuple[str, str]],
    document: Document | None = None,
) -> Decision:
    """Keep canonical snapshots of `parts` (dataset code, path) and the decision over them.

    Called inside the transaction of a determining act, whose ledger entry carries the digest.
    """
    seq, head = ledger.head()
    snapshots = [
        (code, place, *_snapshot(dataset(code), election_id, place)) for code, place in parts
    ]
    decision = Decision.objects.create(
        kind=kind,
        title=title,
        election_id=election_id,
        stage=stage,
        path=path,
        decided_at=clock.now(),
        document=document,
        digest=_overall(text for _c, _p, text, _n in snapshots),
        ledger_seq=seq,
        ledger_head=head,
    )
    for code, place, text, rows in snapshots:
        stored = files.keep(
            text.encode(),
            name=f"{code}-{place.replace('/', '-')}.jsonl",
            media_type="application/jsonl",
            level=StoredFile.Level.INTERNAL,
            path=place,
        )
        DecisionPart.objects.create(
            decision=decision,
            dataset=code,
            schema=dataset(code).schema,
            path=place,
            rows=rows,
            digest=chain.sha256(text),
            snapshot=stored.sha256,
        )
    return decision


def changes_since(decision: Decision) -> tuple[Change, ...]:
    """Every difference between what was signed and what stands now, in order of place and key.

    Raises `crypto.Unreadable` when a kept snapshot was tampered with.
    """
    found: list[Change] = []
    for part in decision.parts.order_by("path", "dataset"):
        known = dataset(part.dataset)
        signed = _parse(files.content(StoredFile.objects.get(pk=part.snapshot)).decode(), known)
        present = {row[: known.keys]: row for row in known.rows(decision.election_id, part.path)}
        found += _differences(known, part.path, signed, present)
    return tuple(found)


def _snapshot(known: Dataset, election_id: int, path: str) -> tuple[str, int]:
    rows = sorted(known.rows(election_id, path), key=lambda row: chain.canonical(row[: known.keys]))
    head = {"dataset": known.code, "schema": known.schema, "path": path, "columns": known.columns}
    lines = [chain.canonical(head), *(chain.canonical(row) for row in rows)]
    return "\n".join(lines) + "\n", len(rows)


def _overall(texts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for text in texts:
        digest.update(chain.sha256(text).encode())
    return digest.hexdigest()


def _parse(text: str, known: Dataset) -> dict[Row, Row]:
    lines = text.splitlines()[1:]
    rows = (tuple(json.loads(line)) for line in lines)
    return {row[: known.keys]: row for row in rows}


def _differences(
    known: Dataset, path: str, signed: dict[Row, Row], present: dict[Row, Row]
) -> Iterator[Change]:
    for key in sorted({*signed, *present}, key=chain.canonical):
        old, new = signed.get(key), present.get(key)
        if old is None or new is None:
            yield Change(known.code, path, key, "", _whole(old), _whole(new))
            continue
        for column, before, after in zip(known.columns, old, new, strict=True):
            if before != after:
                yield Change(known.code, path, key, column, before, after)


def _whole(row: Row | None) -> Cell:
    return None if row is None else chain.canonical(row)
