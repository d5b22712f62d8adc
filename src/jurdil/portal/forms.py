"""Forms of the public pages."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from jurdil.portal.checking import MOST_BYTES


class TableForm(forms.Form):
    """A table of voters, pasted or as a file."""

    text = forms.CharField(
        label=_("Tempel tabel di sini"),
        required=False,
        strip=False,
        max_length=MOST_BYTES,
        help_text=_("Salin dari Excel atau dari berita; baris pertama memuat nama kolom."),
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
    )
    file = forms.FileField(
        label=_("Atau pilih berkas"),
        required=False,
        allow_empty_file=True,
        help_text=_("CSV atau XLSX, paling besar 500 KB. Berkas tidak disimpan."),
    )

    def clean_file(self):
        file: UploadedFile | None = self.cleaned_data.get("file")
        if file is not None and (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(_("Berkas ini lebih dari 500 KB."))
        return file

    def clean(self):
        cleaned = super().clean() or {}
        if not self.errors and not cleaned.get("file") and not cleaned.get("text", "").strip():
            raise forms.ValidationError(_("Tempel sebuah tabel atau pilih berkasnya."))
        return cleaned

    def content(self) -> bytes:
        """What is to be checked; a file counts before pasted text."""
        file: UploadedFile | None = self.cleaned_data.get("file")
        if file is not None:
            return file.read()
        text: str = self.cleaned_data["text"]
        return text.strip().replace("\r\n", "\n").encode()
