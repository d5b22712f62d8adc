"""The forms of the exchange: a card, a fingerprint from paper, a file from a stick, reasons."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.kernel.exchange import codec

_MOST_CARD = 10_000


class CardForm(forms.Form):
    """A card as its file or as the text of its QR code."""

    file = forms.FileField(
        label=_("Berkas kartu"),
        help_text=_("Berkas berakhiran .jurdil-kartu dari kantor itu."),
        required=False,
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".jurdil-kartu,text/plain"}),
    )
    text = forms.CharField(
        label=_("Atau teks kartu dari kode QR"),
        help_text=_("Dimulai dengan JURDIL-KARTU-1."),
        required=False,
        max_length=_MOST_CARD,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off", "spellcheck": "false"}),
    )

    def clean(self):
        cleaned = super().clean() or {}
        file, text = cleaned.get("file"), cleaned.get("text", "").strip()
        if file is not None and not text:
            text = file.read(_MOST_CARD).decode("ascii", "replace")
        if not text:
            raise forms.ValidationError(_("Unggah berkas kartu atau tempel teksnya."))
        return {"card_text": text}


class ConfirmForm(forms.Form):
    """The fingerprint, typed from the paper, and which paper it was."""

    fingerprint = forms.CharField(
        label=_("Sidik kunci di kertas"),
        help_text=_("32 huruf dan angka; spasi dan huruf kecil boleh. Ketik dari kertasnya."),
        max_length=80,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
    letter = forms.CharField(
        label=_("Nomor dan tanggal surat"),
        help_text=_("Surat perkenalan kantor itu, bertanda tangan dan berstempel."),
        max_length=120,
    )


class ReasonForm(forms.Form):
    """Why something is done; asked where it cannot be undone."""

    reason = forms.CharField(
        label=_("Alasan"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class AddressForm(forms.Form):
    """Where another house is reached."""

    address = forms.CharField(
        label=_("Alamat rumah data"),
        help_text=_("Misalnya https://jurdil.contoh.go.id. Kosong: paket diserahkan lewat berkas."),
        required=False,
        max_length=200,
        widget=forms.URLInput(attrs={"autocomplete": "off"}),
    )


class CarryForm(forms.Form):
    """A package or a receipt that somebody brought."""

    file = forms.FileField(
        label=_("Berkas paket atau tanda terima"),
        help_text=_("Berkas berakhiran .jurdil-paket, paling besar 30 MB."),
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".jurdil-paket"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if (file.size or 0) > codec.MOST_BYTES:
            raise forms.ValidationError(
                _("Berkas ini lebih besar daripada 30 MB. Minta pengirim membaginya.")
            )
        return file


class HeldForm(forms.Form):
    """What becomes of a held package, with the reason."""

    reason = forms.CharField(
        label=_("Catatan"),
        help_text=_("Misalnya jawaban kantor pengirim, lewat telepon siapa dan kapan."),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
