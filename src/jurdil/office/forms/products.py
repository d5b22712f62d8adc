"""Legal products: registered, a step, a revocation."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import clock
from jurdil.kernel.brought import PdfField
from jurdil.law.office import kinds
from jurdil.law.office.products import State
from jurdil.office.forms.common import (
    choose,
    day_field,
    division_field,
    law_choices,
    text_field,
)

TIES = [("mencabut", _("Mencabut")), ("mengubah", _("Mengubah"))]
NUMBERS = {
    State.PLENARY: _("Nomor berita acara pleno"),
    State.DECREED: _("Nomor penetapan"),
}
FILES = {
    State.STUDY: _("Nota telaah (PDF)"),
    State.PLENARY: _("Berita acara (PDF)"),
    State.DECREED: _("Naskah yang ditandatangani (PDF)"),
    State.COPIED: _("Salinan resmi (PDF)"),
}
NOTES = {
    State.STUDY: _("Hasil telaah hukum"),
    State.DRAFT: _("Yang harus diperbaiki"),
    State.DROPPED: _("Alasan"),
}
FILE_NEEDED = (State.DECREED, State.COPIED)


class ProductForm(forms.Form):
    """A new legal product."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["kind"] = choose(_("Jenis"), law_choices(kinds.products()))
        self.fields["title"] = forms.CharField(
            label=_("Tentang"), max_length=300, help_text=_("Seperti tertulis sesudah “tentang”.")
        )
        self.fields["subject"] = forms.CharField(label=_("Bidang"), max_length=120, required=False)
        self.fields["division"] = division_field()
        self.fields["file"] = PdfField(label=_("Draf (PDF)"), required=False)


class StepForm(forms.Form):
    """The next step of a product: only what this step needs."""

    def __init__(self, state: str, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["day"] = day_field(_("Tanggal"), initial=clock.today)
        if state in NUMBERS:
            self.fields["number"] = forms.CharField(label=NUMBERS[State(state)], max_length=80)
        if state == State.PUBLISHED:
            self.fields["address"] = forms.URLField(
                label=_("Alamat di JDIH"), max_length=300, assume_scheme="https"
            )
        if state in NOTES:
            self.fields["note"] = text_field(NOTES[State(state)])
        if state in FILES:
            self.fields["file"] = PdfField(label=FILES[State(state)], required=state in FILE_NEEDED)


class TieForm(forms.Form):
    """Which earlier product this one revokes or amends."""

    def __init__(self, products: Iterable[tuple[int, str]], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["kind"] = choose(_("Akibatnya"), TIES)
        self.fields["earlier_id"] = forms.TypedChoiceField(
            label=_("Produk hukum terdahulu"), choices=list(products), coerce=int
        )
        self.fields["note"] = forms.CharField(
            label=_("Bagian yang kena"), max_length=200, required=False
        )


class ProductFilter(forms.Form):
    """What the register shows."""

    cari = forms.CharField(label=_("Tentang, nomor"), required=False)
