"""Forms of process disputes: they check shapes; rules are the acts' own."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import clock
from jurdil.kernel.brought import PaperField
from jurdil.kernel.forms import MomentInput
from jurdil.kernel.language import say
from jurdil.law.oversight import process_disputes as law
from jurdil.law.oversight.process_disputes import Step
from jurdil.office.forms.common import choose, day_field, law_choices, text_field
from jurdil.oversight import choices
from jurdil.oversight.dispute_records import DisputeMove, NewDispute, NewSession
from jurdil.oversight.models.dispute import DisputeEvidence, DisputeSession

Choices = list[tuple[str, str]]


class DisputeForm(forms.Form):
    """A petition as it was handed in."""

    def __init__(self, *args: Any, places: Choices, elections: Choices, **more: Any):
        super().__init__(*args, **more)
        self.fields["election"] = choose(_("Pemilihan"), elections)
        self.fields["track"] = choose(_("Jenis sengketa"), law_choices(dict(law.tracks())))
        self.fields["path"] = choose(_("Tempat"), places)
        self.fields["mandate"] = forms.CharField(
            label=_("Nomor mandat (Panwaslu kecamatan)"), max_length=120, required=False
        )
        self.fields["applicant_kind"] = choose(
            _("Kedudukan pemohon"), law_choices(dict(law.applicants()))
        )
        self.fields["applicant"] = forms.CharField(label=_("Pemohon"), max_length=160)
        self.fields["proxy"] = forms.CharField(label=_("Kuasa"), max_length=160, required=False)
        self.fields["respondent"] = forms.CharField(
            label=_("Termohon"), max_length=160, initial="KPU"
        )
        self.fields["object_kind"] = choose(_("Objek"), law_choices(dict(law.objects())))
        self.fields["object_number"] = forms.CharField(
            label=_("Nomor keputusan atau berita acara"), max_length=120, required=False
        )
        self.fields["object_day"] = day_field(_("Tanggal objek"))
        self.fields["received_on"] = day_field(
            _("Diterima"),
            initial=clock.today,
            help_text=_("Yang lewat batas tetap dicatat, dengan keterangan lewat waktu."),
        )
        self.fields["posita"] = text_field(_("Alasan permohonan (posita)"))
        self.fields["petitum"] = text_field(_("Yang dimohonkan (petitum)"))
        self.fields["source"] = forms.CharField(
            label=_("Perkara atau LHP asal"), max_length=80, required=False
        )
        self.fields["upload"] = PaperField(label=_("Berkas permohonan"), required=False)

    def facts(self) -> dict[str, Any]:
        """What the act takes."""
        values = dict(self.cleaned_data)
        about = {name: values.pop(name) for name in ("path", "upload")}
        return {**about, "new": NewDispute(election_id=int(values.pop("election")), **values)}


class DisputeStepForm(forms.Form):
    """The next step with its day and its paper."""

    def __init__(self, *args: Any, offered: tuple[Step, ...] = (), **more: Any):
        super().__init__(*args, **more)
        self.fields["step"] = choose(_("Langkah"), choices.steps(offered))
        self.fields["on"] = day_field(_("Tanggal"), initial=clock.today)
        self.fields["letter"] = forms.CharField(
            label=_("Nomor dan tanggal surat atau BA"), max_length=120, required=False
        )
        if any("ruling" in one.needs for one in offered):
            rulings = [(r.id, say(r.name)) for r in law.rulings().values() if r.id != law.AGREED]
            self.fields["ruling"] = choose(_("Amar putusan"), rulings, required=False)
        self.fields["note"] = forms.CharField(label=_("Catatan"), max_length=400, required=False)
        self.fields["upload"] = PaperField(label=_("Berkas"), required=False)

    def facts(self) -> DisputeMove:
        """What the act takes."""
        return DisputeMove(**self.cleaned_data)


class EvidenceForm(forms.Form):
    """A piece of evidence of a side; its number is given."""

    side = forms.ChoiceField(label=_("Pihak"), choices=DisputeEvidence.Side.choices)
    title = forms.CharField(label=_("Bukti apa"), max_length=200)
    upload = PaperField(label=_("Berkas"), required=False)


class SessionForm(forms.Form):
    """A session that is called."""

    kind = forms.ChoiceField(label=_("Jenis sidang"), choices=DisputeSession.Kind.choices)
    held_at = forms.DateTimeField(label=_("Waktu"), widget=MomentInput)
    venue = forms.CharField(label=_("Tempat sidang"), max_length=160)
    agenda = forms.CharField(label=_("Acara"), max_length=200)

    def facts(self) -> NewSession:
        """What the act takes."""
        return NewSession(**self.cleaned_data)


class SessionResultForm(forms.Form):
    """What a session brought."""

    result = forms.CharField(label=_("Hasil"), max_length=400)
    minutes = forms.CharField(label=_("Nomor berita acara"), max_length=120)
    upload = PaperField(label=_("Berkas"), required=False)
