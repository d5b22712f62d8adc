"""The operator's desk of a plenary, and the screen on the wall that follows it."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jurdil.kernel.acts import Refused
from jurdil.kernel.policy import allows
from jurdil.kernel.request import Request, number_in
from jurdil.kernel.views.common import found
from jurdil.law.sitting_words import REASONS
from jurdil.results import queries
from jurdil.results.actions import plenary as acts
from jurdil.results.views.plenary import CONFLICT, crumbs

POLL = 2
"""Seconds between two looks of the wall at the desk."""

PRIMARY = {"belum": "baca", "dibacakan": "cocok", "dicocokkan": "sahkan", "keberatan": "sahkan"}


@require_http_methods(["GET", "HEAD", "POST"])
def desk(request: Request, sidang_id: int) -> HttpResponse:
    """One row: five copies beside each other, corrected, objected to and approved by keys."""
    viewer = request.viewer
    row_id, contest = number_in(request.GET.get("baris", "")) or 0, request.GET.get("kontes", "")
    shown = found(queries.desk, viewer, sidang_id, contest, row_id)
    refusal = ""
    if request.method == "POST" and shown.row:
        refusal, target = _do(request, sidang_id, shown)
        if not refusal:
            return redirect(_address(sidang_id, target))
        shown = found(queries.desk, viewer, sidang_id, contest, shown.row.id)
    context = {
        "desk": shown,
        "row": shown.sitting,
        "refusal": refusal,
        "typed": request.POST,
        "chosen": _chosen(shown, request.POST.get("field", "") or request.GET.get("angka", "")),
        "objecting": "keberatan" in request.GET or request.POST.get("do") == "object",
        "primary": PRIMARY.get(shown.row.state, "") if shown.row else "",
        "reasons": REASONS.items(),
        "may_names": allows(viewer, "results.plenary_names"),
        "may_correct": allows(viewer, "results.plenary_correct"),
        "may_step": allows(viewer, "results.plenary_step"),
        "may_answer": allows(viewer, "results.plenary_answer"),
        "crumbs": crumbs(shown.sitting),
        "tab": "desk",
    }
    return render(
        request, "results/plenary/desk.html", context, status=CONFLICT if refusal else 200
    )


@require_safe
def screen(request: Request, sidang_id: int) -> HttpResponse:
    """What the wall shows: one area of the row that is being read."""
    shown = found(queries.screen, request.viewer, sidang_id)
    context = {"screen": shown, "poll": POLL}
    response = render(request, "results/plenary/screen.html", context)
    response["Cache-Control"] = "no-store"
    return response


@require_safe
def mark(request: Request, sidang_id: int) -> HttpResponse:
    """The mark of what the wall shows now; another mark means that there is something new."""
    text = found(queries.screen_mark, request.viewer, sidang_id)
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "no-store"
    return response


def _do(request: Request, sidang_id: int, shown: queries.Desk) -> tuple[str, int]:
    """Do what was asked for; the sentence of a refusal, and the row to go on with."""
    known = {
        "move": _move,
        "copy": _copy,
        "correct": _correct,
        "object": _object,
        "answer": _answer,
        "point": _point,
    }
    what = known.get(request.POST.get("do", ""))
    row_id = shown.row.id if shown.row else 0
    if what is None:
        return _("Tindakan ini tidak dikenal. Muat ulang halaman."), row_id
    try:
        found(what, request, sidang_id, row_id)
    except Refused as refusal:
        return str(refusal), row_id
    except ValueError:
        return _("Tulis angka bulat, tanpa huruf."), row_id
    if request.POST.get("move") == "sahkan" and shown.next:
        return "", shown.next.id
    return "", row_id


def _move(request: Request, _sidang_id: int, row_id: int) -> None:
    acts.move_row(by=request.viewer, row_id=row_id, move=request.POST.get("move", ""))


def _point(request: Request, sidang_id: int, _row_id: int) -> None:
    acts.point_screen(by=request.viewer, sidang_id=sidang_id, area=int(request.POST["area"]))


def _copy(request: Request, _sidang_id: int, row_id: int) -> None:
    field, value = request.POST.get("field", ""), request.POST.get("value", "").strip()
    holder, _sep, participant = request.POST.get("holder", "").partition(":")
    acts.note_copy(
        by=request.viewer,
        row_id=row_id,
        holder=holder,
        participant=participant,
        differs={field: _whole(value)} if field else None,
    )


def _correct(request: Request, _sidang_id: int, row_id: int) -> None:
    value = request.POST.get("new", "").strip()
    acts.correct_figure(
        by=request.viewer,
        row_id=row_id,
        field=request.POST.get("field", ""),
        new=_whole(value) if value else None,
        reason=request.POST.get("reason", ""),
        note=request.POST.get("note", ""),
        initials=request.POST.getlist("initials"),
        tps=request.POST.get("tps", ""),
    )


def _object(request: Request, _sidang_id: int, row_id: int) -> None:
    acts.record_objection(
        by=request.viewer,
        row_id=row_id,
        text=request.POST.get("text", ""),
        participant=request.POST.get("participant", ""),
        said_by=request.POST.get("said_by", ""),
    )


def _answer(request: Request, _sidang_id: int, _row_id: int) -> None:
    acts.answer_objection(
        by=request.viewer,
        objection_id=int(request.POST.get("objection", "")),
        outcome=request.POST.get("outcome", ""),
        answer=request.POST.get("answer", ""),
        opinion=request.POST.get("opinion", ""),
        opinion_by=request.POST.get("opinion_by", ""),
    )


def _whole(text: str) -> int:
    """A figure as it is typed; dots between thousands are allowed. Raises ValueError."""
    return int(text.replace(".", ""))


def _chosen(shown: queries.Desk, field: str) -> queries.DeskLine | None:
    lines = (line for part in shown.parts for line in part.lines)
    return next((line for line in lines if line.field == field), None)


def _address(sidang_id: int, row_id: int) -> str:
    return f"{reverse('results:plenary_desk', args=[sidang_id])}?{urlencode({'baris': row_id})}"
