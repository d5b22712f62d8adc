"""Names with titles, as invitations write them: ``Dr. H. Contoh Nama, S.H., M.Si.``

Titles stand before the name with a point, degrees behind it after a comma and with points. A list
typed by many hands has them otherwise; what can be mended without doubt has its proposal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from jurdil.law.text import Text

BEFORE = ("Prof", "Dr", "dr", "drg", "Drs", "Dra", "Ir", "H", "Hj", "KH", "Ust", "Apt", "Pdt")
"""Titles before a name, without their point."""

DEGREES = (
    "S.H. S.E. S.Sos. S.IP. S.I.P. S.Pd. S.Pd.I. S.Ag. S.T. S.Kom. S.P. S.Pt. S.S. S.Si. S.Psi. "
    "S.STP. S.Th.I. S.Th. S.K.M. S.Kep. S.Hum. S.Ak. S.A.P. S.AP. S.I.Kom. S.I.K. S.H.I. A.Md. "
    "M.H. M.Si. M.M. M.AP. M.A.P. M.Pd. M.Pd.I. M.Kom. M.T. M.E. M.A. M.Ag. M.Hum. M.Kes. M.Sos. "
    "M.P.H. M.I.Kom. M.Tr.(Han). M.Kn. M.H.I. M.Sc. M.IP. M.I.P. LL.M. Ph.D. Lc. S.Tr. M.Ak."
).split()
"""Degrees as they are written. What is not here is left as it stands."""

_KEY = re.compile(r"[^a-z]")
_FORMS = {_KEY.sub("", degree.lower()): degree for degree in reversed(DEGREES)}
_DOTTED = re.compile(r"[A-Za-z.()]+")
_FOREIGN = re.compile(r"[0-9@/\\|<>\[\]{}_=+*#%\N{REPLACEMENT CHARACTER}]")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Written:
    """A name as it should be written, and what is wrong with it as it stands (None: nothing)."""

    name: str
    fault: Text | None


def plain(name: str) -> str:
    """The name without titles and degrees, for comparing: lower case, single spaces."""
    head = _mended(_SPACES.sub(" ", name).strip()).partition(",")[0]
    kept = head.split()
    while kept and kept[0].rstrip(".") in BEFORE:
        kept.pop(0)
    if len(kept) == 1 and _surely_degree(kept[0]):
        return ""
    return " ".join(word.strip(".").lower() for word in kept)


def written(name: str) -> Written:
    """How a name should be written, and the first thing that is wrong with it."""
    text = _SPACES.sub(" ", name).strip()
    if hit := _FOREIGN.search(text):
        return Written(
            text,
            Text(
                f"“{text}” memuat tanda “{hit.group()}” yang bukan bagian dari nama.",
                f"“{text}” holds “{hit.group()}”, which is no part of a name.",
            ),
        )
    if not plain(text):
        return Written(
            text,
            Text(f"“{text}” hanya gelar, tanpa nama.", f"“{text}” is a title without a name."),
        )
    mended = _mended(text)
    if mended == text:
        return Written(text, None)
    return Written(
        mended,
        Text(f"“{text}” seharusnya ditulis “{mended}”.", f"“{text}” should read “{mended}”."),
    )


def _mended(text: str) -> str:
    head, _comma, tail = text.partition(",")
    words = _fronts(_split_fronts(head).split())
    found = [part for part in re.split(r"[,\s]+", tail) if part]
    loose: list[str] = []
    while len(words) > 1 and _surely_degree(words[-1]):
        loose.insert(0, words.pop())
    degrees = [_degree(part) or part for part in (*loose, *found)]
    return ", ".join([" ".join(words), *degrees])


def _split_fronts(head: str) -> str:
    """`Dr.H.Contoh` has lost its spaces; initials of a name (`A.`) keep theirs."""
    for title in BEFORE:
        head = re.sub(rf"(?<![\w.]){title}\.(?=\S)", f"{title}. ", head)
    return head


def _fronts(words: list[str]) -> list[str]:
    """The words with a point behind each title that stands before the name."""
    for at, word in enumerate(words):
        if word.rstrip(".") not in BEFORE:
            break
        words[at] = f"{word.rstrip('.')}."
    return words


def _degree(word: str) -> str:
    """A degree as it is written; '' for a word that is none."""
    if not _DOTTED.fullmatch(word):
        return ""
    return _FORMS.get(_KEY.sub("", word.lower()), "")


def _surely_degree(word: str) -> bool:
    """A word behind a name that is a degree and no name: it has a point inside or capitals only."""
    return bool(_degree(word)) and ("." in word.strip(".") or (word.isupper() and len(word) > 1))
