"""Elected members with their files: who may be proposed, who is missing what."""

from dataclasses import dataclass
from datetime import date, datetime

from jurdil.kernel.acts import query
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.seats import clocks, inputs, reading, store
from jurdil.seats.members import Member, members, proposed
from jurdil.seats.models import Peristiwa, Usulan
from jurdil.seats.records import Head
from jurdil.seats.standing import Happened, Standing, may_follow


@dataclass(frozen=True)
class MemberRow:
    """A candidate of a list with seats; `letter` names the proposal that carries the name."""

    dapil: str
    dapil_name: str
    party: str
    party_name: str
    number: int
    name: str
    votes: int
    rank: int
    standing: Standing
    letter: str


@dataclass(frozen=True)
class ProposalRow:
    """A letter of proposal with the number of members it names."""

    letter: str
    day: date
    people: int
    document: str
    name: str


@dataclass(frozen=True)
class MembersPage:
    """All who have a seat or had one, the letters so far, and the clock of the receipts."""

    head: Head
    rows: tuple[MemberRow, ...]
    letters: tuple[ProposalRow, ...]
    clock: clocks.Clock | None
    determined: bool

    @property
    def ready(self) -> int:
        return sum(row.standing.may_be_proposed and not row.letter for row in self.rows)

    @property
    def missing(self) -> int:
        return sum(row.standing.seated and not row.standing.may_be_proposed for row in self.rows)


@dataclass(frozen=True)
class EventRow:
    """Something that happened to a member, with its document."""

    kind: str
    label: str
    day: date
    note: str
    document: str
    name: str
    recorded_at: datetime


@dataclass(frozen=True)
class MemberPage:
    """One candidate's file; `next` are the codes of what may be recorded now."""

    head: Head
    row: MemberRow
    events: tuple[EventRow, ...]
    next: tuple[str, ...]
    followed_by: MemberRow | None


@query("seats.trace")
def members_page(viewer: Viewer, election_id: int, contest: str) -> MembersPage:
    """Everyone who has a seat of a contest or had one. Raises `Election.DoesNotExist`."""
    election, known = reading.subject(viewer, election_id, contest)
    if not inputs.shares_seats(known):
        raise Election.DoesNotExist
    named = proposed(election.pk, contest)
    rows = [
        _row(one, named)
        for one in members(viewer, election, contest)
        if one.standing.seated or one.person.elected
    ]
    letters = Usulan.objects.filter(election=election, contest=contest).select_related("document")
    return MembersPage(
        head=reading.head(election, known),
        rows=tuple(rows),
        letters=tuple(
            ProposalRow(
                one.letter,
                one.day,
                len(one.people),
                one.document.name if one.document else "",
                one.account_name,
            )
            for one in letters
        ),
        clock=clocks.receipt_clock(viewer, election),
        determined=store.determinations(election.pk, contest).exists(),
    )


@dataclass(frozen=True)
class ReceiptRow:
    """How many members of a determined contest may not be proposed yet, and until when."""

    head: Head
    missing: int
    at: datetime | None


@query("seats.trace")
def receipts(viewer: Viewer) -> tuple[ReceiptRow, ...]:
    """Every determined contest whose members are not all proposed, for the home page."""
    found = []
    for row in store.determined_contests(viewer.path):
        election, known = reading.subject(viewer, *row)
        if not inputs.shares_seats(known):
            continue
        everyone = members(viewer, election, known.id)
        missing = [
            one
            for one in everyone
            if one.standing.seated and not (one.standing.may_be_proposed or one.standing.sworn)
        ]
        clock = clocks.receipt_clock(viewer, election)
        at = clock.at if clock else None
        found.append(ReceiptRow(reading.head(election, known), len(missing), at))
    return tuple(found)


@query("seats.trace")
def member_page(
    viewer: Viewer, election_id: int, contest: str, dapil: str, party: str, number: int
) -> MemberPage:
    """The file of one candidate of a list with seats. Raises ObjectDoesNotExist."""
    election, known = reading.subject(viewer, election_id, contest)
    named = proposed(election.pk, contest)
    everyone = members(viewer, election, contest)
    own = next((one for one in everyone if one.key == (dapil, party, number)), None)
    if own is None:
        raise Election.DoesNotExist
    events = Peristiwa.objects.filter(
        election=election, contest=contest, dapil=dapil, party=party, number=number
    ).select_related("document")
    determined = store.determinations(election.pk, contest).exists()
    waiting = [
        one
        for one in everyone
        if one.key[:2] == (dapil, party) and one.person.rank > own.person.rank
    ]
    following = next((one for one in waiting if not one.standing.out), None)
    return MemberPage(
        head=reading.head(election, known),
        row=_row(own, named),
        events=tuple(_event(one) for one in events),
        next=tuple(kind for kind in Happened if determined and may_follow(own.standing, kind)),
        followed_by=_row(following, named) if following else None,
    )


def _row(one: Member, named: dict) -> MemberRow:
    letter = named.get(one.key)
    return MemberRow(
        dapil=one.run.dapil,
        dapil_name=one.run.dapil_name,
        party=one.person.party,
        party_name=one.run.names[one.person.party],
        number=one.person.number,
        name=one.person.name,
        votes=one.person.votes,
        rank=one.person.rank,
        standing=one.standing,
        letter=letter.letter if letter else "",
    )


def _event(one: Peristiwa) -> EventRow:
    return EventRow(
        kind=one.kind,
        label=str(Peristiwa.Kind(one.kind).label),
        day=one.day,
        note=one.note,
        document=one.document.name if one.document else "",
        name=one.account_name,
        recorded_at=one.recorded_at,
    )
