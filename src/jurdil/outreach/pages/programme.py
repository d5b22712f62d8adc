"""What pages of activities, programme and materials need beside their readings."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jurdil.kernel import clock
from jurdil.kernel.language import say
from jurdil.kernel.policy import allows
from jurdil.kernel.queries.header import ElectionChoice, running_elections
from jurdil.kernel.request import number_in
from jurdil.kernel.viewer import Viewer
from jurdil.law.outreach.coverage import Mark
from jurdil.law.outreach.states import State
from jurdil.meetings import queries as meetings
from jurdil.office import queries as office
from jurdil.outreach import queries
from jurdil.outreach.forms.activity import ONLY, WHOLE, FilterForm
from jurdil.outreach.models.activity import STATES
from jurdil.outreach.records import ActivityPage, ActivityRow, CoverGrid, Wanted
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.stages import queries as stages
from jurdil.web import words
from jurdil.web.charts.choropleth import Area, Map, choropleth

Choices = list[tuple[str, Any]]
Crumbs = list[tuple[str, str]]
TAGS = {
    State.PLANNED: "none",
    State.FILED: "wait",
    State.VERIFIED: "ok",
    State.RETURNED: "warn",
    State.CANCELLED: "bad",
}
MARKS = {
    Mark.REACHED: ("ok", gettext_lazy("terjangkau")),
    Mark.PARTLY: ("info", gettext_lazy("sebagian")),
    Mark.PLANNED: ("wait", gettext_lazy("direncanakan")),
    Mark.GAP: ("none", gettext_lazy("belum")),
}
MOST_MEETINGS = 60
MOST_AREAS = 250


def crumbs(*steps: tuple[str, str]) -> Crumbs:
    """The way down from the list of activities."""
    return [(_("Kegiatan sosialisasi"), reverse("outreach:index")), *steps]


def stage_choices(viewer: Viewer) -> Choices:
    """Elections with their stages, `election:stage`, in groups by election."""
    current = stages.current(viewer.about(None))
    found: Choices = []
    for election in current.elections:
        rows = [
            (f"{election.id}:{row.span.stage}", say(row.span.name))
            for row in current.of(election.id)
            if not row.recurring
        ]
        group = [(f"{election.id}:", str(_("Tanpa tahapan tertentu"))), *rows]
        found.append((say(election.name), group))
    return found


def programme_choices(viewer: Viewer) -> Choices:
    """Lines of all running programmes."""
    return [
        (str(pk), title)
        for election in running_elections(viewer)
        for pk, title in queries.programme_choices(viewer, election.id)
    ]


def place_choices(viewer: Viewer) -> Choices:
    """Every place in scope; villages stand below their kecamatan."""
    rows = places.all_places(viewer)
    top = min((one.level for one in rows), default=0)
    return [(one.path, f"{'– ' * (one.level - top)}{one.label}") for one in rows]


def kecamatan(viewer: Viewer) -> Choices:
    """The kecamatan in scope."""
    rows = places.places_below(viewer, viewer.path, paths.KECAMATAN)
    return [(one.path, one.label) for one in rows]


def institution_choices(viewer: Viewer) -> Choices:
    """Institutions of the directory."""
    if not allows(viewer, "office.directory"):
        return []
    return [(str(one.id), one.name) for one in office.institutions(viewer)]


def form_choices(viewer: Viewer) -> dict[str, Choices]:
    """What an activity's form offers."""
    return {
        "stages": stage_choices(viewer),
        "programmes": programme_choices(viewer),
        "places": place_choices(viewer),
        "institutions": institution_choices(viewer),
    }


def first_values(viewer: Viewer, query: Mapping[str, str]) -> dict[str, Any]:
    """A new activity's fields, filled from the address of the page that led here."""
    known = ("stage", "programme", "path", "base", "title")
    return {"path": viewer.path, **{name: query[name] for name in known if query.get(name)}}


def values_of(page: ActivityPage) -> dict[str, Any]:
    """An activity's fields as its form shows them."""
    row = page.row
    whole = len(row.villages) > 1 or (row.villages and row.villages[0] != row.path)
    return {
        "title": row.title,
        "stage": f"{row.election_id}:{row.stage}",
        "programme": str(page.programme_id or ""),
        "held_on": row.held_on,
        "path": row.path,
        "reached": WHOLE if whole else ONLY,
        "venue": row.venue,
        "base": row.base,
        "group": row.group,
        "institution": str(page.institution_id or ""),
        "institution_name": "" if page.institution_id else row.institution,
        "method": row.method,
        "topic": row.topic,
        "partner": row.partner,
        **asdict(row.came),
        "reach": row.reach,
        "cost": row.cost,
        "money": row.money,
    }


def from_meeting(viewer: Viewer, page: ActivityPage) -> dict[str, Any]:
    """Who came according to the meeting that the activity was; nothing without one."""
    if page.meeting_id is None or not page.meeting_title:
        return {}
    counts = meetings.counts_of(viewer, page.meeting_id)
    came: dict[str, Any] = {"total": counts.there}
    if not counts.unknown:
        came |= {"men": counts.men, "women": counts.women}
    if counts.disability_men or counts.disability_women:
        came |= {
            "disabled_men": counts.disability_men,
            "disabled_women": counts.disability_women,
        }
    return came


def meeting_choices(viewer: Viewer, page: ActivityPage) -> Choices:
    """Meetings around the day of an activity."""
    day = page.row.held_on
    first, last = (date.fromordinal(day.toordinal() + by) for by in (-14, 14))
    rows = meetings.meetings_between(viewer, first, last)[:MOST_MEETINGS]
    return [(str(one.id), f"{words.short_day(one.starts)} · {one.title}") for one in rows]


def villages_below(viewer: Viewer, path: str) -> tuple[str, ...]:
    """The villages of a place."""
    return tuple(one.path for one in places.villages(viewer, path))


def filters(viewer: Viewer, query: Mapping[str, str]) -> FilterForm:
    """The form that narrows the list."""
    return FilterForm(query or None, states=STATES, places=place_choices(viewer))


def wanted(form: FilterForm, query: Mapping[str, str]) -> Wanted:
    """What a list shows; what cannot be read does not filter."""
    data = form.cleaned_data if form.is_bound and form.is_valid() else {}
    line = query.get("program", "")
    return Wanted(
        state=data.get("keadaan", ""),
        base=data.get("basis", ""),
        method=data.get("metode", ""),
        place=data.get("wilayah", ""),
        search=data.get("cari", ""),
        stage=query.get("tahapan", ""),
        programme=number_in(line),
        first=data.get("dari"),
        last=data.get("sampai"),
    )


def lines(rows: tuple[ActivityRow, ...]) -> list[tuple[ActivityRow, str]]:
    """Rows with the look of their state."""
    return [(row, TAGS[State(row.state)]) for row in rows]


def chips(viewer: Viewer, chosen: Wanted) -> list[tuple[str, str | Promise, int]]:
    """States with how many activities stand in each."""
    counts = queries.state_counts(viewer, Wanted(**{**asdict(chosen), "state": ""}))
    return [(str(state), STATES[state], counts[state]) for state in State]


def election(viewer: Viewer, asked: str) -> ElectionChoice | None:
    """The election asked for, else the one looked at, else the first that runs with a vote."""
    running = running_elections(viewer)
    by_id = {str(one.id): one for one in running}
    looked = by_id.get(asked) or by_id.get(str(viewer.election_id or ""))
    if looked:
        return looked
    return next((one for one in running if one.regime != "rutin"), next(iter(running), None))


def marked(grid: CoverGrid) -> list[dict[str, Any]]:
    """The rows of the grid with the look of each cell and where a gap leads."""
    return [
        {
            "row": row,
            "cells": [
                {
                    "cell": cell,
                    "tag": MARKS[cell.mark][0],
                    "word": MARKS[cell.mark][1],
                    "base": name,
                }
                for cell, (_code, name) in zip(row.cells, grid.bases, strict=True)
            ],
        }
        for row in grid.rows
    ]


def drawn(viewer: Viewer, grid: CoverGrid, place: str) -> Map | None:
    """The villages coloured by how many bases are reached; None while no outline is loaded."""
    by_path = {row.path: row for row in grid.rows}
    found = places.outlines(viewer, place or viewer.path, paths.VILLAGE)
    if not found or len(found) > MOST_AREAS:
        return None
    areas = [
        Area(
            key=one.path,
            label=one.name,
            rings=one.rings,
            value=_reached(by_path.get(one.path)),
            shown=words.number(_reached(by_path.get(one.path))),
            url=reverse("places:place", args=[one.path]),
        )
        for one in found
    ]
    return choropleth(areas, words.number)


def _reached(row: Any) -> int | None:
    if row is None:
        return None
    return len([cell for cell in row.cells if cell.mark is Mark.REACHED])


def material_stages(viewer: Viewer, election_id: int) -> Choices:
    """Stages with a date, each with its days, to be ticked."""
    rows = stages.current(viewer.about(election_id)).of(election_id)
    return [
        (row.span.stage, f"{say(row.span.name)} · {_days(row.span)}")
        for row in rows
        if (row.span.opens or row.span.closes) and not row.recurring
    ]


def _days(span: Any) -> str:
    ends = [words.short_day(one) for one in (span.opens, span.closes) if one]
    return " – ".join(dict.fromkeys(ends))


def this_month() -> tuple[date, date]:
    """The first day of the legal month, and today."""
    today = clock.today()
    return today.replace(day=1), today
