"""Population, drafts of dapil, public test, and the decision of KPU RI."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import clock
from jurdil.places.records import Place
from jurdil.seats.forms.common import PdfField, day_field, text_field

MOST_DAPIL = 12
"""How many dapil a draft can name; the law bounds seats per dapil, not their number."""


class PopulationForm(forms.Form):
    """People of every kecamatan from one source."""

    def __init__(self, kecamatan: Iterable[Place], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._kecamatan = list(kecamatan)
        self.fields["source"] = forms.CharField(
            label=_("Sumber"),
            max_length=200,
            help_text=_("Misalnya DAK2 semester I 2022, dengan nomor berita acaranya."),
        )
        self.fields["dated"] = day_field(_("Tanggal data"), required=False)
        self.fields["paper"] = PdfField(label=_("Dokumen (PDF)"), required=False)
        for place in self._kecamatan:
            self.fields[place.path] = forms.IntegerField(
                label=place.label,
                min_value=0,
                max_value=99_999_999,
                widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 9}),
            )

    def values(self) -> dict[str, Any]:
        """The arguments of the act."""
        data = self.cleaned_data
        people = {place.path: data[place.path] for place in self._kecamatan}
        return {
            "source": data["source"],
            "dated": data["dated"],
            "paper": data["paper"],
            "people": people,
        }


class DraftForm(forms.Form):
    """A draft: to which dapil each kecamatan belongs."""

    def __init__(self, kecamatan: Iterable[Place], regency: str, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._kecamatan, self._regency = list(kecamatan), regency
        self.fields["title"] = forms.CharField(label=_("Nama rancangan"), max_length=120)
        choices = [(str(n), now("Dapil %(n)s") % {"n": n}) for n in range(1, MOST_DAPIL + 1)]
        for place in self._kecamatan:
            self.fields[place.path] = forms.ChoiceField(label=place.label, choices=choices)

    def values(self) -> dict[str, Any]:
        """The arguments of the act."""
        parts: dict[str, list[str]] = {}
        for place in self._kecamatan:
            parts.setdefault(self.cleaned_data[place.path], []).append(place.path)
        return {
            "title": self.cleaned_data["title"],
            "dapil": [
                {"code": code, "name": f"{self._regency} {code}", "parts": parts[code]}
                for code in sorted(parts, key=int)
            ],
        }


class NoteForm(forms.Form):
    """What was said in the public test."""

    day = day_field(_("Tanggal"), initial=clock.today)
    speaker = forms.CharField(
        label=_("Siapa"), max_length=120, help_text=_("Partai, lembaga, atau kelompok warga.")
    )
    text = text_field(_("Tanggapan"))
    paper = PdfField(label=_("Dokumen (PDF)"), required=False)


class SettleForm(forms.Form):
    """Which of equal remainders get the seats left."""

    def __init__(self, dapil: Iterable[tuple[str, str]], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["chosen"] = forms.MultipleChoiceField(
            label=_("Dapil yang mendapat sisa kursi"),
            choices=list(dapil),
            widget=forms.CheckboxSelectMultiple,
        )
        self.fields["plenary"] = forms.CharField(
            label=_("Berita acara rapat pleno"), max_length=200
        )
        self.fields["basis"] = text_field(_("Dasar keputusan"))


class DecisionForm(forms.Form):
    """The decision of KPU RI."""

    def __init__(self, drafts: Iterable[tuple[str, str]], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["number"] = forms.CharField(
            label=_("Nomor keputusan atau peraturan"), max_length=120
        )
        self.fields["day"] = day_field(_("Tanggal"), initial=clock.today)
        self.fields["draft_id"] = forms.TypedChoiceField(
            label=_("Rancangan yang diikuti"),
            choices=[("", _("Tidak mengikuti rancangan ini")), *drafts],
            coerce=int,
            empty_value=None,
            required=False,
        )
        self.fields["note"] = text_field(_("Keterangan"), required=False)
        self.fields["paper"] = PdfField(label=_("Dokumen (PDF)"), required=False)
