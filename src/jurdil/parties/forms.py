"""The room's one form."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.parties.records import NAME_LENGTH


class CorrectionForm(forms.Form):
    """A candidate's name as the decree writes it, and what the correction rests on."""

    name = forms.CharField(label=_("Nama pada keputusan"), max_length=NAME_LENGTH)
    reason = forms.CharField(
        label=_("Alasan atau nomor surat"),
        help_text=_("Tercatat di Jejak Perubahan bersama nama yang lama."),
    )
