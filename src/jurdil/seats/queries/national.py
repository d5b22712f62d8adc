"""National votes for a threshold: which parties take part in sharing seats out."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from jurdil.kernel.acts import query
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law import seats as law
from jurdil.law.figure import Figure, Input, share
from jurdil.law.regime import load_regime
from jurdil.law.seats.threshold import ARTICLE, VOTES
from jurdil.law.text import Text
from jurdil.parties import queries as parties
from jurdil.places import queries as places
from jurdil.results import ground
from jurdil.seats import inputs, reading
from jurdil.seats.models import SuaraNasional
from jurdil.seats.records import Head


@dataclass(frozen=True)
class NationalLine:
    """A party with its national votes, their share, and whether it takes part."""

    party: str
    name: str
    votes: int
    share: Figure
    passes: bool


@dataclass(frozen=True)
class NationalVersion:
    """A version of the national votes: its paper, who brought it in, when."""

    number: int
    source: str
    by: str
    at: datetime


@dataclass(frozen=True)
class ThresholdPage:
    """The threshold of a contest over the newest national votes; no lines without any."""

    head: Head
    percent: Decimal
    article: str
    lines: tuple[NationalLine, ...]
    needed: Figure | None
    versions: tuple[NationalVersion, ...]


@query("seats.view")
def thresholds(viewer: Viewer) -> tuple[Head, ...]:
    """The contests with a threshold, of the elections in sight."""
    found = []
    for row in places.elections(viewer):
        if viewer.election_id in (None, row.id):
            election = Election.objects.get(pk=row.id)
            known = (load_regime(election.regime).contest(code) for code in election.contests)
            found += [reading.head(election, one) for one in known if inputs.has_threshold(one)]
    return tuple(found)


@query("seats.view")
def threshold_page(viewer: Viewer, election_id: int, contest: str) -> ThresholdPage:
    """The threshold of a contest. Raises Election.DoesNotExist for one without."""
    election, known = reading.subject(viewer, election_id, contest)
    percent = known.threshold_percent
    if percent is None or not inputs.has_threshold(known):
        raise Election.DoesNotExist
    rows = list(SuaraNasional.objects.filter(election=election, contest=contest))
    votes = dict(rows[0].votes) if rows else {}
    sieve = law.sift(votes, percent)
    ballot = parties.participants(ground.everywhere(viewer), election.pk, contest, "")
    names = {str(line.number): line.label for line in ballot}
    whole = Input(VOTES, sieve.total)
    return ThresholdPage(
        reading.head(election, known),
        percent,
        ARTICLE,
        tuple(
            NationalLine(
                party,
                names.get(party, ""),
                count,
                share(
                    Input(Text("suara partai", "votes of the party"), count),
                    whole,
                    article=ARTICLE,
                    confirmed=known.confirmed,
                ),
                party in sieve.kept,
            )
            for party, count in sorted(votes.items(), key=lambda one: (-one[1], int(one[0])))
        ),
        law.needed(sieve, percent, known.confirmed) if votes else None,
        tuple(
            NationalVersion(row.number, row.source, row.account_name, row.recorded_at)
            for row in rows
        ),
    )
