"""The programme, targets, materials."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.language import say
from jurdil.law.outreach import codes
from jurdil.law.outreach.materials import FORMS
from jurdil.office.forms.common import day_field, rupiah_field
from jurdil.outreach.forms.activity import count_field, named

Choices = Iterable[tuple[Any, Any]]


class ProgrammeForm(forms.Form):
    """A line of the programme of a stage."""

    def __init__(self, *args: Any, stages: Choices, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["title"] = forms.CharField(label=_("Nama program"), max_length=160)
        self.fields["stage"] = forms.ChoiceField(
            label=_("Pemilihan dan tahapan"), choices=list(stages)
        )
        self.fields["base"] = forms.ChoiceField(
            label=_("Basis"),
            required=False,
            choices=[("", _("Semua basis")), *named(codes.bases(codes.ROUTINE))],
        )
        self.fields["wanted"] = forms.IntegerField(
            label=_("Banyaknya kegiatan"), min_value=1, max_value=10_000
        )
        self.fields["people"] = count_field(_("Sasaran peserta"))
        self.fields["budget"] = rupiah_field(_("Anggaran (rupiah)"), required=False)
        self.fields["money"] = forms.CharField(
            label=_("Sumber dana"), max_length=60, required=False
        )

    def values(self) -> dict[str, Any]:
        """The arguments of the act."""
        data = dict(self.cleaned_data)
        election, _colon, stage = data.pop("stage").partition(":")
        return {**data, "election_id": int(election), "stage": stage}


class TargetForm(forms.Form):
    """How many activities each village is to have, one field per base."""

    def __init__(self, *args: Any, regime: str, **more: Any) -> None:
        super().__init__(*args, **more)
        self.bases = codes.bases(regime)
        for one in self.bases:
            self.fields[one.code] = forms.IntegerField(
                label=say(one.name), min_value=0, max_value=50, initial=1
            )


class MaterialForm(forms.Form):
    """A material; its days come from the stages that are ticked."""

    def __init__(self, *args: Any, stages: Choices, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["form"] = forms.ChoiceField(
            label=_("Bentuk"), choices=[(code, say(name)) for code, name in FORMS.items()]
        )
        self.fields["title"] = forms.CharField(label=_("Judul"), max_length=120)
        self.fields["body"] = forms.CharField(
            label=_("Kata-kata"),
            max_length=600,
            required=False,
            widget=forms.Textarea(attrs={"rows": 4}),
            help_text=_("Tanggal tidak perlu ditulis; diambil dari tahapan yang dicentang."),
        )
        self.fields["stages"] = forms.MultipleChoiceField(
            label=_("Tahapan yang dicetak dengan tanggalnya"),
            choices=list(stages),
            widget=forms.CheckboxSelectMultiple,
        )


class PeriodForm(forms.Form):
    """Days from and to, for a recap."""

    dari = day_field(_("Dari hari"))
    sampai = day_field(_("Sampai hari"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("dari"), cleaned.get("sampai")
        if first and last and last < first:
            words = {"first": f"{first:%d-%m-%Y}", "last": f"{last:%d-%m-%Y}"}
            text = _("Hari terakhir %(last)s lebih awal daripada hari pertama %(first)s.")
            self.add_error("sampai", text % words)
        return cleaned
