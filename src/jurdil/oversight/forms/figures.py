"""Forms of figures that come from outside."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.language import say
from jurdil.law.oversight import ikp_models
from jurdil.office.forms.common import choose, day_field

Choices = list[tuple[str, str]]
LARGEST = 512 * 1024
LEVELS = {"provinsi": _("Provinsi"), "kabko": _("Kabupaten/kota")}


class ResidueForm(forms.Form):
    """Households of a coklit that nobody visited."""

    def __init__(self, *args: Any, districts: Choices, **more: Any):
        super().__init__(*args, **more)
        self.fields["path"] = choose(_("Kecamatan"), districts)
        self.fields["election_name"] = forms.CharField(label=_("Pemilihan"), max_length=120)
        self.fields["ended_on"] = day_field(_("Hari terakhir coklit"))
        self.fields["households"] = forms.IntegerField(
            label=_("Keluarga yang harus dikunjungi"), min_value=1
        )
        self.fields["unvisited"] = forms.IntegerField(
            label=_("Tidak pernah terkunjungi"), min_value=0
        )
        self.fields["source"] = forms.CharField(
            label=_("Sumber"), max_length=200, help_text=_("Surat, berita acara, atau LHP.")
        )


class PopulationForm(forms.Form):
    """A list of published scores as a file."""

    def __init__(self, *args: Any, **more: Any):
        super().__init__(*args, **more)
        offered = [
            (f"{one.id}:{level}", f"{say(one.name)}, {LEVELS[level]}")
            for one in ikp_models.models()
            for level in one.published
        ]
        self.fields["which"] = choose(_("Edisi dan tingkat"), offered)
        self.fields["source"] = forms.CharField(
            label=_("Sumber"), max_length=200, help_text=_("Media atau dokumen yang mencetaknya.")
        )
        self.fields["file"] = forms.FileField(
            label=_("Berkas CSV"), help_text=_("Kolom region,score; desimal dengan titik.")
        )

    def clean_file(self) -> Any:
        """Refuse a file that no list of regions can be."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("Daftar ini lebih besar dari 512 kB; periksa berkasnya."))
        return file

    def facts(self) -> dict[str, Any]:
        """What the act takes."""
        edition, _sign, level = self.cleaned_data["which"].partition(":")
        content = self.cleaned_data["file"].read()
        return {
            "edition": edition,
            "level": level,
            "content": content,
            "source": self.cleaned_data["source"],
        }
