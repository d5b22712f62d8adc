"""An upload stays in memory however large it is; what is beyond every limit is not kept at all."""

from io import BytesIO

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import load_handler
from django.http.multipartparser import MultiPartParser
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from jurdil.kernel.tables import MAX_BYTES


def received(content: bytes, settings) -> InMemoryUploadedFile:
    file = BytesIO(content)
    file.name = "daftar.csv"
    body = encode_multipart(BOUNDARY, {"berkas": file})
    meta = {"CONTENT_TYPE": MULTIPART_CONTENT, "CONTENT_LENGTH": len(body)}
    handlers = [load_handler(name, None) for name in settings.FILE_UPLOAD_HANDLERS]
    _post, files = MultiPartParser(meta, BytesIO(body), handlers).parse()
    return files["berkas"]


def test_a_file_of_ten_megabytes_never_touches_the_disk(settings, tmp_path):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    content = b"9901010203800001\n" * 600_000
    file = received(content, settings)
    assert isinstance(file, InMemoryUploadedFile)
    assert (file.read(), file.size, file.name) == (content, len(content), "daftar.csv")
    assert list(tmp_path.iterdir()) == []


def test_a_file_beyond_the_limit_tells_its_true_size_and_is_cut(settings):
    file = received(b"x" * (MAX_BYTES + 5_000_000), settings)
    assert file.size == MAX_BYTES + 5_000_000
    assert MAX_BYTES < len(file.read()) < MAX_BYTES + 200_000
