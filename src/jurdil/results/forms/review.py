"""The form with which a person says what looking brought."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.results.actions.review import LONGEST_NOTE

STATES = (
    ("ditinjau", _("Masih dicari: kertas atau keterangannya belum ada")),
    ("selesai", _("Selesai: sudah dicocokkan dengan kertas")),
    ("terbuka", _("Buka lagi")),
)


class ReviewForm(forms.Form):
    """State and note; `seen_at` is the moment of the figures that were looked at."""

    state = forms.ChoiceField(label=_("Hasil peninjauan"), choices=STATES, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Catatan"),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Apa yang tertulis pada kertas, dan apa yang Anda lakukan."),
    )
    seen_at = forms.CharField(widget=forms.HiddenInput, required=False)
