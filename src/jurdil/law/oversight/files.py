"""Reads the tables of oversight beside the routine regime, and what all their rows share."""

from __future__ import annotations

from functools import cache
from typing import Any

from jurdil.law.regime_files import Row, read_citations, read_toml

REGIME, FOLDER = "rutin", "oversight"
MEMORY = "M"


def top(name: str) -> Row:
    """Return the table of a file of this folder. Raises BadRegime when it is no TOML."""
    return Row(_read(name), f"{FOLDER}/{name}", "")


@cache
def _read(name: str) -> dict[str, Any]:
    return read_toml(REGIME, f"{FOLDER}/{name}")


def proof(row: Row) -> tuple[str, bool]:
    """Take article and whether the fact was seen. Memory alone confirms nothing (BadRegime)."""
    article = row.take("article", str, "")
    confirmed, source = row.need("confirmed", bool), row.words("source")
    if unknown := [key for key in source if key not in read_citations()]:
        raise row.bad(f"source is not in sources.toml: {', '.join(unknown)}")
    if not source or (confirmed and MEMORY in source):
        raise row.bad("a confirmed fact needs a source other than memory")
    return str(article), bool(confirmed)
