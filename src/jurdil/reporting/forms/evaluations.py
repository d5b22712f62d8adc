"""Forms of evaluations."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.forms import DayInput
from jurdil.kernel.language import say
from jurdil.stages import divisions

Choices = list[tuple[str, Any]]


class EvaluationForm(forms.Form):
    """What an evaluation is about."""

    title = forms.CharField(label=_("Judul"), max_length=200)
    election = forms.ChoiceField(label=_("Pemilihan atau kerja rutin"), required=False)
    division = forms.ChoiceField(label=_("Divisi"), required=False)
    stage = forms.ChoiceField(label=_("Tahapan"), required=False)
    first = forms.DateField(label=_("Dari"), widget=DayInput)
    last = forms.DateField(label=_("Sampai"), widget=DayInput)

    def __init__(self, *args: Any, elections: Choices, stages: Choices, **more: Any) -> None:
        super().__init__(*args, **more)
        each = [(one.id, say(one.full)) for one in divisions.divisions()]
        self.fields["election"].choices = [("", _("Semua pekerjaan kantor")), *elections]  # type: ignore[attr-defined]
        self.fields["division"].choices = [("", _("Semua divisi")), *each]  # type: ignore[attr-defined]
        if stages:
            self.fields["stage"].choices = [("", _("Semua tahapan")), *stages]  # type: ignore[attr-defined]
        else:
            del self.fields["stage"]

    def values(self) -> dict[str, Any]:
        """The arguments of the act."""
        data = dict(self.cleaned_data)
        chosen = data.pop("election")
        return {**data, "election_id": int(chosen) if chosen else None}


class RemarkForm(forms.Form):
    """The author's words to a section."""

    text = forms.CharField(
        label=_("Catatan"),
        widget=forms.Textarea(attrs={"rows": 8}),
        required=False,
        max_length=8000,
        help_text=_("Berdiri di samping angka dan tercetak dengan nama Anda."),
    )
