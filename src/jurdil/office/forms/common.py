"""Fields that several forms of the room have."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import clock
from jurdil.kernel.language import say
from jurdil.stages import divisions


def day_field(label: Any, **more: Any) -> forms.DateField:
    """A day, picked from the browser's calendar."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **more)


def text_field(label: Any, **more: Any) -> forms.CharField:
    """Text of several lines."""
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": 3}), **more)


def rupiah_field(label: Any, **more: Any) -> forms.IntegerField:
    """Whole rupiah; dots between thousands are allowed."""
    return RupiahField(label=label, min_value=0, max_value=999_999_999_999, **more)


class RupiahField(forms.IntegerField):
    """`1.500.000`, `Rp1.500.000` or `1500000`."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def to_python(self, value: Any) -> Any:
        text = str(value or "").strip().removeprefix("Rp").replace(".", "").replace(" ", "")
        return super().to_python(text)


def division_choices(on: date | None = None) -> list[tuple[str, str]]:
    """Divisions and the sub-divisions in force, by name; none first."""
    current = [(one.id, say(one.full)) for one in divisions.divisions()]
    below = [(one.id, say(one.name)) for one in divisions.subdivisions(on or clock.today())]
    return [("", str(_("Tanpa divisi"))), *current, *below]


def division_field(**more: Any) -> forms.ChoiceField:
    """A division, or none."""
    return forms.ChoiceField(
        label=_("Divisi atau subbagian"), choices=division_choices, required=False, **more
    )


def choose(
    label: Any, choices: Iterable[tuple[Any, Any]], *, empty: Any = None, **more: Any
) -> forms.ChoiceField:
    """A choice of a list that is known when the form is made; '' stands for none if optional."""
    offered = list(choices)
    if more.get("required") is False:
        offered.insert(0, ("", str(empty or _("Tidak ada"))))
    return forms.ChoiceField(label=label, choices=offered, **more)


def chosen_id(value: str) -> int | None:
    """A chosen row's id, None for none."""
    return int(value) if value else None


def law_choices(known: dict[str, Any]) -> list[tuple[str, str]]:
    """Rows of the law with their names in the reader's language."""
    language = get_language() or "id"
    return [(code, one.name.pick(language)) for code, one in known.items()]
