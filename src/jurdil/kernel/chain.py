"""The hash chain of the ledger, without Django: how an entry is hashed and a file verified."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

GENESIS = "0" * 64
FIELDS = (
    "seq",
    "act",
    "legal_at",
    "real_at",
    "actor",
    "actor_name",
    "actor_role",
    "actor_path",
    "office",
    "path",
    "subject",
    "batch",
    "payload",
    "prev",
)


class Broken(Exception):
    """The chain does not hold; the message names the entry and what is wrong."""


def canonical(value: Any) -> str:
    """One text for one value: sorted keys, no spaces, no floats. Raises TypeError on a float."""
    _refuse_floats(value)
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _refuse_floats(value: Any) -> None:
    if isinstance(value, float):
        raise TypeError("a float has no canonical text; use an integer or a string")
    if isinstance(value, Mapping):
        for item in value.values():
            _refuse_floats(item)
    elif isinstance(value, list | tuple):
        for item in value:
            _refuse_floats(item)


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def entry_hash(entry: Mapping[str, Any]) -> str:
    """SHA-256 over the canonical text of an entry's `FIELDS` (instants as ISO UTC text)."""
    return sha256(canonical({name: entry[name] for name in FIELDS}))


def export_lines(entries: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    """JSON lines of the entries, then one closing line with count and head."""
    count, head = 0, GENESIS
    for entry in entries:
        yield canonical(dict(entry))
        count, head = count + 1, entry["hash"]
    yield canonical({"count": count, "head": head})


def verify(lines: Iterable[str], head: str | None = None) -> tuple[int, str]:
    """Check an exported ledger; returns (count, head).

    Raises `Broken` for a changed byte, a gap, a missing closing line, or when the head differs
    from the one printed on a paper (`head`).
    """
    prev, count, closing = GENESIS, 0, None
    for number, line in enumerate(lines, 1):
        if closing is not None:
            raise Broken(f"line {number}: text after the closing line")
        record = _parse(number, line)
        if record.keys() == {"count", "head"}:
            closing = record
            continue
        _check_entry(number, record, prev, count + 1)
        prev, count = record["hash"], count + 1
    if closing is None:
        raise Broken("the closing line with count and head is missing: the tail was dropped")
    if (closing["count"], closing["head"]) != (count, prev):
        raise Broken(
            f"the closing line says {closing['count']} entries ending in {closing['head'][:12]}, "
            f"the file holds {count} ending in {prev[:12]}"
        )
    if head is not None and not prev.startswith(head.lower()):
        raise Broken(f"the file ends in {prev[:16]}, the paper says {head[:16]}")
    return count, prev


def _parse(number: int, line: str) -> dict[str, Any]:
    """An entry or the closing line; only its one canonical text is accepted, to the byte."""
    try:
        record = json.loads(line)
        if not isinstance(record, dict):
            raise Broken(f"line {number} is not an entry")
        if canonical(record) != line.rstrip("\r\n"):
            raise Broken(f"line {number} was changed: it is not the canonical text of its values")
    except (ValueError, TypeError, RecursionError) as error:
        raise Broken(f"line {number} is not an entry: {error}") from error
    return record


def _check_entry(number: int, record: dict[str, Any], prev: str, seq: int) -> None:
    expected = {*FIELDS, "hash"}
    if odd := sorted(expected ^ record.keys()):
        raise Broken(f"line {number}: {', '.join(odd)} missing or not part of an entry")
    if record["seq"] != seq:
        raise Broken(f"line {number}: entry {record['seq']} stands where {seq} is due")
    if record["prev"] != prev:
        raise Broken(f"entry {seq} does not follow entry {seq - 1}")
    if entry_hash(record) != record["hash"]:
        raise Broken(f"entry {seq} was changed: its hash does not fit")
