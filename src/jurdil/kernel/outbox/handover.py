"""The file of a phone that is handed over: sealed by a password that its worker tells the PPS.

The phone derives the key with PBKDF2 and seals with AES-GCM, both of the browser; see
``web/static/jurdil/field/handover.js``, which writes what is read here.
"""

import base64
import json

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from django.utils.translation import gettext as _

from jurdil.kernel.outbox.receiving import Batch, Malformed, read

MARK = "jurdil-catatan-1"
ROUNDS = 310_000
FILE = 4 * 1024 * 1024
"""Bytes of a file at most."""
EVENTS = 2_000


def opened(content: bytes, password: str) -> Batch:
    """The events in a handed-over file. Raises `Malformed` for another file or password."""
    try:
        sheet = json.loads(content)
        salt, nonce, sealed = (_bytes(sheet[name]) for name in ("salt", "iv", "data"))
        known = sheet["format"] == MARK and len(salt) == 16 and len(nonce) == 12
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Malformed(_("Berkas ini bukan berkas catatan lapangan dari HP petugas.")) from error
    if not known:
        raise Malformed(_("Berkas ini bukan berkas catatan lapangan dari HP petugas."))
    key = PBKDF2HMAC(SHA256(), 32, salt, ROUNDS).derive(password.encode())
    try:
        body = AESGCM(key).decrypt(nonce, sealed, MARK.encode())
    except InvalidTag as error:
        text = _("Sandi tidak cocok dengan berkas ini, atau berkasnya berubah di jalan.")
        raise Malformed(text) from error
    return read(body, most=EVENTS)


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
