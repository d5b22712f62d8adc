"""The voter list of the demo, from the DP4 to the DPT and what stands beside it on voting day.

The people are made up; a village has as many voters as the demo's TPS of that village hold. The
training clock walks through the days of the schedule of Pemilu 2024.
"""

import io
import random
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

from jurdil.kernel import clock
from jurdil.kernel.viewer import Viewer
from jurdil.project.demo import chain, pdpb, polling, population
from jurdil.project.demo.listing import Bring, Listing
from jurdil.project.demo.place import Ground
from jurdil.voters import actions, queries
from jurdil.voters.jobs import take_in_all

RECEIVED, MAPPED = date(2023, 2, 6), date(2023, 2, 8)
"""After the DP4 was handed over and before coklit began."""
VOTING_DAY = date(2024, 2, 14)
WHOLE = 181_000
"""Voters of the full demo, as many as Soppeng has."""
HOME_VOTERS = 34
FEW = 40
"""Voters of a village in the small demo, but for the village of the PPS login."""
NEAR, FAR = 3, 2
"""Villages of the small demo: of the kecamatan of the PPK login, and of the last one."""


def listing(
    office: Viewer, viewers: Mapping[str, Viewer], ground: Ground, election_id: int, *, whole: bool
) -> Listing:
    """The list that the demo is about."""
    sizes = _all(ground) if whole else _some(ground)
    return Listing(office, viewers, election_id, sizes, ground.stations[0].village)


def show(held: Listing, seed: int, bring: Bring) -> None:
    """Walk the list from the DP4 to the eve of voting day."""
    chance = random.Random(seed)
    received(held, seed, bring)
    mapped(held)
    chain.walk(held, chance)
    polling.before(held, chance)


def voting_day(held: Listing, chance: random.Random) -> None:
    """What the KPPS brought back; then the list goes on with a quarter of the update."""
    polling.after(held, chance)


def quarter(held: Listing, chance: random.Random, bring: Bring) -> None:
    """A quarter of the update on the day where the demo stands."""
    actions.release(
        by=held.viewers["ketua"], election_id=held.election, basis="Surat KPU contoh tentang PDPB"
    )
    pdpb.show(held.viewers, chance, bring)
    _watched(held)


def _watched(held: Listing) -> None:
    """The overseer is let in for a spot check: ten rows by lot, one of which does not match."""
    overseer = held.viewers["pengawas"]
    assert overseer.account_id is not None
    opened = actions.open_to_overseer(
        by=held.viewers["ketua"],
        holder_id=overseer.account_id,
        path=held.own,
        purpose="Uji petik PDPB",
        reference="Surat Bawaslu contoh",
        until=clock.today() + timedelta(days=30),
    )
    sample = actions.draw_sample(
        by=overseer, access_id=opened.pk, path=held.own, size=10, seed="contoh"
    )
    for at, (_stratum, unit, _version) in enumerate(sample.drawn):
        matched = at > 0
        note = "" if matched else "Sudah pindah menurut ketua RT"
        actions.note_finding(
            by=overseer, sample_id=sample.pk, unit=unit, matched=matched, note=note
        )


def received(held: Listing, seed: int, bring: Bring) -> None:
    """Take the DP4 in."""
    held.on(RECEIVED)
    about = held.desk.about(held.election)
    bring(about, "daftar-pemilih", "contoh-dp4.csv", _file(held.sizes, seed), {"jenis": "dp4"})
    # In the background where a worker runs; the demo is built without one.
    take_in_all.func(queries.sources(held.desk)[0].id)


def mapped(held: Listing) -> None:
    """Give every family its TPS."""
    held.on(MAPPED)
    for village in held.villages:
        by = held.keeper(village)
        draft = actions.draft_mapping(by=by, election_id=held.election, village=village)
        actions.apply_mapping(by=by, draft_id=draft.pk)
    _home_too_small(held)


def _home_too_small(held: Listing) -> None:
    """A home asks for a TPS with fewer voters than the law wants; they are served as DPTb."""
    asked = actions.SiteRequest(
        kind="panti",
        name="Panti contoh",
        address="Jalan Contoh 3",
        asked_by="Kepala panti",
        letter="PC/12/I/2023",
        letter_day=RECEIVED,
        expected=HOME_VOTERS,
    )
    village = held.villages[0]
    site = actions.ask_site(
        by=held.desk.about(held.election), election_id=held.election, village=village, asked=asked
    )
    actions.decide_site(
        by=held.viewers["ketua"],
        site_id=site.pk,
        accepted=False,
        why="Kurang dari 100 pemilih; dilayani sebagai pindah memilih (DPTb)",
    )


def totals(held: Listing) -> str:
    """The voters of every list of the chain. Raises RuntimeError where one does not add up."""
    said, before = [], None
    for row in queries.chain(held.desk, held.election).rows:
        flow = row.flow
        if not flow.holds or before not in (None, flow.before) or flow.moved.total:
            raise RuntimeError(f"{row.title} does not add up: {flow}")
        before = flow.now
        said.append(f"{row.title} {flow.now.total}")
    return ", ".join(said)


def _all(ground: Ground) -> dict[str, int]:
    """The villages with their share of all voters, the rounding with the largest remainders."""
    sizes = _held(ground)
    held = sum(sizes.values())
    shares = {village: count * WHOLE // held for village, count in sizes.items()}
    left = WHOLE - sum(shares.values())
    largest = sorted(sizes, key=lambda village: -(sizes[village] * WHOLE % held))
    return {village: count + (village in largest[:left]) for village, count in shares.items()}


def _some(ground: Ground) -> dict[str, int]:
    sizes = _held(ground)
    own = ground.stations[0]
    near = [village for village in sizes if village.startswith(own.kecamatan)][:NEAR]
    far = [village for village in sizes if village.startswith(ground.finished)][:FAR]
    return {village: sizes[village] if village == own.village else FEW for village in near + far}


def _held(ground: Ground) -> Counter[str]:
    sizes: Counter[str] = Counter()
    for station in ground.stations:
        sizes[station.village] += station.men + station.women
    return sizes


def _file(sizes: Mapping[str, int], seed: int) -> bytes:
    """The list as CSV; one row in four hundred has an error, as real lists do."""
    rows = (
        population.as_row(person)
        for village, count in sizes.items()
        for person in population.village(village, count, seed, VOTING_DAY)
    )
    text = io.StringIO()
    population.write_rows(text, (row for row, _planted in population.plant(rows, 400, seed)))
    return text.getvalue().encode()
