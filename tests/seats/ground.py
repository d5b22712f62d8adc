"""An office with an election whose dapil, ballots and votes are there, ready to share out seats."""

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer, system_viewer
from jurdil.law.rules import lists
from jurdil.parties import actions as parties
from jurdil.parties.records import LIST, Entry
from jurdil.places import actions as places
from jurdil.places.known import known_dapil
from jurdil.places.models import Region
from jurdil.places.records import NewDapil
from jurdil.results import actions as results
from jurdil.results.shapes import shape_of
from jurdil.results.writing import Source, put_figures
from jurdil.seats import actions as seats
from jurdil.seats.models import Paw, Perhitungan, Rancangan
from tests import factories
from tests.places import ground as places_ground
from tests.results import ground

CONTEST = "dprd-kab"
SEXES = "LPLLPLLLPL"

Lists = Mapping[str, list[int]]
"""Votes of the candidates of each party, by its short name, in ballot order."""


def office() -> Viewer:
    """The chair, whose rights cover everything that the tests of this room do but the routine."""
    return factories.viewer("ketua")


def soppeng(regime: str = "pemilu-2019") -> tuple[Election, tuple[NewDapil, ...]]:
    """The house of Soppeng with an election and its real dapil of 2019."""
    factories.office()
    places_ground.regions()
    held = factories.election(regime, contests=[CONTEST])
    known = known_dapil("pemilu-2019", CONTEST, "73.12")
    places.set_dapil(
        by=factories.viewer(),
        election_id=held.pk,
        contest=CONTEST,
        rows=known.rows,
        basis=known.basis,
        confirmed=known.confirmed,
    )
    return held, known.rows


def one_dapil(seats: int, votes: Lists, regime: str = "pemilu-2019") -> Election:
    """A house whose only dapil is the first kecamatan."""
    factories.office()
    places_ground.regions()
    held = factories.election(regime, contests=[CONTEST])
    places.set_dapil(
        by=factories.viewer(),
        election_id=held.pk,
        contest=CONTEST,
        rows=[NewDapil("1", "Contoh 1", seats, ("73.12.01",))],
        basis="contoh",
        confirmed=True,
    )
    bring(held, "1", "73.12.01", votes)
    return held


def bring(held: Election, dapil: str, kecamatan: str, votes: Lists) -> None:
    """Register the ballot of a dapil and bring in all its votes as one form."""
    register(held, dapil, {name: len(people) for name, people in votes.items()})
    bring_forms(held, {tps(kecamatan): votes})


def bring_forms(held: Election, forms: Mapping[str, Lists]) -> None:
    """Bring in forms, TPS by TPS."""
    sizes = {n: len(people) for n, people in enumerate(next(iter(forms.values())).values(), 1)}
    rows = {path: figures(list(votes.values())) for path, votes in forms.items()}
    ground.bring(held, "c-hasil", ground.sheet(lists(sizes), rows), contest=CONTEST)


def register(held: Election, dapil: str, sizes: Mapping[str, int]) -> None:
    """The ballot: parties in order, candidates with generated names and both sexes."""
    parties.register(
        by=factories.viewer(),
        election_id=held.pk,
        entries=tuple(
            Entry(
                CONTEST,
                LIST,
                n,
                f"Partai {name}",
                name,
                dapil,
                k,
                f"Calon {name} {k}",
                SEXES[k - 1],
            )
            for n, (name, size) in enumerate(sizes.items(), 1)
            for k in range(1, size + 1)
        ),
    )


def figures(votes: Iterable[list[int]]) -> dict[str, int]:
    """The figures of a form: logo votes none, candidates, totals."""
    found: dict[str, int] = {}
    for n, people in enumerate(votes, 1):
        found[f"partai_{n}"] = 0
        found |= {f"partai_{n}_calon_{k}": count for k, count in enumerate(people, 1)}
        found[f"partai_{n}_jumlah"] = sum(people)
    found["suara_sah"] = sum(sum(people) for people in votes)
    return found


def tps(kecamatan: str, number: int = 1) -> str:
    """A TPS of the first village of a kecamatan."""
    village = Region.objects.filter(path__within=kecamatan, level=4).order_by("path")[0]
    return f"{village.path}/{number:03d}"


def determined(held: Election) -> None:
    """Determine the votes of the regency, so that seats may follow."""
    results.freeze_recap(
        by=factories.viewer("ketua"),
        election_id=held.pk,
        contest=CONTEST,
        path=held.path,
        title="BA hasil",
    )


def real_votes(shared: Path) -> dict[str, dict[str, tuple[int, int]]]:
    """DPRD Kabupaten Soppeng 2019: dapil -> party -> (votes, seats won)."""
    found: dict[str, dict[str, tuple[int, int]]] = {}
    with (shared / "soppeng/dprd-2019-votes-and-seats.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            won = int(row["votes"]), int(row["seats_won"])
            found.setdefault(row["dapil"], {})[row["party"]] = won
    return found


def counted(held: Election, kecamatan: str) -> Perhitungan:
    """The seats of a dapil of one kecamatan in any house, from one form."""
    keeper = system_viewer(held.path, "kpu")
    places.set_dapil(
        by=keeper,
        election_id=held.pk,
        contest=CONTEST,
        rows=[NewDapil("1", "Contoh 1", 3, (kecamatan,))],
        basis="contoh",
        confirmed=True,
    )
    bring(held, "1", kecamatan, {"A": [300, 200], "B": [250, 10]})
    seats.count_seats(by=keeper, election_id=held.pk, contest=CONTEST)
    return Perhitungan.objects.get()


def requested(held: Election, run: Perhitungan) -> Paw:
    """A request for the name that replaces the first of the first party."""
    return seats.register_paw(
        by=system_viewer(held.path, "kpu"),
        election_id=held.pk,
        contest=CONTEST,
        dapil=run.dapil,
        party="1",
        number=1,
        reason="mundur",
        letter="170/DPRD/2024",
        received=date(2024, 10, 1),
        term_ends=date(2029, 9, 30),
    )


def drafted(held: Election) -> Rancangan:
    """A draft of two dapil over a made-up population."""
    keeper = system_viewer(held.path, "kpu")
    paths = sorted(Region.objects.filter(level=3).values_list("path", flat=True))
    people = {path: 30_000 + 1_000 * at for at, path in enumerate(paths)}
    seats.record_population(by=keeper, election_id=held.pk, source="contoh", people=people)
    halves = (paths[:4], paths[4:])
    return seats.draft_dapil(
        by=keeper,
        election_id=held.pk,
        contest=CONTEST,
        title="Dua dapil",
        dapil=[
            {"code": str(n), "name": f"Contoh {n}", "parts": parts}
            for n, parts in enumerate(halves, 1)
        ],
    )


def bring_by_hand(held: Election, votes: Lists) -> None:
    """Change the figures of the first kecamatan's form behind every act, as with SQL."""
    path = tps("73.12.01")
    shape = shape_of(held.pk, CONTEST, "1")
    put_figures(
        system_viewer(held.path, "kpu"),
        shape,
        {path: figures(list(votes.values()))},
        Source("putusan", reason="contoh"),
        held.path,
    )
