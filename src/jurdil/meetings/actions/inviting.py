"""The list of guests and the invitation paper."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.documents.chain import ENDED
from jurdil.kernel.documents.drafting import open_draft
from jurdil.kernel.models import Document
from jurdil.kernel.viewer import Viewer
from jurdil.law.meetings.kinds import kind
from jurdil.law.meetings.states import State
from jurdil.meetings import quorum, store
from jurdil.meetings.models import Attendance, Guest
from jurdil.meetings.papers import invitation
from jurdil.meetings.records import Invited, NewGuest

OPEN_LIST = (State.PLANNED, State.INVITED, State.OPEN, State.POSTPONED)


@act("meetings.invite")
def invite(*, by: Viewer, meeting_id: int, people: Iterable[NewGuest]) -> Done[Invited]:
    """Add people to the list; who is on it already stays once.

    Raises `Refused` once the meeting is closed, or when a name is none.
    """
    meeting = store.meeting_for(by, meeting_id)
    store.require_alive(meeting, *OPEN_LIST)
    made = store.put_on_list(meeting, people)
    facts = {"added": made.added, "known": len(made.known)}
    return Done(made, f"meeting:{meeting.pk}", meeting.path, facts)


@act("meetings.uninvite")
def uninvite(*, by: Viewer, meeting_id: int, guest_id: int) -> Done[int]:
    """Take a guest off the list of a meeting whose invitations are not out yet."""
    meeting = store.meeting_for(by, meeting_id)
    store.require_alive(meeting, State.PLANNED, State.POSTPONED)
    guest = Guest.objects.get(pk=guest_id, meeting=meeting)
    if Attendance.objects.filter(guest=guest).exists():
        raise Refused(_("%(name)s sudah tercatat hadir.") % {"name": guest.name})
    number = guest.number
    guest.delete()
    return Done(number, f"meeting:{meeting.pk}", meeting.path, {"number": number})


@act("meetings.member")
def mark_member(*, by: Viewer, meeting_id: int, guest_id: int, member: bool) -> Done[Guest]:
    """Say whether a guest belongs to the body that meets; only where the body's members do not
    follow from accounts, as in PPK and PPS. Raises `Refused` for a body with a rule on record."""
    meeting = store.meeting_for(by, meeting_id)
    store.require_alive(meeting, *OPEN_LIST, State.CLOSED)
    if not kind(meeting.kind).decides or quorum.rule_of(meeting) is not None:
        raise Refused(_("Anggota rapat ini mengikuti peran akunnya, bukan ditandai di sini."))
    guest = Guest.objects.get(pk=guest_id, meeting=meeting)
    guest.member = member
    guest.save(update_fields=["member"])
    facts = {"number": guest.number, "member": member}
    return Done(guest, f"meeting:{meeting.pk}", meeting.path, facts)


@act("meetings.draft_invitation")
def draft_invitation(*, by: Viewer, meeting_id: int) -> Done[Document]:
    """Draft the invitation with its list of guests; it then takes the office's way of signing.

    Raises `Refused` for an empty list, or while an earlier draft is on its way.
    """
    meeting = store.meeting_for(by, meeting_id)
    store.require_alive(meeting, State.PLANNED, State.INVITED)
    if not meeting.guests.exists():
        raise Refused(_("Daftar undangan masih kosong. Pilih dulu siapa yang diundang."))
    before = meeting.invitation
    if before is not None and before.state not in ENDED:
        raise Refused(_("Konsep undangan sudah ada. Ubah konsepnya, atau tarik lebih dulu."))
    paper = invitation.draft(meeting)
    made = open_draft(
        by,
        kind="undangan",
        title=paper.title,
        body=paper.body,
        path=meeting.path,
        election_id=meeting.election_id,
        division=meeting.division,
        unconfirmed=paper.unconfirmed,
        replaces=before,
        readers=store.readers_of(meeting),
    )
    meeting.invitation = made
    meeting.save(update_fields=["invitation"])
    return Done(made, f"meeting:{meeting.pk}", meeting.path, {"document": made.pk})
