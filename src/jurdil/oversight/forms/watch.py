"""Forms of AGHT, prevention and the post."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jurdil.kernel import clock
from jurdil.kernel.brought import PaperField
from jurdil.kernel.forms import MomentInput
from jurdil.kernel.language import say
from jurdil.law.oversight import words
from jurdil.office.forms.common import choose, day_field, law_choices, text_field
from jurdil.oversight import scoring

Places = list[tuple[str, str]]
RELIABILITY = [
    ("A", _("A – sumber sangat dapat dipercaya")),
    ("B", _("B – sumber biasanya dapat dipercaya")),
    ("C", _("C – sumber cukup dapat dipercaya")),
    ("D", _("D – sumber biasanya tidak dapat dipercaya")),
    ("E", _("E – sumber tidak dapat dipercaya")),
    ("F", _("F – belum dapat dinilai")),
]
CREDIBILITY = [
    ("1", _("1 – dibenarkan sumber lain")),
    ("2", _("2 – mungkin benar")),
    ("3", _("3 – barangkali benar")),
    ("4", _("4 – diragukan")),
    ("5", _("5 – tidak mungkin")),
    ("6", _("6 – belum dapat dinilai")),
]
STATES = [
    ("potensi", _("Potensi")),
    ("terjadi", _("Terjadi")),
    ("ditangani", _("Ditangani")),
    ("selesai", _("Selesai")),
]
SECRECY = [
    ("terbuka", pgettext_lazy("kerahasiaan", "Terbuka")),
    ("terbatas", _("Terbatas")),
    ("rahasia", _("Rahasia: hanya kantor yang melihat")),
]
TRENDS = [("naik", _("Naik")), ("tetap", _("Tetap")), ("turun", _("Turun"))]
FIVE = [(number, str(number)) for number in range(1, 6)]
CATEGORIES = [
    ("tidak-tercatat", _("Tidak tercatat dalam daftar")),
    ("salah-tps", _("TPS tidak sesuai")),
    ("tms", _("Tidak memenuhi syarat tetapi tercatat")),
    ("lain", _("Lainnya")),
]


class AghtForm(forms.Form):
    """A note of the register."""

    def __init__(self, *args: Any, places: Places, **more: Any):
        super().__init__(*args, **more)
        themes = [(one.id, say(one.name)) for one in scoring.edition().dimensions]
        classes = words.aght_classes().items()
        self.fields["kind"] = choose(_("Golongan"), [(c, _meant(w)) for c, w in classes])
        self.fields["theme"] = choose(_("Tema"), themes)
        self.fields["title"] = forms.CharField(label=_("Judul"), max_length=160)
        self.fields["path"] = choose(_("Tempat"), places)
        self.fields["observed_at"] = forms.DateTimeField(
            label=_("Diamati pada"), widget=MomentInput, initial=_this_minute
        )
        self.fields["facts"] = text_field(
            _("Fakta"), help_text=_("Apa, kapan, di mana, bagaimana. Tanpa nama orang.")
        )
        self.fields["actors"] = forms.CharField(
            label=_("Pelaku (golongan, bukan nama)"), max_length=120, required=False
        )
        self.fields["source"] = forms.CharField(label=_("Jenis sumber"), max_length=120)
        self.fields["reliability"] = choose(_("Nilai sumber"), RELIABILITY, initial="F")
        self.fields["credibility"] = choose(_("Nilai informasi"), CREDIBILITY, initial="6")
        self.fields["likelihood"] = _five(_("Kemungkinan terjadi (1–5)"))
        self.fields["impact"] = _five(_("Dampak (1–5)"))
        self.fields["addressee"] = choose(
            _("Disampaikan kepada"), law_choices(dict(words.addressees())), required=False
        )
        self.fields["advice"] = forms.CharField(
            label=_("Tindakan yang disarankan"), max_length=300, required=False
        )
        self.fields["due"] = day_field(_("Sampai tanggal"), required=False)
        self.fields["secrecy"] = choose(_("Kerahasiaan"), SECRECY, initial="terbatas")
        self.fields["state"] = choose(_("Keadaan"), STATES[:2])
        self.fields["notable"] = forms.BooleanField(
            label=_("Kejadian menonjol: laporkan segera"), required=False
        )
        self.fields["upload"] = PaperField(label=_("Foto atau dokumen"), required=False)

    def values(self) -> dict[str, Any]:
        """The fields of the row, without place and file."""
        found = {k: v for k, v in self.cleaned_data.items() if k not in ("path", "upload")}
        return {**found, "likelihood": int(found["likelihood"]), "impact": int(found["impact"])}


class AghtStepForm(forms.Form):
    """What became of it."""

    state = forms.ChoiceField(label=_("Keadaan"), choices=STATES)
    trend = forms.ChoiceField(label=_("Arah"), choices=TRENDS, initial="tetap")
    note = forms.CharField(label=_("Tindakan atau perkembangan"), max_length=300)


class DayForm(forms.Form):
    """The words of a day's report."""

    statement = text_field(_("Keadaan hari ini"))
    prediction = text_field(_("Perkiraan esok hari"), required=False)
    needs = text_field(_("Kebutuhan"), required=False)


class PreventionForm(forms.Form):
    """A prevention act that is planned."""

    def __init__(self, *args: Any, places: Places, **more: Any):
        super().__init__(*args, **more)
        self.fields["form"] = choose(_("Bentuk"), law_choices(dict(words.prevention_forms())))
        self.fields["kind"] = choose(_("Jenis"), law_choices(dict(words.prevention_kinds())))
        self.fields["path"] = choose(_("Tempat"), places)
        self.fields["venue"] = forms.CharField(label=_("Lokasi"), max_length=160, required=False)
        self.fields["purpose"] = forms.CharField(label=_("Tujuan"), max_length=300)
        self.fields["target"] = forms.CharField(label=_("Sasaran"), max_length=160)
        self.fields["stage"] = forms.CharField(
            label=_("Tahapan (kosong: nontahapan)"), max_length=80, required=False
        )
        self.fields["held_from"] = day_field(_("Mulai"), initial=clock.today)
        self.fields["held_until"] = day_field(_("Sampai"), initial=clock.today)
        self.fields["order_number"] = forms.CharField(
            label=_("Nomor surat tugas"), max_length=80, required=False
        )

    def values(self) -> dict[str, Any]:
        """The fields of the row, without place."""
        return {k: v for k, v in self.cleaned_data.items() if k != "path"}


class ReportForm(forms.Form):
    """What was held, or why not."""

    done = forms.TypedChoiceField(
        label=_("Terlaksana?"),
        choices=[("ya", _("Terlaksana")), ("tidak", _("Tidak jadi"))],
        coerce=lambda value: value == "ya",
    )
    description = text_field(_("Uraian singkat, atau alasan batal"))
    follow_up = text_field(_("Tindak lanjut"), required=False)
    upload = PaperField(label=_("Foto atau dokumen"), required=False)


class PostForm(forms.Form):
    """A complaint at the post."""

    def __init__(self, *args: Any, places: Places, **more: Any):
        super().__init__(*args, **more)
        self.fields["category"] = choose(_("Jenis aduan"), CATEGORIES)
        self.fields["path"] = choose(_("Tempat"), places)
        self.fields["people"] = forms.IntegerField(
            label=_("Jumlah orang"), min_value=1, max_value=99999, initial=1
        )
        self.fields["facts"] = forms.CharField(
            label=_("Isi aduan"),
            max_length=400,
            help_text=_("Tanpa nama, NIK, dan nomor telepon."),
            widget=forms.Textarea(attrs={"rows": 3}),
        )
        self.fields["told_on"] = day_field(_("Tanggal aduan"), initial=clock.today)


class ResultForm(forms.Form):
    """How a complaint ended."""

    result = forms.CharField(label=_("Hasil"), max_length=300)


def _five(label: Any) -> forms.ChoiceField:
    return choose(label, FIVE, initial=3)


def _meant(word: words.Word) -> str:
    return f"{say(word.name)} – {say(word.meaning)}" if word.meaning else say(word.name)


def _this_minute() -> Any:
    return clock.now().astimezone(clock.zone()).replace(second=0, microsecond=0)
