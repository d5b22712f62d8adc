"""Adapters of the login library: no self sign-up, second-factor secrets sealed at rest."""

import base64

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter

from jurdil.kernel import crypto

_CONTEXT = "mfa"


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the office, never by a visitor."""

    def is_open_for_signup(self, request):
        return False


class SecretAdapter(DefaultMFAAdapter):
    """Second-factor secrets are sealed with the field key."""

    def encrypt(self, text: str) -> str:
        key_id, sealed = crypto.encrypt(text.encode(), _CONTEXT)
        return f"{key_id}:{base64.b64encode(sealed).decode()}"

    def decrypt(self, encrypted_text: str) -> str:
        key_id, _, sealed = encrypted_text.partition(":")
        return crypto.decrypt(key_id, base64.b64decode(sealed), _CONTEXT).decode()
