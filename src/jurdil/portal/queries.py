"""What the public pages show: always the whole office as a visitor sees it, whoever asks."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer, public_viewer
from jurdil.kernel.windows import windows_of
from jurdil.law.sitting_words import Status
from jurdil.law.text import Text
from jurdil.outreach import queries as outreach
from jurdil.places import queries as places
from jurdil.places.records import Found
from jurdil.portal import files
from jurdil.reporting import queries as reporting
from jurdil.reporting.records import PublicRelease, ReleaseRow
from jurdil.results import queries as results
from jurdil.results.plenary_records import CorrectionRow
from jurdil.results.records import Board, ContestRow, FormPage, SourceRow
from jurdil.voters import queries as voters


@dataclass(frozen=True)
class PublicContest:
    """The public page of a contest: its sums and what they were taken from."""

    board: Board
    sources: tuple[SourceRow, ...]
    found: tuple[Found, ...]
    status: Status
    corrections: tuple[CorrectionRow, ...]
    report_until: datetime | None


@dataclass(frozen=True)
class PublicForm:
    """The public page of a TPS; `way` names the places around it."""

    page: FormPage
    way: str
    status: Status
    corrections: tuple[CorrectionRow, ...]


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
        status=results.status_of(visitor, election.pk, contest, visitor.path),
        corrections=results.corrections(visitor, election.pk, contest),
        report_until=_report_until(election.pk),
    )


@query("portal.view")
def form(viewer: Viewer, regime: str, contest: str, path: str) -> PublicForm:
    """The form of a TPS with what the plenaries changed on it. Raises ObjectDoesNotExist."""
    visitor = _visitor(viewer)
    election = _election(visitor, regime)
    way = [crumb.label for crumb in places.breadcrumb(visitor, path)[:-1]]
    return PublicForm(
        page=results.form_page(visitor, election.pk, contest, path),
        way=", ".join(reversed(way)),
        status=results.status_of(visitor, election.pk, contest, path),
        corrections=results.corrections(visitor, election.pk, contest, path),
    )


@query("portal.view")
def news(viewer: Viewer) -> tuple[ReleaseRow, ...]:
    """The press releases that are out, the newest first."""
    return reporting.news(_visitor(viewer))


@query("portal.view")
def release(viewer: Viewer, slug: str, number: int | None = None) -> PublicRelease:
    """A press release, or an earlier published version of it. Raises ObjectDoesNotExist."""
    return reporting.public_release(_visitor(viewer), slug, number)


@query("portal.view")
def download(viewer: Viewer, regime: str, contest: str, kind: str) -> bytes:
    """The sums of every place as `csv` or `json`, or `sha256` with the checksums of both.

    Raises ObjectDoesNotExist for an unknown contest, KeyError for another kind.
    """
    visitor = _visitor(viewer)
    election = _election(visitor, regime)
    figures, lines = results.recap_lines(visitor, election.pk, contest)
    status = results.status_of(visitor, election.pk, contest, visitor.path)
    line = results.status_line(visitor, election.pk, contest, visitor.path)
    note = f"{status.title.id}. / {status.title.en}."
    made = {
        "csv": files.as_csv(figures, lines, line),
        "json": files.as_json(regime, contest, visitor.path, figures, lines, note),
    }
    if kind == "sha256":
        listed = (f"{hashlib.sha256(made[one]).hexdigest()}  rekap.{one}\n" for one in sorted(made))
        return "".join(listed).encode()
    return made[kind]


@dataclass(frozen=True)
class PublicBodies:
    """The accredited bodies and the announced contests of an election."""

    election: Text
    bodies: tuple[outreach.PublicBody, ...]
    contests: tuple[outreach.ContestPage, ...]


@query("portal.view")
def bodies(viewer: Viewer) -> tuple[PublicBodies, ...]:
    """Per election who is accredited and who won a contest; elections without either left out."""
    visitor = _visitor(viewer)
    found = (
        PublicBodies(
            Text(one.name, one.name_en),
            outreach.public_bodies(visitor, one.pk),
            outreach.winners(visitor, one.pk),
        )
        for one in Election.objects.filter(path=visitor.path).order_by("-voting_day", "-pk")
    )
    return tuple(one for one in found if one.bodies or one.contests)


def _report_until(election_id: int) -> datetime | None:
    """The end of the recapitulation at the regency, the last plenary that can correct a form."""
    window = windows_of(election_id).filter(stage="rekap-kabko").first()
    return window.closes if window else None


def _visitor(viewer: Viewer) -> Viewer:
    """The same page for all: a member of the staff sees what every visitor sees."""
    return public_viewer(clock.office_path(), viewer.house)


def _election(visitor: Viewer, regime: str) -> Election:
    return Election.objects.get(regime=regime, path=visitor.path)


@dataclass(frozen=True)
class Place:
    """Where somebody votes, in words; the name is masked."""

    name: str
    village: str
    tps: str


@query("portal.view")
def lookup(viewer: Viewer, nik: str, born: date, name: str) -> Place | None:
    """Where the voter with this NIK, birth date and name is registered; None when one is wrong.

    Raises `voters.AskedTooOften`.
    """
    everyone = public_viewer(clock.office_path(), viewer.house)
    row = voters.registered(everyone, nik, born, name)
    if row is None:
        return None
    village = places.names(everyone, [row.village]).get(row.village, row.village)
    return Place(row.name, village, row.tps.partition("/")[2])


@query("portal.view")
def comment_choices(viewer: Viewer) -> dict[str, list[tuple[str, str]]]:
    """What a comment chooses from: the lists that wait for comments, villages, what it is about."""
    everyone = _visitor(viewer)
    rows = voters.open_lists(everyone)
    villages = places.villages(everyone, everyone.path) if rows else ()
    return {
        "list": [(str(row.revision), row.title) for row in rows],
        "village": [(place.path, place.label) for place in villages],
        "about": [(code, str(name)) for code, name in voters.comment_topics(everyone)],
    }
