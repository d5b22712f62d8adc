"""A list of a million voters in a large regency, for the bench of voters."""

import hashlib
import io
import random
import threading
from collections.abc import Iterator
from datetime import date
from time import perf_counter, sleep

from django.core.management.color import no_style
from django.db import connection, transaction

from bench.grounds.regency import REGENCY, Regency
from bench.table import Took, Watch
from jurdil.kernel import clock
from jurdil.kernel.actions import accounts
from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.acts import performing
from jurdil.kernel.imports import staging
from jurdil.kernel.models import Account, Election
from jurdil.kernel.viewer import Viewer, system_viewer
from jurdil.places import queries as places
from jurdil.project.demo import population
from jurdil.voters import changing, lists, queries, revising
from jurdil.voters.actions.proposals import propose
from jurdil.voters.jobs import take_in_all
from jurdil.voters.models import (
    DaftarDesa,
    NamaKata,
    Pemilih,
    PemilihVersi,
    Perubahan,
    Revisi,
    Sumber,
)
from jurdil.voters.people import Elements
from jurdil.voters.proposing import Proposal
from jurdil.voters.queries import Filter

VILLAGES, EACH, ROUNDS = 350, 2858, 40
DAY = date(2024, 2, 14)
FIRST = f"{REGENCY}.90.0001"
"""Villages of the large list have codes that no region has; the imported list has real ones."""
OPERATORS = 10


class Roll(Regency):
    """An office with a list of `VILLAGES` x `EACH` voters."""

    def __init__(self) -> None:
        self._found()
        self.numbers: list[str] = []
        self._fill_first()
        self._carry_on()

    def _fill_first(self) -> None:
        """One village as its people come in, through the steps that acts take."""
        people = list(population.village(FIRST, EACH, 1, DAY))
        self.numbers = [person.nik for person in people]
        names = ("nkk", "nik", "nama", "tempat_lahir", "tanggal_lahir", "status_kawin")
        rest = ("jenis_kelamin", "alamat", "rt", "rw", "disabilitas", "ktp_el", "keterangan")
        new = [
            changing.NewVoter(
                Elements(**dict(zip(names + rest, population.as_row(person)[1:], strict=False))),
                tps=f"{FIRST}/{number * 10 // EACH + 1:03}",
            )
            for number, person in enumerate(people)
        ]
        with transaction.atomic(), performing("bench"):
            change = changing.begin(self.by, FIRST, source="bench")
            changing.add(change, new)

    def _carry_on(self) -> None:
        """The other villages, copied by the database with persons and numbers of their own."""
        villages = [f"{REGENCY}.90.{number + 1:04}" for number in range(1, VILLAGES)]
        DaftarDesa.objects.bulk_create(DaftarDesa(path=path, rev=1) for path in villages)
        now = clock.now()
        Perubahan.objects.bulk_create(
            Perubahan(village=v, rev=1, source="bench", legal_at=now, real_at=now, account_name="-")
            for v in villages
        )
        for number, village in enumerate(villages, 1):
            with connection.cursor() as cursor:
                _copy(cursor, number, village)
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), [Pemilih]):
                cursor.execute(statement)
            cursor.execute("ANALYZE")

    def questions(self) -> dict[str, tuple[list[Took], str]]:
        """Seconds of each way to ask, with its target."""
        chance = random.Random(1)
        known = [(chance.choice(self.numbers),) for _ in range(ROUNDS * 5)]
        texts = [("muh rahman",), ("siti",), ("andi nur",), ("zz",), ("syamsul bahri",)]
        pages = [(wanted, after) for wanted in _filters() for after in (None, *self._depths())]
        queries.voters(self.by, *pages[0])
        return {
            "NIK lookup": (_each(queries.by_number, self.by, known), "< 5 ms"),
            "filtered page, first to last": (_each(queries.voters, self.by, pages), "< 50 ms"),
            "name search": (_each(queries.by_name, self.by, texts * 8), "< 100 ms"),
        }

    def _depths(self) -> list[tuple[int]]:
        top = PemilihVersi.objects.order_by("-pk").values_list("pk", flat=True)[0]
        return [(top * tenth // 10 - 1,) for tenth in (1, 5, 10)]

    def revisions(self) -> dict[str, tuple[list[Took], str]]:
        """The difference of two revisions of a village, and its list on paper."""
        first, second = self._revision("dps"), self._revision("dpt")
        with transaction.atomic(), performing("bench"):
            revising.fix(first, FIRST)
            present = PemilihVersi.objects.filter(village=FIRST, until_rev__isnull=True)
            change = changing.begin(self.by, FIRST, source="bench")
            changing.amend(change, present[:400], {"address": "DUSUN BARU"})
            before = revising.fixed(first, FIRST)
            row = revising.fix(second, FIRST)
        asked = lists.Asked("kpu", "Bench")
        apart = _rounds(lambda: revising.difference(FIRST, before or 0, row.as_of), 10)
        assert len(revising.difference(FIRST, before or 0, row.as_of).changed) == 400
        made = _rounds(lambda: lists.make(second, FIRST, "Bench", asked), 2)
        return {
            f"difference of two revisions, village of {EACH}": (apart, "< 1 s"),
            f"printed DPT of a village of {EACH}": (made, "< 2 s"),
        }

    def _revision(self, kind: str) -> Revisi:
        return Revisi.objects.create(
            election=self.election, kind=kind, path=REGENCY, opened_at=clock.now()
        )

    def file(self, rows: int) -> bytes:
        """A source list of the real villages, 1 row in about 300 with a planted error."""
        villages = [place.path for place in places.villages(self.by, REGENCY)]
        each = -(-rows // len(villages))
        out = io.StringIO()
        out.write(",".join(population.HEADER) + "\n")
        left = rows
        for village in villages:
            people = population.village(village, min(each, left), 7, DAY)
            for row, _planted in population.plant((population.as_row(p) for p in people), 300, 5):
                out.write(",".join(f'"{cell}"' for cell in row) + "\n")
            left -= min(each, left)
        return out.getvalue().encode()

    def bring(self, content: bytes) -> Iterator[tuple[str, Took]]:
        """Read, confirm and take a file in; the name and the seconds of each step."""
        watch = Watch()
        batch = staging.open_batch(
            self.by,
            kind="daftar-pemilih",
            name="dp4.csv",
            content=content,
            options={"jenis": "dp4"},
        )
        batch = staging.read_now(batch.pk)
        assert batch.state == "pratinjau", batch.faults[:3]
        yield "read, checked and staged", watch.took()
        watch = Watch()
        publish_import(by=self.by, batch_id=batch.pk)
        yield "confirmed", watch.took()
        watch = Watch()
        take_in_all.func(Sumber.objects.get(batch=batch).pk)
        yield "taken in by villages", watch.took()


def _filters() -> list[Filter]:
    return [
        Filter(REGENCY),
        Filter(FIRST),
        Filter(REGENCY, sex="P"),
        Filter(REGENCY, born_after=date(2005, 1, 1)),
        Filter(REGENCY, kind="disabilitas"),
        Filter(REGENCY, kind="tanpa-ktp"),
        Filter(REGENCY, kind="jebakan"),
        Filter(REGENCY, kind="tms"),
    ]


def _each(way, viewer: Viewer, asked: list[tuple]) -> list[Took]:
    found = []
    for one in asked:
        watch = Watch()
        way(viewer, *one)
        found.append(watch.took())
    return found


def _rounds(way, count: int) -> list[Took]:
    found = []
    for _ in range(count):
        watch = Watch()
        way()
        found.append(watch.took())
    return found


def _copy(cursor, number: int, village: str) -> None:
    shift = number * EACH
    prefix = hashlib.sha256(village.encode()).hexdigest()[:8]
    cursor.execute(
        f"INSERT INTO {Pemilih._meta.db_table} (id, salt) SELECT id + %s, salt"
        f" FROM {Pemilih._meta.db_table} WHERE id <= %s",
        [shift, EACH],
    )
    own = {
        "pemilih_id": ("pemilih_id + %s", shift),
        "village": ("%s", village),
        "tps": ("%s || substr(tps, 14)", village),
        "nik_index": ("%s || substr(nik_index, 9)", prefix),
        "nkk_index": ("%s || substr(nkk_index, 9)", prefix),
    }
    names = [f.column for f in PemilihVersi._meta.concrete_fields if f.name != "id"]
    cursor.execute(
        f"INSERT INTO {PemilihVersi._meta.db_table} ({', '.join(names)})"
        f" SELECT {', '.join(own[n][0] if n in own else n for n in names)}"
        f" FROM {PemilihVersi._meta.db_table} WHERE village = %s",
        [own[n][1] for n in names if n in own] + [FIRST],
    )
    cursor.execute(
        f"INSERT INTO {NamaKata._meta.db_table} (word, village, pemilih_id)"
        f" SELECT word, %s, pemilih_id + %s FROM {NamaKata._meta.db_table} WHERE village = %s",
        [village, shift, FIRST],
    )


def operate(seconds: float, ready, stop) -> list[float]:
    """Ten operators, each proposing a change once a second until `stop`; how long each waited."""
    election = Election.objects.get().pk
    waits: list[float] = []
    people = list(PemilihVersi.objects.filter(village=FIRST, until_rev__isnull=True)[:1000])
    operators = [_operator(number) for number in range(OPERATORS)]
    threads = [
        threading.Thread(target=_propose, args=(by, election, people[n::OPERATORS], stop, waits))
        for n, by in enumerate(operators)
    ]
    ready.set()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(seconds)
    return waits


def _operator(number: int) -> Viewer:
    made: Account = accounts.create_account(
        by=system_viewer(REGENCY, "kpu"),
        username=f"bench{number}",
        name=f"Operator {number}",
        password="sandi-contoh-2024",
    )
    return Viewer("operator", REGENCY, "kpu", made.name, made.pk)


def _propose(by: Viewer, election: int, people, stop, waits: list[float]) -> None:
    for number, voter in enumerate(people):
        if stop.is_set():
            break
        begin = perf_counter()
        wanted = Proposal("ubah", "kantor", voter.village, voter, {"alamat": f"DUSUN {number}"})
        propose(by=by, election_id=election, wanted=wanted)
        waits.append(perf_counter() - begin)
        sleep(max(0.0, 1 - waits[-1]))
    connection.close()
