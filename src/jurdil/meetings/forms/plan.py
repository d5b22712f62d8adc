"""Planning a meeting: what, where, its sessions, its agenda, its speakers and files."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import clock
from jurdil.kernel.brought import PhotoField
from jurdil.kernel.document_forms import Lines
from jurdil.kernel.forms import DayInput
from jurdil.kernel.language import say
from jurdil.kernel.queries.header import ElectionChoice
from jurdil.law.meetings.kinds import kinds
from jurdil.law.text import Text
from jurdil.meetings.records import NewSession, Plan
from jurdil.stages import divisions

MOST_DAYS = 14

Choices = list[tuple[str, Any]]


class HourInput(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


def division_choices() -> Choices:
    """All divisions, and none."""
    return [("", _("Seluruh kantor"))] + [(d.id, say(d.full)) for d in divisions.divisions()]


def kind_choices() -> Choices:
    """The kinds of meetings."""
    return [(one.id, say(one.name)) for one in kinds()]


class PlanForm(forms.Form):
    """Everything of a meeting but its sessions."""

    title = forms.CharField(label=_("Judul"), max_length=200)
    venue = forms.CharField(label=_("Tempat"), max_length=200, required=False)
    online = forms.CharField(
        label=_("Alamat daring"),
        max_length=200,
        required=False,
        help_text=_("Tautan atau nomor rapat, bila ada yang ikut dari jauh."),
    )
    division = forms.ChoiceField(label=_("Divisi penyelenggara"), required=False)
    chair = forms.CharField(label=_("Pimpinan rapat"), max_length=120, required=False)
    agenda = Lines(label=_("Acara"), required=False, help_text=_("Satu baris satu pokok bahasan."))
    stage = forms.ChoiceField(
        label=_("Tahapan yang dibahas"),
        required=False,
        help_text=_("Rapat ini tampil juga pada halaman tahapannya."),
    )

    def __init__(self, *args: Any, stages: Iterable[tuple[str, Text]] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        offer(self, "division", division_choices())
        names = [(code, say(name)) for code, name in stages]
        offer(self, "stage", [("", _("Tidak terikat tahapan")), *names])

    def plan(
        self, sessions: Iterable[NewSession], before: Plan | None = None, *, note_taker: str = ""
    ) -> Plan:
        """The plan; agenda lines that stood there before keep their stage."""
        data = self.cleaned_data
        kept = dict(before.agenda) if before else {}
        return Plan(
            title=data["title"],
            venue=data["venue"],
            sessions=tuple(sessions),
            online=data["online"],
            division=data["division"],
            chair=data["chair"],
            note_taker=note_taker or (before.note_taker if before else ""),
            agenda=tuple((text, data["stage"] or kept.get(text, "")) for text in data["agenda"]),
        )


class NewMeetingForm(PlanForm):
    """A new meeting: its kind, its election, and days with the same hours."""

    kind = forms.ChoiceField(label=_("Jenis"))
    election = forms.ChoiceField(label=_("Pemilihan atau kerja rutin"))
    day = forms.DateField(label=_("Hari"), widget=DayInput)
    opens = forms.TimeField(label=_("Mulai"), widget=HourInput)
    closes = forms.TimeField(label=_("Berakhir"), widget=HourInput)
    days = forms.IntegerField(
        label=_("Berapa hari berturut-turut"),
        min_value=1,
        max_value=MOST_DAYS,
        initial=1,
        help_text=_("Jam tiap hari dapat diubah kemudian."),
    )
    field_order = [
        "kind",
        "title",
        "election",
        "day",
        "opens",
        "closes",
        "days",
        "venue",
        "online",
    ]

    def __init__(
        self, *args: Any, elections: Iterable[ElectionChoice], subject: str = "", **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.subject = subject
        offer(self, "kind", kind_choices())
        offer(self, "election", [(str(one.id), say(one.name)) for one in elections])
        del self.fields["stage"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        cleaned["stage"] = ""
        opens, closes = cleaned.get("opens"), cleaned.get("closes")
        if opens and closes and closes <= opens:
            self.add_error("closes", _now("Jam selesai harus sesudah jam mulai."))
        return cleaned

    def sessions(self) -> tuple[NewSession, ...]:
        """A session on every day."""
        data = self.cleaned_data
        days = [data["day"] + timedelta(days=at) for at in range(data["days"])]
        return tuple(session(day, data["opens"], data["closes"]) for day in days)


def session(day: date, opens: time, closes: time, name: str = "", venue: str = "") -> NewSession:
    """A session by the office's clock."""
    zone = clock.zone()
    return NewSession(
        datetime.combine(day, opens, zone), datetime.combine(day, closes, zone), name, venue
    )


class SessionForm(forms.Form):
    """One session of a meeting."""

    day = forms.DateField(label=_("Hari"), widget=DayInput)
    opens = forms.TimeField(label=_("Mulai"), widget=HourInput)
    closes = forms.TimeField(label=_("Berakhir"), widget=HourInput)
    name = forms.CharField(label=_("Nama sesi"), max_length=120, required=False)
    venue = forms.CharField(label=_("Tempat, bila berbeda"), max_length=200, required=False)


SessionForms = forms.formset_factory(SessionForm, extra=1, can_delete=True, max_num=30)


def sessions_of(rows: Any) -> tuple[NewSession, ...]:
    """The filled rows of a `SessionForms` that are kept."""
    kept = [row.cleaned_data for row in rows if row.cleaned_data]
    return tuple(
        session(one["day"], one["opens"], one["closes"], one["name"], one["venue"])
        for one in kept
        if not one.get("DELETE")
    )


def initial_sessions(plan: Plan) -> list[dict[str, Any]]:
    """The sessions of a plan as rows of `SessionForms`."""
    zone = clock.zone()
    return [
        {
            "day": one.opens.astimezone(zone).date(),
            "opens": one.opens.astimezone(zone).time(),
            "closes": one.closes.astimezone(zone).time(),
            "name": one.name,
            "venue": one.venue,
        }
        for one in plan.sessions
    ]


class SpeakerForm(forms.Form):
    """Who speaks about what."""

    session_id = forms.TypedChoiceField(label=_("Sesi"), coerce=int)
    name = forms.CharField(label=_("Nama narasumber"), max_length=120)
    institution = forms.CharField(label=_("Dari"), max_length=160, required=False)
    topic = forms.CharField(label=_("Topik"), max_length=200)

    def __init__(self, *args: Any, sessions: Choices, **more: Any) -> None:
        super().__init__(*args, **more)
        offer(self, "session_id", sessions)


class FileForm(forms.Form):
    """A photo or PDF."""

    kind = forms.ChoiceField(
        label=_("Jenis berkas"),
        choices=[
            ("foto", _("Foto")),
            ("daftar-hadir", _("Daftar hadir bertanda tangan")),
            ("ba", _("Berita acara bertanda tangan basah")),
            ("materi", _("Materi")),
            ("lain", _("Berkas lain")),
        ],
    )
    file = PhotoField(label=_("Berkas (PDF, JPEG, atau PNG)"))
    caption = forms.CharField(label=_("Keterangan"), max_length=200, required=False)

    def values(self) -> dict[str, Any]:
        """The arguments of the act."""
        data = self.cleaned_data
        return {"kind": data["kind"], "caption": data["caption"], **vars(data["file"])}


class ReasonForm(forms.Form):
    """Why a meeting is put off or cancelled."""

    reason = forms.CharField(label=_("Alasan"), widget=forms.Textarea(attrs={"rows": 2}))


def offer(form: forms.Form, name: str, choices: Choices) -> None:
    """Give a field its choices."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices
