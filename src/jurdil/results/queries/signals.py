"""What the overseer's index may count of this room: votes held again, objections, disputes."""

from collections import Counter

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.risk_signals import Signal
from jurdil.kernel.viewer import Viewer
from jurdil.law.revote import NAMES, Kind, State
from jurdil.law.text import Text
from jurdil.results.models import Kejadian, Sengketa, Ulang

INDICATORS = {Kind.AGAIN: 32, Kind.RECOUNT: 33, Kind.LATER: 34, Kind.ON: 34}
"""Numbers of IKP 2024: re-vote, recount, follow-up voting."""
SOURCE = Text("Putusan KPU tentang pemungutan atau penghitungan ulang", "KPU's decision")
OBJECTION, DISPUTE = 36, 37
"""Numbers of IKP 2024: complaint of a witness, dispute about a result."""
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


@query("results.signals")
def objection_signals(viewer: Viewer, election_id: int | None) -> tuple[Signal, ...]:
    """One signal per place and day on which witnesses objected; nobody is named."""
    rows = Kejadian.objects.filter(path__within=viewer.path, kind=Kejadian.Kind.OBJECTION)
    if election_id is not None:
        rows = rows.filter(election_id=election_id)
    zone = clock.zone()
    days = Counter((row.path, row.recorded_at.astimezone(zone).date()) for row in rows)
    return tuple(
        Signal(
            key=f"results:keberatan:{path}:{day}",
            indicator=OBJECTION,
            path=path,
            happened_on=day,
            text=Text(f"{count} keberatan saksi", f"{count} objections of witnesses"),
            source=Text("Formulir kejadian khusus dan keberatan", "Form of events and objections"),
            count=count,
        )
        for (path, day), count in days.items()
    )


@query("results.signals")
def dispute_signals(viewer: Viewer, election_id: int | None) -> tuple[Signal, ...]:
    """One signal per dispute about a result."""
    rows = Sengketa.objects.filter(path__within=viewer.path)
    if election_id is not None:
        rows = rows.filter(election_id=election_id)
    zone = clock.zone()
    return tuple(
        Signal(
            key=f"results:sengketa:{row.pk}",
            indicator=DISPUTE,
            path=row.path,
            happened_on=row.filed_on.astimezone(zone).date(),
            text=Text("Sengketa hasil diajukan", "Result disputed"),
            source=Text("Register sengketa hasil", "Register of result disputes"),
            subject=f"sengketa:{row.pk}",
        )
        for row in rows
    )
