"""Forms of clippings, monthly posts and the daily sheet."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import clock
from jurdil.kernel.forms import DayInput
from jurdil.kernel.language import say
from jurdil.law.reporting.clipping import TONES
from jurdil.reporting.records import NewClipping

Choices = list[tuple[str, Any]]


class ClippingForm(forms.Form):
    """An article about the office."""

    outlet = forms.ChoiceField(label=_("Media"), required=False)
    other = forms.CharField(
        label=_("Media lain"),
        max_length=160,
        required=False,
        help_text=_("Diisi bila media belum ada di direktori."),
    )
    title = forms.CharField(label=_("Judul berita"), max_length=250)
    link = forms.CharField(label=_("Tautan"), max_length=500, required=False)
    published_on = forms.DateField(label=_("Tanggal terbit"), widget=DayInput, initial=clock.today)
    tone = forms.ChoiceField(label=_("Nada"), widget=forms.RadioSelect)
    topic = forms.CharField(label=_("Pokok berita"), max_length=80, required=False)
    stage = forms.ChoiceField(label=_("Tahapan"), required=False)
    needs_answer = forms.BooleanField(
        label=_("Perlu jawaban"),
        required=False,
        help_text=_("Menjadi tugas Parmas sampai besok."),
    )
    note = forms.CharField(label=_("Catatan"), required=False, max_length=300)

    def __init__(
        self, *args: Any, outlets: Iterable[tuple[int, str]], stages: Choices, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self._names = {str(pk): name for pk, name in outlets}
        self.fields["outlet"].choices = [("", _("Pilih media")), *self._names.items()]  # type: ignore[attr-defined]
        self.fields["tone"].choices = [(code, say(name)) for code, name in TONES.items()]  # type: ignore[attr-defined]
        self.fields["stage"].choices = [("", _("Tidak terikat tahapan")), *stages]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not data.get("outlet") and not data.get("other"):
            self.add_error("outlet", _("Pilih media, atau tulis namanya di bawah."))
        return data

    def values(self) -> dict[str, Any]:
        """The arguments of the act."""
        data = self.cleaned_data
        chosen = data["outlet"]
        return {
            "new": NewClipping(
                outlet=self._names.get(chosen, data["other"]),
                institution=int(chosen) if chosen else None,
                title=data["title"],
                link=data["link"],
                published_on=data["published_on"],
                tone=data["tone"],
                topic=data["topic"],
                stage=data["stage"],
                needs_answer=data["needs_answer"],
                note=data["note"],
            )
        }


class StrikeForm(forms.Form):
    """Why an article is struck."""

    reason = forms.CharField(label=_("Alasan"), max_length=300)


class ChannelForm(forms.Form):
    """Posts and views of a channel in a month."""

    channel = forms.CharField(
        label=_("Kanal"), max_length=40, help_text=_("Misalnya situs web, Instagram, YouTube.")
    )
    posts = forms.IntegerField(label=_("Unggahan"), min_value=0, max_value=100000)
    views = forms.IntegerField(label=_("Tayangan"), min_value=0, max_value=10**9, required=False)
    source = forms.CharField(
        label=_("Sumber angka"),
        max_length=160,
        help_text=_("Misalnya statistik kanal per tanggal berapa."),
    )


class SendForm(forms.Form):
    """To whom a daily sheet goes."""

    sent_to = forms.CharField(
        label=_("Dikirim kepada"), max_length=160, help_text=_("Misalnya posko kejaksaan.")
    )
