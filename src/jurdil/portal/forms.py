"""Forms of the public pages."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from jurdil.law.voters.identity import is_sound, read_birth
from jurdil.portal.checking import MOST_BYTES
from jurdil.voters.actions import Comment

Choices = Sequence[tuple[str, str]]


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


class LookupForm(forms.Form):
    """Who asks whether he is registered; sent, never put into an address."""

    nik = forms.CharField(
        label="NIK",
        max_length=20,
        help_text=_("16 angka di KTP-el atau KK."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    name = forms.CharField(
        label=_("Nama"),
        max_length=100,
        help_text=_("Seperti di KTP-el; satu kata dari nama Anda cukup."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    born = forms.CharField(
        label=_("Tanggal lahir"),
        max_length=10,
        help_text=_("Hari-bulan-tahun: 17-08-1990."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_nik(self):
        number = "".join(self.cleaned_data["nik"].split())
        if not is_sound(number):
            raise forms.ValidationError(_("NIK terdiri atas 16 angka. Periksa lagi."))
        return number

    def clean_born(self):
        read = read_birth(self.cleaned_data["born"].strip())
        if read.day is None or read.swapped:
            raise forms.ValidationError(_("Tulis tanggal lahir sebagai hari-bulan-tahun."))
        return read.day


class CommentForm(forms.Form):
    """What somebody says of an announced list; no number of identity is asked for."""

    list = forms.ChoiceField(label=_("Daftar yang ditanggapi"))
    village = forms.ChoiceField(label=_("Desa/kelurahan"))
    about = forms.ChoiceField(label=_("Isi tanggapan"))
    text = forms.CharField(
        label=_("Apa yang perlu diperiksa"),
        max_length=600,
        help_text=_("Nama dan alamat yang dimaksud sudah cukup. Jangan tulis NIK atau nomor KK."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    name = forms.CharField(label=_("Nama Anda"), max_length=100)
    contact = forms.CharField(
        label=_("Nomor telepon atau alamat Anda"),
        max_length=100,
        help_text=_("Supaya petugas dapat bertanya dan menjawab. Disimpan tersegel."),
    )

    def __init__(self, *args: Any, choices: Mapping[str, Choices], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, offered in choices.items():
            self.fields[name].choices = [("", "–"), *offered]  # type: ignore[attr-defined]

    def said(self, today: date) -> Comment:
        """The comment, received today."""
        given = {name: value for name, value in self.cleaned_data.items() if name != "list"}
        return Comment(speaker="warga", received_on=today, **given)
