"""Files of elected members and their proposal."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import clock
from jurdil.seats.forms.common import PdfField, day_field, text_field
from jurdil.seats.words import HAPPENED


class EventForm(forms.Form):
    """What happened to an elected member; only what may follow now can be chosen."""

    def __init__(self, kinds: Iterable[str], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["kind"] = forms.ChoiceField(
            label=_("Yang terjadi"),
            choices=[(kind, HAPPENED[kind]) for kind in kinds],
            widget=forms.RadioSelect,
        )
        self.fields["day"] = day_field(_("Tanggal"), initial=clock.today)
        self.fields["paper"] = PdfField(
            label=_("Dokumen (PDF)"),
            required=False,
            help_text=_("Tanda terima, surat pernyataan, atau surat keterangan."),
        )
        self.fields["note"] = text_field(_("Keterangan atau nomor surat"), required=False)


class ProposalForm(forms.Form):
    """The letter of proposal."""

    letter = forms.CharField(label=_("Nomor surat usulan"), max_length=120)
    day = day_field(_("Tanggal surat"), initial=clock.today)
    paper = PdfField(label=_("Surat dan lampirannya (PDF)"), required=False)
