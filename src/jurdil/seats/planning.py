"""Seats and dapil of a draft, step by step, by the parameters of its regime."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Refused
from jurdil.law.figure import Figure
from jurdil.law.regime import load_regime
from jurdil.law.regime_types import Parameter
from jurdil.law.seats import population as law
from jurdil.seats.models import Rancangan

LADDER, LEAST, MOST = "seats_dprd_kabko", "dapil_dprd_seats_min", "dapil_dprd_seats_max"


@dataclass(frozen=True)
class DapilPlan:
    """A dapil of a draft; `whole` explains its seats by the BPPd, `seats` None while tied."""

    code: str
    name: str
    parts: tuple[str, ...]
    share: law.Share
    whole: Figure
    within_limits: bool


@dataclass(frozen=True)
class Plan:
    """A draft calculated: seats of the regency, BPPd, dapil, what the law does not settle."""

    seats: Figure
    bppd: Figure
    sharing: law.Sharing
    dapil: tuple[DapilPlan, ...]
    least: Parameter
    most: Parameter
    people: Mapping[str, int]


def plan_of(draft: Rancangan) -> Plan:
    """The draft as the law shares its seats out."""
    return calculate(
        draft.election.regime,
        draft.population.people,
        draft.dapil,
        tuple(draft.decided["chosen"]) if draft.decided else (),
    )


def calculate(
    regime: str,
    people: Mapping[str, int],
    dapil: list[dict],
    decided: tuple[str, ...] = (),
) -> Plan:
    """Seats by population, BPPd, and the seats of each dapil.

    Raises `Refused` where a kecamatan is in no dapil or in two, or people are too few.
    """
    known = load_regime(regime)
    placed = [path for one in dapil for path in one["parts"]]
    if sorted(placed) != sorted(people):
        raise Refused(_("Setiap kecamatan berada di tepat satu dapil."))
    total = sum(people.values())
    seats = law.seats_of_regency(total, known.parameter(LADDER))
    number = seats.value if isinstance(seats.value, int) else 0
    if total < number * number:
        raise Refused(_("Jumlah penduduk ini terlalu kecil. Periksa berkas penduduk."))
    bppd = law.quota(total, number)
    sums = {one["code"]: sum(people[path] for path in one["parts"]) for one in dapil}
    sharing = law.share_out(sums, number, decided)
    least, most = known.parameter(LEAST), known.parameter(MOST)
    outside = {one.dapil for one in sharing.outside(least.whole(), most.whole())}
    shares = {one.dapil: one for one in sharing.shares}
    return Plan(
        seats=seats,
        bppd=bppd,
        sharing=sharing,
        dapil=tuple(
            DapilPlan(
                one["code"],
                one["name"],
                tuple(one["parts"]),
                shares[one["code"]],
                law.whole_seats(sums[one["code"]], sharing.bppd),
                one["code"] not in outside,
            )
            for one in dapil
        ),
        least=least,
        most=most,
        people=people,
    )
