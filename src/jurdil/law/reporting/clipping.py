"""News about the office: tones as clerks type them, and which links may be kept."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from jurdil.law.text import Text

TONES: dict[str, Text] = {
    "positif": Text("positif", "positive"),
    "netral": Text("netral", "neutral"),
    "negatif": Text("negatif", "negative"),
}
_WRITTEN = {
    "+": "positif",
    "pos": "positif",
    "baik": "positif",
    "0": "netral",
    "net": "netral",
    "biasa": "netral",
    "-": "negatif",
    "neg": "negatif",
    "kritik": "negatif",
    "kritis": "negatif",
}
LONGEST_LINK = 500
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+", re.IGNORECASE)


def tone(written: str) -> str:
    """The tone that somebody typed. Raises ValueError for an unknown word."""
    word = written.strip().lower()
    found = word if word in TONES else _WRITTEN.get(word, "")
    if not found:
        raise ValueError(f"{written!r} is no tone")
    return found


def safe_link(written: str) -> str:
    """The address, if it is one of the web. Raises ValueError for any other (`javascript:`)."""
    link = written.strip()
    if len(link) > LONGEST_LINK or any(sign.isspace() or sign < " " for sign in link):
        raise ValueError("no address")
    parts = urlsplit(link)
    named = parts.hostname or ""
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not _HOST.fullmatch(named):
        raise ValueError("no address of the web")
    return link
