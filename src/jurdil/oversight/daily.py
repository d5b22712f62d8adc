"""What happens by itself on a new day: advice lapses; what waited for KPU's house goes out."""

from jurdil.kernel import clock, daily
from jurdil.kernel.exchange import posting
from jurdil.kernel.roles import BAWASLU, KPU
from jurdil.kernel.viewer import Viewer
from jurdil.oversight import queries
from jurdil.oversight.actions.advice import lapse_advice, send_advice
from jurdil.oversight.actions.ruling import post_ruling


def lapse_all(by: Viewer) -> None:
    """Advice whose clock ended without an answer becomes a draft finding."""
    for advice_id in queries.lapsing(by, clock.now()):
        lapse_advice(by=by, advice_id=advice_id)


def send_all(by: Viewer) -> None:
    """Advice and rulings from before KPU's house was introduced, which still wait, go out."""
    if by.house != BAWASLU or posting.partner_of(KPU) is None:
        return
    for advice_id in queries.unsent(by):
        send_advice(by=by, advice_id=advice_id)
    for ruling_id in queries.unsent_rulings(by):
        post_ruling(by=by, ruling_id=ruling_id)


daily.register("oversight.lapse_advice", lapse_all)
daily.register("oversight.send_advice", send_all)
