"""Votes of the members on a proposal; what they agree to is a decision with its task."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.actions.tasks import drop_task
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.viewer import Viewer
from jurdil.law.meetings import votes as law
from jurdil.meetings import ballots, noting, quorum, store
from jurdil.meetings.models import Ballot, Meeting, Vote
from jurdil.meetings.records import NewNote, NewVote


@act("meetings.vote")
def vote(
    *,
    by: Viewer,
    meeting_id: int,
    new: NewNote,
    votes: Iterable[NewVote],
    taken: bool | None = None,
) -> Done[Ballot]:
    """Record how each member present voted on a proposal.

    One that is taken becomes a decision with its task; one that is not stays in the minutes with
    its votes. `taken` is said only by a body whose rule is not on record. Raises `Refused` outside
    the meeting, without quorum, once the minutes are signed, or for votes that are not whole.
    """
    meeting = store.meeting_for(by, meeting_id)
    store.require_alive(meeting, *noting.WRITABLE)
    store.require_unsigned(meeting)
    noting.require_text(new)
    quorum.demand(meeting)
    cast = ballots.checked(ballots.voters(meeting), votes)
    falls = ballots.falls(quorum.rule_of(meeting), cast.values(), taken)
    note = noting.write(by, meeting, new) if falls else None
    made = Ballot.objects.create(
        meeting=meeting,
        number=meeting.ballots.count() + 1,
        text=new.text.strip(),
        taken=falls,
        note=note,
        account_name=by.name,
        held_at=clock.now(),
    )
    Vote.objects.bulk_create(
        Vote(ballot=made, guest_id=one.guest_id, choice=one.choice, reason=one.reason.strip())
        for one in cast.values()
    )
    count = law.tally(one.choice for one in cast.values())
    facts = {
        "number": made.number,
        "agree": count.agree,
        "differ": count.differ,
        "abstain": count.abstain,
        "taken": falls,
    }
    return _done(meeting, made, facts)


@act("meetings.strike_vote")
def strike_vote(*, by: Viewer, meeting_id: int, ballot_id: int, reason: str) -> Done[Ballot]:
    """Strike a ballot that was written down wrongly, with the reason; its task is dropped.

    Raises `Refused` outside the meeting, once the minutes are signed, or for one struck before;
    Ballot.DoesNotExist.
    """
    meeting = store.meeting_for(by, meeting_id)
    store.require_alive(meeting, *noting.WRITABLE)
    store.require_unsigned(meeting)
    found = meeting.ballots.select_related("note__task").get(pk=ballot_id)
    if found.struck_for:
        raise Refused(_("Pemungutan suara ini sudah dicoret."))
    if not reason.strip():
        raise Refused(_("Tuliskan apa yang salah dicatat."))
    found.struck_for = reason.strip()[:200]
    found.save(update_fields=["struck_for"])
    if found.note is not None:
        drop_task(found.note.task, _("Pemungutan suaranya dicoret: %s") % found.struck_for)
    return _done(meeting, found, {"number": found.number, "reason": found.struck_for})


def _done(meeting: Meeting, ballot: Ballot, facts: dict) -> Done[Ballot]:
    return Done(ballot, f"meeting:{meeting.pk}", meeting.path, facts)
