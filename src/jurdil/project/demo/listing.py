"""What the builders of the demo's voter list share: its place, its people, its calendar."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from jurdil.kernel import clock
from jurdil.kernel.actions import office as office_acts
from jurdil.kernel.viewer import Viewer
from jurdil.voters import actions, asking, queries
from jurdil.voters.proposing import Evidence, Proposal
from jurdil.voters.records import VoterRow

Bring = Callable[[Viewer, str, str, bytes, dict[str, str]], None]
NINE = time(9)


@dataclass(frozen=True)
class Listing:
    """The list of the demo: its election, its villages in order with their voters, its people.

    `viewers` by user name; `own` is the village of the PPS and Pantarlih logins.
    """

    office: Viewer
    viewers: Mapping[str, Viewer]
    election: int
    sizes: Mapping[str, int]
    own: str

    @property
    def desk(self) -> Viewer:
        return self.viewers["operator"]

    @property
    def second(self) -> Viewer:
        """Who decides what the desk proposed."""
        return self.viewers["operator2"]

    @property
    def villages(self) -> Sequence[str]:
        return sorted(self.sizes)

    @property
    def kecamatan(self) -> Sequence[str]:
        return sorted({village.rpartition(".")[0] for village in self.sizes})

    def keeper(self, path: str) -> Viewer:
        """The login whose place this is, or the office, which types what the others sent."""
        for name in ("pps", "ppk", "ppk3"):
            if self.viewers[name].path == path:
                return self.viewers[name]
        return self.desk

    def on(self, day: date, at: time = NINE) -> None:
        """Set the training clock to an hour of a day."""
        legal = datetime.combine(day, at, clock.zone())
        office_acts.set_training_clock(by=self.office, legal=legal)

    def active(self, village: str) -> Sequence[VoterRow]:
        """The first active voters of a village in the order of its list."""
        return queries.voters(self.desk, queries.Filter(path=village)).rows

    def about(self, voter: VoterRow, kind: str, evidence: str, **given: str) -> Proposal:
        """What the desk wants for a voter, on a made-up paper of evidence."""
        on_paper = {"evidence": evidence, "evidence_note": f"contoh/{voter.id}", **given}
        return asking.wanted(self.desk, voter.id, kind, on_paper, {})

    def settle(self, wanted: Proposal) -> None:
        """Propose at the desk and let the second person accept."""
        made = actions.propose(by=self.desk, election_id=self.election, wanted=wanted)
        actions.accept(by=self.second, proposal_id=made.pk, note="Sesuai bukti")


def paper(kind: str, number: object) -> Evidence:
    """A made-up paper of evidence."""
    return Evidence(kind, f"contoh/{number}")
