"""Disputes with their clocks, claims, effect and bundles."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from jurdil.kernel import clock, holidays
from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.law import winner
from jurdil.law.deadlines import due, load_deadlines
from jurdil.law.regime import load_regime
from jurdil.law.text import Text
from jurdil.parties import queries as parties
from jurdil.places import queries as places
from jurdil.results import evidence, outcomes
from jurdil.results.effects import Effect, Replaced, effects, superseded
from jurdil.results.models import LEVEL_TPS, Dalil, Form, FormVersi, Sengketa
from jurdil.results.writing import read_figures

GATES = {"kabko": "dispute_margin_kabko_percent", "provinsi": "dispute_margin_gubernur_percent"}
PRESIDENT = "ppwp"
FILED, REGISTERED = "permohonan-mk-diterima", "perkara-mk-diregistrasi"


@dataclass(frozen=True)
class Term:
    """A deadline of the law for this dispute."""

    name: Text
    at: datetime
    article: str
    confirmed: bool


@dataclass(frozen=True)
class DisputeRow:
    """A dispute in the list."""

    id: int
    contest: Text
    forum: str
    number: str
    filed_on: datetime
    outcome: str
    outcome_label: str
    decided_on: date | None
    tps: int


@dataclass(frozen=True)
class ClaimRow:
    """A claimed TPS: (figure, petitioner, KPU, overseer) for each figure."""

    path: str
    label: str
    village: str
    text: str
    figures: tuple[tuple[str, int | None, int | None, int | None], ...]
    ruled: bool


@dataclass(frozen=True)
class BundleRow:
    """A bundle that was made."""

    digest: str
    items: int
    size: int
    made_at: datetime
    by: str


@dataclass(frozen=True)
class DisputePage:
    """Everything about one dispute."""

    row: DisputeRow
    election_id: int
    contest_code: str
    petitioner: str
    claim: str
    ruling: str
    registered_on: datetime | None
    terms: tuple[Term, ...]
    claims: tuple[ClaimRow, ...]
    gate: winner.Gate | None
    standings: tuple[outcomes.Standing, ...]
    bundles: tuple[BundleRow, ...]
    granted: bool
    effects: tuple[Effect, ...]


@query("results.disputes")
def disputes_of(viewer: Viewer, election_id: int) -> tuple[DisputeRow, ...]:
    """The disputes in scope, the newest first."""
    rows = Sengketa.objects.filter(election_id=election_id, path__within=viewer.path)
    return tuple(_row(row) for row in rows.select_related("election"))


@query("results.disputes")
def dispute(viewer: Viewer, dispute_id: int) -> DisputePage:
    """One dispute in scope. Raises Sengketa.DoesNotExist."""
    row = _of(viewer, dispute_id)
    names = places.names(viewer, {one.path.partition("/")[0] for one in row.claims.all()})
    whole = replace(viewer, path=clock.office_path())
    standings = outcomes.standings(whole, row.election_id, row.contest)
    return DisputePage(
        row=_row(row),
        election_id=row.election_id,
        contest_code=row.contest,
        petitioner=_petitioner(viewer, row),
        claim=row.claim,
        ruling=row.ruling,
        registered_on=row.registered_on,
        terms=tuple(_terms(row)),
        claims=tuple(_claim(row, one, names) for one in row.claims.all()),
        gate=_gate(row, standings),
        standings=standings,
        bundles=tuple(
            BundleRow(one.file_id, one.items, one.file.size, one.made_at, one.account_name)
            for one in row.bundles.select_related("file")
        ),
        granted=row.outcome in (Sengketa.Outcome.GRANTED, Sengketa.Outcome.PARTLY),
        effects=tuple(effects(viewer, _ruled(row))),
    )


@query("results.disputes")
def dispute_bundle(viewer: Viewer, dispute_id: int) -> evidence.Bundle:
    """The evidence of a dispute, made from what stands now. Raises `Refused`."""
    return evidence.bundle(_of(viewer, dispute_id))


@query("results.disputes")
def bundle_size(viewer: Viewer, dispute_id: int) -> tuple[int, int]:
    """Bytes of the pieces that a bundle would hold now, and the row of the newest one there is (0
    for none). Raises `Refused` as the bundle does."""
    dispute = _of(viewer, dispute_id)
    size = sum(piece.size for piece in evidence.pieces(dispute))
    newest = dispute.bundles.order_by("-pk").values_list("pk", flat=True).first()
    return size, newest or 0


def _of(viewer: Viewer, dispute_id: int) -> Sengketa:
    rows = Sengketa.objects.filter(path__within=viewer.path).select_related("election")
    return rows.get(pk=dispute_id)


def _row(row: Sengketa) -> DisputeRow:
    contest = load_regime(row.election.regime).contest(row.contest)
    return DisputeRow(
        id=row.pk,
        contest=contest.name_in(row.election.path[:2]),
        forum=str(row.get_forum_display()),
        number=row.number,
        filed_on=row.filed_on,
        outcome=row.outcome,
        outcome_label=str(row.get_outcome_display()),
        decided_on=row.decided_on,
        tps=row.claims.count(),
    )


def _petitioner(viewer: Viewer, row: Sengketa) -> str:
    lines = parties.participants(viewer, row.election_id, row.contest)
    line = next((line for line in lines if str(line.number) == row.party), None)
    kind = str(row.get_petitioner_display())
    return f"{kind}: {line.number} {line.label}" if line else kind


def _terms(row: Sengketa):
    """The terms of the constitutional court that the regime knows, from what happened so far."""
    if row.forum != Sengketa.Forum.MK:
        return
    known = {FILED: row.filed_on, REGISTERED: row.registered_on}
    years = [row.filed_on.year, row.filed_on.year + 1]
    calendar = holidays.day_calendar(years, {}, {})
    other = "phpu-legislatif-" if row.contest == PRESIDENT else "phpu-presiden-"
    for rule in load_deadlines(row.election.regime):
        start = known.get(rule.trigger.id)
        if start is not None and not rule.id.startswith(other):
            made = due(rule, start, calendar, clock.zone())
            yield Term(rule.name, made.at, rule.article, made.confirmed)


def _ruled(row: Sengketa) -> list[Replaced]:
    """The forms whose figures a ruling changed, with what counted before it."""
    claims = row.claims.filter(version__isnull=False).select_related("version__form")
    versions = [one.version for one in claims if one.version is not None]
    ruling = (FormVersi.Origin.RULING,)
    return [Replaced(new.form, superseded(new, ruling), new) for new in versions]


def _claim(row: Sengketa, one: Dalil, names: Mapping[str, str]) -> ClaimRow:
    form = (
        Form.objects.filter(
            election_id=row.election_id, contest=row.contest, level=LEVEL_TPS, path=one.path
        )
        .select_related("current")
        .first()
    )
    now = read_figures(form.current.figures) if form and form.current else {}
    village, _slash, number = one.path.partition("/")
    return ClaimRow(
        path=one.path,
        label=f"TPS {number}",
        village=names.get(village, village),
        text=one.text,
        figures=tuple(
            (name, one.petitioner.get(name), now.get(name), one.overseer.get(name))
            for name in sorted({*one.petitioner, *one.overseer})
        ),
        ruled=one.version_id is not None,
    )


def _gate(row: Sengketa, standings: tuple[outcomes.Standing, ...]) -> winner.Gate | None:
    """The gate of art. 158 for a pair that petitions; None where it does not hold or is unknown."""
    regime = load_regime(row.election.regime)
    key = GATES.get(regime.contest(row.contest).determined_at, "")
    own = f"paslon_{row.party}"
    applies = row.forum == Sengketa.Forum.MK and key in regime.parameters and row.population
    if not applies or len(standings) != 1 or own not in standings[0].outcome.votes:
        return None
    votes: dict[int | str, int] = dict(standings[0].outcome.votes.items())
    return winner.dispute_gate(votes, own, row.population or 0, regime.parameter(key))
