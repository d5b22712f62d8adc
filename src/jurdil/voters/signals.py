"""What happened here that the overseer may take into the vulnerability index."""

from collections.abc import Iterable

from jurdil.kernel import risk_signals
from jurdil.kernel.policy import allows
from jurdil.kernel.risk_signals import Signal
from jurdil.kernel.viewer import Viewer
from jurdil.voters.queries.signals import double_signals


def of_doubles(viewer: Viewer, _election_id: int | None) -> Iterable[Signal]:
    """Doubles, for those who may see them as signals."""
    return double_signals(viewer) if allows(viewer, "voters.signals") else ()


risk_signals.register(of_doubles)
