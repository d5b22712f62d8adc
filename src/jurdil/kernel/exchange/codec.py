"""The envelope of a package, without Django: framed, signed inside, sealed outside.

    file      = MAGIC | length of header (4 bytes) | header | HPKE ciphertext of the body
    body      = length of statement (4 bytes) | statement | Ed25519 signature (64 bytes) | files
    header    = canonical JSON: the receiving office and the fingerprint of its key, nothing else
    statement = canonical JSON: all that is said, with SHA-256 and size of every file

Sealing is HPKE (RFC 9180: X25519, HKDF-SHA256, ChaCha20-Poly1305) with the header bound to it, so
that a lost stick shows the receiving office only. Nothing is compressed, so nothing can swell.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from jurdil.kernel.chain import canonical

MAGIC = b"JURDIL-PAKET-1\n"
MOST_BYTES = 30_000_000
"""Of a whole package."""
ENOUGH = MOST_BYTES + 1
"""So much is read to know that a package is larger than any."""
MOST_STATEMENT = 1_000_000
MOST_HEADER = 1_000
MOST_FILES = 20

_SIGNED_AS = b"jurdil-paket-1\0"
_LENGTH, _SIGNATURE = 4, 64
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


class NoPackage(ValueError):
    """The bytes are no package of this format, or break off."""


class Changed(ValueError):
    """The bytes are a package that does not open, or is not what its sender signed."""


@dataclass(frozen=True)
class Body:
    """What is inside: the signed statement as bytes and as values, its signature, its files."""

    raw: bytes
    signature: bytes
    said: Mapping[str, Any]
    files: tuple[bytes, ...]

    @property
    def digest(self) -> str:
        """SHA-256 of the statement, which holds the digests of the files: the package's digest."""
        return hashlib.sha256(self.raw).hexdigest()


def make_body(said: Mapping[str, Any], files: Iterable[bytes], key: Ed25519PrivateKey) -> bytes:
    """A signed body. `said["files"]` must describe the files. Raises NoPackage above the limits."""
    raw = canonical(dict(said)).encode()
    made = b"".join([_framed(raw), key.sign(_SIGNED_AS + raw), *files])
    read_body(made)
    return made


def read_body(body: bytes) -> Body:
    """Take a body apart and check its files; the signature is checked by `verify`.

    Raises NoPackage for what is no body, Changed for a file that is not the one that was signed.
    """
    raw, rest = _unframed(body, MOST_STATEMENT)
    if len(rest) < _SIGNATURE:
        raise NoPackage("the body breaks off before its signature")
    said = read_json(raw)
    return Body(raw, rest[:_SIGNATURE], said, _files(said.get("files", []), rest[_SIGNATURE:]))


def joined(body: Body) -> bytes:
    """The bytes of a body that was taken apart."""
    return b"".join([_framed(body.raw), body.signature, *body.files])


def verify(body: Body, key: bytes) -> None:
    """Raise Changed unless the office with this public key signed the statement."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(body.signature, _SIGNED_AS + body.raw)
    except InvalidSignature as error:
        raise Changed("the signature does not belong to the statement") from error


def seal(body: bytes, *, to: str, key_name: str, key: bytes) -> bytes:
    """A package for the office `to`, readable with the private half of `key` only."""
    header = canonical({"key": key_name, "to": to}).encode()
    public = X25519PublicKey.from_public_bytes(key)
    return MAGIC + _framed(header) + _SUITE.encrypt(body, public, info=MAGIC + header)


def read_header(package: bytes) -> dict[str, str]:
    """For whom a package is (`to`, `key`). Raises NoPackage."""
    if len(package) > MOST_BYTES:
        raise NoPackage("the package is larger than any")
    if not package.startswith(MAGIC):
        raise NoPackage("the file does not begin like a package")
    header = read_json(_unframed(package[len(MAGIC) :], MOST_HEADER)[0])
    if set(header) != {"to", "key"} or not all(isinstance(v, str) for v in header.values()):
        raise NoPackage("the header names no receiver")
    return header


def unseal(package: bytes, key: X25519PrivateKey) -> Body:
    """The body of a package. Raises NoPackage, or Changed when it does not open."""
    read_header(package)
    header, sealed = _unframed(package[len(MAGIC) :], MOST_HEADER)
    try:
        return read_body(_SUITE.decrypt(sealed, key, info=MAGIC + header))
    except (InvalidTag, NoPackage) as error:
        raise Changed("the package does not open") from error


def read_json(raw: bytes) -> dict[str, Any]:
    """A canonical JSON object. Raises NoPackage for any other text, however equal in meaning."""
    try:
        value = json.loads(raw, parse_float=_refuse, parse_constant=_refuse)
        same = isinstance(value, dict) and canonical(value).encode() == raw
    except (ValueError, RecursionError) as error:
        raise NoPackage("the statement is no JSON") from error
    if not same or b"\\u0000" in raw:
        raise NoPackage("the statement is not canonical")
    return value


def _refuse(text: str) -> None:
    raise ValueError(f"{text} has no canonical text")


def _framed(part: bytes) -> bytes:
    return len(part).to_bytes(_LENGTH) + part


def _unframed(data: bytes, most: int) -> tuple[bytes, bytes]:
    length = int.from_bytes(data[:_LENGTH])
    if len(data) < _LENGTH + length or length > most:
        raise NoPackage("a part is longer than the file or than allowed")
    return data[_LENGTH : _LENGTH + length], data[_LENGTH + length :]


def _files(listed: Any, rest: bytes) -> tuple[bytes, ...]:
    if not isinstance(listed, list) or len(listed) > MOST_FILES:
        raise NoPackage("the list of files is none")
    found = []
    for one in listed:
        size, digest = _described(one)
        part, rest = rest[:size], rest[size:]
        if len(part) != size or hashlib.sha256(part).hexdigest() != digest:
            raise Changed("a file is not the one that was signed")
        found.append(part)
    if rest:
        raise Changed("there is more in the package than was signed")
    return tuple(found)


def _described(one: Any) -> tuple[int, str]:
    names = {"name", "media_type", "sha256", "size"}
    if not isinstance(one, dict) or set(one) != names:
        raise NoPackage("a file is not described")
    size, words = one["size"], (one["name"], one["media_type"], one["sha256"])
    if type(size) is not int or not 0 <= size <= MOST_BYTES:
        raise NoPackage("a file has no size")
    if not all(isinstance(word, str) and len(word) <= 200 for word in words):
        raise NoPackage("a file has no name")
    return size, one["sha256"]
