"""Forms of the room: they check shapes; rules are the acts' own."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import clock, moments
from jurdil.kernel.forms import DayInput
from jurdil.kernel.language import say
from jurdil.kernel.queries.tasks import Owner
from jurdil.law.text import Text
from jurdil.stages import divisions
from jurdil.stages.queries.deadlines import TriggerRow
from jurdil.stages.queries.schedule import ElectionRow

Choices = list[tuple[str, Any]]
NOBODY: Choices = [("", _("Belum ditunjuk"))]
EVERY_DIVISION: Choices = [("", _("Tanpa divisi"))]


class HourInput(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


def _division() -> forms.ChoiceField:
    return forms.ChoiceField(label=_("Divisi"), required=False)


def _offer(form: forms.Form, name: str, choices: Choices) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices


def division_choices() -> Choices:
    """All divisions, and none."""
    return EVERY_DIVISION + [(d.id, say(d.full)) for d in divisions.divisions()]


def owner_choices(owners: Iterable[Owner]) -> Choices:
    """The people a task can be given to."""
    return [
        (str(owner.id), f"{owner.name} ({say(divisions.short(owner.division))})")
        if owner.division
        else (str(owner.id), owner.name)
        for owner in owners
    ]


class DueForm(forms.Form):
    """A due day, with an hour only where one matters."""

    day = forms.DateField(label=_("Tenggat"), required=False, widget=DayInput)
    hour = forms.TimeField(
        label=_("Jam"),
        required=False,
        widget=HourInput,
        help_text=_("Kosongkan bila boleh sampai akhir hari."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("hour") and not cleaned.get("day"):
            self.add_error("day", _("Jam tanpa hari tidak dapat dihitung. Isi juga harinya."))
        return cleaned

    def due(self) -> datetime | None:
        """The due moment in the office's zone; whole days end with the day."""
        return moment(self.cleaned_data.get("day"), self.cleaned_data.get("hour"))


def moment(day: date | None, hour: time | None) -> datetime | None:
    """A day, or a day with its hour, as a moment of the office's clock."""
    if day is None:
        return None
    zone = clock.zone()
    return datetime.combine(day, hour, zone) if hour else moments.end_of(day, zone)


class TaskForm(DueForm):
    """A new task."""

    title = forms.CharField(label=_("Apa yang harus dikerjakan"), max_length=200)
    election = forms.ChoiceField(label=_("Untuk pemilihan"))
    division = _division()
    owner = forms.ChoiceField(label=_("Pelaksana"), required=False)
    note = forms.CharField(
        label=_("Catatan"), required=False, widget=forms.Textarea, max_length=2000
    )
    field_order = ("title", "election", "day", "hour", "division", "owner", "note")

    def __init__(
        self, *args: Any, elections: Iterable[ElectionRow], owners: Iterable[Owner], **kw: Any
    ):
        super().__init__(*args, **kw)
        _offer(self, "election", [(str(row.id), say(row.name)) for row in elections])
        _offer(self, "division", division_choices())
        _offer(self, "owner", NOBODY + owner_choices(owners))


class CloseTaskForm(forms.Form):
    """What came out of a task."""

    result = forms.CharField(
        label=_("Hasil"),
        widget=forms.Textarea,
        max_length=2000,
        help_text=_("Apa yang selesai, dan di mana buktinya."),
    )
    dropped = forms.BooleanField(label=_("Tugas ini batal, tidak perlu dikerjakan"), required=False)


class WaitForm(forms.Form):
    """From whom instructions are awaited."""

    whom = forms.CharField(label=_("Menunggu petunjuk dari"), max_length=80)
    letter = forms.CharField(
        label=_("Sejak surat"),
        max_length=80,
        required=False,
        help_text=_("Nomor dan tanggal surat yang menjadi dasar menunggu."),
    )


class ReleaseForm(forms.Form):
    """By which letter the wait ended."""

    letter = forms.CharField(
        label=_("Petunjuk datang dengan surat"), max_length=120, required=False
    )


class AssignForm(forms.Form):
    """Who does a task."""

    owner = forms.ChoiceField(label=_("Pelaksana"))

    def __init__(self, *args: Any, owners: Iterable[Owner], **kw: Any):
        super().__init__(*args, **kw)
        _offer(self, "owner", owner_choices(owners))


class MoveForm(DueForm):
    """Another due moment, with the reason."""

    reason = forms.CharField(label=_("Alasan"), max_length=200)


class OpenElectionForm(forms.Form):
    """Which election to open."""

    regime = forms.ChoiceField(label=_("Pemilihan"))
    voting_day = forms.DateField(
        label=_("Hari pemungutan suara"),
        required=False,
        widget=DayInput,
        help_text=_(
            "Kosongkan untuk memakai hari dari peraturan. Hari lain menghasilkan simulasi: "
            "semua tanggal ikut bergeser dan ditandai belum dikonfirmasi."
        ),
    )

    def __init__(self, *args: Any, regimes: Iterable[tuple[str, Text, bool]], **kw: Any):
        super().__init__(*args, **kw)
        draft = _("rancangan, dasar hukum belum ada")
        choices = [(c, f"{say(n)} ({draft})" if d else say(n)) for c, n, d in regimes]
        _offer(self, "regime", choices)


class CloseElectionForm(forms.Form):
    """Why an election is closed."""

    reason = forms.CharField(label=_("Alasan menutup"), max_length=200)


class ChangeForm(forms.Form):
    """What a new schedule stands on."""

    basis = forms.CharField(
        label=_("Dasar hukum"),
        max_length=200,
        help_text=_("Nomor dan tahun peraturan atau keputusan, misalnya PKPU 3/2022."),
    )
    reason = forms.CharField(label=_("Alasan atau catatan"), max_length=500, required=False)


class ChangeFileForm(ChangeForm):
    """A new schedule, with its dates from a table if there is one."""

    table = forms.FileField(
        label=_("Tabel CSV atau XLSX"),
        required=False,
        help_text=_(
            "Unduh jadwal yang berlaku, ubah tanggalnya, lalu unggah di sini. Bila kosong, "
            "tanggal diambil dari isian di bawah."
        ),
    )


class EventForm(forms.Form):
    """An event that deadlines count from."""

    trigger = forms.ChoiceField(label=_("Peristiwa"))
    day = forms.DateField(label=_("Hari"), widget=DayInput)
    hour = forms.TimeField(
        label=_("Jam"),
        required=False,
        widget=HourInput,
        help_text=_("Isi bila tenggatnya dihitung dalam jam, misalnya 3×24 jam."),
    )
    case = forms.CharField(
        label=_("Nomor perkara atau register"),
        max_length=30,
        required=False,
        help_text=_(
            "Isi bila peristiwa ini dapat terjadi beberapa kali, misalnya satu permohonan "
            "informasi. Kosongkan untuk peristiwa yang terjadi satu kali."
        ),
    )
    basis = forms.CharField(
        label=_("Bukti"), max_length=200, help_text=_("Nomor dan tanggal surat atau catatan.")
    )
    division = _division()

    def __init__(self, *args: Any, triggers: Iterable[TriggerRow], **kw: Any):
        super().__init__(*args, **kw)
        _offer(self, "trigger", [(row.id, say(row.name)) for row in triggers])
        _offer(self, "division", division_choices())

    def at(self) -> datetime | None:
        """The minute of the event; None when only its day is known."""
        hour = self.cleaned_data.get("hour")
        return moment(self.cleaned_data["day"], hour) if hour else None


class FeedForm(forms.Form):
    """Whose calendar."""

    division = forms.ChoiceField(
        label=_("Isi langganan"),
        required=False,
        help_text=_("Tugas Anda sendiri, atau jadwal dan tugas satu divisi."),
    )

    def __init__(self, *args: Any, **kw: Any):
        super().__init__(*args, **kw)
        own: Choices = [("", _("Tugas saya"))]
        _offer(self, "division", own + [(d.id, say(d.full)) for d in divisions.divisions()])


class TableForm(forms.Form):
    """A table of the first hour."""

    table = forms.FileField(label=_("Berkas XLSX atau CSV"))
