"""Forms of participation."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.law.participation.applicants import Count
from jurdil.office.forms.common import choose

MOST = 1_000_000


class ApplicantsForm(forms.Form):
    """Applicants for the seats of an ad hoc body at a place."""

    seats = forms.IntegerField(
        label=_("Kursi yang dibuka"),
        min_value=1,
        max_value=MOST,
        help_text=_("Kursi pada pengumuman itu; bila seleksi diulang, kursi yang masih kosong."),
    )
    applicants = forms.IntegerField(label=_("Pelamar"), min_value=0, max_value=MOST)
    men = forms.IntegerField(label=_("Laki-laki"), min_value=0, max_value=MOST, required=False)
    women = forms.IntegerField(label=_("Perempuan"), min_value=0, max_value=MOST, required=False)
    source = forms.CharField(
        label=_("Sumber"),
        max_length=200,
        help_text=_("Misalnya nomor pengumuman, atau Siakba dan tanggalnya."),
    )

    def __init__(
        self,
        *args: Any,
        bodies: Iterable[tuple[str, str]],
        places: Iterable[tuple[str, str]],
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        body = choose(_("Badan adhoc"), bodies)
        place = choose(_("Wilayah"), places)
        place.help_text = _("PPK dicatat per kecamatan; PPS, KPPS, dan Pantarlih per desa.")
        self.fields = {"body": body, "path": place, **self.fields}

    def values(self) -> dict[str, Any]:
        """The arguments of the act."""
        data = self.cleaned_data
        count = Count(data["seats"], data["applicants"], data["men"], data["women"])
        named = {name: data[name] for name in ("body", "path", "source")}
        return {**named, "count": count}


class ScoreForm(forms.Form):
    """A published score of the index or of one of its dimensions."""

    value = forms.DecimalField(
        label=_("Nilai indeks"), max_digits=5, decimal_places=2, min_value=0, max_value=100
    )
    source = forms.CharField(
        label=_("Sumber"), max_length=200, help_text=_("Nomor surat, buku, atau alamat laman.")
    )

    def __init__(self, *args: Any, dimensions: Iterable[tuple[str, str]] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        field = choose(_("Dimensi"), dimensions, required=False, empty=_("Indeks keseluruhan"))
        self.fields = {"dimension": field, **self.fields}
