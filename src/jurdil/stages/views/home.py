"""The first page: work for those inside, the office and its schedule for everybody else."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from jurdil.kernel import clock
from jurdil.kernel.policy import allows
from jurdil.kernel.request import Request
from jurdil.stages import home as pages
from jurdil.stages import queries
from jurdil.stages.pages import agenda
from jurdil.stages.views.common import may, page


@require_safe
def home(request: Request) -> HttpResponse:
    """Beranda; a visitor sees the office's public page instead."""
    if not allows(request.viewer, "stages.work"):
        return _public(request)
    shown = pages.build(request.viewer, request.GET.get("tugas", ""))
    rights = may(request, "task.open", "stages.open_election", "stages.close_election")
    return page(request, "stages/home.html", {"home": shown, "may": rights})


def _public(request: Request) -> HttpResponse:
    current = queries.current(request.viewer)
    running = [election for election in current.elections if not election.over]
    context = {
        "office": request.office,
        "elections": running,
        "countdowns": pages.countdowns(current),
        "groups": agenda.near(current.rows, clock.today()),
    }
    return page(request, "stages/public_home.html", context)
