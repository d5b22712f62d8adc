"""Adjusting a draft of TPS; special locations and their voters."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.forms import DayInput
from jurdil.law.voters.special import KINDS
from jurdil.places.tps_file import FIRST_SPECIAL
from jurdil.voters.actions import SiteRequest
from jurdil.voters.forms.proposals import paper_field
from jurdil.web.words import language


class AdjustForm(forms.Form):
    """The families of one RT at one TPS, and the TPS where they shall vote."""

    rw = forms.CharField(max_length=5, required=False, widget=forms.HiddenInput)
    rt = forms.CharField(max_length=5, required=False, widget=forms.HiddenInput)
    station = forms.IntegerField(min_value=0, max_value=999, widget=forms.HiddenInput)
    to = forms.IntegerField(label=_("Ke TPS"), min_value=1, max_value=FIRST_SPECIAL - 1)


class SiteForm(forms.Form):
    """The letter by which a special location asks for TPS."""

    village = forms.ChoiceField(label=_("Desa/kelurahan lokasi"))
    kind = forms.ChoiceField(label=_("Jenis lokasi"))
    name = forms.CharField(label=_("Nama lokasi"), max_length=120)
    address = forms.CharField(label=_("Alamat"), max_length=200, required=False)
    asked_by = forms.CharField(
        label=_("Diminta oleh"),
        max_length=120,
        help_text=_("Jabatan penanggung jawab, misalnya kepala rutan."),
    )
    letter = forms.CharField(label=_("Nomor surat"), max_length=120)
    letter_day = forms.DateField(label=_("Tanggal surat"), widget=DayInput)
    expected = forms.IntegerField(
        label=_("Jumlah pemilih menurut surat"), min_value=1, max_value=20000
    )
    paper = paper_field(_("Pindaian surat"))

    def __init__(self, *args, villages, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["village"].choices = list(villages)  # type: ignore[attr-defined]
        kinds = [(code, name.pick(language())) for code, name in KINDS.items()]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]

    def asked(self) -> SiteRequest:
        """What the letter says."""
        names = ("kind", "name", "address", "asked_by", "letter", "letter_day", "expected")
        return SiteRequest(**{name: self.cleaned_data[name] for name in names})


class NumbersForm(forms.Form):
    """The column of NIK of a site's list, pasted."""

    numbers = forms.CharField(
        label=_("NIK penghuni, satu per baris"),
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off", "spellcheck": "false"}),
        help_text=_("Salin kolom NIK dari daftar lokasi. Nomornya tidak disimpan di sini."),
    )


class DecideForm(forms.Form):
    """The reason of a refusal; an acceptance needs none."""

    why = forms.CharField(label=_("Alasan"), max_length=300, required=False)


class LeaveForm(forms.Form):
    """Why somebody leaves a site, or why it is closed."""

    why = forms.CharField(label=_("Alasan"), max_length=200)


class StationForm(forms.Form):
    """The TPS of the site to which those chosen go."""

    to = forms.TypedChoiceField(label=_("Ke TPS"), coerce=int)

    def __init__(self, *args, stations, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(one, f"TPS {one:03d}") for one in stations]
        self.fields["to"].choices = choices  # type: ignore[attr-defined]
