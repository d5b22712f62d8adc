"""Numbers of identity at rest: sealed, and found through a keyed fingerprint.

The fingerprint is no hash that a dictionary of all numbers could undo: its key lies with the other
keys, outside the data. A sealed number is bound to its fingerprint, so that it cannot be carried
over to another voter's row.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from jurdil.kernel import crypto
from jurdil.law.voters.identity import is_sound
from jurdil.voters.models import PemilihVersi, Usulan
from jurdil.voters.models.people import INDEX

NIK, NKK = "nik", "nkk"


@dataclass(frozen=True, slots=True)
class Sealed:
    """The four columns of a voter's numbers, and the key that opens them."""

    key_id: str
    nik_sealed: bytes
    nik_index: str
    nkk_sealed: bytes
    nkk_index: str


class Seals:
    """Seals and finds numbers, with the keys read once."""

    def __init__(self) -> None:
        self._sealer = crypto.Sealer()

    def numbers(self, nik: str, nkk: str) -> Sealed:
        """Both numbers as they are kept; a faulty one is sealed as written and not indexed."""
        nik_index, nkk_index = self.index(NIK, nik), self.index(NKK, nkk)
        return Sealed(
            self._sealer.key_id,
            self._sealed(NIK, nik, nik_index),
            nik_index,
            self._sealed(NKK, nkk, nkk_index),
            nkk_index,
        )

    def index(self, which: str, number: str) -> str:
        """The fingerprint to look a number up by; '' for one that cannot be looked up."""
        return self._sealer.index(number, which)[:INDEX] if is_sound(number) else ""

    def mark(self, text: str, context: str) -> str:
        """A keyed fingerprint of any text, to count it without keeping it."""
        return self._sealer.index(text, context)[:INDEX]

    def _sealed(self, which: str, number: str, index: str) -> bytes:
        return self._sealer.seal(number, f"{which}:{index}") if number else b""


class Numbers:
    """Numbers of many versions in the clear, with the keys read once."""

    def __init__(self) -> None:
        self._opener = crypto.Opener()

    def nik(self, version: PemilihVersi) -> str:
        """As `nik_of`."""
        return self._opened(version.key_id, version.nik_sealed, f"{NIK}:{version.nik_index}")

    def nkk(self, version: PemilihVersi) -> str:
        """As `nkk_of`."""
        return self._opened(version.key_id, version.nkk_sealed, f"{NKK}:{version.nkk_index}")

    def _opened(self, key_id: str, sealed: bytes | memoryview, context: str) -> str:
        return self._opener.open(key_id, bytes(sealed), context).decode() if sealed else ""


def nik_of(version: PemilihVersi) -> str:
    """The NIK in the clear; '' when none is known. For acts that answer for it alone."""
    return Numbers().nik(version)


def nkk_of(version: PemilihVersi) -> str:
    """The NKK in the clear; '' when none is known. For acts that answer for it alone."""
    return Numbers().nkk(version)


def seal_elements(elements: Mapping[str, str], token: UUID) -> tuple[str, bytes]:
    """(key id, sealed bytes) of the elements that a proposal carries."""
    return crypto.encrypt(json.dumps(dict(elements)).encode(), f"usulan:{token}")


def elements_of(proposal: Usulan) -> dict[str, str]:
    """The elements that a proposal carries, in the clear."""
    text = crypto.decrypt(proposal.key_id, bytes(proposal.sealed), f"usulan:{proposal.token}")
    opened: dict[str, str] = json.loads(text)
    return opened


def seal_row(elements: Mapping[str, str], token: UUID) -> tuple[str, bytes]:
    """(key id, sealed bytes) of the elements of a row that somebody sent."""
    return crypto.encrypt(json.dumps(dict(elements)).encode(), f"baris:{token}")


def open_elements(key_id: str, sealed: bytes, token: UUID) -> dict[str, str]:
    """The elements of such a row, in the clear."""
    opened: dict[str, str] = json.loads(crypto.decrypt(key_id, sealed, f"baris:{token}"))
    return opened
