"""Files on their way in: the list, a new one, and one with its preview."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jurdil.kernel import paging
from jurdil.kernel.actions.imports import cancel_import, publish_import
from jurdil.kernel.acts import Refused
from jurdil.kernel.faults import FileRefused
from jurdil.kernel.import_forms import FILE, UploadForm
from jurdil.kernel.imports import UnknownKind, staging
from jurdil.kernel.language import say
from jurdil.kernel.queries import imports
from jurdil.kernel.queries.header import ElectionChoice
from jurdil.kernel.request import Request
from jurdil.kernel.viewer import Viewer
from jurdil.kernel.views.common import found

ELECTION = "pemilihan"
"""Name of the query parameter that carries the election of a file."""


@require_safe
def index(request: Request) -> HttpResponse:
    """What may be brought in, and what was."""
    context = {
        "kinds": imports.kinds(request.viewer),
        "page": imports.batches(request.viewer, after=request.GET.get(paging.AFTER, "")),
    }
    return render(request, "kernel/imports/index.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: Request, code: str) -> HttpResponse:
    """A new file of one kind."""
    targets = imports.targets(request.viewer)
    target = _target(request, targets)
    by = request.viewer.about(target.id if target else None)
    try:
        kind = imports.kind(by, code)
    except UnknownKind as error:
        raise Http404 from error
    form = UploadForm(request.POST or None, request.FILES or None, kind=kind)
    if request.method == "POST" and form.is_valid() and (batch_id := _open(form, by)):
        return redirect("kernel:import", batch_id)
    context = {"kind": kind, "form": form, "targets": targets, "target": target}
    return render(request, "kernel/imports/upload.html", context)


def _target(request: Request, targets: tuple[ElectionChoice, ...]) -> ElectionChoice | None:
    """The election asked for, else the one in the head of the page, else the only one."""
    wanted = request.GET.get(ELECTION) or str(request.viewer.election_id)
    chosen = next((choice for choice in targets if str(choice.id) == wanted), None)
    return chosen or (targets[0] if len(targets) == 1 else None)


def _open(form: UploadForm, by: Viewer) -> int | None:
    """Keep the file and have it read; None when it was refused, which then stands at the form."""
    file = form.cleaned_data[FILE]
    try:
        batch = staging.read_later(
            by,
            kind=form.kind.code,
            name=file.name,
            content=file.read(),
            options=form.chosen(),
        )
    except FileRefused as refusal:
        form.add_error(FILE, [say(fault.text) for fault in refusal.faults])
    except Refused as refusal:
        form.add_error(None, str(refusal))
    else:
        return batch.pk
    return None


@require_safe
def batch(request: Request, batch_id: int) -> HttpResponse:
    """One import: being read, refused, previewed, or ended.

    While it is read the page asks again by itself; the answer after that is a full reload.
    """
    preview = found(imports.preview, request.viewer, batch_id)
    response = render(request, "kernel/imports/batch.html", {"preview": preview})
    if preview.row.state != "dibaca" and request.headers.get("HX-Request"):
        response.headers["HX-Refresh"] = "true"
    return response


@require_POST
def publish(request: Request, batch_id: int) -> HttpResponse:
    """Confirm a preview."""
    count = found(lambda: publish_import(by=request.viewer, batch_id=batch_id))
    messages.success(request, _("%(count)s baris diterbitkan.") % {"count": count})
    return redirect("kernel:import", batch_id)


@require_POST
def cancel(request: Request, batch_id: int) -> HttpResponse:
    """Give an import up."""
    found(lambda: cancel_import(by=request.viewer, batch_id=batch_id))
    messages.info(request, _("Impor dibatalkan. Tidak ada yang disimpan."))
    return redirect("kernel:import", batch_id)
