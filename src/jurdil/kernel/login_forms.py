"""The login library's forms in the words of this house, labels above the fields."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.utils.translation import gettext_lazy as _

CODE = {"inputmode": "numeric", "autocomplete": "one-time-code", "autofocus": True}
CODE_OR_RECOVERY = _("Enam angka dari aplikasi, atau salah satu kode pemulihan Anda.")


def _word(form: forms.Form, name: str, label: Any, hint: Any = "") -> None:
    """Name a field; a text inside the field would vanish on typing, so there is none."""
    field = form.fields[name]
    field.label, field.help_text = label, hint
    field.widget.attrs.pop("placeholder", None)


class LoginForm(account.LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _word(self, "login", _("Nama pengguna"))
        _word(self, "password", _("Kata sandi"))
        self.fields["login"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}


class ReauthenticateForm(account.ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _word(self, "password", _("Kata sandi"))


class ChangePasswordForm(account.ChangePasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _word(self, "oldpassword", _("Kata sandi sekarang"))
        hint = _("Paling sedikit 12 tanda. Beberapa kata yang tidak berhubungan mudah diingat.")
        _word(self, "password1", _("Kata sandi baru"), hint)
        _word(self, "password2", _("Kata sandi baru, sekali lagi"))

    def clean(self):
        first, second = (self.cleaned_data.get(name) for name in ("password1", "password2"))
        if first and second and first != second:
            self.add_error("password2", _("Kedua kata sandi baru tidak sama. Ketik sekali lagi."))
        return self.cleaned_data


class AuthenticateForm(base.AuthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _word(self, "code", _("Kode"), CODE_OR_RECOVERY)
        self.fields["code"].widget.attrs |= CODE


class ReauthenticateCodeForm(base.ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _word(self, "code", _("Kode"), CODE_OR_RECOVERY)
        self.fields["code"].widget.attrs |= CODE


class ActivateTOTPForm(totp.ActivateTOTPForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _word(self, "code", _("Kode dari aplikasi"), _("Enam angka yang sedang tampil."))
        self.fields["code"].widget.attrs |= {**CODE, "autofocus": False}


class AddWebAuthnForm(webauthn.AddWebAuthnForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _word(self, "name", _("Nama kunci"), _("Misalnya “Ponsel kantor” atau “Kunci USB”."))
        hint = _("Perlu sidik jari, wajah, atau PIN pada perangkat Anda.")
        _word(self, "passwordless", _("Dapat masuk dengan kunci ini saja, tanpa sandi"), hint)


class EditWebAuthnForm(webauthn.EditWebAuthnForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _word(self, "name", _("Nama kunci"))
