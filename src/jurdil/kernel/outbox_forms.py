"""The forms of field work: a decision with its reason, a phone's file with its password."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.models import SyncEvent
from jurdil.kernel.outbox import handover

CHOICES = [
    (SyncEvent.Choice.FIELD.value, SyncEvent.Choice.FIELD.label),
    (SyncEvent.Choice.OFFICE.value, SyncEvent.Choice.OFFICE.label),
]


class DecisionForm(forms.Form):
    """Which of the two stands, and why."""

    choice = forms.ChoiceField(label=_("Keputusan Anda"), choices=CHOICES, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Alasan"),
        help_text=_("Misalnya: sudah ditanyakan kepada Pantarlih, KK diperiksa."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class HandoverForm(forms.Form):
    """The file that a worker exported, and the password told by word of mouth."""

    file = forms.FileField(
        label=_("Berkas dari HP petugas"),
        help_text=_("Berkas berakhiran .jurdil yang disimpan dari halaman Belum terkirim."),
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".jurdil"}),
    )
    password = forms.CharField(
        label=_("Sandi berkas"),
        help_text=_("Sandi yang dibuat petugas saat menyimpan berkas."),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if (file.size or 0) > handover.FILE:
            raise forms.ValidationError(
                _("Berkas ini terlalu besar untuk berkas catatan lapangan.")
            )
        return file
