"""The packages of this room: advice to KPU, its answer back."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from jurdil.kernel import clock, exchange
from jurdil.kernel.exchange import Lines, PackageType, Payload
from jurdil.kernel.language import say
from jurdil.kernel.roles import BAWASLU, KPU, ROLES
from jurdil.law.text import Text
from jurdil.oversight import advice_facts, receiving
from jurdil.oversight.advice_facts import ANSWER_FIELDS, FIELDS
from jurdil.oversight.models import AdviceFacts

_WORDS: dict[str, dict[str, Any]] = {
    "to": dict(AdviceFacts.To.choices),
    "form": dict(AdviceFacts.Form.choices),
    "about": dict(AdviceFacts.About.choices),
    "answer": dict(AdviceFacts.State.choices),
}
_MOMENTS = {"given_at", "ends_at", "answered_at"}


def _check_given(schema: int, payload: Payload) -> None:
    advice_facts.given(schema, payload)


def _check_answer(schema: int, payload: Payload) -> None:
    advice_facts.answered(schema, payload)


def _lines(fields: dict[str, Text]):
    def lines(payload: Payload) -> Lines:
        return tuple((label, _said(name, payload[name])) for name, label in fields.items())

    return lines


def _said(name: str, value: str) -> str:
    """A value as its reader knows it: moments in the office's zone, roles by their names."""
    if name in _MOMENTS:
        return datetime.fromisoformat(value).astimezone(clock.zone()).strftime("%d-%m-%Y %H:%M")
    if name == "role" and value in ROLES:
        return say(ROLES[value].name)
    words = _WORDS.get(name, {})
    return str(words.get(value, value))


def _number(subject: str) -> int:
    return int(subject.rpartition(":")[2])


def _at_bawaslu(subject: str) -> str:
    return reverse("oversight:advice", args=[_number(subject)])


def _at_kpu(subject: str) -> str:
    return reverse("oversight:advice_in", args=[_number(subject)])


def _link(subject: str) -> str:
    return _at_kpu(subject) if subject.startswith("advice_received") else _at_bawaslu(subject)


exchange.register(
    PackageType(
        code=advice_facts.GIVEN,
        name=Text("Saran perbaikan", "Correction advice"),
        schema=advice_facts.SCHEMA,
        check=_check_given,
        step=receiving.take_advice,
        right="oversight.advice_package",
        house=KPU,
        lines=_lines(FIELDS),
        link=_link,
    )
)
exchange.register(
    PackageType(
        code=advice_facts.ANSWERED,
        name=Text("Jawaban saran perbaikan", "Answer to correction advice"),
        schema=advice_facts.SCHEMA,
        check=_check_answer,
        step=receiving.take_answer,
        right="oversight.advice_package",
        house=BAWASLU,
        lines=_lines(ANSWER_FIELDS),
        link=_link,
    )
)
