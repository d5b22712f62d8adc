"""What is found at a door: a visit, a person, a newcomer. Phones and typed paper use these steps.

Nothing changes the list at the door: a change, a removal and a newcomer are proposals for the PPS,
a removal always with its evidence. Only who has the NIK of somebody known is listed at once, as
potential, and put beside that person for a decision.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from jurdil.kernel import crypto
from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime import load_regime
from jurdil.law.voters.identity import read_birth
from jurdil.law.voters.tms import moves, removals
from jurdil.voters import changing, doubles, proposing
from jurdil.voters.changing import NewVoter
from jurdil.voters.models import OrangCoklit, PemilihVersi, RumahCoklit, Usulan
from jurdil.voters.people import Elements, elements_in
from jurdil.voters.proposing import Evidence, Proposal
from jurdil.voters.sealing import NIK, Seals

Result, State, Sign = OrangCoklit.Result, RumahCoklit.State, RumahCoklit.Sign
ELEMENTS = (
    *("nama", "tempat_lahir", "tanggal_lahir", "status_kawin", "jenis_kelamin"),
    *("alamat", "rt", "rw", "disabilitas", "ktp_el"),
)
"""What a change may name besides the two numbers."""
NUMBERS = ("nik", "nkk")
DIGITS = 16


@dataclass(frozen=True)
class Visit:
    """A visit to a household; `strokes` are the pen's, as the page drew them."""

    state: str
    at: datetime
    sticker: bool = False
    met: str = ""
    sign: str = ""
    strokes: str = ""
    note: str = ""


@dataclass(frozen=True)
class Said:
    """What was found of a person; `elements` hold what a change or a newcomer brings.

    `tps` is the number of the right TPS where the code says that the voter stands at a wrong one.
    """

    result: str
    at: datetime
    tms: str = ""
    tps: str = ""
    evidence: str = ""
    evidence_note: str = ""
    note: str = ""
    elements: Mapping[str, str] = field(default_factory=dict)
    reference: str = ""


@inner
def visit(by: Viewer, house: RumahCoklit, seen: Visit) -> RumahCoklit:
    """Note a visit. Raises `Refused` for a state that is none of a visit."""
    if seen.state not in (State.ABSENT, State.VISITED):
        raise Refused(_("Pilih: sudah dikunjungi, atau tidak ditemui."))
    if seen.sign not in Sign.values:
        raise Refused(_("Cara menandatangani ini tidak dikenal."))
    house.state, house.visited_at = seen.state, seen.at
    house.sticker, house.met, house.sign = seen.sticker, seen.met[:100], seen.sign
    house.note = seen.note[:200]
    if seen.sign == Sign.HAND and seen.strokes:
        context = f"coklit:{house.token}"
        house.key_id, house.signature = crypto.encrypt(seen.strokes.encode(), context)
    house.rev += 1
    house.worker_id, house.worker_name = by.account_id, by.name
    house.save()
    return house


@inner
def person(by: Viewer, row: OrangCoklit, said: Said) -> OrangCoklit:
    """Note what was found of a person of the list; what was proposed before gives way to it.

    Raises `Refused` when a change names nothing, a removal lacks its code or evidence, or the
    person is no longer on the village's list.
    """
    voter = present(row)
    _give_way(by, row)
    if said.result == Result.SAME:
        row.proposal, row.tms = None, ""
    elif said.result == Result.CHANGE:
        new = changes(voter, said.elements)
        row.proposal, row.tms = _propose(by, row, voter, said, proposing.Kind.CHANGE, new), ""
    elif said.result == Result.STRIKE:
        kind = _kind_of_code(row, voter, said)
        row.proposal = _propose(by, row, voter, said, kind, {})
        row.tms = said.tms
    else:
        raise Refused(_("Pilih hasil: Sesuai, Ubah, atau TMS."))
    row.seen = voter
    return _note(by, row, said)


@inner
def newcomer(by: Viewer, house: RumahCoklit, said: Said) -> OrangCoklit:
    """Note somebody found at a door who is not on its list.

    A NIK that somebody has already is no reason to refuse: the newcomer is listed as potential,
    and the two are put before a person. Raises `Refused` without name or with an unreadable date.
    """
    elements = _sound(dict(said.elements))
    if not elements.get("nama"):
        raise Refused(_("Tulis nama pemilih baru."))
    row = OrangCoklit(
        election=house.election,
        village=house.village,
        tps=house.tps,
        house=house,
        name=elements["nama"][:100],
        sex=elements.get("jenis_kelamin", "")[:1],
    )
    if _known(elements.get("nik", "")):
        row.seen = _as_potential(by, house, elements)
        row.pemilih = row.seen.pemilih
    else:
        wanted = Proposal(
            kind=proposing.Kind.NEW,
            source=proposing.Source.COKLIT,
            village=house.village,
            elements=elements,
            tps=house.tps,
            evidence=Evidence(said.evidence[:40], said.evidence_note[:200]),
            reference=said.reference,
            note=said.note[:300],
        )
        row.proposal = proposing.propose(by, house.election, wanted)
    return _note(by, row, said)


@inner
def confirm(by: Viewer, row: OrangCoklit, said: Said) -> OrangCoklit:
    """Note what was found of a person when the list says the same by now: nothing to propose."""
    _give_way(by, row)
    row.proposal, row.tms, row.seen = None, said.tms, present(row)
    return _note(by, row, said)


def present(row: OrangCoklit) -> PemilihVersi:
    """The voter as he stands. Raises `Refused` when he left the village's list."""
    found = PemilihVersi.objects.filter(
        pemilih=row.pemilih_id, village=row.village, until_rev__isnull=True
    ).first()
    if found is None:
        raise Refused(_("Pemilih ini tidak lagi di daftar desa ini. Laporkan kepada PPS."))
    return found


def changes(voter: PemilihVersi, elements: Mapping[str, str]) -> dict[str, str]:
    """What of `elements` differs from the list; an empty number leaves the number as it is."""
    old = elements_in(voter).as_row()
    sound = _sound(dict(elements))
    return {
        name: value
        for name, value in sound.items()
        if value != old[name] and (value or name not in NUMBERS)
    }


def _sound(elements: dict[str, str]) -> dict[str, str]:
    """The elements trimmed. Raises `Refused` for a number or a date that cannot be one."""
    kept = {
        name: str(elements[name]).strip()[:150]
        for name in (*NUMBERS, *ELEMENTS)
        if name in elements
    }
    for name in NUMBERS:
        number = kept.get(name, "")
        if number and not (len(number) == DIGITS and number.isascii() and number.isdigit()):
            raise Refused(_("NIK atau NKK harus 16 angka yang utuh. Periksa KTP atau KK."))
    if kept.get("tanggal_lahir"):
        born = read_birth(kept["tanggal_lahir"])
        if born.day is None:
            raise Refused(_("Tanggal lahir tidak terbaca. Tulis hari-bulan-tahun: 17-08-1990."))
        kept["tanggal_lahir"] = born.day.strftime("%d-%m-%Y")
    return kept


def _kind_of_code(row: OrangCoklit, voter: PemilihVersi, said: Said) -> str:
    """What a TMS code proposes: a removal, or a move to the right TPS of the village."""
    regime = load_regime(row.election.regime)
    if said.tms in {code.code for code in removals(regime)}:
        return proposing.Kind.STRIKE
    if said.tms not in {code.code for code in moves(regime)}:
        raise Refused(_("Pilih alasan TMS dari daftar pemilihan ini."))
    held = RumahCoklit.objects.filter(election=row.election_id, village=row.village)
    if not held.filter(tps=_target(row, said)).exists():
        raise Refused(_("Pilih TPS desa ini tempat ia seharusnya terdaftar."))
    if _target(row, said) == voter.tps:
        raise Refused(_("Ia sudah terdaftar di TPS itu. Pilih TPS yang lain."))
    return proposing.Kind.MOVE


def _target(row: OrangCoklit, said: Said) -> str:
    return f"{row.village}/{said.tps}"


def _propose(
    by: Viewer,
    row: OrangCoklit,
    voter: PemilihVersi,
    said: Said,
    kind: str,
    elements: Mapping[str, str],
) -> Usulan:
    wanted = Proposal(
        kind=kind,
        source=proposing.Source.COKLIT,
        village=row.village,
        voter=voter,
        elements=elements,
        tms=said.tms if kind == proposing.Kind.STRIKE else "",
        tps=_target(row, said) if kind == proposing.Kind.MOVE else "",
        evidence=Evidence(said.evidence[:40], said.evidence_note[:200]),
        reference=said.reference,
        note=said.note[:300],
    )
    return proposing.propose(by, row.election, wanted)


def _give_way(by: Viewer, row: OrangCoklit) -> None:
    """An earlier proposal of coklit that still waits is closed by what was found since."""
    old = row.proposal
    if old is None or old.state != proposing.State.OPEN:
        return
    note = _("Diganti oleh catatan coklit yang lebih baru.")
    if old.proposed_by == by.account_id:
        proposing.withdraw(by, old, note)
    else:
        proposing.reject(by, old, note)


def _known(nik: str) -> bool:
    index = Seals().index(NIK, nik)
    return (
        bool(index)
        and PemilihVersi.objects.filter(nik_index=index, until_rev__isnull=True).exists()
    )


def _as_potential(by: Viewer, house: RumahCoklit, elements: Mapping[str, str]) -> PemilihVersi:
    change = changing.begin(by, house.village, source=f"coklit:{house.pk}")
    new = NewVoter(
        Elements(**elements),
        tps=house.tps,
        source=proposing.Source.COKLIT,
        status=PemilihVersi.Status.POTENTIAL,
    )
    versions = changing.add(change, [new])
    doubles.look_for(versions)
    return versions[0]


def _note(by: Viewer, row: OrangCoklit, said: Said) -> OrangCoklit:
    row.result, row.recorded_at = said.result, said.at
    row.worker_id, row.worker_name = by.account_id, by.name
    row.save()
    return row
