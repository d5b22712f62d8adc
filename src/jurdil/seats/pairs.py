"""The elected pair of a contest: votes of each pair, who wins, and whether a petition is open."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law import winner as law
from jurdil.law.regime import load_regime
from jurdil.law.seats import Party
from jurdil.law.seats.criteria import LEVELS
from jurdil.parties import queries as parties
from jurdil.results import queries as results
from jurdil.seats import store
from jurdil.seats.models import KeputusanSeri, Penduduk
from jurdil.seats.ties import OpenTie

EMPTY_COLUMN = "kolom kosong"
"""How the ballot's empty column is registered beside a single pair."""
SPREAD_LEVELS = (LEVELS["kecamatan"], LEVELS["desa"])
ABOVE, GATE = "single_pair_votes_above_percent", "dispute_margin_kabko_percent"


@dataclass(frozen=True)
class PairResult:
    """Votes by ballot number with the verdict of the law; `verdict` None while no vote is in.

    `winner` follows a recorded decision where the law stops. `fault` says why nobody can be
    determined, '' when a pair can. `gates` are by the numbers of the pairs that lost, empty while
    the population is not recorded.
    """

    votes: Mapping[int, int]
    names: Mapping[int, str]
    empty: int | None
    verdict: law.Verdict | None
    winner: int | None
    decision: KeputusanSeri | None
    gates: Mapping[int, law.Gate]
    population: int | None
    forms: int
    expected: int
    fault: str

    @property
    def tie(self) -> OpenTie | None:
        """What the plenary must decide."""
        if self.verdict is None or self.verdict.ending is not law.Ending.TIED or self.decision:
            return None
        tied = [[number, self.votes[int(number)]] for number in self.verdict.among]
        options = tuple(str(number) for number in self.verdict.among)
        return OpenTie(KeputusanSeri.Kind.PAIR, "", 1, options, tied)


def pair_result(viewer: Viewer, election: Election, contest: str) -> PairResult:
    """The result of a contest of pairs as the votes stand. Raises `Election.DoesNotExist`."""
    found = results.votes_by_dapil(viewer, election.pk, contest)
    ballot = parties.participants(viewer, election.pk, contest)
    names = {line.number: line.name for line in ballot}
    sums = found.dapils[0] if found.dapils else None
    votes = _votes(sums)
    empty = next((n for n, name in names.items() if name.casefold() == EMPTY_COLUMN), None)
    verdict = _verdict(viewer, election, contest, votes, empty)
    decision = _decision(election, contest, votes, verdict)
    winner = verdict.winner if verdict else None
    if decision is not None:
        winner = decision.chosen[0]
    population = _population(election)
    number = None if winner is None else int(winner)
    return PairResult(
        votes=votes,
        names={number: names.get(number, "") for number in votes},
        empty=empty,
        verdict=verdict,
        winner=number,
        decision=decision,
        gates=_gates(election, votes, empty, population),
        population=population,
        forms=sums.forms if sums else 0,
        expected=found.expected_forms,
        fault=_fault(sums, verdict, number, found.expected_forms),
    )


def _votes(sums: results.DapilVotes | None) -> dict[int, int]:
    if sums is None:
        return {}
    pairs = [name for name in sums.votes if name.startswith("paslon_")]
    return {int(name.removeprefix("paslon_")): sums.votes[name] for name in pairs}


def _verdict(
    viewer: Viewer, election: Election, contest: str, votes: dict[int, int], empty: int | None
) -> law.Verdict | None:
    if not votes:
        return None
    if empty in votes and len(votes) == 2:
        own = next(number for number in votes if number != empty)
        above = load_regime(election.regime).parameter(ABOVE)
        return law.against_empty_column(own, votes[own], votes[empty or 0], above)
    keyed: dict[Party, int] = dict(votes.items())
    top = [number for number, count in votes.items() if count == max(votes.values())]
    if len(top) == 1:
        return law.most_votes(keyed)
    figures = {f"paslon_{number}": number for number in top}
    found = results.votes_by_place(viewer, election.pk, contest, "", figures)
    spread: list[law.Spread] = [
        {number: found[name][at] for name, number in figures.items()}
        for at in range(len(SPREAD_LEVELS))
    ]
    return law.most_votes(keyed, spread, SPREAD_LEVELS)


def _decision(
    election: Election, contest: str, votes: dict[int, int], verdict: law.Verdict | None
) -> KeputusanSeri | None:
    if verdict is None or verdict.ending is not law.Ending.TIED:
        return None
    tied = [[number, votes[int(number)]] for number in verdict.among]
    rows = reversed(store.decisions_on(election.pk, contest, ""))
    return next((one for one in rows if one.tied == tied), None)


def _population(election: Election) -> int | None:
    row = Penduduk.objects.filter(path=election.path).order_by("-pk").first()
    return sum(row.people.values()) if row else None


def _gates(
    election: Election, votes: dict[int, int], empty: int | None, population: int | None
) -> dict[int, law.Gate]:
    """The gate for every pair that does not have the most votes."""
    top = max(votes.values(), default=0)
    if population is None or not top:
        return {}
    ladder = load_regime(election.regime).parameter(GATE)
    keyed: dict[Party, int] = dict(votes.items())
    return {
        number: law.dispute_gate(keyed, number, population, ladder)
        for number, count in votes.items()
        if count < top and number != empty
    }


def _fault(
    sums: results.DapilVotes | None,
    verdict: law.Verdict | None,
    winner: int | None,
    expected: int,
) -> str:
    if sums is None or verdict is None:
        return _("Belum ada suara yang masuk.")
    if sums.forms < expected:
        return _("Baru %(have)s dari %(expected)s formulir yang masuk.") % {
            "have": sums.forms,
            "expected": expected,
        }
    if verdict.ending is law.Ending.EMPTY_COLUMN:
        return _("Kolom kosong menang: tidak ada pasangan calon terpilih, pemilihan diulang.")
    if winner is None:
        return _("Suara terbanyak sama. Catat dulu keputusan pleno tentang itu.")
    return ""
