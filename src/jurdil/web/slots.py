"""Slots: places in a page where other rooms may put a panel, without being imported by it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

Panel = Callable[[HttpRequest, Mapping[str, Any]], str | None]


@dataclass(frozen=True)
class Registered:
    order: int
    name: str
    panel: Panel


_panels: dict[str, list[Registered]] = {}


def register(slot: str, panel: Panel, order: int = 50) -> None:
    """Show `panel` in `slot`, lower order first.

    A panel gets the request and the values of the slot tag and returns rendered HTML, or None when
    it has nothing to show to this viewer. Raises ValueError when it is registered twice.
    """
    name = f"{panel.__module__}.{panel.__qualname__}"
    entries = _panels.setdefault(slot, [])
    if any(entry.name == name for entry in entries):
        raise ValueError(f"{name} is already in the slot {slot}")
    entries.append(Registered(order, name, panel))
    entries.sort(key=lambda entry: (entry.order, entry.name))


def unregister(slot: str, panel: Panel) -> None:
    """Take a panel out again (tests)."""
    name = f"{panel.__module__}.{panel.__qualname__}"
    _panels[slot] = [entry for entry in _panels.get(slot, []) if entry.name != name]


def render(slot: str, request: HttpRequest, values: Mapping[str, Any]) -> SafeString:
    """All panels of a slot one after the other; nothing when none has anything to show."""
    shown = [entry.panel(request, values) for entry in _panels.get(slot, [])]
    return format_html_join("\n", "{}", ((mark_safe(html),) for html in shown if html))
