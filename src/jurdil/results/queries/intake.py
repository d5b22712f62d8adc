"""Which papers are in, what is missing, what lies aside."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet
from django.db.models.functions import Substr
from django.utils.translation import gettext as _

from jurdil.kernel import files
from jurdil.kernel.acts import Refused, query
from jurdil.kernel.models import StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text
from jurdil.parties import queries as parties
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.results import ground, labels, reading
from jurdil.results.models import LEVEL_TPS, Kejadian, Kertas, SerahSalinan

MOST_MISSING = 500


@dataclass(frozen=True)
class PaperRow:
    """A paper that arrived; `pages` is the number of pictures to look at."""

    id: int
    contest: str
    path: str
    kind: str
    kind_label: str
    source_label: str
    condition_label: str
    state: str
    reason: str
    name: str
    digest: str
    pages: int
    account: str
    received_at: datetime


@dataclass(frozen=True)
class CopyRow:
    """One who must get a copy; `handed` None while nobody recorded anything."""

    receiver: str
    party: str
    label: str
    handed: bool | None
    note: str


@dataclass(frozen=True)
class EventRow:
    """A row of the form of special events."""

    id: int
    kind: str
    kind_label: str
    contest: str
    text: str
    said_by: str
    answer: str
    recorded_at: datetime


@dataclass(frozen=True)
class ContestPapers:
    """The papers of one contest at a TPS, with the label of its sheet."""

    contest: str
    name: Text
    code: str
    papers: tuple[PaperRow, ...]
    copies: tuple[CopyRow, ...]


@dataclass(frozen=True)
class TpsPapers:
    """Everything that arrived of one TPS; `events` is empty while the form is missing."""

    election_id: int
    path: str
    label: str
    contests: tuple[ContestPapers, ...]
    events: tuple[EventRow, ...]

    @property
    def nihil(self) -> bool:
        """Whether the form of special events was handed in as NIHIL."""
        return any(row.kind == Kejadian.Kind.NONE for row in self.events)


@dataclass(frozen=True)
class IntakeRow:
    """How much of a place is in: forms with a paper by contest, TPS with their events form."""

    path: str
    label: str
    tps: int
    papers: Mapping[str, int]
    events: int
    aside: int


@dataclass(frozen=True)
class Intake:
    """The intake at a place: one row per place below and their sum."""

    election_id: int
    path: str
    contests: tuple[tuple[str, Text], ...]
    total: IntakeRow
    rows: tuple[IntakeRow, ...]

    @property
    def is_village(self) -> bool:
        """Whether its rows are TPS, whose labels can be printed."""
        return paths.level(self.path) == paths.VILLAGE


@query("results.intake")
def intake(viewer: Viewer, election_id: int, path: str = "") -> Intake:
    """What arrived below `path`. Raises ObjectDoesNotExist out of scope."""
    at = path or viewer.path
    place = places.place(viewer, at)
    below = places.children(viewer, at)
    tps = () if below else places.tps_of(viewer, election_id, at)
    length = len(below[0].path) if below else len(at) + 4
    papers = _papers_by_place(viewer, election_id, at, length)
    events = _events_by_place(viewer, election_id, at, length)
    aside = _aside_by_place(viewer, election_id, at, length)
    expected = places.expected_tps(viewer, election_id)
    labels_ = [(one.path, one.label, expected.get(one.path, 0)) for one in below]
    labels_ += [(one.path, one.label, 1) for one in tps if one.in_use]
    rows = tuple(
        IntakeRow(
            where, label, count, papers.get(where, {}), events.get(where, 0), aside.get(where, 0)
        )
        for where, label, count in labels_
    )
    contests = tuple((one.contest.id, one.name) for one in reading.subjects(viewer, election_id))
    total = IntakeRow(
        at,
        place.label,
        expected.get(at, 0),
        {code: sum(row.papers.get(code, 0) for row in rows) for code, _name in contests},
        sum(row.events for row in rows),
        sum(row.aside for row in rows),
    )
    return Intake(election_id, at, contests, total, rows)


@query("results.intake")
def tps_papers(viewer: Viewer, election_id: int, path: str) -> TpsPapers:
    """The papers, copies and events of one TPS. Raises ObjectDoesNotExist out of scope."""
    tps = places.tps(viewer, election_id, path)
    papers = [_paper_row(row) for row in _papers(viewer, election_id).filter(path=path)]
    copies = SerahSalinan.objects.filter(election_id=election_id, path=path)
    contests = tuple(
        ContestPapers(
            contest=about.contest.id,
            name=about.name,
            code=labels.Sheet(election_id, about.contest.id, path).code,
            papers=tuple(row for row in papers if row.contest == about.contest.id),
            copies=_copies(viewer, election_id, about.contest.id, path, copies),
        )
        for about in reading.subjects(viewer, election_id)
    )
    events = Kejadian.objects.filter(election_id=election_id, level=LEVEL_TPS, path=path)
    return TpsPapers(election_id, path, tps.label, contests, tuple(map(_event_row, events)))


@query("results.intake")
def missing_papers(
    viewer: Viewer, election_id: int, contest: str, path: str = ""
) -> tuple[str, ...]:
    """TPS in scope of which no paper of the contest arrived, in order; at most 500."""
    reading.subject(viewer, election_id, contest)
    have = set(
        _received(viewer, election_id).filter(contest=contest).values_list("path", flat=True)
    )
    at = path or viewer.path
    tps = (one.path for one in places.tps_of(viewer, election_id, at) if one.in_use)
    return tuple(sorted(one for one in tps if one not in have)[:MOST_MISSING])


@query("results.intake")
def papers_aside(viewer: Viewer, election_id: int) -> tuple[PaperRow, ...]:
    """Papers that were set aside, the newest first."""
    rows = _papers(viewer, election_id).filter(state=Kertas.State.ASIDE).order_by("-pk")
    return tuple(map(_paper_row, rows))


@query("results.intake")
def papers_of(viewer: Viewer, election_id: int, contest: str, path: str) -> tuple[PaperRow, ...]:
    """The received papers of one form that have a picture, for whoever types or reads it."""
    rows = _received(viewer, election_id).filter(contest=contest, path=path)
    return tuple(row for row in map(_paper_row, rows) if row.pages)


@query("results.intake")
def paper_picture(viewer: Viewer, paper_id: int, page: int) -> bytes:
    """A page of a paper as JPEG. Raises ObjectDoesNotExist out of scope or past the last page."""
    paper = Kertas.objects.filter(path__within=viewer.path).get(pk=paper_id)
    if not 1 <= page <= len(paper.views):
        raise Kertas.DoesNotExist
    return files.content(StoredFile.objects.get(pk=paper.views[page - 1]))


@query("results.intake")
def sheet_of(viewer: Viewer, election_id: int, text: str) -> labels.Sheet:
    """The form of a label that was scanned or typed. Raises `Refused` for one that is not ours."""
    sheets = (
        [
            labels.Sheet(election_id, about.contest.id, path)
            for path in sorted(places.tps_paths(viewer, election_id))
            for about in reading.subjects(viewer, election_id)
        ]
        if ":" not in text
        else _said(viewer, election_id, text)
    )
    try:
        return labels.read(text, sheets)
    except labels.Forged as error:
        raise Refused(
            _(
                "Label ini tidak dikenal di wilayah kerja Anda: mungkin dari pemilihan lain, salah "
                "ketik, atau bukan label kantor ini. Cocokkan nama TPS dengan kertasnya."
            )
        ) from error


def _said(viewer: Viewer, election_id: int, text: str) -> list[labels.Sheet]:
    """The one form that a QR speaks of, when it is in sight."""
    parts = text.strip().split(":")
    contests = {about.contest.id for about in reading.subjects(viewer, election_id)}
    known = len(parts) == 5 and parts[2] in contests
    if not known or parts[3] not in places.tps_paths(viewer, election_id):
        return []
    return [labels.Sheet(election_id, parts[2], parts[3])]


def _papers(viewer: Viewer, election_id: int) -> QuerySet[Kertas]:
    return Kertas.objects.filter(election_id=election_id, path__within=viewer.path).select_related(
        "file"
    )


def _received(viewer: Viewer, election_id: int) -> QuerySet[Kertas]:
    return _papers(viewer, election_id).filter(state=Kertas.State.RECEIVED)


def _papers_by_place(
    viewer: Viewer, election_id: int, path: str, length: int
) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    rows = (
        _received(viewer, election_id)
        .filter(path__within=path)
        .annotate(place=Substr("path", 1, length))
        .order_by()
        .values("place", "contest")
        .annotate(forms=Count("path", distinct=True))
    )
    for row in rows:
        found.setdefault(row["place"], {})[row["contest"]] = row["forms"]
    return found


def _events_by_place(viewer: Viewer, election_id: int, path: str, length: int) -> dict[str, int]:
    rows = (
        Kejadian.objects.filter(election_id=election_id, level=LEVEL_TPS, path__within=viewer.path)
        .filter(path__within=path)
        .annotate(place=Substr("path", 1, length))
        .order_by()
        .values("place")
        .annotate(tps=Count("path", distinct=True))
    )
    return {row["place"]: row["tps"] for row in rows}


def _aside_by_place(viewer: Viewer, election_id: int, path: str, length: int) -> dict[str, int]:
    rows = (
        _papers(viewer, election_id)
        .filter(path__within=path, state=Kertas.State.ASIDE)
        .annotate(place=Substr("path", 1, length))
        .order_by()
        .values("place")
        .annotate(papers=Count("pk"))
    )
    return {row["place"]: row["papers"] for row in rows}


def _copies(
    viewer: Viewer, election_id: int, contest: str, path: str, rows: QuerySet[SerahSalinan]
) -> tuple[CopyRow, ...]:
    known = {(row.receiver, row.party): row for row in rows if row.contest == contest}
    dapil = ground.dapil_finder(viewer, election_id, contest)(path)
    lines = parties.ballot(ground.everywhere(viewer), election_id, contest, dapil).lines
    wanted = [
        ("saksi", str(line.number), _("Saksi %(name)s") % {"name": line.label}) for line in lines
    ]
    wanted += [
        (one.value, "", str(one.label))
        for one in SerahSalinan.Receiver
        if one is not SerahSalinan.Receiver.WITNESS
    ]
    return tuple(
        CopyRow(
            receiver,
            party,
            label,
            row.handed if (row := known.get((receiver, party))) else None,
            row.note if row else "",
        )
        for receiver, party, label in wanted
    )


def _paper_row(row: Kertas) -> PaperRow:
    return PaperRow(
        id=row.pk,
        contest=row.contest,
        path=row.path,
        kind=row.kind,
        kind_label=str(row.get_kind_display()),
        source_label=str(row.get_source_display()),
        condition_label=str(row.get_condition_display()),
        state=row.state,
        reason=row.reason,
        name=row.file.name if row.file else "",
        digest=row.file_id or "",
        pages=len(row.views),
        account=row.account_name,
        received_at=row.received_at,
    )


def _event_row(row: Kejadian) -> EventRow:
    return EventRow(
        id=row.pk,
        kind=row.kind,
        kind_label=str(row.get_kind_display()),
        contest=row.contest,
        text=row.text,
        said_by=row.said_by,
        answer=row.answer,
        recorded_at=row.recorded_at,
    )
