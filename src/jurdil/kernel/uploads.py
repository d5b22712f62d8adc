"""Uploads stay in memory: a file with voters' numbers is never written to disk unsealed.

Django would put larger files into a temporary one, whose bytes outlive a power cut.
"""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from jurdil.kernel.tables import MAX_BYTES


class InMemory(FileUploadHandler):
    """Keeps a little more than the largest file any form takes; the size told is the true one."""

    chunk_size = 2**16

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self._kept = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start <= MAX_BYTES:
            self._kept.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self._kept.seek(0)
        return InMemoryUploadedFile(
            self._kept,
            self.field_name,
            self.file_name or "",
            self.content_type,
            file_size,
            self.charset,
            self.content_type_extra,
        )
