"""Photos and scans of papers: refused in a sentence when they are none, else made ready to show."""

import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from jurdil.kernel import files
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import StoredFile

LARGEST = 8 * 1024 * 1024
READ_MOST = LARGEST + 1
"""How much of an upload is read: one byte more tells that it is too large."""
WAIT = 30
QUEUE = 15
"""Seconds that an upload waits for the one before it."""
_KINDS = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"%PDF-": "application/pdf",
}
_worker = threading.BoundedSemaphore(1)
"""One worker at a time in each web process: each may use a gigabyte."""


class Busy(Refused):
    """Other files are being looked into; this one may come again in a moment."""


@dataclass(frozen=True)
class Photo:
    """A file that was looked into: the evidence as it came, and its pages as plain JPEG."""

    name: str
    media_type: str
    content: bytes
    pages: tuple[bytes, ...]


def examine(content: bytes, name: str) -> Photo:
    """Look into a file in a process of its own, outside any transaction.

    Raises `Refused` for a file that is too large, no JPEG, PNG, WebP or PDF, broken, or that would
    unpack to more than a paper can hold; `Busy` while too many others are being looked into.
    """
    name = files.plain_name(name)
    if len(content) > LARGEST:
        raise Refused(
            _("Berkas %(name)s berukuran %(size)s MB; paling besar %(most)s MB. Perkecil fotonya.")
            % {"name": name, "size": -(-len(content) // 2**20), "most": LARGEST // 2**20}
        )
    media_type = _media_type(content)
    if not media_type:
        raise Refused(_("Berkas %(name)s bukan foto JPEG, PNG, WebP, atau PDF.") % {"name": name})
    pages = _draw(content)
    if not pages:
        raise Refused(
            _(
                "Berkas %(name)s rusak atau tidak dapat dibuka sebagai halaman. Foto atau "
                "pindai ulang."
            )
            % {"name": name}
        )
    return Photo(name, media_type, content, pages)


def keep(
    photo: Photo, path: str, level: str = StoredFile.Level.PERSONAL
) -> tuple[StoredFile, list[str]]:
    """Keep the evidence as it came, and its pages; returns its row and the pages' digests."""
    file = files.keep(
        photo.content, name=photo.name, media_type=photo.media_type, level=level, path=path
    )
    views = [
        files.keep(page, name=f"{number}.jpg", media_type="image/jpeg", level=level, path=path).pk
        for number, page in enumerate(photo.pages, 1)
    ]
    return file, views


def _media_type(content: bytes) -> str:
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for sign, kind in _KINDS.items() if content.startswith(sign)), "")


def _draw(content: bytes) -> tuple[bytes, ...]:
    """The pages, () when the worker gave up. Raises `Refused` when none is free for long."""
    if not _worker.acquire(timeout=QUEUE):
        raise Busy(
            _("Berkas lain masih diperiksa. Coba lagi sebentar lagi; berkas ini belum tersimpan.")
        )
    try:
        return _drawn(content)
    finally:
        _worker.release()


def _drawn(content: bytes) -> tuple[bytes, ...]:
    try:
        done = subprocess.run(
            [sys.executable, "-m", "jurdil.kernel.photo_worker"],
            input=content,
            capture_output=True,
            timeout=WAIT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return ()
    return tuple(_split(done.stdout)) if done.returncode == 0 else ()


def _split(stream: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(stream):
        (size,) = struct.unpack(">I", stream[at : at + 4])
        yield stream[at + 4 : at + 4 + size]
        at += 4 + size
