"""Telephone numbers and e-mail addresses of the directory: sealed, each bound to its own row."""

import secrets

from jurdil.kernel import crypto
from jurdil.office.models import Contact

TAIL = 3


def new_code() -> str:
    """A code that binds sealed bytes to one row."""
    return secrets.token_hex(8)


def seal(contact: Contact, *, phone: str | None, email: str | None) -> list[str]:
    """Seal what is given into the row (None: leave as it is, '': remove); names what changed.

    Both are sealed anew under one key, so that the row has one key id.
    """
    if phone is None and email is None:
        return []
    old_phone, old_email = opened(contact)
    new_phone = old_phone if phone is None else phone.strip()
    new_email = old_email if email is None else email.strip()
    contact.key_id = ""
    contact.phone = _sealed(contact, "phone", new_phone)
    contact.email = _sealed(contact, "email", new_email)
    contact.phone_tail = new_phone[-TAIL:] if len(new_phone) > TAIL else ""
    pairs = {"phone": (old_phone, new_phone), "email": (old_email, new_email)}
    return [name for name, (before, after) in pairs.items() if before != after]


def opened(contact: Contact) -> tuple[str, str]:
    """Telephone and e-mail in plain, '' for what is not recorded."""
    return _plain(contact, "phone", contact.phone), _plain(contact, "email", contact.email)


def masked(contact: Contact) -> str:
    """The telephone number with its last digits only; '' when none is recorded."""
    if contact.phone is None:
        return ""
    return f"••• {contact.phone_tail}".strip()


def _sealed(contact: Contact, field: str, value: str) -> bytes | None:
    if not value:
        return None
    contact.key_id, sealed = crypto.encrypt(value.encode(), _context(contact, field))
    return sealed


def _plain(contact: Contact, field: str, sealed: bytes | memoryview | None) -> str:
    if sealed is None:
        return ""
    return crypto.decrypt(contact.key_id, bytes(sealed), _context(contact, field)).decode()


def _context(contact: Contact, field: str) -> str:
    return f"office_contact:{contact.code}:{field}"
