"""The project's addresses and the sample room's list to take along."""

from django.http import JsonResponse
from django.urls import path

from jurdil.kernel import outbox
from jurdil.kernel.queries.tasks import open_tasks
from jurdil.project.urls import *  # noqa: F403
from jurdil.project.urls import urlpatterns as of_the_house


def tasks(request):
    """The viewer's tasks for the phone."""
    rows = [{"id": row.id, "title": row.text.id} for row in open_tasks(request.viewer)]
    return JsonResponse(outbox.taken_along("tugas", rows, closes=None))


urlpatterns = [*of_the_house, path("contoh/daftar/", tasks, name="sample_list")]
