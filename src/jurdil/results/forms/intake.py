"""What the pages of intake post."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.results.models import Kejadian, Kertas

HANDED, NOTE = "salinan", "catatan"
"""Names of a copy's choice and its note, before `<receiver>:<party>`."""


class PaperForm(forms.Form):
    """A paper that arrived, with its photo where there is one."""

    kind = forms.ChoiceField(label=_("Kertas"), choices=Kertas.Kind.choices)
    source = forms.ChoiceField(label=_("Diterima dari"), choices=Kertas.Source.choices)
    condition = forms.ChoiceField(label=_("Keadaan"), choices=Kertas.Condition.choices)
    file = forms.FileField(
        label=_("Foto atau pindaian"),
        required=False,
        help_text=_("JPEG, PNG, WebP, atau PDF, paling besar 8 MB. Di ponsel kamera terbuka."),
        widget=forms.ClearableFileInput(
            attrs={
                "accept": "image/jpeg,image/png,image/webp,application/pdf",
                "capture": "environment",
            }
        ),
    )


class EventForm(forms.Form):
    """A row of C.Kejadian Khusus dan/atau Keberatan Saksi."""

    kind = forms.ChoiceField(
        label=_("Jenis catatan"),
        choices=[one for one in Kejadian.Kind.choices if one[0] in {"kejadian", "keberatan"}],
    )
    party = forms.CharField(
        label=_("Nomor urut peserta yang saksinya keberatan"), max_length=3, required=False
    )
    text = forms.CharField(
        label=_("Bunyi catatan pada formulir"), max_length=4000, widget=forms.Textarea
    )


def copies_of(posted: Mapping[str, str]) -> list[dict[str, Any]]:
    """The copies about which something was chosen: receiver, party, handed, note."""
    made = []
    for name, value in posted.items():
        field, _colon, key = name.partition(":")
        receiver, _colon, party = key.partition(":")
        if field == HANDED and value in {"ya", "tidak"}:
            note = posted.get(f"{NOTE}:{key}", "").strip()
            made.append(
                {"receiver": receiver, "party": party, "handed": value == "ya", "note": note}
            )
    return made
