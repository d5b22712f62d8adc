"""The office as its settings pages show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.models import Holiday, Office
from jurdil.kernel.viewer import Viewer


@dataclass(frozen=True)
class OfficeSettings:
    """What an office set for itself; `clock_moved` when training mode shows another day."""

    name: str
    kind: str
    regency: str
    province: str
    path: str
    zone: str
    regions_edition: str
    training: bool
    sample_data: bool
    letterhead: Mapping[str, str]
    legal_now: datetime
    clock_moved: bool


@dataclass(frozen=True)
class HolidayRow:
    """A day off, or back to work, that the office entered with its basis."""

    day: date
    kind: str
    kind_name: str
    name: str
    basis: str


@query("office.settings")
def settings(viewer: Viewer) -> OfficeSettings:
    """The office's own settings. Raises `Office.DoesNotExist` before `jurdil init`."""
    office = Office.objects.get()
    return OfficeSettings(
        name=office.name,
        kind=office.kind,
        regency=office.regency,
        province=office.province,
        path=office.path,
        zone=office.zone,
        regions_edition=office.regions_edition,
        training=office.mode == Office.Mode.TRAINING,
        sample_data=office.sample_data,
        letterhead=office.letterhead,
        legal_now=clock.now(),
        clock_moved=office.legal_anchor is not None,
    )


@query("office.settings")
def holidays(viewer: Viewer, *, year: int | None = None) -> tuple[HolidayRow, ...]:
    """Days that the office entered, of one year or all, in order."""
    days = Holiday.objects.order_by("day")
    if year is not None:
        days = days.filter(day__year=year)
    return tuple(
        HolidayRow(row.day, row.kind, str(row.get_kind_display()), row.name, row.basis)
        for row in days
    )
