"""What each sheet shows, and the empty tables to fill in."""

import io
from datetime import date, timedelta
from typing import Any

import xlsxwriter

from jurdil.kernel import clock
from jurdil.kernel.language import say
from jurdil.kernel.roles import ROLES
from jurdil.kernel.viewer import Viewer
from jurdil.law.calendar_days import HolidayPolicy
from jurdil.stages import deadlines, divisions, queries
from jurdil.stages.first_hour import guests, progress, recap
from jurdil.stages.queries.first_hour import FirstHour, Post

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COLUMNS = {
    progress.RECAP: (*recap.REQUIRED, *recap.OPTIONAL[2:]),
    progress.GUESTS: (*guests.REQUIRED, *guests.OPTIONAL[1:]),
}
MONTHS = range(1, 13)


def columns(code: str) -> tuple[tuple[str, bool], ...]:
    """The columns of a step's table, and whether each must be there."""
    needed = recap.REQUIRED if code == progress.RECAP else guests.REQUIRED
    return tuple((name, name in needed) for name in COLUMNS[code])


def empty_table(code: str) -> bytes:
    """An XLSX with the header of a step's table and nothing below it."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        bold = book.add_format({"bold": True})
        for at, name in enumerate(COLUMNS[code]):
            sheet.write_string(0, at, name, bold)
            sheet.set_column(at, at, max(len(name) + 4, 14))
        sheet.freeze_panes(1, 0)
    return out.getvalue()


def content(viewer: Viewer, code: str) -> dict[str, Any]:
    """The values of a sheet. Raises `FirstFile.DoesNotExist` before its table was brought."""
    if code == progress.RECAP:
        return _recap(recap.read(queries.kept_content(viewer, code)))
    if code == progress.GUESTS:
        return {"institutions": guests.read(queries.kept_content(viewer, code))}
    if code == progress.HOLIDAYS:
        return _calendar(viewer)
    state = queries.first_hour(viewer)
    if code == progress.NAMES:
        return {"members": [_named(post) for post in state.members]}
    if code == progress.SUBDIVISIONS:
        return {"rows": _subdivisions(state)}
    return {"letterhead": state.letterhead}


def _recap(found: recap.Recap) -> dict[str, Any]:
    used = [column for column, _figure in found.sums]
    return {
        "recap": found,
        "heads": [recap.NAMES[column] for column in used],
        "body": [(line.name, [line.number(column) for column in used]) for line in found.lines],
    }


def _named(post: Post) -> dict[str, Any]:
    role = ROLES[post.role]
    return {
        "post": post,
        "role": role.name,
        "division": say(divisions.full(post.division)) if post.division else "",
    }


def _subdivisions(state: FirstHour) -> list[dict[str, Any]]:
    """Each sub-division with its head, or with the gap; then heads of no known one."""
    known = divisions.subdivisions(clock.today())
    rows: list[dict[str, Any]] = [
        {
            "name": say(item.name),
            "heads": [post for post in state.heads if post.division == item.id],
            "serves": ", ".join(say(divisions.short(served)) for served in item.serves),
        }
        for item in known
    ]
    ids = {item.id for item in known}
    others = [post for post in state.heads if post.division not in ids]
    if others:
        rows.append({"name": "", "heads": others, "serves": ""})
    return rows


def _calendar(viewer: Viewer) -> dict[str, Any]:
    """The year: working days by month, and every day off with its reason."""
    year = clock.today().year
    calendar = deadlines.office_calendar(frozenset({year}))
    policy = HolidayPolicy()
    days = _days(year)
    off = [(day, calendar.day_off(day, policy)) for day in days]
    named = [(day, found) for day, found in off if found and found.kind != "weekend"]
    working = {
        month: len([day for day, found in off if day.month == month and found is None])
        for month in MONTHS
    }
    return {
        "year": year,
        "months": [(date(year, month, 1), working[month]) for month in MONTHS],
        "days_off": named,
        "entered": queries.holidays_of(viewer, year),
        "settled": year in calendar.settled_years,
    }


def _days(year: int) -> list[date]:
    first = date(year, 1, 1)
    count = (date(year + 1, 1, 1) - first).days
    return [first + timedelta(days=step) for step in range(count)]
