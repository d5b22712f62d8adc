"""What the rooms know, made ready for reports and releases."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from jurdil.kernel import clock, facts, moments
from jurdil.kernel.facts import Asked, Fact, Told
from jurdil.kernel.viewer import Viewer
from jurdil.law.reporting.release import Known, Window
from jurdil.reporting.records import Offered
from jurdil.stages import queries as stages


def asked(viewer: Viewer, election_id: int | None, last: date) -> Asked:
    """From the first day of an election's schedule, or of the year, up to a day."""
    first = date(last.year, 1, 1)
    if election_id is not None:
        zone = clock.zone()
        rows = stages.schedule(viewer.about(election_id))
        opened = [moments.day_of(row.span.opens, zone) for row in rows if row.span.opens]
        first = min([*opened, first])
    return Asked(min(first, last), last, election_id)


def told(viewer: Viewer, election_id: int | None, last: date) -> tuple[Told, ...]:
    """What the rooms tell of an election, or of the year, up to a day."""
    return facts.told(viewer, asked(viewer, election_id, last))


def offered(sections: Iterable[Told]) -> tuple[Offered, ...]:
    """Every fact that may stand in a release."""
    return tuple(
        Offered(fact.key, fact.name, one.name, fact.figure)
        for one in sections
        for fact in one.section.facts
        if fact.public and not fact.figure.absent
    )


def known(sections: Iterable[Told]) -> dict[str, Known]:
    """The facts by key as the law's checks take them, with the values of their parts."""
    every = {fact.key: fact for one in sections for fact in one.section.facts if fact.public}
    return {
        key: Known(key, fact.name, fact.figure, _parts(fact, every)) for key, fact in every.items()
    }


def _parts(fact: Fact, every: dict[str, Fact]) -> tuple[Fraction, ...]:
    """The values of a figure's parts; none while one of them is absent."""
    values = [every[key].figure.value for key in fact.parts if key in every]
    numbers = [Fraction(one) for one in values if one is not None and not isinstance(one, date)]
    return tuple(numbers) if len(numbers) == len(fact.parts) else ()


def windows(viewer: Viewer, election_id: int | None) -> tuple[Window, ...]:
    """The stages of an election with their days."""
    if election_id is None:
        return ()
    zone = clock.zone()
    return tuple(
        Window(
            row.span.name,
            moments.day_of(row.span.opens, zone) if row.span.opens else None,
            moments.day_of(row.span.closes, zone) if row.span.closes else None,
        )
        for row in stages.schedule(viewer.about(election_id))
    )


def of_division(sections: Iterable[Told], division: str, stage: str) -> tuple[Told, ...]:
    """The sections of a division and the facts of a stage; all of them without either."""
    found = []
    for one in sections:
        kept = [fact for fact in one.section.facts if _concerns(fact, one, division, stage)]
        tables = one.section.tables if _whole(one, division) and not stage else ()
        if kept or tables:
            found.append(
                Told(one.code, one.name, one.divisions, facts.Section(tuple(kept), tables))
            )
    return tuple(found)


def _concerns(fact: Fact, told: Told, division: str, stage: str) -> bool:
    if stage and fact.stage != stage:
        return False
    owners = fact.divisions or told.divisions
    return not division or not owners or division in owners


def _whole(told: Told, division: str) -> bool:
    return not division or not told.divisions or division in told.divisions
