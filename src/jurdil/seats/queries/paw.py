"""PAW: the register of requests, and one case with who is next and why."""

from dataclasses import dataclass
from datetime import date, datetime

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure
from jurdil.law.text import Text
from jurdil.places import queries as places
from jurdil.seats import clocks, inputs, reading, replacing, store
from jurdil.seats.models import Calon, Paw, PawLangkah
from jurdil.seats.records import Head


@dataclass(frozen=True)
class CaseRow:
    """A request with its clock; `state` the last step in words, '' while nothing happened."""

    id: int
    election_id: int
    contest: str
    letter: str
    received: date
    due: datetime
    member: str
    party: str
    dapil: str
    reason: str
    state: str
    ended: bool
    late: bool


@dataclass(frozen=True)
class NextRow:
    """Someone in the line of a case."""

    dapil: str
    number: int
    name: str
    votes: int
    reason: Text
    tied: bool
    fit: bool


@dataclass(frozen=True)
class PassedRow:
    """Someone who would have come first, and why not."""

    dapil: str
    number: int
    name: str
    votes: int
    why: Text


@dataclass(frozen=True)
class StepRow:
    """A recorded step of a case."""

    label: str
    day: date
    who: str
    letter: str
    note: str
    document: str
    name: str


@dataclass(frozen=True)
class CasePage:
    """One case: its clock explained, who is next, who is passed over, what was done."""

    row: CaseRow
    head: Head
    clock: Figure
    until: Figure
    in_time: bool
    line: tuple[NextRow, ...]
    passed: tuple[PassedRow, ...]
    steps: tuple[StepRow, ...]


@dataclass(frozen=True)
class Holder:
    """Someone who has a seat: `key` is what a form hands back."""

    key: str
    words: str


@query("seats.trace")
def cases(viewer: Viewer) -> tuple[CaseRow, ...]:
    """All requests of the office, open ones first, the nearest deadline first."""
    found = Paw.objects.select_related("election").prefetch_related("steps")
    rows = [_row(case) for case in found if _seen(viewer, case.election)]
    return tuple(sorted(rows, key=lambda row: (row.ended, row.due)))


@query("seats.trace")
def case_page(viewer: Viewer, case_id: int) -> CasePage:
    """One case. Raises ObjectDoesNotExist."""
    case = Paw.objects.select_related("election").prefetch_related("steps").get(pk=case_id)
    election, known = reading.subject(viewer, case.election_id, case.contest)
    line = replacing.line_of(viewer, case)
    return CasePage(
        row=_row(case),
        head=reading.head(election, known),
        clock=clocks.figure(clocks.paw_answer(case.received)),
        until=clocks.figure(clocks.paw_ends(case.term_ends)),
        in_time=line.in_time,
        line=tuple(
            NextRow(
                line.dapil[one.dapil],
                one.candidate.number,
                line.names[one.dapil, one.candidate.number],
                one.candidate.votes,
                one.reason.text,
                bool(one.tied),
                (one.dapil, one.candidate.number) in line.fit,
            )
            for one in line.found.order
        ),
        passed=tuple(
            PassedRow(
                line.dapil[one.dapil],
                one.candidate.number,
                line.names[one.dapil, one.candidate.number],
                one.candidate.votes,
                one.why,
            )
            for one in line.found.passed_over
        ),
        steps=tuple(_step(case, step, line) for step in case.steps.select_related("document")),
    )


@query("seats.trace")
def replaceable(viewer: Viewer, election_id: int, contest: str) -> tuple[Holder, ...]:
    """Who has a seat of a contest now. Raises `Election.DoesNotExist`."""
    election, _known = reading.subject(viewer, election_id, contest)
    return tuple(
        Holder(
            f"{one.run.dapil}|{one.person.party}|{one.person.number}",
            f"{one.person.name} ({one.run.names[one.person.party]}, {one.run.dapil_name})",
        )
        for one in replacing.holders(viewer, election, contest)
    )


@query("seats.trace")
def seated_contests(viewer: Viewer) -> tuple[Head, ...]:
    """The contests whose result is kept here, so that a PAW can be asked for."""
    found = []
    for row in places.elections(viewer):
        election = Election.objects.get(pk=row.id)
        for code in election.contests:
            known = inputs.contest_for(election, code)
            if inputs.shares_seats(known) and store.present_runs(election.pk, code):
                found.append(reading.head(election, known))
    return tuple(found)


def _seen(viewer: Viewer, election: Election) -> bool:
    return within(viewer.path, election.path) or within(election.path, viewer.path)


def _row(case: Paw) -> CaseRow:
    run = next(
        run
        for run in store.runs_in_force(case.election_id, case.contest)
        if run.dapil == case.dapil
    )
    member = Calon.objects.get(run=run, party=case.party, number=case.number)
    steps = list(case.steps.all())
    over = replacing.ended(case)
    return CaseRow(
        id=case.pk,
        election_id=case.election_id,
        contest=case.contest,
        letter=case.letter,
        received=case.received,
        due=case.due,
        member=member.name,
        party=run.names[case.party],
        dapil=run.dapil_name,
        reason=str(Paw.Reason(case.reason).label),
        state=str(PawLangkah.Kind(steps[-1].kind).label) if steps else "",
        ended=over,
        late=not over and case.due < clock.now(),
    )


def _step(case: Paw, step: PawLangkah, line: replacing.Line) -> StepRow:
    name = line.names.get((step.dapil, step.number or 0), "")
    return StepRow(
        label=str(PawLangkah.Kind(step.kind).label),
        day=step.day,
        who=f"{step.number}. {name}" if step.number else "",
        letter=step.letter,
        note=step.note,
        document=step.document.name if step.document else "",
        name=step.account_name,
    )
