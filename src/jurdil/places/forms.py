"""Forms of the room: register a TPS, correct a TPS."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.places.models import TpsVersion
from jurdil.places.records import NewTps, TpsRow


class TpsForm(forms.Form):
    """What is known of a TPS besides its number."""

    kind = forms.ChoiceField(
        label=_("Jenis TPS"),
        choices=TpsVersion.Kind.choices,
        initial=TpsVersion.Kind.REGULAR,
        help_text=_("Lokasi khusus menurut PKPU 7/2022 pasal 179 dan 180."),
    )
    site = forms.CharField(
        label=_("Nama lokasi"),
        max_length=120,
        required=False,
        help_text=_("Misalnya nama sekolah, balai, atau rutan."),
    )
    address = forms.CharField(label=_("Alamat"), max_length=200, required=False)
    access = forms.ChoiceField(
        label=_("Akses bagi penyandang disabilitas"),
        choices=TpsVersion.Access.choices,
        required=False,
    )
    note = forms.CharField(label=_("Catatan"), max_length=300, required=False)

    def values(self) -> dict[str, Any]:
        """The cleaned values under the names of the act."""
        return {
            name: self.cleaned_data[name] for name in ("kind", "site", "address", "access", "note")
        }


class NewTpsForm(TpsForm):
    """A TPS to be registered in a village."""

    number = forms.IntegerField(
        label=_("Nomor TPS"),
        min_value=1,
        max_value=999,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    reason = forms.CharField(
        label=_("Dasar"),
        max_length=300,
        help_text=_("Nomor keputusan atau berita acara yang menetapkan TPS ini."),
    )
    field_order = ["number", "kind", "site", "address", "access", "note", "reason"]

    def tps(self, village: str) -> NewTps:
        """The TPS to register in `village`."""
        return NewTps(village=village, number=self.cleaned_data["number"], **self.values())


class ChangeTpsForm(TpsForm):
    """A correction: the earlier version stays, with its reason."""

    state = forms.ChoiceField(
        label=_("Keadaan"),
        choices=TpsVersion.State.choices,
        help_text=_("TPS yang ditiadakan tetap tercatat, tetapi tidak dihitung lagi."),
    )
    reason = forms.CharField(
        label=_("Alasan perubahan"),
        max_length=300,
        help_text=_("Nomor surat atau berita acara, dan apa yang berubah."),
    )
    field_order = ["kind", "site", "address", "access", "note", "state", "reason"]

    @classmethod
    def values_of(cls, tps: TpsRow) -> dict[str, str]:
        """The current version as initial values."""
        return {
            name: getattr(tps, name)
            for name in ("kind", "site", "address", "access", "note", "state")
        }
