"""Forms of papers: plain text boxes, one line a paragraph or a point."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.documents.kinds import KINDS

LONGEST_TITLE = 200
MOST_BYTES = 10 * 1024 * 1024


def kind_choices() -> list[tuple[str, str]]:
    """The kinds that people write themselves; papers of a room are drafted there."""
    language = get_language() or "id"
    kinds = (kind for kind in KINDS.values() if kind.code in FORMS)
    return [(kind.code, kind.name.pick(language)) for kind in kinds]


class Lines(forms.CharField):
    """Text in which every filled line is an item of its own."""

    widget = forms.Textarea(attrs={"rows": 4})

    def to_python(self, value: Any) -> Any:
        return [line.strip() for line in (value or "").splitlines() if line.strip()]

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def validate(self, value: Any) -> None:
        if self.required and not value:
            raise forms.ValidationError(self.error_messages["required"], code="required")


class PaperForm(forms.Form):
    """What every paper has; subclasses add the parts of their kind."""

    title = forms.CharField(label=_("Perihal atau judul"), max_length=LONGEST_TITLE)

    def body(self, before: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The parts as the template of the kind prints them; `before` keeps tables made by code."""
        return {
            "points": [],
            "tables": [],
            **(before or {}),
            **{name: value for name, value in self.cleaned_data.items() if name != "title"},
        }


class RecordForm(PaperForm):
    """Minutes and announcements: opening, numbered points, closing."""

    opening = Lines(label=_("Pembuka"), help_text=_("Satu baris satu paragraf."))
    points = Lines(label=_("Butir"), required=False, help_text=_("Satu baris satu butir bernomor."))
    closing = Lines(label=_("Penutup"), required=False)


class InvitationForm(PaperForm):
    nature = forms.CharField(label=_("Sifat"), initial="Penting", max_length=40)
    attachments = forms.CharField(label=_("Lampiran"), initial="-", max_length=60)
    to = Lines(label=_("Kepada"), help_text=_("Satu baris satu penerima."))
    opening = Lines(label=_("Pembuka"))
    facts = Lines(
        label=_("Hari, pukul, tempat"),
        help_text=_("Satu baris satu keterangan, seperti “Tempat: Aula kantor”."),
    )
    closing = Lines(label=_("Penutup"), required=False)

    def body(self, before: Mapping[str, Any] | None = None) -> dict[str, Any]:
        body = super().body(before)
        body["facts"] = [
            [name.strip(), rest.strip()]
            for name, _colon, rest in (line.partition(":") for line in body["facts"])
        ]
        return body


class LetterForm(PaperForm):
    nature = forms.CharField(label=_("Sifat"), initial="Biasa", max_length=40)
    attachments = forms.CharField(label=_("Lampiran"), initial="-", max_length=60)
    to = Lines(label=_("Kepada"), help_text=_("Satu baris satu penerima."))
    opening = Lines(label=_("Isi surat"), help_text=_("Satu baris satu paragraf."))
    closing = Lines(label=_("Penutup"), required=False)
    copies = Lines(
        label=_("Tembusan"), required=False, help_text=_("Satu baris satu penerima tembusan.")
    )


class AssignmentForm(PaperForm):
    basis = Lines(label=_("Dasar"), help_text=_("Satu baris satu dasar."))
    to = Lines(label=_("Yang ditugaskan"), help_text=_("Satu baris satu orang: nama, jabatan."))
    duty = Lines(
        label=_("Untuk"), help_text=_("Tugas, tempat, dan harinya; satu baris satu butir.")
    )
    closing = Lines(label=_("Penutup"), required=False)


class DecreeForm(PaperForm):
    heading = forms.CharField(label=_("Kepala keputusan"), max_length=LONGEST_TITLE)
    considering = Lines(label=_("Menimbang"), help_text=_("Satu baris satu huruf."))
    recalling = Lines(label=_("Mengingat"))
    noting = Lines(label=_("Memperhatikan"), required=False)
    decisions = Lines(label=_("Memutuskan"), help_text=_("Satu baris satu diktum."))


class ListForm(PaperForm):
    kind = forms.CharField(label=_("Nama daftar"), initial="Daftar", max_length=60)
    opening = Lines(label=_("Isi"))
    closing = Lines(label=_("Penutup"), required=False)


FORMS: dict[str, type[PaperForm]] = {
    "undangan": InvitationForm,
    "ba": RecordForm,
    "keputusan": DecreeForm,
    "pengumuman": RecordForm,
    "daftar": ListForm,
    "surat": LetterForm,
    "surat-sekretaris": LetterForm,
    "surat-tugas": AssignmentForm,
}


def initial_of(kind: str, title: str, body: dict[str, Any]) -> dict[str, Any]:
    """A stored body as the form of its kind shows it."""
    shown = {"title": title, **body}
    if kind == "undangan":
        shown["facts"] = [f"{name}: {rest}" for name, rest in body["facts"]]
    return shown


class NoteForm(forms.Form):
    note = forms.CharField(
        label=_("Catatan"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class ExternalForm(forms.Form):
    """Number, date and signed file from the office's letter system."""

    external_number = forms.CharField(label=_("Nomor Srikandi"), max_length=80)
    dated = forms.DateField(
        label=_("Tanggal surat"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    file = forms.FileField(label=_("Berkas bertanda tangan (PDF)"))

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        head = file.read(5)
        file.seek(0)
        if head != b"%PDF-":
            raise forms.ValidationError(_("Berkas ini bukan PDF."))
        return _small(file)


class CheckForm(forms.Form):
    file = forms.FileField(label=_("PDF yang Anda pegang"))

    def clean_file(self) -> Any:
        return _small(self.cleaned_data["file"])


def _small(file: Any) -> Any:
    if file.size > MOST_BYTES:
        raise forms.ValidationError(_("Berkas lebih besar dari 10 MB."))
    return file
