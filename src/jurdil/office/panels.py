"""What the room shows on the home page: letters to answer, incomplete expense files, JDIH."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from jurdil.kernel.policy import allows
from jurdil.office import queries
from jurdil.web import slots

MOST = 4


def of_home(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """Letters that wait for an answer, then incomplete files, then decrees not yet in JDIH."""
    viewer = request.viewer  # type: ignore[attr-defined]
    letters = queries.waiting_letters(viewer) if allows(viewer, "office.letters") else ()
    files = queries.incomplete(viewer) if allows(viewer, "office.spj") else ()
    products = queries.to_publish(viewer) if allows(viewer, "office.products") else ()
    if not (letters or files or products):
        return None
    context = {
        "letters": letters[:MOST],
        "more_letters": len(letters[MOST:]),
        "files": files[:MOST],
        "more_files": len(files[MOST:]),
        "products": products[:MOST],
    }
    return render_to_string("office/panels/home.html", context, request)


def of_task(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """The letter, or the legal product, that a task came from."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if not allows(viewer, "office.letters"):
        return None
    origin = queries.origin(viewer, values["task"].source)
    if origin is None:
        return None
    return render_to_string("office/panels/task.html", {"origin": origin}, request)


slots.register("home.main", of_home, order=40)
slots.register("task.page", of_task, order=40)
