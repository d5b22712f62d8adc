"""Expense files: opened, people, papers, budget lines, payments, ceilings."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import clock
from jurdil.kernel.brought import PaperField
from jurdil.law.office import kinds
from jurdil.office.forms.common import (
    choose,
    chosen_id,
    day_field,
    division_field,
    law_choices,
    rupiah_field,
)
from jurdil.office.records import NewPerson

STATES = [
    ("ada", _("Ada")),
    ("tidak-perlu", _("Tidak diperlukan (tulis alasannya)")),
    ("ditarik", _("Ditarik, harus diganti (tulis alasannya)")),
]
INSIDE = [("", _("Belum diketahui")), ("ya", _("Orang kantor sendiri")), ("bukan", _("Orang luar"))]
ANSWERS = {"ya": True, "bukan": False}


class SpjForm(forms.Form):
    """An activity whose file is opened by hand."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["title"] = forms.CharField(label=_("Nama kegiatan"), max_length=200)
        self.fields["kind"] = choose(_("Jenis"), law_choices(kinds.activities()))
        self.fields["held_from"] = day_field(_("Hari pertama"), initial=clock.today)
        self.fields["held_until"] = day_field(_("Hari terakhir"), initial=clock.today)
        self.fields["venue"] = forms.CharField(label=_("Tempat"), max_length=160, required=False)
        self.fields["division"] = division_field()
        self.fields["source"] = forms.CharField(
            label=_("Sumber dana"), max_length=60, required=False, help_text=_("APBN atau hibah.")
        )


class PersonForm(forms.Form):
    """Somebody who needs papers of his own."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        roles = {code: _Named(name) for code, name in kinds.ROLES.items()}
        self.fields["name"] = forms.CharField(label=_("Nama"), max_length=120)
        self.fields["role"] = choose(_("Kedudukan"), law_choices(roles))
        self.fields["institution"] = forms.CharField(
            label=_("Instansi"), max_length=160, required=False
        )
        self.fields["inside"] = forms.ChoiceField(
            label=_("Orang kantor sendiri?"), choices=INSIDE, required=False
        )

    def person(self) -> NewPerson:
        """What was filled in."""
        data = self.cleaned_data
        inside = ANSWERS.get(data["inside"])
        return NewPerson(data["name"], data["role"], data["institution"], inside)


class _Named:
    def __init__(self, name: Any) -> None:
        self.name = name


class PaperForm(forms.Form):
    """A paper of the file."""

    state = forms.ChoiceField(label=_("Keadaan"), choices=STATES, widget=forms.RadioSelect)
    reference = forms.CharField(
        label=_("Nomor atau tempat simpan"),
        max_length=120,
        required=False,
        help_text=_("Misalnya “5/UND/7312/2024” atau “map 3, lemari SPJ”."),
    )
    file = PaperField(label=_("Berkas (PDF atau foto)"), required=False)
    note = forms.CharField(label=_("Keterangan"), max_length=200, required=False)


class LineForm(forms.Form):
    """A budget line."""

    def __init__(self, ceilings: Iterable[tuple[int, str]], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["account_code"] = forms.CharField(
            label=_("Kode akun"),
            max_length=6,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "list": "akun"}),
            help_text=_("6 angka; 522151 untuk narasumber dan moderator."),
        )
        self.fields["item"] = forms.CharField(label=_("Uraian belanja"), max_length=160)
        self.fields["volume"] = forms.DecimalField(
            label=_("Volume"), max_digits=10, decimal_places=2, localize=True
        )
        self.fields["unit"] = forms.CharField(
            label=_("Satuan"), max_length=30, help_text=_("Misalnya orang jam, paket.")
        )
        self.fields["price"] = rupiah_field(_("Harga satuan (rupiah)"))
        self.fields["ceiling_id"] = choose(_("Batas biaya"), ceilings, required=False)

    def values(self) -> dict[str, Any]:
        """The arguments of the act."""
        return {**self.cleaned_data, "ceiling_id": chosen_id(self.cleaned_data["ceiling_id"])}


class PaymentForm(forms.Form):
    """A payment on a line."""

    def __init__(self, people: Iterable[tuple[int, str]], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["person_id"] = choose(_("Penerima"), people, required=False)
        self.fields["gross"] = rupiah_field(_("Jumlah bruto (rupiah)"))
        self.fields["tax"] = rupiah_field(
            _("PPh 21 (rupiah)"), initial=0, help_text=_("Seperti pada daftar nominatif.")
        )
        self.fields["receipt"] = forms.CharField(label=_("Nomor kuitansi"), max_length=120)
        self.fields["day"] = day_field(_("Tanggal bayar"), initial=clock.today)
        self.fields["file"] = PaperField(label=_("Bukti (PDF atau foto)"), required=False)

    def values(self) -> dict[str, Any]:
        """The arguments of the act."""
        return {**self.cleaned_data, "person_id": chosen_id(self.cleaned_data["person_id"])}


class HandForm(forms.Form):
    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["day"] = day_field(_("Tanggal diserahkan"), initial=clock.today)


class CeilingForm(forms.Form):
    """A standard cost of a year."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["code"] = forms.SlugField(
            label=_("Kode"), max_length=40, help_text=_("Misalnya narasumber-eselon-3.")
        )
        self.fields["name"] = forms.CharField(label=_("Nama"), max_length=160)
        self.fields["unit"] = forms.CharField(label=_("Satuan"), max_length=30)
        self.fields["amount"] = rupiah_field(_("Batas tertinggi (rupiah)"))
        self.fields["inside"] = forms.ChoiceField(
            label=_("Boleh dibayarkan kepada orang kantor sendiri?"),
            choices=[("", _("Belum diketahui")), ("ya", _("Boleh")), ("bukan", _("Tidak boleh"))],
            required=False,
        )
        self.fields["basis"] = forms.CharField(
            label=_("Dasar"), max_length=200, help_text=_("Aturan biaya tahun itu dan nomornya.")
        )
        self.fields["confirmed"] = forms.BooleanField(
            label=_("Sudah dicocokkan dengan naskah aturannya"), required=False
        )

    def values(self) -> dict[str, Any]:
        """The arguments of the act."""
        return {**self.cleaned_data, "inside": ANSWERS.get(self.cleaned_data["inside"])}
