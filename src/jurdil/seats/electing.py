"""The candidates of a list in the order of the law, with what was decided where it is silent."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Refused
from jurdil.law.seats.criteria import LEVELS, Candidate, Level
from jurdil.law.seats.elected import Elected, elect
from jurdil.seats.inputs import Input, Person, Spread
from jurdil.seats.models import KeputusanSeri

DOWN_TO = {
    "desa": (LEVELS["kecamatan"], LEVELS["desa"]),
    "tps": (LEVELS["kecamatan"], LEVELS["desa"], LEVELS["tps"]),
}
"""The two readings of "secara berjenjang": the text does not say whether the TPS is a level."""

Kind = KeputusanSeri.Kind


@dataclass(frozen=True)
class Row:
    """A candidate's place in the list; `counts` are places with votes per level, when compared."""

    number: int
    rank: int
    elected: bool
    reason: Mapping[str, Any] | None
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Placed:
    """A list in order. `tied` is what the plenary must decide, None when nothing is open."""

    rows: tuple[Row, ...]
    tied: dict[str, Any] | None = None


def place_list(
    party: str,
    people: Sequence[Person],
    seats: int,
    spread: Mapping[tuple[str, int], Spread],
    decisions: Sequence[KeputusanSeri],
) -> tuple[Placed, list[int]]:
    """The order of a list and the ids of the decisions it follows.

    A list whose candidates' votes are not in has no order yet. Raises `Refused` where the sex of
    candidates with equal votes is not recorded.
    """
    if not people or any(one.votes is None for one in people):
        return Placed(()), []
    _require_sex(party, people)
    candidates = [
        Candidate(one.number, one.sex or "L", one.votes or 0, _spread(spread, party, one.number))
        for one in people
    ]
    plain, deep = (elect(candidates, seats, levels) for levels in DOWN_TO.values())
    if plain.tie is not None:
        return _with_candidate_decision(party, candidates, seats, plain, decisions)
    if plain.numbers == deep.numbers or deep.tie is not None:
        return Placed(_rows(plain, DOWN_TO["desa"])), []
    return _with_level_decision(party, candidates, plain, deep, decisions)


def as_rows(made: Input, lists: Mapping[str, Placed]) -> Iterator[dict[str, Any]]:
    """The fields of every `Calon` of a calculation."""
    for party, placed in lists.items():
        known = {one.number: one for one in made.people[party]}
        for row in placed.rows:
            person = known[row.number]
            yield {
                "party": party,
                "number": row.number,
                "name": person.name,
                "sex": person.sex,
                "votes": person.votes or 0,
                "spread": list(row.counts),
                "rank": row.rank,
                "elected": row.elected,
                "reasons": [row.reason] if row.reason else [],
            }


def _require_sex(party: str, people: Sequence[Person]) -> None:
    for one in people:
        if not one.sex and sum(one.votes == other.votes for other in people) > 1:
            raise Refused(
                _(
                    "Calon nomor %(number)s partai %(party)s mempunyai suara yang sama dengan "
                    "calon lain, tetapi jenis kelaminnya belum dicatat. Lengkapi daftar calon."
                )
                % {"number": one.number, "party": party}
            )


def _spread(found: Mapping[tuple[str, int], Spread], party: str, number: int) -> Spread:
    return found.get((party, number), ())


def _with_candidate_decision(
    party: str,
    candidates: Sequence[Candidate],
    seats: int,
    open_: Elected,
    decisions: Sequence[KeputusanSeri],
) -> tuple[Placed, list[int]]:
    if open_.tie is None:
        raise ValueError("this list is settled")
    numbers = list(open_.tie.numbers)
    tied = _tied(Kind.CANDIDATE, party, open_.tie.seats, numbers, candidates)
    decision = _matching(decisions, tied)
    if decision is None:
        return Placed(_rows(open_, DOWN_TO["desa"]), tied), []
    settled = elect(candidates, seats, DOWN_TO["desa"], [int(one) for one in decision.chosen])
    return Placed(_rows(settled, DOWN_TO["desa"])), [decision.pk]


def _with_level_decision(
    party: str,
    candidates: Sequence[Candidate],
    plain: Elected,
    deep: Elected,
    decisions: Sequence[KeputusanSeri],
) -> tuple[Placed, list[int]]:
    changed = set(plain.numbers) ^ set(deep.numbers)
    votes = {one.votes for one in candidates if one.number in changed}
    numbers = sorted(one.number for one in candidates if one.votes in votes)
    tied = _tied(Kind.LEVEL, party, 1, numbers, candidates)
    decision = _matching(decisions, tied)
    if decision is None:
        rows = tuple(
            Row(
                row.number,
                row.rank,
                row.elected and row.number not in changed,
                row.reason,
                row.counts,
            )
            for row in _rows(plain, DOWN_TO["desa"])
        )
        return Placed(rows, tied), []
    chosen = deep if decision.chosen == ["tps"] else plain
    return Placed(_rows(chosen, DOWN_TO[decision.chosen[0]])), [decision.pk]


def _tied(
    kind: str, party: str, places: int, numbers: list[int], candidates: Sequence[Candidate]
) -> dict[str, Any]:
    """A tie in full, as it is kept and as a decision on it must find it again."""
    people = [one for one in candidates if one.number in numbers]
    levels = []
    for at, key in enumerate(LEVELS):
        counts = [one.areas(at) for one in people]
        if None not in counts:
            levels.append([key, counts])
    options = list(DOWN_TO) if kind == Kind.LEVEL else [str(number) for number in numbers]
    return {
        "kind": str(kind),
        "party": party,
        "places": places,
        "options": options,
        "votes": people[0].votes,
        "numbers": [one.number for one in people],
        "levels": levels,
    }


def _matching(decisions: Sequence[KeputusanSeri], tied: dict[str, Any]) -> KeputusanSeri | None:
    """The last decision that was made on exactly this tie."""
    return next((one for one in reversed(decisions) if one.tied == tied), None)


def _rows(found: Elected, levels: Sequence[Level]) -> tuple[Row, ...]:
    votes = [one.candidate.votes for one in found.order]
    return tuple(
        Row(
            number=one.candidate.number,
            rank=one.rank,
            elected=bool(one.elected),
            reason=_reason(one.reason) if votes.count(one.candidate.votes) > 1 else None,
            counts=tuple(
                count for at in range(len(levels)) if (count := one.candidate.areas(at)) is not None
            )
            if votes.count(one.candidate.votes) > 1
            else (),
        )
        for one in found.order
    )


def _reason(found: Any) -> dict[str, Any]:
    rule = found.criterion
    return {
        "id": found.text.id,
        "en": found.text.en,
        "article": rule.article,
        "confirmed": rule.confirmed,
    }
