"""Identities at rest: sealed as one text per person, opened only by acts that answer for it."""

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from jurdil.kernel import crypto

INDEX = 32


def sealed(table: str, facts: Mapping[str, str]) -> dict[str, Any]:
    """The columns of `models.sealed.SealedPerson` for these facts, bound to the table."""
    token = uuid4()
    key_id, content = crypto.encrypt(json.dumps(dict(facts)).encode(), _context(table, token))
    return {"token": token, "key_id": key_id, "sealed": content}


def opened(table: str, row: Any) -> dict[str, str]:
    """The facts of a sealed row in the clear. Raises `crypto.Unreadable` for a changed one."""
    text = crypto.decrypt(row.key_id, bytes(row.sealed), _context(table, row.token))
    facts: dict[str, str] = json.loads(text)
    return facts


def fingerprint(number: str, purpose: str) -> str:
    """A keyed fingerprint by which the same number is found again; '' for an empty one."""
    digits = "".join(sign for sign in number if sign.isdigit())
    return crypto.blind_index(digits, purpose)[:INDEX] if digits else ""


def _context(table: str, token: UUID) -> str:
    return f"{table}:{token}"
