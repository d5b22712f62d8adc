"""Votes held again: the list with its clocks, one case with its effect, the ballots they need."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.documents.sheet import ABSENT, pdf
from jurdil.kernel.viewer import Viewer
from jurdil.law import revote as law
from jurdil.law.deadlines import Ground
from jurdil.law.figure import Figure
from jurdil.law.regime import load_regime
from jurdil.law.revote import Kind, Need, State
from jurdil.law.text import Text
from jurdil.places import queries as places
from jurdil.results import reading, revotes, room
from jurdil.results.effects import Effect, Replaced, effects, superseded
from jurdil.results.models import LEVEL_TPS, Form, Ulang
from jurdil.results.papers.revotes import revotes_paper
from jurdil.voters import notices

STOCK = "psu_ballots"
ORDER = {state: at for at, state in enumerate(State)}


@dataclass(frozen=True)
class CaseRow:
    """A case in the list. `left` is the number of days until the last day, None without one."""

    id: int
    path: str
    label: str
    village: str
    kind_code: Kind
    kind: Text
    contests: tuple[Text, ...]
    state: State
    state_name: Text
    last_day: date | None
    left: int | None
    held_on: date | None


@dataclass(frozen=True)
class CaseStep:
    """A step that was taken."""

    name: Text
    note: str
    by: str
    at: datetime


@dataclass(frozen=True)
class CasePage:
    """Everything about one case. `voters` get a notice as decided, `listed` are on the TPS's
    determined list in this house (None without one)."""

    row: CaseRow
    election_id: int
    contest_codes: tuple[str, ...]
    done: tuple[str, ...]
    ground: Ground
    source: str
    source_number: str
    story: str
    reason: str
    number: str
    decision_id: int | None
    late_reason: str
    voters: int | None
    listed: int | None
    has_notices: bool
    ballots: int | None
    kpps_replaced: int | None
    last_confirmed: bool
    others_at_tps: int
    steps: tuple[CaseStep, ...]
    effects: tuple[Effect, ...] = field(default_factory=tuple)


@query("results.revotes")
def revotes_of(viewer: Viewer, election_id: int, path: str = "") -> tuple[CaseRow, ...]:
    """The cases in scope, or of a place in it: what is open first, by the last day."""
    rows = Ulang.objects.filter(election_id=election_id, path__within=viewer.path)
    rows = rows.filter(path__within=path) if path else rows
    names = places.names(viewer, {row.path.partition("/")[0] for row in rows})
    made = [_row(row, names) for row in rows.select_related("election")]
    far = date.max
    return tuple(sorted(made, key=lambda row: (ORDER[row.state], row.last_day or far, row.path)))


@dataclass(frozen=True)
class KecamatanRow:
    """A kecamatan: how many TPS of it hold something again, by kind, and how many are open."""

    path: str
    name: str
    counts: tuple[tuple[Text, int], ...]
    total: Figure
    open: int


@dataclass(frozen=True)
class Overview:
    """All cases that were not rejected: how many in all, and by kecamatan."""

    total: Figure
    kinds: tuple[Text, ...]
    rows: tuple[KecamatanRow, ...]


@query("results.revotes")
def revote_overview(viewer: Viewer, election_id: int) -> Overview:
    """The cases in scope by kecamatan; rejected ones are left out."""
    cases = [
        case
        for case in Ulang.objects.filter(election_id=election_id, path__within=viewer.path)
        if case.state != State.REJECTED.value
    ]
    by_place: dict[str, list[Ulang]] = {}
    for case in cases:
        by_place.setdefault(revotes.kecamatan_of(case), []).append(case)
    names = places.names(viewer, set(by_place))
    rows = [_kecamatan(path, names, some) for path, some in sorted(by_place.items())]
    return Overview(
        law.held_again(law.tally(Kind(case.kind) for case in cases)),
        tuple(law.SHORT[kind] for kind in Kind),
        tuple(rows),
    )


@query("results.revotes")
def revotes_pdf(viewer: Viewer, election_id: int) -> bytes:
    """The list of cases in scope as a printed sheet, in Indonesian."""
    rows = revotes_of(viewer, election_id)
    facts = [("Dicetak", clock.today().strftime("%d-%m-%Y")), ("Perkara", str(len(rows)))]
    lines = [
        (
            f"{row.label} {row.village}",
            law.SHORT[row.kind_code].id,
            ", ".join(one.id for one in row.contests),
            row.state_name.id,
            row.last_day.strftime("%d-%m-%Y") if row.last_day else ABSENT,
            row.held_on.strftime("%d-%m-%Y") if row.held_on else ABSENT,
        )
        for row in rows
    ]
    return pdf(revotes_paper(room.place_name(viewer, viewer.path), facts, lines))


@query("results.revotes")
def revote(viewer: Viewer, case_id: int) -> CasePage:
    """One case in scope. Raises Ulang.DoesNotExist."""
    rows = Ulang.objects.filter(path__within=viewer.path).select_related("election")
    case = rows.get(pk=case_id)
    names = places.names(viewer, {case.path.partition("/")[0]})
    due = revotes.deadline(case)
    same = Ulang.objects.filter(election_id=case.election_id, path=case.path, kind=case.kind)
    return CasePage(
        row=_row(case, names),
        election_id=case.election_id,
        contest_codes=tuple(case.contests),
        done=tuple(case.done),
        ground=revotes.ground_of(case),
        source=str(case.get_source_display()),
        source_number=case.source_number,
        story=case.story,
        reason=case.decided_reason,
        number=case.decision_number,
        decision_id=case.decision_id,
        late_reason=case.late_reason,
        voters=revotes.voters_of(case),
        listed=notices.listed(case.election_id, case.path),
        has_notices=revotes.has_notices(case),
        ballots=revotes.ballots_of(case),
        kpps_replaced=case.kpps_replaced,
        last_confirmed=bool(due and due.confirmed),
        others_at_tps=same.exclude(pk=case.pk).exclude(state=State.REJECTED.value).count(),
        steps=tuple(
            CaseStep(law.STATES[State(one.state)], one.note, one.account_name, one.taken_at)
            for one in case.steps.all()
        ),
        effects=tuple(_effects(viewer, case)),
    )


@query("results.revotes")
def revote_ballots(viewer: Viewer, election_id: int) -> tuple[tuple[Need, Text], ...]:
    """What the decided cases in scope need of the marked ballots, by contest and dapil."""
    rows = Ulang.objects.filter(
        election_id=election_id,
        path__within=viewer.path,
        state__in=[State.DECIDED.value, State.HELD.value],
    ).select_related("election")
    cases = []
    for case in rows:
        ballots = revotes.ballots_of(case)
        for contest in case.contests if ballots else ():
            cases.append((contest, _dapil(case, contest), ballots or 0))
    if not cases:
        return ()
    regime = load_regime(rows[0].election.regime)
    known = regime.parameters.get(STOCK)
    stock = known.whole() if known else 0
    return tuple((need, regime.contest(need.contest).name) for need in law.needs(cases, stock))


@query("results.revotes")
def grounds_of(viewer: Viewer, election_id: int) -> dict[Kind, tuple[Ground, ...]]:
    """The grounds of the law by kind. Raises Election.DoesNotExist out of sight."""
    subjects = reading.subjects(viewer, election_id)
    regime = subjects[0].election.regime if subjects else ""
    return {kind: law.grounds(regime, kind) for kind in Kind} if regime else {}


def _row(case: Ulang, names: Mapping[str, str]) -> CaseRow:
    village, _slash, number = case.path.partition("/")
    regime, last = load_regime(case.election.regime), revotes.last_day(case)
    state = State(case.state)
    waiting = last and state in (State.PROPOSED, State.DECIDED)
    return CaseRow(
        id=case.pk,
        path=case.path,
        label=f"TPS {number}",
        village=names.get(village, village),
        kind_code=Kind(case.kind),
        kind=law.NAMES[Kind(case.kind)],
        contests=tuple(regime.contest(one).name_in(case.path[:2]) for one in case.contests),
        state=state,
        state_name=law.STATES[state],
        last_day=last,
        left=(last - clock.today()).days if waiting and last else None,
        held_on=case.held_on,
    )


def _kecamatan(path: str, names: Mapping[str, str], cases: list[Ulang]) -> KecamatanRow:
    counts = law.tally(Kind(case.kind) for case in cases)
    return KecamatanRow(
        path=path,
        name=names.get(path, path),
        counts=tuple((law.SHORT[kind], counts[kind]) for kind in Kind),
        total=law.held_again(counts),
        open=sum(case.state != State.DONE.value for case in cases),
    )


def _dapil(case: Ulang, contest: str) -> str:
    form = Form.objects.filter(
        election_id=case.election_id, contest=contest, level=LEVEL_TPS, path=case.path
    ).first()
    return form.dapil if form else ""


def _effects(viewer: Viewer, case: Ulang) -> Iterator[Effect]:
    """The effect of every contest whose new result is in."""
    for contest in case.done:
        form = Form.objects.get(
            election_id=case.election_id, contest=contest, level=LEVEL_TPS, path=case.path
        )
        new = form.versions.filter(origin__in=revotes.REPLACING).order_by("-number").first()
        if new is not None:
            yield from effects(viewer, [Replaced(form, superseded(new), new)])
