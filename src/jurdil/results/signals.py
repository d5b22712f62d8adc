"""What happened here that the overseer may take into the vulnerability index."""

from collections.abc import Iterable

from jurdil.kernel import risk_signals
from jurdil.kernel.policy import allows
from jurdil.kernel.risk_signals import Signal
from jurdil.kernel.viewer import Viewer
from jurdil.results.queries.signals import revote_signals


def of_revotes(viewer: Viewer, election_id: int | None) -> Iterable[Signal]:
    """Votes held again, for those who may see them as signals."""
    return revote_signals(viewer, election_id) if allows(viewer, "results.signals") else ()


risk_signals.register(of_revotes)
