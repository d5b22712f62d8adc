"""Determining the seats and elected members, or the elected pair, of a contest."""

from django.utils.translation import gettext as _

from jurdil.kernel import decisions
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.models import Decision, Election
from jurdil.kernel.viewer import Viewer
from jurdil.seats import store
from jurdil.seats.datasets import parts_of
from jurdil.seats.inputs import contest_for, election_for, elects_pair, shares_seats
from jurdil.seats.ready import checks


@act("seats.determine")
def determine(*, by: Viewer, election_id: int, contest: str, title: str) -> Done[Decision]:
    """Determine seats and elected members (or the elected pair) as today's votes give them.

    Raises `Refused` while one of `ready.checks` does not hold: votes not determined, the
    Constitutional Court's word not recorded, a tie open, calculations not of today's votes.
    """
    election = election_for(by, election_id)
    known = contest_for(election, contest)
    if not (shares_seats(known) or elects_pair(known)):
        raise Election.DoesNotExist
    if not title.strip():
        raise Refused(_("Tulis nomor atau judul berita acara atau keputusan."))
    for check in checks(by, election, known):
        if check.fault:
            raise Refused(f"{check.label}: {check.fault}")
    decision = decisions.freeze(
        kind=store.KIND,
        title=title.strip(),
        election_id=election.pk,
        stage="",
        path=election.path,
        parts=parts_of(known, election.path),
    )
    facts = {"election": election.pk, "contest": contest, "digest": decision.digest}
    return Done(decision, f"decision:{decision.pk}", election.path, facts)
