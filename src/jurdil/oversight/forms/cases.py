"""Forms by which findings and reports come in. Names go into the fields of persons only."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import clock
from jurdil.kernel.brought import KINDS, Upload
from jurdil.kernel.forms import PLACE, DayInput, MomentInput
from jurdil.kernel.language import say
from jurdil.law.oversight import case_words
from jurdil.office.forms.common import choose
from jurdil.oversight.case_records import NewCase, NewEvidence, NewParty
from jurdil.oversight.identity import Person
from jurdil.oversight.models.case import Case, CaseEvidence

LONG, MEGABYTES, MOST = 12_000, 25, 6
UNKNOWN = "belum-diketahui"
NO_NAMES = _("Tanpa nama orang dan nomor identitas; nama ditulis di kolom orangnya.")
SEXES = [("", _("Tidak disebut")), ("L", _("Laki-laki")), ("P", _("Perempuan"))]
ONLINE_KINDS = [
    ("laporan", _("Laporan: saya menyebut nama dan akan datang membawa identitas dan bukti")),
    ("informasi", _("Informasi awal: tanpa nama; pengawas menelusurinya")),
]
PERSON = {
    "name": _("Nama"),
    "nik": _("NIK"),
    "birth_place": _("Tempat lahir"),
    "birth_date": _("Tanggal lahir"),
    "sex": _("Jenis kelamin"),
    "job": _("Pekerjaan"),
    "citizenship": _("Kewarganegaraan"),
    "address": _("Alamat"),
    "phone": _("Telepon"),
    "email": _("Surel"),
}
REPORTER_FIELDS = tuple(PERSON)
OTHER_FIELDS = ("name", "address", "phone")


class Several(forms.ClearableFileInput):
    """An input for more than one file."""

    allow_multiple_selected = True


class EvidenceField(forms.FileField):
    """Files of any type, a few at once; their true type is told by their first bytes."""

    widget = Several

    def clean(self, data: Any, initial: Any = None) -> tuple[Upload, ...]:
        given = data if isinstance(data, list | tuple) else [data] if data else []
        if len(given) > MOST:
            raise forms.ValidationError(
                _("Paling banyak %(most)s berkas sekali kirim."), params={"most": MOST}
            )
        return tuple(self._one(file) for file in given)

    def _one(self, file: Any) -> Upload:
        if file.size > MEGABYTES * 1024 * 1024:
            raise forms.ValidationError(
                _("Berkas ini %(size)s MB; paling besar %(most)s MB. Bawa dengan penyimpan luar."),
                params={"size": file.size // (1024 * 1024), "most": MEGABYTES},
            )
        if not file.size:
            raise forms.ValidationError(_("Berkas ini kosong."))
        content = file.read()
        kind = next((kind for mark, kind in KINDS.items() if content.startswith(mark)), "")
        return Upload(file.name, content, kind)


def place_field() -> forms.CharField:
    """A place by its code."""
    return forms.CharField(
        label=_("Kode tempat kejadian"),
        help_text=_("Kecamatan seperti 73.12.01, desa 73.12.01.1001, TPS 73.12.01.1001/007."),
        validators=[RegexValidator(PLACE, _("Kode tempat berbentuk 73.12.01.1001/007."))],
    )


def long_field(label: Any, help_text: Any = "", rows: int = 6, **more: Any) -> forms.CharField:
    """Text of several lines."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=help_text, max_length=LONG, widget=area, **more)


def person_field(name: str, label: Any, **more: Any) -> forms.Field:
    """A field of a person; what a browser remembers of it is switched off."""
    attrs: dict[str, object] = {"autocomplete": "off"}
    if name == "sex":
        return forms.ChoiceField(label=label, choices=SEXES, **more)
    if name == "birth_date":
        return forms.DateField(label=label, widget=DayInput(attrs), **more)
    if name == "nik":
        digits = RegexValidator(r"^\d{16}$", _("NIK terdiri dari 16 angka."))
        return forms.CharField(
            label=label, widget=forms.TextInput(attrs), validators=[digits], **more
        )
    return forms.CharField(label=label, max_length=200, widget=forms.TextInput(attrs), **more)


def actor_choices() -> list[tuple[str, str]]:
    """Kinds of reported parties."""
    return [(one.id, say(one.name)) for one in case_words.actors().values()]


def evidence_choices(identity: bool = True) -> list[tuple[str, Any]]:
    """Kinds of evidence."""
    rows = CaseEvidence.Kind.choices
    return [(code, name) for code, name in rows if identity or code != "identitas"]


class _Case(forms.Form):
    """What every way in asks: where, when, what happened, who is reported, the evidence."""

    known_required = True

    def __init__(self, *args: Any, elections: list[tuple[str, str]], **more: Any):
        super().__init__(*args, **more)
        self.fields["election"] = choose(_("Pemilihan"), elections)
        self.fields["path"] = place_field()
        self.fields["actor"] = choose(_("Siapa yang dilaporkan"), actor_choices())
        self.fields["happened_on"] = forms.DateField(
            label=_("Hari kejadian"), widget=DayInput, required=self.known_required
        )
        self.fields["known_on"] = forms.DateField(
            label=_("Hari diketahui"),
            widget=DayInput,
            required=self.known_required,
            help_text=_("Batas waktu melapor dihitung dari hari ini."),
        )
        self.fields["where"] = forms.CharField(
            label=_("Tempat kejadian"), max_length=200, required=False
        )
        self.fields["story"] = long_field(_("Uraian singkat kejadian"), NO_NAMES)
        self.fields["evidence"] = EvidenceField(
            label=_("Bukti"),
            required=False,
            help_text=_("Berkas jenis apa pun, paling banyak 6 sekali kirim, masing-masing 25 MB."),
        )
        self.fields["evidence_about"] = forms.CharField(
            label=_("Keterangan bukti"), max_length=200, required=False
        )

    def _add_person(self, prefix: str, fields: tuple[str, ...], required: bool = True) -> None:
        for name in fields:
            needed = required and name in ("name", "address")
            field = person_field(name, PERSON[name], required=needed)
            self.fields[f"{prefix}_{name}"] = field

    def _person(self, prefix: str, fields: tuple[str, ...]) -> Person:
        given = {name: self.cleaned_data.get(f"{prefix}_{name}") or "" for name in fields}
        return Person(**{name: str(value).strip() for name, value in given.items()})

    def _evidence(self) -> tuple[NewEvidence, ...]:
        about = self.cleaned_data["evidence_about"]
        files = self.cleaned_data["evidence"] or ()
        made = tuple(NewEvidence(_kind(one), about, one) for one in files)
        return made or ((NewEvidence("barang", about),) if about else ())

    def _new(self, *parties: NewParty, **more: Any) -> NewCase:
        values = {name: self.cleaned_data[name] for name in ("path", "actor", "where", "story")}
        days = {name: self.cleaned_data[name] for name in ("happened_on", "known_on")}
        known = tuple(party for party in parties if party.person.known)
        return NewCase(parties=known, evidence=self._evidence(), **values, **days, **more)

    @property
    def election_id(self) -> int:
        """The chosen election."""
        return int(self.cleaned_data["election"])

    def part(self, name: str) -> list[forms.BoundField]:
        """The fields of a person, or all the others for ''."""
        people = ("reporter_", "reported_", "witness_")
        if name:
            return [self[one] for one in self.fields if one.startswith(name)]
        return [self[one] for one in self.fields if not one.startswith(people)]

    @property
    def about(self) -> list[forms.BoundField]:
        return self.part("")

    @property
    def reporter(self) -> list[forms.BoundField]:
        return self.part("reporter_")

    @property
    def reported(self) -> list[forms.BoundField]:
        return self.part("reported_")

    @property
    def witness(self) -> list[forms.BoundField]:
        return self.part("witness_")


def _kind(upload: Upload) -> str:
    if upload.media_type.startswith("image/"):
        return CaseEvidence.Kind.PHOTO
    return CaseEvidence.Kind.LETTER


class ReportForm(_Case):
    """A report at the desk, with the fields of the annex of Perbawaslu 9/2024."""

    field_order = ("election", "received_at", "title", "path", "actor")

    def __init__(self, *args: Any, regime: str, **more: Any):
        super().__init__(*args, **more)
        self.fields["received_at"] = forms.DateTimeField(
            label=_("Diterima"), widget=MomentInput, initial=clock.now
        )
        self.fields["title"] = forms.CharField(
            label=_("Pokok laporan"), max_length=160, help_text=NO_NAMES
        )
        capacities = [(one.id, say(one.name)) for one in case_words.may_report(regime)]
        self.fields["reporter_capacity"] = choose(_("Melapor sebagai"), capacities)
        self._add_person("reporter", REPORTER_FIELDS)
        self._add_person("reported", OTHER_FIELDS, required=False)
        self.fields["reported_name"].required = True
        self._add_person("witness", OTHER_FIELDS, required=False)
        self.order_fields(self.field_order)

    def new(self) -> NewCase:
        """What the act takes."""
        data = self.cleaned_data
        reporter = self._person("reporter", REPORTER_FIELDS)
        return self._new(
            NewParty("pelapor", data["reporter_capacity"], reporter),
            NewParty("terlapor", data["actor"], self._person("reported", OTHER_FIELDS)),
            NewParty("saksi", "", self._person("witness", OTHER_FIELDS)),
            title=data["title"],
            received_at=data["received_at"],
            channel=Case.Channel.DESK,
        )


class FindingForm(_Case):
    """A finding of the overseer."""

    field_order = ("election", "title", "path", "actor")

    def __init__(self, *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.fields["title"] = forms.CharField(
            label=_("Pokok temuan"), max_length=160, help_text=NO_NAMES
        )
        self._add_person("reported", OTHER_FIELDS, required=False)
        self._add_person("witness", OTHER_FIELDS, required=False)
        self.order_fields(self.field_order)

    def new(self) -> NewCase:
        """What the act takes."""
        reported = self._person("reported", OTHER_FIELDS)
        return self._new(
            NewParty("terlapor", self.cleaned_data["actor"], reported),
            NewParty("saksi", "", self._person("witness", OTHER_FIELDS)),
            title=self.cleaned_data["title"],
        )


class TipForm(_Case):
    """First information by telephone, message or hearsay; nobody needs to be named."""

    known_required = False

    def __init__(self, *args: Any, **more: Any):
        super().__init__(*args, **more)
        self.fields["channel"] = choose(
            _("Cara"),
            [(one.value, one.label) for one in Case.Channel if one.value not in ("daring",)],
        )
        self.fields["title"] = forms.CharField(label=_("Pokok"), max_length=160, help_text=NO_NAMES)
        self.order_fields(("election", "channel", "title", "path", "actor"))

    def new(self) -> NewCase:
        """What the act takes."""
        data = self.cleaned_data
        return self._new(title=data["title"], channel=data["channel"])


class OnlineForm(_Case):
    """What anybody sends by the public page: a report with a name, or first information."""

    known_required = False

    def __init__(self, *args: Any, places: list[tuple[str, Any]], **more: Any):
        super().__init__(*args, **more)
        self.fields["path"] = choose(_("Desa atau kecamatan kejadian"), places)
        self.fields["actor"].initial = UNKNOWN
        self.fields["kind"] = forms.ChoiceField(
            label=_("Yang Anda sampaikan"), choices=ONLINE_KINDS, widget=forms.RadioSelect
        )
        self.fields["story"].help_text = _("Apa yang terjadi, siapa yang melakukannya, bagaimana.")
        self._add_person("reporter", ("name", "phone", "email", "address"), required=False)
        self._add_person("reported", ("name", "address"), required=False)
        self.order_fields(("kind", "election", "path", "actor"))

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if found.get("kind") != "laporan":
            return found
        for name in ("reporter_name", "known_on"):
            if not found.get(name):
                self.add_error(name, _("Isi kolom ini untuk sebuah laporan."))
        if not (found.get("reporter_phone") or found.get("reporter_email")):
            self.add_error(
                "reporter_phone", _("Isi telepon atau surel agar kami dapat menghubungi.")
            )
        return found

    def new(self) -> NewCase:
        """What the act takes; first information carries no reporter, whatever was typed."""
        reported = NewParty(
            "terlapor", self.cleaned_data["actor"], self._person("reported", ("name", "address"))
        )
        if self.cleaned_data["kind"] != "laporan":
            return self._new(reported)
        own = ("name", "phone", "email", "address")
        return self._new(NewParty("pelapor", "warga", self._person("reporter", own)), reported)


class StatusForm(forms.Form):
    """The code on the receipt."""

    kode = forms.CharField(
        label=_("Kode tanda terima"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocapitalize": "characters", "autocomplete": "off"}),
    )
