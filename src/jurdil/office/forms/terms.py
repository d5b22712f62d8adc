"""Handing over an office."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import clock
from jurdil.kernel.brought import PdfField
from jurdil.kernel.forms import ACTING
from jurdil.office.forms.common import choose, day_field, text_field
from jurdil.office.records import Choice


class HandoverForm(forms.Form):
    """Who hands what to whom."""

    def __init__(
        self, leaving: Iterable[Choice], successors: Iterable[Choice], *args: Any, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.fields["grant_id"] = choose(
            _("Jabatan yang diserahkan"), [(one.value, one.words) for one in leaving]
        )
        self.fields["successor_id"] = choose(
            _("Penerus"),
            [(one.value, one.words) for one in successors],
            help_text=_("Belum ada? Buat dulu akunnya di halaman Akun dan peran."),
        )
        self.fields["last_day"] = day_field(
            _("Hari terakhir pejabat lama"), help_text=_("Penerus mulai sehari sesudahnya.")
        )
        self.fields["until"] = day_field(
            _("Masa jabatan penerus berakhir"),
            required=False,
            help_text=_("Wajib bagi Plh dan Plt."),
        )
        self.fields["acting"] = forms.ChoiceField(
            label=_("Kedudukan penerus"), choices=ACTING, required=False
        )
        self.fields["basis"] = forms.CharField(
            label=_("Dasar"), max_length=200, help_text=_("Nomor dan tanggal keputusannya.")
        )
        self.fields["notes"] = text_field(
            _("Barang, kunci, dan arsip"),
            required=False,
            help_text=_("Satu baris satu butir; tercetak di berita acara."),
        )

    def values(self) -> dict[str, Any]:
        """The arguments of the act."""
        data = dict(self.cleaned_data)
        ids = {name: int(data.pop(name)) for name in ("grant_id", "successor_id")}
        return {**data, **ids}


class SignForm(forms.Form):
    """Both signed with a pen."""

    number = forms.CharField(label=_("Nomor berita acara"), max_length=80)
    file = PdfField(label=_("Pindaian yang ditandatangani (PDF)"), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["day"] = day_field(_("Tanggal ditandatangani"), initial=clock.today)


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Alasan"), max_length=200)
