"""Sheets of jurors as the law of ranking takes them."""

from collections import defaultdict

from jurdil.law.participation import ranking
from jurdil.law.participation.ranking import Place
from jurdil.outreach.models import Contest, ContestEntry, Juror, Score

VERIFIED = ContestEntry.State.VERIFIED


def criteria(row: Contest) -> list[ranking.Criterion]:
    """The criteria of a contest."""
    return [ranking.Criterion(one.pk, one.name, one.weight) for one in row.criteria.all()]


def lacking(row: Contest, juror: Juror) -> list[int]:
    """Numbers of verified entries that a juror did not judge in full."""
    wanted = row.criteria.count()
    given: dict[int, int] = defaultdict(int)
    for entry in juror.scores.values_list("entry__number", flat=True):
        given[entry] += 1
    entries = row.entries.filter(state=VERIFIED).values_list("number", flat=True)
    return [number for number in entries if given[number] < wanted]


def ranking_of(row: Contest) -> tuple[Place, ...]:
    """The ranking that all sheets together give, verified entries only.

    Raises `ranking.NotFair` while a sheet is not whole.
    """
    jurors = list(row.jurors.values_list("pk", flat=True))
    points: dict[int, dict[tuple[int, int], int]] = {
        entry: {} for entry in row.entries.filter(state=VERIFIED).values_list("pk", flat=True)
    }
    rows = Score.objects.filter(juror__contest=row, entry__state=VERIFIED)
    for juror, entry, criterion, given in rows.values_list(
        "juror_id", "entry_id", "criterion_id", "points"
    ):
        points[entry][juror, criterion] = given
    return ranking.ranking(criteria(row), points, jurors)
