"""Forms of supervision reports: they check shapes; rules are the acts' own."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import clock
from jurdil.kernel.forms import MomentInput
from jurdil.kernel.language import say
from jurdil.law.oversight import checklists as lists
from jurdil.law.oversight import field_reports as law
from jurdil.law.oversight.checklists import Answer, Checklist, Item
from jurdil.law.text import Text
from jurdil.office.forms.common import choose, day_field, law_choices
from jurdil.oversight.lhp_facts import TEXTS, Report, Witness

Choices = list[tuple[Any, Any]]
YES_NO = [("", _("Belum dijawab")), (lists.YES, _("Ya")), (lists.NO, _("Tidak"))]
PEOPLE = 3
KIND_WORDS = {
    "jumlah": lists.COUNT,
    "count": lists.COUNT,
    "teks": lists.WORDS,
    "text": lists.WORDS,
}
ALARM_WORDS = {"": "", "ya": lists.YES, "yes": lists.YES, "tidak": lists.NO, "no": lists.NO}
"""What somebody may write in either language before and after a question."""
UNITS = [
    ("tps", _("TPS")),
    ("desa", _("Desa/kelurahan")),
    ("kecamatan", _("Kecamatan")),
]


def _text(name: str, label: Any, *, rows: int = 0, required: bool = False, **more: Any) -> Any:
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(
        label=label, max_length=TEXTS[name], required=required, widget=widget, **more
    )


class LhpForm(forms.Form):
    """A report at the office, in the order of Formulir Model A."""

    def __init__(
        self,
        *args: Any,
        places: Choices,
        stages: Choices,
        checklist: Checklist | None,
        **more: Any,
    ):
        super().__init__(*args, **more)
        self.checklist = checklist
        self.fields["stage"] = choose(_("Tahapan yang diawasi"), stages)
        self.fields["order_number"] = _text("order_number", _("Nomor surat tugas"))
        self.fields["order_number"].widget.attrs["list"] = "surat-tugas"
        self.fields["supervisors"] = _text("supervisors", _("Bersama pengawas"))
        self.fields["form"] = choose(_("Bentuk pengawasan"), law_choices(dict(law.forms())))
        self.fields["purpose"] = _text("purpose", _("Tujuan"))
        self.fields["target"] = _text("target", _("Sasaran"))
        self.fields["path"] = choose(_("Tempat"), places)
        self.fields["tps"] = forms.IntegerField(
            label=_("Nomor TPS (bila di TPS)"), required=False, min_value=1, max_value=999
        )
        self.fields["spot"] = _text("spot", _("Lokasi"))
        self.fields["begins_at"] = forms.DateTimeField(label=_("Mulai"), widget=MomentInput)
        self.fields["ends_at"] = forms.DateTimeField(label=_("Selesai"), widget=MomentInput)
        for item in checklist.items if checklist else ():
            self._ask(item)
        self._facts()
        self._people()

    def _ask(self, item: Item) -> None:
        label, help_text = say(item.question), say(item.evidence) if item.evidence else ""
        field: forms.Field
        if item.kind == lists.YES_NO:
            field = forms.ChoiceField(label=label, choices=YES_NO, required=False)
        elif item.kind == lists.COUNT:
            field = forms.IntegerField(
                label=label, required=False, min_value=0, max_value=lists.MOST_COUNT
            )
        else:
            field = forms.CharField(label=label, required=False, max_length=lists.MOST_WORDS)
        field.help_text = help_text
        self.fields[f"q-{item.id}"] = field
        self.fields[f"n-{item.id}"] = forms.CharField(
            label=_("Catatan untuk jawaban di atas"), required=False, max_length=lists.MOST_NOTE
        )

    def _facts(self) -> None:
        self.fields["story"] = _text(
            "story",
            _("Uraian hasil pengawasan"),
            rows=6,
            required=True,
            help_text=_("Apa yang terjadi. Sebut kedudukan, bukan nama orang."),
        )
        self.fields["who"] = _text("who", _("Siapa (kedudukan)"))
        self.fields["why"] = _text("why", _("Mengapa"))
        self.fields["how"] = _text("how", _("Bagaimana"))
        self.fields["oral_advice"] = _text("oral_advice", _("Saran lisan yang disampaikan"))
        self.fields["papers"] = _text("papers", _("Surat, dokumen, tautan video, dan bukti lain"))
        self.fields["violation"] = forms.BooleanField(
            label=_("Ada dugaan pelanggaran"), required=False
        )
        self.fields["event"] = _text("event", _("Peristiwa yang diduga pelanggaran"), rows=3)
        self.fields["dispute"] = forms.BooleanField(
            label=_("Ada potensi sengketa proses"), required=False
        )
        self.fields["dispute_story"] = _text(
            "dispute_story", _("Peristiwa potensi sengketa"), rows=3
        )

    def _people(self) -> None:
        roles = law_choices(dict(law.witness_roles()))
        for at in range(1, PEOPLE + 1):
            self.fields[f"w-{at}-role"] = choose(
                _("Saksi %(at)s, kedudukan") % {"at": at}, roles, required=False
            )
            self.fields[f"w-{at}-name"] = forms.CharField(
                label=_("Nama (disegel)"), required=False, max_length=120
            )
            self.fields[f"w-{at}-contact"] = forms.CharField(
                label=_("Alamat atau telepon (disegel)"), required=False, max_length=120
            )

    def report(self) -> Report:
        """What the act takes."""
        said = self.cleaned_data
        election, _sign, stage = said["stage"].partition(":")
        path = f"{said['path']}/{said['tps']:03d}" if said["tps"] else said["path"]
        return Report(
            path=path,
            begins_at=said["begins_at"],
            ends_at=said["ends_at"],
            election_id=int(election) if election else None,
            stage=stage,
            checklist=self.checklist.key if self.checklist else "",
            violation=said["violation"],
            dispute=said["dispute"],
            answers=self._answers(),
            **{name: said[name] for name in TEXTS},
        )

    def witnesses(self) -> tuple[Witness, ...]:
        """The people who were written down now."""
        said = self.cleaned_data
        rows = [
            Witness(said[f"w-{at}-role"], said[f"w-{at}-name"], said[f"w-{at}-contact"])
            for at in range(1, PEOPLE + 1)
        ]
        return tuple(one for one in rows if one.role or one.name or one.contact)

    def _answers(self) -> dict[str, Answer]:
        said = self.cleaned_data
        items = self.checklist.items if self.checklist else ()
        return {
            one.id: Answer(_plain(said[f"q-{one.id}"]), said[f"n-{one.id}"])
            for one in items
            if _plain(said[f"q-{one.id}"]) or said[f"n-{one.id}"]
        }


def _plain(value: Any) -> str:
    return "" if value is None else str(value)


def initial_of(report: Report, places: Choices) -> dict[str, Any]:
    """A report's fields as its form shows them; a TPS that is no choice itself by its number."""
    path, _sign, tps = report.path.partition("/")
    if report.path in dict(places):
        path, tps = report.path, ""
    found: dict[str, Any] = {name: getattr(report, name) for name in TEXTS}
    for code, one in report.answers.items():
        found |= {f"q-{code}": one.value, f"n-{code}": one.note}
    return found | {
        "stage": f"{report.election_id or ''}:{report.stage}",
        "path": path,
        "tps": int(tps) if tps else None,
        "begins_at": report.begins_at.astimezone(clock.zone()),
        "ends_at": report.ends_at.astimezone(clock.zone()),
        "violation": report.violation,
        "dispute": report.dispute,
    }


class StepForm(forms.Form):
    """A step of whoever examines."""

    step = forms.ChoiceField(
        choices=[(one.value, one.value) for one in law.EXAMINERS_STEPS], widget=forms.HiddenInput
    )
    reason = forms.CharField(
        label=_("Alasan atau yang harus diperbaiki"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class NumberForm(forms.Form):
    """The number of the regency's series."""

    def __init__(self, *args: Any, **more: Any):
        super().__init__(*args, **more)
        series = [(one, one) for one in law.numbering().series]
        self.fields["series"] = choose(_("Kode klasifikasi"), series)
        self.fields["day"] = day_field(_("Tanggal nomor"), initial=clock.today)


class RevealForm(forms.Form):
    """Why an identity is opened."""

    witness_id = forms.IntegerField(widget=forms.HiddenInput)
    purpose = forms.CharField(label=_("Keperluan"), max_length=200)


class EvidenceForm(forms.Form):
    """A photo or a PDF."""

    photo = forms.FileField(label=_("Foto atau PDF"))
    caption = forms.CharField(label=_("Keterangan"), max_length=200, required=False)


class DraftForm(forms.Form):
    """A draft finding from a report."""

    title = forms.CharField(label=_("Judul konsep temuan"), max_length=200)
    rule = forms.CharField(
        label=_("Ketentuan yang diduga dilanggar"),
        max_length=300,
        help_text=_("Misalnya UU 7/2017 Pasal 280 ayat (1) huruf j."),
    )


class ChecklistForm(forms.Form):
    """The office's own version: one question a line."""

    def __init__(self, *args: Any, known: Iterable[Checklist], **more: Any):
        super().__init__(*args, **more)
        self.known = {one.id: one for one in lists.newest(known)}
        names = [(one.id, say(one.name)) for one in self.known.values()]
        self.fields["code"] = choose(
            _("Versi baru dari"), names, required=False, empty=_("Alat kerja baru")
        )
        self.fields["name"] = forms.CharField(label=_("Nama"), max_length=120)
        self.fields["unit"] = choose(
            _("Dihitung lengkap per"), UNITS, required=False, empty=_("Tidak dihitung lengkap")
        )
        self.fields["basis"] = forms.CharField(
            label=_("Dasar"), max_length=200, help_text=_("Surat edaran atau keputusan.")
        )
        self.fields["questions"] = forms.CharField(
            label=_("Pertanyaan"),
            widget=forms.Textarea(attrs={"rows": 12}),
            max_length=20_000,
            help_text=_(
                "Satu baris satu pertanyaan. Awali dengan “jumlah:” untuk angka atau “teks:” untuk "
                "uraian; akhiri dengan “| ya” atau “| tidak” bila jawaban itu berarti masalah."
            ),
        )

    def clean_questions(self) -> tuple[Item, ...]:
        """The questions as items; their ids are their places in the list."""
        lines = [one.strip() for one in self.cleaned_data["questions"].splitlines() if one.strip()]
        return tuple(_item(at, line) for at, line in enumerate(lines, 1))

    def clean(self) -> dict[str, Any]:
        """A new checklist takes no id of another one: it would follow that one as its version."""
        said = super().clean() or self.cleaned_data
        other = self.known.get(_code(said.get("name", "")))
        if other and not said.get("code"):
            self.add_error(
                "name",
                _(
                    "Alat kerja “%(name)s” sudah ada. Pilih di “Versi baru dari”, atau ganti "
                    "namanya."
                )
                % {"name": say(other.name)},
            )
        return said

    def checklist(self) -> Checklist:
        """What the act takes; the version is the act's own."""
        said = self.cleaned_data
        before = self.known.get(said["code"])
        name = said["name"].strip()
        same = before is not None and name in (before.name.id, before.name.en)
        return Checklist(
            id=said["code"] or _code(name),
            version=1,
            name=before.name if before and same else Text(name, name),
            unit=said["unit"],
            stages=before.stages if before else (),
            article=said["basis"].strip(),
            confirmed=True,
            items=tuple(_as_before(one, before) for one in said["questions"]),
        )


def _code(name: str) -> str:
    return slugify(name)[:40] or "alat-kerja"


def _as_before(item: Item, before: Checklist | None) -> Item:
    """A question that stays keeps its translation, its evidence and its least number."""
    asked = (item.kind, item.question.id)
    known = before.items if before else ()
    old = next((one for one in known if (one.kind, one.question.id) == asked), None)
    return replace(old, id=item.id, alarm=item.alarm) if old else item


def _item(at: int, line: str) -> Item:
    head, _sign, rest = line.partition(":")
    kind = KIND_WORDS.get(head.strip().lower(), lists.YES_NO)
    text, _bar, end = (line if kind == lists.YES_NO else rest).partition("|")
    alarm = ALARM_WORDS.get(end.strip().lower())
    if not text.strip() or alarm is None:
        raise forms.ValidationError(
            _("Baris %(at)s tidak dapat dibaca: “%(line)s”."), params={"at": at, "line": line[:80]}
        )
    question = Text(text.strip()[:300], text.strip()[:300])
    return Item(id=f"p{at:02d}", kind=kind, question=question, alarm=alarm, confirmed=True)


def lines_of(checklist: Checklist) -> str:
    """The questions of a version as the form's lines."""
    return "\n".join(_line(one) for one in checklist.items)


def _line(item: Item) -> str:
    kind = "" if item.kind == lists.YES_NO else f"{item.kind}: "
    return f"{kind}{item.question.id}{f' | {item.alarm}' if item.alarm else ''}"


def first_version(before: Checklist | None) -> dict[str, Any]:
    """The form's first values: the version that is followed."""
    if before is None:
        return {}
    return {
        "code": before.id,
        "name": say(before.name),
        "unit": before.unit,
        "questions": lines_of(before),
    }
