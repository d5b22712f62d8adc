"""Forms that propose a change of a voter, and that decide one."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.brought import PaperField
from jurdil.law.voters.identity import is_sound, read_birth
from jurdil.voters.people import NAMES

Choices = Sequence[tuple[str, str]]
LARGEST = 5
"""Megabytes of a photo or scan at most."""
NUMBERS = ("nik", "nkk")
SEXES = [("", "–"), ("L", _("Laki-laki")), ("P", _("Perempuan"))]
MARRIAGES = [("", "–"), ("B", _("Belum kawin")), ("S", _("Sudah kawin")), ("P", _("Pernah kawin"))]
KTP = [("", "–"), ("S", _("Sudah memiliki KTP-el")), ("B", _("Belum memiliki KTP-el"))]


def paper_field(label: Any) -> PaperField:
    """A scan or photo that may be left out."""
    hint = _("PDF atau foto; boleh kosong; paling besar 5 MB. Disimpan tersegel.")
    return PaperField(label=label, required=False, help_text=hint, largest=LARGEST)


class EvidenceForm(forms.Form):
    """The paper behind a proposal; every proposal form has these fields last."""

    evidence = forms.CharField(
        label=_("Bukti"),
        max_length=40,
        help_text=_("Jenis suratnya, misalnya akta kematian, KK, surat keterangan desa."),
    )
    evidence_note = forms.CharField(
        label=_("Nomor atau keterangan bukti"), max_length=200, required=False
    )
    file = paper_field(_("Foto atau pindaian bukti"))


class StrikeForm(EvidenceForm):
    """A removal: the reason of the regime and its evidence."""

    tms = forms.ChoiceField(label=_("Alasan TMS"), widget=forms.RadioSelect)
    field_order = ("tms", "evidence", "evidence_note", "file")

    def __init__(self, *args, codes: Choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["tms"].choices = list(codes)  # type: ignore[attr-defined]


class MoveForm(EvidenceForm):
    """Another TPS of the same village."""

    tps = forms.ChoiceField(label=_("TPS tujuan"))
    field_order = ("tps", "evidence", "evidence_note", "file")

    def __init__(self, *args, stations: Choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["tps"].choices = list(stations)  # type: ignore[attr-defined]
        self.fields["evidence"].required = False


class ElementsForm(EvidenceForm):
    """The elements of the paper in its order. An empty number leaves the number as it is."""

    nkk = forms.CharField(label="NKK", max_length=20, required=False)
    nik = forms.CharField(label="NIK", max_length=20, required=False)
    nama = forms.CharField(label=_("Nama"), max_length=100)
    tempat_lahir = forms.CharField(label=_("Tempat lahir"), max_length=60, required=False)
    tanggal_lahir = forms.CharField(
        label=_("Tanggal lahir"), max_length=10, help_text=_("Hari-bulan-tahun: 17-08-1990.")
    )
    status_kawin = forms.ChoiceField(label=_("Status kawin"), choices=MARRIAGES, required=False)
    jenis_kelamin = forms.ChoiceField(label=_("Jenis kelamin"), choices=SEXES)
    alamat = forms.CharField(label=_("Jalan atau dusun"), max_length=150, required=False)
    rt = forms.CharField(label="RT", max_length=5, required=False)
    rw = forms.CharField(label="RW", max_length=5, required=False)
    disabilitas = forms.ChoiceField(label=_("Disabilitas"), required=False)
    ktp_el = forms.ChoiceField(label=_("KTP-el"), choices=KTP, required=False)
    field_order: tuple[str, ...] = (
        *("nkk", "nik", "nama", "tempat_lahir", "tanggal_lahir", "status_kawin"),
        *("jenis_kelamin", "alamat", "rt", "rw", "disabilitas", "ktp_el"),
        *("evidence", "evidence_note", "file"),
    )

    def __init__(self, *args, disabilities: Choices, **kwargs):
        super().__init__(*args, **kwargs)
        offered = [("", _("Tidak ada")), *disabilities]
        self.fields["disabilitas"].choices = offered  # type: ignore[attr-defined]

    def clean_nik(self):
        return self._number("nik")

    def clean_nkk(self):
        return self._number("nkk")

    def clean_tanggal_lahir(self):
        text = self.cleaned_data["tanggal_lahir"].strip()
        born = read_birth(text)
        if born.day is None or born.swapped:
            raise forms.ValidationError(_("Tanggal ini tidak terbaca sebagai hari-bulan-tahun."))
        return born.day.strftime("%d-%m-%Y")

    def _number(self, name: str) -> str:
        number = "".join(self.cleaned_data[name].split())
        if number and not is_sound(number):
            raise forms.ValidationError(_("Ini bukan 16 angka yang utuh. Periksa KTP atau KK."))
        return number

    def elements(self) -> dict[str, str]:
        """What was written; a number left empty is not among it."""
        given = {name: self.cleaned_data[name].strip() for name in NAMES if name in self.fields}
        return {name: value for name, value in given.items() if value or name not in NUMBERS}


class NewForm(ElementsForm):
    """A new voter, in which village and why now."""

    village = forms.ChoiceField(label=_("Desa/kelurahan"))
    entered = forms.ChoiceField(label=_("Sebab masuk daftar"), required=False)
    field_order: tuple[str, ...] = ("village", "entered", *ElementsForm.field_order)

    def __init__(self, *args, villages: Choices, reasons: Choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["village"].choices = list(villages)  # type: ignore[attr-defined]
        self.fields["entered"].choices = [("", "–"), *reasons]  # type: ignore[attr-defined]


class DecideForm(forms.Form):
    """A note for the decision (a rejection needs one); the button pressed is the verdict."""

    verdict = forms.ChoiceField(
        choices=[("terima", ""), ("tolak", ""), ("tarik", "")], widget=forms.HiddenInput
    )
    note = forms.CharField(label=_("Catatan keputusan"), max_length=300, required=False)


class DoubleForm(forms.Form):
    """Whether two entries are one person, and which of them leaves."""

    verdict = forms.ChoiceField(label=_("Keputusan Anda"), widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Dasar keputusan"),
        max_length=300,
        help_text=_("Misalnya: didatangi petugas, dua orang dengan NIK yang sama."),
    )

    def __init__(self, *args, choices: Choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["verdict"].choices = list(choices)  # type: ignore[attr-defined]
