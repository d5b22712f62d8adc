"""AGHT, prevention and the post *kawal hak pilih*."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.brought import Upload
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import words
from jurdil.office import keeping as office_keeping
from jurdil.oversight import keeping
from jurdil.oversight.models import Aght, AghtDay, AghtStep, PostNote, Prevention

TRENDS = ("naik", "tetap", "turun")


@act("oversight.aght_note")
def note_aght(
    *, by: Viewer, values: dict[str, Any], path: str = "", upload: Upload | None = None
) -> Done[Aght]:
    """Note something in the register. `values` are the fields of `Aght`.

    Raises `Refused` for an unknown class, no title or facts, or a moment that has not come.
    """
    place = keeping.place(by, path)
    if values["kind"] not in words.aght_classes():
        raise Refused(_("Pilih ancaman, gangguan, hambatan, atau tantangan."))
    keeping.wanted(values["title"], _("Isi judul."))
    keeping.wanted(values["facts"], _("Tulis fakta: apa, siapa (kategori), kapan, di mana."))
    observed: datetime = values["observed_at"]
    if observed > clock.now():
        raise Refused(_("Waktu pengamatan belum tiba."))
    made = Aght.objects.create(path=place, **values, **keeping.record(by, place, upload))
    _step(by, made, "tetap", _("Dicatat"))
    return Done(made, f"aght:{made.pk}", place, {"class": made.kind, "state": made.state})


@act("oversight.aght_step")
def step_aght(*, by: Viewer, aght_id: int, state: str, trend: str, note: str) -> Done[Aght]:
    """Record what became of it. Raises `Refused` for an unknown state, or after it was closed."""
    found: Aght = keeping.seen(by, Aght.objects.select_for_update(), aght_id)
    if found.state == Aght.State.CLOSED:
        raise Refused(_("Catatan ini sudah selesai. Buat catatan baru bila terjadi lagi."))
    if state not in Aght.State.values or trend not in TRENDS:
        raise Refused(_("Pilih keadaan dan arah perkembangannya."))
    found.state = state
    found.save(update_fields=["state"])
    _step(by, found, trend, keeping.wanted(note, _("Tulis tindakan atau perkembangannya.")))
    return Done(found, f"aght:{found.pk}", found.path, {"state": state})


@act("oversight.aght_day")
def write_day(
    *, by: Viewer, day: date, statement: str, prediction: str = "", needs: str = ""
) -> Done[AghtDay]:
    """Write the words of a day's report; a later version stands above an earlier one."""
    made = AghtDay.objects.create(
        path=by.path,
        day=keeping.past(day, _("Hari laporan")),
        statement=keeping.wanted(statement, _("Tulis keadaan hari ini dalam satu kalimat.")),
        prediction=prediction.strip(),
        needs=needs.strip(),
        **keeping.record(by, by.path),
    )
    return Done(made, f"aght_day:{made.pk}", by.path, {"day": str(day)})


@act("oversight.prevent")
def plan_prevention(
    *, by: Viewer, values: dict[str, Any], path: str = "", source: str = ""
) -> Done[Prevention]:
    """Plan a prevention act; its number is given at once and never used again.

    Raises `Refused` for an unknown form or kind, an empty purpose or target, or days reversed.
    """
    place = keeping.place(by, path)
    if values["form"] not in words.prevention_forms():
        raise Refused(_("Pilih satu dari tujuh bentuk pencegahan."))
    if values["kind"] not in words.prevention_kinds():
        raise Refused(_("Pilih jenis kegiatan pencegahan."))
    keeping.wanted(values["purpose"], _("Isi tujuan kegiatan."))
    keeping.wanted(values["target"], _("Isi sasaran kegiatan."))
    if values["held_until"] < values["held_from"]:
        raise Refused(_("Tanggal selesai lebih awal daripada tanggal mulai."))
    year = values["held_from"].year
    serial = office_keeping.next_number(Prevention.objects.filter(year=year), "serial")
    made = Prevention.objects.create(
        path=place,
        year=year,
        serial=serial,
        source=source,
        **values,
        **keeping.record(by, place),
    )
    facts = {"form": made.form, "kind": made.kind, "serial": serial}
    return Done(made, f"prevention:{made.pk}", place, facts)


@act("oversight.prevent_done")
def report_prevention(
    *,
    by: Viewer,
    prevention_id: int,
    done: bool,
    description: str,
    follow_up: str = "",
    upload: Upload | None = None,
) -> Done[Prevention]:
    """Report that it was held, or drop it with a reason (`description`).

    Raises `Refused` when it is reported already, not yet held, or without words.
    """
    found: Prevention = keeping.seen(by, Prevention.objects.select_for_update(), prevention_id)
    if found.state != Prevention.State.PLANNED:
        raise Refused(_("Kegiatan ini sudah dilaporkan."))
    if done:
        keeping.past(found.held_from, _("Tanggal kegiatan"))
    found.description = keeping.wanted(description, _("Tulis uraian singkat atau alasan batal."))
    found.follow_up = follow_up.strip()
    found.state = Prevention.State.DONE if done else Prevention.State.DROPPED
    if upload is not None:
        found.file = keeping.record(by, found.path, upload)["file"]
    found.save(update_fields=["description", "follow_up", "state", "file"])
    return Done(found, f"prevention:{found.pk}", found.path, {"state": found.state})


@act("oversight.post_note")
def note_post(
    *, by: Viewer, category: str, people: int, facts: str, told_on: date, path: str = ""
) -> Done[PostNote]:
    """Note what was told at the post; the identity of whoever told it is not asked for."""
    place = keeping.place(by, path)
    if category not in PostNote.Category.values:
        raise Refused(_("Pilih jenis aduan."))
    if people < 1:
        raise Refused(_("Jumlah orang paling sedikit 1."))
    made = PostNote.objects.create(
        path=place,
        category=category,
        people=people,
        facts=keeping.wanted(facts, _("Tulis isi aduan tanpa nama dan NIK.")),
        told_on=keeping.past(told_on, _("Tanggal aduan")),
        **keeping.record(by, place),
    )
    return Done(made, f"post_note:{made.pk}", place, {"category": category, "people": people})


@act("oversight.post_close")
def close_post(*, by: Viewer, note_id: int, result: str) -> Done[PostNote]:
    """Close a complaint with its result. Raises `Refused` when closed already."""
    found: PostNote = keeping.seen(by, PostNote.objects.select_for_update(), note_id)
    if found.closed_at is not None:
        raise Refused(_("Aduan ini sudah ditutup."))
    found.result = keeping.wanted(result, _("Tulis hasilnya."))
    found.closed_at = clock.now()
    found.save(update_fields=["result", "closed_at"])
    return Done(found, f"post_note:{found.pk}", found.path, {})


def _step(by: Viewer, found: Aght, trend: str, note: str) -> None:
    AghtStep.objects.create(
        aght=found,
        state=found.state,
        trend=trend,
        note=note,
        account_name=by.name,
        taken_at=clock.now(),
    )
