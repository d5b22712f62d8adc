"""Counts over supervision reports: the roll-up of a checklist, and a day with who is missing."""

from dataclasses import replace
from datetime import date, timedelta

from jurdil.kernel import clock, moments, who
from jurdil.kernel.acts import query
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election
from jurdil.kernel.roles import ROLES
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import checklists as law
from jurdil.law.oversight.checklists import Checklist, Reported, RollUp
from jurdil.oversight import lhp_checklists, lhp_sight
from jurdil.oversight.keeping import place as own_place
from jurdil.oversight.lhp_facts import of_content
from jurdil.oversight.lhp_records import DayOfReports, Missing, RollUpPage
from jurdil.oversight.models import Lhp
from jurdil.oversight.rights.roles import ADHOC
from jurdil.places import paths
from jurdil.places import queries as places

LEVELS = {"tps": paths.TPS, "desa": paths.VILLAGE, "kecamatan": paths.KECAMATAN, "kabko": 2}
MISSING = 200


@query("oversight.lhp_rollup")
def checklists(viewer: Viewer) -> tuple[Checklist, ...]:
    """All versions that may be asked or were, newest version first."""
    known = lhp_checklists.known().values()
    return tuple(sorted(known, key=lambda one: (one.id, -one.version)))


@query("oversight.lhp_rollup")
def lhp_rollup(
    viewer: Viewer, key: str, *, path: str = "", election_id: int | None = None
) -> RollUpPage:
    """Answers of one checklist over the places of the viewer, or of one of them.

    Raises Lhp.DoesNotExist for an unknown checklist, `Refused` for a place out of sight.
    """
    checklist = lhp_checklists.known().get(key)
    if checklist is None:
        raise Lhp.DoesNotExist
    place = own_place(viewer, path)
    rows = lhp_sight.visible(viewer).filter(checklist=key, path__within=place)
    if election_id is not None:
        rows = rows.filter(election=election_id)
    level = LEVELS.get(checklist.unit)
    found, elsewhere = [], 0
    for row in rows:
        if level is not None and paths.level(row.path) != level:
            elsewhere += 1
            continue
        where = row.path if level is not None else f"{row.path}, {row.number or row.pk}"
        found.append(Reported(where, row.ends_at, of_content(row.content).answers))
    roll = law.roll_up(checklist, found, _expected(viewer, checklist, place, election_id))
    return RollUpPage(
        checklist=checklist,
        place=places.name_of(viewer, place),
        roll=_named(viewer, roll),
        asked_at=clock.now(),
        elsewhere=elsewhere,
    )


@query("oversight.lhp_rollup")
def lhp_day(viewer: Viewer, day: date) -> DayOfReports:
    """Reports that were sent on a day by place below, and the supervisors who sent none."""
    begin = moments.start_of(day, clock.zone())
    rows = lhp_sight.visible(viewer).filter(
        submitted_at__gte=begin, submitted_at__lt=begin + timedelta(days=1)
    )
    sent = list(rows.values_list("path", "account_id"))
    below = places.places_below(viewer, viewer.path, paths.level(viewer.path) + 1)
    held = [
        one
        for one in who.held_today(viewer.path).select_related("account").order_by("path", "pk")
        if one.role in ADHOC and one.account_id != viewer.account_id
    ]
    reporters = {account for _path, account in sent}
    absent = [one for one in held if one.account_id not in reporters]
    names = lhp_sight.place_names(viewer, {one.path for one in absent[:MISSING]})
    return DayOfReports(
        asked_at=clock.now(),
        reports=len(sent),
        supervisors=len(held),
        absent=len(absent),
        by_place=tuple(
            (one.path, one.label, sum(within(path, one.path) for path, _account in sent))
            for one in below
        ),
        missing=tuple(
            Missing(one.account.name, ROLES[one.role].name, one.path, names.get(one.path, one.path))
            for one in absent[:MISSING]
        ),
    )


def _named(viewer: Viewer, roll: RollUp) -> RollUp:
    """The places with a fault by their names, with their codes."""
    codes = {one.partition(",")[0] for line in roll.lines for one in line.alarmed}
    names = lhp_sight.place_names(viewer, codes)
    lines = tuple(
        replace(
            line,
            alarmed=tuple(f"{names[one.partition(',')[0]]} ({one})" for one in line.alarmed),
        )
        for line in roll.lines
    )
    return replace(roll, lines=lines)


def _expected(
    viewer: Viewer, checklist: Checklist, place: str, election_id: int | None
) -> int | None:
    """How many places of the unit there are; None where nothing is complete."""
    if checklist.unit == "tps":
        if election_id is None or not Election.objects.filter(pk=election_id).exists():
            return None
        known = places.tps_paths(viewer, election_id)
        return sum(within(path, place) for path in known)
    level = LEVELS.get(checklist.unit)
    return None if level is None else len(places.places_below(viewer, place, level))
