"""Drafts of dapil side by side, one draft step by step, and the dapil in force."""

from dataclasses import dataclass
from datetime import date, datetime

from jurdil.kernel.acts import Refused, query
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.places import queries as places
from jurdil.places.paths import KECAMATAN
from jurdil.places.records import Place
from jurdil.seats import inputs, reading
from jurdil.seats.models import Penduduk, Rancangan, TetapanDapil
from jurdil.seats.planning import Plan, calculate, plan_of
from jurdil.seats.records import Head


@dataclass(frozen=True)
class PopulationRow:
    """Population per kecamatan from one source; `total` explains itself on the draft's page."""

    id: int
    source: str
    dated: date | None
    recorded_at: datetime
    people: dict[str, int]
    document: str

    @property
    def total(self) -> int:
        return sum(self.people.values())


@dataclass(frozen=True)
class DraftRow:
    """A draft with its calculation."""

    id: int
    number: int
    title: str
    plan: Plan
    notes: int
    follows: int | None
    decided: dict | None


@dataclass(frozen=True)
class DecisionRow:
    """A decision of KPU RI."""

    number: str
    day: date
    draft: int | None
    note: str
    document: str


@dataclass(frozen=True)
class PlansPage:
    """All drafts of a contest, the newest population, the decision, and the dapil in force."""

    head: Head
    population: PopulationRow | None
    kecamatan: tuple[Place, ...]
    drafts: tuple[DraftRow, ...]
    decisions: tuple[DecisionRow, ...]
    in_force: Plan | None
    in_force_seats: dict[str, int | None]


@dataclass(frozen=True)
class NoteRow:
    """What was said in a public test."""

    day: date
    speaker: str
    text: str
    document: str


@dataclass(frozen=True)
class DraftPage:
    """One draft step by step, its notes and the names of its kecamatan."""

    head: Head
    row: DraftRow
    population: PopulationRow
    names: dict[str, str]
    notes: tuple[NoteRow, ...]
    decided_as: DecisionRow | None


@query("seats.trace")
def plans_page(viewer: Viewer, election_id: int, contest: str) -> PlansPage:
    """Drafts of dapil of a contest. Raises `Election.DoesNotExist` for one without seats here."""
    election, known = reading.subject(viewer, election_id, contest)
    if not inputs.shares_seats(known):
        raise Election.DoesNotExist
    population = Penduduk.objects.filter(path=election.path).select_related("document")
    newest = population.order_by("-pk").first()
    drafts = Rancangan.objects.filter(election=election, contest=contest)
    force = places.dapil_of(viewer, election.pk, contest)
    return PlansPage(
        head=reading.head(election, known),
        population=_population(newest) if newest else None,
        kecamatan=places.places_below(viewer, election.path, KECAMATAN),
        drafts=tuple(_draft(row) for row in drafts.select_related("election", "population")),
        decisions=tuple(map(_decision, _decisions(election, contest))),
        in_force=_in_force(election, newest, force),
        in_force_seats={row.code: row.seats for row in force},
    )


@query("seats.trace")
def draft_page(viewer: Viewer, draft_id: int) -> DraftPage:
    """One draft. Raises ObjectDoesNotExist."""
    rows = Rancangan.objects.select_related("election", "population", "population__document")
    draft = rows.get(pk=draft_id)
    election, known = reading.subject(viewer, draft.election_id, draft.contest)
    decision = next(
        (d for d in _decisions(election, draft.contest) if d.draft_id == draft.pk), None
    )
    return DraftPage(
        head=reading.head(election, known),
        row=_draft(draft),
        population=_population(draft.population),
        names=places.names(viewer, draft.population.people),
        notes=tuple(
            NoteRow(n.day, n.speaker, n.text, n.document.name if n.document else "")
            for n in draft.notes.select_related("document")
        ),
        decided_as=_decision(decision) if decision else None,
    )


@query("seats.trace")
def kecamatan(viewer: Viewer, election_id: int) -> tuple[Place, ...]:
    """The kecamatan of the office, whose people are counted. Raises `Election.DoesNotExist`."""
    election = inputs.election_for(viewer, election_id)
    return places.places_below(viewer, election.path, KECAMATAN)


def _draft(row: Rancangan) -> DraftRow:
    return DraftRow(
        id=row.pk,
        number=row.number,
        title=row.title,
        plan=plan_of(row),
        notes=row.notes.count(),
        follows=row.follows.number if row.follows else None,
        decided=row.decided,
    )


def _population(row: Penduduk) -> PopulationRow:
    return PopulationRow(
        row.pk,
        row.source,
        row.dated,
        row.recorded_at,
        dict(sorted(row.people.items())),
        row.document.name if row.document else "",
    )


def _decisions(election: Election, contest: str) -> list[TetapanDapil]:
    rows = TetapanDapil.objects.filter(election=election, contest=contest)
    return list(rows.select_related("document", "draft"))


def _decision(row: TetapanDapil) -> DecisionRow:
    return DecisionRow(
        row.number,
        row.day,
        row.draft.number if row.draft else None,
        row.note,
        row.document.name if row.document else "",
    )


def _in_force(election: Election, newest: Penduduk | None, force) -> Plan | None:
    """The dapil in force over the newest population; None where they cannot be calculated."""
    if newest is None or not force:
        return None
    rows = [
        {"code": row.code, "name": row.name, "parts": [part.path for part in row.parts]}
        for row in force
    ]
    try:
        return calculate(election.regime, newest.people, rows)
    except Refused:
        return None
