"""All seats of a general election, 20,462 in 2,710 dapil, with every quotient and step.

Beside it `votelib` and `apportionment` on the same votes, which give the seats only. They are
optional (`pip install '.[bench]'`); where one is absent its row says so.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec

from bench.table import Table, median, rounds
from jurdil.law.regime import load_regime
from jurdil.law.seats import allocate, checked, seats_by_rounds

ROUNDS = 5
PARTIES = 18
SEED = 2024


@dataclass(frozen=True)
class Dapil:
    """Made-up votes in the shape of a real dapil: few large parties, many small ones."""

    seats: int
    votes: dict[str, int]


Seats = list[dict[str, int]]


def run() -> Table:
    """Measure every way; raises AssertionError when two ways give different seats."""
    nation, divisors = dapils(), load_regime("pemilu-2024").contest("dpr").divisors
    made = [checked(one.votes, one.seats, divisors) for one in nation]
    settled = [at for at, one in enumerate(made) if one.settled]
    wanted = [dict(made[at].won) for at in settled]
    ways: dict[str, Callable[[], Seats] | None] = {
        "both implementations, compared, with every step": lambda: [
            dict(checked(one.votes, one.seats, divisors).won) for one in nation
        ],
        "ranking alone, with every step": lambda: [
            dict(allocate(one.votes, one.seats, divisors).won) for one in nation
        ],
        "rounds alone, seats only": lambda: [
            seats_by_rounds(one.votes, one.seats, divisors)[0] for one in nation
        ],
        "votelib, HighestAverages, seats only": _votelib(nation),
        "apportionment, fractions, seats only": _apportionment(nation, fractions=True),
        "apportionment, floats, seats only": _apportionment(nation, fractions=False),
    }
    base, lines, absent = None, [], []
    for name, way in ways.items():
        if way is None:
            absent.append(name.partition(",")[0])
            lines.append((name, "not installed", ""))
            continue
        found = way()
        differing = sum(found[at] != want for at, want in zip(settled, wanted, strict=True))
        assert not differing, f"{name}: {differing} dapil differ"
        took = median(rounds(way, ROUNDS))
        base = base or took
        lines.append((name, f"{took:.3f}", f"{took / base:.2f}"))
    return Table(
        title="Seats of a general election: 20,462 in 2,710 dapil",
        note=_note(nation, len(nation) - len(settled), absent),
        columns=("way", "median, s", "ratio"),
        rows=lines,
    )


def dapils() -> list[Dapil]:
    """The dapil of 2024: numbers of dapil and seats as PKPU 6/2023 has them, votes made up."""
    chance, found = random.Random(SEED), []
    parameters = load_regime("pemilu-2024").parameters
    for kind in ("dpr", "dprd_prov", "dprd_kabko"):
        count = parameters[f"{kind}_dapil_total"].whole()
        seats = parameters[f"{kind}_seats_total"].whole()
        each, more = divmod(seats, count)
        for at in range(count):
            size = chance.choice((5_000, 20_000, 120_000))
            votes = {f"P{n}": int(size * chance.expovariate(1)) for n in range(1, PARTIES + 1)}
            found.append(Dapil(each + (at < more), votes))
    return found


def _note(nation: list[Dapil], ties: int, absent: list[str]) -> str:
    lacking = f" Not installed here: {', '.join(dict.fromkeys(absent))}." if absent else ""
    return (
        f"{sum(one.seats for one in nation):,} seats in {len(nation):,} dapil, {PARTIES} parties "
        f"each, votes made up (seed {SEED}), one thread, median of {ROUNDS} runs; target under "
        f"1 s. Checked equal: the seats of every party in every dapil by every way; {ties} dapil "
        f"have a tie for the last seat and are left out of the comparison.{lacking}"
    )


def _votelib(nation: list[Dapil]) -> Callable[[], Seats] | None:
    if not find_spec("votelib"):
        return None
    from votelib.evaluate.proportional import HighestAverages

    way = HighestAverages("sainte_lague")

    def run_all() -> Seats:
        found = []
        for one in nation:
            won = way.evaluate(one.votes, one.seats)
            found.append({party: won.get(party, 0) for party in one.votes})
        return found

    return run_all


def _apportionment(nation: list[Dapil], *, fractions: bool) -> Callable[[], Seats] | None:
    if not find_spec("apportionment"):
        return None
    from apportionment.methods import compute

    def run_all() -> Seats:
        found = []
        for one in nation:
            won = compute("saintelague", list(one.votes.values()), one.seats, fractions=fractions)
            found.append(dict(zip(one.votes, map(int, won), strict=True)))
        return found

    return run_all
