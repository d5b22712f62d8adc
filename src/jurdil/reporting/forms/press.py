"""Forms of press releases."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import clock
from jurdil.kernel.forms import DayInput, MomentInput
from jurdil.kernel.language import say
from jurdil.law.figure import render
from jurdil.reporting.records import NewRelease, Offered, Piece

Choices = list[tuple[str, Any]]
PREFIX_FACT, PREFIX_SOURCE = "fakta-", "sumber-"


class ReleaseForm(forms.Form):
    """What a release says."""

    title = forms.CharField(label=_("Judul"), max_length=160)
    city = forms.CharField(label=_("Kota"), max_length=80)
    dated = forms.DateField(label=_("Tanggal siaran"), widget=DayInput)
    text = forms.CharField(
        label=_("Naskah"),
        max_length=20000,
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text=_(
            "Pisahkan alinea dengan baris kosong. Tulis ribuan dengan titik (2.897) dan pecahan "
            "dengan koma (83,35). Angka ditautkan setelah naskah disimpan."
        ),
    )
    contact = forms.CharField(
        label=_("Narahubung"),
        max_length=160,
        required=False,
        help_text=_("Nama dan cara menghubunginya; tampil di akhir siaran."),
    )
    election = forms.ChoiceField(
        label=_("Fakta dari"),
        required=False,
        help_text=_("Pemilihan yang fakta dan jadwalnya dipakai siaran ini."),
    )

    def __init__(self, *args: Any, elections: Choices, correcting: bool = False, **more: Any):
        super().__init__(*args, **more)
        if elections:
            self.fields["election"].choices = elections  # type: ignore[attr-defined]
        else:
            del self.fields["election"]
        if correcting:
            self.fields["reason"] = forms.CharField(
                label=_("Apa yang dibetulkan, dan mengapa"),
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text=_("Pembaca melihat kalimat ini bersama siaran yang dibetulkan."),
            )

    def values(self) -> dict[str, Any]:
        """The arguments of the act."""
        data = self.cleaned_data
        new = NewRelease(
            title=data["title"],
            city=data["city"],
            dated=data["dated"],
            text=data["text"],
            contact=data["contact"],
            election_id=int(data["election"]) if data.get("election") else None,
        )
        return {"new": new, "reason": data.get("reason", "")}


class MarksForm(forms.Form):
    """For each number of a release: the fact it tells, or where else it comes from."""

    def __init__(
        self, pieces: Iterable[Piece], offered: Iterable[Offered], *args: Any, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.pieces = tuple(pieces)
        choices = fact_choices(offered)
        for at, piece in enumerate(self.pieces):
            self.fields[f"{PREFIX_FACT}{at}"] = forms.ChoiceField(
                label=_("Fakta untuk %(number)s") % {"number": piece.text},
                choices=choices,
                required=False,
                initial=piece.fact or piece.suggested,
            )
            self.fields[f"{PREFIX_SOURCE}{at}"] = forms.CharField(
                label=_("atau sumber lain"),
                max_length=200,
                required=False,
                initial=piece.source,
            )

    def lines(self) -> list[tuple[Piece, forms.BoundField, forms.BoundField]]:
        """Each number with its two fields."""
        return [
            (piece, self[f"{PREFIX_FACT}{at}"], self[f"{PREFIX_SOURCE}{at}"])
            for at, piece in enumerate(self.pieces)
        ]

    def marks(self) -> dict[str, dict[str, str]]:
        """The marks as the act takes them; a fact goes before a source."""
        made = {}
        for at, piece in enumerate(self.pieces):
            fact = self.cleaned_data[f"{PREFIX_FACT}{at}"]
            source = self.cleaned_data[f"{PREFIX_SOURCE}{at}"].strip()
            if fact or source:
                made[piece.key] = {"fact": fact} if fact else {"source": source}
        return made


def fact_choices(offered: Iterable[Offered]) -> Choices:
    """Facts by the room that tells them, with their value."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for one in offered:
        words = f"{say(one.name)}: {render(one.figure, 'id', places=_places(one))}"
        groups.setdefault(say(one.group), []).append((one.key, words))
    return [("", _("Bukan fakta kantor")), *groups.items()]


def _places(one: Offered) -> int | None:
    return 2 if one.figure.unit == "percent" else None


class NoteForm(forms.Form):
    """Why a release goes back, or is given up."""

    note = forms.CharField(label=_("Catatan"), widget=forms.Textarea(attrs={"rows": 2}))


class PublishForm(forms.Form):
    """When a release may be seen."""

    embargo = forms.DateTimeField(
        label=_("Embargo sampai"),
        required=False,
        widget=MomentInput,
        help_text=_("Kosongkan agar terbit sekarang."),
    )


class ReplyForm(forms.Form):
    """A right of reply."""

    sender = forms.CharField(label=_("Pengirim"), max_length=160)
    received_on = forms.DateField(label=_("Tanggal diterima"), widget=DayInput, initial=clock.today)
    letter = forms.CharField(label=_("Nomor surat"), max_length=120, required=False)
    text = forms.CharField(
        label=_("Isi hak jawab"), max_length=10000, widget=forms.Textarea(attrs={"rows": 6})
    )
