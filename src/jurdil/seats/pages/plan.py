"""Drafts of dapil, made ready: seats, BPPd and remainders as figures that explain themselves."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from jurdil.law.figure import Figure, Input, Unit, share, total
from jurdil.law.seats.population import ARTICLE, BPPD
from jurdil.law.text import Text
from jurdil.seats.planning import DapilPlan, Plan
from jurdil.seats.queries import DraftPage, DraftRow, PlansPage

PEOPLE = Text("Penduduk", "Population")
OF_DAPIL = Text("penduduk semua kecamatan di dapil ini", "people of all kecamatan of this dapil")
REST = Text(
    "penduduk dapil − kursi tahap pertama × BPPd", "people of the dapil − first seats × BPPd"
)


@dataclass(frozen=True)
class DapilLine:
    """A dapil with its steps: people, first seats, remainder, the seat by remainder, all seats."""

    name: str
    places: str
    people: Figure
    whole: Figure
    rest: Figure
    extra: str
    seats: int | None
    state: str
    words: str
    in_force: int | None
    per_seat: Figure | None


@dataclass(frozen=True)
class DraftCard:
    """A draft at a glance."""

    id: int | None
    number: int | None
    title: str
    seats: Figure
    bppd: Figure
    dapil: tuple[DapilLine, ...]
    tie: bool
    outside: int
    notes: int


def draft_cards(page: PlansPage) -> tuple[DraftCard, ...]:
    """All drafts, side by side."""
    return tuple(draft_card(row) for row in page.drafts)


def draft_card(row: DraftRow) -> DraftCard:
    return _card(row.plan, row.id, row.number, row.title, row.notes)


def in_force_card(page: PlansPage) -> DraftCard | None:
    """The dapil in force over the newest population, with their seats in force."""
    if page.in_force is None:
        return None
    return _card(page.in_force, None, None, _("Dapil yang berlaku"), 0, page.in_force_seats)


def draft_rows(page: DraftPage) -> tuple[DapilLine, ...]:
    """The steps of a draft with the names of its kecamatan."""
    return tuple(_dapil(one, page.row.plan, page.names) for one in page.row.plan.dapil)


def _card(
    plan: Plan,
    id_: int | None,
    number: int | None,
    title: str,
    notes: int,
    in_force: dict[str, int | None] | None = None,
) -> DraftCard:
    return DraftCard(
        id=id_,
        number=number,
        title=title,
        seats=plan.seats,
        bppd=plan.bppd,
        dapil=tuple(_dapil(one, plan, {}, (in_force or {}).get(one.code)) for one in plan.dapil),
        tie=plan.sharing.tie is not None,
        outside=sum(not one.within_limits for one in plan.dapil),
        notes=notes,
    )


def _dapil(
    one: DapilPlan, plan: Plan, names: dict[str, str], in_force: int | None = None
) -> DapilLine:
    parts = [
        Input(Text(n, n), plan.people[path]) for path in one.parts if (n := names.get(path, path))
    ]
    people = total(parts, article="", confirmed=True, formula=OF_DAPIL)
    state, words = _state(one, plan)
    return DapilLine(
        name=one.name,
        places=", ".join(names.get(path, path) for path in one.parts),
        people=people,
        whole=one.whole,
        rest=_rest(one, plan),
        extra=_extra(one),
        seats=one.share.seats,
        state=state,
        words=words,
        in_force=in_force,
        per_seat=_per_seat(one),
    )


def _rest(one: DapilPlan, plan: Plan) -> Figure:
    inputs = (
        Input(PEOPLE, one.share.population),
        one.whole.as_input(Text("Kursi tahap pertama", "First seats")),
        Input(BPPD, plan.sharing.bppd),
    )
    return Figure(one.share.remainder, REST, inputs, None, ARTICLE, True)


def _extra(one: DapilPlan) -> str:
    if one.share.extra is None:
        return _("sama, menunggu keputusan")
    return "+1" if one.share.extra else "–"


def _state(one: DapilPlan, plan: Plan) -> tuple[str, str]:
    if one.share.seats is None:
        return "bad", _("Sisa penduduk sama")
    if not one.within_limits:
        limits = {"least": plan.least.whole(), "most": plan.most.whole()}
        return "bad", _("Di luar batas %(least)s–%(most)s kursi") % limits
    return "ok", _("Dalam batas")


def _per_seat(one: DapilPlan) -> Figure | None:
    """People per seat: how equal the value of a vote is."""
    if not one.share.seats:
        return None
    people, seats = (
        Input(PEOPLE, one.share.population),
        Input(Text("Kursi", "Seats"), one.share.seats),
    )
    found = share(people, seats, article="UU 7/2017 Pasal 185", confirmed=True)
    return Figure(
        found.value, found.formula, found.inputs, found.denominator, found.article, True, Unit.RATIO
    )
