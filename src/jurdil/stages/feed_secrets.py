"""The secret in the address of a calendar feed: long, random, and kept only as its digest."""

import hashlib
import secrets

BYTES = 32


def new_secret() -> str:
    """A fresh secret for an address."""
    return secrets.token_urlsafe(BYTES)


def digest(secret: str) -> str:
    """What the database keeps. The secret is random, so a plain hash cannot be guessed back."""
    return hashlib.sha256(secret.encode()).hexdigest()
