"""PAW: the request, the check of who is next, the answer."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import clock
from jurdil.seats.forms.common import PdfField, day_field, text_field
from jurdil.seats.words import CHECKS

REASONS = [
    ("meninggal", _("Meninggal dunia")),
    ("mundur", _("Mengundurkan diri")),
    ("diberhentikan", _("Diberhentikan")),
]


class RequestForm(forms.Form):
    """The letter of the DPRD's leaders."""

    def __init__(self, holders: Iterable[tuple[str, str]], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["member"] = forms.ChoiceField(
            label=_("Anggota yang digantikan"), choices=list(holders)
        )
        self.fields["reason"] = forms.ChoiceField(
            label=_("Alasan"), choices=REASONS, widget=forms.RadioSelect
        )
        self.fields["letter"] = forms.CharField(
            label=_("Nomor surat pimpinan DPRD"), max_length=120
        )
        self.fields["received"] = day_field(
            _("Tanggal diterima KPU"),
            initial=clock.today,
            help_text=_("Batas jawaban dihitung sejak tanggal ini."),
        )
        self.fields["term_ends"] = day_field(
            _("Akhir masa jabatan anggota DPRD"),
            help_text=_("Tidak ada PAW bila sisanya kurang dari 6 bulan."),
        )
        self.fields["paper"] = PdfField(label=_("Surat (PDF)"), required=False)

    def values(self) -> dict[str, Any]:
        """The arguments of the act."""
        values = dict(self.cleaned_data)
        dapil, party, number = values.pop("member").split("|")
        return {**values, "dapil": dapil, "party": party, "number": int(number)}


class CheckForm(forms.Form):
    """Points that are true of the candidate who is next; an empty box is a point that is not."""

    def __init__(self, level: Iterable[tuple[int, str]], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        tied = list(level)
        if tied:
            self.fields["chosen"] = forms.TypedChoiceField(
                label=_("Calon yang diperiksa"), choices=tied, coerce=int
            )
        self.fields["true"] = forms.MultipleChoiceField(
            label=_("Yang benar untuk calon ini"),
            choices=list(CHECKS.items()),
            widget=forms.CheckboxSelectMultiple,
            required=False,
            help_text=_("Butir yang tidak dicentang berarti tidak memenuhi syarat."),
        )
        self.fields["note"] = text_field(_("Dasar, bila ada yang tidak dipenuhi"), required=False)
        self.fields["paper"] = PdfField(label=_("Dokumen (PDF)"), required=False)

    def values(self) -> dict[str, Any]:
        """The arguments of the act."""
        data = self.cleaned_data
        return {
            "checks": {code: code in data["true"] for code in CHECKS},
            "chosen": data.get("chosen"),
            "note": data["note"],
            "paper": data["paper"],
        }


class AnswerForm(forms.Form):
    """The letter that answers."""

    def __init__(self, level: Iterable[tuple[int, str]], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        tied = list(level)
        self.fields["letter"] = forms.CharField(label=_("Nomor surat jawaban"), max_length=120)
        self.fields["day"] = day_field(_("Tanggal surat"), initial=clock.today)
        if tied:
            self.fields["chosen"] = forms.TypedChoiceField(
                label=_("Calon yang diputuskan pleno"), choices=tied, coerce=int
            )
        self.fields["note"] = text_field(
            _("Keterangan"), required=False, help_text=_("Keputusan pleno, bila suaranya sama.")
        )
        self.fields["paper"] = PdfField(label=_("Surat jawaban (PDF)"), required=False)
