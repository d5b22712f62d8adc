"""Forms by which work on a case is recorded; each tells the act what to do."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import clock
from jurdil.kernel.brought import PaperField
from jurdil.kernel.forms import MomentInput
from jurdil.kernel.language import say
from jurdil.law.oversight import case_words, cases
from jurdil.law.oversight.cases import Step
from jurdil.office.forms.common import choose, chosen_id
from jurdil.oversight.case_records import (
    NewEvidence,
    NewParty,
    NewStep,
)
from jurdil.oversight.forms.cases import (
    NO_NAMES,
    PERSON,
    REPORTER_FIELDS,
    EvidenceField,
    actor_choices,
    evidence_choices,
    long_field,
    person_field,
    place_field,
)
from jurdil.oversight.identity import Person
from jurdil.oversight.models.case import CaseParty, CaseReveal

Choices = list[tuple[str, Any]]
YES_NO = [("", _("belum diperiksa")), ("ya", _("terpenuhi")), ("tidak", _("tidak terpenuhi"))]


def paper_field(label: Any, help_text: Any = "") -> forms.CharField:
    """The number of a paper."""
    return forms.CharField(label=label, max_length=120, help_text=help_text)


def moment_field(label: Any) -> forms.DateTimeField:
    """A moment, now unless said otherwise."""
    return forms.DateTimeField(label=label, widget=MomentInput, initial=clock.now)


def upload_field() -> PaperField:
    """The signed paper as a file."""
    return PaperField(label=_("Berkas bertanda tangan"), required=False)


def outcome_choices() -> Choices:
    """Kinds of violation."""
    return [(one.id, say(one.name)) for one in cases.outcomes().values()]


class StepForm(forms.Form):
    """One step of a case: only the fields that this step needs."""

    def __init__(self, *args: Any, step: Step, seen: str, minutes: Choices, **more: Any):
        super().__init__(*args, **more)
        self.step = step
        self.fields["seen"] = forms.CharField(widget=forms.HiddenInput, initial=seen)
        self.fields["paper"] = paper_field(
            _("Nomor %(paper)s") % {"paper": say(step.paper)},
            _("Tanpa nomor ini keadaan perkara tidak berubah."),
        )
        self.fields["taken_at"] = moment_field(_("Waktu"))
        if step.plenary and minutes:
            self.fields["document"] = choose(
                _("Berita acara yang disusun di sini"), minutes, required=False
            )
        if step.reason:
            reasons = [(one.id, say(one.name)) for one in cases.reasons().values()]
            self.fields["reason"] = choose(_("Alasan"), reasons)
        if step.outcome or step.id == "kaji-awal":
            label = _("Hasil menurut pleno") if step.outcome else _("Dugaan jenis pelanggaran")
            self.fields["found"] = forms.MultipleChoiceField(
                label=label,
                choices=outcome_choices(),
                widget=forms.CheckboxSelectMultiple,
                required=step.outcome,
                help_text=_("Satu perkara dapat memuat lebih dari satu."),
            )
        self.fields["note"] = long_field(_("Catatan"), NO_NAMES, rows=3, required=False)
        self.fields["upload"] = upload_field()

    def facts(self) -> dict[str, Any]:
        """What the act takes."""
        data = self.cleaned_data
        new = NewStep(
            step=self.step.id,
            paper=data["paper"],
            taken_at=data["taken_at"],
            reason=data.get("reason", ""),
            found=tuple(data.get("found", ())),
            note=data["note"],
            document_id=chosen_id(data.get("document", "")),
        )
        return {"seen": data["seen"], "new": new, "upload": data["upload"]}


class MoveForm(forms.Form):
    """A case goes to another level."""

    def __init__(self, *args: Any, moves: Iterable[case_words.Move], **more: Any):
        super().__init__(*args, **more)
        self.fields["move"] = choose(_("Perpindahan"), [(m.id, say(m.name)) for m in moves])
        self.fields["paper"] = paper_field(_("Nomor surat atau berita acara"))
        self.fields["taken_at"] = moment_field(_("Waktu"))
        self.fields["note"] = long_field(_("Rekomendasi atau catatan"), NO_NAMES, 3, required=False)

    def facts(self) -> dict[str, Any]:
        """What the act takes."""
        return self.cleaned_data


class CheckForm(forms.Form):
    """The requirements, each met, not met, or not looked at today."""

    def __init__(self, *args: Any, requirements: Iterable[cases.Requirement], **more: Any):
        super().__init__(*args, **more)
        self.known = [one.id for one in requirements]
        for one in cases.requirements():
            if one.id in self.known:
                self.fields[one.id] = forms.ChoiceField(
                    label=say(one.name),
                    choices=YES_NO,
                    required=False,
                    help_text=one.article,
                )
        self.fields["note"] = forms.CharField(label=_("Catatan"), max_length=300, required=False)

    def facts(self) -> dict[str, Any]:
        """What the act takes."""
        data = self.cleaned_data
        met = {name: data[name] == "ya" for name in self.known if data[name]}
        return {"met": met, "note": data["note"]}


class PartyForm(forms.Form):
    """A party of a case."""

    def __init__(self, *args: Any, regime: str, **more: Any):
        super().__init__(*args, **more)
        self.fields["role"] = choose(_("Peran"), CaseParty.Role.choices)
        capacities = [(one.id, say(one.name)) for one in case_words.may_report(regime)]
        kinds = [("", _("Tidak disebut")), *capacities, *actor_choices()]
        unique = list(dict(kinds).items())
        self.fields["capacity"] = forms.ChoiceField(
            label=_("Sebagai"), choices=unique, required=False
        )
        for name in REPORTER_FIELDS:
            self.fields[name] = person_field(name, PERSON[name], required=False)

    def facts(self) -> dict[str, Any]:
        """What the act takes."""
        data = self.cleaned_data
        person = Person(**{name: str(data[name] or "").strip() for name in REPORTER_FIELDS})
        return {"new": NewParty(data["role"], data["capacity"], person)}


class StrikeForm(forms.Form):
    """A party that was entered wrongly."""

    def __init__(self, *args: Any, parties: Choices, **more: Any):
        super().__init__(*args, **more)
        self.fields["party"] = choose(_("Siapa"), parties)
        self.fields["why"] = forms.CharField(label=_("Alasan"), max_length=300, help_text=NO_NAMES)

    def facts(self) -> dict[str, Any]:
        """What the act takes."""
        data = self.cleaned_data
        return {"party_id": int(data["party"]), "why": data["why"]}


class EvidenceForm(forms.Form):
    """A piece of evidence."""

    def __init__(self, *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.fields["kind"] = choose(_("Jenis bukti"), evidence_choices())
        self.fields["about"] = forms.CharField(
            label=_("Keterangan"), max_length=200, required=False, help_text=NO_NAMES
        )
        self.fields["file"] = EvidenceField(
            label=_("Berkas"),
            required=False,
            widget=forms.ClearableFileInput,
            help_text=_("Jenis apa pun, paling besar 25 MB. Nama berkasnya tidak disimpan."),
        )

    def facts(self) -> dict[str, Any]:
        """What the act takes."""
        data = self.cleaned_data
        upload = data["file"][0] if data["file"] else None
        return {"new": NewEvidence(data["kind"], data["about"], upload)}


class FileForm(forms.Form):
    """What a case is called, who is reported, where, and who handles it."""

    def __init__(self, *args: Any, officers: Choices, **more: Any):
        super().__init__(*args, **more)
        self.fields["title"] = forms.CharField(
            label=_("Pokok perkara"), max_length=160, help_text=NO_NAMES
        )
        self.fields["actor"] = choose(_("Siapa yang dilaporkan"), actor_choices())
        self.fields["path"] = place_field()
        self.fields["officer"] = choose(
            _("Petugas perkara"),
            officers,
            required=False,
            empty=_("Belum ditunjuk"),
            help_text=_(
                "Selain ketua dan anggota, hanya petugas ini yang dapat membuka identitas."
            ),
        )

    def facts(self) -> dict[str, Any]:
        """What the act takes."""
        data = self.cleaned_data
        rest = {name: data[name] for name in ("title", "actor", "path")}
        return {**rest, "officer_id": chosen_id(data["officer"])}


class SummonForm(forms.Form):
    """An invitation to a clarification."""

    def __init__(self, *args: Any, parties: Choices, **more: Any):
        super().__init__(*args, **more)
        self.fields["party"] = choose(_("Siapa"), parties)
        self.fields["letter"] = paper_field(_("Nomor undangan"))
        self.fields["held_at"] = moment_field(_("Waktu klarifikasi"))
        self.fields["venue"] = forms.CharField(label=_("Tempat"), max_length=160)

    def facts(self) -> dict[str, Any]:
        """What the act takes."""
        data = self.cleaned_data
        rest = {name: data[name] for name in ("letter", "held_at", "venue")}
        return {**rest, "party_id": int(data["party"])}


class HeardForm(forms.Form):
    """What came of an invitation."""

    came = forms.TypedChoiceField(
        label=_("Hasil"),
        choices=[("1", _("Hadir dan didengar")), ("0", _("Tidak hadir"))],
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
    )
    paper = forms.CharField(
        label=_("Nomor berita acara klarifikasi"), max_length=120, required=False
    )
    oath = forms.BooleanField(label=_("Di bawah sumpah atau janji"), required=False)
    answers = long_field(
        _("Isi keterangan"),
        _("Disimpan tersegel; terbuka bersama identitas, dengan alasan."),
        required=False,
    )


class RevealForm(forms.Form):
    """Why an identity is opened, and whether a form is printed with it."""

    def __init__(self, *args: Any, papers: Choices, **more: Any):
        super().__init__(*args, **more)
        self.fields["why"] = choose(_("Alasan membuka identitas"), CaseReveal.Why.choices)
        self.fields["note"] = forms.CharField(
            label=_("Penjelasan"),
            max_length=300,
            required=False,
            help_text=_("Alasan, nama Anda, dan waktunya tercatat dan dilihat ketua dan anggota."),
        )
        self.fields["paper"] = choose(
            _("Cetak formulir dengan identitas"),
            papers,
            required=False,
            empty=_("Tidak, tampilkan di layar"),
        )
