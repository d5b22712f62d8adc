"""How much review the order of the queue saves until the winner of every regency is certain.

The presidential election of 2019 in two readings per TPS: KPU's entry is what is counted, the
crowd's reading of the same form is the second. A form whose readings differ can hold anything
between the two; one that lacks a figure in a reading, anything its paper can hold. A winner is
certain when all forms not yet reviewed, together and in the worst case, leave it the winner.
"""

import os
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import duckdb

from bench.table import Table, median
from jurdil.law.detect import paper_room
from jurdil.law.outcome import Movable, Outcome, certain_after, reach, urgency, winner
from jurdil.law.regime import load_regime
from jurdil.law.rules import params_for

PAIRS = ("paslon_1", "paslon_2")
SEEDS = 5
PARAMS = params_for(load_regime("pemilu-2019"))
ROOT = Path(__file__).resolve().parent.parent
Row: TypeAlias = tuple[int | None, ...]

QUERY = """
SELECT r.kab_id, f.kel_id, f.tps, f.dpt_l + f.dpt_p, kpu_pas1, kpu_pas2, kp_pas1, kp_pas2,
    kpu_pas1 IS NOT NULL AND kpu_pas2 IS NOT NULL AND kpu_sah IS NOT NULL
    AND kpu_tsah IS NOT NULL AND kpu_jum IS NOT NULL AND kp_pas1 IS NOT NULL
    AND kp_pas2 IS NOT NULL AND kp_sah IS NOT NULL AND kp_tsah IS NOT NULL
    AND kp_jum IS NOT NULL AS whole,
    kpu_pas1 = kp_pas1 AND kpu_pas2 = kp_pas2 AND kpu_sah = kp_sah AND kpu_tsah = kp_tsah
    AND kpu_jum = kp_jum AS same
FROM read_parquet('{forms}') f
JOIN (SELECT kab_id, kel_id FROM read_csv('{regions}')) r USING (kel_id)
ORDER BY 1, 2, 3
"""


@dataclass(frozen=True)
class Regency:
    """The counted votes of a regency and its doubtful forms, in the order of the file."""

    outcome: Outcome
    differing: tuple[Movable, ...]
    lacking: tuple[Movable, ...]


def run() -> Table:
    """Count the reviews of each order. Raises AssertionError when other forms differ than known."""
    columns = ("doubtful forms", "order", "reviews", "of all", "median", "largest", "open")
    folder = Path(os.environ.get("JURDIL_SHARED_DATA", ROOT.parent / "shared" / "data"))
    if not (folder / "ppwp2019-tps-two-readings.parquet").exists():
        return Table("Review", "The public figures (JURDIL_SHARED_DATA) are absent.", columns, [])
    regencies, tps = read(folder)
    differing = [(one.outcome, one.differing) for one in regencies]
    both = [(one.outcome, (*one.differing, *one.lacking)) for one in regencies]
    assert sum(len(papers) for _outcome, papers in differing) == 37_934
    return Table(
        title="Review: until the winner of every regency of 2019 is certain",
        note=(
            f"{tps:,} TPS of {len(regencies):,} regencies and missions abroad; 37,934 of the "
            "793,185 TPS with all five figures in both readings differ. `of all`: reviews of all "
            "doubtful forms; median and largest: reviews per regency among those that need any; "
            "open: regencies (with their reviews left out) whose winner stays open even after all "
            f"reviews because of a tie. Random: mean of {SEEDS} orders."
        ),
        columns=columns,
        rows=[*_rows("readings differ", differing), *_rows("differ or lack a figure", both)],
    )


def read(folder: Path) -> tuple[list[Regency], int]:
    """The regencies with their doubtful forms, and the number of TPS."""
    forms = folder / "ppwp2019-tps-two-readings.parquet"
    regions = folder / "regions-kpu-2019.csv.gz"
    rows = duckdb.sql(QUERY.format(forms=forms, regions=regions)).fetchall()
    grouped: dict[int, list[Row]] = {}
    for row in rows:
        grouped.setdefault(row[0], []).append(row)
    return [_regency(group) for group in grouped.values()], len(rows)


def _regency(rows: Sequence[Row]) -> Regency:
    votes = dict.fromkeys(PAIRS, 0)
    differing, lacking = [], []
    for _kab, _kel, _tps, dpt, *figures, whole, same in rows:
        first = {name: value for name, value in zip(PAIRS, figures[:2], strict=True) if value}
        second = {name: value for name, value in zip(PAIRS, figures[2:], strict=True) if value}
        for name, value in first.items():
            votes[name] += value
        paper = paper_room({"dpt": dpt} if dpt else {}, PARAMS) or 0
        if not whole:
            lacking.append(Movable(first, paper))
        elif not same:
            lows = {name: min(first.get(name, 0), second.get(name, 0)) for name in PAIRS}
            highs = {name: max(first.get(name, 0), second.get(name, 0)) for name in PAIRS}
            differing.append(Movable(first, paper, lows=lows, highs=highs))
    return Regency(winner(votes), tuple(differing), tuple(lacking))


Cases: TypeAlias = Sequence[tuple[Outcome, Sequence[Movable]]]


def by_margin(outcome: Outcome, papers: Sequence[Movable]) -> list[Movable]:
    """The order of the queue."""
    return sorted(papers, key=lambda one: urgency(reach(outcome, [one]), True))


def _rows(what: str, cases: Cases) -> list[tuple[str, ...]]:
    doubtful = sum(len(papers) for _outcome, papers in cases)
    orders: Mapping[str, Callable[[Outcome, Sequence[Movable]], Sequence[Movable]]] = {
        "what could flip first": by_margin,
        "as in the file": lambda _outcome, papers: papers,
    }
    found = [_row(what, name, doubtful, [_needed(cases, order)]) for name, order in orders.items()]
    shuffled = [_needed(cases, _random(seed)) for seed in range(SEEDS)]
    return [*found, _row(what, "random", doubtful, shuffled)]


def _random(seed: int) -> Callable[[Outcome, Sequence[Movable]], Sequence[Movable]]:
    source = random.Random(seed)
    return lambda _outcome, papers: source.sample(list(papers), len(papers))


def _needed(
    cases: Cases, order: Callable[[Outcome, Sequence[Movable]], Sequence[Movable]]
) -> list[int | None]:
    return [certain_after(outcome, order(outcome, papers)) for outcome, papers in cases]


def _row(
    what: str, order: str, doubtful: int, rounds: Sequence[Sequence[int | None]]
) -> tuple[str, ...]:
    reviews = round(sum(sum(one or 0 for one in found) for found in rounds) / len(rounds))
    some = [[one for one in found if one] for found in rounds]
    return (
        f"{what}: {doubtful:,}",
        order,
        f"{reviews:,}",
        f"{reviews / doubtful:.2%}",
        f"{median([median(found) for found in some]):.0f} of {len(some[0])} regencies",
        f"{max(max(found) for found in some):,}",
        str(sum(one is None for one in rounds[0])),
    )
