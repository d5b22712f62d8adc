"""Forms of what follows a case: Gakkumdu, police and court, hearings, referrals, the index."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import clock
from jurdil.kernel.forms import DayInput
from jurdil.kernel.language import say
from jurdil.law.oversight import case_words, cases
from jurdil.office.forms.common import choose, law_choices
from jurdil.oversight import scoring
from jurdil.oversight.case_records import NewMeeting, NewReferral
from jurdil.oversight.forms.case_work import (
    Choices,
    moment_field,
    outcome_choices,
    paper_field,
    upload_field,
)
from jurdil.oversight.forms.cases import NO_NAMES, long_field
from jurdil.oversight.models.case_work import CaseHearing, CaseReferral

MARKS = {"+": "ya", "-": "tidak", "?": "belum"}


class MeetingForm(forms.Form):
    """A meeting of Gakkumdu; elements are lines, each begun with + (met), - (not) or ?."""

    def __init__(self, *args: Any, **more: Any):
        super().__init__(*args, **more)
        stages = [(one.id, say(one.name)) for one in cases.gakkumdu()]
        self.fields["stage"] = choose(_("Tahap"), stages)
        self.fields["held_at"] = moment_field(_("Waktu pembahasan"))
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
        self.fields["paper"] = paper_field(_("Nomor berita acara pembahasan"))
        self.fields["upload"] = upload_field()

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
        self.fields["happened_at"] = moment_field(_("Waktu"))
        self.fields["paper"] = forms.CharField(
            label=_("Nomor surat, berkas, atau putusan"), max_length=120, required=False
        )
        self.fields["note"] = long_field(_("Isi singkat"), NO_NAMES, 3, required=False)
        self.fields["upload"] = upload_field()

    def facts(self) -> dict[str, Any]:
        """What the act takes."""
        return self.cleaned_data


class HearingForm(forms.Form):
    """A hearing of an administrative violation."""

    def __init__(self, *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.fields["agenda"] = choose(_("Acara"), CaseHearing.Agenda.choices)
        self.fields["held_at"] = moment_field(_("Waktu sidang"))
        self.fields["paper"] = paper_field(_("Nomor berita acara atau putusan"))
        self.fields["summary"] = long_field(_("Isi singkat"), NO_NAMES, 4, required=False)
        self.fields["upload"] = upload_field()

    def facts(self) -> dict[str, Any]:
        """What the act takes."""
        return self.cleaned_data


class ReferralForm(forms.Form):
    """Where a decided case goes."""

    def __init__(self, *args: Any, outcomes: Iterable[str], suggested: Choices, **more: Any):
        super().__init__(*args, **more)
        wanted = [(code, name) for code, name in outcome_choices() if code in set(outcomes)]
        self.fields["outcome"] = choose(_("Hasil yang diteruskan"), wanted)
        office = [] if "kpu" in dict(suggested) else [("kpu", _("KPU Kabupaten/Kota"))]
        others = [*office, ("lain", _("Lainnya, tulis namanya"))]
        self.fields["to"] = choose(_("Tujuan"), [*suggested, *others])
        self.fields["to_name"] = forms.CharField(label=_("Kepada"), max_length=160)
        self.fields["letter"] = paper_field(_("Nomor surat atau putusan"))
        self.fields["sent_on"] = forms.DateField(
            label=_("Tanggal"), widget=DayInput, initial=clock.today
        )
        self.fields["content"] = long_field(_("Isi atau amar"), NO_NAMES, 4, required=False)
        self.fields["upload"] = upload_field()

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
