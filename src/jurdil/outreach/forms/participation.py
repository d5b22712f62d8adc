"""Forms of participation."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.office.forms.common import choose


class ScoreForm(forms.Form):
    """A published score of the index or of one of its dimensions."""

    value = forms.DecimalField(
        label=_("Nilai indeks"), max_digits=5, decimal_places=2, min_value=0, max_value=100
    )
    source = forms.CharField(
        label=_("Sumber"), max_length=200, help_text=_("Nomor surat, buku, atau alamat laman.")
    )

    def __init__(self, *args: Any, dimensions: Iterable[tuple[str, str]] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        field = choose(_("Dimensi"), dimensions, required=False, empty=_("Indeks keseluruhan"))
        self.fields = {"dimension": field, **self.fields}
