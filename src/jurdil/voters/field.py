"""What phones record at the doors of coklit, and the list that a Pantarlih takes along."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from jurdil.kernel import outbox, windows
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import SyncFile
from jurdil.kernel.outbox import Applied, Conflict, FieldEvent, Kind
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text
from jurdil.voters.coklit import recording
from jurdil.voters.coklit.recording import Said, Visit
from jurdil.voters.models import OrangCoklit, PemilihVersi, RumahCoklit, Usulan
from jurdil.voters.people import elements_in

STAGE = "coklit"
RIGHT, DECIDES = "voters.coklit", "voters.coklit_decide"


def _visit(by: Viewer, event: FieldEvent) -> Applied:
    house = _house(by, event)
    seen = Visit(
        state=_text(event, "keadaan"),
        at=outbox.recorded(event),
        sticker=event.values.get("stiker") is True,
        met=_text(event, "ditemui"),
        sign=_text(event, "ttd"),
        strokes=_text(event, "goresan", 7_000),
        note=_text(event, "catatan"),
    )
    if not event.force:
        windows.require_open(house.election_id, STAGE)
        office = _visit_values(house)
        if {name: event.values.get(name) for name in office} == office:
            return Applied(house.tps, house.rev, same=True)
        if house.rev != event.base and house.worker_id != by.account_id:
            raise Conflict(house.tps, house.rev, office)
    recording.visit(by, house, seen)
    return Applied(house.tps, house.rev)


def _person(by: Viewer, event: FieldEvent) -> Applied:
    rows = OrangCoklit.objects.filter(tps__within=by.path, pemilih__isnull=False)
    if not event.subject.isdecimal():
        raise OrangCoklit.DoesNotExist
    row = rows.select_for_update(of=["self"]).get(pk=int(event.subject))
    voter, said = recording.present(row), _said(event)
    if not event.force:
        windows.require_open(row.election_id, STAGE)
        agrees = _agrees(row, voter, said)
        if agrees and row.result:
            return Applied(row.tps, voter.pk, same=True)
        moved_on = voter.pk != event.base and not agrees
        another = bool(row.result) and row.worker_id != by.account_id
        if moved_on or another:
            raise Conflict(row.tps, voter.pk, _person_values(row, voter, event))
        if agrees:
            recording.confirm(by, row, said)
            return Applied(row.tps, voter.pk, same=True)
    recording.person(by, row, said)
    return Applied(row.tps, voter.pk)


def _newcomer(by: Viewer, event: FieldEvent) -> Applied:
    house = _house(by, event)
    if not event.force:
        windows.require_open(house.election_id, STAGE)
    recording.newcomer(by, house, _said(event))
    return Applied(house.tps, house.rev)


def _evidence(by: Viewer, event: FieldEvent, kept: SyncFile) -> None:
    """A photo of the evidence, behind the proposal that its record became.

    A photo is shown without what the phone wrote into it; a paper of several pages as it came. A
    record that proposed nothing keeps its photo to itself.
    """
    rows = Usulan.objects.select_for_update(of=["self"]).filter(village__within=_village(by.path))
    held = rows.filter(reference=f"sync:{event.id}", file__isnull=True).first()
    if held is not None:
        held.file_id = kept.views[0] if len(kept.views) == 1 else kept.file_id
        held.save(update_fields=["file"])


def _village(path: str) -> str:
    """The village of a TPS; any other place is itself."""
    return path.partition("/")[0]


def _house(by: Viewer, event: FieldEvent) -> RumahCoklit:
    """The household of an event; a phone may bring a new one, in a TPS that has coklit."""
    try:
        token = UUID(event.subject)
    except ValueError as error:
        raise RumahCoklit.DoesNotExist from error
    rows = RumahCoklit.objects.filter(tps__within=by.path).select_for_update(of=["self"])
    if house := rows.filter(token=token).first():
        return house
    if RumahCoklit.objects.filter(token=token).exists():
        raise RumahCoklit.DoesNotExist
    near = rows.filter(tps=_text(event, "tps")).order_by("-election_id").first()
    if near is None:
        raise RumahCoklit.DoesNotExist
    rt, rw = _text(event, "rt", 5), _text(event, "rw", 5)
    head = _text(event, "kepala") or _text(event, "nama")
    if not head:
        raise Refused(_("Tulis nama kepala keluarga rumah yang baru."))
    return RumahCoklit.objects.create(
        election_id=near.election_id,
        token=token,
        village=near.village,
        tps=near.tps,
        head=head,
        address=_text(event, "alamat", 150),
        rt=rt,
        rw=rw,
        sort_key=f"{rw[-3:].rjust(3, '0')}{rt[-3:].rjust(3, '0')}~{head}"[:40],
        signature=b"",
    )


def _said(event: FieldEvent) -> Said:
    return Said(
        result=_text(event, "hasil") or recording.Result.NEW,
        at=outbox.recorded(event),
        tms=_text(event, "kode", 20),
        tps=_text(event, "ke", 3),
        evidence=_text(event, "bukti", 40),
        evidence_note=_text(event, "nomor", 200),
        note=_text(event, "catatan", 300),
        elements={
            name: _text(event, name, 150)
            for name in (*recording.NUMBERS, *recording.ELEMENTS)
            if name in event.values
        },
        reference=f"sync:{event.id}",
    )


def _agrees(row: OrangCoklit, voter: PemilihVersi, said: Said) -> bool:
    """Whether the office already has what the field says."""
    if said.result == recording.Result.STRIKE and said.tps:
        return voter.tps == f"{row.village}/{said.tps}"
    if said.result == recording.Result.STRIKE:
        return voter.status == PemilihVersi.Status.STRUCK and voter.tms == said.tms
    if said.result == recording.Result.CHANGE:
        return not recording.changes(voter, said.elements)
    return row.result == said.result and row.seen_id == voter.pk


def _person_values(row: OrangCoklit, voter: PemilihVersi, event: FieldEvent) -> dict[str, Any]:
    """The office's side, as far as the field's record speaks of it; no number."""
    known = elements_in(voter).as_row()
    office: dict[str, Any] = {name: known[name] for name in recording.ELEMENTS}
    if voter.status == PemilihVersi.Status.STRUCK:
        return {"hasil": "tms", "kode": voter.tms, **office}
    return {"hasil": row.result, **office}


def _visit_values(house: RumahCoklit) -> dict[str, Any]:
    return {"keadaan": house.state, "stiker": house.sticker, "ditemui": house.met}


def _text(event: FieldEvent, name: str, most: int = 100) -> str:
    value = event.values.get(name, "")
    return value.strip()[:most] if isinstance(value, str) else ""


def _house_title(viewer: Viewer, subject: str) -> str:
    try:
        house = RumahCoklit.objects.filter(tps__within=viewer.path, token=UUID(subject)).first()
    except ValueError:
        return subject
    if house is None:
        return _("Rumah baru")
    facts = {"head": house.head, "rt": house.rt or "–", "rw": house.rw or "–"}
    return _("Keluarga %(head)s, RT %(rt)s RW %(rw)s") % facts


def _person_title(viewer: Viewer, subject: str) -> str:
    if not subject.isdecimal():
        return subject
    row = OrangCoklit.objects.filter(tps__within=viewer.path, pk=int(subject)).first()
    return row.name if row else subject


_ELEMENTS = {
    "nama": Text("Nama", "Name"),
    "tempat_lahir": Text("Tempat lahir", "Place of birth"),
    "tanggal_lahir": Text("Tanggal lahir", "Date of birth"),
    "status_kawin": Text("Status kawin", "Marital status"),
    "jenis_kelamin": Text("Jenis kelamin", "Sex"),
    "alamat": Text("Jalan atau dusun", "Street or hamlet"),
    "rt": Text("RT", "RT"),
    "rw": Text("RW", "RW"),
    "disabilitas": Text("Disabilitas", "Disability"),
    "ktp_el": Text("KTP-el", "KTP-el"),
}
_EVIDENCE = {
    "kode": Text("Alasan TMS", "Reason for TMS"),
    "ke": Text("TPS yang benar", "The right TPS"),
    "bukti": Text("Bukti", "Evidence"),
    "nomor": Text("Nomor bukti", "Number of the evidence"),
    "catatan": Text("Catatan", "Note"),
}
_RESULTS = {
    "": Text("Belum dicoklit", "Not asked yet"),
    "sesuai": Text("Sesuai", "Correct"),
    "ubah": Text("Ubah data", "Change of data"),
    "tms": Text("TMS", "TMS"),
    "baru": Text("Pemilih baru", "New voter"),
}
_STATES = {
    "belum": Text("Belum dikunjungi", "Not visited yet"),
    "tidak-ditemui": Text("Tidak ditemui, akan kembali", "Not met, will return"),
    "selesai": Text("Sudah dikunjungi", "Visited"),
}
_SIGNS = {
    "ttd": Text("Tanda tangan", "Signature"),
    "cap": Text("Cap jempol", "Thumb print"),
    "tidak-bisa": Text("Tidak bisa menandatangani", "Cannot sign"),
}

outbox.register(
    Kind(
        code="coklit.kunjungan",
        name=Text("Kunjungan coklit", "Coklit visit"),
        right=RIGHT,
        decides=DECIDES,
        step=_visit,
        labels={
            "keadaan": Text("Keadaan", "State"),
            "stiker": Text("Stiker ditempel", "Sticker put up"),
            "ditemui": Text("Yang ditemui", "Who was met"),
            "ttd": Text("Tanda tangan", "Signature"),
            "catatan": Text("Catatan", "Note"),
        },
        words={"keadaan": _STATES, "ttd": _SIGNS},
        title=_house_title,
    )
)
outbox.register(
    Kind(
        code="coklit.orang",
        name=Text("Hasil coklit seorang pemilih", "Coklit result of a voter"),
        right=RIGHT,
        decides=DECIDES,
        step=_person,
        labels={"hasil": Text("Hasil", "Result"), **_EVIDENCE, **_ELEMENTS},
        words={"hasil": _RESULTS},
        title=_person_title,
        masked=frozenset(recording.NUMBERS),
        attach=_evidence,
    )
)
outbox.register(
    Kind(
        code="coklit.baru",
        name=Text("Pemilih baru di rumah", "New voter at a door"),
        right=RIGHT,
        decides=DECIDES,
        step=_newcomer,
        labels={**_ELEMENTS, **_EVIDENCE},
        title=_house_title,
        masked=frozenset(recording.NUMBERS),
        attach=_evidence,
    )
)
outbox.register_package(
    "coklit",
    Text("Coklit TPS saya", "Coklit of my TPS"),
    RIGHT,
    "voters:coklit_list",
    page="voters_field:coklit",
    assets=("voters/coklit.js", "voters/coklit-data.js", "voters/coklit.css"),
)
