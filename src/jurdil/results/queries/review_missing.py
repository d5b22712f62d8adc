"""TPS whose votes are not in: where their entry stands, and what they could still change.

Nothing of a reading is shown before it is agreed: a form that is not in counts as everything its
paper can hold, whatever was typed.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from jurdil.kernel import paging
from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.law import detect
from jurdil.law import outcome as law
from jurdil.law.entry import NAMES, State
from jurdil.law.outcome import Reach
from jurdil.law.regime import load_regime
from jurdil.law.rules import params_for
from jurdil.law.text import Text
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.results import ground, reading
from jurdil.results.models import LEVEL_TPS, Entri, Form
from jurdil.results.outcomes import Standing, heads, standings
from jurdil.results.ranking import NOTHING
from jurdil.results.shapes import shapes_of
from jurdil.results.writing import read_figures

PAGE = 60
FEW = 500
WAITS_FOR_A_PERSON = (State.DECISION, State.DIFFERENT, State.FAULTY)
"""States in which a form is typed and stopped."""


@dataclass(frozen=True)
class MissingRow:
    """A TPS without all its votes. `state` is that of its entry, `room` what its paper can hold."""

    path: str
    label: str
    way: str
    state: Text
    stopped: bool
    room: int
    reach: Reach
    standing: Standing | None


@dataclass(frozen=True)
class Missing:
    """The TPS of a contest in scope whose votes are not in."""

    election: Text
    contest: Text
    page: paging.Page[MissingRow]


@query("results.review")
def review_missing(
    viewer: Viewer, election_id: int, contest: str, *, after: str = "", size: int = PAGE
) -> Missing:
    """What could change an outcome first, then what waits for a person, then by TPS.

    Raises `Election.DoesNotExist` out of sight.
    """
    about = reading.subject(viewer, election_id, contest)
    found = {one.dapil: one for one in standings(viewer, election_id, contest)}
    absent = places.tps_paths(viewer, election_id) - _complete(viewer, election_id, contest)
    rooms = _rooms(viewer, about, absent)
    states = dict(
        Entri.objects.filter(
            election_id=election_id, contest=contest, path__within=viewer.path
        ).values_list("path", "state")
    )
    dapil_at = ground.dapil_finder(viewer, election_id, contest)
    drafted = [
        _row(path, states.get(path, State.EMPTY.value), rooms[path], found.get(dapil_at(path)))
        for path in sorted(absent)
    ]
    ordered = sorted(drafted, key=_place)
    key = paging.decode(after, int)
    start = max(int(key[0]), 0) if key else 0
    shown = _named(viewer, ordered[start : start + size + 1])
    at = {row.path: place for place, row in enumerate(ordered, 1)}
    page = paging.page_of(
        shown, size, lambda row: (at[row.path],), first=start == 0, total=len(ordered)
    )
    return Missing(about.title, about.name, page)


def _complete(viewer: Viewer, election_id: int, contest: str) -> set[str]:
    """TPS whose form has the votes of every choice."""
    lines = {dapil: heads(one.choices) for dapil, one in shapes_of(election_id, contest).items()}
    forms = reading.forms_of(viewer, election_id, contest)
    rows = forms.values_list("path", "dapil", "current__figures").iterator(chunk_size=500)
    return {
        path
        for path, dapil, text in rows
        if all(name in read_figures(text) for name in lines[dapil])
    }


def _rooms(viewer: Viewer, about: reading.Subject, absent: Collection[str]) -> dict[str, int]:
    """What the paper of each TPS can hold; by its DPT where a form of another contest gives it."""
    params = params_for(load_regime(about.election.regime))
    known: dict[str, Mapping[str, int]] = {}
    if len(absent) <= FEW:
        others = Form.objects.filter(
            election=about.election, level=LEVEL_TPS, path__in=absent, current__isnull=False
        ).exclude(contest=about.contest.id)
        for path, text in others.values_list("path", "current__figures"):
            listed = detect.listed_of(read_figures(text))
            if listed:
                known[path] = {"dpt": listed}
    return {path: detect.paper_room(known.get(path, {}), params) or 0 for path in absent}


def _row(path: str, state: str, room: int, standing: Standing | None) -> MissingRow:
    paper = law.Movable({}, room)
    reach = law.reach(standing.outcome, [paper]) if standing else NOTHING
    known = State(state)
    stopped = known in WAITS_FOR_A_PERSON
    return MissingRow(path, "", "", NAMES[known], stopped, room, reach, standing)


def _place(row: MissingRow) -> tuple[object, ...]:
    decides = row.standing is not None and row.standing.decides
    return (*law.urgency(row.reach, decides), not row.stopped, row.path)


def _named(viewer: Viewer, rows: list[MissingRow]) -> list[MissingRow]:
    known = places.names(viewer, {step for row in rows for step in paths.ancestors(row.path)})
    return [
        MissingRow(
            row.path,
            f"TPS {paths.tps_number(row.path):03d}",
            ", ".join(
                known[step]
                for step in reversed(paths.ancestors(row.path))
                if paths.level(step) > paths.REGENCY and step in known
            ),
            row.state,
            row.stopped,
            row.room,
            row.reach,
            row.standing,
        )
        for row in rows
    ]
