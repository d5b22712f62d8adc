"""Contests: the list, one contest, a juror's own sheet, certificates, what everybody sees."""

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from django.db.models import Count, Q

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.fields import within
from jurdil.kernel.models import Account
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure
from jurdil.law.participation.steps import Contest as State
from jurdil.law.participation.steps import ContestStep, contest_steps
from jurdil.outreach import contest_papers, scoring
from jurdil.outreach.models import Contest, ContestEntry, ContestPlace, Juror
from jurdil.outreach.words import CONTEST_STEPS
from jurdil.places import queries as places

SEALED = (State.RANKED, State.ANNOUNCED)
CONTEST_KINDS = tuple(Contest.Kind.choices)


@dataclass(frozen=True)
class ContestRow:
    """A contest in a list."""

    id: int
    kind: str
    title: str
    state: str
    state_name: str
    opens_on: date
    closes_on: date
    entries: int
    waiting: int


@dataclass(frozen=True)
class EntryRow:
    """An entry; `mine` was entered by who looks, `may_verify` is for somebody else."""

    number: int
    entrant: str
    title: str
    link: str
    place: str
    entered_on: date
    state: str
    state_name: str
    reason: str
    mine: bool


@dataclass(frozen=True)
class JurorRow:
    """A juror, and whether the sheet is handed in."""

    name: str
    closed_at: datetime | None
    mine: bool


@dataclass(frozen=True)
class Ranked:
    """A place of the ranking; `tied` are the numbers of entries with the same score."""

    rank: int
    entry: EntryRow
    score: Figure
    tied: tuple[int, ...]
    wins: bool


@dataclass(frozen=True)
class ContestPage:
    """One contest. `ranking` is empty until it is fixed; points of jurors are nowhere in it."""

    row: ContestRow
    election: int
    rules: str
    winners: int
    criteria: tuple[tuple[str, int], ...]
    locked: bool
    entries: tuple[EntryRow, ...]
    jurors: tuple[JurorRow, ...]
    ranking: tuple[Ranked, ...]
    next: tuple[ContestStep, ...]
    steps: tuple[tuple[str, str, datetime, str], ...]
    announced_at: datetime | None


@dataclass(frozen=True)
class SheetLine:
    """An entry on a juror's sheet with the points given so far, by criterion."""

    entry: EntryRow
    points: dict[int, int]


@dataclass(frozen=True)
class Sheet:
    """A juror's own sheet: nobody else's points stand on it."""

    row: ContestRow
    criteria: tuple[tuple[int, str, int], ...]
    lines: tuple[SheetLine, ...]
    lacking: tuple[int, ...]
    closed_at: datetime | None


@query("outreach.contests")
def contests(viewer: Viewer) -> tuple[ContestRow, ...]:
    """The contests of the office, the newest first; bodies below see them too."""
    return tuple(_row(one) for one in _rows(viewer).order_by("-opens_on", "-pk"))


@query("outreach.contests")
def contest(viewer: Viewer, contest_id: int) -> ContestPage:
    """One contest. Raises Contest.DoesNotExist. A body below sees its own entries only, until the
    winners are announced."""
    row = _rows(viewer).get(pk=contest_id)
    entries = row.entries.all()
    if not within(row.path, viewer.path) and row.state != State.ANNOUNCED:
        entries = entries.filter(path__within=viewer.path)
    found = list(entries)
    names = places.names(viewer, {one.path for one in found})
    lines = {one.pk: _entry(one, names, viewer) for one in found}
    return ContestPage(
        row=_row(row),
        election=row.election_id,
        rules=row.rules,
        winners=row.winners,
        criteria=tuple((one.name, one.weight) for one in row.criteria.all()),
        locked=row.entries.exists(),
        entries=tuple(lines.values()),
        jurors=tuple(
            JurorRow(one.name, one.closed_at, one.account_id == viewer.account_id)
            for one in row.jurors.all()
        ),
        ranking=_ranking(row, lines) if row.state in SEALED else (),
        next=contest_steps(State(row.state)),
        steps=tuple(
            (str(CONTEST_STEPS.get(one.step, one.step)), one.reason, one.at, one.account_name)
            for one in row.steps.all()
        ),
        announced_at=row.announced_at,
    )


@query("outreach.contests")
def contest_fields(viewer: Viewer, contest_id: int) -> dict[str, Any]:
    """A contest's own fields, for the form that changes it."""
    row = _rows(viewer).get(pk=contest_id)
    names = ("kind", "title", "rules", "opens_on", "closes_on", "winners")
    return {name: getattr(row, name) for name in names}


@query("outreach.judge")
def sheet(viewer: Viewer, contest_id: int) -> Sheet:
    """The viewer's own sheet. Raises Juror.DoesNotExist for somebody who is no juror of it."""
    row = _rows(viewer).get(pk=contest_id)
    if viewer.account_id is None or row.state not in (State.JUDGING, *SEALED):
        raise Juror.DoesNotExist
    juror = row.jurors.get(account=viewer.account_id)
    given: dict[int, dict[int, int]] = {}
    for entry, criterion, points in juror.scores.values_list("entry", "criterion", "points"):
        given.setdefault(entry, {})[criterion] = points
    entries = list(row.entries.filter(state=ContestEntry.State.VERIFIED))
    names = places.names(viewer, {one.path for one in entries})
    return Sheet(
        row=_row(row),
        criteria=tuple((one.pk, one.name, one.weight) for one in row.criteria.all()),
        lines=tuple(
            SheetLine(_entry(one, names, viewer), given.get(one.pk, {})) for one in entries
        ),
        lacking=tuple(scoring.lacking(row, juror)),
        closed_at=juror.closed_at,
    )


@query("outreach.contests")
def my_sheets(viewer: Viewer) -> tuple[ContestRow, ...]:
    """Contests that wait for the viewer's sheet."""
    if viewer.account_id is None:
        return ()
    rows = _rows(viewer).filter(
        state=State.JUDGING, jurors__account=viewer.account_id, jurors__closed_at__isnull=True
    )
    return tuple(_row(one) for one in rows.order_by("closes_on"))


@query("outreach.contest_people")
def juror_choices(viewer: Viewer, contest_id: int) -> tuple[tuple[int, str], ...]:
    """Accounts that may be named jurors: of the office, in use, no juror yet."""
    row = _rows(viewer).get(pk=contest_id)
    today = clock.today()
    held = Q(grants__valid_until__isnull=True) | Q(grants__valid_until__gte=today)
    rows = Account.objects.filter(
        held, is_active=True, grants__path=row.path, grants__valid_from__lte=today
    )
    known = row.jurors.values_list("account", flat=True)
    return tuple(
        rows.exclude(pk__in=known).order_by("name", "pk").distinct().values_list("pk", "name")
    )


@query("outreach.contests")
def certificate_pdf(viewer: Viewer, contest_id: int, number: int) -> bytes:
    """The certificate of a winner as PDF. Raises ObjectDoesNotExist before the announcement and
    for an entry that did not win."""
    row = _rows(viewer).filter(state=State.ANNOUNCED).get(pk=contest_id)
    place = ContestPlace.objects.select_related("entry").get(
        contest=row, entry__number=number, rank__lte=row.winners
    )
    names = places.names(viewer, {place.entry.path})
    return contest_papers.certificate(row, place, names.get(place.entry.path, place.entry.path))


@query("outreach.contests")
def ranking_pdf(viewer: Viewer, contest_id: int) -> bytes:
    """The fixed ranking with criteria, jurors and ties as PDF. Raises Contest.DoesNotExist, for
    bodies below until it is announced."""
    row = _rows(viewer).filter(state__in=SEALED).get(pk=contest_id)
    if row.state != State.ANNOUNCED and not within(row.path, viewer.path):
        raise Contest.DoesNotExist
    names = places.names(viewer, set(row.entries.values_list("path", flat=True)))
    return contest_papers.ranking_sheet(row, names)


@query("outreach.public_bodies")
def winners(viewer: Viewer, election_id: int) -> tuple[ContestPage, ...]:
    """The announced contests of an election, for the public page."""
    rows = Contest.objects.filter(
        election_id=election_id, path__within=viewer.path, state=State.ANNOUNCED
    )
    found = []
    for row in rows.order_by("-announced_at"):
        names = places.names(viewer, set(row.entries.values_list("path", flat=True)))
        lines = {one.pk: _entry(one, names, viewer) for one in row.entries.all()}
        found.append(
            ContestPage(
                row=_row(row),
                election=row.election_id,
                rules=row.rules,
                winners=row.winners,
                criteria=tuple((one.name, one.weight) for one in row.criteria.all()),
                locked=True,
                entries=(),
                jurors=(),
                ranking=tuple(one for one in _ranking(row, lines) if one.wins),
                next=(),
                steps=(),
                announced_at=row.announced_at,
            )
        )
    return tuple(found)


def _rows(viewer: Viewer):
    """Contests of the viewer's place and of the office above it: a PPK enters the office's."""
    above = Q(path__within=viewer.path)
    parts = viewer.path.partition("/")[0].split(".")
    for depth in range(1, len(parts)):
        above |= Q(path=".".join(parts[:depth]))
    rows = Contest.objects.filter(above)
    if not within(clock.office_path(), viewer.path):
        rows = rows.exclude(state=State.DRAFT)
    return rows.annotate(
        works=Count("entries", distinct=True),
        unread=Count("entries", filter=Q(entries__state=ContestEntry.State.WAITING), distinct=True),
    )


def _row(row: Contest) -> ContestRow:
    return ContestRow(
        id=row.pk,
        kind=str(row.get_kind_display()),
        title=row.title,
        state=row.state,
        state_name=str(row.get_state_display()),
        opens_on=row.opens_on,
        closes_on=row.closes_on,
        entries=getattr(row, "works", 0),
        waiting=getattr(row, "unread", 0),
    )


def _entry(one: ContestEntry, names: dict[str, str], viewer: Viewer) -> EntryRow:
    return EntryRow(
        number=one.number,
        entrant=one.entrant,
        title=one.title,
        link=one.link,
        place=names.get(one.path, one.path),
        entered_on=one.entered_on,
        state=one.state,
        state_name=str(one.get_state_display()),
        reason=one.reason,
        mine=viewer.account_id is not None and one.account_id == viewer.account_id,
    )


def _ranking(row: Contest, lines: dict[int, EntryRow]) -> tuple[Ranked, ...]:
    """The ranking as it was fixed, with its figures out of the sheets."""
    figures = {one.entry: one.score for one in scoring.ranking_of(row)}
    kept = [one for one in row.ranking.all() if one.entry_id in lines]
    scores = {one.pk: Fraction(one.numerator, one.denominator) for one in kept}
    return tuple(
        Ranked(
            rank=one.rank,
            entry=lines[one.entry_id],
            score=figures[one.entry_id],
            tied=tuple(
                lines[other.entry_id].number
                for other in kept
                if other.pk != one.pk and scores[other.pk] == scores[one.pk]
            ),
            wins=one.rank <= row.winners,
        )
        for one in kept
    )
