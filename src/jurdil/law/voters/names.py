"""Names as people search and compare them: one spelling, no titles, no punctuation.

Lists write one name in many ways (MUH., MUHAMMAD, MOCH.; DRS. H. ANDI, ANDI). A key is for finding
and for putting two records side by side; it never replaces the name that is printed.
"""

from __future__ import annotations

import re
import unicodedata

_TITLES = frozenset(
    "H HJ DR DRS DRA IR PROF SH SE SPD SPDI SAG SKM SIP SSOS SKOM MPD MSI MH MM AMD KH".split()
)
"""Titles as they stand when their points are gone; a name of titles alone keeps them."""

_ONE = {
    "MUHAMMAD": "MUH MUHD MUHAMAD MUHAMMAD MOHAMMAD MOHAMAD MOH MOCH MOCHAMAD MOCHAMMAD MUHAMMED",
    "ABDUL": "ABD ABDUL ABDOEL",
    "SITI": "ST SITI SITTI",
    "NUR": "NUR NOER",
    "AHMAD": "AHMAD ACHMAD ACHMED AHMED",
}
_SPELLING = {written: one for one, all_ in _ONE.items() for written in all_.split()}
_NOT_LETTERS = re.compile(r"[^A-Z0-9]+")
LONGEST = 24


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name for search: upper case, one spelling, without titles.

    Each word has at most `LONGEST` characters. A name without letters has no words.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().upper()
    plain = plain.replace("'", "").replace("`", "")
    written = [word for word in _NOT_LETTERS.split(plain.replace(".", " ")) if word]
    words = [word for word in _titles_joined(written) if word not in _TITLES] or written
    return tuple(_SPELLING.get(word, word)[:LONGEST] for word in words)


def name_key(name: str) -> str:
    """Return the words of a name joined by single spaces."""
    return " ".join(name_words(name))


def _titles_joined(words: list[str]) -> list[str]:
    """Put "S" "PD" together to "SPD", so that a title written with points is seen as one."""
    joined: list[str] = []
    at = 0
    while at < len(words):
        pair = "".join(words[at : at + 2])
        if len(words[at]) == 1 and at + 1 < len(words) and pair in _TITLES:
            joined.append(pair)
            at += 2
        else:
            joined.append(words[at])
            at += 1
    return joined
