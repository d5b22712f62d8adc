"""The result of a contest of pairs."""

from dataclasses import dataclass

from jurdil.kernel.acts import query
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.results import queries as results
from jurdil.seats import inputs, reading
from jurdil.seats.pairs import PairResult, pair_result
from jurdil.seats.records import Determination, Head


@dataclass(frozen=True)
class PairPage:
    """Who wins, against whom a petition is open, and what is determined."""

    head: Head
    result: PairResult
    determination: Determination | None
    result_title: str


@query("seats.view")
def pair_page(viewer: Viewer, election_id: int, contest: str) -> PairPage:
    """The result of a contest of pairs. Raises `Election.DoesNotExist` for any other contest."""
    election, known = reading.subject(viewer, election_id, contest)
    if not inputs.elects_pair(known):
        raise Election.DoesNotExist
    return PairPage(
        head=reading.head(election, known),
        result=pair_result(viewer, election, contest),
        determination=reading.latest_determination(election.pk, contest),
        result_title=results.votes_by_dapil(viewer, election.pk, contest).title,
    )
