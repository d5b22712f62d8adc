"""Activities: planned, filed, shown; tests, evidence and reasons."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import clock
from jurdil.kernel.brought import PhotoField
from jurdil.kernel.language import say
from jurdil.law.outreach import attendance, codes
from jurdil.law.outreach.attendance import Attendance
from jurdil.law.outreach.learning import Question
from jurdil.law.outreach.states import State
from jurdil.office.forms.common import day_field, rupiah_field
from jurdil.outreach.records import Draft, NewEvidence

MOST_PEOPLE = 1_000_000
QUESTIONS = 10
ONLY, WHOLE = "tempat", "semua"
Choices = Iterable[tuple[Any, Any]]


def count_field(label: Any, most: int = MOST_PEOPLE, **more: Any) -> forms.IntegerField:
    """A counted number; empty means that nobody counted."""
    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
    return forms.IntegerField(
        label=label, min_value=0, max_value=most, required=False, widget=widget, **more
    )


def named(entries: Iterable[codes.Entry]) -> list[tuple[str, str]]:
    """Entries of the law as choices in the reader's language."""
    return [(one.code, say(one.name)) for one in entries]


def methods() -> list[tuple[str, list[tuple[str, str]]]]:
    """Methods in two groups."""
    every = codes.methods(codes.ROUTINE)
    return [
        (str(_("Langsung (tatap muka)")), named(one for one in every if one.direct)),
        (str(_("Tidak langsung (media)")), named(one for one in every if not one.direct)),
    ]


class ActivityForm(forms.Form):
    """An activity as it is planned. `stages` are `election:stage` with their names."""

    def __init__(
        self,
        *args: Any,
        stages: Choices,
        programmes: Choices,
        places: Choices,
        institutions: Choices,
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.fields["title"] = forms.CharField(
            label=_("Nama kegiatan"),
            max_length=200,
            help_text=_("Misalnya: Sosialisasi pindah memilih di SMA."),
        )
        self.fields["stage"] = forms.ChoiceField(
            label=_("Pemilihan dan tahapan"), choices=list(stages)
        )
        self.fields["programme"] = forms.ChoiceField(
            label=_("Program"), required=False, choices=[("", _("Tanpa program")), *programmes]
        )
        self.fields["held_on"] = day_field(_("Tanggal"), initial=clock.today)
        self._add_place(places)
        self._add_base(institutions)
        self.fields["method"] = forms.ChoiceField(
            label=_("Metode"), choices=[("", _("Pilih")), *methods()]
        )
        self.fields["topic"] = forms.CharField(label=_("Topik"), max_length=200, required=False)
        self.fields["partner"] = forms.CharField(
            label=_("Mitra pelaksana"), max_length=160, required=False
        )

    def _add_place(self, places: Choices) -> None:
        self.fields["path"] = forms.ChoiceField(label=_("Wilayah"), choices=list(places))
        self.fields["reached"] = forms.ChoiceField(
            label=_("Desa yang dijangkau"),
            choices=[
                (ONLY, _("Hanya wilayah yang dipilih")),
                (WHOLE, _("Semua desa di wilayah yang dipilih")),
            ],
            widget=forms.RadioSelect,
            initial=ONLY,
            help_text=_("Menentukan desa mana yang terhitung terjangkau."),
        )
        self.fields["venue"] = forms.CharField(
            label=_("Tempat (gedung, pasar, sekolah)"), max_length=160, required=False
        )

    def _add_base(self, institutions: Choices) -> None:
        self.fields["base"] = forms.ChoiceField(
            label=_("Basis"), choices=[("", _("Pilih")), *named(codes.bases(codes.ROUTINE))]
        )
        self.fields["group"] = forms.CharField(
            label=_("Kelompok sasaran"),
            max_length=120,
            required=False,
            help_text=_("Kelompok menurut kantor sendiri: siswa kelas XII, pedagang pasar."),
        )
        self.fields["institution"] = forms.ChoiceField(
            label=_("Organisasi (dari direktori)"),
            required=False,
            choices=[("", _("Tidak ada di direktori")), *institutions],
        )
        self.fields["institution_name"] = forms.CharField(
            label=_("Organisasi (bila tidak ada di direktori)"), max_length=160, required=False
        )

    def draft(self, villages: Iterable[str], came: Attendance | None = None) -> Draft:
        """What was typed; `villages` are those of the place when all are reached."""
        data = self.cleaned_data
        election, _colon, stage = data["stage"].partition(":")
        return Draft(
            election_id=int(election),
            title=data["title"],
            base=data["base"],
            method=data["method"],
            held_on=data["held_on"],
            path=data["path"],
            stage=stage,
            programme_id=int(data["programme"]) if data["programme"] else None,
            topic=data["topic"],
            group=data["group"],
            institution_id=int(data["institution"]) if data["institution"] else None,
            institution_name=data["institution_name"],
            partner=data["partner"],
            venue=data["venue"],
            villages=tuple(villages) if data["reached"] == WHOLE else (),
            came=came or Attendance(),
            reach=data.get("reach"),
            cost=data.get("cost"),
            money=data.get("money", ""),
        )


class ReportForm(ActivityForm):
    """An activity as it was held: who came, what it cost."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        empty = _("Kosongkan yang tidak dihitung; kosong bukan nol.")
        self.fields["men"] = count_field(_("Hadir, laki-laki"), help_text=empty)
        self.fields["women"] = count_field(_("Hadir, perempuan"))
        self.fields["total"] = count_field(
            _("Hadir, jumlah"), help_text=_("Ketik jumlah dari daftar hadir; sistem mencocokkan.")
        )
        self.fields["disabled_men"] = count_field(_("Penyandang disabilitas, laki-laki"))
        self.fields["disabled_women"] = count_field(_("Penyandang disabilitas, perempuan"))
        self.fields["reach"] = count_field(
            _("Jangkauan media"),
            most=1_000_000_000,
            help_text=_("Penonton, pendengar, atau pembaca; untuk metode tidak langsung."),
        )
        self.fields["cost"] = rupiah_field(_("Biaya (rupiah)"), required=False)
        self.fields["money"] = forms.CharField(
            label=_("Sumber dana"), max_length=60, required=False
        )

    def came(self) -> Attendance:
        """Who came, as typed."""
        names = ("men", "women", "total", "disabled_men", "disabled_women")
        return Attendance(*(self.cleaned_data.get(name) for name in names))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        wrong = [say(one) for one in attendance.faults(self.came())]
        if wrong:
            self.add_error("total" if "total" in cleaned else None, wrong)
        return cleaned


class ReasonForm(forms.Form):
    """Why something is sent back, cancelled or withdrawn."""

    reason = forms.CharField(
        label=_("Alasan"), max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )


class EvidenceForm(forms.Form):
    """A link, or a photo or list of at most 10 MB."""

    def __init__(self, *args: Any, kinds: Choices, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["kind"] = forms.ChoiceField(
            label=_("Jenis bukti"), choices=list(kinds), widget=forms.RadioSelect
        )
        self.fields["address"] = forms.CharField(
            label=_("Tautan"),
            max_length=300,
            required=False,
            widget=forms.TextInput(attrs={"inputmode": "url", "placeholder": "https://"}),
        )
        self.fields["file"] = PhotoField(
            label=_("Berkas (JPEG, PNG, PDF)"),
            required=False,
            widget=forms.ClearableFileInput(attrs={"accept": "image/*,application/pdf"}),
        )
        self.fields["caption"] = forms.CharField(
            label=_("Keterangan"), max_length=160, required=False
        )

    def evidence(self) -> NewEvidence:
        """What was handed in."""
        data, file = self.cleaned_data, self.cleaned_data["file"]
        return NewEvidence(
            kind=data["kind"],
            address="" if file else data["address"],
            name=file.name if file else "",
            content=file.content if file else b"",
            media_type=file.media_type if file else "",
            caption=data["caption"],
        )


class LearningForm(forms.Form):
    """How many sheets answered each question right, before and after."""

    sheets_before = forms.IntegerField(
        label=_("Lembar tes awal"), min_value=1, max_value=MOST_PEOPLE
    )
    sheets_after = forms.IntegerField(
        label=_("Lembar tes akhir"), min_value=1, max_value=MOST_PEOPLE
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for at in range(1, QUESTIONS + 1):
            words = {"n": at}
            self.fields[f"text_{at}"] = forms.CharField(
                label=_("Soal %(n)s") % words, max_length=200, required=False
            )
            self.fields[f"before_{at}"] = count_field(_("Soal %(n)s: benar di tes awal") % words)
            self.fields[f"after_{at}"] = count_field(_("Soal %(n)s: benar di tes akhir") % words)

    def rows(self) -> list[dict[str, Any]]:
        """The fields of the table, question by question."""
        return [
            {"number": at, **{part: self[f"{part}_{at}"] for part in ("text", "before", "after")}}
            for at in range(1, QUESTIONS + 1)
        ]

    def questions(self) -> tuple[Question, ...]:
        """The questions that were filled in."""
        data = self.cleaned_data
        return tuple(
            Question(data[f"text_{at}"], data[f"before_{at}"] or 0, data[f"after_{at}"] or 0)
            for at in range(1, QUESTIONS + 1)
            if data[f"text_{at}"]
        )


class MeetingForm(forms.Form):
    """Which meeting an activity was."""

    def __init__(self, *args: Any, meetings: Choices, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["meeting"] = forms.ChoiceField(
            label=_("Rapat terkait"), required=False, choices=[("", _("Bukan rapat")), *meetings]
        )


class FilterForm(forms.Form):
    """What a list of activities shows; nothing chosen shows all."""

    def __init__(self, *args: Any, states: Mapping[State, Any], places: Choices, **more: Any):
        super().__init__(*args, **more)
        every = ("", _("Semua"))
        self.fields["cari"] = forms.CharField(label=_("Cari"), max_length=80, required=False)
        self.fields["keadaan"] = forms.ChoiceField(
            label=_("Keadaan"), required=False, choices=[every, *states.items()]
        )
        self.fields["basis"] = forms.ChoiceField(
            label=_("Basis"), required=False, choices=[every, *named(codes.bases(codes.ROUTINE))]
        )
        self.fields["metode"] = forms.ChoiceField(
            label=_("Metode"), required=False, choices=[every, *methods()]
        )
        self.fields["wilayah"] = forms.ChoiceField(
            label=_("Wilayah"), required=False, choices=[every, *places]
        )
        self.fields["dari"] = day_field(_("Dari hari"), required=False)
        self.fields["sampai"] = day_field(_("Sampai hari"), required=False)
