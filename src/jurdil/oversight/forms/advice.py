"""Forms of correction advice: they check shapes; rules are the acts' own."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import clock
from jurdil.kernel.brought import PaperField
from jurdil.kernel.forms import PLACE, DayInput, MomentInput
from jurdil.kernel.language import say
from jurdil.kernel.queries.header import running_elections
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import advice as law
from jurdil.oversight import advice_facts
from jurdil.oversight.actions.advice import NewAdvice
from jurdil.oversight.actions.advice_received import MOST_FILES, NewAnswer
from jurdil.oversight.models.advice import AdviceFacts

State = AdviceFacts.State
ANSWERS = [(code.value, State(code).label) for code in law.ANSWERS]
GOES_OUT = _("Ikut terkirim ke KPU. Jangan menulis nama pelapor atau nomor identitas siapa pun.")


def long_text(label: Any, help_text: Any = "") -> forms.CharField:
    """Text of several lines that a package can carry."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=advice_facts.LONG,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class AdviceForm(forms.Form):
    """An advice that was given, by word or by letter."""

    election = forms.ChoiceField(label=_("Pemilihan"))
    to = forms.ChoiceField(label=_("Kepada"))
    path = forms.CharField(
        label=_("Kode tempat"),
        help_text=_("Sampai tingkat badannya: kecamatan untuk PPK, desa untuk PPS dan Pantarlih."),
        validators=[RegexValidator(PLACE, _("Kode tempat berbentuk 73.12.01.1001/007."))],
    )
    form = forms.ChoiceField(
        label=_("Cara"), choices=AdviceFacts.Form.choices, widget=forms.RadioSelect
    )
    letter = forms.CharField(
        label=_("Nomor dan tanggal surat"),
        required=False,
        max_length=120,
        help_text=_("Kosong bila saran lisan; saran lisan dicatat di LHP."),
    )
    given_at = forms.DateTimeField(label=_("Disampaikan"), widget=MomentInput)
    about = forms.ChoiceField(label=_("Pokok"), choices=AdviceFacts.About.choices)
    about_day = forms.DateField(
        label=_("Hari kegiatan"),
        required=False,
        widget=DayInput,
        help_text=_("Untuk rapat atau kegiatan: harinya."),
    )
    stage = forms.CharField(label=_("Tahapan"), max_length=120)
    rule = forms.CharField(
        label=_("Ketentuan yang tidak dipenuhi"),
        max_length=300,
        help_text=_("Misalnya PKPU 7/2022 Pasal 19."),
    )
    fact = long_text(_("Keadaan yang ditemukan"), GOES_OUT)
    request = long_text(_("Perbaikan yang diminta"))
    until = forms.DateField(
        label=_("Batas jawaban"),
        required=False,
        widget=DayInput,
        help_text=_("Kosong: batas menurut aturan, dihitung sejak saran disampaikan."),
    )
    note = forms.CharField(
        label=_("Catatan sendiri"),
        required=False,
        max_length=advice_facts.LONG,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Hanya untuk kantor ini; tidak ikut terkirim."),
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any):
        super().__init__(*args, **kwargs)
        first = {"path": viewer.path, "given_at": clock.now(), "form": "lisan"}
        self.initial = {**first, **self.initial}
        bodies = law.LEVELS.get(viewer.role, tuple(advice_facts.LEVEL_OF))
        _offer(self, "to", [(code, AdviceFacts.To(code).label) for code in bodies])
        elections = running_elections(viewer.about(None))
        _offer(self, "election", [(str(one.id), say(one.name)) for one in elections])

    def facts(self) -> dict[str, Any]:
        """What the act takes."""
        values = {name: self.cleaned_data[name] for name in NewAdvice.__dataclass_fields__}
        return {
            "election_id": int(self.cleaned_data["election"]),
            "new": NewAdvice(**values),
            "note": self.cleaned_data["note"],
        }


class PapersField(forms.FileField):
    """Up to five papers, each a PDF or a photo."""

    def clean(self, data: Any, initial: Any = None) -> tuple[Any, ...]:
        given = data if isinstance(data, list | tuple) else [data] if data else []
        if len(given) > MOST_FILES:
            raise forms.ValidationError(_("Paling banyak 5 berkas bukti."))
        one = PaperField(required=False)
        return tuple(paper for paper in (one.clean(file, None) for file in given) if paper)


class _Several(forms.ClearableFileInput):
    allow_multiple_selected = True


class AnswerForm(forms.Form):
    """How an advice was followed up."""

    answer = forms.ChoiceField(label=_("Jawaban"), choices=ANSWERS, widget=forms.RadioSelect)
    text = long_text(
        _("Penjelasan"), _("Apa yang sudah diperbaiki, kapan, oleh siapa; atau mengapa tidak.")
    )
    letter = forms.CharField(
        label=_("Nomor dan tanggal surat jawaban"), required=False, max_length=120
    )
    papers = PapersField(
        label=_("Bukti"),
        required=False,
        widget=_Several(attrs={"multiple": True, "accept": "application/pdf,image/*"}),
        help_text=_("PDF atau foto, paling banyak 5 berkas, masing-masing 10 MB."),
    )

    def facts(self) -> NewAnswer:
        """What the act takes."""
        values = dict(self.cleaned_data)
        return NewAnswer(files=values.pop("papers"), **values)


class PaperAnswerForm(forms.Form):
    """An answer that came on paper or by word."""

    answer = forms.ChoiceField(label=_("Jawaban"), choices=ANSWERS, widget=forms.RadioSelect)
    text = long_text(_("Isi jawaban"))
    letter = forms.CharField(
        label=_("Nomor dan tanggal surat jawaban"), required=False, max_length=120
    )
    answered_at = forms.DateTimeField(label=_("Dijawab"), widget=MomentInput)


class DropForm(forms.Form):
    """Why a draft is no finding."""

    reason = forms.CharField(
        label=_("Alasan"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


def _offer(form: forms.Form, name: str, choices: list[tuple[str, Any]]) -> None:
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(f"{name} offers no choices")
    field.choices = choices
