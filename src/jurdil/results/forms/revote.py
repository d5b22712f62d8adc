"""Forms of votes held again and of disputes."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.law.revote import NAMES
from jurdil.results.forms.plenary import offer
from jurdil.results.models import Sengketa, Ulang
from jurdil.web.words import language


class ProposeForm(forms.Form):
    """What happened at a TPS and what is asked for."""

    path = forms.CharField(
        label=_("Kode TPS"), max_length=24, help_text=_("Misalnya 73.12.01.1001/007.")
    )
    kind = forms.ChoiceField(label=_("Yang diusulkan"))
    ground = forms.ChoiceField(label=_("Dasar hukum"))
    contests = forms.MultipleChoiceField(
        label=_("Jenis pemilihan yang terkena"), widget=forms.CheckboxSelectMultiple
    )
    source = forms.ChoiceField(label=_("Asal usul"), choices=Ulang.Source.choices)
    source_number = forms.CharField(
        label=_("Nomor surat atau rekomendasi"), max_length=120, required=False
    )
    story = forms.CharField(label=_("Apa yang terjadi"), widget=forms.Textarea(attrs={"rows": 4}))
    ordered_until = forms.DateField(
        label=_("Batas waktu dalam putusan MK"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def __init__(
        self,
        data=None,
        *,
        path: str = "",
        grounds: Sequence[tuple[str, str]] = (),
        contests: Sequence[tuple[str, str]] = (),
    ):
        super().__init__(data, initial={"path": path})
        kinds = [(kind.value, name.pick(language())) for kind, name in NAMES.items()]
        offer(self, "kind", kinds)
        offer(self, "ground", grounds)
        offer(self, "contests", contests)


class DecideForm(forms.Form):
    """KPU's decision on a proposal."""

    granted = forms.ChoiceField(
        label=_("Putusan"), choices=[("ya", _("Dilaksanakan")), ("tidak", _("Ditolak"))]
    )
    reason = forms.CharField(label=_("Pertimbangan"), widget=forms.Textarea(attrs={"rows": 3}))
    number = forms.CharField(label=_("Nomor keputusan"), max_length=120, required=False)
    held_on = forms.DateField(
        label=_("Hari pelaksanaan"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    late_reason = forms.CharField(
        label=_("Dasar bila lewat hari terakhir"), required=False, max_length=300
    )
    voters = forms.IntegerField(
        label=_("Pemilih yang diberi C.Pemberitahuan baru"), required=False, min_value=0
    )
    kpps_replaced = forms.IntegerField(
        label=_("Anggota KPPS yang diganti"), required=False, min_value=0, max_value=7
    )

    def values(self) -> dict[str, Any]:
        """What the act takes."""
        given = dict(self.cleaned_data)
        return {**given, "granted": given["granted"] == "ya"}


class HeldForm(forms.Form):
    """That it was held."""

    note = forms.CharField(
        label=_("Catatan pelaksanaan"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class DisputeForm(forms.Form):
    """A dispute as it came in."""

    contest = forms.ChoiceField(label=_("Jenis pemilihan"))
    forum = forms.ChoiceField(label=_("Forum"), choices=Sengketa.Forum.choices)
    petitioner = forms.ChoiceField(label=_("Pemohon"), choices=Sengketa.Petitioner.choices)
    party = forms.CharField(label=_("Nomor urut peserta"), max_length=4, required=False)
    number = forms.CharField(label=_("Nomor permohonan"), max_length=120, required=False)
    filed_on = forms.DateTimeField(
        label=_("Diajukan"), widget=forms.DateTimeInput(attrs={"type": "datetime-local"})
    )
    population = forms.IntegerField(
        label=_("Jumlah penduduk"),
        required=False,
        min_value=1,
        help_text=_("Untuk ambang selisih di MK (pemilihan kepala daerah)."),
    )
    claim = forms.CharField(label=_("Pokok permohonan"), widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, data=None, *, contests: Sequence[tuple[str, str]] = ()):
        super().__init__(data)
        offer(self, "contest", contests)


class RegisterForm(forms.Form):
    """The registration of a dispute."""

    number = forms.CharField(label=_("Nomor registrasi"), max_length=120)
    registered_on = forms.DateTimeField(
        label=_("Diregistrasi"), widget=forms.DateTimeInput(attrs={"type": "datetime-local"})
    )


class ClaimForm(forms.Form):
    """What is claimed about one figure of a TPS."""

    path = forms.CharField(label=_("Kode TPS"), max_length=24)
    figure = forms.CharField(
        label=_("Angka"),
        max_length=40,
        help_text=_("Nama kolom formulir, misalnya paslon_1 atau suara_sah."),
    )
    petitioner = forms.IntegerField(label=_("Menurut pemohon"), min_value=0)
    overseer = forms.IntegerField(label=_("Menurut Bawaslu"), min_value=0, required=False)
    text = forms.CharField(label=_("Dalil"), required=False, max_length=500)


class RulingForm(forms.Form):
    """The outcome of a dispute."""

    outcome = forms.ChoiceField(label=_("Hasil"), choices=Sengketa.Outcome.choices[1:])
    decided_on = forms.DateField(label=_("Diputus"), widget=forms.DateInput(attrs={"type": "date"}))
    ruling = forms.CharField(label=_("Amar putusan"), widget=forms.Textarea(attrs={"rows": 3}))


class FollowForm(forms.Form):
    """A figure that a ruling fixes at a TPS."""

    path = forms.CharField(label=_("Kode TPS"), max_length=24)
    figure = forms.CharField(label=_("Angka"), max_length=40)
    value = forms.IntegerField(label=_("Menjadi angka"), min_value=0)
    reason = forms.CharField(label=_("Bagian amar"), max_length=300)
