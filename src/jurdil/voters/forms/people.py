"""Searching voters and opening their numbers. What is sought is sent, never put into an address."""

from django import forms
from django.utils.translation import gettext_lazy as _

FEWEST = 3


class SearchForm(forms.Form):
    """A NIK, an NKK or a name."""

    text = forms.CharField(
        label=_("NIK, NKK, atau nama"),
        max_length=100,
        help_text=_("16 angka untuk mencari nomor; untuk nama, awal setiap katanya sudah cukup."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "type": "search"}),
    )

    def clean_text(self):
        text = self.cleaned_data["text"].strip()
        if len(text) < FEWEST:
            raise forms.ValidationError(_("Tulis sedikitnya tiga huruf atau angka."))
        return text


class RevealForm(forms.Form):
    """Why the numbers of a voter are opened."""

    reason = forms.CharField(
        label=_("Alasan membuka NIK dan NKK"),
        max_length=300,
        help_text=_("Alasan, nama, dan waktu Anda tercatat di Jejak Perubahan."),
    )
