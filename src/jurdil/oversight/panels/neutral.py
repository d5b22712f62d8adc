"""Clocks and pages of neutrality, money politics and disputes; ways to them from a report."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from jurdil.kernel.policy import allows
from jurdil.law.text import Text
from jurdil.oversight import clocks_ahead, queries, sources
from jurdil.web import slots

REGISTERS = (
    ("oversight.neutral_note", "oversight:neutral_new", Text("Netralitas", "Neutrality")),
    ("oversight.money_note", "oversight:money_new", Text("Politik uang", "Money politics")),
    ("oversight.dispute_receive", "oversight:dispute_new", Text("Sengketa proses", "Dispute")),
)


def of_report(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """From a report or a case into one of these registers, with place and source filled in."""
    viewer = request.viewer  # type: ignore[attr-defined]
    ways = [(url, name) for right, url, name in REGISTERS if allows(viewer, right)]
    if not ways:
        return None
    source = f"{values['kind']}:{values['number']}"
    context = {"ways": ways, "source": source, "path": values["path"]}
    return render_to_string("oversight/panels/registers.html", context, request)


slots.register("oversight.registers", of_report)

clocks_ahead.register(
    "neutral",
    Text("Netralitas", "Neutrality"),
    queries.neutral_clocks,
    right="oversight.neutral",
)
clocks_ahead.register(
    "dispute",
    Text("Sengketa proses", "Process disputes"),
    queries.dispute_clocks,
    right="oversight.dispute",
)
sources.register(
    "dispute",
    Text("Sengketa proses", "Process dispute"),
    "oversight:dispute",
    right="oversight.dispute",
)
sources.register(
    "money", Text("Politik uang", "Money politics"), "oversight:money", right="oversight.money"
)
sources.register(
    "neutral", Text("Netralitas", "Neutrality"), "oversight:neutral", right="oversight.neutral"
)
sources.register("lhp", Text("LHP", "LHP"), "oversight:lhp", right="oversight.lhp")
sources.register(
    "draft", Text("Konsep temuan", "Draft finding"), "oversight:draft", right="oversight.drafts"
)
