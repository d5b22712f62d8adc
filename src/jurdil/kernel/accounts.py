"""Adapters of the login library: no self sign-up, secrets sealed at rest, changes in the ledger."""

import base64

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import crypto
from jurdil.kernel.actions import accounts
from jurdil.kernel.models import Account

_CONTEXT = "mfa"


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the office, never by a visitor."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("Akun ini ditutup. Hubungi pengelola sistem kantor Anda."),
        "username_password_mismatch": _(
            "Nama pengguna atau kata sandi tidak cocok. Periksa huruf besar dan kecil, lalu coba "
            "lagi."
        ),
        "invalid_login": _("Nama pengguna atau kata sandi tidak cocok."),
        "too_many_login_attempts": _(
            "Terlalu banyak percobaan yang gagal. Tunggu beberapa menit, lalu coba lagi."
        ),
        "enter_current_password": _("Kata sandi sekarang tidak cocok. Ketik sekali lagi."),
        "incorrect_password": _("Kata sandi tidak cocok. Ketik sekali lagi."),
        "incorrect_code": _("Kode tidak cocok. Tunggu kode berikutnya, lalu ketik lagi."),
        "rate_limited": _("Terlalu banyak permintaan. Tunggu sebentar, lalu coba lagi."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def set_password(self, user: Account, password: str) -> None:
        """A person's own change is an act like any other."""
        changed = accounts.change_own_password(by=self.request.viewer, password=password)
        user.password = changed.password  # the library keeps the session with this object

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("kernel:own")

    def get_reauthentication_methods(self, user: Account) -> list[dict]:
        names = {
            "reauthenticate": gettext("Pakai kata sandi"),
            "mfa_reauthenticate": gettext("Pakai kode dari aplikasi autentikator"),
            "mfa_reauthenticate:webauthn": gettext("Pakai kunci sandi"),
        }
        methods = super().get_reauthentication_methods(user)
        return [{**method, "description": names[method["id"]]} for method in methods]


class SecretAdapter(DefaultMFAAdapter):
    """Second-factor secrets are sealed with the field key."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("Kode tidak cocok. Tunggu kode berikutnya, lalu ketik lagi."),
        "cannot_delete_authenticator": _("Faktor kedua ini tidak dapat dihapus."),
        "cannot_generate_recovery_codes": _(
            "Kode pemulihan baru dapat dibuat setelah ada faktor kedua."
        ),
    }

    def encrypt(self, text: str) -> str:
        key_id, sealed = crypto.encrypt(text.encode(), _CONTEXT)
        return f"{key_id}:{base64.b64encode(sealed).decode()}"

    def decrypt(self, encrypted_text: str) -> str:
        key_id, _, sealed = encrypted_text.partition(":")
        return crypto.decrypt(key_id, base64.b64decode(sealed), _CONTEXT).decode()

    def generate_authenticator_name(self, user: Account, type: Authenticator.Type) -> str:  # noqa: A002
        known = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return gettext("Kunci %(number)s") % {"number": known + 1}


def watch_second_factors() -> None:
    """Enter every change of a second factor into the ledger, once the library has stored it."""
    for signal, change in (
        (authenticator_added, "added"),
        (authenticator_removed, "removed"),
        (authenticator_reset, "reset"),
    ):
        signal.connect(_noting(change), dispatch_uid=f"jurdil-{change}", weak=False)


def _noting(change: str):
    def note(sender, request, authenticator, **_rest):
        def append():
            accounts.note_second_factor(by=request.viewer, kind=authenticator.type, change=change)

        transaction.on_commit(append)

    return note
