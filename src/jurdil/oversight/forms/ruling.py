"""Forms of rulings: they check shapes; rules are the acts' own."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.brought import PaperField
from jurdil.kernel.forms import DayInput
from jurdil.law.oversight import rulings as law
from jurdil.oversight.actions.ruling import NewRuling
from jurdil.oversight.forms.advice import GOES_OUT, AnswerForm, PaperAnswerForm, long_text
from jurdil.oversight.models.advice import AdviceFacts
from jurdil.oversight.ruling_origin import Origin

ANSWERS = [(code.value, AdviceFacts.State(code).label) for code in law.ANSWERS]
BY_SOURCE = ("number", "decided_on", "served_on")


class RulingForm(forms.Form):
    """A ruling for KPU; what the case or dispute settles is not asked again."""

    number = forms.CharField(label=_("Nomor putusan atau rekomendasi"), max_length=120)
    decided_on = forms.DateField(label=_("Tanggal putusan"), widget=DayInput)
    served_on = forms.DateField(
        label=_("Dibacakan atau disampaikan"),
        widget=DayInput,
        help_text=_("Jam tindak lanjut dihitung sejak hari ini."),
    )
    about = forms.CharField(
        label=_("Pokok"),
        max_length=200,
        help_text=_("Misalnya: Keputusan KPU Nomor 100 Tahun 2023, atau rekapitulasi kecamatan."),
    )
    article = forms.CharField(
        label=_("Ketentuan yang dilanggar"),
        max_length=300,
        help_text=_("Misalnya PKPU 7/2022 Pasal 19."),
    )
    order = long_text(_("Amar atau isi"), GOES_OUT)
    todo = long_text(
        _("Yang harus dilakukan"), _("Satu langkah satu baris, sehingga KPU tahu kapan selesai.")
    )
    until = forms.DateField(
        label=_("Batas menurut putusan"),
        required=False,
        widget=DayInput,
        help_text=_("Kosong: menurut aturan, bila aturannya diketahui."),
    )
    upload = PaperField(
        label=_("Berkas putusan"),
        required=False,
        help_text=_(
            "Sebagaimana disampaikan kepada KPU. Bila salinannya menyebut pelapor, samarkan dahulu."
        ),
    )

    def __init__(self, *args: Any, origin: Origin, **more: Any):
        super().__init__(*args, **more)
        self.initial = {"about": origin.about, "order": origin.order, **self.initial}
        for name in BY_SOURCE:
            if getattr(origin, name) is not None:
                del self.fields[name]

    def facts(self) -> dict[str, Any]:
        """What the act takes."""
        data = dict(self.cleaned_data)
        upload = data.pop("upload")
        return {"new": NewRuling(**data), "upload": upload}


class FollowForm(AnswerForm):
    """What KPU or PPK did with a ruling."""

    answer = forms.ChoiceField(label=_("Tindak lanjut"), choices=ANSWERS, widget=forms.RadioSelect)


class PaperFollowForm(PaperAnswerForm):
    """A follow-up that came on paper."""

    answer = forms.ChoiceField(label=_("Tindak lanjut"), choices=ANSWERS, widget=forms.RadioSelect)
