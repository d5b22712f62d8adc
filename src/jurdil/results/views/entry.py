"""One form: typing it, and what a coordinator does about it. The page shows what is due."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jurdil.kernel.acts import Refused
from jurdil.kernel.fields import within
from jurdil.kernel.policy import allows
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import found
from jurdil.results import actions, queries
from jurdil.results.forms import entry as posted
from jurdil.results.pages import entry as pages
from jurdil.results.queries.entry import EntryPage

TYPING = {"simpan", "tunda", "kirim", "kirim-galat"}
JUDGING: dict[str, Callable[..., Any]] = {
    "cocok": actions.confirm_errors,
    "kembali": actions.send_back,
    "buang": actions.discard,
    "lanjut": actions.escalate,
    "bebas": actions.free_lock,
    "minta-ulang": actions.ask_undo,
}


@require_http_methods(["GET", "HEAD", "POST"])
def entry(request: Request, election_id: int, contest: str, path: str) -> HttpResponse:
    """The form as far as this person may see it: to type, to judge, or how it stands."""
    shown = found(queries.entry_page, request.viewer, election_id, contest, path)
    if request.method != "POST":
        return _typing(request, shown) if shown.draft else _standing(request, shown)
    step = request.POST.get("langkah", "")
    if step in TYPING:
        return _typed(request, shown, step)
    try:
        _judged(request, shown, step)
    except Refused as refusal:
        return _standing(request, shown, str(refusal))
    return redirect("results:entry", election_id, contest, path)


@require_POST
def draft(request: Request, election_id: int, contest: str, path: str) -> JsonResponse:
    """Save what is typed, as the page does by itself; 409 with a sentence when it is refused."""
    key = {"election_id": election_id, "contest": contest, "path": path}
    if not within(path, request.viewer.path):
        raise Http404
    try:
        saved = found(_save, request, key)
    except Refused as refusal:
        return JsonResponse({"refused": str(refusal)}, status=409)
    return JsonResponse(pages.saved(saved.touched_at))


def _save(request: Request, key: dict[str, Any]) -> Any:
    return actions.save_draft(
        by=request.viewer,
        **key,
        cells=posted.cells_of(request.POST),
        notes=posted.notes_of(request.POST),
    )


def _typed(request: Request, shown: EntryPage, step: str) -> HttpResponse:
    """A step of the typist. Whatever the step, what was typed is saved first."""
    viewer, key = request.viewer, _key(shown)
    try:
        _save(request, key)
        if step == "tunda":
            actions.pause(by=viewer, **key)
            messages.success(request, _("Ditunda. Draf Anda tersimpan dan menunggu Anda."))
            return redirect("results:entry_start", shown.election_id)
        if step == "simpan":
            messages.success(request, _("Draf tersimpan."))
            return redirect("results:entry", *key.values())
        shown = queries.entry_page(viewer, *key.values())
        if shown.draft and shown.draft.judged.faulty and step == "kirim":
            return _typing(request, shown, asked=True)
        row = actions.finish(
            by=viewer,
            **key,
            cells=posted.cells_of(request.POST),
            notes=posted.notes_of(request.POST),
        )
    except actions.NotReady:
        return _typing(request, shown, asked=True)
    except Refused as refusal:
        return _typing(request, shown, refused=str(refusal))
    again = bool(shown.draft and shown.draft.only)
    messages.success(request, pages.sent(shown, row.state, again=again))
    if row.state == "beda" and not again:
        return redirect("results:entry", *key.values())
    return redirect("results:entry_start", shown.election_id)


def _judged(request: Request, shown: EntryPage, step: str) -> None:
    """A step before or after typing: begin, look, decide, ask to begin anew. Raises `Refused`."""
    viewer, reason = request.viewer, request.POST.get("reason", "")
    if step == "mulai":
        found(actions.open_entry, by=viewer, **_key(shown))
    elif shown.entry_id is None:
        raise Refused(_("Formulir ini belum dientri siapa pun."))
    elif step == "buka":
        found(actions.open_reading, by=viewer, entry_id=shown.entry_id)
    elif step == "putus":
        if posted.unreadable(request.POST):
            raise Refused(_("Ketik angka dari kertas, atau - bila kotaknya kosong di kertas."))
        actions.decide(
            by=viewer,
            entry_id=shown.entry_id,
            choices=posted.choices_of(request.POST),
            reason=reason,
        )
    elif step in {"ulang-ya", "ulang-tidak"}:
        granted = step == "ulang-ya"
        actions.answer_undo(by=viewer, entry_id=shown.entry_id, granted=granted, reason=reason)
    elif step in JUDGING:
        JUDGING[step](by=viewer, entry_id=shown.entry_id, reason=reason)
    else:
        raise Refused(_("Pilih langkahnya."))
    if step not in {"mulai", "buka"}:
        messages.success(request, _("Tercatat."))


def _typing(
    request: Request, shown: EntryPage, *, asked: bool = False, refused: str = ""
) -> HttpResponse:
    """The entry form; `asked` names what stands in the way of sending it."""
    if shown.draft is None:
        return _standing(request, shown, refused)
    context = pages.typing(request.viewer, shown, asked=asked, refused=refused)
    status = 422 if asked else 409 if refused else 200
    return render(request, "results/entry/form.html", context, status=status)


def _standing(request: Request, shown: EntryPage, refused: str = "") -> HttpResponse:
    """How the form stands and what this person can do about it."""
    viewer = request.viewer
    context = pages.standing(viewer, shown, request.POST, refused)
    context["may_ask_undo"] = allows(viewer, "results.ask_undo")
    context["may_free"] = allows(viewer, "results.free")
    status = 409 if refused else 200
    return render(request, "results/entry/page.html", context, status=status)


def _key(shown: EntryPage) -> dict[str, Any]:
    return {"election_id": shown.election_id, "contest": shown.contest, "path": shown.path}
