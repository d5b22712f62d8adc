"""Forms of the office pages: they check shapes; rules are the acts' own."""

import re
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.roles import KPU, roles_of
from jurdil.law.regime import load_regime

ROUTINE = "rutin"
KINDS = {"divisi": _("Divisi"), "subbagian": _("Subbagian")}

PLACE = re.compile(r"\d{2}\.\d{2}(\.\d{2}(\.\d{4}(/\d{3})?)?)?")
HOLIDAY_KINDS = (
    ("cuti-bersama", _("Cuti bersama")),
    ("daerah", _("Libur daerah")),
    ("nasional", _("Libur nasional")),
    ("dicabut", _("Dicabut, menjadi hari kerja")),
)
ACTING = (
    ("", _("Pejabat definitif")),
    ("Plh", _("Plh (pelaksana harian)")),
    ("Plt", _("Plt (pelaksana tugas)")),
)


def role_choices(house: str) -> list[tuple[str, str]]:
    """The roles of a house with their names in the language of the page."""
    language = get_language() or "id"
    return [(role.code, role.name.pick(language)) for role in roles_of(house)]


def division_choices() -> list[tuple[str, str]]:
    """Divisions and sub-divisions of KPU between elections, by the names of the law."""
    language = get_language() or "id"
    divisions = load_regime(ROUTINE).divisions
    return [(d.id, f"{KINDS[d.kind]} {d.name.pick(language)}") for d in divisions]


def _offer(form: forms.Form, name: str, choices: list[Any]) -> None:
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(f"{name} offers no choices")
    field.choices = choices


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self, attrs: dict[str, object] | None = None):
        super().__init__(attrs, format="%Y-%m-%d")


class MomentInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, object] | None = None):
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


def _password(autofocus: bool = False) -> forms.CharField:
    return forms.CharField(
        label=_("Kata sandi pertama"),
        help_text=_(
            "Paling sedikit 12 tanda. Sampaikan langsung kepada orangnya, bukan lewat grup; ia "
            "menggantinya setelah masuk."
        ),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "autofocus": autofocus}),
    )


class AccountForm(forms.Form):
    """A new account."""

    name = forms.CharField(label=_("Nama"), max_length=120)
    username = forms.CharField(
        label=_("Nama pengguna"),
        max_length=60,
        help_text=_("Huruf kecil, angka, titik, garis bawah, tanda hubung. Tidak dapat diganti."),
        widget=forms.TextInput(
            attrs={"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}
        ),
    )
    email = forms.EmailField(label=_("Surel"), required=False)
    password = _password()


class PasswordForm(forms.Form):
    """A new password for somebody else."""

    password = _password(autofocus=True)


class GrantForm(forms.Form):
    """A role for a person: where, since when, until when, on which ground."""

    role = forms.ChoiceField(label=_("Peran"))
    path = forms.CharField(
        label=_("Kode tempat"),
        required=False,
        help_text=_(
            "Kosong: seluruh wilayah kantor. Kecamatan seperti 73.12.01, desa seperti "
            "73.12.01.1001, TPS seperti 73.12.01.1001/007."
        ),
        validators=[RegexValidator(PLACE, _("Kode tempat berbentuk 73.12.01.1001/007."))],
    )
    election = forms.ChoiceField(
        label=_("Pemilihan"), required=False, help_text=_("Kosong: semua pemilihan dan rutin.")
    )
    division = forms.ChoiceField(label=_("Divisi atau subbagian"), required=False)
    party = forms.CharField(
        label=_("Partai atau calon"),
        required=False,
        max_length=30,
        help_text=_("Kodenya; hanya untuk saksi dan penghubung."),
    )
    valid_from = forms.DateField(label=_("Mulai"), widget=DayInput)
    valid_until = forms.DateField(
        label=_("Hari terakhir"),
        required=False,
        widget=DayInput,
        help_text=_("Kosong: sampai diakhiri."),
    )
    acting = forms.ChoiceField(label=_("Kedudukan"), required=False, choices=ACTING)
    basis = forms.CharField(
        label=_("Dasar"),
        required=False,
        max_length=200,
        help_text=_("Nomor dan tanggal keputusan atau surat perintah."),
    )

    def __init__(self, *args, house: str, elections: tuple[tuple[int, str], ...], **kwargs):
        super().__init__(*args, **kwargs)
        _offer(self, "role", role_choices(house))
        _offer(self, "election", [("", _("Semua pemilihan")), *elections])
        if house == KPU:
            _offer(self, "division", [("", _("Tanpa divisi")), *division_choices()])
        else:
            del self.fields["division"]  # the law names divisions of KPU only


class EndForm(forms.Form):
    """The last day of a role."""

    last_day = forms.DateField(label=_("Hari terakhir"), widget=DayInput)


class PeopleFilter(forms.Form):
    """What the list of people shows."""

    cari = forms.CharField(label=_("Nama atau nama pengguna"), required=False)
    peran = forms.ChoiceField(label=_("Peran"), required=False)

    def __init__(self, *args, house: str, **kwargs):
        super().__init__(*args, **kwargs)
        _offer(self, "peran", [("", _("Semua peran")), *role_choices(house)])


class LedgerFilter(forms.Form):
    """What the trail shows."""

    tindakan = forms.ChoiceField(label=_("Tindakan"), required=False)
    tempat = forms.CharField(
        label=_("Kode tempat"),
        required=False,
        validators=[RegexValidator(PLACE, _("Kode tempat berbentuk 73.12.01.1001/007."))],
    )
    pokok = forms.CharField(label=_("Pokok"), required=False)

    def __init__(self, *args, acts: list[tuple[str, str]], **kwargs):
        super().__init__(*args, **kwargs)
        _offer(self, "tindakan", [("", _("Semua tindakan")), *acts])


class LetterheadForm(forms.Form):
    """What stands at the head of every paper of the office."""

    name = forms.CharField(label=_("Nama kantor"), max_length=160)
    address = forms.CharField(label=_("Alamat"), max_length=240)
    city = forms.CharField(
        label=_("Tempat penandatanganan"), max_length=80, help_text=_("Di depan tanggal surat.")
    )
    phone = forms.CharField(label=_("Telepon"), required=False, max_length=60)
    website = forms.CharField(label=_("Laman"), required=False, max_length=120)
    email = forms.EmailField(label=_("Surel"), required=False)


class HolidayForm(forms.Form):
    """A day off, or a holiday withdrawn."""

    day = forms.DateField(label=_("Tanggal"), widget=DayInput)
    kind = forms.ChoiceField(label=_("Jenis"), choices=HOLIDAY_KINDS)
    name = forms.CharField(label=_("Nama"), max_length=120)
    basis = forms.CharField(
        label=_("Dasar"), max_length=200, help_text=_("Misalnya SKB 3 Menteri, dengan nomornya.")
    )


class ClockForm(forms.Form):
    """The legal moment that training mode shall show."""

    legal = forms.DateTimeField(label=_("Hari dan jam latihan"), widget=MomentInput)
