"""The office's own keys: signed with the newest, opened with any of them."""

from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from jurdil.kernel import clock, crypto
from jurdil.kernel.exchange.cards import Card
from jurdil.kernel.models import Office


@dataclass(frozen=True)
class OwnKey:
    """A key of this office: its number, what it signs and opens with, and its card."""

    number: int
    signing: Ed25519PrivateKey
    sealing: X25519PrivateKey
    card: Card


def own_keys() -> tuple[OwnKey, ...]:
    """All keys of this office, the newest first. Raises `crypto.KeyMissing`."""
    office = clock.office() or Office.objects.get()
    found = sorted(crypto.signing_keys().items(), reverse=True)
    return tuple(_own(number, signing, office) for number, signing in found)


def newest() -> OwnKey:
    """The key that signs now."""
    return own_keys()[0]


def by_fingerprint(fingerprint: str) -> OwnKey | None:
    """The key that a package was sealed to; None for one that is not here."""
    return next((key for key in own_keys() if key.card.fingerprint == fingerprint), None)


def sealing_key(signing: Ed25519PrivateKey) -> X25519PrivateKey:
    """The key that opens packages, derived from the one that signs: one file to keep and to lose.

    HKDF is a one-way street, so that knowing this key says nothing about the other.
    """
    derive = HKDF(SHA256(), length=32, salt=None, info=b"jurdil exchange sealing key 1")
    return X25519PrivateKey.from_private_bytes(derive.derive(signing.private_bytes_raw()))


def _own(number: int, signing: Ed25519PrivateKey, office: Office) -> OwnKey:
    sealing = sealing_key(signing)
    card = Card(
        kind=office.kind,
        path=office.path,
        name=office.name,
        address=settings.JURDIL_ADDRESS,
        signing=signing.public_key().public_bytes_raw().hex(),
        sealing=sealing.public_key().public_bytes_raw().hex(),
    )
    return OwnKey(number, signing, sealing, card)
