"""One case in full, with every person masked: what happened, what runs, what may come next."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.language import say
from jurdil.kernel.request import number_in
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import case_clocks, case_words, cases, clocks
from jurdil.law.oversight.case_words import Move
from jurdil.law.oversight.cases import Referral, Requirement, Step
from jurdil.law.oversight.clocks import Regime
from jurdil.law.text import Text
from jurdil.oversight import case_facts, case_reading, case_store, identity
from jurdil.oversight.case_reading import Clock
from jurdil.oversight.case_records import label
from jurdil.oversight.identity import Person
from jurdil.oversight.models import (
    Case,
    CaseEvent,
    CaseEvidence,
    CaseHearing,
    CaseMeeting,
    CaseReferral,
    CaseReveal,
    CaseStep,
    CaseSummons,
    FindingDraft,
    Ruling,
)
from jurdil.oversight.rights.roles import PLENARY
from jurdil.places import queries as places

Known = tuple[tuple[str, Person], ...]


@dataclass(frozen=True)
class PartyRow:
    id: int
    role: str
    label: str


@dataclass(frozen=True)
class EvidenceRow:
    """A piece of evidence; `sealed` ones open with a reason only."""

    id: int
    number: int
    kind: str
    about: str
    name: str
    size: int
    digest: str
    sealed: bool
    added_at: datetime


@dataclass(frozen=True)
class CheckRow:
    requirement: Requirement
    met: bool | None
    found: str


@dataclass(frozen=True)
class StepRow:
    """A step that was taken. `name` is the law's, or the move between levels."""

    row: CaseStep
    name: Text
    note: str
    reason: str
    found: tuple[str, ...]


@dataclass(frozen=True)
class SummonsRow:
    row: CaseSummons
    label: str


@dataclass(frozen=True)
class ReferralRow:
    """A referral; `confirmed` says whether the limit of its answer is. One that was sent to KPU's
    house as a ruling is followed there (`ruled`)."""

    row: CaseReferral
    outcome: str
    late: bool
    confirmed: bool
    ruled: bool


@dataclass(frozen=True)
class CasePage:
    """A case as its page shows it; `law` is the regime by the day of the event.

    `limit_confirmed` says whether the limit within which it had to come is.
    """

    case: Case
    number: str
    state: str
    ended: bool
    place: str
    actor: Text
    law: Regime
    story: str
    where: str
    parties: tuple[PartyRow, ...]
    evidence: tuple[EvidenceRow, ...]
    checks: tuple[CheckRow, ...]
    steps: tuple[StepRow, ...]
    summons: tuple[SummonsRow, ...]
    meetings: tuple[tuple[CaseMeeting, str], ...]
    hearings: tuple[CaseHearing, ...]
    events: tuple[tuple[CaseEvent, str], ...]
    referrals: tuple[ReferralRow, ...]
    suggested: tuple[Referral, ...]
    reveals: tuple[CaseReveal, ...]
    clocks: tuple[Clock, ...]
    strip: case_clocks.Strip
    next_steps: tuple[Step, ...]
    moves: tuple[Move, ...]
    outcomes: tuple[str, ...]
    suspected: tuple[str, ...]
    mine: bool
    crime: bool
    origin: str
    limit_confirmed: bool

    @property
    def invites(self) -> bool:
        """Whether parties may still be invited to a clarification."""
        return self.case.state in case_store.CLARIFYING

    @property
    def hears(self) -> bool:
        """Whether Bawaslu itself hears and decides administrative violations of this case."""
        return self.law.administrative == "putusan"


@query("oversight.case")
def case_page(viewer: Viewer, case_id: int) -> CasePage:
    """One case. Raises Case.DoesNotExist outside the viewer's place."""
    rows = Case.objects.filter(path__within=viewer.path).select_related("election", "officer")
    case = rows.get(pk=case_id)
    now, known = clock.now(), case_facts.persons(case)
    story, where = case_facts.story(case)
    law, level = clocks.regimes()[case.regime], case_store.level_of(viewer)
    mine = case.level == level
    state = cases.states()[case.state]
    return CasePage(
        case=case,
        number=case_store.named(case),
        state=say(state.name),
        ended=state.ended,
        place=places.name_of(viewer, case.path),
        actor=case_words.actors()[case.actor].name,
        law=law,
        story=story,
        where=where,
        parties=_parties(case),
        evidence=tuple(_evidence(row, known) for row in _ordered(case, "evidence", "number")),
        checks=_checks(case, known),
        steps=tuple(_step(row, known) for row in _ordered(case, "steps", "taken_at", "pk")),
        summons=_summons(case),
        meetings=_meetings(case, known),
        hearings=_hearings(case, known),
        events=_events(case, known),
        referrals=_referrals(case, now, known),
        suggested=cases.referrals(law, case.outcomes, case.actor),
        reveals=_reveals(viewer, case),
        clocks=case_reading.clocks_of(case, now),
        strip=case_facts.strip(case, now),
        next_steps=cases.steps_from(case.state, level) if mine else (),
        moves=() if state.ended else case_words.moves_from(case.level, level),
        outcomes=case_reading.outcomes(case.outcomes),
        suspected=case_reading.outcomes(case.suspected),
        mine=mine,
        crime="pidana" in case_facts.suspected(case),
        origin=_origin(case),
        limit_confirmed=case_facts.limit_confirmed(case),
    )


def _origin(case: Case) -> str:
    """Where a case came from; a draft leads on to what it arose from."""
    code, _sign, number = case.source.partition(":")
    draft_id = number_in(number)
    if code != "draft" or draft_id is None:
        return case.source
    draft = FindingDraft.objects.filter(pk=draft_id).first()
    return draft.source if draft else ""


def _ordered(case: Case, name: str, *order: str):
    rows = getattr(case, name)
    with_files = name not in ("parties", "checks", "reveals")
    return (rows.select_related("file") if with_files else rows).order_by(*order)


def _parties(case: Case) -> tuple[PartyRow, ...]:
    order = {"pelapor": 0, "terlapor": 1, "saksi": 2}
    rows = sorted(
        case.parties.filter(struck_at=None), key=lambda row: (order[row.role], row.number)
    )
    return tuple(
        PartyRow(row.pk, row.role, label(row.role, row.number, row.capacity)) for row in rows
    )


def _evidence(row: CaseEvidence, known: Known) -> EvidenceRow:
    return EvidenceRow(
        id=row.pk,
        number=row.number,
        kind=str(row.get_kind_display()),
        about=identity.masked(row.about, known),
        name=row.name,
        size=row.file.size if row.file else 0,
        digest=row.file.sha256 if row.file else "",
        sealed=row.kind == CaseEvidence.Kind.IDENTITY,
        added_at=row.added_at,
    )


def _checks(case: Case, known: Known) -> tuple[CheckRow, ...]:
    last = {row.requirement: row for row in case.checks.order_by("pk")}
    found = []
    for one in case_facts.requirements(case):
        row = last.get(one.id)
        if row is None:
            found.append(CheckRow(one, None, ""))
            continue
        note = identity.masked(row.note, known)
        said = f"{row.checked_on:%d-%m-%Y}, {row.account_name}. {note}".strip()
        found.append(CheckRow(one, row.met, said))
    return tuple(found)


def _step(row: CaseStep, known: Known) -> StepRow:
    law, move = cases.steps().get(row.step), case_words.moves().get(row.step)
    named = law or move
    return StepRow(
        row=row,
        name=named.name if named else Text(row.step, row.step),
        note=identity.masked(row.note, known),
        reason=say(cases.reasons()[row.reason].name) if row.reason else "",
        found=case_reading.outcomes(row.found),
    )


def _summons(case: Case) -> tuple[SummonsRow, ...]:
    rows = case.summons.select_related("party", "file").order_by("held_at", "pk")
    return tuple(
        SummonsRow(row, label(row.party.role, row.party.number, row.party.capacity)) for row in rows
    )


def _meetings(case: Case, known: Known) -> tuple[tuple[CaseMeeting, str], ...]:
    names = {one.id: say(one.name) for one in cases.gakkumdu()}
    seats = {code: say(one.name) for code, one in case_words.institutions().items()}
    found = []
    for row in _ordered(case, "meetings", "held_at"):
        members, said = row.members, row.opinions
        row.members = {name: members[code] for code, name in seats.items() if code in members}
        row.opinions = {
            name: identity.masked(said[code], known) for code, name in seats.items() if code in said
        }
        found.append((_veiled(row, known, "conclusion"), names[row.stage]))
    return tuple(found)


def _hearings(case: Case, known: Known) -> tuple[CaseHearing, ...]:
    rows = _ordered(case, "hearings", "held_at")
    return tuple(_veiled(row, known, "summary") for row in rows)


def _events(case: Case, known: Known) -> tuple[tuple[CaseEvent, str], ...]:
    names = {one.id: say(one.name) for one in case_words.events().values()}
    rows = _ordered(case, "events", "happened_at", "pk")
    return tuple((_veiled(row, known, "note"), names[row.event]) for row in rows)


def _referrals(case: Case, now: datetime, known: Known) -> tuple[ReferralRow, ...]:
    rule = clocks.rules(case.regime).get(case_facts.KPU_ANSWERS)
    sent = set(Ruling.objects.filter(path=case.path).values_list("source", flat=True))
    return tuple(
        ReferralRow(
            _veiled(row, known, "content", "answer"),
            say(cases.outcomes()[row.outcome].name),
            row.ends_at is not None and row.answered_on is None and now >= row.ends_at,
            rule is not None and rule.confirmed,
            f"referral:{row.pk}" in sent,
        )
        for row in _ordered(case, "referrals", "sent_on", "pk")
    )


def _veiled(row: Any, known: Known, *names: str) -> Any:
    """The row with a label wherever a known name stands; rows of a reading are never saved."""
    for name in names:
        setattr(row, name, identity.masked(getattr(row, name), known))
    return row


def _reveals(viewer: Viewer, case: Case) -> tuple[CaseReveal, ...]:
    """Who opened an identity: only the chair and members see the list."""
    if viewer.role not in PLENARY:
        return ()
    return tuple(case.reveals.order_by("-opened_at"))
