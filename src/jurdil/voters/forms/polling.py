"""Forms around voting day: marks, comments, notices, DPK, DPTb, copies of lists."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.forms import DayInput
from jurdil.law.voters.notices import REASONS
from jurdil.voters.forms.proposals import SEXES, EvidenceForm
from jurdil.voters.models import Tanda, Tanggapan
from jurdil.voters.people import Elements
from jurdil.web.words import language

Choices = Sequence[tuple[str, str]]
FORMS = (("pdf", "PDF"), ("csv", "CSV"), ("xlsx", "XLSX"))
COPIES = (
    ("publik", _("Pengumuman: 7 kolom, tanpa NIK, NKK, tanggal lahir, disabilitas")),
    ("pengawas", _("Pengawas dan peserta: 7 kolom tersamar, dengan nama penerima")),
    ("kpps", _("KPPS: dengan tanda setelah DPT, NIK tersamar")),
)
COUNT: dict[str, Any] = {"min_value": 0, "max_value": 5000}


class MarkForm(EvidenceForm):
    """A mark beside a voter of the DPT, with its evidence."""

    kind = forms.ChoiceField(label=_("Tanda"), choices=Tanda.Kind.choices, widget=forms.RadioSelect)
    field_order = ("kind", "evidence", "evidence_note", "file")


class WhyForm(forms.Form):
    """Why something is taken back."""

    why = forms.CharField(label=_("Alasan"), max_length=200)


class CommentForm(forms.Form):
    """A comment on an announced list, as somebody brings it."""

    village = forms.ChoiceField(label=_("Desa/kelurahan"))
    about = forms.ChoiceField(label=_("Tentang"), choices=Tanggapan.About.choices)
    speaker = forms.ChoiceField(label=_("Dari"), choices=Tanggapan.Speaker.choices)
    text = forms.CharField(
        label=_("Isi tanggapan"), max_length=600, widget=forms.Textarea(attrs={"rows": 4})
    )
    name = forms.CharField(
        label=_("Nama yang menyampaikan"), max_length=120, help_text=_("Disimpan tersegel.")
    )
    contact = forms.CharField(label=_("Alamat atau telepon"), max_length=120, required=False)
    received_on = forms.DateField(label=_("Diterima tanggal"), widget=DayInput)

    def __init__(self, *args, villages: Choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["village"].choices = list(villages)  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    """The answer to a comment."""

    answer = forms.CharField(
        label=_("Jawaban"), max_length=600, widget=forms.Textarea(attrs={"rows": 4})
    )


class NoticesForm(forms.Form):
    """The recap of C.Pemberitahuan of a TPS, like the KPPS wrote it."""

    printed = forms.IntegerField(label=_("Dicetak"), **COUNT)
    delivered = forms.IntegerField(label=_("Dibagikan"), **COUNT)
    note = forms.CharField(label=_("Catatan"), max_length=200, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for code, name in REASONS.items():
            label = _("Kembali: %(reason)s") % {"reason": name.pick(language())}
            self.fields[f"back_{code}"] = forms.IntegerField(label=label, initial=0, **COUNT)
        self.order_fields(["printed", "delivered", *(f"back_{code}" for code in REASONS)])

    def undelivered(self) -> dict[str, int]:
        """Notices that came back, by reason."""
        return {code: self.cleaned_data[f"back_{code}"] for code in REASONS}


class ReturnedForm(forms.Form):
    """Why a voter's notice came back."""

    reason = forms.ChoiceField(label=_("Alasan"), widget=forms.RadioSelect)
    note = forms.CharField(label=_("Catatan"), max_length=200, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        names = [(code, name.pick(language())) for code, name in REASONS.items()]
        self.fields["reason"].choices = names  # type: ignore[attr-defined]


class DpkForm(forms.Form):
    """How many the KPPS wrote on the DPK."""

    men = forms.IntegerField(label=_("Laki-laki"), **COUNT)
    women = forms.IntegerField(label=_("Perempuan"), **COUNT)
    note = forms.CharField(label=_("Catatan"), max_length=200, required=False)


class PersonFields(forms.Form):
    """What a paper says of a person who is not on this office's list."""

    nik = forms.CharField(label="NIK", max_length=20, required=False)
    nama = forms.CharField(label=_("Nama"), max_length=100)
    jenis_kelamin = forms.ChoiceField(label=_("Jenis kelamin"), choices=SEXES)
    tempat_lahir = forms.CharField(label=_("Tempat lahir"), max_length=60, required=False)
    tanggal_lahir = forms.CharField(
        label=_("Tanggal lahir"),
        max_length=10,
        required=False,
        help_text=_("Hari-bulan-tahun: 17-08-1990."),
    )
    alamat = forms.CharField(label=_("Alamat menurut KTP-el"), max_length=150)
    rt = forms.CharField(label="RT", max_length=5, required=False)
    rw = forms.CharField(label="RW", max_length=5, required=False)

    def elements(self) -> Elements:
        """The elements as they were written."""
        names = PersonFields.base_fields
        return Elements(**{name: self.cleaned_data[name].strip() for name in names})


class DpkPersonForm(PersonFields):
    """A row of the DPK."""

    number = forms.IntegerField(label=_("Nomor baris"), min_value=1, max_value=999)
    field_order = ("number", *PersonFields.base_fields)


class TransferFields(EvidenceForm):
    """Why a voter votes elsewhere, and which ballots where the dapil are not recorded."""

    reason = forms.ChoiceField(label=_("Alasan pindah memilih"))
    ballots = forms.MultipleChoiceField(
        label=_("Surat suara"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Hanya dipakai bila daerah pemilihannya belum tercatat di sini."),
    )

    def __init__(self, *args, reasons: Choices, contests: Choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = list(reasons)  # type: ignore[attr-defined]
        self.fields["ballots"].choices = list(contests)  # type: ignore[attr-defined]


class OutForm(TransferFields):
    """A voter of ours who votes at another TPS, here or elsewhere."""

    village = forms.ChoiceField(
        label=_("Desa/kelurahan tujuan"),
        required=False,
        help_text=_("Kosongkan bila di luar wilayah kerja Anda."),
    )
    number = forms.IntegerField(
        label=_("Nomor TPS tujuan"), min_value=1, max_value=999, required=False
    )
    region = forms.CharField(
        label=_("Kode wilayah tujuan di luar"),
        max_length=17,
        required=False,
        help_text=_("Kode Kemendagri, misalnya 73.71 atau 73.71.01.1001."),
    )
    target_name = forms.CharField(
        label=_("TPS tujuan di luar, seperti pada surat"), max_length=200, required=False
    )
    field_order = (
        *("village", "number", "region", "target_name", "reason", "ballots"),
        *("evidence", "evidence_note", "file"),
    )

    def __init__(self, *args, villages: Choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["village"].choices = [("", "–"), *villages]  # type: ignore[attr-defined]

    def clean(self):
        data = super().clean() or self.cleaned_data
        if data.get("village") and not data.get("number"):
            self.add_error("number", _("Tulis nomor TPS tujuan."))
        return data

    def where(self) -> Mapping[str, str]:
        """Target and its name."""
        data = self.cleaned_data
        if data["village"]:
            return {"target": f"{data['village']}/{data['number']:03d}", "target_name": ""}
        return {"target": data["region"].strip(), "target_name": data["target_name"]}


class InForm(PersonFields, TransferFields):
    """A voter of elsewhere who votes at a TPS here."""

    region = forms.CharField(
        label=_("Kode wilayah asal"),
        max_length=13,
        help_text=_("Kode Kemendagri, misalnya 73.71 atau 73.71.01.1001."),
    )
    origin_name = forms.CharField(label=_("TPS asal, seperti pada surat"), max_length=200)
    village = forms.ChoiceField(label=_("Desa/kelurahan tujuan"))
    number = forms.IntegerField(label=_("Nomor TPS tujuan"), min_value=1, max_value=999)
    field_order = (
        *(
            "region",
            "origin_name",
            "village",
            "number",
            "nik",
            "nama",
            "jenis_kelamin",
            "tempat_lahir",
        ),
        *("tanggal_lahir", "alamat", "rt", "rw", "reason", "ballots"),
        *("evidence", "evidence_note", "file"),
    )

    def __init__(self, *args, villages: Choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["village"].choices = list(villages)  # type: ignore[attr-defined]

    def target(self) -> str:
        """The TPS where the voter votes."""
        return f"{self.cleaned_data['village']}/{self.cleaned_data['number']:03d}"


class CopyForm(forms.Form):
    """A masked copy of a list: which, for whom, in which form."""

    copy = forms.ChoiceField(label=_("Salinan"), choices=COPIES, widget=forms.RadioSelect)
    receiver = forms.CharField(
        label=_("Untuk"),
        max_length=40,
        required=False,
        help_text=_("Nama penerima; tercetak pada setiap halaman."),
    )
    form = forms.ChoiceField(label=_("Bentuk berkas"), choices=FORMS)


class FullForm(forms.Form):
    """The full list, for a reason that the ledger keeps."""

    reason = forms.CharField(label=_("Alasan"), max_length=300)
    receiver = forms.CharField(label=_("Untuk"), max_length=40)
    form = forms.ChoiceField(label=_("Bentuk berkas"), choices=FORMS)
