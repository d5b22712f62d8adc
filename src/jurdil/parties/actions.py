"""Registering who stands, and correcting a name."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Done, Refused, act, inner
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.parties.models import Candidate, Participant
from jurdil.parties.records import Entry


@act("parties.register")
def register(*, by: Viewer, election_id: int, entries: tuple[Entry, ...]) -> Done[int]:
    """Register participants and candidates of an election; returns how many lines were new.

    Raises `Refused` when a ballot number is already taken by another name.
    """
    election = Election.objects.filter(path__within=by.path).get(pk=election_id)
    new = add_entries(election, entries)
    facts = {"lines": len(entries), "new": new, "contests": sorted({e.contest for e in entries})}
    return Done(new, f"election:{election.pk}", election.path, facts)


@inner
def add_entries(election: Election, entries: Iterable[Entry]) -> int:
    """Write the lines that are not there yet; the same line again changes nothing."""
    participants = {(p.contest, p.number): p for p in Participant.objects.filter(election=election)}
    new = 0
    for entry in entries:
        participant = participants.get((entry.contest, entry.number))
        if participant is None:
            participant = participants[entry.contest, entry.number] = _participant(election, entry)
            new += 1
        elif participant.name != entry.name:
            raise Refused(
                _("Nomor urut %(number)s sudah milik “%(old)s”, bukan “%(new)s”.")
                % {"number": entry.number, "old": participant.name, "new": entry.name}
            )
        new += _candidate(participant, entry)
    return new


@act("parties.correct")
def correct_name(*, by: Viewer, candidate_id: int, name: str, reason: str) -> Done[Candidate]:
    """Correct a candidate's name; the ledger keeps the name before and the reason.

    Raises `Refused` without a reason.
    """
    if not reason.strip():
        raise Refused(_("Tuliskan alasan atau nomor surat yang mendasari pembetulan."))
    candidate = (
        Candidate.objects.select_for_update()
        .filter(participant__election__path__within=by.path)
        .get(pk=candidate_id)
    )
    before, candidate.name = candidate.name, name.strip()
    candidate.save(update_fields=["name"])
    facts = {"before": before, "after": candidate.name, "reason": reason}
    path = candidate.participant.election.path
    return Done(candidate, f"candidate:{candidate.pk}", path, facts)


def _participant(election: Election, entry: Entry) -> Participant:
    return Participant.objects.create(
        election=election,
        contest=entry.contest,
        kind=entry.kind,
        number=entry.number,
        name=entry.name,
        short=entry.short,
    )


def _candidate(participant: Participant, entry: Entry) -> int:
    if entry.candidate is None:
        return 0
    candidate, created = Candidate.objects.get_or_create(
        participant=participant,
        dapil=entry.dapil,
        number=entry.candidate,
        defaults={"name": entry.candidate_name, "sex": entry.sex},
    )
    if candidate.name != entry.candidate_name:
        raise Refused(
            _("Nomor %(number)s di %(list)s sudah milik “%(old)s”, bukan “%(new)s”.")
            % {
                "number": entry.candidate,
                "list": participant.name,
                "old": candidate.name,
                "new": entry.candidate_name,
            }
        )
    return int(created)
