"""Forms by which work on a case is recorded; each tells the act what to do."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import clock
from jurdil.kernel.brought import PaperField
from jurdil.kernel.forms import DayInput, MomentInput
from jurdil.kernel.language import say
from jurdil.law.oversight import case_words, cases
from jurdil.law.oversight.cases import Step
from jurdil.office.forms.common import choose, chosen_id, law_choices
from jurdil.oversight import scoring
from jurdil.oversight.case_records import (
    NewEvidence,
    NewMeeting,
    NewParty,
    NewReferral,
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
from jurdil.oversight.models.case_work import CaseHearing, CaseReferral

Choices = list[tuple[str, Any]]
YES_NO = [("", _("belum diperiksa")), ("ya", _("terpenuhi")), ("tidak", _("tidak terpenuhi"))]
MARKS = {"+": "ya", "-": "tidak", "?": "belum"}


def _paper(label: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=120, help_text=help_text)


def _moment(label: Any) -> forms.DateTimeField:
    return forms.DateTimeField(label=label, widget=MomentInput, initial=clock.now)


def _upload() -> PaperField:
    return PaperField(label=_("Berkas bertanda tangan"), required=False)


def outcome_choices() -> Choices:
    """Kinds of violation."""
    return [(one.id, say(one.name)) for one in cases.outcomes().values()]


class StepForm(forms.Form):
    """One step of a case: only the fields that this step needs."""

    def __init__(self, *args: Any, step: Step, seen: str, **more: Any):
        super().__init__(*args, **more)
        self.step = step
        self.fields["seen"] = forms.CharField(widget=forms.HiddenInput, initial=seen)
        self.fields["paper"] = _paper(
            _("Nomor %(paper)s") % {"paper": say(step.paper)},
            _("Tanpa nomor ini keadaan perkara tidak berubah."),
        )
        self.fields["taken_at"] = _moment(_("Waktu"))
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
        self.fields["upload"] = _upload()

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
        )
        return {"seen": data["seen"], "new": new, "upload": data["upload"]}


class MoveForm(forms.Form):
    """A case goes to another level."""

    def __init__(self, *args: Any, moves: Iterable[case_words.Move], **more: Any):
        super().__init__(*args, **more)
        self.fields["move"] = choose(_("Perpindahan"), [(m.id, say(m.name)) for m in moves])
        self.fields["paper"] = _paper(_("Nomor surat atau berita acara"))
        self.fields["taken_at"] = _moment(_("Waktu"))
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
        self.fields["letter"] = _paper(_("Nomor undangan"))
        self.fields["held_at"] = _moment(_("Waktu klarifikasi"))
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


class MeetingForm(forms.Form):
    """A meeting of Gakkumdu; elements are lines, each begun with + (met), - (not) or ?."""

    def __init__(self, *args: Any, **more: Any):
        super().__init__(*args, **more)
        stages = [(one.id, say(one.name)) for one in cases.gakkumdu()]
        self.fields["stage"] = choose(_("Tahap"), stages)
        self.fields["held_at"] = _moment(_("Waktu pembahasan"))
        for code, one in case_words.institutions().items():
            self.fields[f"members_{code}"] = long_field(
                _("Hadir dari %(who)s") % {"who": say(one.name)}, _("Satu orang satu baris."), 2
            )
        self.fields["article"] = forms.CharField(label=_("Pasal yang diuji"), max_length=160)
        self.fields["elements"] = long_field(
            _("Unsur pasal"),
            _("Satu unsur satu baris; awali dengan + terpenuhi, - tidak terpenuhi, ? belum jelas."),
        )
        for code, one in case_words.institutions().items():
            self.fields[f"opinion_{code}"] = long_field(
                _("Pendapat %(who)s") % {"who": say(one.name)}, "", 2, required=False
            )
        self.fields["conclusion"] = long_field(_("Kesimpulan"), "", 3)
        self.fields["likely"] = forms.BooleanField(
            label=_("Dugaan tindak pidana terpenuhi"), required=False
        )
        self.fields["paper"] = _paper(_("Nomor berita acara pembahasan"))
        self.fields["upload"] = _upload()

    def clean_elements(self) -> list[dict[str, str]]:
        """The lines as elements with their mark."""
        found = []
        for line in self.cleaned_data["elements"].splitlines():
            if not (text := line.strip()):
                continue
            if text[0] not in MARKS or not text[1:].strip():
                raise forms.ValidationError(
                    _("Baris “%(line)s” belum diawali +, -, atau ?."), params={"line": text[:60]}
                )
            found.append({"element": text[1:].strip(), "met": MARKS[text[0]]})
        return found

    def facts(self) -> dict[str, Any]:
        """What the act takes."""
        data = self.cleaned_data
        known = case_words.institutions()
        new = NewMeeting(
            stage=data["stage"],
            held_at=data["held_at"],
            members={code: _lines(data[f"members_{code}"]) for code in known},
            articles=[{"article": data["article"], "elements": data["elements"]}],
            opinions={code: data[f"opinion_{code}"] for code in known},
            conclusion=data["conclusion"],
            likely=data["likely"],
            paper=data["paper"],
        )
        return {"new": new, "upload": data["upload"]}


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class EventForm(forms.Form):
    """What happened before police, prosecutor or court."""

    def __init__(self, *args: Any, **more: Any):
        super().__init__(*args, **more)
        events = [(one.id, say(one.name)) for one in case_words.events().values()]
        self.fields["event"] = choose(_("Kejadian"), events)
        self.fields["happened_at"] = _moment(_("Waktu"))
        self.fields["paper"] = forms.CharField(
            label=_("Nomor surat, berkas, atau putusan"), max_length=120, required=False
        )
        self.fields["note"] = long_field(_("Isi singkat"), NO_NAMES, 3, required=False)
        self.fields["upload"] = _upload()

    def facts(self) -> dict[str, Any]:
        """What the act takes."""
        return self.cleaned_data


class HearingForm(forms.Form):
    """A hearing of an administrative violation."""

    def __init__(self, *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.fields["agenda"] = choose(_("Acara"), CaseHearing.Agenda.choices)
        self.fields["held_at"] = _moment(_("Waktu sidang"))
        self.fields["paper"] = _paper(_("Nomor berita acara atau putusan"))
        self.fields["summary"] = long_field(_("Isi singkat"), NO_NAMES, 4, required=False)
        self.fields["upload"] = _upload()

    def facts(self) -> dict[str, Any]:
        """What the act takes."""
        return self.cleaned_data


class ReferralForm(forms.Form):
    """Where a decided case goes."""

    def __init__(self, *args: Any, outcomes: Iterable[str], suggested: Choices, **more: Any):
        super().__init__(*args, **more)
        wanted = [(code, name) for code, name in outcome_choices() if code in set(outcomes)]
        self.fields["outcome"] = choose(_("Hasil yang diteruskan"), wanted)
        self.fields["to"] = choose(_("Tujuan"), [*suggested, ("lain", _("Lainnya, tulis namanya"))])
        self.fields["to_name"] = forms.CharField(label=_("Kepada"), max_length=160)
        self.fields["letter"] = _paper(_("Nomor surat atau putusan"))
        self.fields["sent_on"] = forms.DateField(
            label=_("Tanggal"), widget=DayInput, initial=clock.today
        )
        self.fields["content"] = long_field(_("Isi atau amar"), NO_NAMES, 4, required=False)
        self.fields["upload"] = _upload()

    def facts(self) -> dict[str, Any]:
        """What the act takes."""
        data = dict(self.cleaned_data)
        upload = data.pop("upload")
        return {"new": NewReferral(**data), "upload": upload}


class ResultForm(forms.Form):
    """What became of a referral."""

    result = forms.ChoiceField(
        label=_("Hasil"),
        choices=[one for one in CaseReferral.Result.choices if one[0] != "menunggu"],
        widget=forms.RadioSelect,
    )
    answer = long_field(_("Isi jawaban"), NO_NAMES, 4)
    letter = forms.CharField(label=_("Nomor surat jawaban"), max_length=120, required=False)
    answered_on = forms.DateField(label=_("Tanggal jawaban"), widget=DayInput)


class IndexForm(forms.Form):
    """An event of the index proposed from a case."""

    def __init__(self, *args: Any, **more: Any):
        super().__init__(*args, **more)
        edition = scoring.edition()
        rows = [(str(n), f"{n}. {say(one.name)}") for n, one in edition.indicators.items()]
        self.fields["indicator"] = choose(_("Indikator"), rows)
        levels = law_choices(dict(edition.severities))
        self.fields["severity"] = choose(_("Tingkat kejadian"), levels)
        self.fields["narrative"] = long_field(_("Apa yang terjadi"), NO_NAMES, 4)

    def facts(self) -> dict[str, Any]:
        """What the act takes."""
        return {**self.cleaned_data, "indicator": int(self.cleaned_data["indicator"])}


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
