"""Fields that several forms of the room have."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.seats.keeping import Paper

MOST_BYTES = 10 * 1024 * 1024


class PdfField(forms.FileField):
    """A PDF of at most 10 MB; its cleaned value is a `Paper`, or None."""

    def clean(self, data: Any, initial: Any = None) -> Paper | None:
        file = super().clean(data, initial)
        if not file:
            return None
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("Berkas lebih besar dari 10 MB."))
        content = file.read()
        if not content.startswith(b"%PDF-"):
            raise forms.ValidationError(_("Berkas ini bukan PDF."))
        return Paper(file.name, content)


def day_field(label: Any, **more: Any) -> forms.DateField:
    """A day, picked from the browser's calendar."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **more)


def text_field(label: Any, **more: Any) -> forms.CharField:
    """Text of several lines."""
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": 3}), **more)
