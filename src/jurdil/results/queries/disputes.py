"""Disputes with their clocks, claims, effect and bundles."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from jurdil.kernel import clock, holidays
from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.law import winner
from jurdil.law.deadlines import DeadlineRule, Due, TriggerNeedsTime, due, load_deadlines
from jurdil.law.regime import load_regime
from jurdil.law.text import Text
from jurdil.parties import queries as parties
from jurdil.places import queries as places
from jurdil.results import evidence, ground, outcomes
from jurdil.results.effects import Effect, Replaced, effects, superseded
from jurdil.results.models import LEVEL_TPS, Dalil, Form, FormVersi, Sengketa
from jurdil.results.writing import read_figures
from jurdil.stages import queries as stages

GATES = {"kabko": "dispute_margin_kabko_percent", "provinsi": "dispute_margin_gubernur_percent"}
PRESIDENT = "ppwp"
ANNOUNCED = {"hasil-nasional-diumumkan", "hasil-pilkada-diumumkan"}
A_MINUTE = timedelta(minutes=1)
FILED, REGISTERED = "permohonan-mk-diterima", "perkara-mk-diregistrasi"


@dataclass(frozen=True)
class Term:
    """A deadline of the law for this dispute; `at` is None while the event that it `waits_for` is
    not recorded. `kept` says of the filing whether it came in time, None while nobody knows."""

    name: Text
    at: datetime | None
    article: str
    confirmed: bool
    waits_for: Text | None = None
    kept: bool | None = None


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
        terms=tuple(_terms(viewer, row)),
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


def _terms(viewer: Viewer, row: Sengketa) -> Iterator[Term]:
    """The terms of the constitutional court that the regime knows, from what happened so far; that
    of the filing also while the announcement, from which it runs, is not recorded."""
    if row.forum != Sengketa.Forum.MK:
        return
    known = _events(viewer, row)
    other = "phpu-legislatif-" if row.contest == PRESIDENT else "phpu-presiden-"
    for rule in load_deadlines(row.election.regime):
        if rule.id.startswith(other):
            continue
        filing = rule.trigger.id in ANNOUNCED
        made = _due(rule, known.get(rule.trigger.id))
        if made is not None:
            at = made.at - A_MINUTE if made.whole_day else made.at
            kept = row.filed_on < at + A_MINUTE if filing else None
            yield Term(rule.name, at, rule.article, made.confirmed, kept=kept)
        elif filing:
            yield Term(rule.name, None, rule.article, rule.confirmed, _asked(rule))


def _events(viewer: Viewer, row: Sengketa) -> dict[str, date | datetime | None]:
    """What the terms run from: the dispute's own moments, the announcement as it is recorded."""
    table = stages.deadline_table(ground.everywhere(viewer), row.election_id)
    announced = {
        one.trigger: one.moment for one in table.events if one.trigger in ANNOUNCED and one.holds
    }
    return {**announced, FILED: row.filed_on, REGISTERED: row.registered_on}


def _due(rule: DeadlineRule, start: date | datetime | None) -> Due | None:
    """When the rule falls due; None before its event, or while only the day of it is known."""
    if start is None:
        return None
    calendar = holidays.day_calendar([start.year, start.year + 1], {}, {})
    try:
        return due(rule, start, calendar, clock.zone())
    except TriggerNeedsTime:
        return None


def _asked(rule: DeadlineRule) -> Text:
    name = rule.trigger.name
    return Text(
        f"Catat hari dan jam peristiwa “{name.id}” pada Tenggat.",
        f"Record day and hour of the event “{name.en}” under Deadlines.",
    )


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
