"""Letters: in, out, drafted, ordered upon, corrected; own patterns."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jurdil.kernel import clock
from jurdil.kernel.brought import PdfField
from jurdil.kernel.document_forms import FORMS, PaperForm
from jurdil.office.forms.common import (
    choose,
    chosen_id,
    day_field,
    division_field,
    text_field,
)

NATURES = [
    ("biasa", _("Biasa")),
    ("penting", _("Penting")),
    ("segera", pgettext_lazy("sifat surat", "Segera")),
    ("rahasia", _("Rahasia (hanya pimpinan dan penerima disposisi)")),
]
INSTRUCTIONS = [
    ("Untuk ditindaklanjuti", _("Untuk ditindaklanjuti")),
    ("Siapkan jawaban", _("Siapkan jawaban")),
    ("Untuk diketahui", _("Untuk diketahui")),
    ("Hadiri dan laporkan", _("Hadiri dan laporkan")),
    ("Bahas di rapat pleno", _("Bahas di rapat pleno")),
    ("Arsipkan", _("Arsipkan")),
]
Institutions = Iterable[tuple[int, str]]


class LetterInForm(forms.Form):
    """A letter that came in."""

    def __init__(self, institutions: Institutions, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["number"] = forms.CharField(
            label=_("Nomor surat"),
            max_length=80,
            help_text=_("Tulis “-” bila tidak ada."),
        )
        self.fields["dated"] = day_field(_("Tanggal surat"))
        self.fields["received"] = day_field(_("Tanggal diterima"), initial=clock.today)
        _add_correspondent(self, institutions, _("Pengirim"))
        self.fields["subject"] = forms.CharField(label=_("Perihal"), max_length=300)
        self.fields["nature"] = forms.ChoiceField(label=_("Sifat"), choices=NATURES)
        self.fields["reply_by"] = day_field(
            _("Jawab paling lambat"),
            required=False,
            help_text=_("Diisi bila surat meminta jawaban; menjadi tugas di Beranda."),
        )
        self.fields["division"] = division_field()
        _add_extras(self)

    def values(self) -> dict[str, Any]:
        """The arguments of the act."""
        return _with_institution(self.cleaned_data)


class LetterOutForm(forms.Form):
    """A letter that went out, written in Srikandi or elsewhere."""

    def __init__(
        self,
        institutions: Institutions,
        answerable: Iterable[tuple[int, str]],
        *args: Any,
        own: bool = False,
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.fields["number"] = forms.CharField(
            label=_("Nomor surat"),
            max_length=80,
            required=not own,
            help_text=_("Kosong: nomor berikutnya menurut pola sendiri.")
            if own
            else _("Seperti tertulis di Srikandi."),
        )
        self.fields["dated"] = day_field(_("Tanggal surat"), initial=clock.today)
        self.fields["day"] = day_field(_("Tanggal dikirim"), initial=clock.today)
        _add_correspondent(self, institutions, _("Dikirim kepada"))
        self.fields["subject"] = forms.CharField(label=_("Perihal"), max_length=300)
        self.fields["nature"] = forms.ChoiceField(label=_("Sifat"), choices=NATURES)
        self.fields["answers_id"] = choose(_("Menjawab surat masuk"), answerable, required=False)
        self.fields["division"] = division_field()
        _add_extras(self)
        self.fields["document_id"] = forms.IntegerField(
            required=False, widget=forms.HiddenInput, min_value=1
        )

    def values(self) -> dict[str, Any]:
        """The arguments of the act."""
        values = _with_institution(self.cleaned_data)
        return {**values, "answers_id": chosen_id(values["answers_id"])}


class RegisterPart(forms.Form):
    """What the register needs of a drafted letter, beside its text."""

    def __init__(
        self,
        institutions: Institutions,
        answerable: Iterable[tuple[int, str]],
        *args: Any,
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        _add_correspondent(self, institutions, _("Tujuan di buku agenda"))
        self.fields["correspondent"].help_text = _("Kosong: baris pertama “Kepada”.")
        self.fields["secrecy"] = forms.ChoiceField(label=_("Sifat di buku agenda"), choices=NATURES)
        self.fields["classification"] = forms.CharField(
            label=_("Kode klasifikasi"), max_length=30, required=False
        )
        self.fields["answers_id"] = choose(_("Menjawab surat masuk"), answerable, required=False)
        self.fields["division"] = division_field()

    def values(self) -> dict[str, Any]:
        """The arguments of the act but the text."""
        values = _with_institution(self.cleaned_data)
        values["nature"] = values.pop("secrecy")
        return {**values, "answers_id": chosen_id(values["answers_id"])}


class SendForm(forms.Form):
    """A drafted letter goes out."""

    number = forms.CharField(
        label=_("Nomor surat"),
        max_length=80,
        required=False,
        help_text=_("Kosong: nomor pada naskah yang ditandatangani."),
    )
    file = PdfField(label=_("Berkas bertanda tangan (PDF)"), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["day"] = day_field(_("Tanggal dikirim"), initial=clock.today)


class DispositionForm(forms.Form):
    """Who does what until when."""

    def __init__(self, owners: Iterable[tuple[int, str]], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["owner_id"] = choose(_("Kepada"), owners, required=False)
        self.fields["division"] = division_field(help_text=_("Bila bukan untuk satu orang."))
        self.fields["standard"] = choose(_("Isi disposisi"), INSTRUCTIONS, required=False)
        self.fields["own"] = forms.CharField(
            label=_("Atau dengan kata sendiri"), max_length=240, required=False
        )
        self.fields["until"] = day_field(_("Paling lambat"), required=False)

    def values(self) -> dict[str, Any]:
        """The arguments of the act."""
        data = self.cleaned_data
        words = [part for part in (data["standard"], data["own"].strip()) if part]
        return {
            "owner_id": chosen_id(data["owner_id"]),
            "division": data["division"],
            "instruction": ": ".join(words),
            "until": data["until"],
        }


class CloseForm(forms.Form):
    note = text_field(_("Hasil, atau alasan tidak perlu dijawab"))


class CorrectForm(forms.Form):
    """What the register says of a letter."""

    number = forms.CharField(label=_("Nomor surat"), max_length=80, required=False)
    subject = forms.CharField(label=_("Perihal"), max_length=300)
    correspondent = forms.CharField(label=_("Pengirim atau tujuan"), max_length=200)
    nature = forms.ChoiceField(label=_("Sifat"), choices=NATURES)
    classification = forms.CharField(label=_("Kode klasifikasi"), max_length=30, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["dated"] = day_field(_("Tanggal surat"), required=False)
        self.fields["division"] = division_field()
        self.fields["reason"] = forms.CharField(
            label=_("Alasan pembetulan"),
            max_length=200,
            help_text=_("Tercatat di Jejak Perubahan."),
        )


class PatternForm(forms.Form):
    """An own pattern."""

    path = forms.CharField(
        label=_("Kode tempat"),
        max_length=24,
        help_text=_("Kecamatan seperti 73.12.01 untuk PPK, desa seperti 73.12.01.1001 untuk PPS."),
    )
    year = forms.IntegerField(label=_("Tahun"), min_value=2019, max_value=2100)
    pattern = forms.CharField(
        label=_("Pola nomor"),
        max_length=60,
        help_text=_(
            "Bagian yang diganti: {nomor}, {bulan}, {tahun}, {kode}, {wilayah}. "
            "Contoh: {nomor}/PPK-01/{bulan}/{tahun}"
        ),
    )
    basis = forms.CharField(
        label=_("Dasar"),
        max_length=200,
        help_text=_("Keputusan yang mengizinkan penomoran sendiri."),
    )


class LetterFilter(forms.Form):
    """What the register shows."""

    cari = forms.CharField(label=_("Perihal, pengirim atau tujuan, nomor"), required=False)
    tahun = forms.ChoiceField(label=_("Tahun"), required=False)

    def __init__(self, years: Iterable[int], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["tahun"]
        offered = [("", str(_("Semua tahun"))), *((str(year), str(year)) for year in years)]
        if isinstance(field, forms.ChoiceField):
            field.choices = offered


def text_form(kind: str) -> type[PaperForm]:
    """The form of the text of a letter of a kind."""
    return FORMS[kind]


def _add_correspondent(form: forms.Form, institutions: Institutions, label: Any) -> None:
    form.fields["institution_id"] = choose(
        label, institutions, required=False, help_text=_("Dari direktori.")
    )
    form.fields["correspondent"] = forms.CharField(
        label=_("Atau tulis sendiri"), max_length=200, required=False
    )


def _add_extras(form: forms.Form) -> None:
    form.fields["classification"] = forms.CharField(
        label=_("Kode klasifikasi"), max_length=30, required=False
    )
    form.fields["attachments"] = forms.CharField(label=_("Lampiran"), max_length=60, required=False)
    form.fields["file"] = PdfField(label=_("Pindaian surat (PDF)"), required=False)


def _with_institution(data: dict[str, Any]) -> dict[str, Any]:
    return {**data, "institution_id": chosen_id(data["institution_id"])}
