"""What several readings need: contests in sight, names of vote fields, expected forms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import models
from django.db.models import Exists, OuterRef, QuerySet

from jurdil.kernel.fields import within
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime import load_regime
from jurdil.law.regime_types import Contest, Regime
from jurdil.law.rules import Finding, Severity
from jurdil.law.text import Text
from jurdil.parties import queries as parties
from jurdil.places import queries as places
from jurdil.places.records import DapilRow
from jurdil.results.models import LEVEL_TPS, Form, Temuan


@dataclass(frozen=True)
class Subject:
    """A contest of an election that touches the viewer's place."""

    election: Election
    regime: Regime
    contest: Contest

    @property
    def title(self) -> Text:
        return Text(self.election.name, self.election.name_en)

    @property
    def name(self) -> Text:
        """The contest's name in this province."""
        return self.contest.name_in(self.election.path[:2])


def subject(viewer: Viewer, election_id: int, contest: str) -> Subject:
    """The contest asked for. Raises `Election.DoesNotExist` when it is not held in sight."""
    election = Election.objects.get(pk=election_id)
    seen = within(viewer.path, election.path) or within(election.path, viewer.path)
    if not seen or contest not in election.contests:
        raise Election.DoesNotExist
    regime = load_regime(election.regime)
    return Subject(election, regime, regime.contest(contest))


def subjects(viewer: Viewer, election_id: int) -> tuple[Subject, ...]:
    """All contests of an election, in ballot order; none when it is not held in sight."""
    election = Election.objects.get(pk=election_id)
    if not (within(viewer.path, election.path) or within(election.path, viewer.path)):
        return ()
    regime = load_regime(election.regime)
    return tuple(Subject(election, regime, regime.contest(code)) for code in election.contests)


@dataclass(frozen=True)
class Count:
    """Forms of a contest that are in, and those of them that break a rule."""

    forms: int
    broken: int


def counts_of(viewer: Viewer, election_id: int, path: str) -> dict[str, Count]:
    """The counts of all contests at a place in scope, in one question; absent without a form."""
    rows = (
        Form.objects.filter(
            election_id=election_id,
            level=LEVEL_TPS,
            current__isnull=False,
            path__within=viewer.path,
        )
        .filter(path__within=path)
        .annotate(bad=Exists(Temuan.objects.filter(form=OuterRef("pk"))))
        .values("contest")
        .annotate(forms=models.Count("pk"), broken=models.Count("pk", filter=models.Q(bad=True)))
    )
    return {row["contest"]: Count(row["forms"], row["broken"]) for row in rows}


def forms_of(viewer: Viewer, election_id: int, contest: str, path: str = "") -> QuerySet[Form]:
    """The forms of TPS in scope that are in."""
    return Form.objects.filter(
        election_id=election_id,
        contest=contest,
        level=LEVEL_TPS,
        current__isnull=False,
        path__within=viewer.path,
    ).filter(path__within=path)


def broken_forms(forms: QuerySet[Form]) -> QuerySet[Form]:
    """Those that break at least one rule."""
    return forms.filter(Exists(Temuan.objects.filter(form=OuterRef("pk"))))


def labels(viewer: Viewer, election_id: int, contest: str, dapil: str) -> dict[str, str]:
    """The registered names of vote fields, parties in short; empty while nobody is registered."""
    return parties.ballot(viewer, election_id, contest, dapil).labels


def as_texts(names: Mapping[str, str]) -> dict[str, Text]:
    """Names are the same in both languages."""
    return {field: Text(name, name) for field, name in names.items()}


@dataclass(frozen=True)
class Expected:
    """How many forms are expected at a place, in all or in one dapil."""

    tps: Mapping[str, int]
    dapil: Sequence[DapilRow]

    def at(self, path: str, code: str = "") -> int:
        """TPS in use below `path`; with `code` those of that dapil."""
        row = next((row for row in self.dapil if code and row.code == code), None)
        if row is None:
            return self.tps.get(path, 0)
        parts = [part.path for part in row.parts]
        if any(within(path, part) for part in parts):
            return self.tps.get(path, 0)
        return sum(self.tps.get(part, 0) for part in parts if within(part, path))


def expected(viewer: Viewer, election_id: int, contest: str) -> Expected:
    """The expected forms of a contest in scope."""
    return Expected(
        places.expected_tps(viewer, election_id), places.dapil_of(viewer, election_id, contest)
    )


def as_finding(row: Temuan) -> Finding:
    """A stored finding as the rules know it."""
    return Finding(
        code=row.code,
        severity=Severity(row.severity),
        left=row.left,
        right=row.right,
        fields=tuple(row.fields),
        subject=row.subject,
        confirmed=row.confirmed,
    )
