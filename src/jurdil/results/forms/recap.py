"""The room's forms."""

from django import forms
from django.utils.translation import gettext_lazy as _


class DetermineForm(forms.Form):
    """What a determination rests on."""

    title = forms.CharField(
        label=_("Berita acara"),
        max_length=200,
        help_text=_("Nomor dan judul berita acara rapat pleno."),
    )
