"""Forms of money politics."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.brought import PaperField
from jurdil.law.oversight import money
from jurdil.office.forms.common import choose, day_field, law_choices, rupiah_field, text_field
from jurdil.oversight import scoring
from jurdil.oversight.actions.money import NewMoney
from jurdil.oversight.models.money import MoneyEvent

Choices = list[tuple[str, str]]


class MoneyForm(forms.Form):
    """What was given or promised: roles and counts."""

    def __init__(self, *args: Any, places: Choices, elections: Choices, **more: Any):
        super().__init__(*args, **more)
        self.fields["election"] = choose(_("Pemilihan"), elections)
        self.fields["happened_on"] = day_field(_("Tanggal kejadian"))
        self.fields["path"] = choose(_("Tempat"), places)
        self._given()
        self._whose()
        self.fields["facts"] = text_field(
            _("Apa yang terjadi"), help_text=_("Golongan, bukan nama orang.")
        )
        self.fields["evidence"] = forms.CharField(
            label=_("Bukti yang ada"), max_length=300, required=False
        )
        self.fields["upload"] = PaperField(label=_("Foto atau dokumen"), required=False)
        self.fields["source"] = forms.CharField(
            label=_("Perkara atau LHP asal"), max_length=80, required=False
        )
        self.fields["phase"] = choose(
            _("Masa (hanya bila jadwal tidak memuatnya)"),
            law_choices(dict(money.phases())),
            required=False,
            empty=_("Dihitung dari jadwal"),
        )
        self.fields["phase_reason"] = forms.CharField(
            label=_("Dasar menentukan masa"), max_length=200, required=False
        )
        levels = law_choices(dict(scoring.edition().severities))
        self.fields["level"] = choose(
            _("Usulkan ke IKP (indikator 54) pada tingkat"),
            levels,
            required=False,
            empty=_("Tidak diusulkan"),
            help_text=_("Hanya untuk pelaku peserta, tim, atau pelaksana kampanye."),
        )

    def _given(self) -> None:
        self.fields["mode"] = choose(_("Cara"), law_choices(dict(money.modes())))
        self.fields["thing"] = forms.CharField(
            label=_("Yang diberikan atau dijanjikan"), max_length=160
        )
        self.fields["value"] = rupiah_field(_("Nilai per penerima (rupiah)"), required=False)
        self.fields["electronic"] = forms.BooleanField(
            label=_("Lewat transfer atau dompet elektronik (ada jejak)"), required=False
        )

    def _whose(self) -> None:
        self.fields["actor"] = choose(_("Pelaku"), law_choices(dict(money.actors())))
        self.fields["between"] = choose(_("Perantara"), MoneyEvent.Between.choices)
        self.fields["receiver"] = choose(_("Penerima"), MoneyEvent.Role.choices)
        self.fields["receivers"] = forms.IntegerField(
            label=_("Jumlah penerima"),
            min_value=1,
            max_value=999_999,
            required=False,
            help_text=_("Kosong bila tidak ada yang menghitung; jangan diperkirakan."),
        )
        self.fields["participant"] = forms.CharField(
            label=_("Calon atau partai yang diuntungkan"), max_length=160, required=False
        )

    def facts(self) -> dict[str, Any]:
        """What the act takes."""
        values = dict(self.cleaned_data)
        about = {name: values.pop(name) for name in ("path", "upload", "level")}
        return {**about, "new": NewMoney(election_id=int(values.pop("election")), **values)}


class CaseForm(forms.Form):
    """Which case it became."""

    case_ref = forms.CharField(
        label=_("Nomor perkara"), max_length=80, help_text=_("Misalnya case:12 atau nomornya.")
    )


class StrikeForm(forms.Form):
    """Why a note is struck."""

    reason = forms.CharField(label=_("Alasan mencoret"), max_length=300)
