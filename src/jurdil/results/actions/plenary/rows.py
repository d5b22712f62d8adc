"""Rows as they are read: states, copies in the room, and corrections on the spot."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.fields import within
from jurdil.kernel.models import StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law import sitting, sitting_words
from jurdil.results import room
from jurdil.results.fixed import decisions_over
from jurdil.results.models import (
    BarisSidang,
    Form,
    FormVersi,
    Kejadian,
    Pembetulan,
    Salinan,
    Sidang,
)
from jurdil.results.shapes import Shape, require_figure, shape_of
from jurdil.results.sitting_facts import require_participant
from jurdil.results.writing import Source, put_figures, read_figures

Move = sitting.Move
MOST_AREAS = 500
WITNESS = Salinan.Holder.WITNESS
BY_HAND = (Move.READ, Move.MATCH, Move.APPROVE)


@act("results.plenary_read")
def move_row(*, by: Viewer, row_id: int, move: str) -> Done[BarisSidang]:
    """Read a row aloud, match it with the copies, approve it; the screen follows.

    Reading a row that was read before only shows it again. Raises `Refused` for a step out of
    order, and for approving a row whose form (or kecamatan) is not in.
    """
    held, row = room.take_row(by, row_id)
    if move not in BY_HAND:
        raise Refused(_("Langkah ini tidak dikenal. Baca, cocokkan, atau sahkan barisnya."))
    step, now = Move(move), clock.now()
    if not (step is Move.READ and row.state != BarisSidang.State.WAITING):
        _require_undetermined(held, row.contest)
        room.move(held, row, step)
    else:
        room.require_open(held)
    if step is Move.READ:
        held.current, held.area = row, 0
        row.read_at = row.read_at or now
    if step is Move.APPROVE:
        _may_approve(by, held, row)
        row.approved_at = now
    row.save(update_fields=["state", "read_at", "approved_at"])
    room.changed(held, "current", "area")
    facts = {"contest": row.contest, "place": row.path, "move": move, "state": row.state}
    return Done(row, f"baris:{row.pk}", held.path, facts)


@act("results.plenary_point")
def point_screen(*, by: Viewer, sidang_id: int, area: int) -> Done[Sidang]:
    """Show an area of the row on the wall, 0 being the first. Raises `Refused` below 0."""
    held = room.take(by, sidang_id)
    if not 0 <= area <= MOST_AREAS:
        raise Refused(_("Bagian ini tidak ada pada layar."))
    held.area = area
    room.changed(held, "area")
    return Done(held, f"sidang:{held.pk}", held.path, {"area": area})


@act("results.plenary_copy")
def note_copy(
    *,
    by: Viewer,
    row_id: int,
    holder: str,
    participant: str = "",
    differs: Mapping[str, int] | None = None,
    document: StoredFile | None = None,
) -> Done[Salinan]:
    """Note what a copy in the room says: as the row does, except where it `differs`.

    Without `differs` the copy agrees, whatever was noted before.

    Raises `Refused` for a figure that the form does not have, a negative one, or the copy of a
    participant of another contest.
    """
    held, row = room.take_row(by, row_id)
    room.require_open(held)
    if holder not in Salinan.Holder.values:
        raise Refused(_("Pilih pemegang salinan: PPK, saksi, atau pengawas."))
    if holder == WITNESS:
        require_participant(held, row.contest, participant)
    else:
        participant = ""
    shape = room.shape_at(held, row.contest, row.path)
    if shape is None:
        raise Refused(_("Formulir baris ini belum masuk, jadi belum ada yang dicocokkan."))
    changes = dict(differs or {})
    for field, value in changes.items():
        require_figure(shape, field, value)
    key: dict[str, Any] = {"holder": holder, "participant": participant}
    known = row.copies.filter(**key).first() if changes else None
    base = known.figures if known else room.figures_at(held, row.contest, row.path)
    figures = {**base, **changes}
    made, _new = Salinan.objects.update_or_create(
        row=row,
        **key,
        defaults={
            "figures": figures,
            "document": document,
            "account_name": by.name,
            "recorded_at": clock.now(),
        },
    )
    room.changed(held)
    facts = {"holder": holder, "participant": participant, "place": row.path, "differs": changes}
    return Done(made, f"salinan:{made.pk}", held.path, facts)


@dataclass(frozen=True)
class Change:
    """A correction as it is asked for."""

    path: str
    field: str
    new: int | None
    reason: str
    note: str


@act("results.plenary_correct")
def correct_figure(
    *,
    by: Viewer,
    row_id: int,
    field: str,
    new: int | None,
    reason: str,
    note: str = "",
    initials: Iterable[str] = (),
    tps: str = "",
    document: StoredFile | None = None,
) -> Done[Pembetulan]:
    """Correct one figure of the row's form in the room; the old one stays as a version.

    At the regency `tps` names the form inside the kecamatan that is being read. Raises `Refused`
    for a figure that stays as it was, without reason or initials, and for a determined contest.
    """
    held, row = room.take_row(by, row_id)
    change = Change(tps or row.path, field, new, reason, note.strip())
    _require_undetermined(held, row.contest)
    marks = _initials(held, initials)
    form, shape = _form(held, row, change.path)
    before = _before(form, shape, change)
    room.move(held, row, Move.CORRECT)
    paragraph = _paragraph(by, held, shape, change, before.get(field), marks)
    version = _write(by, shape, form, {**before, field: new}, paragraph, held, document)
    row.save(update_fields=["state"])
    event = _event(by, held, row, change, paragraph, version, document)
    made = Pembetulan.objects.create(
        sidang=held,
        row=row,
        kejadian=event,
        contest=row.contest,
        path=change.path,
        field=field,
        old=before.get(field),
        new=new,
        reason=reason,
        note=change.note,
        initials=list(marks),
        made_at=event.recorded_at,
    )
    room.changed(held)
    told = ("contest", "path", "field", "old", "new", "reason")
    facts = {name: getattr(made, name) for name in told}
    return Done(made, f"pembetulan:{made.pk}", held.path, facts)


def _may_approve(by: Viewer, held: Sidang, row: BarisSidang) -> None:
    if not room.figures_at(held, row.contest, row.path):
        raise Refused(
            _(
                "Angka %(place)s belum masuk, jadi belum dapat disahkan. Masukkan formulirnya "
                "dahulu."
            )
            % {"place": room.place_name(by, row.path)}
        )
    if held.level != room.KABKO:
        return
    signed = decisions_over(held.election_id, row.contest, row.path).filter(path=row.path)
    own = room.form_at(held, row.contest, row.path, room.KECAMATAN)
    if own is None and not signed.exists():
        raise Refused(
            _("%(place)s belum menetapkan D.Hasil, jadi barisnya belum dapat disahkan.")
            % {"place": room.place_name(by, row.path)}
        )


def _require_undetermined(held: Sidang, contest: str) -> None:
    room.contest_of(held, contest)
    above = decisions_over(held.election_id, contest, held.path).first()
    if above is not None:
        raise Refused(
            _(
                "Hasil ini sudah ditetapkan dengan “%(title)s”, jadi tidak berubah lagi di rapat "
                "ini."
            )
            % {"title": above.title}
        )


def _initials(held: Sidang, initials: Iterable[str]) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(code.strip() for code in initials if code.strip()))
    present = set(held.people.values_list("code", flat=True))
    if not wanted:
        raise Refused(_("Pilih siapa yang memaraf pembetulan ini."))
    if strange := [code for code in wanted if code not in present]:
        raise Refused(
            _("“%(code)s” tidak tercatat hadir, jadi tidak dapat memaraf.") % {"code": strange[0]}
        )
    return wanted


def _form(held: Sidang, row: BarisSidang, path: str) -> tuple[Form, Shape]:
    form = room.form_at(held, row.contest, path) if within(path, row.path) else None
    shape = shape_of(held.election_id, row.contest, form.dapil) if form else None
    if form is None or shape is None:
        raise Refused(_("Pilih TPS yang formulirnya sudah masuk di wilayah baris ini."))
    return form, shape


def _before(form: Form, shape: Shape, change: Change) -> dict[str, int]:
    if change.reason not in sitting_words.REASONS:
        raise Refused(_("Pilih alasan pembetulan."))
    if change.reason == "lain" and not change.note:
        raise Refused(_("Tulis alasan pembetulan."))
    if change.new is not None:
        require_figure(shape, change.field, change.new)
    figures = read_figures(form.current.figures) if form.current else {}
    if figures.get(change.field) == change.new:
        raise Refused(_("Angka ini sudah tertulis demikian; tidak ada yang dibetulkan."))
    return figures


def _paragraph(
    by: Viewer, held: Sidang, shape: Shape, change: Change, old: int | None, marks: tuple[str, ...]
) -> str:
    return sitting_words.correction_text(
        sitting_words.Correction(
            place=room.place_name(by, change.path),
            field=room.field_name(held.election.regime, shape.choices, change.field).id,
            old=old,
            new=change.new,
            reason=change.reason,
            note=change.note,
            initials=marks,
        )
    )


def _write(
    by: Viewer,
    shape: Shape,
    form: Form,
    figures: Mapping[str, int | None],
    paragraph: str,
    held: Sidang,
    document: StoredFile | None,
) -> FormVersi:
    ppk = held.level == room.KECAMATAN
    origin = FormVersi.Origin.PPK if ppk else FormVersi.Origin.KPU
    put_figures(
        by, shape, {form.path: figures}, Source(origin, document, paragraph), clock.office_path()
    )
    form.refresh_from_db()
    if form.current is None:
        raise RuntimeError("a corrected form has no version")
    return form.current


def _event(
    by: Viewer,
    held: Sidang,
    row: BarisSidang,
    change: Change,
    text: str,
    version: FormVersi,
    document: StoredFile | None,
) -> Kejadian:
    return Kejadian.objects.create(
        election_id=held.election_id,
        level=held.level,
        path=change.path,
        contest=row.contest,
        kind=Kejadian.Kind.CORRECTION,
        text=text,
        document=document,
        version=version,
        account=by.account_id,
        account_name=by.name,
        recorded_at=clock.now(),
    )
