"""Guests and attendance."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.language import say
from jurdil.law.text import Text
from jurdil.meetings import guest_list
from jurdil.meetings.forms.plan import Choices, division_choices, offer
from jurdil.meetings.records import Mark, NewGuest

SEXES: Choices = [("", _("tidak diisi")), ("L", _("Laki-laki")), ("P", _("Perempuan"))]
PRESENCES: Choices = [
    ("hadir", _("Hadir")),
    ("mewakili", _("Diwakili orang lain")),
    ("daring", _("Hadir daring")),
]


class ChooseForm(forms.Form):
    """Office x division x place: whom to invite."""

    peran = forms.MultipleChoiceField(
        label=_("Peran"), required=False, widget=forms.CheckboxSelectMultiple
    )
    divisi = forms.ChoiceField(label=_("Divisi"), required=False)
    wilayah = forms.ChoiceField(label=_("Wilayah"), required=False)

    def __init__(
        self,
        *args: Any,
        roles: Iterable[tuple[str, Text]],
        places: Iterable[tuple[str, str]],
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        offer(self, "peran", [(code, say(name)) for code, name in roles])
        offer(self, "divisi", [("", _("Semua divisi")), *division_choices()[1:]])
        offer(self, "wilayah", [("", _("Seluruh wilayah")), *places])

    def wanted(self) -> dict[str, Any]:
        """The arguments of the query."""
        data = self.cleaned_data if self.is_valid() else {}
        division = data.get("divisi", "")
        return {
            "roles": tuple(data.get("peran", ())),
            "divisions": (division,) if division else (),
            "place": data.get("wilayah", ""),
        }


class DirectoryForm(forms.Form):
    """Kind of office x office x division x place: whom to invite from the directory."""

    jenis = forms.MultipleChoiceField(
        label=_("Jenis instansi"), required=False, widget=forms.CheckboxSelectMultiple
    )
    instansi = forms.MultipleChoiceField(
        label=_("Instansi"),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 8}),
        help_text=_("Kosongkan untuk semua."),
    )
    divisi = forms.ChoiceField(label=_("Divisi"), required=False)
    wilayah = forms.ChoiceField(label=_("Wilayah"), required=False)

    def __init__(
        self,
        *args: Any,
        kinds: Iterable[tuple[str, str]],
        institutions: Iterable[tuple[str, str]],
        places: Iterable[tuple[str, str]],
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        offer(self, "jenis", list(kinds))
        offer(self, "instansi", list(institutions))
        offer(self, "divisi", [("", _("Semua divisi")), *division_choices()[1:]])
        offer(self, "wilayah", [("", _("Seluruh wilayah")), *places])

    def wanted(self) -> dict[str, Any]:
        """The arguments of the query."""
        data = self.cleaned_data if self.is_valid() else {}
        return {
            "kinds": tuple(data.get("jenis", ())),
            "institutions": tuple(int(one) for one in data.get("instansi", ())),
            "divisions": tuple(filter(None, [data.get("divisi", "")])),
            "places": tuple(filter(None, [data.get("wilayah", "")])),
        }


class PasteForm(forms.Form):
    """A list pasted from anywhere. What is wrong stands at the field, and nothing typed is lost."""

    people = forms.CharField(
        label=_("Daftar tamu"),
        help_text=_("Satu baris satu orang: nama; jabatan; instansi. Boleh disalin dari Excel."),
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    mend = forms.BooleanField(
        label=_("Tulis gelar menurut usulan, misalnya “SH MH” menjadi “S.H., M.H.”"),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "people" not in cleaned:
            return cleaned
        found = guest_list.read_text(cleaned["people"], mend=cleaned["mend"])
        if found.faults:
            self.add_error("people", [say(one.text) for one in found.faults])
        elif not found.people:
            self.add_error("people", _now("Belum ada nama pada daftar ini."))
        cleaned["found"] = [guest for _line, guest in found.people]
        return cleaned


class NewcomerForm(forms.Form):
    """Somebody who is not on the list."""

    name = forms.CharField(label=_("Nama lengkap"), max_length=160)
    post = forms.CharField(label=_("Jabatan"), max_length=160, required=False)
    institution = forms.CharField(label=_("Instansi"), max_length=160)
    sex = forms.ChoiceField(label=_("Jenis kelamin"), choices=SEXES, required=False)

    def guest(self) -> NewGuest:
        return NewGuest(**{name: self.cleaned_data[name] for name in NewcomerForm.base_fields})


class SearchForm(forms.Form):
    """A guest looks for his own name."""

    typed = forms.CharField(
        label=_("Nama Anda"),
        max_length=80,
        help_text=_("Ketik paling sedikit tiga huruf, lalu pilih nama Anda dari daftar."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


class DeskForm(forms.Form):
    """The desk enters a guest of the list, by row number."""

    number = forms.IntegerField(
        label=_("Nomor baris"), min_value=1, widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )
    presence_as = forms.ChoiceField(label=_("Kehadiran"), choices=PRESENCES, initial="hadir")
    by_name = forms.CharField(
        label=_("Nama wakil"),
        max_length=160,
        required=False,
        help_text=_("Isi bila undangan diwakili."),
    )
    by_post = forms.CharField(label=_("Jabatan wakil"), max_length=160, required=False)
    disability = forms.ChoiceField(
        label=_("Hitung sebagai penyandang disabilitas"),
        choices=[("", _("tidak")), *SEXES[1:]],
        required=False,
        help_text=_("Hanya jumlahnya yang disimpan, tanpa nama."),
    )


class PaperForm(forms.Form):
    """The signed list, by the numbers of its rows."""

    present = forms.CharField(
        label=_("Nomor yang bertanda tangan"),
        required=False,
        help_text=_("Pisahkan dengan spasi atau koma; rentang boleh, misalnya 1-12, 15, 20."),
    )
    online = forms.CharField(label=_("Nomor yang hadir daring"), required=False)
    represented = forms.CharField(
        label=_("Nomor yang diwakili"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Satu baris satu orang: nomor; nama wakil; jabatan wakil."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        marks: list[Mark] = []
        for name, presence in (("present", "hadir"), ("online", "daring")):
            marks += [Mark(number, presence) for number in self._numbers(name, cleaned)]
        marks += self._represented(cleaned.get("represented", ""))
        if not marks and not self.errors:
            self.add_error("present", _now("Belum ada nomor yang diisi."))
        cleaned["marks"] = marks
        return cleaned

    def _numbers(self, name: str, cleaned: dict[str, Any]) -> list[int]:
        found: list[int] = []
        for part in cleaned.get(name, "").replace(",", " ").split():
            first, dash, last = part.partition("-")
            if not (first.isdecimal() and (not dash or last.isdecimal()) and len(part) < 10):
                self.add_error(name, _now("“%(part)s” bukan nomor baris.") % {"part": part})
                continue
            end = int(last) if dash else int(first)
            if end - int(first) > 999:
                self.add_error(name, _now("“%(part)s” bukan nomor baris.") % {"part": part})
                continue
            found += range(int(first), end + 1)
        return found

    def _represented(self, text: str) -> list[Mark]:
        found = []
        for line in text.splitlines():
            if not line.strip():
                continue
            number, name, post = (part.strip() for part in f"{line};;".split(";")[:3])
            if not (number.isdecimal() and name):
                message = _now("“%(line)s”: tulis nomor; nama wakil; jabatan wakil.")
                self.add_error("represented", message % {"line": line.strip()[:60]})
                continue
            found.append(Mark(int(number), "mewakili", name, post))
        return found


class StrikeForm(forms.Form):
    """What is wrong with an entry."""

    reason = forms.CharField(label=_("Apa yang salah"), max_length=200)
