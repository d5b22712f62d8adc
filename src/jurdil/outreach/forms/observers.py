"""Forms of observers, surveys and quick counts."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.brought import PDF, PaperField, Upload
from jurdil.office.forms.common import choose, day_field, text_field


class PhotoField(PaperField):
    """A JPEG or PNG of at most 1 MB."""

    def clean(self, data: Any, initial: Any = None) -> Upload | None:
        found = super().clean(data, initial)
        if found is not None and found.media_type == PDF:
            raise forms.ValidationError(_("Pasfoto harus JPEG atau PNG."))
        return found


class ApplicationForm(forms.Form):
    """What a body applies with."""

    organisation = forms.CharField(label=_("Nama lembaga"), max_length=160)
    leader = forms.CharField(label=_("Pimpinan"), max_length=120)
    received_on = day_field(_("Hari diterima"))
    areas = text_field(
        _("Wilayah kegiatan"),
        required=False,
        help_text=_("Kode wilayah sampai desa, satu per baris. Kosong: seluruh kabupaten/kota."),
    )
    plan = text_field(_("Rencana, jadwal, metode"), required=False)

    def __init__(
        self,
        *args: Any,
        elections: Iterable[tuple[int, str]] = (),
        kinds: Iterable[tuple[str, str]] = (),
        extents: Iterable[tuple[str, str]] = (),
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        head: dict[str, forms.Field] = {
            "election": choose(_("Pemilihan"), elections),
            "kind": choose(_("Jenis"), kinds),
            "extent": choose(
                _("Cakupan"),
                extents,
                required=False,
                empty=_("Tidak berlaku (pemantau)"),
                help_text=_("Cakupan menentukan di mana survei dan hitung cepat mendaftar."),
            ),
        }
        self.fields = {**head, **self.fields}

    def clean_areas(self) -> tuple[str, ...]:
        """The codes, one a line."""
        return tuple(str(self.cleaned_data["areas"]).split())


class PaperForm(forms.Form):
    """A paper that was handed in."""

    note = forms.CharField(label=_("Catatan"), max_length=200, required=False)
    file = PaperField(label=_("Berkas (PDF atau foto)"), required=False)

    def __init__(self, *args: Any, papers: Iterable[tuple[str, str]] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields = {"code": choose(_("Dokumen"), papers), **self.fields}


class PersonForm(forms.Form):
    """Somebody on the list of a body."""

    name = forms.CharField(label=_("Nama"), max_length=120)
    area = forms.CharField(
        label=_("Wilayah tugas"),
        max_length=24,
        required=False,
        help_text=_("Kode kecamatan atau desa. Kosong: seluruh wilayah lembaga."),
    )
    photo = PhotoField(label=_("Pasfoto"), required=False, largest=1)


class ReasonForm(forms.Form):
    """A step with its reason."""

    reason = text_field(_("Alasan"), required=False)


class DecisionForm(forms.Form):
    """The paper of a decision."""

    number = forms.CharField(label=_("Nomor keputusan atau sertifikat"), max_length=80)
    on = day_field(_("Tanggal"))
    file = PaperField(label=_("Naskah bertanda tangan"), required=False)
    report_due = day_field(_("Batas laporan"), required=False)
    report_basis = forms.CharField(label=_("Dasar batas laporan"), max_length=200, required=False)
    late_basis = forms.CharField(
        label=_("Dasar menerima pendaftaran yang terlambat"), max_length=200, required=False
    )
    reason = text_field(_("Alasan (untuk penolakan dan pencabutan)"), required=False)


class ReportForm(forms.Form):
    """The report of a body."""

    on = day_field(_("Hari diterima"))
    file = PaperField(label=_("Laporan"), required=False)
