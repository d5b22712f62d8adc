"""Ballots of a meeting, as pages and papers show them."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Refused
from jurdil.law.figure import Figure
from jurdil.law.meetings import votes as law
from jurdil.law.meetings.attendance import IN_PERSON
from jurdil.law.meetings.kinds import Quorum
from jurdil.law.meetings.votes import Choice, Tally
from jurdil.meetings import quorum
from jurdil.meetings.models import Ballot, Guest, Meeting, Vote
from jurdil.meetings.records import BallotRow, NewVote, VoteRow


def voters(meeting: Meeting) -> list[Guest]:
    """The members who are in the room or online now: nobody else has a vote."""
    entered = quorum.current_session(meeting).attendance.filter(presence__in=IN_PERSON)
    return list(meeting.guests.filter(member=True, pk__in=entered.values("guest")))


def checked(present: Iterable[Guest], votes: Iterable[NewVote]) -> dict[int, NewVote]:
    """The votes by guest. Raises `Refused` for a vote that lacks, is twice, or is nobody's here."""
    by_guest = {one.pk: one for one in present}
    found: dict[int, NewVote] = {}
    for one in votes:
        if one.guest_id not in by_guest or one.guest_id in found:
            raise Refused(_("Suara hanya dari anggota yang hadir, satu anggota satu suara."))
        if one.choice not in set(Choice):
            raise Refused(_("Pilih setuju, berbeda pendapat, atau abstain."))
        if one.choice == Choice.DIFFER and not one.reason.strip():
            name = by_guest[one.guest_id].name
            raise Refused(
                _("Tuliskan alasan %(name)s berbeda pendapat; alasannya dicetak di BA.")
                % {"name": name}
            )
        found[one.guest_id] = one
    if len(found) < len(by_guest):
        raise Refused(
            _(
                "Baru %(cast)s dari %(present)s anggota yang hadir tercatat suaranya. Anggota yang "
                "tidak memilih dicatat abstain."
            )
            % {"cast": len(found), "present": len(by_guest)}
        )
    return found


def falls(rule: Quorum | None, votes: Iterable[NewVote], said: bool | None) -> bool:
    """Whether the proposal is taken: by the rule, or as the body `said` where none is on record."""
    if rule is not None:
        return law.taken(rule, law.tally(one.choice for one in votes))
    if said is None:
        raise Refused(
            _(
                "Banyaknya suara yang diperlukan badan ini belum tercatat dalam aturan. Tuliskan "
                "hasilnya menurut tata tertib badan."
            )
        )
    return said


def rows_of(meeting: Meeting, *, struck: bool = True) -> tuple[BallotRow, ...]:
    """The ballots of a meeting by number; without the struck ones unless asked."""
    rule = quorum.rule_of(meeting)
    found = meeting.ballots.select_related("note").prefetch_related("votes__guest")
    return tuple(_row(one, rule) for one in found if struck or not one.struck_for)


def _row(ballot: Ballot, rule: Quorum | None) -> BallotRow:
    votes = list(ballot.votes.all())
    count = law.tally(one.choice for one in votes)
    return BallotRow(
        id=ballot.pk,
        number=ballot.number,
        text=ballot.text,
        taken=ballot.taken,
        agree=count.agree,
        differ=count.differ,
        abstain=count.abstain,
        figure=_figure(rule, count),
        votes=tuple(_vote(one) for one in votes),
        struck_for=ballot.struck_for,
        task_id=ballot.note.task_id if ballot.note else None,
    )


def _figure(rule: Quorum | None, count: Tally) -> Figure | None:
    return law.in_favour(rule, count) if rule else None


def _vote(one: Vote) -> VoteRow:
    return VoteRow(
        name=one.guest.name,
        post=one.guest.post,
        choice=one.choice,
        label=one.get_choice_display(),
        reason=one.reason,
    )
