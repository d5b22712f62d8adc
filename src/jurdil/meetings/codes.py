"""The code on the wall and the pass that a scan of it gives, signed with the office's key."""

import hmac
from dataclasses import dataclass

from django.core import signing

from jurdil.kernel import clock, crypto
from jurdil.law.meetings import wall
from jurdil.law.meetings.kinds import code_times

PURPOSE = "meetings:wall"
SALT = "jurdil.meetings.pass"
_LENGTH = 16


class Expired(Exception):
    """The code on the wall has changed since it was scanned, or is none of ours."""


@dataclass(frozen=True)
class Pass:
    """What a guest's phone holds after a scan: for which meeting and session."""

    code: str
    session: int


def on_the_wall(code: str, session: int) -> tuple[str, int]:
    """The token that hangs on the wall now, and the seconds until the next one."""
    now, times = clock.real(), code_times()
    step = wall.step_of(now, times)
    return f"{step}-{_sign(code, session, step)}", wall.seconds_left(now, times)


def exchange(code: str, session: int, token: str) -> str:
    """A scanned token for a pass. Raises `Expired`."""
    step_text, _dash, signature = token.partition("-")
    if not (step_text.isdecimal() and len(step_text) <= _LENGTH):
        raise Expired
    step = int(step_text)
    if not hmac.compare_digest(signature.encode(), _sign(code, session, step).encode()):
        raise Expired
    if not wall.alive(step, clock.real(), code_times()):
        raise Expired
    return signing.dumps([code, session], salt=SALT)


def opened(given: str) -> Pass:
    """The pass of a form. Raises `Expired` once it is too old."""
    try:
        code, session = signing.loads(given, salt=SALT, max_age=code_times().form_minutes * 60)
    except signing.BadSignature:
        raise Expired from None
    return Pass(code, session)


def _sign(code: str, session: int, step: int) -> str:
    return crypto.blind_index(f"{code}:{session}:{step}", PURPOSE)[:_LENGTH]
