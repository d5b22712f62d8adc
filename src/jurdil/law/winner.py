"""Who wins an election of a regional head, and whether a loser may go to the constitutional court.

UU 10/2016: the most votes in one round; a single pair only with more than half of the valid votes
(art. 54D(1)); the gate of art. 158 by population. Shares are compared as exact fractions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from jurdil.law.figure import Figure, Input, Unit, difference, share
from jurdil.law.regime_types import Parameter
from jurdil.law.seats.criteria import Level
from jurdil.law.seats.model import Party
from jurdil.law.text import Text

ARTICLE = "UU 10/2016"
MOST_CONFIRMED = False
VALID = Text("Suara sah", "Valid votes")
Spread = Mapping[Party, Mapping[str, int]]


class Ending(StrEnum):
    """What the votes decide.

    `tied` and `no_votes` stop: a person has to record a decision; `second_round` and `empty_column`
    are outcomes of the law that elect nobody.
    """

    ELECTED = "elected"
    EMPTY_COLUMN = "empty-column"
    SECOND_ROUND = "second-round"
    TIED = "tied"
    NO_VOTES = "no-votes"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a contest of pairs ends and why.

    `winner` is set when `ending` is ELECTED; `among` are the pairs of a tie or of a second round;
    `share` is the share of the valid votes that the rule looks at.
    """

    ending: Ending
    winner: Party | None
    among: tuple[Party, ...]
    rule: Text
    article: str
    confirmed: bool
    share: Figure


def most_votes(
    votes: Mapping[Party, int],
    spread: Sequence[Spread] = (),
    levels: Sequence[Level] = (),
) -> Verdict:
    """The pair with the most votes wins; equal votes go by the wider spread, level by level.

    `spread` holds for each of `levels`, from the widest, the votes of each pair by place. The rule
    on spread is not confirmed, and a tie that it does not settle stops. Raises ValueError for
    negative votes.
    """
    _check(votes)
    top = max(votes.values(), default=0)
    first = tuple(pair for pair, count in votes.items() if count == top)
    found = _share(votes, first[0] if first else None)
    rule = Text("suara terbanyak", "most votes")
    if not top:
        return Verdict(Ending.NO_VOTES, None, (), rule, ARTICLE, MOST_CONFIRMED, found)
    if len(first) == 1:
        return Verdict(Ending.ELECTED, first[0], (), rule, ARTICLE, MOST_CONFIRMED, found)
    for level, places in zip(levels, spread, strict=True):
        areas = {pair: _areas(places.get(pair, {})) for pair in first}
        widest = [pair for pair in first if areas[pair] == max(areas.values())]
        if len(widest) == 1:
            wider = level.criterion.name
            return Verdict(Ending.ELECTED, widest[0], first, wider, ARTICLE, False, found)
        first = tuple(widest)
    level_rule = Text("suara terbanyak sama", "equal most votes")
    return Verdict(Ending.TIED, None, first, level_rule, ARTICLE, False, found)


def against_empty_column(pair: Party, own: int, empty: int, above: Parameter) -> Verdict:
    """A single pair is elected with more than `above` per cent of the valid votes, else nobody is.

    `above` is the regime's `single_pair_votes_above_percent`. Exactly the share is not enough.
    """
    votes = {pair: own, "": empty}
    _check(votes)
    found = _share(votes, pair, above)
    percent = above.number()
    rule = Text(f"lebih dari {percent} persen suara sah", f"more than {percent} % of valid votes")
    if not own + empty:
        return Verdict(Ending.NO_VOTES, None, (), rule, above.article, above.confirmed, found)
    ending = Ending.ELECTED if _above(own, own + empty, above) else Ending.EMPTY_COLUMN
    winner = pair if ending is Ending.ELECTED else None
    return Verdict(ending, winner, (), rule, above.article, above.confirmed, found)


def majority(votes: Mapping[Party, int], above: Parameter) -> Verdict:
    """More than `above` per cent elects; otherwise the two highest go to a second round (DKI).

    A tie over who is among the two stops. `above` is `winner_votes_above_percent_dki`.
    """
    _check(votes)
    ranked = sorted(votes, key=lambda pair: -votes[pair])
    found = _share(votes, ranked[0] if ranked else None, above)
    percent, valid = above.number(), sum(votes.values())
    rule = Text(f"lebih dari {percent} persen suara sah", f"more than {percent} % of valid votes")

    def verdict(ending: Ending, winner: Party | None, among: tuple[Party, ...]) -> Verdict:
        return Verdict(ending, winner, among, rule, above.article, above.confirmed, found)

    if not valid:
        return verdict(Ending.NO_VOTES, None, ())
    if _above(votes[ranked[0]], valid, above):
        return verdict(Ending.ELECTED, ranked[0], ())
    second = votes[ranked[1]]
    among = tuple(pair for pair in ranked if votes[pair] >= second)
    return verdict(Ending.SECOND_ROUND if len(among) == 2 else Ending.TIED, None, among)


@dataclass(frozen=True, slots=True)
class Gate:
    """The gate of UU 10/2016 art. 158 for one pair: its distance and the greatest one allowed."""

    difference: Figure
    share: Figure
    percent: Input
    limit: Figure
    passes: bool


def dispute_gate(
    votes: Mapping[Party, int], own: Party, population: int, ladder: Parameter
) -> Gate:
    """Return whether `own` may bring the result before the constitutional court.

    `ladder` is `dispute_margin_kabko_percent` or `dispute_margin_gubernur_percent`. The difference
    to the highest, over all valid votes, is at most the share for that population. Raises
    ValueError for negative votes or when nobody has any.
    """
    _check(votes)
    valid = sum(votes.values())
    if not valid:
        raise ValueError("there are no valid votes to dispute")
    article, confirmed = ladder.article, ladder.confirmed
    highest = Input(Text("Suara terbanyak", "Most votes"), max(votes.values()))
    mine = Input(Text("Suara pemohon", "Votes of the petitioner"), votes[own])
    all_ = Input(VALID, valid)
    apart = difference(highest, mine, article=article, confirmed=confirmed)
    distance = apart.as_input(Text("Selisih", "Difference"))
    part = share(distance, all_, article=article, confirmed=confirmed)
    allowed = Fraction(ladder.at(population)) / 100
    name = Text("Ambang menurut jumlah penduduk", "Limit by population")
    percent = Input(name, allowed, article, Unit.PERCENT)
    people = Input(Text("Jumlah penduduk", "Population"), population)
    wording = Text(
        f"{VALID.id} × {name.id}, pecahan dibuang", f"{VALID.en} × {name.en}, fraction dropped"
    )
    most = (allowed * valid).numerator // (allowed * valid).denominator
    limit = Figure(most, wording, (all_, percent, people), None, article, confirmed)
    return Gate(apart, part, percent, limit, max(votes.values()) - votes[own] <= most)


def _check(votes: Mapping[Party, int]) -> None:
    if any(count < 0 for count in votes.values()):
        raise ValueError("votes are never negative")


def _above(own: int, valid: int, above: Parameter) -> bool:
    return Fraction(own, valid) > Fraction(above.number()) / 100


def _share(votes: Mapping[Party, int], pair: Party | None, rule: Parameter | None = None) -> Figure:
    own = Input(Text("Suara pasangan", "Votes of the pair"), None if pair is None else votes[pair])
    valid = Input(VALID, sum(votes.values()))
    if rule is None:
        return share(own, valid, article=ARTICLE, confirmed=MOST_CONFIRMED)
    return share(own, valid, article=rule.article, confirmed=rule.confirmed)


def _areas(places: Mapping[str, int]) -> int:
    return sum(1 for count in places.values() if count > 0)
