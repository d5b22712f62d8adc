"""What a file of results is held against: contest, places, ballot, dapil, what is already in."""

from collections.abc import Callable
from dataclasses import dataclass

from jurdil.kernel import clock
from jurdil.kernel.faults import Fault, FileRefused, whole_file
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer, system_viewer
from jurdil.law.regime import load_regime
from jurdil.law.regime_types import Contest
from jurdil.law.rules import Choices
from jurdil.parties import queries as parties
from jurdil.places import queries as places
from jurdil.results.models import LEVEL_TPS, Form
from jurdil.results.shapes import shape_of


@dataclass(frozen=True)
class Held:
    """An election and one of its contests."""

    election: Election
    contest: Contest


def everywhere(viewer: Viewer) -> Viewer:
    """The whole office, for reading the facts that a file of a smaller place is held against."""
    return system_viewer(clock.office_path(), viewer.house)


def held(viewer: Viewer, chosen: str, kinds: tuple[str, ...] = ()) -> Held:
    """The contest chosen with a file, or the only one it can be. Raises `FileRefused`."""
    election = Election.objects.get(pk=viewer.election_id or 0)
    regime = load_regime(election.regime)
    fitting = [
        contest
        for contest in map(regime.contest, election.contests)
        if not kinds or contest.choice in kinds
    ]
    for contest in fitting:
        if contest.id == chosen or (not chosen and len(fitting) == 1):
            return Held(election, contest)
    listed = ", ".join(contest.id for contest in fitting) or "–"
    raise FileRefused([_which(chosen, listed)])


def _which(chosen: str, listed: str) -> Fault:
    if chosen:
        return whole_file(
            "contest",
            f"Kontes “{chosen}” tidak dapat menerima berkas ini. Pilih salah satu: {listed}.",
            f"The contest “{chosen}” cannot take this file. Choose one of: {listed}.",
        )
    return whole_file(
        "contest",
        f"Pilih kontes yang menjadi tujuan berkas ini: {listed}.",
        f"Choose the contest this file is for: {listed}.",
    )


def villages(viewer: Viewer) -> frozenset[str]:
    """Paths of all villages of the office."""
    return frozenset(place.path for place in places.villages(everywhere(viewer)))


def registered(viewer: Viewer, election_id: int) -> frozenset[str]:
    """Paths of the TPS in use, in scope."""
    return places.tps_paths(viewer, election_id)


def dapil_finder(viewer: Viewer, election_id: int, contest: str) -> Callable[[str], str]:
    """The dapil of a place by its path; '' where the contest has no dapil on record."""
    rows = places.dapil_of(everywhere(viewer), election_id, contest)
    parts = [(part.path, row.code) for row in rows for part in row.parts]

    def code_at(path: str) -> str:
        return next((code for part, code in parts if within(path, part)), "")

    return code_at


def ballot_choices(
    viewer: Viewer, election_id: int, contest: str
) -> Callable[[str], Choices | None]:
    """The registered choices of a dapil; None while the ballot is not known there."""

    def of(dapil: str) -> Choices | None:
        ballot = parties.ballot(everywhere(viewer), election_id, contest, dapil)
        unnamed = ballot.kind == "list" and not any(line.people for line in ballot.lines)
        return None if not ballot.lines or unnamed else ballot.choices()

    return of


def present(election_id: int, contest: str) -> dict[str, str]:
    """The canonical figures of every form that is in, by path."""
    rows = Form.objects.filter(
        election_id=election_id, contest=contest, level=LEVEL_TPS, current__isnull=False
    )
    return dict(rows.values_list("path", "current__figures"))


def require_same_shape(found: Held, dapil: str, choices: Choices) -> None:
    """Raise `FileRefused` when forms of another shape are already in."""
    stored = shape_of(found.election.pk, found.contest.id, dapil)
    if stored is not None and stored.choices != choices:
        old, new = len(stored.choices.votes), len(choices.votes)
        raise FileRefused(
            [
                whole_file(
                    "shape",
                    f"Berkas ini memuat {new} kolom suara, sedangkan formulir yang sudah masuk "
                    f"memuat {old}. Periksa apakah berkas ini untuk kontes dan dapil yang sama.",
                    f"This file has {new} vote columns, but the forms already in have {old}. Check "
                    "that the file is of the same contest and dapil.",
                )
            ]
        )


def dapil_codes(viewer: Viewer, found: Held) -> tuple[str, ...]:
    """The dapil on record for a contest; empty where there are none."""
    rows = places.dapil_of(everywhere(viewer), found.election.pk, found.contest.id)
    return tuple(row.code for row in rows)
