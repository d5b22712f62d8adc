"""A file is kept once under its digest, sealed where its class says so, and checked when read."""

import pytest
from django.conf import settings

from jurdil.kernel import crypto, files
from jurdil.kernel.models import StoredFile

pytestmark = pytest.mark.django_db
PAPER = b"%PDF-1.7 berita acara contoh"


def kept(level: str, content: bytes = PAPER) -> StoredFile:
    return files.keep(
        content, name="ba.pdf", media_type="application/pdf", level=level, path="73.12"
    )


def on_disk(file: StoredFile):
    return settings.JURDIL_HOME / "files" / file.sha256[:2] / file.sha256[2:]


@pytest.fixture(autouse=True)
def own_home(settings, tmp_path):
    settings.JURDIL_HOME = tmp_path


def test_a_public_file_lies_open_and_comes_back():
    file = kept(StoredFile.Level.PUBLIC)
    assert on_disk(file).read_bytes() == PAPER
    assert files.content(file) == PAPER


@pytest.mark.parametrize("level", [StoredFile.Level.INTERNAL, StoredFile.Level.PERSONAL])
def test_internal_and_personal_files_are_sealed(level):
    file = kept(level)
    assert b"berita acara" not in on_disk(file).read_bytes()
    assert files.content(file) == PAPER


def test_the_same_bytes_are_kept_once():
    assert kept(StoredFile.Level.PUBLIC).pk == kept(StoredFile.Level.PUBLIC).pk
    assert StoredFile.objects.count() == 1


def test_a_file_changed_on_disk_is_not_handed_out():
    file = kept(StoredFile.Level.PUBLIC)
    on_disk(file).write_bytes(PAPER + b" ")
    with pytest.raises(crypto.Unreadable, match="changed on disk"):
        files.content(file)
    sealed = kept(StoredFile.Level.PERSONAL, b"isi lain")
    stored = on_disk(sealed).read_bytes()
    on_disk(sealed).write_bytes(stored[:-1] + bytes([stored[-1] ^ 1]))
    with pytest.raises(crypto.Unreadable):
        files.content(sealed)


def test_no_half_file_is_left_under_the_final_name(monkeypatch):
    def full(_handle):
        raise OSError("no space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="no space"):
        kept(StoredFile.Level.PUBLIC)
    assert not StoredFile.objects.exists()
    assert not [
        file
        for file in (settings.JURDIL_HOME / "files").rglob("*")
        if file.suffix == "" and file.is_file()
    ]
