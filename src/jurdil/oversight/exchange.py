"""The packages of this room: advice and rulings to KPU, the answers back."""

from collections.abc import Callable
from datetime import date, datetime
from types import ModuleType
from typing import Any

from django.urls import reverse

from jurdil.kernel import clock, exchange
from jurdil.kernel.exchange import Arrived, Lines, PackageType, Payload
from jurdil.kernel.language import say
from jurdil.kernel.roles import BAWASLU, KPU, ROLES
from jurdil.law.oversight import rulings
from jurdil.law.text import Text
from jurdil.oversight import advice_facts, receiving, ruling_facts, ruling_store
from jurdil.oversight.models import AdviceFacts

_WORDS: dict[str, dict[str, Any]] = {
    "to": dict(AdviceFacts.To.choices),
    "form": dict(AdviceFacts.Form.choices),
    "about": dict(AdviceFacts.About.choices),
    "answer": dict(AdviceFacts.State.choices),
}
Way = tuple[Text, Callable[..., Arrived]]
"""What a package is called, and the step that takes it in."""
_MOMENTS = {"given_at", "ends_at", "answered_at"}
_DAYS = {"decided_on", "served_on"}
_PAGES = {
    "advice": "oversight:advice",
    "advice_received": "oversight:advice_in",
    "ruling": "oversight:ruling",
    "ruling_received": "oversight:ruling_in",
}


def _checked(read: Callable[[int, Payload], object]) -> Callable[[int, Payload], None]:
    def check(schema: int, payload: Payload) -> None:
        read(schema, payload)

    return check


def _lines(fields: dict[str, Text]):
    def lines(payload: Payload) -> Lines:
        return tuple((label, _said(name, payload[name])) for name, label in fields.items())

    return lines


def _said(name: str, value: str) -> str:
    """A value as its reader knows it: moments in the office's zone, roles by their names."""
    if name in _MOMENTS | _DAYS and not value:
        return ""
    if name in _DAYS:
        return date.fromisoformat(value).strftime("%d-%m-%Y")
    if name == "kind" and value in rulings.kinds():
        return say(rulings.kinds()[value].name)
    if name in _MOMENTS:
        return datetime.fromisoformat(value).astimezone(clock.zone()).strftime("%d-%m-%Y %H:%M")
    if name == "role" and value in ROLES:
        return say(ROLES[value].name)
    words = _WORDS.get(name, {})
    return str(words.get(value, value))


def _link(subject: str) -> str:
    """The page of what a package became."""
    table, _sign, number = subject.partition(":")
    return reverse(_PAGES[table], args=[int(number)])


def _register(facts: ModuleType, right: str, to_kpu: Way, back: Way) -> None:
    """The two packages of a subject: what Bawaslu says to KPU, and what KPU answers."""
    given = (facts.GIVEN, facts.given, facts.FIELDS, KPU, to_kpu)
    answered = (facts.ANSWERED, facts.answered, facts.ANSWER_FIELDS, BAWASLU, back)
    for code, read, fields, house, (name, step) in (given, answered):
        exchange.register(
            PackageType(
                code=code,
                name=name,
                schema=facts.SCHEMA,
                check=_checked(read),
                step=step,
                right=right,
                house=house,
                lines=_lines(fields),
                link=_link,
            )
        )


_register(
    advice_facts,
    "oversight.advice_package",
    (Text("Saran perbaikan", "Correction advice"), receiving.take_advice),
    (Text("Jawaban saran perbaikan", "Answer to correction advice"), receiving.take_answer),
)
_register(
    ruling_facts,
    "oversight.ruling_package",
    (
        Text("Putusan atau rekomendasi Bawaslu", "Ruling or recommendation of Bawaslu"),
        ruling_store.take_ruling,
    ),
    (
        Text("Tindak lanjut putusan Bawaslu", "Follow-up of a ruling of Bawaslu"),
        ruling_store.take_follow_up,
    ),
)
