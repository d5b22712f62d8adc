"""Forms of contests."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.office.forms.common import choose, day_field, text_field
from jurdil.outreach.actions.contests import ContestPlan

_LINE = re.compile(r"^(?P<name>.+?)\s*[:;=]\s*(?P<weight>\d{1,3})\s*%?$")


class ContestForm(forms.Form):
    """A contest with its criteria, one a line: ``Isi: 60``."""

    title = forms.CharField(label=_("Judul lomba"), max_length=160)
    rules = text_field(_("Syarat"), help_text=_("Siapa boleh ikut, karya apa, sampai kapan."))
    opens_on = day_field(_("Karya diterima mulai"))
    closes_on = day_field(_("Sampai"))
    winners = forms.IntegerField(label=_("Jumlah peringkat pemenang"), min_value=1, max_value=20)
    criteria = forms.CharField(
        label=_("Kriteria dan bobot"),
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_(
            "Satu per baris, misalnya “Isi: 60”. Jumlah bobot 100. Terkunci sejak karya pertama."
        ),
    )

    def __init__(
        self,
        *args: Any,
        kinds: Iterable[tuple[str, Any]] = (),
        elections: Iterable[tuple[int, str]] = (),
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        head: dict[str, forms.Field] = {"kind": choose(_("Jenis"), kinds)}
        if elections:
            head["election"] = choose(_("Pemilihan"), elections)
        self.fields = {**head, **self.fields}

    def clean_criteria(self) -> tuple[tuple[str, int], ...]:
        """(name, weight) of every line."""
        made = []
        for number, line in enumerate(self.cleaned_data["criteria"].splitlines(), 1):
            if not line.strip():
                continue
            found = _LINE.match(line.strip())
            if found is None:
                raise forms.ValidationError(
                    _("Baris %(number)s, “%(line)s”: tulis nama kriteria, titik dua, bobotnya."),
                    params={"number": number, "line": line.strip()[:60]},
                )
            made.append((found["name"], int(found["weight"])))
        return tuple(made)

    def plan(self) -> ContestPlan:
        """The contest as the acts take it."""
        data = self.cleaned_data
        return ContestPlan(
            kind=data["kind"],
            title=data["title"],
            rules=data["rules"],
            opens_on=data["opens_on"],
            closes_on=data["closes_on"],
            criteria=data["criteria"],
            winners=data["winners"],
        )


class EntryForm(forms.Form):
    """A work with its link."""

    entrant = forms.CharField(label=_("Peserta"), max_length=160)
    title = forms.CharField(label=_("Judul karya"), max_length=200)
    link = forms.CharField(
        label=_("Tautan"), max_length=300, help_text=_("Alamat unggahan, dimulai dengan https://")
    )
    path = forms.CharField(
        label=_("Wilayah"),
        max_length=24,
        required=False,
        help_text=_("Kode kecamatan atau desa asal karya. Kosong: wilayah Anda."),
    )


class JurorForm(forms.Form):
    """Who judges."""

    def __init__(self, *args: Any, people: Iterable[tuple[int, str]] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["account"] = choose(_("Juri"), people)


class VerdictForm(forms.Form):
    """Why an entry does not fulfil the rules."""

    reason = forms.CharField(label=_("Alasan bila ditolak"), max_length=300, required=False)


class ScoreForm(forms.Form):
    """The points of one entry, one field per criterion."""

    def __init__(
        self, *args: Any, criteria: Iterable[tuple[int, str, int]] = (), **more: Any
    ) -> None:
        super().__init__(*args, **more)
        for pk, name, weight in criteria:
            self.fields[f"c{pk}"] = forms.IntegerField(
                label=f"{name} ({weight})", min_value=0, max_value=100
            )

    def points(self) -> dict[int, int]:
        """Points by criterion."""
        return {int(name[1:]): value for name, value in self.cleaned_data.items()}
