"""What a determination freezes: seats, elected candidates, or the elected pair.

The rows are calculated from today's votes whenever they are asked for, so that a vote that changed
after the determination shows as a changed seat or member, whoever changed it and however.
"""

from collections.abc import Iterator

from jurdil.kernel.acts import Refused
from jurdil.kernel.decisions import Dataset, Row, register
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import system_viewer
from jurdil.law.regime import load_regime, regime_codes
from jurdil.law.regime_types import Contest
from jurdil.law.seats import NoVotes
from jurdil.law.text import Text
from jurdil.seats import counting, store
from jurdil.seats.counting import Counted
from jurdil.seats.inputs import elects_pair, gather, shares_seats
from jurdil.seats.pairs import pair_result

SEATS, ELECTED, PAIR = "seats.kursi.", "seats.terpilih.", "seats.paslon."


def register_all() -> None:
    """Make the datasets of every contest that is determined at a regency known."""
    contests: dict[str, Contest] = {}
    for code in regime_codes():
        for contest in load_regime(code).contests:
            contests.setdefault(contest.id, contest)
    for contest in contests.values():
        if shares_seats(contest):
            register(_seats(contest.id, contest.name))
            register(_elected(contest.id, contest.name))
        elif elects_pair(contest):
            register(_pair(contest.id, contest.name))


def parts_of(contest: Contest, path: str) -> list[tuple[str, str]]:
    """The parts of a determination of this contest."""
    kinds = (SEATS, ELECTED) if shares_seats(contest) else (PAIR,)
    return [(f"{kind}{contest.id}", path) for kind in kinds]


def contest_of(dataset: str) -> str:
    """The contest that a dataset of this room is of."""
    return dataset.rpartition(".")[2]


def counted_now(election_id: int, contest: str) -> tuple[Counted, ...]:
    """Every dapil calculated from today's votes; none while something is missing."""
    election = Election.objects.get(pk=election_id)
    known = load_regime(election.regime).contest(contest)
    try:
        found = gather(system_viewer(election.path, "kpu"), election, known)
        return tuple(
            counting.count(made, known, store.decisions_on(election_id, contest, made.dapil))
            for made in found
        )
    except (Refused, NoVotes):
        return ()


def _seats(contest: str, name: Text) -> Dataset:
    def rows(election_id: int, _path: str) -> Iterator[Row]:
        for one in counted_now(election_id, contest):
            for party, seats in one.won.items():
                yield (one.made.dapil, party, one.made.votes[party], seats)

    return Dataset(
        code=f"{SEATS}{contest}",
        name=Text(f"Kursi {name.id}", f"Seats of {name.en}"),
        schema=1,
        columns=("dapil", "partai", "suara", "kursi"),
        keys=2,
        rows=rows,
    )


def _elected(contest: str, name: Text) -> Dataset:
    def rows(election_id: int, _path: str) -> Iterator[Row]:
        for one in counted_now(election_id, contest):
            for (party, number), rank in one.elected.items():
                yield (one.made.dapil, party, number, rank)

    return Dataset(
        code=f"{ELECTED}{contest}",
        name=Text(f"Calon terpilih {name.id}", f"Elected candidates of {name.en}"),
        schema=1,
        columns=("dapil", "partai", "calon", "urutan"),
        keys=3,
        rows=rows,
    )


def _pair(contest: str, name: Text) -> Dataset:
    def rows(election_id: int, _path: str) -> Iterator[Row]:
        election = Election.objects.get(pk=election_id)
        found = pair_result(system_viewer(election.path, "kpu"), election, contest)
        for number, votes in found.votes.items():
            yield (number, votes, number == found.winner)

    return Dataset(
        code=f"{PAIR}{contest}",
        name=Text(f"Pasangan calon terpilih {name.id}", f"Elected pair of {name.en}"),
        schema=1,
        columns=("paslon", "suara", "terpilih"),
        keys=1,
        rows=rows,
    )
