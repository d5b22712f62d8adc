"""Addresses that people post as evidence: only plain web addresses are kept."""

from __future__ import annotations

import unicodedata
from urllib.parse import urlsplit

from jurdil.law.text import Text

LONGEST = 300


def fault(address: str) -> Text | None:
    """Why an address is not kept; None for a plain http or https address."""
    text = address.strip()
    if len(text) > LONGEST:
        return Text(
            f"Tautan terlalu panjang ({len(text)} huruf, paling banyak {LONGEST}).",
            f"The link is too long ({len(text)} letters, at most {LONGEST}).",
        )
    hidden = any(unicodedata.category(sign)[0] in "CZ" for sign in text)
    try:
        parts = urlsplit(text)
        host, person = parts.hostname or "", parts.username
    except ValueError:
        return _WRONG
    if hidden or parts.scheme.lower() not in ("http", "https") or "." not in host or person:
        return _WRONG
    return None


_WRONG = Text(
    "Tautan ini tidak dapat dibuka. Salin alamat lengkapnya dari peramban, mulai dari https://.",
    "This link cannot be opened. Copy the whole address from the browser, beginning with https://.",
)
