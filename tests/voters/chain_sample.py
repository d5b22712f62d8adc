"""A chain of lists written straight into tables, for the samples of every page."""

from uuid import uuid4

from jurdil.kernel import clock, crypto
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.voters import revising
from jurdil.voters.models import (
    LepasDaftar,
    PemilihVersi,
    PindahMemilih,
    Revisi,
    Tanda,
    Tanggapan,
)
from jurdil.voters.people import elements_in
from jurdil.voters.sealing import seal_row
from tests.writes import setting_up

KEEPER = {"account": None, "account_name": "Contoh operator"}


def determined(by: Viewer, election: Election, voters: list[int]) -> Revisi:
    """A DPS and a DPT of an election in which the villages of some voters are fixed."""
    villages = sorted({present(one).village for one in voters})
    with setting_up():
        dps = _fixed(election, Revisi.Kind.DPS, None, villages)
        _fixed(election, Revisi.Kind.DPT, dps, villages)
        LepasDaftar.objects.create(
            election=election, basis="Contoh", legal_at=clock.now(), **KEEPER
        )
    return dps


def _fixed(election: Election, kind: str, previous: Revisi | None, villages: list[str]) -> Revisi:
    made = Revisi.objects.create(
        election=election,
        kind=kind,
        path=election.path,
        previous=previous,
        opened_at=clock.now(),
        state=Revisi.State.DETERMINED,
        decided_at=clock.now(),
    )
    for village in villages:
        revising.fix(made, village)
    return made


def present(voter_id: int) -> PemilihVersi:
    """A voter's present version."""
    return PemilihVersi.objects.get(pemilih=voter_id, until_rev__isnull=True)


def transfer(election: Election, _chain: Revisi, voter_id: int) -> int:
    """The transfer of a voter to another regency."""
    known = PindahMemilih.objects.filter(pemilih=voter_id).first()
    if known:
        return known.pk
    row, token = present(voter_id), uuid4()
    key_id, sealed = seal_row(elements_in(row).as_row(), token)
    with setting_up():
        return PindahMemilih.objects.create(
            election=election,
            number=PindahMemilih.objects.count() + 1,
            pemilih_id=voter_id,
            token=token,
            key_id=key_id,
            sealed=sealed,
            nik_index=row.nik_index,
            name=row.name,
            sex=row.sex,
            origin=row.tps,
            target="73.71.01.1001",
            target_name="TPS 4 Contoh",
            reason="belajar",
            ballots=["ppwp"],
            evidence="surat",
            noted_at=clock.now(),
            **KEEPER,
        ).pk


def mark(chain: Revisi, voter_id: int) -> int:
    """A mark beside a voter."""
    row = present(voter_id)
    known = Tanda.objects.filter(pemilih=voter_id).first()
    if known:
        return known.pk
    with setting_up():
        return Tanda.objects.create(
            revision=chain,
            pemilih_id=voter_id,
            version=row,
            village=row.village,
            kind="meninggal",
            evidence="akta",
            marked_at=clock.now(),
            **KEEPER,
        ).pk


def comment(chain: Revisi, village: str) -> int:
    """A comment on a list."""
    known = Tanggapan.objects.filter(village=village).first()
    if known:
        return known.pk
    token = uuid4()
    said = b'{"name": "Contoh Warga", "contact": ""}'
    key_id, sealed = crypto.encrypt(said, f"tanggapan:{token}")
    with setting_up():
        return Tanggapan.objects.create(
            revision=chain,
            number=Tanggapan.objects.count() + 1,
            village=village,
            about="belum-terdaftar",
            speaker="warga",
            text="Contoh",
            token=token,
            key_id=key_id,
            sealed=sealed,
            received_on=clock.today(),
            **KEEPER,
        ).pk
