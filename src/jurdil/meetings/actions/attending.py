"""Attendance by the code on the wall, at the desk and from the paper list."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.viewer import Viewer
from jurdil.law.meetings.attendance import Presence, Way
from jurdil.law.meetings.states import State
from jurdil.meetings import codes, presence, store
from jurdil.meetings.models import Attendance, Guest, Meeting, Session
from jurdil.meetings.records import Mark, Marked, NewGuest

STRIKABLE = (State.PLANNED, State.INVITED, State.OPEN, State.CLOSED)


@act("meetings.check_in")
def check_in(
    *,
    by: Viewer,
    given: str,
    guest_id: int | None = None,
    newcomer: NewGuest | None = None,
    by_name: str = "",
    by_post: str = "",
    disability: str = "",
) -> Done[Attendance]:
    """A guest enters himself with the pass that a scan of the wall gave.

    `guest_id` from the list, or a `newcomer` who is not on it; with `by_name` somebody else came
    instead. `disability` is L or P when the person wants to be counted so. Raises `Refused` for a
    pass that is too old, for a person who is entered already.
    """
    try:
        scanned = codes.opened(given)
    except codes.Expired:
        raise Refused(
            _("Kode di dinding sudah berganti. Pindai kode yang tampil sekarang, lalu isi lagi.")
        ) from None
    meeting = Meeting.objects.select_for_update().get(code=scanned.code)
    session = Session.objects.get(pk=scanned.session, meeting=meeting)
    presence.require_time(meeting, session, Way.CODE)
    guest = _guest(meeting, guest_id, newcomer)
    made = presence.enter(
        session,
        guest,
        presence=Presence.REPRESENTED if by_name.strip() else Presence.PRESENT,
        way=Way.CODE,
        by_name=by_name,
        by_post=by_post,
    )
    if disability:
        presence.count_disability(meeting, disability)
    return _done(meeting, made)


def _guest(meeting: Meeting, guest_id: int | None, newcomer: NewGuest | None) -> Guest:
    """The guest chosen, or the newcomer put on the list."""
    if guest_id is not None:
        return Guest.objects.get(pk=guest_id, meeting=meeting)
    if newcomer is None:
        raise Refused(_("Pilih nama Anda, atau isi sebagai tamu baru."))
    key = store.person_key(newcomer.name, newcomer.institution)
    if known := meeting.guests.filter(key=key).first():
        return known
    store.put_on_list(meeting, [newcomer], walk_in=True)
    return meeting.guests.get(key=key)


@act("meetings.attend")
def attend(
    *,
    by: Viewer,
    session_id: int,
    presence_as: str,
    guest_id: int | None = None,
    newcomer: NewGuest | None = None,
    by_name: str = "",
    by_post: str = "",
    disability: str = "",
) -> Done[Attendance]:
    """The desk enters somebody: there, online, or through a representative."""
    session = Session.objects.select_related("meeting").get(pk=session_id)
    meeting = store.meeting_for(by, session.meeting_id)
    presence.require_time(meeting, session, Way.DESK)
    made = presence.enter(
        session,
        _guest(meeting, guest_id, newcomer),
        presence=presence_as,
        way=Way.DESK,
        by_name=by_name,
        by_post=by_post,
        account_name=by.name,
    )
    if disability:
        presence.count_disability(meeting, disability)
    return _done(meeting, made)


@act("meetings.paper")
def copy_paper(*, by: Viewer, session_id: int, marks: Iterable[Mark]) -> Done[Marked]:
    """Copy the signed paper list by the numbers of its rows.

    Who was entered by code or at the desk gets the signature only. Raises `Refused` for a number
    that the list does not have, and for one that stands twice; nothing is copied then.
    """
    session = Session.objects.select_related("meeting").get(pk=session_id)
    meeting = store.meeting_for(by, session.meeting_id)
    presence.require_time(meeting, session, Way.PAPER)
    wanted = list(marks)
    guests = _by_number(meeting, wanted)
    known = {one.guest_id: one for one in session.attendance.select_related("guest")}
    added = signed = 0
    for mark in wanted:
        guest = guests[mark.number]
        before = known.get(guest.pk)
        if before is None:
            presence.enter(
                session,
                guest,
                presence=mark.presence,
                way=Way.PAPER,
                by_name=mark.by_name,
                by_post=mark.by_post,
                account_name=by.name,
                signed=True,
            )
            added += 1
        elif before.signed:
            raise Refused(
                _("Nomor %(number)s (%(name)s) sudah bertanda tangan pada daftar yang lalu.")
                % {"number": guest.number, "name": guest.name}
            )
        else:
            before.signed = True
            before.save(update_fields=["signed"])
            signed += 1
    facts = {"session": session.number, "added": added, "signed": signed}
    return Done(Marked(added, signed), f"meeting:{meeting.pk}", meeting.path, facts)


def _by_number(meeting: Meeting, marks: list[Mark]) -> dict[int, Guest]:
    if not marks:
        raise Refused(_("Belum ada nomor yang diisi."))
    numbers = [mark.number for mark in marks]
    twice = sorted({one for one in numbers if numbers.count(one) > 1})
    if twice:
        raise Refused(
            _("Nomor %(numbers)s ditulis dua kali. Satu baris daftar hadir untuk satu orang.")
            % {"numbers": ", ".join(map(str, twice))}
        )
    found = {one.number: one for one in meeting.guests.filter(number__in=numbers)}
    if strange := sorted(set(numbers) - set(found)):
        raise Refused(
            _("Nomor %(numbers)s tidak ada pada daftar hadir rapat ini.")
            % {"numbers": ", ".join(map(str, strange))}
        )
    return found


@act("meetings.strike")
def strike(*, by: Viewer, attendance_id: int, reason: str) -> Done[int]:
    """Take a wrong entry out of the attendance, with the reason; the person may be entered anew.

    Raises `Refused` without a reason, and once the minutes are signed.
    """
    row = Attendance.objects.select_related("session", "guest").get(pk=attendance_id)
    meeting = store.meeting_for(by, row.session.meeting_id)
    store.require_alive(meeting, *STRIKABLE)
    store.require_unsigned(meeting)
    if not reason.strip():
        raise Refused(_("Tuliskan apa yang salah pada catatan hadir ini."))
    if meeting.ballots.filter(struck_for="", votes__guest=row.guest).exists():
        raise Refused(
            _("%(name)s sudah memberi suara. Coret dulu pemungutan suaranya.")
            % {"name": row.guest.name}
        )
    facts = {
        "session": row.session.number,
        "number": row.guest.number,
        "was": row.presence,
        "way": row.way,
        "signed": row.signed,
        "reason": reason.strip(),
    }
    row.delete()
    return Done(row.guest.number, f"meeting:{meeting.pk}", meeting.path, facts)


def _done(meeting: Meeting, made: Attendance) -> Done[Attendance]:
    facts = {"guest": made.guest.number, "presence": made.presence, "way": made.way}
    return Done(made, f"meeting:{meeting.pk}", meeting.path, facts)
