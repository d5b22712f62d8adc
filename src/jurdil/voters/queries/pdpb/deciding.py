"""The desk of a quarter: what waits, sorted by the paper it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count

from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.voters.models import Usulan
from jurdil.voters.pdpb.records import seen
from jurdil.voters.proposal_records import ProposalRow, row_of

MOST = 200


@dataclass(frozen=True)
class PaperGroup:
    """Proposals that rest on one paper. `mine` are removals that this viewer proposed himself."""

    evidence: str
    note: str
    file: str
    rows: tuple[ProposalRow, ...]
    mine: int

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of change in the group."""
        return tuple(dict.fromkeys(row.kind for row in self.rows))


@dataclass(frozen=True)
class Desk:
    """What waits in a quarter, by paper; how many of each kind wait; what was decided so far."""

    groups: tuple[PaperGroup, ...]
    waiting: Mapping[str, int]
    accepted: Mapping[str, int]
    rejected: int
    more: bool


@query("voters.proposals")
def desk(viewer: Viewer, revision_id: int, *, kind: str = "", path: str = "") -> Desk:
    """The open proposals of a quarter in the viewer's place, oldest papers first."""
    held = seen(viewer, revision_id)
    every = Usulan.objects.filter(election=held.election_id, village__within=viewer.path)
    since = every.filter(decided_at__gte=held.opened_at)
    rows = every.filter(state=Usulan.State.OPEN)
    waiting = dict(rows.values_list("kind").annotate(n=Count("pk")).order_by("kind"))
    if kind:
        rows = rows.filter(kind=kind)
    if path:
        rows = rows.filter(village__within=path)
    order = ("evidence", "evidence_note", "file", "village", "pk")
    found = list(rows.select_related("seen").order_by(*order)[: MOST + 1])
    accepted = since.filter(state=Usulan.State.ACCEPTED).values_list("kind")
    return Desk(
        groups=tuple(_groups(found[:MOST], viewer)),
        waiting=waiting,
        accepted=dict(accepted.annotate(n=Count("pk")).order_by("kind")),
        rejected=since.filter(state=Usulan.State.REJECTED).count(),
        more=len(found) > MOST,
    )


def _groups(rows: list[Usulan], viewer: Viewer) -> list[PaperGroup]:
    parts: dict[tuple[str, str, str], list[ProposalRow]] = {}
    for row in rows:
        key = (row.evidence, row.evidence_note, row.file_id or "")
        parts.setdefault(key, []).append(row_of(row))
    return [PaperGroup(*key, tuple(held), _mine(held, viewer)) for key, held in parts.items()]


def _mine(rows: list[ProposalRow], viewer: Viewer) -> int:
    return sum(
        row.kind == Usulan.Kind.STRIKE and row.proposed_by == viewer.account_id for row in rows
    )
