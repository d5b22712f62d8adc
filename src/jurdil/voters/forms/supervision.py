"""Opening a list to the overseer, withdrawing it, taking an extract."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

Choices = Sequence[tuple[str, str]]


class OpenForm(forms.Form):
    """Who may look at which list, for what, until when."""

    holder = forms.ChoiceField(label=_("Akun pengawas"))
    path = forms.ChoiceField(label=_("Wilayah"))
    purpose = forms.CharField(label=_("Untuk tujuan"), max_length=300)
    reference = forms.CharField(label=_("Nomor surat, kasus, atau daftar periksa"), max_length=120)
    until = forms.DateField(
        label=_("Berlaku sampai"), widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, *args, holders: Choices, paths: Choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["holder"].choices = list(holders)  # type: ignore[attr-defined]
        self.fields["path"].choices = list(paths)  # type: ignore[attr-defined]


class CloseForm(forms.Form):
    """Why an access is withdrawn."""

    reason = forms.CharField(label=_("Alasan pencabutan"), max_length=300)


class ExtractForm(forms.Form):
    """The village whose list is taken along."""

    path = forms.ChoiceField(label=_("Desa/kelurahan"))

    def __init__(self, *args, paths: Choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["path"].choices = list(paths)  # type: ignore[attr-defined]


class SampleForm(forms.Form):
    """What is drawn: from where, how many, by which seed."""

    path = forms.ChoiceField(label=_("Wilayah"))
    size = forms.IntegerField(label=_("Ukuran sampel"), min_value=1, max_value=2000)
    seed = forms.CharField(
        label=_("Benih undian"),
        max_length=60,
        help_text=_("Benih yang sama mengundi baris yang sama; kantor lain dapat mengulangnya."),
    )

    def __init__(self, *args, paths: Choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["path"].choices = list(paths)  # type: ignore[attr-defined]


class FindingForm(forms.Form):
    """What was found of one drawn row."""

    unit = forms.CharField(max_length=40, widget=forms.HiddenInput)
    note = forms.CharField(label=_("Yang tidak cocok"), max_length=300, required=False)
    matched = forms.ChoiceField(choices=[("ya", ""), ("tidak", "")])
