"""The walk of a whole chain: its days, its files and the acts of its people, each one noted."""

import io
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from jurdil.kernel import clock
from jurdil.kernel.actions import office as office_acts
from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.imports import staging
from jurdil.kernel.viewer import Viewer, system_viewer
from jurdil.project.demo import population
from jurdil.voters import actions, revising
from jurdil.voters.jobs import take_in_all
from jurdil.voters.models import PemilihVersi, Revisi, Sumber, Usulan
from jurdil.voters.proposing import Evidence, Proposal
from jurdil.voters.revising import SAME
from tests.voters import chain_ground as ground

SIZES = dict(zip(ground.VILLAGES, (110, 40, 40, 30), strict=True))
SEED = 7
ACTIVE = PemilihVersi.Status.ACTIVE


@dataclass
class Journal:
    """What acts did to the list of each village since the last revision, by person."""

    came: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    gone: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    changed: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def told(self, village: str) -> tuple[set[int], set[int], set[int]]:
        return self.came[village], self.gone[village], self.changed[village]

    def carried_out(self, done: Usulan) -> None:
        """Note what an accepted proposal did."""
        result = done.result
        assert done.state == "diterima"
        assert result is not None
        person = result.pemilih_id
        if done.kind in ("baru", "pulih"):
            self.came[done.village].add(person)
        elif done.kind == "tms":
            self.gone[done.village].add(person)
        elif done.kind == "ubah":
            self.changed[done.village].add(person)
        elif result.village != done.village:
            self.gone[done.village].add(person)
            self.came[result.village].add(person)


@dataclass
class Walk:
    """The people who walk the chain, the days they do it on, and what they did."""

    election: int
    begins: datetime
    by: Viewer
    second: Viewer
    journal: Journal = field(default_factory=Journal)

    def on(self, day: int) -> None:
        """Set the training clock to a day of the walk."""
        office = system_viewer("73.12", "kpu")
        office_acts.set_training_clock(by=office, legal=self.begins + timedelta(days=day))

    def bring(self, rows: list[list[str]], kind: str = "dp4") -> Sumber:
        """Take a source list in the way the office does: read, preview, publish, take in."""
        text = io.StringIO()
        population.write_rows(text, rows)
        about = self.by.about(self.election)
        content = text.getvalue().encode()
        batch = staging.open_batch(
            about,
            kind="daftar-pemilih",
            name=f"{kind}.csv",
            content=content,
            options={"jenis": kind},
        )
        batch = staging.read_now(batch.pk)
        assert batch.state == "pratinjau", batch.faults
        publish_import(by=about, batch_id=batch.pk)
        source = Sumber.objects.get(batch=batch)
        take_in_all.func(source.pk)
        return source

    def propose(self, kind: str, version: PemilihVersi | None, **given) -> Usulan:
        """Propose at the office's desk."""
        village = given.pop("village", version.village if version else "")
        values = {"source": "kantor", "evidence": Evidence("surat keterangan", "1"), **given}
        wanted = Proposal(kind=kind, village=village, voter=version, **values)
        return actions.propose(by=self.by, election_id=self.election, wanted=wanted)

    def accept(self, proposal: Usulan) -> Usulan:
        """Accept by the second person, and note what it did."""
        done = actions.accept(by=self.second, proposal_id=proposal.pk, note="Sesuai bukti")
        self.journal.carried_out(done)
        return done

    def do(self, kind: str, version: PemilihVersi | None, **given) -> Usulan:
        """Propose and accept."""
        return self.accept(self.propose(kind, version, **given))


def people(village: str) -> list[list[str]]:
    """The rows of a village of the DP4."""
    on = clock.today() + timedelta(days=60)
    found = population.village(village, SIZES[village], SEED, on)
    return [population.as_row(person) for person in found]


def present(village: str, **where) -> list[PemilihVersi]:
    """The active voters of a village in the order of their list."""
    rows = PemilihVersi.objects.filter(village=village, until_rev__isnull=True, status=ACTIVE)
    return list(rows.filter(**where).order_by("tps", "sort_key", "pk"))


def pictured(rows) -> list[tuple]:
    """What a list says of its voters, to compare with the same list later."""
    return sorted((row.pemilih_id, row.tps, *(getattr(row, name) for name in SAME)) for row in rows)


@dataclass(frozen=True)
class Stood:
    """How the lists stood when a revision was determined: the day, the rows of every village."""

    revision: Revisi
    day: int
    lists: dict[str, list[tuple]]


def stood(revision: Revisi, day: int) -> Stood:
    """Picture the lists as they stand now."""
    lists = {village: pictured(present(village)) for village in ground.VILLAGES}
    return Stood(revision, day, lists)


def listed(village: str, rev: int) -> list[tuple]:
    """The list of a village after one of its changes, pictured alike."""
    return pictured(revising.at(village, rev).filter(status=ACTIVE))
