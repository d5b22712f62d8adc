"""This room's own registers among the sources of the index, like those of rooms below."""

from collections.abc import Iterable

from jurdil.kernel import risk_signals
from jurdil.kernel.policy import allows
from jurdil.kernel.risk_signals import Signal
from jurdil.kernel.viewer import Viewer
from jurdil.oversight.queries.own_signals import own_signals


def of_registers(viewer: Viewer, election_id: int | None) -> Iterable[Signal]:
    """Disputes, neutrality, flags, referrals, residue and places without supervisor."""
    return own_signals(viewer, election_id) if allows(viewer, "oversight.ikp") else ()


risk_signals.register(of_registers)
