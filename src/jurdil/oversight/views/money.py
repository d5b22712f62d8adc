"""Money politics: overview and register, one event with its article, note, link, strike."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import download, table
from jurdil.oversight import actions, choices, pages, queries
from jurdil.oversight.forms import money as forms
from jurdil.oversight.money_pages import months, rupiah
from jurdil.web.form_pages import FormPage, form_page, show_form

LIST = "oversight:money_list"


@require_safe
def listing(request: Request) -> HttpResponse:
    """The spread over phase, mode and actor, and the register."""
    viewer = request.viewer
    struck = request.GET.get("lihat") == "dicoret"
    context = {
        "rows": queries.money_list(viewer, struck=struck),
        "overview": queries.money_overview(viewer),
        "struck": struck,
        "may_note": allows(viewer, "oversight.money_note"),
    }
    return render(request, "oversight/money/list.html", context)


@form_page
def new(request: Request) -> HttpResponse:
    """Note an event."""
    require(request.viewer, "oversight.money_note")
    form = forms.MoneyForm(
        request.POST or None,
        request.FILES or None,
        places=pages.place_choices(request.viewer),
        elections=choices.elections(request.viewer),
        initial=choices.initial(request.viewer, request.GET, "source"),
    )
    page = FormPage(
        title=_("Catat politik uang"),
        lead=_(
            "Masa dihitung dari jadwal; pasal mengikuti masa dan pelaku. Keduanya tidak dipilih."
        ),
        button=_("Simpan"),
        back=reverse(LIST),
        crumbs=pages.crumbs(LIST, _("Politik uang"), (_("Baru"), "")),
        said=_("Politik uang dicatat."),
    )
    return show_form(
        request,
        form,
        page,
        actions.note_money,
        form.facts,
        lambda made: reverse("oversight:money", args=[made.pk]),
    )


@require_safe
def event(request: Request, money_id: int) -> HttpResponse:
    """One event with its article."""
    return _event(request, money_id)


@require_POST
def link(request: Request, money_id: int) -> HttpResponse:
    """Say which case it became."""
    found(queries.money_event, request.viewer, money_id)
    form = forms.CaseForm(request.POST)
    if form.is_valid() and attempt(
        form, actions.link_money, by=request.viewer, money_id=money_id, **form.cleaned_data
    ):
        messages.success(request, _("Perkara dikaitkan."))
        return redirect("oversight:money", money_id)
    return _event(request, money_id, linking=form)


@require_POST
def draft(request: Request, money_id: int) -> HttpResponse:
    """Make a draft finding of an event."""
    made = found(actions.draft_money, by=request.viewer, money_id=money_id)
    messages.success(request, _("Konsep temuan dibuat."))
    return redirect("oversight:draft", made.pk)


@require_POST
def drop(request: Request, money_id: int) -> HttpResponse:
    """Strike a note."""
    found(queries.money_event, request.viewer, money_id)
    form = forms.StrikeForm(request.POST)
    if form.is_valid() and attempt(
        form, actions.drop_money, by=request.viewer, money_id=money_id, **form.cleaned_data
    ):
        messages.success(request, _("Catatan dicoret; alasannya disimpan."))
        return redirect("oversight:money", money_id)
    return _event(request, money_id, striking=form)


@require_safe
def file(request: Request, money_id: int) -> HttpResponse:
    """The evidence of an event."""
    kept, content = found(queries.money_file, request.viewer, money_id)
    return download(content, kept.media_type, kept.name, inline=True)


@require_safe
def listing_file(request: Request, kind: str) -> HttpResponse:
    """The events that stand as CSV or XLSX."""
    return table(kind, queries.money_table(request.viewer), "politik-uang")


def _event(
    request: Request,
    money_id: int,
    *,
    linking: forms.CaseForm | None = None,
    striking: forms.StrikeForm | None = None,
) -> HttpResponse:
    viewer = request.viewer
    line = found(queries.money_event, viewer, money_id)
    standing = line.row.state != line.row.State.DROPPED
    may_link = standing and allows(viewer, "oversight.money_case")
    may_drop = standing and allows(viewer, "oversight.money_drop")
    rules = [one for one in (line.rule, line.receiver_rule) if one]
    context = {
        "line": line,
        "rules": [(one, months(one), rupiah(one), one is line.receiver_rule) for one in rules],
        "linking": linking or (forms.CaseForm() if may_link else None),
        "striking": striking or (forms.StrikeForm() if may_drop else None),
        "may_draft": line.row.state == line.row.State.NOTED
        and allows(viewer, "oversight.money_draft"),
        "failed": linking or striking,
        "crumbs": pages.crumbs(LIST, _("Politik uang"), (line.number, "")),
    }
    status = 422 if linking or striking else 200
    return render(request, "oversight/money/event.html", context, status=status)
