"""Whether the body that meets is quorate, from the attendance of the session that runs."""

from datetime import date

from django.utils.translation import gettext as _

from jurdil.kernel import clock, moments
from jurdil.kernel.acts import Refused
from jurdil.kernel.roles import depth
from jurdil.law.meetings import attendance as law
from jurdil.law.meetings.attendance import IN_PERSON
from jurdil.law.meetings.kinds import Quorum, kind, quorum_of
from jurdil.meetings.models import Attendance, Meeting, Session
from jurdil.meetings.records import QuorumState

LEVELS = {2: "kabko", 3: "kecamatan", 4: "desa"}


def current_session(meeting: Meeting, today: date | None = None) -> Session:
    """The last session whose day has come; the first one before that."""
    zone, now = clock.zone(), today or clock.today()
    sessions = list(meeting.sessions.all())
    begun = [one for one in sessions if moments.day_of(one.opens, zone) <= now]
    return (begun or sessions[:1])[-1]


def rule_of(meeting: Meeting) -> Quorum | None:
    """The quorum of the body that meets; None where none is on record."""
    office = clock.office()
    house = office.kind if office else ""
    return quorum_of(house, LEVELS.get(depth(meeting.path), ""))


def state_of(meeting: Meeting) -> QuorumState | None:
    """How many members are there and whether that is enough; None for a kind without decisions."""
    if not kind(meeting.kind).decides:
        return None
    present = Attendance.objects.filter(
        session=current_session(meeting), guest__member=True, presence__in=IN_PERSON
    ).count()
    rule = rule_of(meeting)
    if rule is None:
        met = bool(meeting.quorum_basis) and present > 0
        return QuorumState(present, None, None, met, meeting.quorum_basis, None)
    return QuorumState(
        present=present,
        needed=rule.present,
        of=rule.members,
        met=law.quorate(rule, present),
        basis=rule.article,
        figure=law.members_present(rule, present),
    )


def demand(meeting: Meeting) -> QuorumState:
    """The quorum, which must be met. Raises `Refused` with the numbers."""
    state = state_of(meeting)
    if state is None:
        raise Refused(_("Rapat jenis ini tidak mengambil keputusan, jadi tidak berkuorum."))
    if state.met:
        return state
    if state.needed is None:
        raise Refused(
            _(
                "Kuorum badan ini belum tercatat dalam aturan. Tuliskan dasar kuorumnya dan catat "
                "kehadiran anggotanya dulu (sekarang %(present)s)."
            )
            % {"present": state.present}
        )
    raise Refused(
        _(
            "Rapat belum kuorum: %(present)s dari %(of)s anggota hadir, paling sedikit %(needed)s. "
            "Catat kehadiran anggota, atau tunda rapatnya."
        )
        % {"present": state.present, "of": state.of, "needed": state.needed}
    )
