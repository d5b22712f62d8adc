"""What a supervisor's phone takes along."""

from datetime import timedelta

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.policy import allows
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight.field_reports import State
from jurdil.office import queries as office
from jurdil.office.queries.letters import Wanted
from jurdil.oversight import lhp_sight
from jurdil.oversight.models import Lhp

KEPT = timedelta(days=30)
ORDERS = "surat tugas"
MOST = 100


@query("oversight.lhp_field")
def lhp_taken(viewer: Viewer) -> tuple[tuple[Lhp, str], ...]:
    """The viewer's own reports, returned ones first with the reason; accepted ones for 30 days."""
    own = lhp_sight.visible(viewer).filter(account_id=viewer.account_id or 0)
    recent = own.exclude(state=State.ACCEPTED, changed_at__lt=clock.now() - KEPT)
    rows = sorted(
        recent.order_by("-pk")[:MOST], key=lambda row: (row.state != State.RETURNED, -row.pk)
    )
    reasons = lhp_sight.reasons_of(rows)
    return tuple((row, reasons.get(row.pk, "")) for row in rows)


@query("oversight.lhp_field")
def lhp_orders(viewer: Viewer) -> tuple[str, ...]:
    """Assignment letters to choose from: those of own reports, then those of the register."""
    own = lhp_sight.visible(viewer).filter(account_id=viewer.account_id or 0).order_by("-pk")[:20]
    numbers = [row.content["order_number"] for row in own]
    if allows(viewer, "office.letters"):
        wanted = Wanted(direction="keluar", search=ORDERS)
        numbers += [letter.number for letter in office.letters(viewer, wanted).rows]
    return tuple(dict.fromkeys(number for number in numbers if number))
