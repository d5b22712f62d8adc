"""Entering that somebody is there; the same person twice is refused in a sentence."""

from django.utils.translation import gettext as _

from jurdil.kernel import clock, moments
from jurdil.kernel.acts import Refused, inner
from jurdil.law.meetings import titles
from jurdil.law.meetings.attendance import Presence, Way, may_enter
from jurdil.law.meetings.states import State
from jurdil.meetings import store
from jurdil.meetings.models import Attendance, Guest, Meeting, Session


def require_time(meeting: Meeting, session: Session, way: Way) -> None:
    """Raise `Refused` when nobody can be entered for this session now."""
    store.require_unsigned(meeting)
    day = moments.day_of(session.opens, clock.zone())
    if may_enter(State(meeting.state), way, day, clock.today()):
        return
    if State(meeting.state) in (State.PLANNED, State.INVITED, State.OPEN):
        raise Refused(
            _("Daftar hadir sesi ini dibuka pada harinya, %(day)s.")
            % {"day": day.strftime("%d-%m-%Y")}
        )
    raise Refused(
        _("Rapat ini berstatus “%(state)s”, jadi daftar hadirnya tidak diisi lagi.")
        % {"state": meeting.get_state_display()}
    )


@inner
def enter(
    session: Session,
    guest: Guest,
    *,
    presence: str,
    way: Way,
    by_name: str = "",
    by_post: str = "",
    account_name: str = "",
    signed: bool = False,
) -> Attendance:
    """Enter a guest. Raises `Refused` for a person who is entered already."""
    known = Attendance.objects.filter(session=session, guest=guest).first()
    if known is not None:
        raise Refused(_already(guest, known))
    if presence == Presence.REPRESENTED:
        _require_other(session, guest, by_name)
    elif by_name.strip():
        raise Refused(_("Nama wakil diisi hanya bila undangan diwakili."))
    return Attendance.objects.create(
        session=session,
        guest=guest,
        presence=presence,
        by_name=by_name.strip(),
        by_post=by_post.strip(),
        way=way,
        signed=signed,
        entered_at=clock.now(),
        account_name=account_name,
    )


def _already(guest: Guest, known: Attendance) -> str:
    facts = {
        "name": guest.name,
        "way": known.get_way_display(),
        "hour": known.entered_at.astimezone(clock.zone()).strftime("%H.%M"),
    }
    return (
        _("%(name)s sudah tercatat hadir pukul %(hour)s (%(way)s). Satu orang satu kali.") % facts
    )


def _require_other(session: Session, guest: Guest, by_name: str) -> None:
    """A representative has a name and is not in the room for somebody else."""
    who = titles.plain(by_name)
    if not who:
        raise Refused(_("Isi nama wakil dari %(name)s.") % {"name": guest.name})
    if who == titles.plain(guest.name):
        raise Refused(_("Wakil dan yang diwakili adalah orang yang sama. Pilih “Hadir”."))
    there = Attendance.objects.filter(session=session).select_related("guest")
    for one in there:
        if who == titles.plain(one.by_name or one.guest.name):
            raise Refused(
                _("%(wakil)s sudah tercatat hadir. Satu orang tidak dapat mewakili dua undangan.")
                % {"wakil": by_name.strip()}
            )


@inner
def count_disability(meeting: Meeting, sex: str) -> None:
    """Add one to the count of people with a disability; the person's name is not kept with it."""
    if sex == Guest.Sex.MAN:
        meeting.disability_men += 1
    elif sex == Guest.Sex.WOMAN:
        meeting.disability_women += 1
    else:
        raise Refused(_("Pilih laki-laki atau perempuan, supaya hitungannya dapat dipilah."))
    meeting.save(update_fields=["disability_men", "disability_women"])
