"""A household typed from paper: a form per person, forms for who is new there, what they say."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from jurdil.kernel import clock
from jurdil.voters.actions.coklit import Said, Visit
from jurdil.voters.forms.coklit import ElementsForm, HouseForm, NewcomerForm, PersonForm
from jurdil.voters.pages.common import door_codes

PAPER = "kertas"
EMPTY_LINES = 2
"""As many as the printed list has under each household."""


@dataclass(frozen=True)
class Typed:
    """A person of a household, the form of his line, and that of what changed."""

    row: Mapping[str, Any]
    form: PersonForm
    change: ElementsForm

    def is_valid(self) -> bool:
        """Both forms are looked at, so that every fault shows at once."""
        return all([self.form.is_valid(), self.change.is_valid()])


def person_forms(
    regime: str,
    people: Iterable[Mapping[str, Any]],
    stations: Sequence[tuple[str, str]],
    data: QueryDict | None,
) -> list[Typed]:
    """The forms of each person of a household, by the number of its row."""
    choices = {"codes": door_codes(regime), "stations": stations}
    return [
        Typed(
            one,
            PersonForm(data, prefix=f"o{one['id']}", initial={"result": one["hasil"]}, **choices),
            ElementsForm(data, prefix=f"u{one['id']}"),
        )
        for one in people
        if one["v"]
    ]


def newcomer_forms(data: QueryDict | None) -> list[NewcomerForm]:
    """The empty lines under a household."""
    return [NewcomerForm(data, prefix=f"b{at}") for at in range(EMPTY_LINES)]


def all_valid(form: HouseForm, typed: Sequence[Typed], new: Sequence[NewcomerForm]) -> bool:
    """Whether every form of the page is; all are looked at, so that every fault shows at once."""
    found = [form.is_valid(), *(one.is_valid() for one in typed), *(one.is_valid() for one in new)]
    return all(found)


def typed_visit(form: HouseForm) -> Visit:
    """What the form of the household says."""
    given = form.cleaned_data
    return Visit(
        state=given["state"],
        at=clock.now(),
        sticker=given["sticker"],
        met=given["met"],
        sign=given["sign"],
        note=given["note"],
    )


def typed_people(typed: Iterable[Typed]) -> list[tuple[int, Said]]:
    """What the forms say of those who have a new result."""
    return [
        (one.row["id"], _said(one.form.cleaned_data, one.change.elements()))
        for one in typed
        if one.form.cleaned_data["result"] and one.form.cleaned_data["result"] != one.row["hasil"]
    ]


def typed_newcomers(forms: Iterable[NewcomerForm]) -> list[Said]:
    """Who was written on the empty lines."""
    return [
        _said({**form.cleaned_data, "result": "baru"}, form.elements())
        for form in forms
        if form.elements()
    ]


def _said(given: Mapping[str, Any], elements: Mapping[str, str]) -> Said:
    return Said(
        result=given["result"],
        at=clock.now(),
        tms=given.get("tms", ""),
        tps=given.get("tps", ""),
        evidence=given["evidence"],
        evidence_note=given["evidence_note"],
        elements=elements,
        reference=PAPER,
    )
