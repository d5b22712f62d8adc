"""Who stands: participants, candidates and the ballot of a contest in a dapil."""

from collections.abc import Iterable

from django.db.models import Count

from jurdil.kernel.acts import query
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime import load_regime
from jurdil.law.regime_types import Contest
from jurdil.parties import known
from jurdil.parties.models import Candidate, Participant
from jurdil.parties.records import Ballot, Entry, Line, Person


@query("parties.view")
def contests(viewer: Viewer, election_id: int) -> tuple[Contest, ...]:
    """The contests that are held here, in ballot order. Raises Election.DoesNotExist."""
    election = _election(viewer, election_id)
    regime = load_regime(election.regime)
    return tuple(regime.contest(code) for code in election.contests)


@query("parties.view")
def counts(viewer: Viewer, election_id: int) -> dict[str, tuple[int, int]]:
    """(participants, candidates) by contest; a contest without participants is absent."""
    _election(viewer, election_id)
    rows = (
        Participant.objects.filter(election_id=election_id)
        .values("contest")
        .annotate(lines=Count("id", distinct=True), people=Count("candidates"))
        .order_by("contest")
    )
    return {row["contest"]: (row["lines"], row["people"]) for row in rows}


@query("parties.view")
def participants(
    viewer: Viewer, election_id: int, contest: str, dapil: str | None = None
) -> tuple[Line, ...]:
    """The participants of a contest; candidates of one `dapil` ('' included), or of all (None)."""
    _election(viewer, election_id)
    lines = Participant.objects.filter(election_id=election_id, contest=contest)
    people = Candidate.objects.filter(participant__in=lines).order_by("dapil", "number")
    if dapil is not None:
        people = people.filter(dapil=dapil)
    by_line: dict[int, list[Person]] = {}
    for person in people:
        row = Person(person.pk, person.number, person.name, person.sex, person.dapil)
        by_line.setdefault(person.participant_id, []).append(row)
    return tuple(_line(line, by_line.get(line.pk, ())) for line in lines.order_by("number"))


@query("parties.view")
def offered(viewer: Viewer, election_id: int, contest: str) -> tuple[Entry, ...]:
    """The national parties that can be registered for a contest of lists; empty where unknown.

    Raises ObjectDoesNotExist for an election out of sight, LookupError for an unknown contest.
    """
    return known.national_parties(_election(viewer, election_id).regime, contest)


@query("parties.view")
def ballot(viewer: Viewer, election_id: int, contest: str, dapil: str = "") -> Ballot:
    """The ballot of a contest in a dapil, with a name for every vote field of its form."""
    lines = participants(viewer, election_id, contest, dapil)
    kind = lines[0].kind if lines else ""
    return Ballot(contest, kind, dapil, lines, _labels(lines))


@query("parties.view")
def candidate(viewer: Viewer, candidate_id: int) -> Candidate:
    """One candidate of an election in sight. Raises ObjectDoesNotExist."""
    found = Candidate.objects.select_related("participant").get(pk=candidate_id)
    _election(viewer, found.participant.election_id)
    return found


def _election(viewer: Viewer, election_id: int) -> Election:
    """An election is seen by all who sit in its regency: PPK and PPS have the same ballot."""
    election = Election.objects.get(pk=election_id)
    if not (within(viewer.path, election.path) or within(election.path, viewer.path)):
        raise Election.DoesNotExist
    return election


def _line(line: Participant, people: Iterable[Person]) -> Line:
    return Line(
        id=line.pk,
        contest=line.contest,
        kind=line.kind,
        number=line.number,
        name=line.name,
        short=line.short,
        people=tuple(people),
    )


def _labels(lines: tuple[Line, ...]) -> dict[str, str]:
    labels: dict[str, str] = {}
    for line in lines:
        if line.kind == Participant.Kind.PAIR:
            labels[f"paslon_{line.number}"] = line.name
        elif line.kind == Participant.Kind.PERSON:
            labels[f"calon_{line.number}"] = line.name
        else:
            labels[f"partai_{line.number}"] = line.label
            labels[f"partai_{line.number}_jumlah"] = line.label
            for person in line.people:
                labels[f"partai_{line.number}_calon_{person.number}"] = person.name
    return labels
