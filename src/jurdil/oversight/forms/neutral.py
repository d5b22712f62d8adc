"""Forms of neutrality: they check shapes; rules are the acts' own."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import clock
from jurdil.kernel.brought import PaperField
from jurdil.kernel.forms import MomentInput
from jurdil.kernel.language import say
from jurdil.law.oversight import neutrality, neutrality_road
from jurdil.law.oversight.neutrality_road import Step
from jurdil.office.forms.common import choose, day_field, law_choices, text_field
from jurdil.oversight import choices
from jurdil.oversight.models.neutral import Neutral
from jurdil.oversight.neutral_records import NewNeutral, NewProof, NewStep, Who

Places = list[tuple[str, str]]
Choices = list[tuple[str, str]]
NO_NAMES = _("Tanpa nama terlapor; nama ditulis di bagian identitas dan disimpan tersegel.")


class NeutralForm(forms.Form):
    """An act against neutrality, and apart from it, who did it."""

    def __init__(
        self, *args: Any, places: Places, elections: Choices, contests: Choices, **more: Any
    ):
        super().__init__(*args, **more)
        self.fields["election"] = choose(_("Pemilihan"), elections)
        self.fields["source"] = choose(_("Sumber"), Neutral.Source.choices)
        self.fields["case_ref"] = forms.CharField(
            label=_("Perkara atau LHP asal"),
            max_length=80,
            required=False,
            help_text=_("Misalnya case:12 atau lhp:7; terisi sendiri bila dibuka dari sana."),
        )
        self.fields["path"] = choose(_("Tempat"), places)
        self._who()
        self._what(contests)

    def _who(self) -> None:
        employments = [(c, say(w.name)) for c, (w, _p) in neutrality_road.employments().items()]
        self.fields["person"] = choose(
            _("Golongan terlapor"), law_choices(dict(neutrality.persons()))
        )
        self.fields["employment"] = choose(_("Status"), employments, required=False)
        self.fields["post"] = choose(
            _("Kelompok jabatan (ASN)"), law_choices(dict(neutrality_road.posts())), required=False
        )
        self.fields["agency"] = forms.CharField(label=_("Instansi"), max_length=160)
        self.fields["name"] = forms.CharField(
            label=_("Nama terlapor (disegel)"),
            max_length=160,
            help_text=_("Hanya pleno yang dapat membukanya, dengan alasan yang dicatat."),
        )
        self.fields["number"] = forms.CharField(
            label=_("NIP, NRP, atau NIK (disegel)"), max_length=24, required=False
        )
        self.fields["note"] = forms.CharField(
            label=_("Keterangan identitas (disegel)"), max_length=300, required=False
        )

    def _what(self, contests: Choices) -> None:
        self.fields["act"] = choose(_("Perbuatan"), law_choices(dict(neutrality.acts())))
        self.fields["part"] = choose(_("Peran"), Neutral.Part.choices)
        self.fields["medium"] = choose(_("Media"), Neutral.Medium.choices)
        self.fields["contest"] = choose(_("Jenis pemilihan"), contests, required=False)
        self.fields["beneficiary"] = forms.CharField(
            label=_("Calon atau partai yang diuntungkan"), max_length=160
        )
        self.fields["happened_on"] = day_field(_("Tanggal kejadian"))
        self.fields["known_on"] = day_field(_("Tanggal diketahui"), initial=clock.today)
        self.fields["facts"] = text_field(_("Apa yang terjadi"), help_text=NO_NAMES)
        self.fields["overlap"] = forms.BooleanField(
            label=_("Juga diduga melanggar aturan pemilihan"), required=False
        )
        self.fields["determined_on"] = day_field(
            _("Tanggal penetapan calon"),
            required=False,
            help_text=_("Kosongkan: dihitung dari jadwal. Isi hanya bila jadwal tidak memuatnya."),
        )
        self.fields["determined_basis"] = forms.CharField(
            label=_("Keputusan KPU yang menetapkan"), max_length=160, required=False
        )

    def facts(self) -> dict[str, Any]:
        """What the act takes."""
        values = dict(self.cleaned_data)
        who = Who(values.pop("name"), values.pop("number"), values.pop("note"))
        path, election = values.pop("path"), int(values.pop("election"))
        return {"path": path, "new": NewNeutral(election_id=election, **values), "who": who}


class ProofForm(forms.Form):
    """A piece of evidence, or a capture of a post."""

    title = forms.CharField(
        label=_("Bukti apa"), max_length=160, help_text=_("Tanpa nama terlapor.")
    )
    upload = PaperField(label=_("Tangkapan layar, foto, atau dokumen"), required=False)
    url = forms.URLField(
        label=_("Alamat unggahan (disegel)"), max_length=500, required=False, assume_scheme="https"
    )
    captured_at = forms.DateTimeField(label=_("Ditangkap pada"), required=False, widget=MomentInput)

    def facts(self) -> NewProof:
        """What the act takes."""
        return NewProof(**self.cleaned_data)


class StepForm(forms.Form):
    """The next step with its day and its paper."""

    def __init__(self, *args: Any, offered: tuple[Step, ...] = (), **more: Any):
        super().__init__(*args, **more)
        self.fields["step"] = choose(_("Langkah"), choices.steps(offered))
        self.fields["on"] = day_field(_("Tanggal"), initial=clock.today)
        self.fields["letter"] = forms.CharField(
            label=_("Nomor dan tanggal surat atau BA"), max_length=120, required=False
        )
        needs = {need for one in offered for need in one.needs}
        if "reference" in needs:
            self.fields["reference"] = forms.CharField(
                label=_("Nomor rujukan (SBT atau I'DIS)"), max_length=80, required=False
            )
        if "sanction" in needs:
            self.fields["sanction"] = choose(
                _("Golongan sanksi"), law_choices(dict(neutrality.sanctions())), required=False
            )
        self.fields["addressee"] = choose(
            _("Kepada"), law_choices(dict(neutrality_road.addressees())), required=False
        )
        self.fields["note"] = forms.CharField(label=_("Catatan"), max_length=400, required=False)

    def facts(self) -> NewStep:
        """What the act takes."""
        return NewStep(**self.cleaned_data)


class ReasonForm(forms.Form):
    """Why somebody opens what is sealed."""

    reason = forms.CharField(
        label=_("Alasan membuka"),
        max_length=300,
        help_text=_("Nama Anda, waktu, dan alasan ini dicatat di jejak perubahan."),
    )
