"""Institutions and people of the directory."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jurdil.kernel import clock
from jurdil.office.forms.common import choose, day_field, division_choices, division_field

KINDS = [
    ("pemda", _("Pemerintah daerah")),
    ("vertikal", _("Instansi vertikal")),
    ("penyelenggara", _("Penyelenggara pemilu")),
    ("keamanan", _("TNI, Polri, kejaksaan, pengadilan")),
    ("partai", _("Partai politik")),
    ("pendidikan", _("Sekolah dan kampus")),
    ("media", _("Media")),
    ("ormas", _("Organisasi masyarakat")),
    ("lain", _("Lainnya")),
]
GREETINGS = [("", "–"), ("Bapak", _("Bapak")), ("Ibu", _("Ibu")), ("Saudara", _("Saudara"))]
SEXES = [
    ("", _("Belum dicatat")),
    ("L", pgettext_lazy("satu orang", "Laki-laki")),
    ("P", pgettext_lazy("satu orang", "Perempuan")),
]
PLACE_HINT = _("Kosong: seluruh wilayah kantor. Kecamatan seperti 73.12.01.")


class InstitutionForm(forms.Form):
    """An institution."""

    name = forms.CharField(label=_("Nama instansi"), max_length=160)
    kind = forms.ChoiceField(label=_("Jenis"), choices=KINDS)
    association = forms.CharField(
        label=_("Organisasi pers"),
        max_length=30,
        required=False,
        help_text=_("Untuk media: PWI, IWO, IJS."),
    )
    place = forms.CharField(
        label=_("Kode tempat"), max_length=24, required=False, help_text=PLACE_HINT
    )
    address = forms.CharField(label=_("Alamat"), max_length=240, required=False)

    def __init__(self, *args: Any, known: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        if known:
            self.fields["closed_on"] = day_field(
                _("Tidak dipakai lagi sejak"),
                required=False,
                help_text=_("Instansi yang ditutup tidak diundang lagi; surat-suratnya tetap."),
            )


class ContactForm(forms.Form):
    """Somebody who holds a position."""

    def __init__(self, *args: Any, known: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["greeting"] = forms.ChoiceField(
            label=_("Sapaan"), choices=GREETINGS, required=False
        )
        self.fields["name"] = forms.CharField(
            label=_("Nama dengan gelar"),
            max_length=120,
            help_text=_("Seperti di undangan: Dr. H. Contoh Nama, S.H., M.Si."),
        )
        self.fields["position"] = forms.CharField(label=_("Jabatan"), max_length=120)
        self.fields["division"] = division_field(
            help_text=_("Divisi KPU yang biasa berurusan dengannya.")
        )
        self.fields["place"] = forms.CharField(
            label=_("Kode tempat"), max_length=24, required=False, help_text=PLACE_HINT
        )
        self.fields["sex"] = forms.ChoiceField(
            label=_("Jenis kelamin"), choices=SEXES, required=False
        )
        self.fields["term_from"] = day_field(_("Menjabat sejak"), required=False)
        self.fields["term_until"] = day_field(_("Sampai"), required=False)
        hint = (
            _("Disimpan tersandi. Kosong: yang lama tetap.") if known else _("Disimpan tersandi.")
        )
        self.fields["phone"] = forms.CharField(
            label=_("Telepon"), max_length=30, required=False, help_text=hint
        )
        self.fields["email"] = forms.EmailField(label=_("Surel"), required=False, help_text=hint)
        self.fields["basis"] = forms.CharField(
            label=_("Sumber"), max_length=200, required=False, help_text=_("Misalnya nomor SK.")
        )

    def values(self) -> dict[str, Any]:
        """The arguments of the act: an empty number leaves the one on record."""
        data = dict(self.cleaned_data)
        return {**data, "phone": data["phone"] or None, "email": data["email"] or None}


class EndForm(forms.Form):
    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["last_day"] = day_field(_("Hari terakhir menjabat"), initial=clock.today)


class RevealForm(forms.Form):
    purpose = forms.CharField(
        label=_("Untuk keperluan"),
        max_length=120,
        help_text=_("Tercatat di Jejak Perubahan."),
    )


class SelectionForm(forms.Form):
    """Office x division x place."""

    cari = forms.CharField(label=_("Nama, jabatan, instansi"), required=False)

    def __init__(
        self,
        associations: Iterable[str],
        places: Iterable[tuple[str, str]],
        *args: Any,
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        media = [(one, one) for one in associations]
        self.fields["jenis"] = choose(
            _("Kantor"), [*KINDS, *media], empty=_("Semua"), required=False
        )
        self.fields["divisi"] = choose(
            _("Divisi atau subbagian"),
            division_choices()[1:],
            empty=_("Semua"),
            required=False,
        )
        self.fields["tempat"] = choose(_("Tempat"), places, empty=_("Semua"), required=False)
