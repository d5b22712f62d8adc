"""Deciding ties and determining seats."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import clock
from jurdil.seats.forms.common import PdfField, day_field, text_field
from jurdil.seats.pages.dapil import TieShown


class TieForm(forms.Form):
    """What the plenary decided on one tie; `chosen` is one of the options or several."""

    def __init__(self, tie: TieShown, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, prefix=f"{tie.tie.kind}{tie.tie.party}")
        many = tie.tie.places > 1
        field: type[forms.ChoiceField] = forms.MultipleChoiceField if many else forms.ChoiceField
        self.fields["chosen"] = field(
            label=_("Yang diputuskan"),
            choices=tie.options,
            widget=forms.CheckboxSelectMultiple if many else forms.RadioSelect,
        )
        self.fields["plenary"] = forms.CharField(
            label=_("Berita acara rapat pleno"), max_length=200
        )
        self.fields["decided_on"] = day_field(_("Tanggal pleno"), initial=clock.today)
        self.fields["basis"] = text_field(
            _("Dasar hukum"),
            help_text=_("Pasal, surat, atau petunjuk yang menjadi dasar pilihan ini."),
        )
        self.fields["paper"] = PdfField(label=_("Berkas berita acara (PDF)"), required=False)

    def values(self) -> dict[str, Any]:
        """The arguments of the act."""
        values = dict(self.cleaned_data)
        chosen = values["chosen"]
        values["chosen"] = chosen if isinstance(chosen, list) else [chosen]
        return values


class DetermineForm(forms.Form):
    """What a determination of seats and elected members rests on."""

    title = forms.CharField(
        label=_("Berita acara atau keputusan"),
        max_length=200,
        help_text=_("Nomor dan judul, seperti tertulis pada naskahnya."),
    )
