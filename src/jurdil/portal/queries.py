"""What the public pages show: always the whole office as a visitor sees it, whoever asks."""

import hashlib
from dataclasses import dataclass

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer, public_viewer
from jurdil.places import queries as places
from jurdil.places.records import Found
from jurdil.portal import files
from jurdil.results import queries as results
from jurdil.results.records import Board, ContestRow, FormPage, SourceRow


@dataclass(frozen=True)
class PublicContest:
    """The public page of a contest: its sums and what they were taken from."""

    board: Board
    sources: tuple[SourceRow, ...]
    found: tuple[Found, ...]


@query("portal.view")
def contests(viewer: Viewer) -> tuple[ContestRow, ...]:
    """Every contest of the office with how far its count is."""
    return results.contest_rows(_visitor(viewer))


@query("portal.view")
def contest(viewer: Viewer, regime: str, contest: str, text: str = "") -> PublicContest:
    """One contest, with the TPS that answer a search. Raises ObjectDoesNotExist."""
    visitor = _visitor(viewer)
    election = _election(visitor, regime)
    hits = places.search(visitor, text, election.pk) if text else ()
    return PublicContest(
        board=results.board(visitor, election.pk, contest),
        sources=results.sources(visitor, election.pk, contest),
        found=tuple(hit for hit in hits if "/" in hit.path),
    )


@query("portal.view")
def form(viewer: Viewer, regime: str, contest: str, path: str) -> tuple[FormPage, str]:
    """The form of a TPS and the names of the places around it. Raises ObjectDoesNotExist."""
    visitor = _visitor(viewer)
    page = results.form_page(visitor, _election(visitor, regime).pk, contest, path)
    way = [crumb.label for crumb in places.breadcrumb(visitor, path)[:-1]]
    return page, ", ".join(reversed(way))


@query("portal.view")
def download(viewer: Viewer, regime: str, contest: str, kind: str) -> bytes:
    """The sums of every place as `csv` or `json`, or `sha256` with the checksums of both.

    Raises ObjectDoesNotExist for an unknown contest, KeyError for another kind.
    """
    visitor = _visitor(viewer)
    election = _election(visitor, regime)
    figures, lines = results.recap_lines(visitor, election.pk, contest)
    made = {
        "csv": files.as_csv(figures, lines),
        "json": files.as_json(regime, contest, visitor.path, figures, lines),
    }
    if kind == "sha256":
        listed = (f"{hashlib.sha256(made[one]).hexdigest()}  rekap.{one}\n" for one in sorted(made))
        return "".join(listed).encode()
    return made[kind]


def _visitor(viewer: Viewer) -> Viewer:
    """The same page for all: a member of the staff sees what every visitor sees."""
    return public_viewer(clock.office_path(), viewer.house)


def _election(visitor: Viewer, regime: str) -> Election:
    return Election.objects.get(regime=regime, path=visitor.path)
