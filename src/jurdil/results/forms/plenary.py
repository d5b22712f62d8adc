"""Forms of a plenary sitting."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.law.sitting import MANDATE_LEVELS
from jurdil.results.models import Peserta

LEVELS = {
    "kabko": _("Pengurus kabupaten/kota"),
    "provinsi": _("Pengurus provinsi"),
    "nasional": _("Pengurus pusat"),
}


def offer(form: forms.Form, name: str, choices: Sequence[tuple[str, Any]]) -> None:
    """Give a field of choices what can be chosen here."""
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = list(choices)


class PrepareForm(forms.Form):
    """Where and what a sitting recapitulates."""

    path = forms.ChoiceField(label=_("Wilayah"))
    contests = forms.MultipleChoiceField(
        label=_("Jenis pemilihan"), widget=forms.CheckboxSelectMultiple
    )
    venue = forms.CharField(label=_("Tempat rapat"), max_length=200)
    room_name = forms.CharField(
        label=_("Ruang"),
        required=False,
        max_length=40,
        help_text=_("Diisi hanya bila ada beberapa ruang yang bersidang bersamaan."),
    )

    def __init__(
        self,
        data=None,
        *,
        places: Sequence[tuple[str, str]] = (),
        contests: Sequence[tuple[str, str]] = (),
    ):
        super().__init__(data)
        offer(self, "path", places)
        offer(self, "contests", contests)


class AttendForm(forms.Form):
    """Somebody who takes part, and a witness's mandate."""

    kind = forms.ChoiceField(label=_("Kedudukan"), choices=Peserta.Kind.choices)
    code = forms.CharField(
        label=_("Sebutan dalam berita acara"),
        max_length=60,
        help_text=_("Tanpa nama orang, misalnya PPK 1 atau Saksi paslon 2."),
    )
    name = forms.CharField(
        label=_("Nama"),
        max_length=120,
        help_text=_("Disimpan tersandi; hanya tampil pada daftar hadir."),
    )
    participant = forms.ChoiceField(label=_("Saksi untuk"), required=False)
    mandate_number = forms.CharField(label=_("Nomor surat mandat"), required=False, max_length=80)
    mandate_level = forms.ChoiceField(label=_("Mandat ditandatangani"), required=False)
    in_room = forms.BooleanField(label=_("Di dalam ruangan"), required=False, initial=True)

    def __init__(self, data=None, *, participants: Sequence[tuple[str, str]] = ()):
        super().__init__(data)
        offer(self, "participant", [("", "–"), *participants])
        levels = [(level, LEVELS[level]) for level in MANDATE_LEVELS]
        offer(self, "mandate_level", [("", "–"), *levels])
