"""Codes of sheets: a label on the cover of a paper says which form it is, and cannot be made up.

The code is eight characters without 0, O, 1 and I, keyed by the office, so that a forged or foreign
label is refused. The QR holds election, contest, TPS and code; the code alone can be typed.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from jurdil.kernel import crypto

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
LENGTH = 8
PREFIX = "JURDIL"


@dataclass(frozen=True)
class Sheet:
    """The form that a label is of."""

    election_id: int
    contest: str
    path: str

    @property
    def code(self) -> str:
        """The eight characters on the label. Raises `crypto.KeyMissing`."""
        seal = crypto.blind_index(f"{self.election_id}|{self.contest}|{self.path}", "sheet")
        number = int(seal, 16)
        signs = []
        for _place in range(LENGTH):
            number, rest = divmod(number, len(ALPHABET))
            signs.append(ALPHABET[rest])
        return "".join(signs)

    @property
    def payload(self) -> str:
        """What the QR on the label holds."""
        return f"{PREFIX}:{self.election_id}:{self.contest}:{self.path}:{self.code}"


class Forged(ValueError):
    """A label that no form of this office has."""


def read(text: str, sheets: Iterable[Sheet]) -> Sheet:
    """The form of a scanned or typed label, out of `sheets`. Raises `Forged`."""
    parts = text.strip().split(":")
    if len(parts) == 5 and parts[0] == PREFIX and parts[1].isdigit():
        said = Sheet(int(parts[1]), parts[2], parts[3])
        if said.code == parts[4] and said in set(sheets):
            return said
        raise Forged(text)
    code = text.strip().upper().replace(" ", "").replace("-", "")
    found = next((sheet for sheet in sheets if len(code) == LENGTH and sheet.code == code), None)
    if found is None:
        raise Forged(text)
    return found
