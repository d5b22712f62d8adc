"""The card of an office: who it is, its public keys and its address; and the card's fingerprint.

The card may travel any way, by mail or on a stick. The fingerprint travels on signed paper, and
binds the keys to the office; the address is not bound, since a house may move.
"""

import base64
import binascii
import hashlib
from dataclasses import asdict, dataclass

from jurdil.kernel.chain import canonical
from jurdil.kernel.exchange import codec
from jurdil.kernel.exchange.addresses import checked

PREFIX = "JURDIL-KARTU-1:"
HOUSES = ("kpu", "bawaslu")
GROUP = 4
_KEY = 32
_DIGEST = 20
"""160 bits: nobody makes a second card with the same fingerprint, and a person can compare it."""
_MOST = 4_000


class NoCard(ValueError):
    """The text is no card, or breaks off."""


@dataclass(frozen=True)
class Card:
    """`signing` (Ed25519) and `sealing` (X25519) are public keys as hexadecimal text."""

    kind: str
    path: str
    name: str
    address: str
    signing: str
    sealing: str

    @property
    def office(self) -> str:
        """The office as packages name it, such as ``bawaslu:73.12``."""
        return f"{self.kind}:{self.path}"

    @property
    def fingerprint(self) -> str:
        """32 letters and digits that stand for office and keys."""
        bound = {"office": self.office, "signing": self.signing, "sealing": self.sealing}
        digest = hashlib.sha256(b"jurdil-kartu-1\0" + canonical(bound).encode()).digest()
        return base64.b32encode(digest[:_DIGEST]).decode()


def in_groups(fingerprint: str) -> str:
    """A fingerprint as it is printed: in groups of four."""
    return " ".join(fingerprint[at : at + GROUP] for at in range(0, len(fingerprint), GROUP))


def typed(text: str) -> str:
    """A fingerprint as somebody typed it: without blanks and dashes, 0 and 1 read as O and I."""
    plain = "".join(sign for sign in text.upper() if sign.isalnum())
    return plain.replace("0", "O").replace("1", "I")


def written(card: Card) -> str:
    """The card as the text of its QR code and of its file."""
    raw = canonical(asdict(card)).encode()
    return PREFIX + base64.urlsafe_b64encode(raw).decode().rstrip("=")


def read(text: str) -> Card:
    """A card from its text. Raises NoCard."""
    plain = "".join(text.split())
    if not plain.startswith(PREFIX) or len(plain) > _MOST:
        raise NoCard("the text does not begin like a card")
    code = plain.removeprefix(PREFIX)
    try:
        raw = base64.b64decode(code + "=" * (-len(code) % 4), altchars=b"-_", validate=True)
        values = codec.read_json(raw)
        card = Card(**values)
    except (binascii.Error, codec.NoPackage, TypeError) as error:
        raise NoCard("the card cannot be read") from error
    if not _sound(card):
        raise NoCard("the card is not complete")
    return card


def _sound(card: Card) -> bool:
    words = asdict(card).values()
    if not all(isinstance(word, str) and len(word) <= 240 for word in words):
        return False
    try:
        keys = [bytes.fromhex(card.signing), bytes.fromhex(card.sealing)]
        checked(card.address or "https://tanpa.alamat")
    except ValueError:
        return False
    named = card.kind in HOUSES and bool(card.name.strip()) and len(card.path) <= 24
    digits = all(part.isdigit() for part in card.path.split(".")) if card.path else False
    return named and digits and all(len(key) == _KEY for key in keys)
