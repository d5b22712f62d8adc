"""Forms of the quarterly update."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import clock
from jurdil.voters.actions.pdpb import Letter
from jurdil.voters.forms.proposals import KTP, MARRIAGES, SEXES, paper_field
from jurdil.voters.models import Kunjungan, PlenoSalinan
from jurdil.voters.people import Elements
from jurdil.voters.plenaries import Handed

Choices = Sequence[tuple[str, str]]


def _date(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, help_text=help_text, widget=widget)


def _time(label: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )


class OpenForm(forms.Form):
    """A quarter to open."""

    period = forms.CharField(label=_("Triwulan"), max_length=8, help_text=_("Seperti 2026-TW4."))
    basis = forms.CharField(
        label=_("Dasar atau asal daftar"),
        max_length=200,
        required=False,
        help_text=_("Misalnya: DPB triwulan III 2026 dari Sidalih."),
    )


class DatesForm(forms.Form):
    """The dates that the circular sets."""

    circular = forms.CharField(label=_("Nomor surat edaran"), max_length=120, required=False)
    circular_day = _date(_("Tanggal surat edaran"), required=False)
    data_until = _date(_("Batas data instansi"), required=False)
    lock_on = _date(_("Sidalih dikunci"), required=False)
    plenary_on = _date(_("Rapat pleno"), required=False)


class LetterForm(forms.Form):
    """A letter of an agency."""

    agency = forms.ChoiceField(label=_("Instansi"))
    sender = forms.CharField(
        label=_("Nama kantornya"),
        max_length=120,
        required=False,
        help_text=_("Misalnya: nama sekolah atau polsek."),
    )
    claim = forms.ChoiceField(label=_("Isi datanya"))
    letter = forms.CharField(label=_("Nomor surat"), max_length=120)
    letter_day = _date(_("Tanggal surat"))
    received_on = _date(_("Diterima"))
    paper = paper_field(_("Pindaian surat"))
    note = forms.CharField(label=_("Catatan"), max_length=300, required=False)

    def __init__(self, *args, agencies: Choices, claims: Choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = [("", "–"), *agencies]  # type: ignore[attr-defined]
        self.fields["claim"].choices = [("", "–"), *claims]  # type: ignore[attr-defined]

    def asked(self) -> Letter:
        """The letter as it was typed."""
        return Letter(**self.cleaned_data)


class VisitForm(forms.Form):
    """What an officer found at the door; corrected elements only where they differ."""

    result = forms.ChoiceField(
        label=_("Hasil"), choices=Kunjungan.Result.choices, widget=forms.RadioSelect
    )
    visited_on = _date(_("Tanggal kunjungan"))
    finding = forms.CharField(
        label=_("Keterangan"),
        max_length=300,
        required=False,
        help_text=_("Siapa yang ditemui atau ditanya."),
    )
    evidence = forms.CharField(
        label=_("Bukti yang dilihat"),
        max_length=40,
        required=False,
        help_text=_("Wajib bila ia dicoret: akta kematian, surat desa, KK."),
    )
    evidence_note = forms.CharField(label=_("Nomor bukti"), max_length=200, required=False)
    paper = paper_field(_("Foto bukti"))


class CorrectionForm(forms.Form):
    """The elements that a visit may correct; unchanged ones are left out."""

    nama = forms.CharField(label=_("Nama"), max_length=100, required=False)
    tempat_lahir = forms.CharField(label=_("Tempat lahir"), max_length=60, required=False)
    tanggal_lahir = forms.CharField(
        label=_("Tanggal lahir"), max_length=10, required=False, help_text=_("17-08-1990")
    )
    jenis_kelamin = forms.ChoiceField(label=_("Jenis kelamin"), choices=SEXES, required=False)
    status_kawin = forms.ChoiceField(label=_("Status kawin"), choices=MARRIAGES, required=False)
    alamat = forms.CharField(label=_("Jalan atau dusun"), max_length=150, required=False)
    rt = forms.CharField(label="RT", max_length=5, required=False)
    rw = forms.CharField(label="RW", max_length=5, required=False)
    disabilitas = forms.ChoiceField(label=_("Disabilitas"), required=False)
    ktp_el = forms.ChoiceField(label=_("KTP-el"), choices=KTP, required=False)

    def __init__(self, *args, disabilities: Choices, **kwargs):
        super().__init__(*args, **kwargs)
        offered = [("", _("Tidak ada")), *disabilities]
        self.fields["disabilitas"].choices = offered  # type: ignore[attr-defined]

    def corrected(self) -> dict[str, str]:
        """What differs from what the form was opened with."""
        given = {name: self.cleaned_data[name].strip() for name in self.fields}
        known = {name: str(self.initial.get(name, "")) for name in self.fields}
        return {
            name: value
            for name, value in given.items()
            if value != known[name] and name in Elements.__slots__
        }


class AssignForm(forms.Form):
    """Who goes, and on which days."""

    officer = forms.ChoiceField(label=_("Petugas"))
    first_day = _date(_("Hari pertama"))
    last_day = _date(_("Hari terakhir"))

    def __init__(self, *args, officers: Choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["officer"].choices = [("", "–"), *officers]  # type: ignore[attr-defined]


class LockForm(forms.Form):
    """A lock event."""

    locked = forms.TypedChoiceField(
        label=_("Yang dicatat"),
        choices=[("1", _("Kunci daftar")), ("0", _("Buka kunci"))],
        coerce=lambda text: text == "1",
        widget=forms.RadioSelect,
    )
    path = forms.ChoiceField(label=_("Wilayah"))
    requester = forms.CharField(
        label=_("Diminta oleh"), max_length=120, help_text=_("Misalnya: KPU Provinsi.")
    )
    letter = forms.CharField(
        label=_("Nomor dan tanggal surat"),
        max_length=120,
        required=False,
        help_text=_("Wajib untuk membuka kunci."),
    )
    reason = forms.CharField(label=_("Alasan"), max_length=300)

    def __init__(self, *args, places: Choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["path"].choices = list(places)  # type: ignore[attr-defined]


class PlenaryForm(forms.Form):
    """When and where the plenary sits."""

    day = _date(_("Hari rapat"))
    opens = _time(_("Mulai"))
    closes = _time(_("Selesai"))
    venue = forms.CharField(label=_("Tempat"), max_length=200)

    def clean(self):
        cleaned = super().clean() or {}
        opens, closes = cleaned.get("opens"), cleaned.get("closes")
        if opens and closes and closes <= opens:
            self.add_error("closes", _("Jam selesai mendahului jam mulai."))
        return cleaned

    def sitting(self) -> dict[str, Any]:
        """The plan as moments of the office's zone."""
        given, zone = self.cleaned_data, clock.zone()
        return {
            "opens": datetime.combine(given["day"], given["opens"], tzinfo=zone),
            "closes": datetime.combine(given["day"], given["closes"], tzinfo=zone),
            "venue": given["venue"],
        }


class DetermineForm(forms.Form):
    """The place for the minutes, and what they say about points left open."""

    venue = forms.CharField(label=_("Tempat rapat"), max_length=200)
    note = forms.CharField(
        label=_("Catatan untuk berita acara"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Wajib bila masih ada hal terbuka: mengapa dan kapan diselesaikan."),
    )


class CopyForm(forms.Form):
    """A copy handed over."""

    receiver = forms.ChoiceField(label=_("Penerima"), choices=PlenoSalinan.Receiver.choices)
    holder = forms.CharField(label=_("Nama lembaga"), max_length=120)
    person = forms.CharField(label=_("Yang menandatangani tanda terima"), max_length=120)
    post = forms.CharField(label=_("Jabatannya"), max_length=120, required=False)
    copy = forms.ChoiceField(label=_("Yang diserahkan"), choices=PlenoSalinan.Copy.choices)
    masking = forms.CharField(
        label=_("Penyamaran"),
        max_length=20,
        required=False,
        help_text=_("Kolom yang tampak, misalnya: 7 kolom."),
    )

    def handed(self) -> Handed:
        """The copy as it was typed."""
        return Handed(**self.cleaned_data)
