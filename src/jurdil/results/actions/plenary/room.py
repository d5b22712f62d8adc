"""A sitting from its preparation to its end: boxes, people, and the chair's steps."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from jurdil.kernel import clock, crypto, windows
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law import sitting
from jurdil.places import queries as places
from jurdil.results import room
from jurdil.results.fixed import decisions_over
from jurdil.results.models import BarisSidang, KotakTiba, Peserta, Sidang
from jurdil.results.sitting_facts import boxes_missing, undetermined_below

Kind = Peserta.Kind
STAGE = "rekap-"


@act("results.plenary_prepare")
def prepare_sitting(
    *,
    by: Viewer,
    election_id: int,
    path: str,
    contests: Iterable[str],
    venue: str,
    room_name: str = "",
    planned_at: datetime | None = None,
) -> Done[Sidang]:
    """Prepare a sitting at a kecamatan or the regency with its rows.

    Raises ObjectDoesNotExist outside the scope; `Refused` without contests, venue or rows, for a
    contest already determined here, and while another sitting treats one of the contests.
    """
    election = Election.objects.get(pk=election_id)
    place = places.place(by, path)
    chosen = [contest for contest in election.contests if contest in set(contests)]
    level = room.LEVELS.get(place.level)
    if level is None or not within(path, election.path):
        raise Refused(_("Rapat pleno rekapitulasi diadakan di kecamatan atau kabupaten/kota."))
    if not chosen:
        raise Refused(_("Pilih jenis pemilihan yang direkapitulasi dalam rapat pleno ini."))
    if not venue.strip():
        raise Refused(_("Tulis tempat rapat pleno."))
    _require_free(election_id, path, chosen)
    wanted = room.rows_wanted(by, election_id, path)
    if not wanted:
        raise Refused(_("Belum ada TPS yang terdaftar di sini, jadi belum ada yang dibacakan."))
    held = Sidang.objects.create(
        election=election,
        level=level,
        path=path,
        contests=chosen,
        venue=venue.strip(),
        room=room_name.strip(),
        planned_at=planned_at,
    )
    BarisSidang.objects.bulk_create(
        [BarisSidang(sidang=held, contest=one, path=at) for one in chosen for at in wanted],
        batch_size=1000,
    )
    return _done(held, {"contests": chosen, "rows": len(wanted)})


@act("results.plenary_boxes")
def record_boxes(
    *, by: Viewer, sidang_id: int, tps: Iterable[str], sealed: bool = True, note: str = ""
) -> Done[Sidang]:
    """Record that boxes of TPS have arrived; a village's boxes come as all its TPS.

    Raises `Refused` for a TPS of another kecamatan and for an unsealed box without a note.
    """
    held = room.take(by, sidang_id)
    room.require_unclosed(held)
    known = set(held.rows.values_list("path", flat=True))
    chosen = sorted(set(tps))
    if strange := [path for path in chosen if path not in known]:
        raise Refused(_("%(tps)s tidak termasuk wilayah rapat pleno ini.") % {"tps": strange[0]})
    if not sealed and not note.strip():
        raise Refused(_("Kotak ini tidak tersegel. Tulis keadaannya."))
    there = set(held.boxes.values_list("path", flat=True))
    now = clock.now()
    KotakTiba.objects.bulk_create(
        [
            KotakTiba(sidang=held, path=path, sealed=sealed, note=note.strip(), arrived_at=now)
            for path in chosen
            if path not in there
        ]
    )
    room.changed(held)
    return _done(held, {"boxes": len(set(chosen) - there), "sealed": sealed})


@act("results.plenary_attend")
def record_attendance(
    *,
    by: Viewer,
    sidang_id: int,
    kind: str,
    code: str,
    name: str,
    participant: str = "",
    mandate_number: str = "",
    mandate_level: str = "",
    in_room: bool = True,
) -> Done[Peserta]:
    """Record somebody who takes part; a witness with the mandate of one participant.

    Raises `Refused` for a participant of no contest here, a mandate signed below the regency, a
    third witness, a second one in the room, or a person who already serves another participant
    (PKPU 5/2024 art. 14).
    """
    held = room.take(by, sidang_id)
    room.require_unclosed(held)
    if kind not in Kind.values or not code.strip() or not name.strip():
        raise Refused(_("Isi kedudukan, sebutan dalam berita acara, dan nama."))
    if held.people.filter(code=code.strip()).exists():
        raise Refused(_("Sebutan “%(code)s” sudah dipakai di rapat ini.") % {"code": code.strip()})
    person = crypto.blind_index(" ".join(name.lower().split()), "peserta")
    if kind == Kind.WITNESS:
        _check_witness(held, participant, person, mandate_number, mandate_level, in_room)
    made = Peserta.objects.create(
        sidang=held,
        kind=kind,
        code=code.strip(),
        participant=participant if kind == Kind.WITNESS else "",
        person=person,
        name_sealed=b"",
        mandate_number=mandate_number.strip() if kind == Kind.WITNESS else "",
        mandate_level=mandate_level if kind == Kind.WITNESS else "",
        in_room=in_room,
        arrived_at=clock.now(),
    )
    made.name_key, made.name_sealed = crypto.encrypt(name.strip().encode(), f"peserta:{made.pk}")
    made.save(update_fields=["name_key", "name_sealed"])
    room.changed(held)
    return Done(made, f"peserta:{made.pk}", held.path, {"kind": kind, "participant": participant})


@act("results.plenary_presence")
def change_presence(*, by: Viewer, peserta_id: int, in_room: bool) -> Done[Peserta]:
    """Let a person leave the room or come back; of one participant one witness is in it."""
    made = Peserta.objects.filter(sidang__path__within=by.path).get(pk=peserta_id)
    held = room.take(by, made.sidang_id)
    room.require_unclosed(held)
    made.refresh_from_db()
    if in_room and made.kind == Kind.WITNESS:
        _judge(held, _mandate(made, in_room=True))
    made.in_room = in_room
    made.left_at = None if in_room else clock.now()
    made.save(update_fields=["in_room", "left_at"])
    room.changed(held)
    return Done(made, f"peserta:{made.pk}", held.path, {"in_room": in_room})


@act("results.plenary_step")
def step_sitting(*, by: Viewer, sidang_id: int, step: str, note: str = "") -> Done[Sidang]:
    """Open, suspend, resume or close the sitting.

    Opening needs a member of the body, and all sealed boxes (at the regency: all kecamatan
    determined) and the window of the stage, or a recorded reason. Raises `Refused`,
    `windows.Closed` before the window.
    """
    held = room.take(by, sidang_id)
    try:
        new = sitting.after(sitting.Sitting(held.state), sitting.Step(step))
    except (sitting.IllegalStep, ValueError):
        raise Refused(
            _("Rapat pleno berstatus “%(state)s”, sehingga langkah ini belum dapat diambil.")
            % {"state": held.get_state_display()}
        ) from None
    now = clock.now()
    if step == sitting.Step.OPEN:
        _may_open(by, held, note)
        held.opened_at, held.early_reason = now, note.strip()
    if step == sitting.Step.CLOSE:
        _may_close(held)
        held.closed_at = now
    if step == sitting.Step.SUSPEND and not note.strip():
        raise Refused(_("Tulis alasan skors dan kapan rapat dilanjutkan."))
    held.state = new.value
    room.note_step(by, held, step, note, now)
    room.changed(held, "state", "opened_at", "closed_at", "early_reason")
    return _done(held, {"step": step, "reason": bool(note.strip())})


def _may_open(by: Viewer, held: Sidang, note: str) -> None:
    if not held.people.filter(kind=Kind.MEMBER, in_room=True).exists():
        raise Refused(_("Catat dahulu anggota yang hadir; rapat pleno dipimpin anggota."))
    late = _window(held)
    if note.strip():
        return
    if missing := boxes_missing(held):
        raise Refused(
            _(
                "Kotak tersegel dari %(number)s TPS belum tiba, antara lain %(tps)s. Catat "
                "kedatangannya, atau tulis alasan membuka rapat sekarang."
            )
            % {"number": len(missing), "tps": room.place_name(by, missing[0])}
        )
    if below := undetermined_below(held):
        raise Refused(
            _(
                "%(place)s belum menetapkan D.Hasil. Tunggu, atau tulis alasan membuka rapat "
                "sekarang."
            )
            % {"place": room.place_name(by, below[0][1])}
        )
    if late:
        raise Refused(_("Jadwal rekapitulasi sudah lewat. Tulis alasan membuka rapat sekarang."))


def _window(held: Sidang) -> bool:
    """Whether the window is over; no window, nothing to keep. Raises `windows.Closed` before it."""
    stage = f"{STAGE}{held.level}"
    window = windows.windows_of(held.election_id).filter(stage=stage).first()
    if window is None or window.opens is None:
        return False
    if window.closes is not None and clock.now() > window.closes:
        return True
    windows.require_open(held.election_id, stage)
    return False


def _may_close(held: Sidang) -> None:
    done = set(held.decisions.values_list("contest", flat=True))
    if waiting := [one for one in held.contests if one not in done]:
        raise Refused(
            _("%(number)s jenis pemilihan belum selesai, antara lain %(contest)s.")
            % {"number": len(waiting), "contest": room.contest_of(held, waiting[0]).name.id}
        )


def _require_free(election_id: int, path: str, chosen: list[str]) -> None:
    for contest in chosen:
        if decisions_over(election_id, contest, path).filter(path=path).exists():
            raise Refused(_("Hasil kontes ini di sini sudah ditetapkan."))
    busy = Sidang.objects.filter(election_id=election_id, path=path).exclude(
        state=Sidang.State.CLOSED
    )
    if any(set(chosen) & set(one.contests) for one in busy):
        raise Refused(_("Sudah ada rapat pleno lain di sini untuk jenis pemilihan yang sama."))


def _check_witness(
    held: Sidang, participant: str, person: str, number: str, level: str, in_room: bool
) -> None:
    offered = {one.key for contest in held.contests for one in room.standing_in(held, contest)}
    if participant not in offered:
        raise Refused(_("Pilih peserta pemilihan yang ikut dalam rapat pleno ini."))
    if not number.strip():
        raise Refused(_("Isi nomor surat mandat saksi."))
    _judge(held, sitting.Mandate(participant, person, level, in_room))


def _judge(held: Sidang, new: sitting.Mandate) -> None:
    known = [_mandate(one, in_room=one.in_room) for one in held.people.filter(kind=Kind.WITNESS)]
    try:
        sitting.check_mandate(new, known)
    except sitting.BadMandate as bad:
        raise Refused(_refusals()[bad.code]) from None


def _mandate(one: Peserta, *, in_room: bool) -> sitting.Mandate:
    return sitting.Mandate(one.participant, one.person, one.mandate_level, in_room)


def _refusals() -> dict[str, str]:
    return {
        "level": _("Mandat saksi ditandatangani pengurus tingkat kabupaten/kota atau di atasnya."),
        "served": _(
            "Orang ini sudah tercatat sebagai saksi peserta lain. Seorang saksi mewakili satu "
            "peserta."
        ),
        "many": _("Peserta ini sudah punya dua saksi bermandat; paling banyak dua."),
        "room": _(
            "Saksi lain dari peserta ini sedang di dalam ruangan. Catat dahulu bahwa ia keluar, "
            "atau catat saksi ini di luar ruangan."
        ),
    }


def _done(held: Sidang, facts: dict[str, Any]) -> Done[Sidang]:
    return Done(held, f"sidang:{held.pk}", held.path, facts)
