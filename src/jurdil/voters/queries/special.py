"""Special locations: the sites of a place, and one with its voters, TPS and ballots."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from jurdil.kernel.acts import query
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime import load_regime
from jurdil.law.regime_types import Contest
from jurdil.law.text import Text
from jurdil.law.voters import dptb
from jurdil.law.voters import special as law
from jurdil.voters import special, transfers
from jurdil.voters.models import LokasiKhusus, PemilihVersi, PenghuniLokasi

MOST_SHOWN = 1000


@dataclass(frozen=True)
class SiteRow:
    """A special location: what was asked, what became of it, its voters and TPS."""

    id: int
    village: str
    kind: Text
    name: str
    address: str
    asked_by: str
    letter: str
    letter_day: date
    expected: int
    state: str
    state_name: str
    stations: tuple[int, ...]
    waiting: int
    placed: int
    recorded_by: str
    account: int | None
    decided_by: str
    decided_at: datetime | None
    why: str

    @property
    def open(self) -> bool:
        """Whether its voters may still change: neither refused nor closed."""
        return self.state in special.OPEN


@dataclass(frozen=True)
class Resident:
    """A voter of a site; `tps` is where he stands now, `origin` where he came from."""

    id: int
    voter: int
    name: str
    tps: str
    origin: str
    placed: bool
    active: bool


@dataclass(frozen=True)
class StationRow:
    """A TPS of a site: voters, and how many ballots of each contest are due (None: not known)."""

    number: int
    voters: int
    ballots: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True)
class SitePage:
    """A site with everything; `needed` TPS for its voters, 0 where they are too few."""

    row: SiteRow
    limits: law.Limits
    needed: int
    stations: tuple[StationRow, ...]
    residents: tuple[Resident, ...]
    hidden: int


@query("voters.mapping")
def special_sites(viewer: Viewer, election_id: int, village: str = "") -> tuple[SiteRow, ...]:
    """The special locations of the viewer's place, those still open first."""
    rows = LokasiKhusus.objects.filter(election=election_id, village__within=viewer.path)
    if village:
        rows = rows.filter(village=village)
    found = list(rows.select_related("election"))
    people = PenghuniLokasi.objects.filter(site__in=found, left_at__isnull=True)
    counts = Counter(
        (site, placed_at is None) for site, placed_at in people.values_list("site", "placed_at")
    )
    done = [_row(one, counts[one.pk, True], counts[one.pk, False]) for one in found]
    return tuple(sorted(done, key=lambda one: not one.open))


@query("voters.mapping")
def special_site(viewer: Viewer, site_id: int) -> SitePage:
    """One site. Raises LokasiKhusus.DoesNotExist outside the viewer's place.

    Of voters who still stand elsewhere a viewer sees those of his own place; the rest is counted.
    """
    rows = LokasiKhusus.objects.select_related("election")
    site = rows.get(pk=site_id, village__within=viewer.path)
    people = special.residents(site)
    present = special.present_of(people)
    shown = [row for row in people if _seen(viewer, present.get(row.pemilih_id))]
    placed = sum(row.placed_at is not None for row in people)
    limits = special.limits_of(site)
    return SitePage(
        row=_row(site, len(people) - placed, placed),
        limits=limits,
        needed=law.stations(len(people), limits) if people else 0,
        stations=_stations(viewer, site, people, present),
        residents=tuple(_resident(row, present) for row in shown[:MOST_SHOWN]),
        hidden=len(people) - len(shown[:MOST_SHOWN]),
    )


@query("voters.mapping")
def special_kinds(viewer: Viewer, election_id: int) -> tuple[tuple[Text, law.Limits], ...]:
    """Every kind of special location with its limits in an election of the viewer's office."""
    election = Election.objects.get(pk=election_id)
    if not (within(viewer.path, election.path) or within(election.path, viewer.path)):
        raise Election.DoesNotExist
    regime = load_regime(election.regime)
    return tuple((name, law.limits(regime, code)) for code, name in law.KINDS.items())


def _row(site: LokasiKhusus, waiting: int, placed: int) -> SiteRow:
    return SiteRow(
        id=site.pk,
        village=site.village,
        kind=law.KINDS[site.kind],
        name=site.name,
        address=site.address,
        asked_by=site.asked_by,
        letter=site.letter,
        letter_day=site.letter_day,
        expected=site.expected,
        state=site.state,
        state_name=str(site.get_state_display()),
        stations=tuple(site.stations),
        waiting=waiting,
        placed=placed,
        recorded_by=site.account_name,
        account=site.account,
        decided_by=site.decided_name,
        decided_at=site.decided_at,
        why=site.closed_why or site.why,
    )


def _seen(viewer: Viewer, version: PemilihVersi | None) -> bool:
    return version is None or within(version.village, viewer.path)


def _resident(row: PenghuniLokasi, present: Mapping[int, PemilihVersi]) -> Resident:
    here = present.get(row.pemilih_id)
    return Resident(
        id=row.pk,
        voter=row.pemilih_id,
        name=here.name if here else "",
        tps=here.tps if here else "",
        origin=row.origin or (here.tps or here.village if here else ""),
        placed=row.placed_at is not None,
        active=here is not None,
    )


def _stations(
    viewer: Viewer,
    site: LokasiKhusus,
    people: Sequence[PenghuniLokasi],
    present: Mapping[int, PemilihVersi],
) -> tuple[StationRow, ...]:
    contests = transfers.contests_of(site.election)
    dapil = transfers.dapil_of(site.election, viewer.house)
    homes: dict[int, Counter[str]] = {number: Counter() for number in site.stations}
    for row in people:
        here = present.get(row.pemilih_id)
        if row.placed_at and here and special.is_special(here.tps):
            number = int(here.tps.partition("/")[2])
            homes.setdefault(number, Counter())[row.origin.partition("/")[0]] += 1
    return tuple(
        StationRow(
            number,
            sum(found.values()),
            tuple((one.short, _due(one, site.village, found, dapil)) for one in contests),
        )
        for number, found in sorted(homes.items())
    )


def _due(contest: Contest, village: str, homes: Mapping[str, int], dapil: dptb.Dapil) -> int | None:
    """How many of the voters get the ballot of a contest; None where it is not known of one."""
    total = 0
    for home, count in homes.items():
        is_due = dptb.due(contest, home, village, dapil)
        if is_due is None:
            return None
        total += count * is_due
    return total
