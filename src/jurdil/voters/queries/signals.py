"""What the overseer's index may count of this room: doubles that were found to be one person."""

from collections import Counter

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.risk_signals import Signal
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text
from jurdil.voters.models import Ganda

DOUBLE = 20
"""Number of IKP 2024: duplicate voters."""


@query("voters.signals")
def double_signals(viewer: Viewer) -> tuple[Signal, ...]:
    """One signal per place and day on which pairs were judged to be one person; no names."""
    rows = Ganda.objects.filter(
        path__within=viewer.path, state=Ganda.State.ONE, decided_at__isnull=False
    )
    zone = clock.zone()
    days = Counter(
        (path, moment.astimezone(zone).date())
        for path, moment in rows.values_list("path", "decided_at")
        if moment
    )
    return tuple(
        Signal(
            key=f"voters:ganda:{path}:{day}",
            indicator=DOUBLE,
            path=path,
            happened_on=day,
            text=Text(f"{count} pasang pemilih ganda", f"{count} pairs of duplicate voters"),
            source=Text("Pemeriksaan data ganda", "Check of doubles"),
            count=count,
        )
        for (path, day), count in days.items()
    )
