"""Proposals and what accepting them does: the one door through which a voter changes.

Coklit, agency data, visits, comments of citizens and advice of the overseer all arrive here. Rooms'
acts call these steps; a removal takes effect only by the decision of a second person.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from uuid import uuid4

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.fields import within
from jurdil.kernel.language import say
from jurdil.kernel.models import Election, StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime import load_regime
from jurdil.law.voters.tms import Effect, effect, find
from jurdil.voters import changing, doubles
from jurdil.voters.changing import Change, NewVoter
from jurdil.voters.models import PemilihVersi, Usulan
from jurdil.voters.people import NAMES, Elements, elements_in
from jurdil.voters.sealing import NIK, Seals, elements_of, seal_elements

Kind, Source, State = Usulan.Kind, Usulan.Source, Usulan.State


@dataclass(frozen=True)
class Evidence:
    """The paper behind a proposal: its kind (akta kematian), a note, perhaps its picture."""

    kind: str = ""
    note: str = ""
    file: StoredFile | None = None


@dataclass(frozen=True)
class Proposal:
    """What is proposed. `elements` hold only what is new; `voter` is None for a new person."""

    kind: str
    source: str
    village: str
    voter: PemilihVersi | None = None
    elements: Mapping[str, str] = field(default_factory=dict)
    tps: str = ""
    tms: str = ""
    entered: str = ""
    evidence: Evidence = Evidence()
    reference: str = ""
    note: str = ""


@inner
def propose(by: Viewer, election: Election, wanted: Proposal) -> Usulan:
    """Record a proposal for a person to decide. Raises `Refused` when it says too little."""
    _check(wanted)
    _check_code(election, wanted)
    token = uuid4()
    elements = {name: value for name, value in wanted.elements.items() if name in NAMES}
    key_id, sealed = seal_elements(elements, token)
    return Usulan.objects.create(
        election=election,
        kind=wanted.kind,
        source=wanted.source,
        reference=wanted.reference,
        pemilih_id=wanted.voter.pemilih_id if wanted.voter else None,
        seen=wanted.voter,
        village=wanted.village,
        tps=wanted.tps,
        tms=wanted.tms,
        tms_regime=election.regime if wanted.tms else "",
        entered=wanted.entered,
        token=token,
        key_id=key_id,
        sealed=sealed,
        nik_index=Seals().index(NIK, elements.get("nik", "")),
        evidence=wanted.evidence.kind,
        evidence_note=wanted.evidence.note,
        file=wanted.evidence.file,
        note=wanted.note,
        proposed_by=by.account_id,
        proposed_name=by.name,
        proposed_at=clock.now(),
    )


@inner
def accept(by: Viewer, proposal: Usulan, note: str = "", *, change: Change | None = None) -> Usulan:
    """Carry a proposal out. `change` lets an act that decides many share one change of a village.

    Raises `Refused` when it is decided already, when the proposer of a removal decides it, or when
    the voter changed since the proposal was made.
    """
    _require_open(proposal)
    if proposal.kind == Kind.STRIKE and by.account_id == proposal.proposed_by:
        raise Refused(_("Usulan TMS diputuskan oleh orang kedua, bukan oleh pengusulnya."))
    if proposal.kind == Kind.MOVE and not stays_in_village(proposal):
        proposal.result = _carry(by, proposal, note)
    else:
        source = f"usulan:{proposal.pk}"
        change = change or changing.begin(by, proposal.village, source=source, reason=note)
        proposal.result = _CARRY_OUT[proposal.kind](change, proposal)
    if proposal.kind in (Kind.NEW, Kind.CHANGE) and proposal.result:
        doubles.look_for([proposal.result])
    return _decide(by, proposal, State.ACCEPTED, note)


@inner
def reject(by: Viewer, proposal: Usulan, note: str) -> Usulan:
    """Turn a proposal down, with its reason. Raises `Refused` without one or when decided."""
    _require_open(proposal)
    if not note.strip():
        raise Refused(_("Tulis alasan penolakan Anda."))
    return _decide(by, proposal, State.REJECTED, note)


@inner
def withdraw(by: Viewer, proposal: Usulan, note: str) -> Usulan:
    """Take a proposal back. Raises `Refused` when it is another's or decided."""
    _require_open(proposal)
    if proposal.proposed_by != by.account_id:
        raise Refused(_("Usulan ini ditarik oleh pengusulnya sendiri."))
    return _decide(by, proposal, State.WITHDRAWN, note)


def _check(wanted: Proposal) -> None:
    if wanted.kind == Kind.STRIKE and not wanted.tms:
        raise Refused(_("Pilih alasan TMS."))
    if wanted.kind == Kind.STRIKE and not wanted.evidence.kind:
        raise Refused(_("Usulan TMS harus menyebut buktinya, misalnya akta kematian."))
    if wanted.kind == Kind.NEW and not wanted.elements.get("nama", "").strip():
        raise Refused(_("Tulis nama pemilih baru."))
    if wanted.kind != Kind.NEW and wanted.voter is None:
        raise Refused(_("Pilih pemilih yang diusulkan berubah."))
    if wanted.kind == Kind.CHANGE and not wanted.elements:
        raise Refused(_("Tidak ada data yang diubah dalam usulan ini."))
    if wanted.kind == Kind.MOVE and not wanted.tps:
        raise Refused(_("Pilih TPS tujuan."))
    if wanted.kind == Kind.NEW and wanted.tps.partition("/")[0] not in ("", wanted.village):
        raise Refused(_("TPS yang dipilih bukan TPS desa itu. Pilih TPS desanya."))


def _check_code(election: Election, wanted: Proposal) -> None:
    """A code that only moves or remarks, such as 8 of 2024, must not take a voter off the list."""
    if wanted.kind != Kind.STRIKE:
        return
    try:
        code = find(load_regime(election.regime), wanted.tms)
    except LookupError as error:
        facts = {"code": wanted.tms, "election": election.name}
        raise Refused(
            _("Kode TMS %(code)s tidak ada dalam aturan %(election)s. Pilih dari daftarnya.")
            % facts
        ) from error
    if effect(code) is Effect.LEAVES:
        return
    facts = {"code": code.code, "name": say(code.name)}
    if effect(code) is Effect.CHANGES_TPS:
        raise Refused(
            _("Kode %(code)s (%(name)s) tidak menghapus pemilih. Usulkan pindah TPS.") % facts
        )
    raise Refused(
        _("Kode %(code)s (%(name)s) bukan TMS. Pemilih tetap dalam daftar; ubah datanya.") % facts
    )


def _require_open(proposal: Usulan) -> None:
    if proposal.state != State.OPEN:
        facts = {"state": State(proposal.state).label}
        raise Refused(_("Usulan ini sudah diputuskan: %(state)s.") % facts)


def _decide(by: Viewer, proposal: Usulan, state: str, note: str) -> Usulan:
    proposal.state, proposal.decision_note = state, note.strip()[:300]
    proposal.decided_by, proposal.decided_name = by.account_id, by.name
    proposal.decided_at = clock.now()
    proposal.save(
        update_fields=[
            *("state", "decision_note", "decided_by", "decided_name", "decided_at", "result")
        ]
    )
    return proposal


def _present(proposal: Usulan) -> PemilihVersi:
    """The voter as he stands; the proposer must have seen that same version."""
    present = PemilihVersi.objects.filter(
        pemilih=proposal.pemilih_id, village=proposal.village, until_rev__isnull=True
    ).first()
    if present is None:
        raise Refused(_("Pemilih ini tidak lagi di daftar desa tersebut. Periksa riwayatnya."))
    if proposal.seen_id not in (None, present.pk):
        raise Refused(
            _("Data pemilih ini berubah setelah diusulkan. Bandingkan keduanya, lalu usulkan lagi.")
        )
    return present


def _add(change: Change, proposal: Usulan) -> PemilihVersi:
    new = NewVoter(
        elements=Elements(**elements_of(proposal)),
        tps=proposal.tps,
        source=proposal.source,
        entered=proposal.entered,
    )
    return changing.add(change, [new])[0]


def _strike(change: Change, proposal: Usulan) -> PemilihVersi:
    return changing.strike(change, _present(proposal), proposal.tms, proposal.tms_regime)


def _change(change: Change, proposal: Usulan) -> PemilihVersi:
    present = _present(proposal)
    elements = replace(elements_in(present), **elements_of(proposal))
    return changing.correct(change, present, elements, source=proposal.source)


def _move(change: Change, proposal: Usulan) -> PemilihVersi:
    return changing.amend(change, [_present(proposal)], {"tps": proposal.tps})[0]


def stays_in_village(proposal: Usulan) -> bool:
    """Whether carrying the proposal out changes the list of one village only."""
    return proposal.kind != Kind.MOVE or proposal.tps.partition("/")[0] == proposal.village


def _carry(by: Viewer, proposal: Usulan, note: str) -> PemilihVersi:
    """Move a voter to another village; `tps` is a TPS there, or the village itself.

    Raises `Refused` for somebody who does not answer for both villages.
    """
    present, source = _present(proposal), f"usulan:{proposal.pk}"
    target, slash, _number = proposal.tps.partition("/")
    if not within(target, by.path):
        raise Refused(
            _("Desa tujuan di luar wilayah kerja Anda. Usulan ini diputuskan PPK atau kantor KPU.")
        )
    changes = {
        village: changing.begin(by, village, source=source, reason=note)
        for village in sorted((proposal.village, target))
    }
    tps = proposal.tps if slash else ""
    return changing.carry(changes[proposal.village], changes[target], present, tps)


def _restore(change: Change, proposal: Usulan) -> PemilihVersi:
    back = {"status": PemilihVersi.Status.ACTIVE, "tms": "", "tms_regime": "", "entered": "pulih"}
    return changing.amend(change, [_present(proposal)], back)[0]


_CARRY_OUT: dict[str, Callable[[Change, Usulan], PemilihVersi]] = {
    Kind.NEW: _add,
    Kind.STRIKE: _strike,
    Kind.CHANGE: _change,
    Kind.MOVE: _move,
    Kind.RESTORE: _restore,
}
