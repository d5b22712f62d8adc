"""From the bytes a phone sent to an answer per event; nothing in here trusts the sender."""

import json
import logging
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NoReturn
from uuid import UUID

from django.db import IntegrityError
from django.utils.translation import gettext as _

from jurdil.kernel import clock, outbox
from jurdil.kernel.actions.outbox import carry, receive
from jurdil.kernel.acts import Refused
from jurdil.kernel.files import plain_name
from jurdil.kernel.models import SyncEvent
from jurdil.kernel.outbox import Announced, FieldEvent, attachments
from jurdil.kernel.queries.outbox import answered
from jurdil.kernel.viewer import Viewer

BODY = 512 * 1024
"""Bytes of a batch at most."""
ENOUGH = BODY + 1
"""Bytes to read of a request, so that one that is too long shows."""
BATCH = 50
VALUES = 8_000
"""Characters of one event's values at most, counted as a phone counts them before it sends."""
NAME = 120
"""Characters of a file's name at most."""
LARGEST = 2**53
"""Whole numbers beyond this one do not survive a browser."""
UNKEPT = re.compile("[\x00\ud800-\udfff]")
"""Signs that no database keeps: NUL, and half of a pair that an emoji was cut into."""

WORDS = {
    SyncEvent.Outcome.APPLIED: "applied",
    SyncEvent.Outcome.CONFIRMED: "confirmed",
    SyncEvent.Outcome.CONFLICT: "conflict",
    SyncEvent.Outcome.LATE: "late",
    SyncEvent.Outcome.REFUSED: "refused",
}
RETRY, RELOAD = "retry", "reload"
"""Answers after which the phone keeps the event: try again later, or renew the page first."""

_log = logging.getLogger(__name__)


class Malformed(Exception):
    """A batch cannot be read; the message is a sentence for the sender."""


@dataclass(frozen=True)
class Faulty:
    """An event with a readable id and nothing else that can be believed."""

    id: UUID


@dataclass(frozen=True)
class Batch:
    """What one request or one file brings; `account` is who recorded it, as the phone says."""

    account: int
    events: tuple[FieldEvent | Faulty, ...]


@dataclass(frozen=True)
class Answer:
    """What the phone is told about one event."""

    id: UUID
    outcome: str
    code: str = ""
    message: str = ""
    revision: int | None = None


def read(body: bytes, *, most: int = BATCH) -> Batch:
    """The batch in a body. Raises `Malformed`."""
    try:
        document = json.loads(body, parse_constant=_refuse)
        sent_at = _moment(document["sent_at"])
        account, items = document["account"], document["events"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Malformed(
            _("Kiriman tidak dapat dibaca. Muat ulang halaman, lalu kirim lagi.")
        ) from error
    if type(account) is not int or not isinstance(items, list):
        raise Malformed(_("Kiriman tidak dapat dibaca. Muat ulang halaman, lalu kirim lagi."))
    if len(items) > most:
        facts = {"count": len(items), "most": most}
        raise Malformed(_("Kiriman memuat %(count)s catatan, sedangkan batasnya %(most)s.") % facts)
    gap = clock.real() - sent_at
    return Batch(account, tuple(_event(item, gap) for item in items))


def take(by: Viewer, batch: Batch) -> tuple[Answer, ...]:
    """Take every event of a batch, each in an act of its own; known ones get their old answer.

    A batch of another account is the file of a phone that was handed over.
    """
    known = answered(by, [event.id for event in batch.events])
    answers = []
    for event in batch.events:
        if event.id not in known:
            answer = _take(by, event, batch.account)
            if isinstance(answer, Answer):
                answers.append(answer)
                continue
            known[event.id] = answer
        answers.append(_answer(known[event.id]))
    return tuple(answers)


def as_json(answers: Iterable[Answer]) -> list[dict[str, Any]]:
    """Answers as the phone reads them."""
    return [
        {
            "id": str(answer.id),
            "outcome": answer.outcome,
            "code": answer.code,
            "message": answer.message,
            "revision": answer.revision,
        }
        for answer in answers
    ]


def _take(by: Viewer, event: FieldEvent | Faulty, account: int) -> SyncEvent | Answer:
    if isinstance(event, Faulty):
        text = _("Catatan ini rusak dan tidak dapat dibaca. Catat sekali lagi.")
        return Answer(event.id, "refused", "bentuk", text)
    if not outbox.readable(event):
        text = _("Catatan ini dibuat oleh versi lain. Muat ulang halaman, lalu kirim lagi.")
        return Answer(event.id, RELOAD, "versi", text)
    try:
        if account == by.account_id:
            return receive(by=by, event=event)
        return carry(by=by, event=event, worker_id=account)
    except (Refused, IntegrityError) as error:
        found = answered(by, [event.id])
        return found[event.id] if found else _unkept(event, error)
    except Exception:
        # One event that meets a fault of ours must not hold up the others, nor be lost.
        _log.exception("a field event of kind %s could not be taken", event.kind)
        text = _("Terjadi galat di sistem. Catatan tetap tersimpan di HP dan dicoba lagi.")
        return Answer(event.id, RETRY, "galat", text)


def _unkept(event: FieldEvent, error: Exception) -> Answer:
    if isinstance(error, Refused):
        return Answer(event.id, "refused", "aturan", str(error))
    return Answer(event.id, "refused", "akun", _("Catatan ini sudah dikirim oleh akun lain."))


def _answer(row: SyncEvent) -> Answer:
    outcome = WORDS[SyncEvent.Outcome(row.outcome)]
    return Answer(row.pk, outcome, row.code, row.message, row.revision)


def _event(item: Any, gap: timedelta) -> FieldEvent | Faulty:
    """One event, or what is left of it. Raises `Malformed` when not even its id can be read."""
    try:
        key = UUID(item["id"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Malformed(_("Sebuah catatan tidak memiliki nomor yang benar.")) from error
    try:
        return FieldEvent(
            id=key,
            kind=_short(item["kind"], 40),
            subject=_short(item["subject"], 80),
            base=_whole(item["base"]),
            values=_values(item["values"]),
            captured_at=_moment(item["captured_at"]),
            device=_short(item["device"], 40),
            app=_short(item["app"], 20),
            clock_gap=gap,
            files=_files(item.get("files", [])),
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return Faulty(key)


def _refuse(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number")


def _short(value: Any, most: int) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= most or not value.isprintable():
        raise ValueError("not a short text")
    return value


def _whole(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= LARGEST:
        raise ValueError("not a revision")
    return value


def _values(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict) or _length(value) > VALUES:
        raise ValueError("not the values of an event")
    found: dict[str, Any] = _kept(value)
    return found


def _length(value: Any) -> int:
    """Characters as a browser writes a value: each sign as itself, no spaces between."""
    return len(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _kept(value: Any) -> Any:
    """A value whose texts every database keeps, so that one odd sign costs nobody a report."""
    if isinstance(value, str):
        return UNKEPT.sub("\ufffd", value)
    if isinstance(value, list):
        return [_kept(one) for one in value]
    if isinstance(value, dict):
        return {_kept(name): _kept(one) for name, one in value.items()}
    return value


def _files(value: Any) -> tuple[Announced, ...]:
    if not isinstance(value, list) or len(value) > attachments.MOST:
        raise ValueError("not the files of an event")
    return tuple(
        Announced(_name(one["name"]), _size(one["size"]), _digest(one["sha256"])) for one in value
    )


def _name(value: Any) -> str:
    """A file's name without the invisible signs that phones put into it."""
    if not isinstance(value, str):
        raise ValueError("not the name of a file")
    return plain_name(value)[:NAME]


def _size(value: Any) -> int:
    if type(value) is not int or not 0 < value <= attachments.LARGEST:
        raise ValueError("not the size of a file")
    return value


def _digest(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch("[0-9a-f]{64}", value):
        raise ValueError("not a digest")
    return value


def _moment(value: Any) -> datetime:
    """A moment with its zone, in years that arithmetic survives."""
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None or not 1970 <= moment.year <= 2200:
        raise ValueError("not a moment")
    return moment
