"""The viewer: who asks, in which role, from which place, about which election."""

from dataclasses import dataclass, replace

from jurdil.kernel.roles import PUBLIC, SYSTEM


@dataclass(frozen=True)
class Viewer:
    """First argument of every query and the `by` of every act.

    `path` is the scope: nothing outside it is ever seen or changed. `election_id` is the
    election chosen in the header, a filter and no right.
    """

    role: str
    path: str
    house: str
    name: str = ""
    account_id: int | None = None
    grant_id: int | None = None
    division: str = ""
    party: str = ""
    acting: str = ""
    election_id: int | None = None

    @property
    def is_public(self) -> bool:
        return self.role == PUBLIC

    def about(self, election_id: int | None) -> "Viewer":
        """The same viewer looking at one election, or at all of them (None)."""
        return replace(self, election_id=election_id)


def system_viewer(path: str, house: str, name: str = "jurdil") -> Viewer:
    """The viewer of the command line, which whoever holds the machine may use."""
    return Viewer(role=SYSTEM, path=path, house=house, name=name)


def public_viewer(path: str, house: str) -> Viewer:
    """A visitor without an account."""
    return Viewer(role=PUBLIC, path=path, house=house)
