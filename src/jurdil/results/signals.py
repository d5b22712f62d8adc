"""What happened here that the overseer may take into the vulnerability index."""

from collections.abc import Iterable

from jurdil.kernel import risk_signals
from jurdil.kernel.policy import allows
from jurdil.kernel.risk_signals import Signal
from jurdil.kernel.viewer import Viewer
from jurdil.results.queries.signals import dispute_signals, objection_signals, revote_signals


def of_results(viewer: Viewer, election_id: int | None) -> Iterable[Signal]:
    """Votes held again, objections and disputes, for those who may see them as signals."""
    if not allows(viewer, "results.signals"):
        return ()
    return (
        *revote_signals(viewer, election_id),
        *objection_signals(viewer, election_id),
        *dispute_signals(viewer, election_id),
    )


risk_signals.register(of_results)
