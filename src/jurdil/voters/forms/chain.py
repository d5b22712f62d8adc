"""Forms of the chain: open a revision, prepare a plenary, announce, hand copies over."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import clock
from jurdil.kernel.document_forms import Lines
from jurdil.kernel.forms import DayInput
from jurdil.meetings.records import NewGuest, NewSession, Plan
from jurdil.voters.models import PlenoSalinan

Choices = Sequence[tuple[str, str]]
LONGEST_MEETING = timedelta(hours=3)
MASKINGS = (
    ("", _("Tidak berisi data pemilih")),
    ("7", _("7 kolom, tanpa NIK, NKK, dan tanggal lahir")),
)


class OpenForm(forms.Form):
    """The next revision of the chain, or a DPTHP with its order and its villages."""

    basis = forms.CharField(
        label=_("Dasar"),
        max_length=200,
        required=False,
        help_text=_("Misalnya keputusan KPU tentang jadwal; boleh kosong."),
    )
    villages = forms.MultipleChoiceField(
        label=_("Desa/kelurahan yang dibuka"),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 10}),
        help_text=_("Kosong berarti semua. Pilih beberapa bila perintahnya menyebutnya."),
    )

    def __init__(self, *args, villages: Choices = (), **kwargs):
        super().__init__(*args, **kwargs)
        if villages:
            self.fields["villages"].choices = list(villages)  # type: ignore[attr-defined]
            self.fields["basis"].required = True
            self.fields["basis"].help_text = _("Nomor dan tanggal surat perintah.")
        else:
            del self.fields["villages"]


class PlenaryForm(forms.Form):
    """When and where a plenary is held, its members without account, and who is invited."""

    venue = forms.CharField(label=_("Tempat"), max_length=200)
    day = forms.DateField(label=_("Hari"), widget=DayInput)
    begins = forms.TimeField(
        label=_("Mulai pukul"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    members = Lines(
        label=_("Anggota yang belum punya akun"),
        required=False,
        help_text=_("Satu baris satu nama. Anggota yang punya akun masuk sendiri."),
    )
    guests = Lines(
        label=_("Undangan lainnya"),
        required=False,
        help_text=_("Satu baris satu orang: nama; jabatan; lembaga."),
    )

    def plan(self, title: str) -> Plan:
        """The meeting that the form plans."""
        data = self.cleaned_data
        opens = datetime.combine(data["day"], data["begins"], tzinfo=clock.zone())
        session = NewSession(opens, opens + LONGEST_MEETING)
        return Plan(title, data["venue"], (session,))

    def people(self) -> tuple[NewGuest, ...]:
        """Members and guests that the form names."""
        data = self.cleaned_data
        members = [NewGuest(name.strip(), "Anggota", member=True) for name in data["members"]]
        guests = []
        for line in data["guests"]:
            name, post, institution, *_more = [*(p.strip() for p in line.split(";")), "", ""]
            guests.append(NewGuest(name, post, institution))
        return (*members, *guests)


class AnnounceForm(forms.Form):
    """Where a determined list can be seen, and until when people may respond."""

    where = forms.CharField(
        label=_("Tempat pengumuman"),
        max_length=200,
        initial=_("kantor desa/kelurahan dan laman KPU"),
    )
    until = forms.CharField(
        label=_("Tanggapan diterima sampai"),
        max_length=60,
        required=False,
        help_text=_("Misalnya 24 April 2023. Hanya untuk DPS dan DPSHP."),
    )


class CopyForm(forms.Form):
    """A copy handed over with its receipt."""

    receiver = forms.ChoiceField(label=_("Penerima"), choices=PlenoSalinan.Receiver.choices)
    holder = forms.CharField(
        label=_("Lembaga atau peserta"),
        max_length=120,
        help_text=_("Misalnya Panwaslu Kecamatan Contoh."),
    )
    person = forms.CharField(label=_("Yang menandatangani"), max_length=120)
    post = forms.CharField(label=_("Jabatannya"), max_length=120, required=False)
    copy = forms.ChoiceField(label=_("Salinan"), choices=PlenoSalinan.Copy.choices)
    masking = forms.ChoiceField(label=_("Isi salinan"), choices=MASKINGS, required=False)


class ReleaseForm(forms.Form):
    """The ground on which a list no longer stands."""

    basis = forms.CharField(
        label=_("Dasar"),
        max_length=200,
        help_text=_("Misalnya surat KPU tentang dimulainya PDPB setelah pemungutan suara."),
    )
