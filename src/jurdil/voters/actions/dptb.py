"""DPTb: a voter of a DPT votes at another TPS, out of ours or into ours."""

from dataclasses import dataclass, field
from uuid import uuid4

from django.db.models import Max
from django.utils.translation import gettext as _

from jurdil.kernel import clock, windows
from jurdil.kernel.acts import Done, Refused, act, person
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime import load_regime
from jurdil.law.voters import dptb as law
from jurdil.places import paths
from jurdil.voters import chaining, transfers
from jurdil.voters.models import PemilihVersi, PindahMemilih, RekapTps
from jurdil.voters.people import Elements, elements_in
from jurdil.voters.proposing import Evidence
from jurdil.voters.sealing import NIK, Seals, seal_row
from jurdil.voters.transfers import State

STAGE = "dptb"


@dataclass(frozen=True)
class Elsewhere:
    """A TPS outside the office's region: its path as far as known, and in words."""

    path: str
    name: str


@dataclass(frozen=True)
class Transfer:
    """Why and with which paper a voter votes elsewhere; `ballots` are handed out where unclear."""

    reason: str
    evidence: Evidence
    ballots: tuple[str, ...] = field(default_factory=tuple)


@dataclass(frozen=True)
class _Way:
    origin: str
    target: str
    origin_name: str = ""
    target_name: str = ""
    voter: int | None = None


@act("voters.dptb_out")
def register_out(
    *,
    by: Viewer,
    election_id: int,
    voter_id: int,
    target: str,
    wanted: Transfer,
    target_name: str = "",
) -> Done[PindahMemilih]:
    """A voter of this office's DPT votes elsewhere, here or in another region.

    `target` is a TPS; outside the region it may be any place with `target_name` in words. Raises
    PemilihVersi.DoesNotExist outside the scope; `Refused` without DPT, for somebody not on it, for
    a reason whose last day is over, without evidence, for the same TPS, and a second time.
    """
    person(by)
    election = _election(election_id)
    version = PemilihVersi.objects.get(
        pemilih=voter_id, until_rev__isnull=True, village__within=by.path
    )
    standing = chaining.final_of(election_id, version.village)
    if standing is None:
        raise Refused(_("DPT pemilihan ini belum ditetapkan di desa tersebut."))
    row = chaining.on_final(standing, voter_id, version.village)
    if not row.tps:
        raise Refused(_("Pemilih ini belum mempunyai TPS dalam DPT."))
    _require_target(election, target, target_name)
    way = _Way(row.tps, target, target_name=target_name.strip()[:200], voter=voter_id)
    made = _write(by, election, wanted, elements_in(row), way)
    return _done(made, version.village)


@act("voters.dptb_in")
def register_in(
    *,
    by: Viewer,
    election_id: int,
    origin: Elsewhere,
    target: str,
    elements: Elements,
    wanted: Transfer,
) -> Done[PindahMemilih]:
    """A voter of another region's DPT votes at a TPS of this office.

    Raises `Refused` as `register_out`, and for an origin inside this region: that voter goes out
    from his own TPS.
    """
    person(by)
    election = _election(election_id)
    if not within(target, by.path):
        raise Election.DoesNotExist
    _require_tps(election, target)
    if within(origin.path, election.path):
        raise Refused(_("Pemilih ini ada di wilayah kantor ini. Catat dari TPS asalnya."))
    if not origin.path or not origin.name.strip():
        raise Refused(_("Pilih kabupaten/kota asalnya dan tulis TPS asal seperti pada suratnya."))
    if not elements.nama.strip() or elements.jenis_kelamin not in ("L", "P"):
        raise Refused(_("Tulis nama dan jenis kelamin seperti pada Surat Pindah Memilih."))
    way = _Way(origin.path, target, origin_name=origin.name.strip()[:200])
    made = _write(by, election, wanted, elements, way)
    return _done(made, target)


@act("voters.dptb_cancel")
def cancel_transfer(*, by: Viewer, transfer_id: int, why: str) -> Done[PindahMemilih]:
    """Cancel a transfer: the voter votes at his own TPS. Raises `Refused` without a reason."""
    person(by)
    rows = PindahMemilih.objects.select_for_update(of=("self",))
    held = rows.get(pk=transfer_id)
    place = next((p for p in (held.origin, held.target) if within(p, by.path)), None)
    if place is None:
        raise PindahMemilih.DoesNotExist
    if held.state == State.CANCELLED:
        raise Refused(_("Pindah memilih ini sudah dibatalkan."))
    if not why.strip():
        raise Refused(_("Tulis mengapa pindah memilih ini dibatalkan."))
    held.state, held.cancelled_at, held.cancelled_name = State.CANCELLED, clock.now(), by.name
    held.cancelled_why = why.strip()[:200]
    held.save(update_fields=["state", "cancelled_at", "cancelled_name", "cancelled_why"])
    return _done(held, place)


def _election(election_id: int) -> Election:
    election = Election.objects.select_for_update().get(pk=election_id)
    if election.voting_day is None:
        raise Refused(_("Di luar tahapan tidak ada pindah memilih."))
    return election


def _require_target(election: Election, target: str, name: str) -> None:
    if within(target, election.path):
        _require_tps(election, target)
    elif not target or not name.strip():
        raise Refused(_("Tulis kabupaten/kota dan TPS tujuan di luar wilayah kantor ini."))


def _require_tps(election: Election, target: str) -> None:
    known = RekapTps.objects.filter(revision__election=election, path=target)
    if paths.level(target) != paths.TPS or not known.exists():
        raise Refused(_("TPS tujuan itu tidak ada dalam daftar pemilihan ini. Periksa nomornya."))


def _write(
    by: Viewer, election: Election, wanted: Transfer, elements: Elements, way: _Way
) -> PindahMemilih:
    """The transfer under the next number of the register, its elements sealed."""
    _require_reason(election, wanted)
    if way.origin == way.target:
        raise Refused(_("TPS asal dan tujuan sama."))
    index = Seals().index(NIK, elements.nik)
    _require_first(election, way.voter, index)
    token = uuid4()
    key_id, sealed = seal_row(elements.as_row(), token)
    rows = PindahMemilih.objects.filter(election=election)
    last = rows.aggregate(last=Max("number"))["last"] or 0
    return PindahMemilih.objects.create(
        election=election,
        number=last + 1,
        pemilih_id=way.voter,
        token=token,
        key_id=key_id,
        sealed=sealed,
        nik_index=index,
        name=elements.nama.strip()[:100],
        sex=elements.jenis_kelamin,
        origin=way.origin,
        origin_name=way.origin_name,
        target=way.target,
        target_name=way.target_name,
        reason=wanted.reason,
        ballots=_ballots(by, election, wanted, way),
        evidence=wanted.evidence.kind.strip()[:40],
        evidence_note=wanted.evidence.note.strip()[:200],
        file=wanted.evidence.file,
        noted_at=clock.now(),
        account=by.account_id,
        account_name=by.name,
    )


def _require_reason(election: Election, wanted: Transfer) -> None:
    regime = load_regime(election.regime)
    if any(stage.id == STAGE for stage in regime.stages):
        windows.require_open(election.pk, STAGE)
    assert election.voting_day is not None
    known = {one.code: one for one in law.reasons(regime, election.voting_day)}
    reason = known.get(wanted.reason)
    if reason is None:
        raise Refused(_("Pilih alasan pindah memilih yang berlaku dalam pemilihan ini."))
    if not reason.open_on(clock.today()):
        facts = {"reason": reason.name.id, "day": reason.last_day.strftime("%d-%m-%Y")}
        raise Refused(_("Alasan “%(reason)s” berlaku sampai %(day)s.") % facts)
    if not wanted.evidence.kind.strip():
        raise Refused(_("Sebutkan bukti alasannya, misalnya surat tugas."))


def _require_first(election: Election, voter: int | None, index: str) -> None:
    rows = PindahMemilih.objects.filter(election=election, state=State.ACTIVE)
    known = rows.filter(pemilih=voter).first() if voter else None
    known = known or (rows.filter(nik_index=index).first() if index else None)
    if known is not None:
        raise Refused(
            _("Pemilih ini sudah pindah memilih dengan surat nomor %(number)s. Batalkan dulu.")
            % {"number": known.number}
        )


def _ballots(by: Viewer, election: Election, wanted: Transfer, way: _Way) -> list[str]:
    """The ballots due; where the dapil are not recorded the officer says."""
    found = transfers.ballots(election, by.house, way.origin, way.target)
    return [
        contest
        for contest, is_due in found.items()
        if is_due or (is_due is None and contest in wanted.ballots)
    ]


def _done(row: PindahMemilih, path: str) -> Done[PindahMemilih]:
    facts = {
        "number": row.number,
        "state": row.state,
        "origin": row.origin,
        "target": row.target,
        "reason": row.reason,
        "ballots": row.ballots,
        "voter": row.pemilih_id,
        "file": row.file_id,
    }
    return Done(row, f"pindah:{row.pk}", path, facts)
