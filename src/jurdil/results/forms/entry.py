"""What the pages of entry post: cells as typed, notes on warnings, what a coordinator chose."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jurdil.results.entry.typed import LONGEST_NOTE
from jurdil.results.pages.entry_form import LEFT, PREFIX, RIGHT, TICK, WHY

PICK, VALUE, REASON = "pilih", "nilai", "alasan"
"""Names of a differing field's choice, of the figure from the paper, and of its reason."""

_DOTTED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_LABEL = re.compile(r"[2-9A-HJ-NP-Z]{8}")
"""The code of a sheet as it is printed; in small letters it needs a digit, or it is a village."""
_NUMBER = re.compile(r"-?\d{1,9}")


def cells_of(posted: Mapping[str, str]) -> dict[str, str]:
    """Every figure's field as typed, without the dots between thousands."""
    return {
        name.removeprefix(PREFIX): plain_number(value)
        for name, value in posted.items()
        if name.startswith(PREFIX)
    }


def plain_number(text: str) -> str:
    """`1.234` as `1234`; anything else stays as it was typed."""
    text = text.strip()
    return re.sub(r"[.,]", "", text) if _DOTTED.fullmatch(text) else text


def notes_of(posted: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """The notes on warnings by the key of their check: tick, explanation, and the two numbers
    that stood there when it was ticked."""
    notes: dict[str, dict[str, Any]] = {}
    for name, value in posted.items():
        field, _colon, key = name.partition(":")
        if field == WHY and key:
            notes[key] = {
                "tick": bool(posted.get(f"{TICK}:{key}")),
                "why": value.strip()[:LONGEST_NOTE],
                "left": _whole(posted.get(f"{LEFT}:{key}", "")),
                "right": _whole(posted.get(f"{RIGHT}:{key}", "")),
            }
    return {key: note for key, note in notes.items() if note["tick"] or note["why"]}


def choices_of(posted: Mapping[str, str]) -> dict[str, tuple[int, int | None, str]]:
    """What the coordinator chose: field -> (1, 2 or 0, the figure typed from the paper, reason)."""
    chosen: dict[str, tuple[int, int | None, str]] = {}
    for name, value in posted.items():
        field, _colon, figure = name.partition(":")
        if field == PICK and value in {"0", "1", "2"}:
            typed = plain_number(posted.get(f"{VALUE}:{figure}", ""))
            reason = posted.get(f"{REASON}:{figure}", "").strip()[:LONGEST_NOTE]
            chosen[figure] = (int(value), _whole(typed), reason)
    return chosen


def unreadable(posted: Mapping[str, str]) -> tuple[str, ...]:
    """Fields for which the coordinator types the figure and typed neither a number nor `-`."""
    return tuple(
        figure
        for figure, (which, value, _reason) in choices_of(posted).items()
        if which == 0 and value is None and posted.get(f"{VALUE}:{figure}", "").strip() != "-"
    )


def _whole(text: str) -> int | None:
    return int(text) if _NUMBER.fullmatch(text) else None


class FindForm(forms.Form):
    """The TPS that somebody is about to type."""

    q = forms.CharField(
        label=_("TPS pada kertas"),
        max_length=60,
        help_text=_("Ketik nomor dan desa, misalnya 7 Labessi, atau kode pada lembar."),
    )
    contest = forms.ChoiceField(label=_("Jenis formulir"), widget=forms.RadioSelect, required=False)

    def __init__(self, *args: Any, contests: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["contest"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = contests

    @property
    def is_label(self) -> bool:
        """Whether what was typed or scanned is the code of a sheet, which names its contest."""
        text = str(self.cleaned_data["q"]).strip()
        code = text if text.isalpha() else text.upper()
        return ":" in text or bool(_LABEL.fullmatch(code))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "q" in given and not self.is_label and not given.get("contest"):
            self.add_error("contest", _("Pilih jenis formulirnya."))
        return given


class ReasonForm(forms.Form):
    """A coordinator's step and why."""

    reason = forms.CharField(
        label=_("Alasan, ikut tercetak"),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea,
        help_text=_("Apa yang terlihat pada kertas?"),
    )
