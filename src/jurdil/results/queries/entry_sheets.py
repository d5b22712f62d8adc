"""Empty sheets of a contest, to be filled where an office types its own table."""

from collections.abc import Mapping
from dataclasses import dataclass

from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime import load_regime
from jurdil.law.rules import figures, params_for
from jurdil.law.text import Text
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.results import ground, reading
from jurdil.results.shapes import shape_of


@dataclass(frozen=True)
class SheetOf:
    """A sheet that can be asked for: a contest, in one dapil where it has several."""

    contest: str
    name: Text
    dapil: str
    dapil_name: str
    ready: bool
    """Whether the columns are known: the ballot is registered, or a form is in."""


@dataclass(frozen=True)
class EmptySheet:
    """Columns of a form and the TPS to fill, by path; `names` are those of their places."""

    figures: tuple[str, ...]
    tps: tuple[str, ...]
    names: Mapping[str, str]


@query("results.entry")
def entry_sheets(viewer: Viewer, election_id: int) -> tuple[SheetOf, ...]:
    """The sheets of an election, contest by contest. Raises `Election.DoesNotExist`."""
    found = []
    for one in reading.subjects(viewer, election_id):
        contest = one.contest.id
        rows = places.dapil_of(viewer, election_id, contest)
        for code, name in [(row.code, row.name) for row in rows] or [("", "")]:
            ready = bool(_figures(viewer, one, code))
            found.append(SheetOf(contest, one.name, code, name, ready))
    return tuple(found)


@query("results.entry")
def entry_sheet(viewer: Viewer, election_id: int, contest: str, dapil: str = "") -> EmptySheet:
    """Every TPS in scope of a contest in one dapil, in the order of their paths.

    `figures` is empty while the ballot is not registered. Raises `Election.DoesNotExist`.
    """
    about = reading.subject(viewer, election_id, contest)
    dapil_at = ground.dapil_finder(viewer, election_id, contest)
    found = sorted(p for p in places.tps_paths(viewer, election_id) if dapil_at(p) == dapil)
    villages = {paths.parent(path) for path in found}
    names = places.names(viewer, villages | {paths.parent(path) for path in villages})
    return EmptySheet(_figures(viewer, about, dapil), tuple(found), names)


def _figures(viewer: Viewer, about: reading.Subject, dapil: str) -> tuple[str, ...]:
    election, contest = about.election, about.contest.id
    if shape := shape_of(election.pk, contest, dapil):
        return shape.figures
    choices = ground.ballot_choices(viewer, election.pk, contest)(dapil)
    return figures(choices, params_for(load_regime(election.regime))) if choices else ()
