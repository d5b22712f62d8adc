"""Around voting day: voters of every TPS with DPTb and DPK, notices, marks, comments."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from jurdil.kernel import crypto
from jurdil.kernel.acts import query
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.voters.notices import ABOUT_THE_LIST, Notices
from jurdil.voters import transfers
from jurdil.voters.models import (
    Dpk,
    DpkOrang,
    Pemberitahuan,
    PemberitahuanSisa,
    PindahMemilih,
    RekapTps,
    Revisi,
    Tanda,
    Tanggapan,
)
from jurdil.voters.steps import FINAL


@dataclass(frozen=True)
class TpsCounts:
    """The voters of a TPS: DPT by sex, DPTb out and in, DPK by sex (None: not recorded), marks."""

    path: str
    men: int
    women: int
    unknown: int = 0
    going: int = 0
    coming: int = 0
    dpk_men: int | None = None
    dpk_women: int | None = None
    marked: int = 0
    notices: Notices | None = None

    @property
    def dpt(self) -> int:
        """Voters of the DPT."""
        return self.men + self.women + self.unknown

    @property
    def dpk(self) -> int | None:
        """DPK voters; None while not recorded."""
        return None if self.dpk_men is None else self.dpk_men + (self.dpk_women or 0)

    @property
    def expected(self) -> int:
        """Who may come with a place on a list: DPT, less DPTb out, with DPTb in."""
        return self.dpt - self.going + self.coming


@dataclass(frozen=True)
class Seed:
    """A reason for the next PDPB to look at somebody: where it comes from, what it says.

    `source` is one of tanda, pemberitahuan, dpk; `voter` is None for a DPK person of nobody's list.
    """

    source: str
    kind: str
    voter: int | None
    path: str
    evidence: str
    noted_at: datetime


@dataclass(frozen=True)
class TransferRow:
    """A voter who votes elsewhere, as a register shows it."""

    id: int
    number: int
    voter: int | None
    name: str
    sex: str
    origin: str
    origin_name: str
    target: str
    target_name: str
    reason: str
    ballots: tuple[str, ...]
    evidence: str
    active: bool
    noted_at: datetime
    noted_by: str
    cancelled_why: str


@dataclass(frozen=True)
class MarkRow:
    """A mark beside a voter of the DPT."""

    id: int
    voter: int
    name: str
    tps: str
    village: str
    kind: str
    kind_name: str
    evidence: str
    evidence_note: str
    marked_at: datetime
    marked_by: str
    withdrawn_at: datetime | None
    withdrawn_why: str


@dataclass(frozen=True)
class CommentRow:
    """A comment of the register. `name` and `contact` only where one comment is shown."""

    id: int
    number: int
    revision: int
    election: int
    village: str
    about: str
    about_name: str
    speaker_name: str
    voter: int | None
    text: str
    received_on: date
    registered_by: str
    proposal: int | None
    proposal_state: str
    answer: str
    answered_at: datetime | None
    answered_name: str
    name: str = ""
    contact: str = ""


@dataclass
class _Tally:
    men: int = 0
    women: int = 0
    unknown: int = 0
    marked: int = 0
    dpk: tuple[int, int] | None = None
    notices: Notices | None = field(default=None)


@query("voters.view")
def list_counts(viewer: Viewer, election_id: int, path: str = "") -> tuple[TpsCounts, ...]:
    """Every TPS below a place with its DPT (the last DPTHP included), DPTb, DPK, notices, marks.

    Empty before the DPT. Raises Election.DoesNotExist outside the viewer's scope.
    """
    at = path or viewer.path
    if not within(at, viewer.path):
        raise Election.DoesNotExist
    found = _final_counts(election_id, at)
    if not found:
        return ()
    for row in Dpk.objects.filter(election=election_id, path__within=at).order_by("pk"):
        found[row.path].dpk = (row.men, row.women)
    for paper in Pemberitahuan.objects.filter(election=election_id, path__within=at).order_by("pk"):
        found[paper.path].notices = Notices(paper.printed, paper.delivered, paper.undelivered)
    marks = _marks(election_id, at).filter(withdrawn_at__isnull=True)
    for tps, village in marks.values_list("version__tps", "village"):
        found[tps or village].marked += 1
    going, coming = transfers.going(election_id, at), transfers.coming(election_id, at)
    return tuple(
        TpsCounts(
            place,
            one.men,
            one.women,
            one.unknown,
            going.get(place, 0),
            coming.get(place, 0),
            one.dpk[0] if one.dpk else None,
            one.dpk[1] if one.dpk else None,
            one.marked,
            one.notices,
        )
        for place, one in sorted(found.items())
    )


def _final_counts(election_id: int, path: str) -> dict[str, _Tally]:
    """The DPT per TPS; a village that a DPTHP fixed again counts by the newest."""
    by_village: dict[str, dict[str, _Tally]] = {}
    final = Revisi.objects.filter(
        election=election_id, kind__in=FINAL, state=Revisi.State.DETERMINED
    )
    for revision in final.order_by("pk"):
        fresh: dict[str, dict[str, _Tally]] = defaultdict(dict)
        for row in RekapTps.objects.filter(revision=revision, path__within=path):
            tally = _Tally(row.men, row.women, row.unknown)
            fresh[row.path.partition("/")[0]][row.path] = tally
        by_village.update(fresh)
    merged: dict[str, _Tally] = defaultdict(_Tally)
    for rows in by_village.values():
        merged.update(rows)
    return merged


@query("voters.view")
def seeds_for_pdpb(viewer: Viewer, election_id: int, path: str = "") -> tuple[Seed, ...]:
    """What an election leaves for the next PDPB: marks, returned notices, DPK of nobody's list."""
    at = path or viewer.path
    if not within(at, viewer.path):
        raise Election.DoesNotExist
    marks = _marks(election_id, at).filter(withdrawn_at__isnull=True)
    seeds = [
        Seed("tanda", row.kind, row.pemilih_id, row.village, row.evidence, row.marked_at)
        for row in marks
    ]
    back = PemberitahuanSisa.objects.filter(election=election_id, path__within=at)
    seeds += [
        Seed("pemberitahuan", row.reason, row.pemilih_id, row.path, row.note, row.noted_at)
        for row in back.filter(reason__in=ABOUT_THE_LIST)
    ]
    people = DpkOrang.objects.filter(election=election_id, path__within=at, pemilih__isnull=True)
    seeds += [Seed("dpk", "baru", None, row.path, row.name, row.noted_at) for row in people]
    return tuple(sorted(seeds, key=lambda one: (one.path, one.source, one.noted_at)))


@query("voters.view")
def transfer_rows(
    viewer: Viewer, election_id: int, path: str = "", *, active: bool = True
) -> tuple[TransferRow, ...]:
    """The register of a place, out and in, the newest first; cancelled ones with `active` False."""
    at = path or viewer.path
    if not within(at, viewer.path):
        raise Election.DoesNotExist
    rows = PindahMemilih.objects.filter(
        Q(origin__within=at) | Q(target__within=at), election=election_id
    )
    if active:
        rows = rows.filter(state=PindahMemilih.State.ACTIVE)
    return tuple(_transfer(row) for row in rows.order_by("-number"))


@query("voters.view")
def transfer(viewer: Viewer, transfer_id: int) -> TransferRow:
    """One transfer. Raises PindahMemilih.DoesNotExist outside the viewer's scope."""
    row = PindahMemilih.objects.get(pk=transfer_id)
    if not (within(row.origin, viewer.path) or within(row.target, viewer.path)):
        raise PindahMemilih.DoesNotExist
    return _transfer(row)


@query("voters.view")
def marks(viewer: Viewer, election_id: int, path: str = "") -> tuple[MarkRow, ...]:
    """The marks of a place, the newest first, those withdrawn included."""
    at = path or viewer.path
    if not within(at, viewer.path):
        raise Election.DoesNotExist
    rows = _marks(election_id, at).select_related("version").order_by("-pk")
    return tuple(_mark(row) for row in rows)


@query("voters.view")
def mark_row(viewer: Viewer, mark_id: int) -> MarkRow:
    """One mark. Raises Tanda.DoesNotExist outside the viewer's scope."""
    rows = Tanda.objects.filter(village__within=viewer.path).select_related("version")
    return _mark(rows.get(pk=mark_id))


@query("voters.view")
def mark_counts(viewer: Viewer, election_id: int) -> Mapping[str, int]:
    """Standing marks by kind in the viewer's place."""
    rows = _marks(election_id, viewer.path).filter(withdrawn_at__isnull=True)
    return Counter(dict(rows.values_list("kind").annotate(n=Count("pk")).order_by("kind")))


@query("voters.view")
def comments(viewer: Viewer, revision_id: int, *, waiting: bool = False) -> tuple[CommentRow, ...]:
    """The register of comments on a revision in the viewer's place, by number."""
    rows = _comments(viewer).filter(revision=revision_id)
    if waiting:
        rows = rows.filter(answered_at__isnull=True)
    return tuple(_comment(row) for row in rows.order_by("number"))


@query("voters.view")
def comment(viewer: Viewer, comment_id: int) -> CommentRow:
    """One comment with who said it. Raises Tanggapan.DoesNotExist outside the scope."""
    row = _comments(viewer).get(pk=comment_id)
    plain = crypto.decrypt(row.key_id, bytes(row.sealed), f"tanggapan:{row.token}")
    return _comment(row, **json.loads(plain))


def _comments(viewer: Viewer) -> QuerySet[Tanggapan]:
    rows = Tanggapan.objects.select_related("proposal", "revision")
    return rows.filter(village__within=viewer.path)


def _marks(election_id: int, path: str) -> QuerySet[Tanda]:
    return Tanda.objects.filter(revision__election=election_id, village__within=path)


def _transfer(row: PindahMemilih) -> TransferRow:
    return TransferRow(
        id=row.pk,
        number=row.number,
        voter=row.pemilih_id,
        name=row.name,
        sex=row.sex,
        origin=row.origin,
        origin_name=row.origin_name,
        target=row.target,
        target_name=row.target_name,
        reason=row.reason,
        ballots=tuple(row.ballots),
        evidence=row.evidence,
        active=row.state == PindahMemilih.State.ACTIVE,
        noted_at=row.noted_at,
        noted_by=row.account_name,
        cancelled_why=row.cancelled_why,
    )


def _mark(row: Tanda) -> MarkRow:
    return MarkRow(
        id=row.pk,
        voter=row.pemilih_id,
        name=row.version.name,
        tps=row.version.tps,
        village=row.village,
        kind=row.kind,
        kind_name=row.get_kind_display(),
        evidence=row.evidence,
        evidence_note=row.evidence_note,
        marked_at=row.marked_at,
        marked_by=row.account_name,
        withdrawn_at=row.withdrawn_at,
        withdrawn_why=row.withdrawn_why,
    )


def _comment(row: Tanggapan, name: str = "", contact: str = "") -> CommentRow:
    return CommentRow(
        id=row.pk,
        number=row.number,
        revision=row.revision_id,
        election=row.revision.election_id,
        village=row.village,
        about=row.about,
        about_name=row.get_about_display(),
        speaker_name=row.get_speaker_display(),
        voter=row.pemilih_id,
        text=row.text,
        received_on=row.received_on,
        registered_by=row.account_name,
        proposal=row.proposal_id,
        proposal_state=row.proposal.get_state_display() if row.proposal else "",
        answer=row.answer,
        answered_at=row.answered_at,
        answered_name=row.answered_name,
        name=name,
        contact=contact,
    )
