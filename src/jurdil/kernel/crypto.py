"""Keys live apart from the data. AEAD for fields and files, a keyed blind index to find them.

Key files under `JURDIL_KEYS`: ``field-<id>.key`` and ``index-<id>.key`` (32 bytes each),
``signing.key`` and later ``signing-<n>.key`` (Ed25519). The newest id is used to write; older ones
stay readable.
"""

import hashlib
import hmac
import os
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from django.conf import settings

_NONCE = 12


class KeyMissing(Exception):
    """A key that the data needs is not in `JURDIL_KEYS`."""


class Unreadable(Exception):
    """The bytes were changed, or belong to another record or key."""


def make_keys() -> None:
    """Create the first keys of an installation; existing ones are left alone."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for kind in ("field", "index"):
        _write_once(folder / f"{kind}-1.key", os.urandom(32))
    _write_once(folder / "signing.key", _new_signing_key())


def encrypt(plain: bytes, context: str) -> tuple[str, bytes]:
    """(key id, sealed bytes). `context` (``table:id``) binds the bytes to their record."""
    key_id = _newest("field")
    nonce = os.urandom(_NONCE)
    sealed = AESGCM(_key("field", key_id)).encrypt(nonce, plain, context.encode())
    return key_id, nonce + sealed


def decrypt(key_id: str, sealed: bytes, context: str) -> bytes:
    """The plain bytes. Raises `KeyMissing` or `Unreadable`."""
    return Opener().open(key_id, sealed, context)


def blind_index(value: str, purpose: str) -> str:
    """A keyed fingerprint to look a secret value up by; not unique, useless without the key."""
    key = _key("index", _newest("index"))
    return hmac.new(key, f"{purpose}\0{value}".encode(), hashlib.sha256).hexdigest()


class Sealer:
    """The newest keys, read once, for a run of many values: `encrypt` and `blind_index` in bulk."""

    def __init__(self) -> None:
        self.key_id = _newest("field")
        self._cipher = AESGCM(_key("field", self.key_id))
        self._index = hmac.new(_key("index", _newest("index")), digestmod=hashlib.sha256)

    def seal(self, plain: str, context: str) -> bytes:
        """The sealed bytes under `key_id`; `context` binds them to what they belong to."""
        nonce = os.urandom(_NONCE)
        return nonce + self._cipher.encrypt(nonce, plain.encode(), context.encode())

    def index(self, value: str, purpose: str) -> str:
        """As `blind_index`."""
        keyed = self._index.copy()
        keyed.update(f"{purpose}\0{value}".encode())
        return keyed.hexdigest()


class Opener:
    """Keys read once, for a run of many sealed values: `decrypt` in bulk."""

    def __init__(self) -> None:
        self._ciphers: dict[str, AESGCM] = {}

    def open(self, key_id: str, sealed: bytes, context: str) -> bytes:
        """As `decrypt`."""
        cipher = self._ciphers.get(key_id)
        if cipher is None:
            cipher = self._ciphers[key_id] = AESGCM(_key("field", key_id))
        try:
            return cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], context.encode())
        except InvalidTag as error:
            raise Unreadable(f"the sealed bytes of {context} do not open") from error


def commitment(value: str, salt: bytes) -> str:
    """What the ledger may hold of a personal value: nothing, once the record's salt is erased."""
    return hmac.new(salt, value.encode(), hashlib.sha256).hexdigest()


def signing_key() -> Ed25519PrivateKey:
    """The office's signing key, the newest one. Raises `KeyMissing`."""
    keys = signing_keys()
    return keys[max(keys)]


def signing_keys() -> dict[int, Ed25519PrivateKey]:
    """All signing keys by number; the first is ``signing.key``. Raises `KeyMissing`."""
    first = _folder() / "signing.key"
    if not first.exists():
        raise KeyMissing(f"{first.name} is not in JURDIL_KEYS")
    later = {int(p.stem.partition("-")[2]): p for p in _folder().glob("signing-*.key")}
    return {number: _signing(path) for number, path in {1: first, **later}.items()}


def make_signing_key() -> int:
    """Make the next signing key and return its number; the older ones stay."""
    number = max(signing_keys()) + 1
    _write_once(_folder() / f"signing-{number}.key", _new_signing_key())
    return number


def _new_signing_key() -> bytes:
    return Ed25519PrivateKey.generate().private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )


def _signing(path: Path) -> Ed25519PrivateKey:
    key = load_pem_private_key(path.read_bytes(), None)
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyMissing(f"{path.name} is not an Ed25519 key")
    return key


def _folder() -> Path:
    return Path(settings.JURDIL_KEYS)


def _newest(kind: str) -> str:
    ids = [int(p.stem.partition("-")[2]) for p in _folder().glob(f"{kind}-*.key")]
    if not ids:
        raise KeyMissing(f"no {kind} key in JURDIL_KEYS; run 'jurdil init' first")
    return str(max(ids))


def _key(kind: str, key_id: str) -> bytes:
    path = _folder() / f"{kind}-{key_id}.key"
    if not path.exists():
        raise KeyMissing(f"{path.name} is not in JURDIL_KEYS")
    return path.read_bytes()


def _write_once(path: Path, content: bytes) -> None:
    if path.exists():
        return
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
