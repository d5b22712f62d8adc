"""Special locations: whose numbers a site's list holds, who goes to which TPS there, and back."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jurdil.kernel import clock
from jurdil.kernel.acts import inner
from jurdil.kernel.viewer import Viewer, system_viewer
from jurdil.law.regime import load_regime
from jurdil.law.voters import dptb
from jurdil.law.voters import special as law
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.places.tps_file import FIRST_SPECIAL
from jurdil.voters import arriving, changing, transfers
from jurdil.voters.changing import Change
from jurdil.voters.models import (
    LokasiKhusus,
    PemilihVersi,
    PenghuniLokasi,
    RekapTps,
    Revisi,
    RevisiDesa,
)
from jurdil.voters.sealing import NIK, Seals

State = LokasiKhusus.State
OPEN = (State.ASKED, State.ACCEPTED)
LAST = 999
_MARK = f"/{FIRST_SPECIAL // 100}"
_GAPS = re.compile(r"[\s'’.;,-]+")


@dataclass(frozen=True)
class Found:
    """What a pasted list of numbers holds: voters, and the lines that are no voter of ours.

    `unread` are lines without 16 digits, `absent` those whose number is on no active list here,
    `double` those whose number two voters have; `known` voters are at a site already.
    """

    voters: tuple[int, ...]
    unread: tuple[int, ...]
    absent: tuple[int, ...]
    double: tuple[int, ...]
    known: int = 0


def is_special(tps: str) -> bool:
    """Whether a TPS (path) is one of a special location, by its number."""
    number = tps.partition("/")[2]
    return bool(number) and int(number) >= FIRST_SPECIAL


def limits_of(site: LokasiKhusus) -> law.Limits:
    """How many voters a TPS of the site may have."""
    return law.limits(load_regime(site.election.regime), site.kind)


def read(text: str) -> Found:
    """The voters whose NIK stand in a pasted column, one per line; empty lines do not count."""
    seals = Seals()
    lines = [(at, _GAPS.sub("", line)) for at, line in enumerate(text.splitlines(), 1)]
    written = [(at, number) for at, number in lines if number]
    indexes = {at: seals.index(NIK, number) for at, number in written}
    known: dict[str, list[int]] = defaultdict(list)
    rows = PemilihVersi.objects.filter(
        nik_index__in=sorted({index for index in indexes.values() if index}),
        until_rev__isnull=True,
        status=PemilihVersi.Status.ACTIVE,
    )
    for index, person in rows.values_list("nik_index", "pemilih"):
        known[index].append(person)
    whose = {at: known.get(index, []) for at, index in indexes.items()}
    single = dict.fromkeys(people[0] for people in whose.values() if len(people) == 1)
    return Found(
        tuple(single),
        tuple(at for at, index in indexes.items() if not index),
        tuple(at for at, index in indexes.items() if index and not whose[at]),
        tuple(at for at, people in whose.items() if len(people) > 1),
    )


def residents(site: LokasiKhusus) -> list[PenghuniLokasi]:
    """Who votes or waits at a site, those placed first."""
    rows = PenghuniLokasi.objects.filter(site=site, left_at__isnull=True)
    return sorted(rows, key=lambda row: (row.placed_at is None, row.pk))


def present_of(people: Iterable[PenghuniLokasi]) -> dict[int, PemilihVersi]:
    """The active present version of each, by person; who is struck is absent."""
    persons = [row.pemilih_id for row in people]
    rows = PemilihVersi.objects.filter(
        pemilih__in=persons, until_rev__isnull=True, status=PemilihVersi.Status.ACTIVE
    )
    return {row.pemilih_id: row for row in rows}


def sizes(site: LokasiKhusus, present: Mapping[int, PemilihVersi]) -> dict[int, int]:
    """How many of the site's voters stand at each of its TPS now."""
    counted = Counter(version.tps for version in present.values())
    return {number: counted[tps_path(site, number)] for number in site.stations}


def tps_path(site: LokasiKhusus, number: int) -> str:
    """A TPS of a site."""
    return paths.tps_path(site.village, number)


def free_numbers(by: Viewer, site: LokasiKhusus, count: int) -> list[int]:
    """The next TPS numbers of special locations in the site's village that nothing has."""
    taken = {row.number for row in places.tps_of(by, site.election_id, site.village)}
    free = (number for number in range(FIRST_SPECIAL, LAST + 1) if number not in taken)
    return [number for number, _one in zip(free, range(count), strict=False)]


def split(
    waiting: Sequence[PemilihVersi], have: Mapping[int, int]
) -> dict[int, list[PemilihVersi]]:
    """Which of the waiting go to which TPS: neighbours together, all TPS as even as possible.

    What is left free below the even shares is never less than those who wait.
    """
    ordered = sorted(waiting, key=lambda row: (row.village, row.tps, row.sort_key, row.pk))
    shares = law.shares(len(ordered) + sum(have.values()), len(have))
    found: dict[int, list[PemilihVersi]] = {}
    at = 0
    for number, share in zip(sorted(have), shares, strict=True):
        room = max(0, share - have[number])
        found[number], at = ordered[at : at + room], at + room
    return found


@inner
def bring(by: Viewer, moves: Mapping[str, Sequence[PemilihVersi]], *, source: str) -> None:
    """Move voters to TPS (path, or a village without TPS), over villages, each list once."""
    villages = {row.village for rows in moves.values() for row in rows}
    villages |= {path.partition("/")[0] for path, rows in moves.items() if rows}
    begun: dict[str, Change] = {
        village: changing.begin(by, village, source=source) for village in sorted(villages)
    }
    for path, rows in sorted(moves.items()):
        village, slash, _number = path.partition("/")
        by_village: dict[str, list[PemilihVersi]] = defaultdict(list)
        for row in rows:
            by_village[row.village].append(row)
        for home, part in sorted(by_village.items()):
            tps = path if slash else ""
            if home == village:
                arriving.settle(begun[home], tps, [row.pk for row in part])
            else:
                changing.carry_all(begun[home], begun[village], part, tps)


@inner
def leave(by: Viewer, people: Sequence[PenghuniLokasi], why: str, *, source: str) -> int:
    """Take voters off a site; who was placed goes back to where he came from. Returns how many.

    Somebody whose TPS was changed since by another way stays where he is.
    """
    present = present_of(people)
    home: dict[str, list[PemilihVersi]] = defaultdict(list)
    for row in people:
        version = present.get(row.pemilih_id)
        if row.placed_at and version is not None and is_special(version.tps):
            home[row.origin].append(version)
    bring(by, home, source=source)
    keys = [row.pk for row in people]
    PenghuniLokasi.objects.filter(pk__in=keys).update(
        left_at=clock.now(), left_name=by.name, left_why=why[:200]
    )
    return sum(map(len, home.values()))


def counted(revision: Revisi, path: str) -> tuple[int, int]:
    """TPS at special locations and their voters in a revision: as fixed, else as they stand."""
    rows = RekapTps.objects.filter(revision=revision, path__within=path, path__contains=_MARK)
    found = {
        place: men + women + unknown
        for place, men, women, unknown in rows.values_list("path", "men", "women", "unknown")
        if is_special(place)
    }
    fixed = set(
        RevisiDesa.objects.filter(revision=revision, village__within=path).values_list(
            "village", flat=True
        )
    )
    running = PemilihVersi.objects.filter(
        until_rev__isnull=True,
        status=PemilihVersi.Status.ACTIVE,
        village__within=path,
        village__in=LokasiKhusus.objects.filter(election=revision.election).values("village"),
    )
    live = Counter(
        tps
        for village, tps in running.filter(tps__contains=_MARK).values_list("village", "tps")
        if village not in fixed and is_special(tps)
    )
    found |= live
    used = [voters for voters in found.values() if voters]
    return len(used), sum(used)


def sites_in(election_id: int, village: str) -> dict[str, str]:
    """The name of the site of each special TPS of a village."""
    rows = LokasiKhusus.objects.filter(election=election_id, village=village)
    return {tps_path(row, number): row.name for row in rows for number in row.stations}


def remarks_in(revision: Revisi, village: str, *, with_ballots: bool) -> dict[int, str]:
    """What a list says of the voters of a village's sites: whence, and for the KPPS which ballots.

    Ballots whose dapil are not recorded are named with a question mark.
    """
    rows = PenghuniLokasi.objects.filter(
        site__election=revision.election_id, site__village=village, placed_at__isnull=False
    )
    origins = dict(rows.order_by("pk").values_list("pemilih", "origin"))
    homes = {origin.partition("/")[0] for origin in origins.values()}
    house = clock.office()
    whole = system_viewer(revision.election.path, house.kind if house else "")
    names = places.names(whole, homes)
    said = {home: f"asal {names.get(home, home)}" for home in homes}
    if with_ballots:
        dapil = transfers.dapil_of(revision.election, whole.house)
        contests = transfers.contests_of(revision.election)
        for home in homes:
            due = ((one.short, dptb.due(one, home, village, dapil)) for one in contests)
            short = [name if is_due else f"{name}?" for name, is_due in due if is_due is not False]
            said[home] += f"; surat suara {', '.join(short) or '–'}"
    return {person: said[origin.partition("/")[0]] for person, origin in origins.items()}
