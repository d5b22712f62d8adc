"""Papers that people bring: PDF or photo, known by their first bytes and never by what a browser
says of them, because a stored file is shown again under the type that it came with."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import photos
from jurdil.kernel.acts import Refused

PDF = "application/pdf"
KINDS = {b"%PDF-": PDF, b"\xff\xd8\xff": "image/jpeg", b"\x89PNG": "image/png"}
LARGEST = 10
"""Megabytes of a paper at most, unless a form says less."""


@dataclass(frozen=True)
class Upload:
    """A file handed in with an act."""

    name: str
    content: bytes
    media_type: str = PDF


class PaperField(forms.FileField):
    """A PDF or a photo; its cleaned value is an `Upload`, or None."""

    def __init__(self, *, largest: int = LARGEST, **more: Any) -> None:
        super().__init__(**more)
        self.largest = largest

    def clean(self, data: Any, initial: Any = None) -> Upload | None:
        file = super().clean(data, initial)
        if not file:
            return None
        if file.size > self.largest * 1024 * 1024:
            text = _("Berkas ini lebih besar dari %(most)s MB. Kecilkan dulu.")
            raise forms.ValidationError(text, params={"most": self.largest})
        content = file.read()
        kind = next((kind for mark, kind in KINDS.items() if content.startswith(mark)), "")
        if not kind:
            raise forms.ValidationError(_("Berkas ini bukan PDF, JPEG, atau PNG."))
        return Upload(file.name, content, kind)


class PhotoField(PaperField):
    """A PDF or a photo of an event; a photo is kept without what the phone wrote into it (place,
    time, device), a PDF as it came. Its cleaned value is an `Upload`, or None."""

    def clean(self, data: Any, initial: Any = None) -> Upload | None:
        found = super().clean(data, initial)
        if found is None or found.media_type == PDF:
            return found
        try:
            (page,) = photos.examine(found.content, found.name).pages
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        return Upload(f"{found.name.rpartition('.')[0] or found.name}.jpg", page, "image/jpeg")


class PdfField(PaperField):
    """A PDF; its cleaned value is an `Upload`, or None."""

    def clean(self, data: Any, initial: Any = None) -> Upload | None:
        found = super().clean(data, initial)
        if found is not None and found.media_type != PDF:
            raise forms.ValidationError(_("Berkas ini bukan PDF."))
        return found
