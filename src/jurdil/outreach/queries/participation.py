"""Participation before, during and after: one page per election and place."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.db.models import Sum

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election
from jurdil.kernel.policy import allows
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure, Input, ratio
from jurdil.law.participation import index, release, turnout
from jurdil.law.participation.turnout import ALL, MEN, WOMEN, Sheet
from jurdil.law.regime import load_regime
from jurdil.law.text import Text
from jurdil.outreach import took_part
from jurdil.outreach.models import IndexScore, LookupDay, Registration
from jurdil.outreach.participation_records import (
    Before,
    Compared,
    Glance,
    ParticipationPage,
    PlaceLine,
    Scores,
)
from jurdil.outreach.queries.measured import afterwards, applicant_lines, tests_of
from jurdil.outreach.queries.observers import counts as body_counts
from jurdil.outreach.queries.observers import people as people_of_bodies
from jurdil.outreach.queries.programme import village_reach
from jurdil.parties import queries as parties
from jurdil.places import queries as places
from jurdil.places.records import ContestRow
from jurdil.results import queries as results
from jurdil.results.records import Board, Line
from jurdil.voters import queries as voters
from jurdil.voters.queries import ListParticipation

ROUTINE = "rutin"


@query("outreach.participation")
def elections(viewer: Viewer) -> tuple[tuple[int, Text], ...]:
    """The elections with contests in sight, the newest first."""
    rows = places.elections(viewer)
    return tuple((one.id, one.title) for one in reversed(rows) if one.contests)


@query("outreach.participation")
def participation(
    viewer: Viewer, election_id: int, path: str = "", contest: str = ""
) -> ParticipationPage:
    """Participation of an election at a place, by one contest (default: the first one held).

    Raises ObjectDoesNotExist out of sight, for an unknown contest, or an election without one.
    """
    election = Election.objects.get(pk=election_id)
    held = _contests(viewer, election_id)
    chosen = contest or held[0].id
    board = results.board(viewer, election_id, chosen, path)
    listed, reached = _listed(viewer, election_id), _reached(viewer, election_id)
    sheet = _sheet(board, board.total, listed)
    lines = _lines(board, listed, reached)
    return ParticipationPage(
        election_id=election_id,
        election=board.election,
        regime=board.regime,
        contest=chosen,
        contest_name=board.name,
        contests=tuple((one.id, one.name) for one in held),
        path=board.path,
        label=board.label,
        forms=board.total.forms,
        sheet=sheet,
        slips=_slips(board, listed),
        compared=_compared(board, sheet),
        lines=lines,
        regimes=_regimes(lines),
        before=_before(viewer, election, board, listed, reached),
        applicants=applicant_lines(viewer, election_id, board.path),
        tests=tests_of(viewer, election_id, board.path),
        after=afterwards(viewer, election_id, board.path),
        reported=_reported(viewer, election_id),
        scores=_scores(viewer, election),
    )


@query("outreach.participation")
def glance(viewer: Viewer, election_id: int) -> Glance:
    """What a list says of participation in an election at the viewer's place.

    Raises ObjectDoesNotExist out of sight, or for an election without a contest.
    """
    election = Election.objects.get(pk=election_id)
    board = results.board(viewer, election_id, _contests(viewer, election_id)[0].id)
    sheet, scores = _sheet(board, board.total, None), _scores(viewer, election)
    legal = sheet.legal()
    return Glance(
        title=board.election,
        voting_day=election.voting_day,
        path=board.path,
        forms=board.total.forms,
        turnout=legal.figure if legal is not None and not legal.figure.absent else None,
        earlier=bool(_compared(board, sheet)),
        score_missing=bool(scores.scores) and scores.published is None,
    )


def _contests(viewer: Viewer, election_id: int) -> Sequence[ContestRow]:
    """The contests of an election in sight. Raises Election.DoesNotExist without any."""
    row = next((one for one in places.elections(viewer) if one.id == election_id), None)
    held = places.contests(viewer, row) if row else ()
    if not held:
        raise Election.DoesNotExist
    return held


def _listed(viewer: Viewer, election_id: int) -> ListParticipation | None:
    """How people took part in the list, for who may see the list."""
    if not allows(viewer, "voters.view"):
        return None
    return voters.list_participation(viewer, election_id)


def _disabled_at(listed: ListParticipation | None, path: str) -> int | None:
    if listed is None or listed.disabled is None or "/" in path:
        return None
    return sum(count for village, count in listed.disabled.items() if within(village, path))


def _sheet(board: Board, line: Line, listed: ListParticipation | None) -> Sheet:
    formulas = load_regime(board.regime).turnout
    source = f"C.Hasil, {line.forms.have}/{line.forms.expected} TPS"
    return took_part.sheet_of(formulas, line.cells, source, _disabled_at(listed, line.path))


def _legal(sheet: Sheet, column: str) -> Figure | None:
    """The figure of the legal formula, or of the first one where no source names a legal one."""
    found = sheet.legal(column) or next(iter(sheet.columns.get(column, ())), None)
    return found.figure if found else None


def _lines(
    board: Board, listed: ListParticipation | None, reached: Mapping[str, int] | None
) -> tuple[PlaceLine, ...]:
    paths = [one.path for one in board.lines if not one.tps]
    earlier = took_part.earlier(paths, board.contest.id, board.regime)
    made = []
    for line in board.lines:
        sheet = _sheet(board, line, listed)
        cells = took_part.counts(line.cells, ALL, "")
        figure = _legal(sheet, ALL)
        then = {one.regime: one.sheet().legal() for one in earlier.get(line.path, ())}
        made.append(
            PlaceLine(
                path=line.path,
                label=line.label,
                tps=line.tps,
                forms=line.forms,
                voters=cells.listed,
                users=_sum(cells.used),
                men=_legal(sheet, MEN),
                women=_legal(sheet, WOMEN),
                turnout=figure,
                earlier={code: one.figure for code, one in then.items() if one is not None},
                reached=_at(reached, line.path),
            )
        )
    return tuple(made)


def _sum(used: Mapping[str, int | None]) -> int | None:
    known = [one for one in used.values() if one is not None]
    return sum(known) if len(known) == len(used) else None


def _reached(viewer: Viewer, election_id: int) -> dict[str, int] | None:
    """Verified activities per village; None for who may not see activities."""
    if not allows(viewer, "outreach.view"):
        return None
    found = village_reach(viewer, election_id)
    return {village: one.activities for village, one in found.items()}


def _at(reached: Mapping[str, int] | None, path: str) -> int | None:
    if reached is None or "/" in path:
        return None
    return sum(count for village, count in reached.items() if within(village, path))


def _slips(board: Board, listed: ListParticipation | None) -> tuple[Text, ...]:
    """What does not hold in the sums of this place: men and women, voters with a disability."""
    cells = board.total.cells
    columns = {one: took_part.counts(cells, one, "") for one in took_part.COLUMNS}
    known = took_part.disabled(cells, "", _disabled_at(listed, board.total.path))
    found = (*release.column_slips(columns), release.disabled_slip(known))
    return tuple(slip.text for slip in found if slip is not None)


def _compared(board: Board, sheet: Sheet) -> tuple[Compared, ...]:
    now = _legal(sheet, ALL)
    found = took_part.earlier([board.path], board.contest.id, board.regime)
    made = []
    for one in found.get(board.path, ()):
        then = one.sheet().legal()
        moved = turnout.change(now, then.figure, one.name) if now and then else None
        made.append(Compared(one.regime, one.name, then, moved, one.source))
    return tuple(made)


def _regimes(lines: tuple[PlaceLine, ...]) -> tuple[tuple[str, Text], ...]:
    codes = {code for line in lines for code in line.earlier}
    return tuple((code, load_regime(code).name) for code in sorted(codes, reverse=True))


def _before(
    viewer: Viewer,
    election: Election,
    board: Board,
    listed: ListParticipation | None,
    reached: Mapping[str, int] | None,
) -> Before:
    asked = _lookups(viewer, election)
    below = [
        count
        for village, count in (listed.by_village if listed else {}).items()
        if within(village, board.path)
    ]
    whole = listed is not None and within(viewer.path, board.path)
    return Before(
        comments=None if listed is None else sum(below),
        answered=listed.answered if listed is not None and whole else None,
        lookups=asked[0] if asked else None,
        found=asked[1] if asked else None,
        seats=_per_seat(viewer, board) if board.path == election.path else None,
        bodies=body_counts(viewer, election.pk),
        people=people_of_bodies(viewer, election.pk, board.path),
        activities=_at(reached, board.path),
    )


def _lookups(viewer: Viewer, election: Election) -> tuple[int, int] | None:
    """Questions at the public lookup up to the voting day; None before the first one.

    The counter knows no place, so it is told for the whole office only.
    """
    if not within(election.path, viewer.path):
        return None
    rows = LookupDay.objects.all()
    if election.voting_day is not None:
        rows = rows.filter(day__lte=election.voting_day)
    sums = rows.aggregate(asked=Sum("asked"), found=Sum("found"))
    return None if sums["asked"] is None else (sums["asked"], sums["found"])


def _per_seat(viewer: Viewer, board: Board) -> Figure | None:
    """Candidates per seat of the contest; None where seats or candidates are not on record."""
    seats = [one.seats for one in places.dapil_of(viewer, board.election_id, board.contest.id)]
    people = parties.counts(viewer, board.election_id).get(board.contest.id, (0, 0))[1]
    if not people or not seats or any(one is None for one in seats):
        return None
    return ratio(
        Input(Text("Calon", "Candidates"), people),
        Input(Text("Kursi", "Seats"), sum(one for one in seats if one is not None)),
        article="",
        confirmed=True,
    )


def _reported(viewer: Viewer, election_id: int) -> int:
    rows = Registration.objects.filter(
        election_id=election_id, path__within=viewer.path, reported_on__isnull=False
    )
    return rows.count()


def _scores(viewer: Viewer, election: Election) -> Scores:
    law = load_regime(election.regime)
    rows = {
        one.dimension: one
        for one in IndexScore.objects.filter(election=election, path=election.path)
    }
    given = {code: row.value for code, row in rows.items() if code}
    whole = rows.get("")
    value: Decimal | None = whole.value if whole else None
    band = index.band(law, Fraction(value)) if value is not None else None
    return Scores(
        index=index.index(law, given),
        published=value,
        band=band.name if band else None,
        source=whole.source if whole else "",
        scores=tuple(
            (one, given.get(one.code), rows[one.code].source if one.code in rows else "")
            for one in index.dimensions(law)
        ),
        at=whole.at if whole else None,
    )


@query("outreach.participation")
def lookup_days(viewer: Viewer, since: date) -> tuple[tuple[date, int, int], ...]:
    """The counter of the public lookup by day: (day, asked, found). Nobody's data is in it."""
    if not within(clock.office_path(), viewer.path):
        return ()
    rows = LookupDay.objects.filter(day__gte=since).order_by("day")
    return tuple(rows.values_list("day", "asked", "found"))
