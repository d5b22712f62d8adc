"""How many seats a regency has, and how they are shared among its dapil by population.

UU 7/2017 art. 191; PKPU 6/2022 art. 12: the BPPd is the population per seat, its fraction dropped;
each dapil gets its population over the BPPd, the fraction dropped; the seats left go to the largest
remaining populations. For equal remainders no rule is known: the sharing stops.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jurdil.law.figure import Figure, Input
from jurdil.law.regime_types import Parameter
from jurdil.law.seats.model import BadDecision
from jurdil.law.text import Text

ARTICLE = "PKPU 6/2022 Pasal 12"
CONFIRMED = True
POPULATION = Text("Jumlah penduduk", "Population")
SEATS = Text("Jumlah kursi", "Seats")
BPPD = Text("Bilangan Pembagi Penduduk (BPPd)", "Population per seat (BPPd)")


@dataclass(frozen=True, slots=True)
class Share:
    """One dapil: `whole` seats by its population over the BPPd, `remainder` people beyond them.

    `extra` says whether it gets one of the seats left; None while a tie decides that.
    """

    dapil: str
    population: int
    whole: int
    remainder: int
    extra: bool | None

    @property
    def seats(self) -> int | None:
        """The seats of the dapil; None while a tie decides them."""
        return None if self.extra is None else self.whole + int(self.extra)


@dataclass(frozen=True, slots=True)
class RemainderTie:
    """`seats` are left for more dapil than that, with equal remainders."""

    seats: int
    dapil: tuple[str, ...]
    remainder: int


@dataclass(frozen=True, slots=True)
class Sharing:
    """Seats of a regency by dapil; `left` were shared out by the largest remainder."""

    seats: int
    population: int
    bppd: int
    shares: tuple[Share, ...]
    left: int
    tie: RemainderTie | None

    def outside(self, least: int, most: int) -> tuple[Share, ...]:
        """The dapil with fewer or more seats than the law allows."""
        return tuple(
            one for one in self.shares if one.seats is not None and not least <= one.seats <= most
        )


def seats_of_regency(population: int, ladder: Parameter) -> Figure:
    """Return the seats of a DPRD by population, `ladder` being the regime's `seats_dprd_kabko`."""
    known = Input(POPULATION, population)
    wording = Text("jenjang jumlah penduduk", "ladder of population")
    seats = int(ladder.at(population))
    return Figure(seats, wording, (known,), None, ladder.article, ladder.confirmed)


def quota(population: int, seats: int) -> Figure:
    """Return the BPPd: population over seats, the fraction dropped. ValueError without seats."""
    if seats < 1 or population < 0:
        raise ValueError("a population is shared among at least one seat")
    wording = Text(
        f"{POPULATION.id} ÷ {SEATS.id}, pecahan dibuang",
        f"{POPULATION.en} ÷ {SEATS.en}, fraction dropped",
    )
    inputs = (Input(POPULATION, population), Input(SEATS, seats))
    return Figure(population // seats, wording, inputs, None, ARTICLE, CONFIRMED)


def whole_seats(population: int, bppd: int) -> Figure:
    """Return the seats of an area by its population over the BPPd, the fraction dropped."""
    wording = Text(
        f"{POPULATION.id} ÷ BPPd, pecahan dibuang", f"{POPULATION.en} ÷ BPPd, fraction dropped"
    )
    inputs = (Input(POPULATION, population), Input(BPPD, bppd))
    return Figure(population // bppd, wording, inputs, None, ARTICLE, CONFIRMED)


def share_out(populations: Mapping[str, int], seats: int, decided: Sequence[str] = ()) -> Sharing:
    """Share `seats` among the dapil in `populations`.

    `decided` names the tied dapil that get the seats left, by a recorded decision. Raises
    BadDecision, and ValueError without seats, for negative populations, or for fewer people than
    seats squared, where
    dropping the fraction of the BPPd would give out more seats than there are.
    """
    total = sum(populations.values())
    if seats < 1 or min(populations.values(), default=0) < 0 or total < seats * seats:
        raise ValueError(f"{total} people are too few to share {seats} seats among")
    bppd = total // seats
    wholes = {name: divmod(count, bppd) for name, count in populations.items()}
    left = seats - sum(whole for whole, _rest in wholes.values())
    remainders = {name: rest for name, (_whole, rest) in wholes.items()}
    sure, tie = _largest(remainders, left)
    if decided:
        sure |= _settled(tie, decided)
        tie = None
    open_ = set(tie.dapil) if tie else set()
    shares = tuple(
        Share(name, populations[name], whole, rest, None if name in open_ else name in sure)
        for name, (whole, rest) in wholes.items()
    )
    return Sharing(seats, total, bppd, shares, left, tie)


def _largest(remainders: Mapping[str, int], left: int) -> tuple[set[str], RemainderTie | None]:
    ranked = sorted(remainders, key=lambda name: -remainders[name])
    if not left:
        return set(), None
    limit = remainders[ranked[left - 1]]
    above = {name for name in ranked if remainders[name] > limit}
    level = tuple(name for name in ranked if remainders[name] == limit)
    if len(above) + len(level) == left:
        return above | set(level), None
    return above, RemainderTie(left - len(above), level, limit)


def _settled(tie: RemainderTie | None, decided: Sequence[str]) -> set[str]:
    if tie is None:
        raise BadDecision("there is no tie; a decision has nothing to settle")
    chosen = set(decided)
    if len(chosen) != tie.seats or len(chosen) != len(decided):
        raise BadDecision(f"{tie.seats} seats are open, the decision names {len(decided)}")
    if strangers := chosen - set(tie.dapil):
        raise BadDecision(f"not among the tied dapil: {sorted(strangers)}")
    return chosen
