"""Replacement during the term: who is next, from the stored result, and why others are not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Refused
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime import load_regime
from jurdil.law.seats.criteria import Candidate
from jurdil.law.seats.replacement import PartyList, Succession, Successor, succession, time_left
from jurdil.law.text import Text
from jurdil.places import queries as places
from jurdil.seats import clocks, store
from jurdil.seats.electing import DOWN_TO
from jurdil.seats.members import Member, members
from jurdil.seats.models import Calon, Paw, PawLangkah, Penduduk, Perhitungan

Step = PawLangkah.Kind
ENDED = frozenset({Step.ANSWER, Step.NOBODY, Step.STOPPED})
MONTHS = "paw_none_below_months"

SEATED = Text("sudah menduduki kursi", "already has a seat")
LEAVING = Text("anggota yang digantikan", "the member who is replaced")


@dataclass(frozen=True)
class Line:
    """Who follows in a case, with names of people and dapil.

    `in_time` is False when too little of the term remains.
    """

    found: Succession
    names: dict[tuple[str, int], str]
    dapil: dict[str, str]
    in_time: bool
    fit: frozenset[tuple[str, int]]

    @property
    def first(self) -> Successor | None:
        """The one to be checked now: the next, or the first of several who are level."""
        return next(iter(self.found.order), None)

    def among(self, number: int | None) -> Successor | None:
        """The first, or of several who are level the one with this number."""
        first = self.first
        if first is None or number not in first.tied:
            return first
        return next(
            one
            for one in self.found.order
            if (one.dapil, one.candidate.number) == (first.dapil, number)
        )


def ended(case: Paw) -> bool:
    """Whether a case has its answer or was stopped."""
    return any(step.kind in ENDED for step in case.steps.all())


def line_of(viewer: Viewer, case: Paw) -> Line:
    """The succession of a case with everything that is recorded by now."""
    runs = store.runs_in_force(case.election_id, case.contest)
    run = next(run for run in runs if run.dapil == case.dapil)
    barred = _barred(viewer, case)
    people = _population(viewer, case)
    own = _party_list(run, case, barred, people)
    others = [_party_list(one, case, barred, people) for one in runs if one.dapil != case.dapil]
    names = {
        (one.dapil, person.number): person.name
        for one in runs
        for person in one.people.all()
        if person.party == case.party
    }
    fit = frozenset(
        (step.dapil, step.number or 0) for step in case.steps.all() if step.kind == Step.FIT
    )
    found = succession(own, [one for one in others if one.candidates], DOWN_TO["tps"])
    dapil = {one.dapil: one.dapil_name for one in runs}
    return Line(found, names, dapil, in_time(case.received, case.term_ends), fit)


def in_time(received: date, term_ends: date) -> bool:
    """Whether enough of the term remains for a replacement."""
    months = load_regime(clocks.ROUTINE).parameter(MONTHS).whole()
    return time_left(received, term_ends, months)


def holders(viewer: Viewer, election, contest: str) -> tuple[Member, ...]:
    """Who has a seat now: elected or moved up, not replaced, or named by a PAW."""
    named, left = _replaced(election.pk, contest)
    return tuple(
        one
        for one in members(viewer, election, contest)
        if (one.standing.seated or one.key in named) and one.key not in left
    )


def _replaced(
    election_id: int, contest: str
) -> tuple[set[tuple[str, str, int]], set[tuple[str, str, int]]]:
    """Who was named by an answered case, and who lost the seat by it."""
    named, left = set(), set()
    cases = Paw.objects.filter(election_id=election_id, contest=contest)
    for case in cases.prefetch_related("steps"):
        for step in case.steps.all():
            if step.kind == Step.ANSWER:
                named.add((step.dapil, case.party, step.number or 0))
            if step.kind in (Step.ANSWER, Step.NOBODY):
                left.add((case.dapil, case.party, case.number))
    return named, left


def _barred(viewer: Viewer, case: Paw) -> dict[tuple[str, int], Text]:
    """Why someone of this party cannot follow, by dapil and number."""
    found: dict[tuple[str, int], Text] = {}
    named, _left = _replaced(case.election_id, case.contest)
    for one in members(viewer, case.election, case.contest):
        dapil, party, number = one.key
        if party != case.party:
            continue
        if one.standing.seated or one.key in named:
            found[dapil, number] = SEATED
        elif one.standing.out:
            found[dapil, number] = Text(one.standing.out.value, one.standing.out.value)
    found[case.dapil, case.number] = LEAVING
    for step in case.steps.all():
        if step.kind == Step.UNFIT:
            found[step.dapil, step.number or 0] = Text(step.note, step.note)
    return found


def _party_list(
    run: Perhitungan,
    case: Paw,
    barred: dict[tuple[str, int], Text],
    people: dict[str, int],
) -> PartyList:
    own = [person for person in run.people.all() if person.party == case.party]
    return PartyList(
        dapil=run.dapil,
        population=people.get(run.dapil, 0),
        candidates=tuple(_candidate(person, own) for person in own),
        barred={number: why for (dapil, number), why in barred.items() if dapil == run.dapil},
    )


def _candidate(person: Calon, others: Iterable[Calon]) -> Candidate:
    """A stored candidate; the counts of places stand for the places, which nobody asks for."""
    if not person.sex and any(o.votes == person.votes for o in others if o != person):
        raise Refused(
            _("Jenis kelamin %(name)s belum dicatat, padahal suaranya sama dengan calon lain.")
            % {"name": person.name}
        )
    spread = tuple({str(at): 1 for at in range(count)} for count in person.spread)
    return Candidate(person.number, person.sex or "L", person.votes, spread)


def _population(viewer: Viewer, case: Paw) -> dict[str, int]:
    """People per dapil, from the newest population on record."""
    row = Penduduk.objects.filter(path=case.election.path).order_by("-pk").first()
    if row is None:
        return {}
    return {
        dapil.code: sum(row.people.get(part.path, 0) for part in dapil.parts)
        for dapil in places.dapil_of(viewer, case.election_id, case.contest)
    }
