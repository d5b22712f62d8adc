"""What pages may call the figures of a place: internal count, recapitulation, determination."""

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.models import Decision
from jurdil.kernel.viewer import Viewer
from jurdil.law import sitting_words
from jurdil.law.sitting_words import Signed, Status
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.results import reading, room
from jurdil.results.datasets import FORMS, KIND
from jurdil.results.fixed import decisions_over


@query("results.view")
def status_of(viewer: Viewer, election_id: int, contest: str, path: str) -> Status:
    """The status of a contest's figures at a place or TPS. Raises `Election.DoesNotExist`."""
    about = reading.subject(viewer, election_id, contest)
    over = list(decisions_over(election_id, contest, path))
    highest = min(over, key=lambda one: paths.level(one.path), default=None)
    districts, signed = _coverage(viewer, election_id, contest, path)
    return sitting_words.status(
        determined_at=about.contest.determined_at,
        signed=_signed(highest) if highest else None,
        districts=districts,
        districts_signed=signed,
    )


@query("results.view")
def status_line(viewer: Viewer, election_id: int, contest: str, path: str) -> str:
    """The status as files carry it beside every row, in Indonesian: what the figures are, and once
    a recapitulation is signed its digest. Raises `Election.DoesNotExist`."""
    status = status_of(viewer, election_id, contest, path)
    over = list(decisions_over(election_id, contest, path))
    highest = min(over, key=lambda one: paths.level(one.path), default=None)
    return f"{status.title.id}; sidik {highest.digest}" if highest else status.title.id


def _signed(decision: Decision) -> Signed:
    level = room.KABKO if paths.level(decision.path) == paths.REGENCY else room.KECAMATAN
    return Signed(
        level, decision.decided_at.astimezone(clock.zone()).strftime("%d-%m-%Y"), decision.title
    )


def _coverage(viewer: Viewer, election_id: int, contest: str, path: str) -> tuple[int, int]:
    """(kecamatan of the regency with TPS, those of them that signed); 0 of 0 below a regency."""
    if paths.level(path) != paths.REGENCY:
        return 0, 0
    due = places.expected_tps(viewer, election_id)
    wanted = {one for one, number in due.items() if number and paths.level(one) == paths.KECAMATAN}
    signed = Decision.objects.filter(
        kind=KIND, election_id=election_id, parts__dataset=f"{FORMS}{contest}", path__in=wanted
    ).values_list("path", flat=True)
    return len(wanted), len(set(signed))
