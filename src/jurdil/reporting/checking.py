"""A release against what the house knows: its numbers, what is wrong with it, what it told."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Refused
from jurdil.kernel.language import say
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import explain
from jurdil.law.reporting import release as law
from jurdil.law.reporting.release import Finding, Known, Reading
from jurdil.reporting import knowing
from jurdil.reporting.models import ReleaseVersion

FACT, SOURCE = "fact", "source"
Marks = Mapping[str, Mapping[str, str]]


def reading_of(version: ReleaseVersion) -> Reading:
    """The days and numbers of title and text, the title being the first line."""
    return law.read(f"{version.title}\n\n{version.text}", version.dated)


def known_to(viewer: Viewer, version: ReleaseVersion) -> dict[str, Known]:
    """The facts that a version may be linked to, as the house has them now."""
    election_id = version.release.election_id
    return knowing.known(knowing.told(viewer, election_id, version.dated))


def findings(
    viewer: Viewer, version: ReleaseVersion, facts: Mapping[str, Known]
) -> tuple[Finding, ...]:
    """Everything that is wrong with a version today."""
    linked = {key: facts.get(mark[FACT]) for key, mark in version.marks.items() if mark.get(FACT)}
    sources = {key: mark.get(SOURCE, "") for key, mark in version.marks.items()}
    windows = knowing.windows(viewer, version.release.election_id)
    return law.check(reading_of(version), version.dated, linked, sources, windows)


def require_sound(viewer: Viewer, version: ReleaseVersion) -> None:
    """Raise `Refused` with the first thing that stops a version, and how many there are."""
    facts = known_to(viewer, version)
    stops = [one for one in findings(viewer, version, facts) if one.stops]
    if stops:
        raise Refused(
            _("%(first)s (%(count)s hal harus dibereskan sebelum siaran ini keluar.)")
            % {"first": say(stops[0].text), "count": len(stops)}
        )


def kept_marks(marks: Marks, reading: Reading) -> dict[str, dict[str, str]]:
    """The marks whose numbers still stand in the text."""
    keys = {law.mark_key(reading, at) for at in range(len(reading.numbers))}
    return {key: dict(mark) for key, mark in marks.items() if key in keys}


def told(viewer: Viewer, version: ReleaseVersion) -> list[dict[str, Any]]:
    """What every number of a version came from, to be kept with its publication."""
    facts = known_to(viewer, version)
    reading = reading_of(version)
    found = []
    for at, mention in enumerate(reading.numbers):
        mark = version.marks.get(law.mark_key(reading, at), {})
        fact = facts.get(mark.get(FACT, ""))
        found.append(
            {
                "text": mention.text.strip(),
                "key": fact.key if fact else "",
                "id": fact.name.id if fact else "",
                "en": fact.name.en if fact else "",
                "rows_id": [list(row) for row in explain(fact.figure, "id")] if fact else [],
                "rows_en": [list(row) for row in explain(fact.figure, "en")] if fact else [],
                "source": "" if fact else mark.get(SOURCE, ""),
            }
        )
    return found
