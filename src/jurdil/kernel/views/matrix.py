"""The rights matrix."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jurdil.kernel.queries import matrix as queries
from jurdil.kernel.request import Request


@require_safe
def matrix(request: Request) -> HttpResponse:
    """Who may do what: all roles side by side, or one role's list."""
    role = request.GET.get("peran", "")
    columns = queries.columns(request.viewer)
    chosen = next((column for column in columns if column.code == role), None)
    if role and chosen is None:
        raise Http404
    context = {
        "columns": columns,
        "chosen": chosen,
        "rooms": queries.rooms(request.viewer, role=role),
    }
    return render(request, "kernel/matrix.html", context)
