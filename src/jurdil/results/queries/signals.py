"""What the overseer's index may count of this room: votes held again."""

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.risk_signals import Signal
from jurdil.kernel.viewer import Viewer
from jurdil.law.revote import NAMES, Kind, State
from jurdil.law.text import Text
from jurdil.results.models import Ulang

INDICATORS = {Kind.AGAIN: 32, Kind.RECOUNT: 33, Kind.LATER: 34, Kind.ON: 34}
"""Numbers of IKP 2024: re-vote, recount, follow-up voting."""
SOURCE = Text("Putusan KPU tentang pemungutan atau penghitungan ulang", "KPU's decision")
ORDERED = (State.DECIDED.value, State.HELD.value, State.DONE.value)


@query("results.signals")
def revote_signals(viewer: Viewer, election_id: int | None) -> tuple[Signal, ...]:
    """One signal per TPS where something was decided to be held again, of one election or all."""
    rows = Ulang.objects.filter(path__within=viewer.path, state__in=ORDERED)
    if election_id is not None:
        rows = rows.filter(election_id=election_id)
    return tuple(
        Signal(
            key=f"results:ulang:{row.pk}",
            indicator=INDICATORS[Kind(row.kind)],
            path=row.path,
            happened_on=row.held_on or row.proposed_at.astimezone(clock.zone()).date(),
            text=NAMES[Kind(row.kind)],
            source=SOURCE,
            subject=f"ulang:{row.pk}",
        )
        for row in rows
    )
