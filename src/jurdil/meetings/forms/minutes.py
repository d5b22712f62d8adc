"""Notes, points with their tasks, the ground of a quorum."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jurdil.kernel.forms import DayInput
from jurdil.kernel.queries.tasks import Owner
from jurdil.meetings.forms.plan import Choices, HourInput, division_choices, offer
from jurdil.meetings.records import NewNote, NewVote
from jurdil.stages.forms import owner_choices

KINDS: Choices = [
    ("keputusan", _("Keputusan rapat")),
    ("hambatan", _("Hambatan")),
    ("masukan", _("Masukan")),
]


class NoteForm(forms.Form):
    """A point of the minutes and who does what until when."""

    kind = forms.ChoiceField(label=_("Jenis"), choices=KINDS, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("Isi butir"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Tulis apa yang harus dikerjakan; butir ini menjadi tugas."),
    )
    owner = forms.ChoiceField(label=_("Pelaksana"))
    division = forms.ChoiceField(label=_("Divisi"), required=False)
    due = forms.DateField(label=_("Tenggat"), widget=DayInput)
    agenda = forms.ChoiceField(label=_("Acara"), required=False)
    institution = forms.CharField(
        label=_("Instansi"),
        max_length=160,
        required=False,
        help_text=_("Kepada siapa dijanjikan, atau dari siapa masukan ini."),
    )

    def __init__(
        self,
        *args: Any,
        owners: Iterable[Owner],
        agenda: Iterable[tuple[int, int, str, str]],
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        offer(self, "owner", [("", _("Pilih pelaksana")), *owner_choices(owners)])
        offer(self, "division", division_choices())
        lines = [(str(pk), f"{number}. {text}") for pk, number, text, _stage in agenda]
        offer(self, "agenda", [("", _("Di luar acara")), *lines])
        if not lines:
            del self.fields["agenda"]

    def note(self) -> NewNote:
        """The point as the act takes it."""
        data = self.cleaned_data
        return NewNote(
            kind=data["kind"],
            text=data["text"],
            due=data["due"],
            owner_id=int(data["owner"]),
            division=data["division"],
            institution=data["institution"],
            agenda_id=int(data["agenda"]) if data.get("agenda") else None,
        )


CHOICES: Choices = [
    ("setuju", pgettext_lazy("suara", "setuju")),
    ("berbeda", _("berbeda pendapat")),
    ("abstain", _("abstain")),
]
RESULTS: Choices = [("ya", pgettext_lazy("usul", "diterima")), ("tidak", _("tidak diterima"))]


class VoteForm(NoteForm):
    """A proposal and the vote of each member who is there; once taken it is a decision."""

    text = forms.CharField(
        label=_("Usul yang diputuskan"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Bila diterima, usul ini menjadi keputusan rapat dan tugas pelaksananya."),
    )
    kind = None  # type: ignore[assignment]
    institution = None  # type: ignore[assignment]

    def __init__(
        self, *args: Any, members: Iterable[tuple[int, str, str]], rule_known: bool, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.members = tuple(members)
        for pk, name, _post in self.members:
            self.fields[f"suara_{pk}"] = forms.ChoiceField(
                label=name, choices=CHOICES, widget=forms.RadioSelect
            )
            self.fields[f"alasan_{pk}"] = forms.CharField(
                label=_("Alasan %(name)s, bila berbeda pendapat") % {"name": name},
                required=False,
                max_length=500,
            )
        if not rule_known:
            self.fields["taken"] = forms.ChoiceField(
                label=_("Hasil menurut tata tertib badan"),
                choices=RESULTS,
                widget=forms.RadioSelect,
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for pk, name, _post in self.members:
            if cleaned.get(f"suara_{pk}") == "berbeda" and not cleaned.get(f"alasan_{pk}"):
                said = _now("Tuliskan alasan %(name)s berbeda pendapat; alasannya dicetak di BA.")
                self.add_error(f"alasan_{pk}", said % {"name": name})
        return cleaned

    def note(self) -> NewNote:
        self.cleaned_data |= {"kind": "keputusan", "institution": ""}
        return super().note()

    def votes(self) -> list[NewVote]:
        """The votes as the act takes them."""
        data = self.cleaned_data
        return [
            NewVote(pk, data[f"suara_{pk}"], data[f"alasan_{pk}"]) for pk, *_rest in self.members
        ]

    def taken(self) -> bool | None:
        """What the body said itself; None where a rule says it."""
        said = self.cleaned_data.get("taken")
        return None if said is None else said == "ya"


class SummaryForm(forms.Form):
    """What was said, who led, who wrote."""

    summary = forms.CharField(
        label=_("Uraian rapat"), widget=forms.Textarea(attrs={"rows": 8}), required=False
    )
    chair = forms.CharField(label=_("Pimpinan rapat"), max_length=120, required=False)
    note_taker = forms.CharField(label=_("Notulis"), max_length=120, required=False)


class BasisForm(forms.Form):
    """The ground of a quorum that is not on record."""

    basis = forms.CharField(
        label=_("Dasar kuorum"),
        max_length=200,
        help_text=_("Misalnya tata tertib, dan berapa anggota yang harus hadir."),
    )


class WeeklyForm(forms.Form):
    """The next weekly plenary."""

    day = forms.DateField(label=_("Hari"), widget=DayInput)
    opens = forms.TimeField(label=_("Mulai"), widget=HourInput)
    closes = forms.TimeField(label=_("Berakhir"), widget=HourInput)
    venue = forms.CharField(label=_("Tempat"), max_length=200)
    election = forms.ChoiceField(label=_("Pemilihan atau kerja rutin"))

    def __init__(self, *args: Any, elections: Choices, **more: Any) -> None:
        super().__init__(*args, **more)
        offer(self, "election", elections)
