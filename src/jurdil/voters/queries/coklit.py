"""Coklit: the list a Pantarlih takes along, how far each place is, what waits at the PPS."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Q

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.fields import within
from jurdil.kernel.models import Account, Grant, SyncEvent
from jurdil.kernel.viewer import Viewer
from jurdil.kernel.windows import windows_of
from jurdil.voters.coklit import resting, taking
from jurdil.voters.coklit.resting import Left
from jurdil.voters.models import OrangCoklit, RumahCoklit, Usulan

ROLE = "pantarlih"
STAGE = "coklit"
SHOWN = 500
DESA = 4


@dataclass(frozen=True)
class Taken:
    """What a phone takes along, and when the stage closes."""

    election: int
    tps: str
    houses: list[dict[str, Any]]
    closes: datetime | None


@dataclass(frozen=True)
class Progress:
    """How far a place is: households and people by what was found."""

    path: str
    houses: int
    visited: int
    absent: int
    people: int
    same: int
    changed: int
    struck: int
    new: int
    stickers: int

    @property
    def left(self) -> int:
        """Households that nobody visited yet."""
        return self.houses - self.visited - self.absent

    @property
    def asked(self) -> int:
        """People of the list with a result; newcomers are not of the list."""
        return self.same + self.changed + self.struck


@dataclass(frozen=True)
class Worker:
    """A Pantarlih with the TPS, and when the phone last sent something."""

    grant: int
    account: int
    name: str
    username: str
    tps: str
    basis: str
    last: datetime | None
    waiting: int


@dataclass(frozen=True)
class Found:
    """A proposal of coklit that waits, with who found it and where."""

    id: int
    kind: str
    name: str
    tps: str
    tms: str
    tms_regime: str
    target: str
    evidence: str
    evidence_note: str
    note: str
    worker: str
    own: bool
    at: datetime


@dataclass(frozen=True)
class HouseRow:
    """A household on the office's lists."""

    token: str
    tps: str
    rt: str
    rw: str
    head: str
    address: str
    state: str
    people: int
    asked: int
    visited_at: datetime | None
    worker: str


@query("voters.coklit")
def coklit_taken(viewer: Viewer) -> Taken:
    """The households of the Pantarlih's own TPS; empty until the village is prepared."""
    newest = RumahCoklit.objects.filter(tps=viewer.path).order_by("-election_id").first()
    if newest is None:
        return Taken(0, viewer.path, [], None)
    window = windows_of(newest.election_id).filter(stage=STAGE).first()
    houses = taking.houses(newest.election_id, viewer.path)
    return Taken(newest.election_id, viewer.path, houses, window.closes if window else None)


@query("voters.coklit")
def coklit_beside(viewer: Viewer, election_id: int, tps: str) -> tuple[str, ...]:
    """The TPS of the village of a Pantarlih's TPS, his own left out."""
    village = tps.partition("/")[0]
    rows = RumahCoklit.objects.filter(election=election_id, village=village).exclude(tps=tps)
    return tuple(rows.order_by("tps").values_list("tps", flat=True).distinct())


@query("voters.coklit_view")
def coklit_progress(
    viewer: Viewer, election_id: int, path: str, level: int
) -> tuple[Progress, ...]:
    """Progress below `path` by place: `level` 3 kecamatan, 4 village, 5 TPS; the least first."""
    houses = RumahCoklit.objects.filter(election=election_id, tps__within=viewer.path)
    people = OrangCoklit.objects.filter(election=election_id, tps__within=viewer.path)
    column = "tps" if level > DESA else "village"
    sums: dict[str, dict[str, int]] = {}
    counted = houses.filter(tps__within=path).order_by().values(column)
    for row in counted.annotate(
        houses=Count("pk"),
        visited=Count("pk", filter=Q(state="selesai")),
        absent=Count("pk", filter=Q(state="tidak-ditemui")),
        stickers=Count("pk", filter=Q(sticker=True)),
    ):
        _add(sums, _at(row.pop(column), level), row)
    found = people.filter(tps__within=path).order_by().values(column)
    for row in found.annotate(
        people=Count("pk", filter=~Q(result="baru")),
        same=Count("pk", filter=Q(result="sesuai")),
        changed=Count("pk", filter=Q(result="ubah")),
        struck=Count("pk", filter=Q(result="tms")),
        new=Count("pk", filter=Q(result="baru")),
    ):
        _add(sums, _at(row.pop(column), level), row)
    rows = [Progress(path=place, **(_NOTHING | values)) for place, values in sums.items()]
    return tuple(sorted(rows, key=lambda row: (-row.left, row.path)))


@query("voters.coklit_view")
def coklit_workers(viewer: Viewer, path: str) -> tuple[Worker, ...]:
    """Who is Pantarlih below `path` today or later, by TPS."""
    rows = Grant.objects.filter(role=ROLE, path__within=viewer.path).filter(path__within=path)
    rows = rows.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=clock.today()))
    grants = list(rows.select_related("account").order_by("path", "pk"))
    events = SyncEvent.objects.filter(worker__in=[grant.account_id for grant in grants])
    sent = events.order_by().values_list("worker").annotate(Max("received_at"))
    last: dict[int, datetime] = dict(sent)
    open_ = events.filter(outcome__in=["konflik", "terlambat"], decision="", path__within=path)
    waiting: dict[int, int] = dict(open_.order_by().values_list("worker").annotate(Count("pk")))
    return tuple(
        Worker(
            grant=grant.pk,
            account=grant.account_id,
            name=grant.account.name,
            username=grant.account.username,
            tps=grant.path,
            basis=grant.basis,
            last=last.get(grant.account_id),
            waiting=waiting.get(grant.account_id, 0),
        )
        for grant in grants
    )


@query("voters.coklit_view")
def coklit_found(viewer: Viewer, village: str) -> tuple[Found, ...]:
    """Proposals of coklit that wait in a village, by TPS and worker."""
    rows = Usulan.objects.filter(village__within=viewer.path, village=village)
    rows = rows.filter(source=Usulan.Source.COKLIT, state=Usulan.State.OPEN)
    people = OrangCoklit.objects.filter(proposal__in=rows).select_related("proposal")
    return tuple(_found(viewer, one) for one in people.order_by("tps", "worker_name", "pk")[:SHOWN])


@query("voters.coklit_view")
def coklit_houses(
    viewer: Viewer, election_id: int, path: str, state: str = ""
) -> tuple[HouseRow, ...]:
    """The households of a village or TPS, in their order; `state` narrows them."""
    rows = RumahCoklit.objects.filter(election=election_id, tps__within=viewer.path)
    rows = rows.filter(tps__within=path)
    if state:
        rows = rows.filter(state=state)
    counted = rows.annotate(
        n=Count("people", filter=~Q(people__result="baru")),
        asked=Count("people", filter=~Q(people__result__in=["", "baru"])),
    )
    return tuple(
        HouseRow(
            token=str(row.token),
            tps=row.tps,
            rt=row.rt,
            rw=row.rw,
            head=row.head,
            address=row.address,
            state=row.state,
            people=row.n,
            asked=row.asked,
            visited_at=row.visited_at,
            worker=row.worker_name,
        )
        for row in counted
    )


@query("voters.coklit_view")
def coklit_left(viewer: Viewer, election_id: int, tps: str) -> Left:
    """How many households and people of a TPS are still open."""
    return resting.left(election_id, tps) if within(tps, viewer.path) else Left(0, 0)


@query("voters.coklit_view")
def coklit_house(viewer: Viewer, token: str) -> tuple[RumahCoklit, dict[str, Any]]:
    """One household with its people as the phone shows them. Raises DoesNotExist."""
    rows = RumahCoklit.objects.filter(tps__within=viewer.path).select_related("election")
    house = rows.get(token=token)
    people = list(house.people.order_by("pk"))
    known = taking.known_in(house.village, people)
    return house, taking.house_row(house, people, known)


@query("voters.coklit_view")
def coklit_printed(viewer: Viewer, election_id: int, tps: str) -> list[dict[str, Any]]:
    """The households of a TPS with their people for printing; numbers by their last digits."""
    if not within(tps, viewer.path):
        return []
    return taking.houses(election_id, tps)


@query("voters.coklit_view")
def coklit_recap(viewer: Viewer, election_id: int, path: str) -> dict[str, dict[str, int]]:
    """A-Laporan Hasil Coklit: by TPS, men and women by result and TMS code (`tms:1:L`)."""
    rows = OrangCoklit.objects.filter(election=election_id, tps__within=viewer.path)
    counted = rows.filter(tps__within=path).order_by().values_list("tps", "result", "tms", "sex")
    recap: dict[str, dict[str, int]] = {}
    for tps, result, tms, sex, n in counted.annotate(n=Count("pk")).order_by("tps"):
        key = ":".join((result or "belum", *((tms,) if tms else ()), sex))
        recap.setdefault(tps, {})[key] = n
    return recap


@query("voters.coklit_view")
def coklit_begun(viewer: Viewer, election_id: int) -> bool:
    """Whether any village of the viewer's place is prepared."""
    return RumahCoklit.objects.filter(election=election_id, tps__within=viewer.path).exists()


@query("voters.coklit_view")
def coklit_running(viewer: Viewer, election_id: int) -> bool:
    """Whether coklit is prepared in the viewer's place and its window is not over."""
    window = windows_of(election_id).filter(stage=STAGE).first()
    over = window is None or (window.closes is not None and window.closes < clock.now())
    rows = RumahCoklit.objects.filter(election=election_id, tps__within=viewer.path)
    return not over and rows.exists()


@query("voters.coklit_candidates")
def coklit_stations(viewer: Viewer, election_id: int, village: str) -> tuple[str, ...]:
    """The TPS of a village that have households to visit."""
    rows = RumahCoklit.objects.filter(election=election_id, tps__within=viewer.path)
    return tuple(
        rows.filter(village=village).order_by("tps").values_list("tps", flat=True).distinct()
    )


@query("voters.coklit_candidates")
def coklit_candidates(viewer: Viewer) -> tuple[tuple[str, str], ...]:
    """Open accounts that may become Pantarlih: (username, name).

    New accounts without a role, and who was Pantarlih in the viewer's place.
    """
    rows = Account.objects.filter(is_active=True).filter(
        Q(grants__isnull=True) | Q(grants__role=ROLE, grants__path__within=viewer.path)
    )
    return tuple(rows.order_by("name").values_list("username", "name").distinct()[:SHOWN])


_NOTHING = dict.fromkeys(
    ("houses", "visited", "absent", "people", "same", "changed", "struck", "new", "stickers"), 0
)


def _add(sums: dict[str, dict[str, int]], place: str, values: dict[str, int]) -> None:
    held = sums.setdefault(place, {})
    for name, value in values.items():
        held[name] = held.get(name, 0) + value


def _at(path: str, level: int) -> str:
    """The place of `level` that a village or TPS belongs to."""
    return path if level >= DESA else ".".join(path.split(".")[:level])


def _found(viewer: Viewer, one: OrangCoklit) -> Found:
    row = one.proposal
    assert row is not None
    return Found(
        id=row.pk,
        kind=row.kind,
        name=one.name,
        tps=one.tps,
        tms=row.tms,
        target=row.tps if row.kind == Usulan.Kind.MOVE else "",
        tms_regime=row.tms_regime,
        evidence=row.evidence,
        evidence_note=row.evidence_note,
        note=row.note,
        worker=one.worker_name,
        own=row.kind == Usulan.Kind.STRIKE and row.proposed_by == viewer.account_id,
        at=row.proposed_at,
    )
