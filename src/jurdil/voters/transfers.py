"""Voters who vote at another TPS: the ballots that are due to them, and how many they are."""

from collections import Counter
from collections.abc import Mapping

from jurdil.kernel.models import Election
from jurdil.kernel.viewer import system_viewer
from jurdil.law.regime import load_regime
from jurdil.law.regime_types import Contest
from jurdil.law.voters import dptb
from jurdil.places import queries as places
from jurdil.voters.models import PindahMemilih

State = PindahMemilih.State


def contests_of(election: Election) -> tuple[Contest, ...]:
    """The contests that are held at this office, in the order of the ballots."""
    known = load_regime(election.regime).contests
    return tuple(one for one in known if one.id in election.contests)


def ballots(election: Election, house: str, origin: str, target: str) -> dict[str, bool | None]:
    """By contest whether its ballot is due at `target`; None where the dapil are not recorded."""
    dapil = dapil_of(election, house)
    return {one.id: dptb.due(one, origin, target, dapil) for one in contests_of(election)}


def dapil_of(election: Election, house: str) -> dptb.Dapil:
    """By contest the dapil in force, each as the paths of its parts."""
    whole = system_viewer(election.path, house)
    return {
        contest: [[part.path for part in row.parts] for row in rows]
        for contest, rows in places.dapil_lists(whole, election.pk).items()
    }


def going(election_id: int, path: str) -> Mapping[str, int]:
    """How many voters of each TPS below a place vote elsewhere."""
    return _counted(election_id, path, "origin")


def coming(election_id: int, path: str) -> Mapping[str, int]:
    """How many voters of elsewhere vote at each TPS below a place."""
    return _counted(election_id, path, "target")


def _counted(election_id: int, path: str, side: str) -> Mapping[str, int]:
    rows = PindahMemilih.objects.filter(
        election=election_id, state=State.ACTIVE, **{f"{side}__within": path}
    )
    return Counter(rows.values_list(side, flat=True))
