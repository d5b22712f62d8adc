"""What seats are made of: dapil with their seats, votes of parties and candidates, the ballot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext as _

from jurdil.kernel import chain
from jurdil.kernel.acts import Refused
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime import load_regime
from jurdil.law.regime_types import Contest
from jurdil.parties import queries as parties
from jurdil.places import queries as places
from jurdil.places.records import DapilRow
from jurdil.results import queries as results

HERE = "kabko"
"""The level whose contests this office determines."""

Spread = tuple[Mapping[str, int], ...]


@dataclass(frozen=True)
class Person:
    """A candidate of a list: number, name, sex ('' unknown) and votes, None while not in."""

    number: int
    name: str
    sex: str
    votes: int | None


@dataclass(frozen=True)
class Input:
    """All that the seats of one dapil depend on. `votes`, `names`, `people` are by party code."""

    dapil: str
    name: str
    seats: int
    votes: Mapping[str, int]
    names: Mapping[str, str]
    people: Mapping[str, tuple[Person, ...]]
    forms: int
    expected: int
    spread: Mapping[tuple[str, int], Spread] = field(default_factory=dict)

    def digest(self, divisors: tuple[int, ...], decided: Sequence[Any]) -> str:
        """SHA-256 of everything that goes in, decisions on ties included."""
        people = {
            party: [[one.number, one.sex, one.votes] for one in rows]
            for party, rows in self.people.items()
        }
        spread = {f"{p}/{n}": [dict(level) for level in at] for (p, n), at in self.spread.items()}
        whole = {
            "dapil": self.dapil,
            "seats": self.seats,
            "votes": dict(self.votes),
            "people": people,
            "spread": spread,
            "divisors": list(divisors),
            "decided": list(decided),
        }
        return chain.sha256(chain.canonical(whole))


def election_for(viewer: Viewer, election_id: int) -> Election:
    """An election in sight of everyone who sits in its regency. Raises Election.DoesNotExist."""
    election = Election.objects.get(pk=election_id)
    if not (within(viewer.path, election.path) or within(election.path, viewer.path)):
        raise Election.DoesNotExist
    return election


def contest_for(election: Election, contest: str) -> Contest:
    """A contest that is held in an election. Raises Election.DoesNotExist."""
    if contest not in election.contests:
        raise Election.DoesNotExist
    return load_regime(election.regime).contest(contest)


def shares_seats(contest: Contest) -> bool:
    """Whether this office shares out the seats of a contest: lists, determined at the regency."""
    return contest.choice == "list" and contest.determined_at == HERE and bool(contest.divisors)


def has_threshold(contest: Contest) -> bool:
    """Whether a share of the national votes decides which parties take part in a contest."""
    return contest.choice == "list" and contest.threshold_percent is not None


def elects_pair(contest: Contest) -> bool:
    """Whether this office determines the elected pair of a contest."""
    return contest.choice == "pair" and contest.determined_at == HERE


def gather(viewer: Viewer, election: Election, contest: Contest) -> tuple[Input, ...]:
    """The inputs of every dapil from which forms are in, candidates' spread where votes are equal.

    Raises `Refused` while dapil, their seats or figures of votes are missing.
    """
    if not shares_seats(contest):
        raise Refused(
            _("Kursi %(contest)s tidak ditetapkan di kabupaten/kota, jadi tidak dihitung di sini.")
            % {"contest": contest.short}
        )
    known = places.dapil_of(replace(viewer, path=election.path), election.pk, contest.id)
    if not known:
        raise Refused(
            _("Daerah pemilihan belum dicatat. Catat di Wilayah, bagian Daerah pemilihan.")
        )
    votes = results.votes_by_dapil(viewer, election.pk, contest.id)
    found = {row.dapil: row for row in votes.dapils}
    inputs = tuple(
        _input(viewer, election, row, found[row.code], votes.expected.get(row.code, 0))
        for row in known
        if row.code in found and found[row.code].forms
    )
    if not inputs:
        raise Refused(
            _("Belum ada formulir hasil yang masuk, jadi belum ada suara untuk dihitung.")
        )
    return inputs


def _input(
    viewer: Viewer, election: Election, row: DapilRow, votes: results.DapilVotes, expected: int
) -> Input:
    if row.seats is None:
        raise Refused(
            _("Jumlah kursi %(dapil)s belum dicatat. Isi di Wilayah, bagian Daerah pemilihan.")
            % {"dapil": row.name}
        )
    ballot = parties.participants(viewer, election.pk, row.contest, row.code)
    totals = _party_totals(row.name, votes)
    names = {str(line.number): line.label for line in ballot}
    people = {
        str(line.number): tuple(
            Person(
                one.number,
                one.name,
                one.sex,
                votes.votes.get(f"partai_{line.number}_calon_{one.number}"),
            )
            for one in line.people
        )
        for line in ballot
    }
    made = Input(
        dapil=row.code,
        name=row.name,
        seats=row.seats,
        votes=totals,
        names={party: names.get(party) or _("Partai %(no)s") % {"no": party} for party in totals},
        people={party: people.get(party, ()) for party in totals},
        forms=votes.forms,
        expected=expected,
    )
    return replace(made, spread=_spread(viewer, election.pk, row.contest, made))


def _party_totals(dapil: str, votes: results.DapilVotes) -> dict[str, int]:
    """Votes of each party: its printed total on the forms. Raises `Refused` for a gap."""
    wanted = {name for name in {**votes.votes, **votes.gaps} if name.endswith("_jumlah")}
    for name in sorted(wanted & votes.gaps.keys()):
        raise Refused(
            _(
                "Di %(dapil)s, %(gap)s dari %(forms)s formulir tidak memuat jumlah suara partai "
                "nomor %(party)s. Lengkapi formulir itu, lalu hitung lagi."
            )
            % {
                "dapil": dapil,
                "gap": votes.gaps[name],
                "forms": votes.forms,
                "party": name.split("_")[1],
            }
        )
    numbers = sorted(int(name.split("_")[1]) for name in wanted)
    return {str(number): votes.votes[f"partai_{number}_jumlah"] for number in numbers}


def _spread(
    viewer: Viewer, election_id: int, contest: str, made: Input
) -> dict[tuple[str, int], Spread]:
    """Votes per place of candidates who have as many votes as another of their list."""
    equal = [
        (party, one.number)
        for party, rows in made.people.items()
        for one in rows
        if one.votes and sum(one.votes == other.votes for other in rows) > 1
    ]
    if not equal:
        return {}
    figures = {f"partai_{party}_calon_{number}": (party, number) for party, number in equal}
    found = results.votes_by_place(viewer, election_id, contest, made.dapil, figures)
    return {key: found[name] for name, key in figures.items()}
