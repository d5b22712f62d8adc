"""A sample for every named URL: how to reach it, what it needs, what lies outside.

`test_urls` (and the browser walk) derive their requests from the URLconf; a URL without a line
here fails. A room adds its lines at the end of this file::

    sample("places:tps", "places.view", lambda world, kecamatan: {"path": world.tps(kecamatan)})

The maker of the arguments is called with kecamatan X and with kecamatan Y: whoever works in X gets
404 for Y. `unscoped` says in words why a URL with arguments belongs to no place.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from jurdil.kernel import clock, decisions, outbox, who
from jurdil.kernel.actions import accounts, documents
from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.actions.tasks import raise_task
from jurdil.kernel.exchange import arriving
from jurdil.kernel.imports import staging
from jurdil.kernel.models import (
    Account,
    Decision,
    Document,
    Election,
    Grant,
    ImportBatch,
    LedgerEntry,
    Office,
    Parcel,
    ScheduleVersion,
    SyncEvent,
    Task,
)
from jurdil.kernel.photos import Photo
from jurdil.kernel.roles import KPU, ROLES
from jurdil.kernel.viewer import Viewer, system_viewer
from jurdil.law.text import Text
from jurdil.meetings import codes as meeting_codes
from jurdil.meetings.models import Meeting
from jurdil.oversight import actions as oversight
from jurdil.oversight.models import TpsFlag
from jurdil.parties import actions as parties
from jurdil.parties.models import Candidate
from jurdil.parties.records import PAIR, Entry
from jurdil.places import actions as places
from jurdil.places.models import Region
from jurdil.places.records import NewTps
from jurdil.results import actions as results
from jurdil.results import datasets
from jurdil.results.actions import plenary
from jurdil.results.models import Tinjauan, Ulang
from jurdil.seats.models import Paw, Perhitungan, Rancangan
from jurdil.stages import actions as stages
from jurdil.stages import store
from jurdil.stages.records import Span
from jurdil.voters import doubles, proposing
from jurdil.voters.coklit import preparing
from jurdil.voters.models import (
    Akses,
    Ganda,
    Kiriman,
    Kunjungan,
    LokasiKhusus,
    PemilihVersi,
    Revisi,
    RumahCoklit,
    Sumber,
    Triwulan,
    UjiPetik,
    Usulan,
)
from jurdil.voters.pdpb import quarters
from jurdil.voters.proposing import Proposal
from tests import factories
from tests.kernel import exchange_ground
from tests.kernel.sample_room.notes import NOTES
from tests.meetings import ground as meetings
from tests.office import ground as office_ground
from tests.outreach import ground as outreach_ground
from tests.outreach.participation import ground as participation
from tests.oversight import advice_samples as advices
from tests.oversight import case_samples as case_rows
from tests.oversight import dispute_ground as disputes
from tests.oversight import ground as risks
from tests.oversight import lhp_samples as lhps
from tests.oversight import money_ground as moneys
from tests.oversight import neutral_ground as neutrals
from tests.oversight import ruling_samples as rulings
from tests.reporting import ground as reporting
from tests.seats import ground as seats
from tests.voters import chain_sample as voter_chain
from tests.voters import people as voters
from tests.writes import setting_up

REGENCY, X, Y = "73.12", "73.12.01", "73.12.02"
CONTESTS = ["ppwp", "dpr", "dpd", "dprd-prov", "dprd-kab"]


@dataclass
class World:
    """An office (KPU or Bawaslu) of Soppeng with regions, an election, and TPS in X and in Y."""

    house: str = KPU
    office: Office = field(init=False)
    election: Election = field(init=False)

    def __post_init__(self):
        self.office = factories.office(self.house, REGENCY)
        places.set_up_regions(by=self.keeper, regency=REGENCY)
        self.election = factories.election(contests=CONTESTS)
        rows = tuple(NewTps(self.village(kecamatan), 1) for kecamatan in (X, Y))
        places.add_tps_list(
            by=self.keeper, election_id=self.election.pk, rows=rows, reason="Penetapan"
        )

    @property
    def keeper(self) -> Viewer:
        """Somebody with every right in the whole office."""
        return system_viewer(REGENCY, self.house)

    def village(self, kecamatan: str) -> str:
        """The first village of a kecamatan."""
        return Region.objects.filter(path__within=kecamatan, level=4).order_by("path")[0].path

    def revote(self, kecamatan: str) -> int:
        """A proposed re-vote at the TPS of a kecamatan."""
        path = self.tps(kecamatan)
        known = Ulang.objects.filter(path=path).first()
        made = known or results.propose_revote(
            by=self.keeper,
            election_id=self.election.pk,
            path=path,
            kind="psu",
            contests=["ppwp"],
            ground="psu-tanpa-ktp-el",
            source="ptps",
            story="Contoh",
        )
        return made.pk

    @cached_property
    def dispute(self) -> int:
        """A dispute of the whole office."""
        made = results.file_dispute(
            by=self.keeper,
            election_id=self.election.pk,
            contest="ppwp",
            forum="mk",
            petitioner="lain",
            claim="Contoh permohonan",
            filed_on=datetime(2024, 3, 23, 9, tzinfo=UTC),
        )
        return made.pk

    def voter(self, kecamatan: str) -> int:
        """A voter of a kecamatan."""
        village = self.village(kecamatan)
        known = PemilihVersi.objects.filter(village=village, until_rev__isnull=True).first()
        if known is None:
            known = voters.enlist(voters.elements(), voters.elements(), village=village)[0]
        return known.pemilih_id

    @cached_property
    def source(self) -> int:
        """A source list of the whole office, taken in."""
        content = b"kode_wilayah,nik,nama,tanggal_lahir,jenis_kelamin\n"
        row = f"{self.village(X)},990101020380{9000:04},Contoh,02-03-1980,L\n"
        batch = staging.open_batch(
            self.keeper.about(self.election.pk),
            kind="daftar-pemilih",
            name="contoh.csv",
            content=content + row.encode(),
            options={"jenis": "dp4"},
        )
        staging.read_now(batch.pk)
        publish_import(by=self.keeper, batch_id=batch.pk)
        return Sumber.objects.get(batch=batch).pk

    def access(self, kecamatan: str) -> int:
        """A list of a kecamatan opened to an overseer."""
        if known := Akses.objects.filter(path=kecamatan).first():
            return known.pk
        role = "pengawas" if self.house == KPU else "bw-ketua"
        granted = Grant.objects.filter(role=role).first()
        holder = granted.account if granted else self.person(role, REGENCY)
        with setting_up():
            made = Akses.objects.create(
                holder=holder,
                holder_name="Contoh",
                path=kecamatan,
                purpose="uji petik",
                reference="012/2024",
                until=date(2099, 1, 1),
                granted_name="Contoh",
                granted_at=datetime(2024, 2, 1, tzinfo=UTC),
            )
        return made.pk

    def quarter(self) -> Revisi:
        """A quarter of the voter update, with routine work at this office."""
        if known := Revisi.objects.filter(kind=Revisi.Kind.PDPB).first():
            return known
        for kecamatan in (X, Y):
            self.voter(kecamatan)
        routine = Election.objects.filter(regime="rutin").first() or factories.election(
            "rutin", voting_day=None, contests=[]
        )
        with setting_up():
            made = quarters.begin(self.keeper, routine, "2026-TW4", "uji")
            Triwulan.objects.create(revision=made)
        return made

    @cached_property
    def chain(self) -> Revisi:
        """A DPS of the election, determined; villages of X and Y are fixed in it and in the DPT.

        The office has let the DPT go, so that lists go on changing in the other samples.
        """
        return voter_chain.determined(self.keeper, self.election, [self.voter(X), self.voter(Y)])

    def transfer(self, kecamatan: str) -> int:
        """A voter of a kecamatan who votes in another regency."""
        return voter_chain.transfer(self.election, self.chain, self.voter(kecamatan))

    def mark(self, kecamatan: str) -> int:
        """A mark beside a voter of a kecamatan."""
        return voter_chain.mark(self.chain, self.voter(kecamatan))

    def comment(self, kecamatan: str) -> int:
        """A comment on the DPS from a kecamatan."""
        return voter_chain.comment(self.chain, self.village(kecamatan))

    def delivery(self) -> int:
        """A letter of an agency."""
        held = self.quarter()
        if known := Kiriman.objects.first():
            return known.pk
        with setting_up():
            return Kiriman.objects.create(
                revision=held,
                agency="dukcapil",
                claim="tms:meninggal",
                letter="470/1/2026",
                letter_day=date(2026, 10, 1),
                received_on=date(2026, 10, 2),
                account_name="Contoh",
                path=held.path,
            ).pk

    def visit(self, kecamatan: str) -> int:
        """A visit to a voter of a kecamatan."""
        held, voter = self.quarter(), self.voter(kecamatan)
        with setting_up():
            return Kunjungan.objects.get_or_create(
                revision=held,
                pemilih_id=voter,
                result="",
                defaults={"village": self.village(kecamatan), "why": "meninggal"},
            )[0].pk

    def spot_check(self, kecamatan: str) -> int:
        """A spot check of the list that was opened."""
        voter = PemilihVersi.objects.filter(pemilih=self.voter(kecamatan)).latest("pk")
        village = self.village(kecamatan)
        with setting_up():
            made = UjiPetik.objects.create(
                access_id=self.access(kecamatan),
                path=village,
                seed="contoh",
                size=1,
                strata={village: 1},
                drawn=[[village, f"{village}#1", voter.pk]],
                made_at=datetime(2024, 2, 1, tzinfo=UTC),
            )
        return made.pk

    def voters_village(self, kecamatan: str) -> str:
        """A village of a kecamatan with voters."""
        self.voter(kecamatan)
        return self.village(kecamatan)

    def voter_proposal(self, kecamatan: str) -> int:
        """A proposal about a voter of a kecamatan."""
        village = self.village(kecamatan)
        if known := Usulan.objects.filter(village=village).first():
            return known.pk
        version = PemilihVersi.objects.filter(pemilih=self.voter(kecamatan)).latest("pk")
        wanted = Proposal("ubah", "kantor", village, voter=version, elements={"rt": "009"})
        with setting_up():
            return proposing.propose(self.keeper, self.election, wanted).pk

    def special_site(self, kecamatan: str) -> int:
        """A special location of a kecamatan for which TPS are asked."""
        village = self.voters_village(kecamatan)
        known = LokasiKhusus.objects.filter(village=village)
        if not known.exists():
            with setting_up():
                LokasiKhusus.objects.create(
                    election=self.election,
                    village=village,
                    kind="lapas",
                    name="Rutan Contoh",
                    asked_by="Kepala rutan",
                    letter="7/R",
                    letter_day=clock.today(),
                    expected=40,
                    noted_at=clock.now(),
                    account_name="contoh",
                )
        return known.latest("pk").pk

    def coklit(self, kecamatan: str) -> RumahCoklit:
        """A household of a kecamatan that coklit visits."""
        village = self.voters_village(kecamatan)
        known = RumahCoklit.objects.filter(village=village)
        if not known.exists():
            with setting_up():
                preparing.prepare(self.election, village)
        return known.order_by("pk")[0]

    def double(self, kecamatan: str) -> int:
        """Two voters of a kecamatan who may be one person."""
        village = self.village(kecamatan)
        if known := Ganda.objects.filter(path=village).first():
            return known.pk
        one = voters.elements()
        first, second = voters.enlist(one, one, village=village)
        with setting_up():
            doubles.look_for([first, second])
        return Ganda.objects.get(path=village).pk

    def tps(self, kecamatan: str) -> str:
        """A TPS of a kecamatan."""
        return f"{self.village(kecamatan)}/001"

    def place_of(self, role: str) -> str:
        """Where a role works in this world: the regency, or X and places inside it."""
        places_by_depth = {2: REGENCY, 3: X, 4: self.village(X), 5: self.tps(X)}
        return places_by_depth[ROLES[role].depth]

    @cached_property
    def parcel(self) -> Parcel:
        """A package that another office sent."""
        exchange_ground.known()
        other = exchange_ground.OtherHouse("kpu" if self.house != KPU else "bawaslu")
        other.introduced()
        answer = arriving.from_stick(self.keeper, other.package())
        if answer.parcel is None:
            raise AssertionError(answer.code)
        return answer.parcel

    @cached_property
    def held_package(self) -> int:
        """A file from a stick that is no package."""
        answer = arriving.from_stick(self.keeper, b"bukan paket")
        if answer.held is None:
            raise AssertionError(answer.code)
        return answer.held.pk

    def person(self, role: str, path: str) -> Account:
        """An account with one role at a place."""
        return factories.account(role, path)

    @cached_property
    def _grants(self) -> dict[str, Grant]:
        return {}

    def grant(self, kecamatan: str) -> Grant:
        """A role at the TPS of a kecamatan, in sight of everyone who works above it."""
        if kecamatan not in self._grants:
            role = "kpps" if self.house == KPU else "ptps"
            self._grants[kecamatan] = self.person(role, self.tps(kecamatan)).grants.get()
        return self._grants[kecamatan]

    def entry(self, kecamatan: str) -> LedgerEntry:
        """The ledger entry of that grant."""
        return LedgerEntry.objects.get(subject=f"grant:{self.grant(kecamatan).pk}")

    @cached_property
    def _batches(self) -> dict[str, ImportBatch]:
        return {}

    def batch(self, kecamatan: str) -> ImportBatch:
        """A file brought in for the TPS of a kecamatan."""
        if kecamatan not in self._batches:
            by = system_viewer(self.tps(kecamatan), self.house).about(self.election.pk)
            self._batches[kecamatan] = staging.open_batch(
                by, kind="tps", name="tps.csv", content=b"kode_tps"
            )
        return self._batches[kecamatan]

    @cached_property
    def _papers(self) -> dict[str, Document]:
        return {}

    def paper(self, kecamatan: str) -> Document:
        """A draft that belongs to a TPS of a kecamatan."""
        if kecamatan not in self._papers:
            role = "operator" if self.house == KPU else "bw-sekretariat"
            drafter = self.person(role, REGENCY)
            by = Viewer(role, self.tps(kecamatan), self.house, drafter.name, drafter.pk)
            body = {"opening": ["Contoh."], "points": [], "tables": [], "closing": []}
            self._papers[kecamatan] = documents.draft(by=by, kind="ba", title="Contoh", body=body)
        return self._papers[kecamatan]

    @cached_property
    def check_code(self) -> str:
        """The code of a numbered paper, as anybody may read it off its foot."""
        draft = self.paper(X)
        with setting_up():
            Document.objects.filter(pk=draft.pk).update(
                number="1/BA/CONTOH", dated=date(2024, 2, 1)
            )
        return draft.check_code

    @cached_property
    def candidate_id(self) -> int:
        """A candidate of the presidential ballot."""
        pair = Entry("ppwp", PAIR, 1, "Pasangan Contoh", candidate=1, candidate_name="Calon Contoh")
        parties.register(by=self.keeper, election_id=self.election.pk, entries=(pair,))
        return Candidate.objects.get().pk

    def decision(self, kecamatan: str) -> Decision:
        """A determination of the (still empty) recapitulation of a kecamatan."""
        with setting_up():
            return decisions.freeze(
                kind=datasets.KIND,
                title="BA contoh",
                election_id=self.election.pk,
                stage="",
                path=kecamatan,
                parts=[(f"{datasets.FORMS}ppwp", kecamatan)],
            )

    def review(self, kecamatan: str) -> Tinjauan:
        """Something a detector shows about the form of a TPS of a kecamatan."""
        tps = self.tps(kecamatan)
        with setting_up():
            return Tinjauan.objects.get_or_create(
                key=f"P-7|{tps}|",
                election=self.election,
                contest="ppwp",
                defaults={
                    "path": tps,
                    "code": "P-7",
                    "forms": [tps],
                    "facts": {"lines": 3, "users": 180},
                    "made_at": datetime(2024, 2, 15, tzinfo=UTC),
                },
            )[0]

    @cached_property
    def _sittings(self) -> dict[str, int]:
        return {}

    def sitting(self, kecamatan: str) -> int:
        """A plenary prepared in a kecamatan."""
        if kecamatan not in self._sittings:
            self._sittings[kecamatan] = plenary.prepare_sitting(
                by=self.keeper,
                election_id=self.election.pk,
                path=kecamatan,
                contests=["dpd"],
                venue="Aula contoh",
            ).pk
        return self._sittings[kecamatan]

    @cached_property
    def _photos(self) -> dict[str, int]:
        return {}

    def photo(self, kecamatan: str) -> int:
        """A photo of a form of a TPS of a kecamatan."""
        if kecamatan not in self._photos:
            paper = results.receive_paper(
                by=self.keeper,
                election_id=self.election.pk,
                contest="ppwp",
                path=self.tps(kecamatan),
                kind="foto",
                source="kpps",
                condition="lengkap",
                photo=Photo("c.jpg", "image/jpeg", kecamatan.encode(), (b"\xff\xd8\xff",)),
            )
            self._photos[kecamatan] = paper.pk
        return self._photos[kecamatan]

    def field_event(self, kecamatan: str) -> SyncEvent:
        """A conflict between a phone and the office at the TPS of a kecamatan."""
        outbox.unregister(NOTES.code)
        outbox.register(NOTES)
        tps = self.tps(kecamatan)
        worker = self.person("operator" if self.house == KPU else "bw-sekretariat", REGENCY)
        seen = datetime(2024, 2, 13, 9, tzinfo=UTC)
        key = uuid5(NAMESPACE_OID, tps)
        event = outbox.FieldEvent(key, NOTES.code, tps, 1, {"note": "a"}, seen, "hp", "1")
        key_id, sealed = outbox.seal(event, {"note": "b"})
        with setting_up():
            return SyncEvent.objects.get_or_create(
                pk=key,
                defaults={
                    "kind": event.kind,
                    "subject": tps,
                    "path": tps,
                    "base": event.base,
                    "revision": 2,
                    "key_id": key_id,
                    "sealed": sealed,
                    "captured_at": seen,
                    "received_at": seen,
                    "clock_gap": event.clock_gap,
                    "device": event.device,
                    "app": event.app,
                    "worker": worker,
                    "worker_name": worker.name,
                    "sender": worker,
                    "outcome": SyncEvent.Outcome.CONFLICT,
                },
            )[0]

    @cached_property
    def schedule(self) -> ScheduleVersion:
        """A schedule of one stage for the election."""
        span = Span(
            stage="rekap-kabko",
            parent="",
            order=0,
            name=Text("Rekapitulasi di kabupaten/kota", "Recapitulation at the regency"),
            level="kabko",
            division="teknis",
            opens=datetime(2024, 2, 17, tzinfo=UTC),
            closes=datetime(2024, 3, 5, tzinfo=UTC),
            trigger=(),
            basis="PKPU 5/2024",
            confirmed=True,
        )
        with setting_up():
            return store.write_version(self.election, [span], basis="PKPU 3/2022", reason="")

    @cached_property
    def seats(self) -> Perhitungan:
        """The seats of a dapil, calculated from one form."""
        return seats.counted(self.election, X)

    @cached_property
    def seat_decision(self) -> Decision:
        """A determination of these seats."""
        dataset = f"seats.kursi.{seats.CONTEST}"
        self.seats  # noqa: B018  what is determined must be there
        with setting_up():
            return decisions.freeze(
                kind="seats.kursi",
                title="BA kursi contoh",
                election_id=self.election.pk,
                stage="",
                path=REGENCY,
                parts=[(dataset, REGENCY)],
            )

    @cached_property
    def paw(self) -> Paw:
        """A request for the name that replaces a member."""
        return seats.requested(self.election, self.seats)

    @cached_property
    def dapil_draft(self) -> Rancangan:
        """A draft of dapil over a population."""
        return seats.drafted(self.election)

    def task(self, kecamatan: str) -> Task:
        """A task of a kecamatan."""
        with setting_up():
            return raise_task(
                title="Tugas contoh",
                election_id=self.election.pk,
                path=kecamatan,
                source="stages:stage",
                subject="stage:uji",
            )

    @cached_property
    def body(self) -> Any:
        """An accredited quick count of the office."""
        return participation.sample_body(self.election)

    @cached_property
    def contest(self) -> Any:
        """An announced contest of the office."""
        return participation.sample_contest(self.election)

    @cached_property
    def feed(self) -> str:
        """The secret of a person's calendar feed."""
        grant = self.person("ketua" if self.house == KPU else "bw-ketua", REGENCY).grants.get()
        return stages.make_feed(by=who.viewer_for(grant, self.office)).secret

    @cached_property
    def _meetings(self) -> dict[str, Meeting]:
        return {}

    def meeting(self, kecamatan: str) -> Meeting:
        """A running audience of a kecamatan."""
        if kecamatan not in self._meetings:
            by = system_viewer(kecamatan, self.house)
            self._meetings[kecamatan] = meetings.opened(
                by, self.election, institution=f"Dinas {kecamatan}"
            )
        return self._meetings[kecamatan]

    def second_role(self, account: Account) -> Grant:
        """Another role for a person, to change to."""
        return accounts.grant_role(
            by=self.keeper,
            account_id=account.pk,
            role=account.grants.get().role,
            path=account.grants.get().path,
            valid_from=date(2021, 1, 1),
        )


Maker = Callable[[World, str], dict[str, Any]]


@dataclass(frozen=True)
class Sample:
    """What a named URL needs and answers.

    `right`: code of the matrix, '' for a page open to all. `status`: what GET answers to who may;
    `visitor`: the same for a visitor without account (default: as the right says).
    """

    name: str
    right: str
    make: Maker | None = None
    unscoped: str = ""
    status: int = 200
    visitor: int | None = None
    query: str = ""


SAMPLES: dict[str, Sample] = {}


def sample(name: str, right: str = "", make: Maker | None = None, **more: Any) -> None:
    """Add the sample of a URL. Raises ValueError for a second one of the same name."""
    if name in SAMPLES:
        raise ValueError(f"{name} has two samples")
    SAMPLES[name] = Sample(name, right, make, **more)


def nothing(_world: World, _kecamatan: str) -> dict[str, Any]:
    """No arguments."""
    return {}


def any_number(_world: World, _kecamatan: str) -> dict[str, Any]:
    return {"pk": 1}


# kernel: login and second factors (own account only; a confirmation of the password comes first)
OWN = "the reader's own keys"
sample("account_login", status=302, visitor=200)
sample("account_logout", visitor=302)
sample("account_inactive")
sample("account_reauthenticate", visitor=302)
sample("account_change_password", visitor=302)
sample("mfa_index", visitor=302)
sample("mfa_authenticate", status=302, visitor=302)
sample("mfa_reauthenticate", status=302, visitor=302)
sample("mfa_activate_totp", status=302, visitor=302)
sample("mfa_deactivate_totp", status=404, visitor=302)
sample("mfa_view_recovery_codes", status=404, visitor=302)
sample("mfa_generate_recovery_codes", status=302, visitor=302)
sample("mfa_download_recovery_codes", status=404, visitor=302)
sample("mfa_list_webauthn", visitor=302)
sample("mfa_add_webauthn", status=302, visitor=302)
sample("mfa_login_webauthn", status=302, visitor=302)
sample("mfa_reauthenticate_webauthn", status=302, visitor=302)
sample("mfa_edit_webauthn", "", any_number, unscoped=OWN, status=302, visitor=302)
sample("mfa_remove_webauthn", "", any_number, unscoped=OWN, status=302, visitor=302)

# kernel: office pages
sample("kernel:own", "account.own")
sample("kernel:matrix", "matrix.view")
sample("kernel:people", "account.view")
sample("kernel:account_create", "account.create")
for _name, _right in {
    "person": "account.view",
    "grant": "account.grant",
    "password": "account.password",
    "account_state": "account.state",
    "factors": "account.factor",
}.items():
    sample(
        f"kernel:{_name}",
        _right,
        lambda world, kecamatan: {"account_id": world.grant(kecamatan).account_id},
    )
sample(
    "kernel:grant_end",
    "account.end",
    lambda world, kecamatan: {"grant_id": world.grant(kecamatan).pk},
)
sample("kernel:ledger", "ledger.view")
sample("kernel:ledger_export", "ledger.export")
sample("kernel:ledger_verification", "ledger.view")
sample(
    "kernel:ledger_entry",
    "ledger.view",
    lambda world, kecamatan: {"seq": world.entry(kecamatan).seq},
)
sample("kernel:settings", "office.settings")
sample("kernel:letterhead", "office.letterhead")
sample("kernel:holidays", "office.settings")
sample("kernel:clock", "office.clock")

# kernel: papers
sample("kernel:documents", "document.view")
sample(
    "kernel:document_new",
    "document.draft",
    lambda _world, _kecamatan: {"kind": "ba"},
    unscoped="a kind of paper",
)
for _name, _right in {
    "document": "document.view",
    "document_pdf": "document.view",
    "document_revise": "document.revise",
    "document_external": "document.record_external",
}.items():
    sample(
        f"kernel:{_name}",
        _right,
        lambda world, kecamatan: {"document_id": world.paper(kecamatan).pk},
    )
sample(
    "kernel:document_picture",
    "document.view",
    lambda world, kecamatan: {"document_id": world.paper(kecamatan).pk, "page": 1},
)
sample(
    "kernel:document_step",
    "",
    lambda world, kecamatan: {
        "document_id": world.paper(kecamatan).pk,
        "code": "document.initial_subhead",
    },
    status=405,
)
sample(
    "kernel:check",
    "document.check",
    lambda world, _kecamatan: {"code": world.check_code},
    unscoped="a code that stands on a paper for everyone to check",
)

# kernel: imports
sample("kernel:imports", "import.view")
sample(
    "kernel:import_new",
    "places.add_tps_list",
    lambda _world, _kecamatan: {"code": "tps"},
    unscoped="a kind of file",
)
for _name, _status in {"import": 200, "import_publish": 405, "import_cancel": 405}.items():
    sample(
        f"kernel:{_name}",
        "import.view" if _status == 200 else "",
        lambda world, kecamatan: {"batch_id": world.batch(kecamatan).pk},
        status=_status,
    )

# kernel: field work
sample("kernel:sync", "outbox.receive", visitor=401)
sample(
    "kernel:sync_file",
    "outbox.attach",
    lambda world, kecamatan: {"event_id": world.field_event(kecamatan).pk, "number": 0},
    unscoped="one's own record, which nobody else sees",
    status=404,
    visitor=401,
)
sample("kernel:field_mine", "outbox.mine")
sample("kernel:field_waiting", "outbox.waiting")
sample(
    "kernel:field_decide",
    "outbox.waiting",
    lambda world, kecamatan: {"event_id": world.field_event(kecamatan).pk},
)
sample("kernel:field_handover", "outbox.carry")

# kernel: exchange between offices, which belongs to the whole office


def a_parcel(world: World, _kecamatan: str) -> dict[str, Any]:
    return {"parcel_id": world.parcel.pk}


def a_partner(world: World, _kecamatan: str) -> dict[str, Any]:
    return {"partner_id": world.parcel.partner_id}


def a_partner_key(world: World, kecamatan: str) -> dict[str, Any]:
    return a_partner(world, kecamatan) | {"key_id": 1}


WHOLE_OFFICE = "packages belong to the whole office"
sample("kernel:exchange", "exchange.view")
sample("kernel:exchange_out", "exchange.view")
sample("kernel:exchange_intake", status=405)
sample("kernel:exchange_carry", "exchange.carry")
sample("kernel:parcel", "exchange.view", a_parcel, unscoped=WHOLE_OFFICE)
sample("kernel:parcel_hand", "", a_parcel, unscoped=WHOLE_OFFICE, status=405)
sample("kernel:parcel_receipt", "exchange.view", a_parcel, unscoped=WHOLE_OFFICE)
sample(
    "kernel:held",
    "exchange.view",
    lambda world, _kecamatan: {"held_id": world.held_package},
    unscoped=WHOLE_OFFICE,
)
sample("kernel:partners", "exchange.view")
sample("kernel:partner_new", "exchange.introduce")
sample("kernel:partner", "exchange.view", a_partner, unscoped=WHOLE_OFFICE)
sample("kernel:partner_address", "exchange.address", a_partner, unscoped=WHOLE_OFFICE)
sample("kernel:partner_confirm", "exchange.confirm", a_partner_key, unscoped=WHOLE_OFFICE)
sample("kernel:partner_revoke", "exchange.revoke", a_partner_key, unscoped=WHOLE_OFFICE)
sample("kernel:own_card", "exchange.view")
sample("kernel:card_file", "exchange.view")
sample("kernel:key_renew", "exchange.renew")

# web
sample("web:field")
sample("web:manifest")
sample("web:worker")
sample("web:menu")
sample("web:gaya")
sample("web:gaya_publik")
sample("web:bahasa", status=405)
sample("web:tema", status=405)
sample("web:pemilihan", status=405)
sample("web:peran", status=405)
sample("web:live")
sample("web:ready")
sample("web:version")

# places: a TPS officer's own village lies above the TPS, and is found from it


def a_place(_world: World, kecamatan: str) -> dict[str, Any]:
    return {"path": kecamatan}


sample("places:tree", "places.view")
sample("places:search", "places.view", query="?q=a")
sample("places:dapil", "places.view")
sample(
    "places:use_known_dapil",
    "",
    lambda _world, _kecamatan: {"contest": "dprd-kab"},
    unscoped="a contest of the office",
    status=405,
)
for _name in ("export_places", "export_tps"):
    sample(
        f"places:{_name}",
        "places.view",
        lambda _world, _kecamatan: {"kind": "csv"},
        unscoped="a kind of file; its rows are of the reader's place",
    )
sample("places:place", "places.view", a_place)
sample("places:map", "places.view", a_place)
sample(
    "places:add_tps",
    "places.add_tps",
    lambda world, kecamatan: {"path": world.village(kecamatan)},
)
for _name, _right in {"tps": "places.view", "change_tps": "places.change_tps"}.items():
    sample(f"places:{_name}", _right, lambda world, kecamatan: {"path": world.tps(kecamatan)})

# parties: a ballot is the same everywhere


def a_contest(world: World, _kecamatan: str) -> dict[str, Any]:
    return {"election_id": world.election.pk, "contest": "ppwp"}


sample("parties:index", "parties.view")
sample("parties:contest", "parties.view", a_contest, unscoped="a ballot of the whole election")
sample(
    "parties:candidate",
    "parties.correct",
    lambda world, _kecamatan: {"candidate_id": world.candidate_id},
    unscoped="a ballot of the whole election",
)

sample(
    "parties:use_national",
    "parties.register",
    a_contest,
    unscoped="a ballot of the whole election",
    status=405,
)

# results
OF_THE_READER = "a contest of the election; its figures are of the reader's place"
sample("results:index", "results.view")
sample("results:board", "results.view", a_contest, unscoped=OF_THE_READER)
sample("results:findings", "results.trace", a_contest, unscoped=OF_THE_READER)
sample("results:determine", "results.freeze_recap", a_contest, unscoped=OF_THE_READER)
for _name, _right in {
    "export_recap": "results.view",
    "export_forms": "results.view",
    "export_findings": "results.trace",
}.items():
    sample(
        f"results:{_name}",
        _right,
        lambda world, kecamatan: a_contest(world, kecamatan) | {"kind": "csv"},
        unscoped=OF_THE_READER,
    )
sample(
    "results:place",
    "results.view",
    lambda world, kecamatan: a_contest(world, kecamatan) | {"path": kecamatan},
)
sample(
    "results:tps",
    "results.view",
    lambda world, kecamatan: a_contest(world, kecamatan) | {"path": world.tps(kecamatan)},
)
sample(
    "results:decision",
    "results.trace",
    lambda world, kecamatan: {"decision_id": world.decision(kecamatan).pk},
)
OF_THE_ELECTION = "an election of the whole office; its rows are of the reader's place"
sample(
    "results:review",
    "results.review",
    lambda world, _kecamatan: {"election_id": world.election.pk},
    unscoped=OF_THE_ELECTION,
)
sample(
    "results:review_run",
    "results.detect",
    lambda world, _kecamatan: {"election_id": world.election.pk},
    unscoped=OF_THE_ELECTION,
    status=405,
)
sample(
    "results:review_export",
    "results.review",
    lambda world, _kecamatan: {"election_id": world.election.pk, "kind": "csv"},
    unscoped=OF_THE_ELECTION,
)
sample("results:review_missing", "results.review", a_contest, unscoped=OF_THE_READER)
sample(
    "results:review_item",
    "results.review",
    lambda world, kecamatan: {
        "election_id": world.election.pk,
        "review_id": world.review(kecamatan).pk,
    },
)

# results: entry of C.Hasil


def a_form(world: World, kecamatan: str) -> dict[str, Any]:
    return a_contest(world, kecamatan) | {"path": world.tps(kecamatan)}


OF_THE_BOARD = "an election of the office; its forms are of the reader's place"
sample("results:entry_index", "results.entry")
for _name, _right in {
    "entry_board": "results.entry",
    "entry_start": "results.type",
    "entry_list": "results.entry",
    "entry_settings": "results.set_entry",
    "entry_people": "results.entry",
    "entry_sheets": "results.entry",
}.items():
    sample(
        f"results:{_name}",
        _right,
        lambda world, _kecamatan: {"election_id": world.election.pk},
        unscoped=OF_THE_BOARD,
    )
sample(
    "results:entry_sheet",
    "results.entry",
    lambda world, kecamatan: a_contest(world, kecamatan) | {"kind": "csv"},
    unscoped=OF_THE_BOARD,
)
sample("results:entry", "results.entry", a_form)
sample("results:entry_draft", "", a_form, status=405)

# results: intake of papers
sample("results:intake_index", "results.intake")
for _name in ("intake", "intake_missing", "intake_aside"):
    sample(
        f"results:{_name}",
        "results.intake",
        lambda world, _kecamatan: {"election_id": world.election.pk},
        unscoped=OF_THE_BOARD,
    )
sample(
    "results:intake_tps",
    "results.intake",
    lambda world, kecamatan: {"election_id": world.election.pk, "path": world.tps(kecamatan)},
)
sample(
    "results:intake_picture",
    "results.intake",
    lambda world, kecamatan: {"paper_id": world.photo(kecamatan), "page": 1},
)

# portal
EVERYBODY = "a public page shows every place to everyone"


def a_public_contest(world: World, _kecamatan: str) -> dict[str, Any]:
    return {"regime": world.election.regime, "contest": "ppwp"}


sample("portal:index", "portal.view")
sample("portal:check_recap", "portal.view")
sample("portal:lookup", "portal.view")
sample("portal:comment", "portal.view")
sample("portal:contest", "portal.view", a_public_contest, unscoped=EVERYBODY)
sample(
    "portal:download",
    "portal.view",
    lambda world, kecamatan: a_public_contest(world, kecamatan) | {"kind": "csv"},
    unscoped=EVERYBODY,
)
sample(
    "portal:tps",
    "portal.view",
    lambda world, kecamatan: a_public_contest(world, kecamatan) | {"path": world.tps(kecamatan)},
    unscoped=EVERYBODY,
)

# stages: the schedule is one for the whole office; tasks belong to a place
WHOLE = "the schedule of the whole election"


def an_election(world: World, _kecamatan: str) -> dict[str, Any]:
    return {"election_id": world.election.pk}


def a_stage(world: World, _kecamatan: str) -> dict[str, Any]:
    return {"election_id": world.schedule.election_id, "stage": "rekap-kabko"}


def a_task(world: World, kecamatan: str) -> dict[str, Any]:
    return {"task_id": world.task(kecamatan).pk}


sample("stages:home")
sample("stages:agenda", "stages.view")
sample("stages:gantt", "stages.view")
sample("stages:versions", "stages.view")
sample("stages:deadlines", "stages.deadlines")
sample("stages:public_feed", "stages.view")
sample("stages:feeds", "stages.feeds")
sample(
    "stages:feed",
    "",
    lambda world, _kecamatan: {"secret": world.feed},
    unscoped="the secret names its reader",
)
sample(
    "stages:feed_revoke",
    "",
    lambda _world, _kecamatan: {"feed_id": 1},
    unscoped="the reader's own feeds",
    status=405,
)
sample("stages:election_open", "stages.open_election")
sample(
    "stages:compare",
    "stages.view",
    lambda world, _kecamatan: {
        "election_id": world.schedule.election_id,
        "number": world.schedule.number,
    },
    unscoped=WHOLE,
)
for _name, _right in {
    "election_close": "stages.close_election",
    "change": "stages.apply_version",
    "schedule_csv": "stages.view",
    "recount": "stages.plan",
    "event": "stages.record_event",
}.items():
    sample(f"stages:{_name}", _right, an_election, unscoped=WHOLE)
for _name in ("roll", "apply"):
    sample(f"stages:{_name}", "", an_election, unscoped=WHOLE, status=405)
for _name in ("stage", "stage_feed"):
    sample(f"stages:{_name}", "stages.view", a_stage, unscoped=WHOLE)
for _name in ("hold", "release"):
    sample(f"stages:{_name}", "", a_stage, unscoped=WHOLE, status=405)
sample("stages:tasks", "task.view")
sample("stages:task_new", "task.open")
sample("stages:task", "task.view", a_task)
for _name in ("task_close", "task_wait", "task_resume", "task_assign", "task_move"):
    sample(f"stages:{_name}", "", a_task, status=405)
sample("stages:start", "stages.first_hour")
for _name, _step in {"step": "rekap-pdpb", "sheet": "kop-surat", "template": "rekap-pdpb"}.items():
    sample(
        f"stages:{_name}",
        "stages.first_hour",
        lambda _world, _kecamatan, step=_step: {"step": step},
        unscoped="a step of the whole office",
    )

# seats: what everyone may see is of the whole regency
SEATS_OF_ALL = "seats are shared out in the whole regency"


def a_seat_contest(world: World, _kecamatan: str) -> dict[str, Any]:
    return {"election_id": world.election.pk, "contest": seats.CONTEST}


def a_seat_dapil(world: World, kecamatan: str) -> dict[str, Any]:
    return a_seat_contest(world, kecamatan) | {"dapil": world.seats.dapil}


def a_seat_member(world: World, kecamatan: str) -> dict[str, Any]:
    return a_seat_dapil(world, kecamatan) | {"party": "1", "number": 1}


def a_paw_case(world: World, _kecamatan: str) -> dict[str, Any]:
    return {"case_id": world.paw.pk}


sample("seats:index", "seats.view")
for _name, _right in {
    "contest": "seats.view",
    "inputs": "seats.view",
    "candidates": "seats.view",
    "determine": "seats.determine",
    "elected": "seats.trace",
    "plans": "seats.trace",
    "paw_new": "seats.register_paw",
    "population": "seats.record_population",
    "draft_new": "seats.draft_dapil",
    "dapil_decision": "seats.record_dapil_decision",
}.items():
    sample(f"seats:{_name}", _right, a_seat_contest, unscoped=SEATS_OF_ALL)
sample(
    "seats:threshold",
    "seats.view",
    lambda world, _kecamatan: {"election_id": world.election.pk, "contest": "dpr"},
    unscoped="votes of the whole nation",
)
for _name in ("count", "decide_pair"):
    sample(f"seats:{_name}", "", a_seat_contest, unscoped=SEATS_OF_ALL, status=405)
sample(
    "seats:paper",
    "",
    lambda world, kecamatan: a_seat_contest(world, kecamatan) | {"kind": "ba"},
    unscoped=SEATS_OF_ALL,
    status=405,
)
sample("seats:dapil", "seats.view", a_seat_dapil, unscoped=SEATS_OF_ALL)
sample("seats:decide", "", a_seat_dapil, unscoped=SEATS_OF_ALL, status=405)
sample("seats:member", "seats.trace", a_seat_member, unscoped=SEATS_OF_ALL)
sample(
    "seats:determination",
    "seats.view",
    lambda world, _kecamatan: {"decision_id": world.seat_decision.pk},
    unscoped=SEATS_OF_ALL,
)
sample("seats:paw", "seats.trace")
sample("seats:paw_case", "seats.trace", a_paw_case, unscoped=SEATS_OF_ALL)
for _name in ("paw_check", "paw_answer"):
    sample(f"seats:{_name}", "", a_paw_case, unscoped=SEATS_OF_ALL, status=405)
sample(
    "seats:draft",
    "seats.trace",
    lambda world, _kecamatan: {"draft_id": world.dapil_draft.pk},
    unscoped=SEATS_OF_ALL,
)

# plenaries: a PPK sees those of its kecamatan


def a_sitting(world: World, kecamatan: str) -> dict[str, Any]:
    return {"sidang_id": world.sitting(kecamatan)}


sample("results:plenary_index", "results.plenary", status=302)
sample("results:plenaries", "results.plenary", an_election, unscoped=OF_THE_READER)
for _name, _right in {
    "plenary": "results.plenary",
    "plenary_desk": "results.plenary",
    "plenary_closing": "results.plenary",
    "plenary_attendance": "results.plenary_names",
    "plenary_screen": "results.plenary_screen",
    "plenary_mark": "results.plenary_screen",
}.items():
    sample(f"results:{_name}", _right, a_sitting)

# votes held again: a PPK sees those of its kecamatan; disputes are of the whole office
OF_THE_OFFICE = "a dispute is recorded for the whole office"


def a_revote(world: World, kecamatan: str) -> dict[str, Any]:
    return {"case_id": world.revote(kecamatan)}


def a_dispute(world: World, _kecamatan: str) -> dict[str, Any]:
    return {"dispute_id": world.dispute}


sample("results:revote_index", "results.revotes", status=302)
sample("results:revotes", "results.revotes", an_election, unscoped=OF_THE_READER)
sample("results:revotes_pdf", "results.revotes", an_election, unscoped=OF_THE_READER)
sample("results:revote_new", "results.propose_revote", an_election, unscoped=OF_THE_READER)
sample("results:revote", "results.revotes", a_revote)
sample("results:revote_notices", "results.print_notices", a_revote, status=405)
sample("results:dispute_index", "results.disputes", status=302)
sample("results:disputes", "results.disputes", an_election, unscoped=OF_THE_READER)
sample("results:dispute", "results.disputes", a_dispute, unscoped=OF_THE_OFFICE)
for _name in ("register", "claim", "ruling", "follow", "bundles"):
    sample(f"results:dispute_{_name}", "", a_dispute, unscoped=OF_THE_OFFICE, status=405)
sample(
    "results:dispute_bundle",
    "",
    lambda world, _kecamatan: {"dispute_id": world.dispute, "digest": "0" * 64},
    unscoped=OF_THE_OFFICE,
    status=405,
)

# printed forms of the count


def a_blank_form(world: World, kecamatan: str) -> dict[str, Any]:
    return a_contest(world, kecamatan) | {"path": world.tps(kecamatan)}


sample("results:c_hasil_pdf", "results.view", a_blank_form, status=404)
sample(
    "results:d_hasil_pdf",
    "results.view",
    lambda world, kecamatan: a_contest(world, kecamatan) | {"path": kecamatan},
    status=404,
)
sample(
    "results:events_c_pdf",
    "results.view",
    lambda world, kecamatan: {"election_id": world.election.pk, "path": world.tps(kecamatan)},
)
sample(
    "results:events_d_pdf",
    "results.view",
    lambda world, kecamatan: {"election_id": world.election.pk, "path": kecamatan},
)
sample(
    "results:labels_pdf",
    "results.intake",
    lambda world, kecamatan: {
        "election_id": world.election.pk,
        "path": world.village(kecamatan),
    },
)
sample(
    "results:plenary_draft",
    "",
    lambda world, kecamatan: a_sitting(world, kecamatan) | {"kind": "undangan"},
    status=405,
)
sample("results:attendance_pdf", "results.plenary_names", a_sitting)
sample(
    "results:receipt_pdf",
    "results.plenary",
    lambda world, kecamatan: a_sitting(world, kecamatan) | {"contest": "dpd"},
)

# voters: the list, proposals, possible doubles


def a_voter(world: World, kecamatan: str) -> dict[str, Any]:
    return {"voter_id": world.voter(kecamatan)}


def a_voter_proposal(world: World, kecamatan: str) -> dict[str, Any]:
    return {"proposal_id": world.voter_proposal(kecamatan)}


sample("voters:index", "voters.view")
sample("voters:search", "", status=405)
sample("voters:list", "voters.view")
sample("voters:voter", "voters.view", a_voter)
sample("voters:numbers", "voters.reveal", a_voter)
sample("voters:proposals", "voters.proposals")
sample("voters:proposal", "voters.proposals", a_voter_proposal)
sample("voters:proposal_evidence", "voters.see_evidence", a_voter_proposal, status=405)
sample(
    "voters:propose",
    "voters.propose",
    lambda world, kecamatan: a_voter(world, kecamatan) | {"kind": "tms"},
)
sample("voters:propose_new", "voters.propose")
sample("voters:doubles", "voters.proposals")
sample("voters:doubles_search", "", status=405)
sample(
    "voters:double",
    "voters.proposals",
    lambda world, kecamatan: {"pair_id": world.double(kecamatan)},
)

# meetings: of a place; what a guest sees is for whoever has the code


def a_meeting(world: World, kecamatan: str) -> dict[str, Any]:
    return {"meeting_id": world.meeting(kecamatan).pk}


def a_guest_page(world: World, kecamatan: str) -> dict[str, Any]:
    return {"code": world.meeting(kecamatan).code}


def a_scan(world: World, kecamatan: str) -> dict[str, Any]:
    held = world.meeting(kecamatan)
    session = held.sessions.get()
    token, _seconds = meeting_codes.on_the_wall(held.code, session.pk)
    return {"code": held.code, "session_id": session.pk, "token": token}


WITH_THE_CODE = "whoever has the code of a meeting sees its page for guests"
for _name, _right in {
    "index": "meetings.view",
    "new": "meetings.plan",
    "week": "meetings.week",
    "follow_ups": "meetings.view",
    "institutions": "meetings.view",
}.items():
    sample(f"meetings:{_name}", _right)
sample(
    "meetings:institution",
    "meetings.view",
    lambda world, kecamatan: {"name": world.meeting(kecamatan).guests.get(number=1).institution},
)
for _name in ("guest", "guest_calendar"):
    sample(f"meetings:{_name}", "meetings.guest", a_guest_page, unscoped=WITH_THE_CODE)
sample("meetings:scan", "meetings.guest", a_scan, unscoped=WITH_THE_CODE)
sample("meetings:fill_in", "", a_guest_page, unscoped=WITH_THE_CODE, status=405)
for _name, _right in {
    "meeting": "meetings.view",
    "calendar": "meetings.view",
    "notes_pdf": "meetings.view",
    "change": "meetings.change",
    "guests": "meetings.names",
    "choose": "meetings.invite",
    "directory": "meetings.invite",
    "paste": "meetings.invite",
    "desk": "meetings.names",
    "paper": "meetings.paper",
    "vote": "meetings.vote_page",
    "attendance_pdf": "meetings.names",
    "wall": "meetings.names",
}.items():
    sample(f"meetings:{_name}", _right, a_meeting)
OF_A_MEETING = "open_spj speaker attach newcomer summarize note basis draft_minutes settle"
for _name in (*OF_A_MEETING.split(), "draft_invitation"):
    sample(f"meetings:{_name}", "", a_meeting, status=405)
sample(
    "meetings:step",
    "",
    lambda world, kecamatan: a_meeting(world, kecamatan) | {"move": "tutup"},
    status=405,
)
sample(
    "meetings:file",
    "meetings.view",
    lambda world, kecamatan: a_meeting(world, kecamatan) | {"file_id": 1},
    status=404,
)
for _name, _key in {
    "uninvite": "guest_id",
    "member": "guest_id",
    "strike": "entry_id",
    "strike_vote": "ballot_id",
}.items():
    sample(
        f"meetings:{_name}",
        "",
        lambda world, kecamatan, key=_key: a_meeting(world, kecamatan) | {key: 1},
        status=405,
    )

# the office's own papers: letters, legal products, terms, directory, expense files
OF_OFFICE = "kept for the whole office, whose staff alone may see it"


def a_letter(world: World, kecamatan: str) -> dict[str, Any]:
    return {"letter_id": office_ground.letter_of(world, kecamatan)}


def an_office_row(name: str, value: str) -> Callable[[World, str], dict[str, Any]]:
    return lambda world, _kecamatan: {name: getattr(office_ground.rows_of(world), value)}


def a_directory_row(name: str) -> Callable[[World, str], dict[str, Any]]:
    return lambda world, kecamatan: {name: office_ground.directory_of(world, kecamatan)[name]}


sample("office:letters", "office.letters")
sample("office:letter_in", "office.receive")
sample("office:letter_out", "office.send")
sample("office:patterns", "office.pattern")
sample("office:letter_draft", "office.draft", lambda *_: {"kind": "surat"}, unscoped=OF_THE_READER)
sample(
    "office:letters_file",
    "office.letters",
    lambda *_: {"direction": "masuk", "year": 2024, "kind": "csv"},
    unscoped=OF_THE_READER,
)
sample("office:letter", "office.letters", a_letter)
sample("office:letter_correct", "office.correct", a_letter)
sample("office:letter_file", "office.letters", a_letter, status=404)
for _name in ("dispose", "send", "close"):
    sample(f"office:letter_{_name}", f"office.{_name}", a_letter, status=405)

a_product = an_office_row("product_id", "product")
sample("office:products", "office.products")
sample("office:products_file", "office.products", lambda *_: {"kind": "csv"}, unscoped=OF_OFFICE)
sample("office:product_new", "office.product")
sample("office:product", "office.products", a_product, unscoped=OF_OFFICE)
sample(
    "office:product_step",
    "office.step",
    lambda world, kecamatan: a_product(world, kecamatan) | {"state": "telaah"},
    unscoped=OF_OFFICE,
)
sample("office:product_tie", "", a_product, unscoped=OF_OFFICE, status=405)
sample(
    "office:product_file",
    "office.products",
    an_office_row("step_id", "product_step"),
    unscoped=OF_OFFICE,
)

a_handover = an_office_row("handover_id", "handover")
sample("office:handovers", "office.handovers")
sample("office:handover_new", "office.hand_over")
sample("office:handover", "office.handovers", a_handover, unscoped=OF_OFFICE)
sample("office:handover_pdf", "office.handovers", a_handover, unscoped=OF_OFFICE)
sample("office:handover_scan", "office.handovers", a_handover, unscoped=OF_OFFICE, status=404)
for _name in ("sign", "drop"):
    sample(f"office:handover_{_name}", "", a_handover, unscoped=OF_OFFICE, status=405)

an_institution, a_contact = a_directory_row("institution_id"), a_directory_row("contact_id")
sample("office:directory", "office.directory")
sample("office:directory_file", "office.directory", lambda *_: {"kind": "csv"}, unscoped=OF_OFFICE)
sample("office:institutions", "office.directory")
sample("office:institution_new", "office.institution")
sample("office:institution", "office.directory", an_institution)
sample("office:institution_edit", "office.institution", an_institution)
sample("office:contact_new", "office.contact", an_institution)
sample("office:contact", "office.directory", a_contact)
sample("office:contact_edit", "office.contact", a_contact)
for _name, _right in {"end": "office.end_contact", "reveal": "office.reveal"}.items():
    sample(f"office:contact_{_name}", _right, a_contact, status=405)

an_spj = an_office_row("spj_id", "spj")


def an_spj_row(**more: str) -> Callable[[World, str], dict[str, Any]]:
    def make(world: World, kecamatan: str) -> dict[str, Any]:
        rows = office_ground.rows_of(world)
        return an_spj(world, kecamatan) | {key: getattr(rows, name) for key, name in more.items()}

    return make


sample("office:spj_index", "office.spj")
sample("office:spj_file", "office.spj", lambda *_: {"kind": "csv"}, unscoped=OF_OFFICE)
sample("office:spj_new", "office.spj_open")
sample("office:spj", "office.spj", an_spj, unscoped=OF_OFFICE)
sample("office:spj_pdf", "office.spj", an_spj, unscoped=OF_OFFICE)
sample("office:spj_person", "office.spj_person", an_spj, unscoped=OF_OFFICE)
sample("office:spj_line", "office.spj_line", an_spj, unscoped=OF_OFFICE)
sample(
    "office:spj_paper",
    "office.spj_paper",
    lambda world, kecamatan: an_spj(world, kecamatan) | {"code": "kak", "person_id": 0},
    unscoped=OF_OFFICE,
)
sample(
    "office:spj_person_out",
    "office.spj_person_out",
    an_spj_row(person_id="person"),
    unscoped=OF_OFFICE,
)
sample("office:spj_line_out", "office.spj_line_out", an_spj_row(line_id="line"), unscoped=OF_OFFICE)
sample("office:spj_pay", "office.spj_pay", an_spj_row(line_id="line"), unscoped=OF_OFFICE)
sample(
    "office:spj_reverse",
    "office.spj_reverse",
    an_spj_row(payment_id="payment"),
    unscoped=OF_OFFICE,
)
sample(
    "office:spj_paper_file", "office.spj", an_office_row("paper_id", "paper"), unscoped=OF_OFFICE
)
for _name in ("hand", "drop"):
    sample(f"office:spj_{_name}", "", an_spj, unscoped=OF_OFFICE, status=405)
sample("office:ceilings", "office.spj", lambda *_: {"year": 2024}, unscoped=OF_OFFICE)
sample("office:ceilings_copy", "", lambda *_: {"year": 2024}, unscoped=OF_OFFICE, status=405)


def an_access(world: World, kecamatan: str) -> dict[str, Any]:
    return {"access_id": world.access(kecamatan)}


sample("voters:overseer", "voters.overseer")
sample("voters:access", "voters.overseer", an_access, unscoped="of one overseer's account")
sample("voters:samples", "voters.overseer", an_access, unscoped="of one overseer's account")
sample(
    "voters:sample",
    "voters.overseer",
    lambda world, kecamatan: {"sample_id": world.spot_check(kecamatan)},
    unscoped="of one overseer's account",
)
sample("voters:look", "voters.look-page", an_access, unscoped="of one overseer's account")


# voters: the quarterly update (PDPB), a quarter is the whole office's


def a_quarter(world: World, _kecamatan: str) -> dict[str, Any]:
    return {"revision_id": world.quarter().pk}


sample("voters:pdpb", "voters.pdpb", query="?semua=1")
sample("voters:pdpb_open", "voters.pdpb_open")
sample("voters:pdpb_locks", "voters.pdpb")
for _name, _right in (
    ("quarter", "pdpb"),
    ("dates", "pdpb_dates"),
    ("intake", "pdpb"),
    ("visits", "pdpb"),
    ("desk", "pdpb"),
    ("recap", "pdpb"),
    ("sidalih", "pdpb"),
    ("plenary", "pdpb"),
):
    sample(f"voters:pdpb_{_name}", f"voters.{_right}", a_quarter, unscoped=OF_OFFICE)
for _name in ("ask", "print", "determine", "copy", "announce"):
    sample(f"voters:pdpb_{_name}", "", a_quarter, unscoped=OF_OFFICE, status=405)
sample(
    "voters:pdpb_delivery",
    "voters.pdpb",
    lambda world, _kecamatan: {"delivery_id": world.delivery()},
    unscoped=OF_OFFICE,
)
sample(
    "voters:pdpb_visit",
    "voters.pdpb",
    lambda world, kecamatan: {"visit_id": world.visit(kecamatan)},
)


def a_source(world: World, _kecamatan: str) -> dict[str, Any]:
    return {"source_id": world.source}


sample("voters:sources", "voters.sources")
sample("voters:source", "voters.sources", a_source, unscoped=OF_THE_OFFICE)
sample(
    "voters:source_findings",
    "voters.sources",
    lambda world, _kecamatan: {"source_id": world.source, "kind": "csv"},
    unscoped=OF_THE_OFFICE,
)

sample("voters:mapping", "voters.mapping")
sample(
    "voters:mapping_village",
    "voters.mapping",
    lambda world, kecamatan: {"village": world.voters_village(kecamatan)},
)
sample("voters:special", "voters.mapping")
sample(
    "voters:special_site",
    "voters.mapping",
    lambda world, kecamatan: {"site_id": world.special_site(kecamatan)},
)


# voters: coklit


def a_coklit_tps(world: World, kecamatan: str) -> dict[str, Any]:
    return {"tps": world.coklit(kecamatan).tps}


def a_coklit_village(world: World, kecamatan: str) -> dict[str, Any]:
    return {"village": world.coklit(kecamatan).village}


sample("voters_field:coklit")
sample("voters:coklit", "voters.coklit_view")
sample("voters:coklit_csv", "voters.coklit_view")
sample("voters:coklit_list", "voters.coklit")
for _name in ("desk", "left", "recap", "report"):
    sample(f"voters:coklit_{_name}", "voters.coklit_view", a_coklit_village)
sample("voters:coklit_prepare", "", a_coklit_village, status=405)
sample("voters:coklit_workers", "voters.coklit_assign", a_coklit_village)
sample("voters:coklit_houses", "voters.coklit_view", a_coklit_tps)
sample(
    "voters:coklit_paper",
    "voters.coklit_view",
    lambda world, kecamatan: a_coklit_tps(world, kecamatan) | {"paper": "daftar"},
)
sample(
    "voters:coklit_house",
    "voters.coklit_enter",
    lambda world, kecamatan: {"token": world.coklit(kecamatan).token},
)

# voters: the chain of an election's list, and what happens around voting day

OF_LIST = "a revision is about the whole office, its page shows the viewer's own place"


def a_revision(world: World, _kecamatan: str) -> dict[str, Any]:
    return {"revision_id": world.chain.pk}


def a_village_of_it(world: World, kecamatan: str) -> dict[str, Any]:
    return {"revision_id": world.chain.pk, "path": world.village(kecamatan)}


def a_voter_tps(world: World, kecamatan: str) -> dict[str, Any]:
    return {"path": f"{world.village(kecamatan)}/001"}


def a_transfer(world: World, kecamatan: str) -> dict[str, Any]:
    return {"transfer_id": world.transfer(kecamatan)}


def a_comment(world: World, kecamatan: str) -> dict[str, Any]:
    return {"comment_id": world.comment(kecamatan)}


sample("voters:chain", "voters.chain")
sample(
    "voters:chain_open",
    "voters.chain_open",
    lambda world, _kecamatan: world.chain and {"kind": "dpthp"},
    unscoped=OF_LIST,
)
sample("voters:chain_release", "voters.chain_release")
sample("voters:revision", "voters.chain", a_revision, unscoped=OF_LIST)
sample("voters:chain_source", "", a_revision, unscoped=OF_LIST, status=405)
sample("voters:chain_decide", "", a_revision, unscoped=OF_LIST, status=405)
sample("voters:chain_prepare", "voters.chain_prepare", a_revision, unscoped=OF_LIST)
sample("voters:chain_announce", "voters.chain_announce", a_revision, unscoped=OF_LIST)
sample("voters:chain_copy", "voters.chain_copy", a_revision, unscoped=OF_LIST)
sample("voters:comments", "voters.chain", a_revision, unscoped=OF_LIST, query="?semua=1")
sample("voters:comment_add", "voters.comment", a_revision, unscoped=OF_LIST)
sample("voters:comment", "voters.view", a_comment)
sample(
    "voters:comment_propose",
    "voters.comment_propose",
    lambda world, kecamatan: a_comment(world, kecamatan) | {"voter_id": 0, "kind": "baru"},
)
sample("voters:list_copy", "voters.list_copy", a_village_of_it)
sample("voters:list_full", "voters.list_full", a_village_of_it)
sample(
    "voters:list_on",
    "voters.view",
    lambda world, kecamatan: {"path": world.village(kecamatan)},
)
sample("voters:compare", "voters.view")
sample("voters:compare_copy", "", status=405)
sample("voters:polling", "voters.view")
sample("voters:notices", "voters.notices", a_voter_tps)
sample("voters:dpk", "voters.dpk", a_voter_tps)
sample("voters:dpk_person", "voters.dpk_person", a_voter_tps)
sample("voters:transfers", "voters.view", query="?semua=1")
sample("voters:transfer_in", "voters.dptb_in")
sample("voters:transfer_out", "voters.dptb_out", a_voter)
sample("voters:transfer_list", "", status=405)
sample("voters:transfer_letter", "voters.dptb_letter", a_transfer, status=405)
sample("voters:transfer_cancel", "voters.dptb_cancel", a_transfer)
sample("voters:marks", "voters.view")
sample("voters:mark", "voters.mark", a_voter)
sample(
    "voters:unmark",
    "voters.unmark",
    lambda world, kecamatan: {"mark_id": world.mark(kecamatan)},
)
sample("voters:notice_back", "voters.notice_back", a_voter)

# evaluations, press releases, clippings, the daily sheet


def a_report(*names: str, **more: Any) -> Callable[[World, str], dict[str, Any]]:
    return lambda world, _kecamatan: {
        **{name: reporting.sample_of(world)[name] for name in names},
        **more,
    }


an_evaluation, a_release = a_report("evaluation_id"), a_report("release_id")
sample("reporting:evaluations", "reporting.view")
sample("reporting:evaluation_new", "reporting.evaluate")
sample("reporting:evaluation", "reporting.view", an_evaluation, unscoped=OF_OFFICE)
sample("reporting:evaluation_docx", "reporting.view", an_evaluation, unscoped=OF_OFFICE)
sample("reporting:evaluation_draft", "", an_evaluation, unscoped=OF_OFFICE, status=405)
sample(
    "reporting:remark",
    "reporting.remark",
    a_report("evaluation_id", section="ringkasan"),
    unscoped=OF_OFFICE,
)
sample("reporting:releases", "reporting.press")
sample("reporting:press_kit", "reporting.press")
sample("reporting:release_new", "reporting.release_write")
sample("reporting:release", "reporting.press", a_release, unscoped=OF_OFFICE)
sample("reporting:release_pdf", "reporting.press", a_release, unscoped=OF_OFFICE)
sample("reporting:release_edit", "reporting.release_write", a_release, unscoped=OF_OFFICE)
sample("reporting:release_marks", "reporting.release_mark", a_release, unscoped=OF_OFFICE)
sample("reporting:release_reply", "reporting.reply", a_release, unscoped=OF_OFFICE)
sample(
    "reporting:release_step",
    "",
    a_report("release_id", step="ajukan"),
    unscoped=OF_OFFICE,
    status=405,
)
sample("reporting:clippings", "reporting.press")
sample("reporting:clipping_new", "reporting.clip")
sample("reporting:clipping_strike", "reporting.strike", a_report("clipping_id"), unscoped=OF_OFFICE)
sample("reporting:clippings_pdf", "reporting.press", a_report("day"), unscoped=OF_OFFICE)
sample("reporting:this_month", "reporting.press", status=302)
sample("reporting:month", "reporting.press", a_report(year=2024, number=2), unscoped=OF_OFFICE)
sample(
    "reporting:month_file",
    "reporting.press",
    a_report(year=2024, number=2, kind="csv"),
    unscoped=OF_OFFICE,
)
sample("reporting:today", "reporting.press", status=302)
sample("reporting:day", "reporting.press", a_report("day"), unscoped=OF_OFFICE)
sample("reporting:day_file", "reporting.press", a_report("day", kind="csv"), unscoped=OF_OFFICE)
sample("portal:news", "portal.view")
sample("portal:feed", "portal.view")
sample("portal:release", "portal.view", a_report("slug"), unscoped=EVERYBODY)
sample("portal:release_image", "portal.view", a_report("slug"), unscoped=EVERYBODY)
sample("portal:release_version", "portal.view", a_report("slug", number=1), unscoped=EVERYBODY)


def a_risk(kind: str, name: str, **more: Any) -> Callable[[World, str], dict[str, Any]]:
    """A maker of one row of oversight at a kecamatan."""

    def make(world: World, kecamatan: str) -> dict[str, Any]:
        by = system_viewer(REGENCY, world.house)
        made = getattr(risks, kind)(by, kecamatan, **more)
        return {name: made.pk}

    return make


def a_flag(world: World, kecamatan: str) -> dict[str, Any]:
    known = TpsFlag.objects.filter(path__within=kecamatan, cleared_at=None).first()
    by = system_viewer(REGENCY, world.house)
    if known is None:
        path = world.tps(kecamatan)
        known = risks.flag(by, world.election.pk, path, upload=risks.PDF)[0]
    return {"flag_id": known.pk}


def a_report(world: World, kecamatan: str) -> dict[str, Any]:
    by = system_viewer(REGENCY, world.house)
    made = risks.prevention(by, kecamatan)
    oversight.report_prevention(
        by=by, prevention_id=made.pk, done=True, description="Contoh", upload=risks.PDF
    )
    return {"prevention_id": made.pk}


def a_run(world: World, _kecamatan: str) -> dict[str, Any]:
    return {"run_id": oversight.keep_run(by=system_viewer(REGENCY, world.house)).pk}


def a_kpu_row(world: World, kecamatan: str) -> dict[str, Any]:
    made = oversight.note_kpu_risk(
        by=system_viewer(REGENCY, world.house),
        theme="Logistik",
        level="Rawan",
        source="Surat KPU",
        path=kecamatan,
    )
    return {"row_id": made.pk}


sample("oversight:ikp", "oversight.ikp")
sample("oversight:ikp_map", "oversight.ikp")
sample("oversight:events", "oversight.events")
sample("oversight:event_new", "oversight.ikp_note")
sample("oversight:event", "oversight.events", a_risk("event", "event_id"))
sample("oversight:event_decide", "oversight.ikp_decide", a_risk("event", "event_id"), status=405)
sample(
    "oversight:event_withdraw", "oversight.ikp_withdraw", a_risk("event", "event_id"), status=405
)
sample(
    "oversight:event_file",
    "oversight.events",
    a_risk("event", "event_id", upload=risks.PDF),
)
sample("oversight:proposals", "oversight.ikp")
sample("oversight:signal_decide", "", status=405)
sample("oversight:what_if", "oversight.ikp", query=f"?wilayah={X}&indikator=32&jumlah=2")
sample("oversight:history", "oversight.ikp")
sample("oversight:published_new", "oversight.ikp_publish")
sample("oversight:run_keep", "", status=405)
sample("oversight:run", "oversight.ikp", a_run, unscoped="a calculation of the whole regency")
sample("oversight:kpu_map", "oversight.kpu_map_view")
sample("oversight:kpu_map_new", "oversight.kpu_map")
sample("oversight:kpu_map_drop", "oversight.kpu_map_drop", a_kpu_row, status=405)
sample("oversight:tps", "oversight.tps")
sample("oversight:tps_list", "oversight.tps", query="?indikator=dptb")
sample(
    "oversight:tps_list_file",
    "oversight.tps",
    lambda _world, _kecamatan: {"kind": "csv"},
    unscoped="a file of the viewer's own place",
)
sample("oversight:tps_flag", "oversight.tps_flag")
sample("oversight:tps_clear", "oversight.tps_clear", a_flag, status=405)
sample("oversight:tps_file", "oversight.tps", a_flag)
sample("oversight:tps_one", "oversight.tps", a_voter_tps)
sample("oversight:aght_list", "oversight.aght")
sample("oversight:aght_new", "oversight.aght_note")
sample("oversight:daily", "oversight.aght_daily")
sample("oversight:daily_pdf", "oversight.aght_daily")
sample("oversight:daily_write", "oversight.aght_day")
sample("oversight:aght", "oversight.aght", a_risk("aght", "aght_id"))
sample("oversight:aght_step", "oversight.aght_step", a_risk("aght", "aght_id"), status=405)
sample("oversight:aght_file", "oversight.aght", a_risk("aght", "aght_id", upload=risks.PDF))
sample("oversight:prevention_list", "oversight.prevention")
sample("oversight:prevention_new", "oversight.prevent")
sample("oversight:prevention", "oversight.prevention", a_risk("prevention", "prevention_id"))
sample("oversight:prevention_pdf", "oversight.prevention", a_risk("prevention", "prevention_id"))
sample(
    "oversight:prevention_report",
    "oversight.prevent_done",
    a_risk("prevention", "prevention_id"),
    status=405,
)
sample("oversight:prevention_file", "oversight.prevention", a_report)
sample("oversight:post_list", "oversight.post")
sample("oversight:post_new", "oversight.post_note")
sample("oversight:post_close", "oversight.post_close", a_risk("complaint", "note_id"), status=405)
sample("oversight:lhp_list", "oversight.lhp")
sample(
    "oversight:lhp_list_file",
    "oversight.lhp",
    lambda *_: {"kind": "csv"},
    unscoped="the list of the viewer's own place",
)
sample("oversight:lhp_new", "oversight.lhp_submit", query="?daftar=pungut%401")
sample("oversight:lhp_rollup", "oversight.lhp_rollup")
sample("oversight:lhp_day", "oversight.lhp_rollup")
sample("oversight:lhp_list_field", "oversight.lhp_field")
sample("oversight:lhp", "oversight.lhp", lhps.a_report)
sample("oversight:lhp_repair", "oversight.lhp_submit", lhps.a_report, status=404)
for _name in ("step", "number", "reveal", "evidence_new"):
    sample(f"oversight:lhp_{_name}", "oversight.lhp", lhps.a_report, status=405)
sample("oversight:lhp_pdf", "oversight.lhp", lhps.a_report)
sample("oversight:lhp_evidence", "oversight.lhp", lhps.some_evidence)
sample(
    "oversight:lhp_follow",
    "oversight.lhp_propose",
    lambda world, kecamatan: {**lhps.a_report(world, kecamatan), "what": "ikp"},
)
sample("oversight:checklists", "oversight.lhp_rollup")
sample("oversight:checklist_new", "oversight.lhp_checklist")
sample("oversight_field:lhp")
# outreach: activities of a place; programme, targets and materials of the whole office


def an_activity(world: World, kecamatan: str) -> dict[str, Any]:
    return {"activity_id": outreach_ground.activity_of(world, kecamatan)}


def a_piece(world: World, kecamatan: str) -> dict[str, Any]:
    return an_activity(world, kecamatan) | {"evidence_id": 0}


OF_THE_PROGRAMME = "the programme is made for the whole office, whose places read it"
for _name, _right in {
    "index": "outreach.view",
    "new": "outreach.plan",
    "new_report": "outreach.report",
    "programme": "outreach.view",
    "programme_new": "outreach.programme",
    "coverage": "outreach.view",
    "materials": "outreach.view",
    "material_new": "outreach.material",
    "field_list": "outreach.field",
}.items():
    sample(f"outreach:{_name}", _right)
sample("outreach:recap", "outreach.view", query="?dari=2024-01-01&sampai=2024-02-01")
for _name in ("index_file", "coverage_file"):
    sample(
        f"outreach:{_name}", "outreach.view", lambda *_: {"kind": "csv"}, unscoped=OF_THE_PROGRAMME
    )
for _name, _right in {
    "activity": "outreach.view",
    "change": "outreach.change",
    "report": "outreach.report",
    "evidence": "outreach.evidence",
    "test": "outreach.test",
    "meeting": "outreach.meeting",
}.items():
    sample(f"outreach:{_name}", _right, an_activity)
for _name in ("verify", "send_back", "cancel", "spj"):
    sample(f"outreach:{_name}", f"outreach.{_name}", an_activity, status=405)
sample("outreach:evidence_file", "outreach.view", a_piece, status=404)
sample("outreach:drop_evidence", "outreach.drop_evidence", a_piece, status=404)
for _name, _right in {
    "programme_change": "outreach.programme",
    "programme_drop": "outreach.drop_programme",
}.items():
    sample(
        f"outreach:{_name}",
        _right,
        lambda world, _kecamatan: {"programme_id": outreach_ground.line_of(world)},
        unscoped=OF_THE_PROGRAMME,
    )
sample(
    "outreach:target",
    "outreach.target",
    lambda world, _kecamatan: {"election_id": world.election.pk},
    unscoped=OF_THE_PROGRAMME,
)
for _name in ("material", "material_pdf", "material_png"):
    sample(
        f"outreach:{_name}",
        "outreach.view",
        lambda world, kecamatan: {"material_id": outreach_ground.material_of(world, kecamatan)},
    )
sample("outreach_field:activities")

# oversight: correction advice, in both houses


def an_advice(world: World, kecamatan: str) -> dict[str, Any]:
    return {"advice_id": advices.advice(world, kecamatan).pk}


def an_advice_received(world: World, kecamatan: str) -> dict[str, Any]:
    return {"advice_id": advices.advice_received(world, kecamatan).pk}


sample("oversight:advice_list", "oversight.advice", query="?lihat=semua")
sample("oversight:advice_new", "oversight.advice_give")
sample("oversight:advice", "oversight.advice", an_advice)
sample("oversight:advice_send", "oversight.advice_send", an_advice, status=405)
sample("oversight:advice_answered", "oversight.advice_answered", an_advice)
sample(
    "oversight:advice_file",
    "oversight.advice",
    lambda world, kecamatan: (
        an_advice(world, kecamatan) | {"file_id": advices.advice(world, kecamatan).files.get().pk}
    ),
)
sample("oversight:advice_inbox", "oversight.advice_in", query="?lihat=semua")
sample("oversight:advice_in", "oversight.advice_in", an_advice_received)
sample(
    "oversight:advice_in_file",
    "oversight.advice_in",
    lambda world, kecamatan: (
        an_advice_received(world, kecamatan)
        | {"file_id": advices.advice_received(world, kecamatan).files.get().pk}
    ),
)
sample("oversight:drafts", "oversight.drafts")
sample(
    "oversight:draft",
    "oversight.drafts",
    lambda world, kecamatan: {"draft_id": advices.draft(world, kecamatan).pk},
)

# oversight: rulings, in both houses


def a_ruling(world: World, kecamatan: str) -> dict[str, Any]:
    return {"ruling_id": rulings.ruling(world, kecamatan).pk}


def a_ruling_received(world: World, kecamatan: str) -> dict[str, Any]:
    return {"ruling_id": rulings.ruling_received(world, kecamatan).pk}


sample("oversight:ruling_list", "oversight.ruling", query="?lihat=semua")
sample("oversight:ruling_new", "oversight.ruling_send")
sample("oversight:ruling", "oversight.ruling", a_ruling)
sample("oversight:ruling_noted", "oversight.ruling_noted", a_ruling)
sample(
    "oversight:ruling_file",
    "oversight.ruling",
    lambda world, kecamatan: a_ruling(world, kecamatan) | {"proof_id": 0},
)
sample("oversight:ruling_inbox", "oversight.ruling_in", query="?lihat=semua")
sample("oversight:ruling_in", "oversight.ruling_in", a_ruling_received)
sample(
    "oversight:ruling_in_file",
    "oversight.ruling_in",
    lambda world, kecamatan: a_ruling_received(world, kecamatan) | {"proof_id": 0},
)

# oversight: neutrality


def a_neutral(world: World, kecamatan: str) -> dict[str, Any]:
    return {"neutral_id": neutrals.case(system_viewer(REGENCY, world.house), kecamatan).pk}


def a_neutral_proof(world: World, kecamatan: str) -> dict[str, Any]:
    by = system_viewer(REGENCY, world.house)
    return {"proof_id": neutrals.proof(by, a_neutral(world, kecamatan)["neutral_id"]).pk}


sample("oversight:neutral_list", "oversight.neutral", query="?golongan=asn")
sample("oversight:neutral_new", "oversight.neutral_note")
sample("oversight:neutral_figures", "oversight.neutral_figures")
sample(
    "oversight:neutral_table",
    "oversight.neutral_figures",
    lambda world, kecamatan: {"kind": "csv"},
    unscoped="rows of the viewer's own place",
)
sample("oversight:neutral", "oversight.neutral", a_neutral)
sample("oversight:neutral_proof", "oversight.neutral_proof", a_neutral, status=405)
sample("oversight:neutral_step", "oversight.neutral_step", a_neutral, status=405)
sample("oversight:neutral_draft", "oversight.neutral_draft", a_neutral, status=405)
sample("oversight:neutral_identity", "oversight.neutral_reveal", a_neutral)
sample("oversight:neutral_pdf", "oversight.neutral", a_neutral)
sample("oversight:neutral_letter", "oversight.neutral_letter", a_neutral, status=405)
sample("oversight:neutral_file", "oversight.neutral_file", a_neutral_proof, status=405)

# oversight: money politics


def a_money_event(world: World, kecamatan: str, **more: Any) -> dict[str, Any]:
    by = system_viewer(REGENCY, world.house)
    return {"money_id": moneys.event(by, kecamatan, **more).pk}


sample("oversight:money_list", "oversight.money")
sample("oversight:money_new", "oversight.money_note")
sample(
    "oversight:money_table",
    "oversight.money",
    lambda world, kecamatan: {"kind": "csv"},
    unscoped="rows of the viewer's own place",
)
sample("oversight:money", "oversight.money", a_money_event)
sample("oversight:money_link", "oversight.money_case", a_money_event, status=405)
sample("oversight:money_draft", "oversight.money_draft", a_money_event, status=405)
sample("oversight:money_drop", "oversight.money_drop", a_money_event, status=405)
sample(
    "oversight:money_file",
    "oversight.money",
    lambda world, kecamatan: a_money_event(world, kecamatan, upload=risks.PDF),
)

# oversight: process disputes


def a_process_dispute(world: World, kecamatan: str) -> dict[str, Any]:
    by = system_viewer(REGENCY, world.house)
    return {"dispute_id": disputes.dispute(by, kecamatan).pk}


def a_dispute_session(world: World, kecamatan: str) -> dict[str, Any]:
    by, made = system_viewer(REGENCY, world.house), a_process_dispute(world, kecamatan)
    return made | {"session_id": disputes.session(by, made["dispute_id"]).pk}


def a_dispute_evidence(world: World, kecamatan: str) -> dict[str, Any]:
    by, made = system_viewer(REGENCY, world.house), a_process_dispute(world, kecamatan)
    proof = oversight.add_dispute_evidence(
        by=by, **made, side="P", title="Contoh", upload=risks.PDF
    )
    return {"evidence_id": proof.pk}


sample("oversight:dispute_list", "oversight.dispute")
sample("oversight:dispute_new", "oversight.dispute_receive")
sample(
    "oversight:dispute_table",
    "oversight.dispute",
    lambda world, kecamatan: {"kind": "csv"},
    unscoped="rows of the viewer's own place",
)
sample("oversight:dispute", "oversight.dispute", a_process_dispute)
sample("oversight:dispute_step", "oversight.dispute_step", a_process_dispute, status=405)
sample("oversight:dispute_evidence", "oversight.dispute_evidence", a_process_dispute, status=405)
sample("oversight:dispute_session", "oversight.dispute_session", a_process_dispute, status=405)
sample("oversight:dispute_result", "oversight.dispute_result", a_dispute_session)
sample(
    "oversight:dispute_paper",
    "oversight.dispute",
    lambda world, kecamatan: a_process_dispute(world, kecamatan) | {"use": "tanda-terima"},
)
sample("oversight:dispute_file", "oversight.dispute", a_dispute_evidence)

# oversight: what lapses next, figures from outside

sample("oversight:clocks", "oversight.clocks")
sample("oversight:residue", "oversight.quarter")
sample("oversight:populations", "oversight.ikp")
# oversight: findings and reports, and the public page to report by


def a_case(**more: Any) -> Maker:
    """A decided case of a kecamatan, with more arguments of the address."""
    return lambda world, kecamatan: {"case_id": case_rows.case(world, kecamatan).pk, **more}


sample("oversight:cases", "oversight.case", query="?lihat=semua")
sample("oversight:case_receive", "oversight.case_receive")
sample("oversight:case_finding", "oversight.case_finding")
sample("oversight:case_tip", "oversight.case_tip")
sample("oversight:case_statistics", "oversight.case_statistics")
sample(
    "oversight:case_statistics_file",
    "oversight.case_statistics",
    lambda world, kecamatan: {"kind": "csv"},
    unscoped="a table of the reader's own place",
)
sample("oversight:case", "oversight.case", a_case())
sample("oversight:case_note", "oversight.case_refer", a_case(what="penerusan"))
sample("oversight:case_step", "oversight.case_step", a_case(step="umumkan"))
sample("oversight:case_reveal", "oversight.case_reveal", a_case())
sample("oversight:case_file", "oversight.case", case_rows.evidence)
sample("oversight:case_paper", "oversight.case", case_rows.paper)
sample("oversight:case_form", "oversight.case", a_case(kind="tanda-terima"))
sample("oversight:case_heard", "oversight.case_heard", case_rows.summons)
sample("oversight:case_answered", "oversight.case_answered", case_rows.referral)
sample("oversight:report")
sample("oversight:report_status")

# outreach: observers and contests of the office; bodies below take part in its contests


def a_body_of_observers(world: World, _kecamatan: str) -> dict[str, Any]:
    return {"registration_id": world.body.pk}


def a_turnout_election(world: World, _kecamatan: str) -> dict[str, Any]:
    return {"election_id": world.election.pk}


def a_turnout(world: World, kecamatan: str) -> dict[str, Any]:
    return {"election_id": world.election.pk, "path": kecamatan}


def an_award(world: World, _kecamatan: str) -> dict[str, Any]:
    return {"contest_id": world.contest.pk}


OF_THE_OFFICE = "it is of the whole office, and only its own people read it"
OF_ALL_BODIES = "a contest is the office's, and every body below takes part in it"
sample("portal:bodies", "portal.view")
sample(
    "outreach:applicants",
    "outreach.applicants",
    a_turnout_election,
    unscoped="a form of the whole election; it offers and takes places in reach alone",
)
sample("outreach:participation", "outreach.participation")
sample("outreach:index_score", "outreach.compare", a_turnout_election, status=405)
for _name in ("participation_at", "participation_pdf"):
    sample(f"outreach:{_name}", "outreach.participation", a_turnout)
sample(
    "outreach:participation_file",
    "outreach.participation",
    lambda world, kecamatan: a_turnout(world, kecamatan) | {"kind": "csv"},
)
sample("outreach:bodies", "outreach.bodies")
sample("outreach:new_body", "outreach.receive_body")
sample("outreach:body", "outreach.bodies", a_body_of_observers, unscoped=OF_THE_OFFICE)
for _name in ("body_paper", "body_person", "body_report"):
    sample(f"outreach:{_name}", f"outreach.{_name}", a_body_of_observers, status=405)
for _name in ("body_check", "body_decide"):
    sample(
        f"outreach:{_name}",
        f"outreach.{_name}",
        lambda world, kecamatan: a_body_of_observers(world, kecamatan) | {"move": "cabut"},
        status=405,
    )
sample(
    "outreach:body_strike",
    "outreach.body_strike",
    lambda world, kecamatan: a_body_of_observers(world, kecamatan) | {"number": 1},
    status=405,
)
sample(
    "outreach:body_file",
    "outreach.bodies_files",
    lambda world, kecamatan: (
        a_body_of_observers(world, kecamatan) | {"paper_id": world.body.papers.get().pk}
    ),
    unscoped=OF_THE_OFFICE,
)
sample(
    "outreach:body_step_file",
    "outreach.bodies_files",
    lambda world, kecamatan: (
        a_body_of_observers(world, kecamatan) | {"step_id": world.body.steps.get().pk}
    ),
    unscoped=OF_THE_OFFICE,
)
for _name in ("body_cards", "body_certificate"):
    sample(
        f"outreach:{_name}", "outreach.bodies_files", a_body_of_observers, unscoped=OF_THE_OFFICE
    )
sample(
    "outreach:body_card",
    "outreach.bodies_files",
    lambda world, kecamatan: a_body_of_observers(world, kecamatan) | {"number": 1},
    unscoped=OF_THE_OFFICE,
)
sample("outreach:contests", "outreach.contests")
sample("outreach:new_contest", "outreach.plan_contest")
for _name, _right in {
    "contest": "outreach.contests",
    "ranking_pdf": "outreach.contests",
    "change_contest": "outreach.change_contest",
}.items():
    sample(f"outreach:{_name}", _right, an_award, unscoped=OF_ALL_BODIES)
sample(
    "outreach:contest_certificate",
    "outreach.contests",
    lambda world, kecamatan: an_award(world, kecamatan) | {"number": 1},
    unscoped=OF_ALL_BODIES,
)
sample("outreach:sheet", "outreach.judge", an_award, unscoped=OF_ALL_BODIES, status=404)
for _name in ("add_juror", "enter_contest", "close_sheet"):
    sample(f"outreach:{_name}", f"outreach.{_name}", an_award, unscoped=OF_ALL_BODIES, status=405)
for _name in ("verify_entry", "score_entry"):
    sample(
        f"outreach:{_name}",
        f"outreach.{_name}",
        lambda world, kecamatan: an_award(world, kecamatan) | {"number": 1},
        status=405,
    )
sample(
    "outreach:contest_step",
    "outreach.contest_step",
    lambda world, kecamatan: an_award(world, kecamatan) | {"move": "buka"},
    status=405,
)
