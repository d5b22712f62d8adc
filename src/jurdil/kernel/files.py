"""Files by their SHA-256 under ``JURDIL_HOME/files``; classes that say so are sealed."""

import hashlib
import os
import unicodedata
from pathlib import Path

from django.conf import settings

from jurdil.kernel import clock, crypto
from jurdil.kernel.models import StoredFile

LONGEST_NAME = 200
_SEALED = {StoredFile.Level.INTERNAL, StoredFile.Level.PERSONAL}


def keep(content: bytes, *, name: str, media_type: str, level: str, path: str) -> StoredFile:
    """Store bytes once and return their row; the same bytes again give the same row."""
    digest = hashlib.sha256(content).hexdigest()
    if existing := StoredFile.objects.filter(pk=digest).first():
        return existing
    key_id, stored = "", content
    if level in _SEALED:
        key_id, stored = crypto.encrypt(content, f"file:{digest}")
    _write(_location(digest), stored)
    return StoredFile.objects.create(
        sha256=digest,
        name=plain_name(name),
        media_type=media_type,
        size=len(content),
        level=level,
        path=path,
        key_id=key_id,
        stored_at=clock.real(),
    )


def plain_name(name: str) -> str:
    """A file name as it may be kept and shown: no folders, no control or direction signs."""
    last = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C")
    return " ".join(shown.split()).strip(".")[:LONGEST_NAME] or "berkas"


def content(file: StoredFile) -> bytes:
    """The bytes of a stored file, checked against its digest.

    Raises FileNotFoundError, `crypto.KeyMissing` or `crypto.Unreadable`.
    """
    stored = _location(file.sha256).read_bytes()
    plain = crypto.decrypt(file.key_id, stored, f"file:{file.sha256}") if file.key_id else stored
    if hashlib.sha256(plain).hexdigest() != file.sha256:
        raise crypto.Unreadable(f"file {file.sha256[:12]} was changed on disk")
    return plain


def _location(digest: str) -> Path:
    return Path(settings.JURDIL_HOME) / "files" / digest[:2] / digest[2:]


def _write(target: Path, stored: bytes) -> None:
    """Whole or not at all: a crash leaves a temporary name, never half a file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_suffix(f".{os.getpid()}")
    with temporary.open("wb") as handle:
        handle.write(stored)
        handle.flush()
        os.fsync(handle.fileno())
    temporary.replace(target)
