"""Forms of coklit: who is Pantarlih where, what is decided, a household typed from paper."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

Choices = Sequence[tuple[str, str]]
VISITS = [
    ("selesai", _("Sudah dikunjungi")),
    ("tidak-ditemui", _("Tidak ditemui, akan kembali")),
]
SIGNS = [
    ("", _("Tidak dicatat")),
    ("ttd", _("Tanda tangan")),
    ("cap", _("Cap jempol")),
    ("tidak-bisa", _("Tidak bisa menandatangani")),
]
RESULTS = [("", _("Belum")), ("sesuai", _("Sesuai")), ("ubah", _("Ubah")), ("tms", _("TMS"))]
SEXES = [("", "–"), ("L", _("Laki-laki")), ("P", _("Perempuan"))]
MARRIAGES = [
    ("", "–"),
    ("B", _("Belum kawin")),
    ("S", _("Sudah kawin")),
    ("P", _("Pernah kawin")),
]
KTP = [("", "–"), ("S", _("Sudah memiliki KTP-el")), ("B", _("Belum memiliki KTP-el"))]
EVIDENCE = ("evidence", "evidence_note")


class AssignForm(forms.Form):
    """A person, a TPS, a decree and the days of work."""

    username = forms.CharField(
        label=_("Nama pengguna"),
        max_length=60,
        help_text=_("Akun dibuat oleh pengelola sistem kantor."),
    )
    tps = forms.ChoiceField(label="TPS")
    valid_from = forms.DateField(
        label=_("Mulai bertugas"), widget=forms.DateInput(attrs={"type": "date"})
    )
    valid_until = forms.DateField(
        label=_("Hari terakhir"), widget=forms.DateInput(attrs={"type": "date"})
    )
    basis = forms.CharField(label=_("Nomor keputusan pengangkatan"), max_length=200)

    def __init__(self, *args: Any, stations: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tps"].choices = list(stations)  # type: ignore[attr-defined]


class BulkForm(forms.Form):
    """The proposals that were ticked, with a note for all."""

    ids = forms.TypedMultipleChoiceField(label=_("Usulan"), coerce=int)
    note = forms.CharField(label=_("Catatan keputusan"), max_length=300, required=False)

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ids"].choices = list(choices)  # type: ignore[attr-defined]
        self.fields["ids"].error_messages["required"] = _("Pilih paling sedikit satu usulan.")


class HouseForm(forms.Form):
    """A visit as it stands on the paper list."""

    state = forms.ChoiceField(label=_("Kunjungan"), choices=VISITS)
    sticker = forms.BooleanField(label=_("Stiker ditempel"), required=False)
    met = forms.CharField(label=_("Yang ditemui"), max_length=100, required=False)
    sign = forms.ChoiceField(label=_("Tanda tangan"), choices=SIGNS, required=False)
    note = forms.CharField(label=_("Catatan"), max_length=200, required=False)


class RestForm(forms.Form):
    """What the signed list of a TPS counts of the households that are all correct."""

    households = forms.IntegerField(label=_("Rumah menurut daftar kertas"), min_value=1)
    people = forms.IntegerField(label=_("Orang yang sesuai menurut daftar kertas"), min_value=0)
    visited_on = forms.DateField(
        label=_("Tanggal kunjungan terakhir"), widget=forms.DateInput(attrs={"type": "date"})
    )
    stickers = forms.BooleanField(label=_("Stiker ditempel di semua rumah itu"), required=False)


class PersonForm(forms.Form):
    """One line of the paper list: the tick, and for a removal its code and evidence."""

    result = forms.ChoiceField(label=_("Hasil"), choices=RESULTS, required=False)
    tms = forms.ChoiceField(label=_("Alasan TMS"), required=False)
    tps = forms.ChoiceField(label=_("TPS yang benar (hanya bila salah TPS)"), required=False)
    evidence = forms.CharField(label=_("Bukti"), max_length=40, required=False)
    evidence_note = forms.CharField(label=_("Nomor bukti"), max_length=200, required=False)

    def __init__(self, *args: Any, codes: Choices, stations: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tms"].choices = [("", "–"), *codes]  # type: ignore[attr-defined]
        self.fields["tps"].choices = [("", "–"), *stations]  # type: ignore[attr-defined]


class ElementsForm(forms.Form):
    """The elements that the paper corrects; an empty one stays as it is."""

    nama = forms.CharField(label=_("Nama"), max_length=100, required=False)
    nik = forms.CharField(label=_("NIK, 16 angka"), max_length=16, required=False)
    nkk = forms.CharField(label=_("Nomor KK, 16 angka"), max_length=16, required=False)
    tempat_lahir = forms.CharField(label=_("Tempat lahir"), max_length=60, required=False)
    tanggal_lahir = forms.CharField(
        label=_("Tanggal lahir, hari-bulan-tahun"), max_length=10, required=False
    )
    jenis_kelamin = forms.ChoiceField(label=_("Jenis kelamin"), choices=SEXES, required=False)
    status_kawin = forms.ChoiceField(label=_("Status kawin"), choices=MARRIAGES, required=False)
    alamat = forms.CharField(label=_("Jalan atau dusun"), max_length=150, required=False)
    rt = forms.CharField(label="RT", max_length=5, required=False)
    rw = forms.CharField(label="RW", max_length=5, required=False)
    ktp_el = forms.ChoiceField(label=_("KTP-el"), choices=KTP, required=False)

    def elements(self) -> dict[str, str]:
        """What was written."""
        written = {name: value for name, value in self.cleaned_data.items() if value}
        return {name: value for name, value in written.items() if name not in EVIDENCE}


class NewcomerForm(ElementsForm):
    """An empty line of the paper list: somebody who is new at this door."""

    evidence = forms.CharField(label=_("Bukti"), max_length=40, required=False)
    evidence_note = forms.CharField(label=_("Nomor bukti"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        """Whoever is written has a name, a birth and a sex."""
        given = super().clean() or {}
        if any(given.values()):
            for name in ("nama", "tanggal_lahir", "jenis_kelamin"):
                if not given.get(name) and name not in self.errors:
                    self.add_error(name, _("Isian ini wajib untuk pemilih baru."))
        return given
