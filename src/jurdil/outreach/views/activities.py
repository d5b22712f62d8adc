"""Activities: the list, one of them, and what is done to it."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jurdil.kernel import paging
from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views import files
from jurdil.kernel.views.common import attempt, found
from jurdil.law.outreach.states import State, Step, allowed
from jurdil.outreach import actions, exports, papers, queries
from jurdil.outreach.forms import activity as forms
from jurdil.outreach.forms.programme import PeriodForm
from jurdil.outreach.pages import programme as pages
from jurdil.outreach.records import ActivityPage
from jurdil.outreach.views.common import UNPROCESSABLE, FormPage, form_page, show_form

RIGHTS = {Step.VERIFY: "verify", Step.RETURN: "send_back", Step.CANCEL: "cancel"}


@require_safe
def index(request: Request) -> HttpResponse:
    """Activities with the states they stand in; the newest day first."""
    viewer, query = request.viewer, request.GET
    form = pages.filters(viewer, query)
    wanted = pages.wanted(form, query)
    page = queries.activities(viewer, wanted, query.get(paging.AFTER, ""))
    first, last = pages.this_month()
    context = {
        "page": page,
        "lines": pages.lines(page.rows),
        "form": form,
        "wanted": wanted,
        "chips": pages.chips(viewer, wanted),
        "query": query.urlencode(),
        "may_plan": allows(viewer, "outreach.plan"),
        "may_import": allows(viewer, "outreach.import"),
        "period": PeriodForm(initial={"dari": first, "sampai": last}),
    }
    return render(request, "outreach/index.html", context)


@require_safe
def index_file(request: Request, kind: str) -> HttpResponse:
    """The activities of the list as CSV or XLSX; the import reads it back."""
    wanted = pages.wanted(pages.filters(request.viewer, request.GET), request.GET)
    rows = queries.every_activity(request.viewer, wanted)
    return files.table(kind, exports.activities_table(rows), "kegiatan-sosialisasi")


@require_safe
def recap(request: Request) -> HttpResponse:
    """The recap of a period as PDF."""
    require(request.viewer, "outreach.view")
    form = PeriodForm(request.GET)
    if not form.is_valid():
        messages.error(request, _("Isi hari pertama dan hari terakhir rekap dengan benar."))
        return redirect("outreach:index")
    first, last = form.cleaned_data["dari"], form.cleaned_data["sampai"]
    wanted = pages.Wanted(first=first, last=last)
    rows = queries.every_activity(request.viewer, wanted)
    return files.pdf(papers.recap(rows, first, last), f"rekap-sosialisasi-{first}-{last}.pdf")


@form_page
def new(request: Request) -> HttpResponse:
    """Plan an activity."""
    viewer = request.viewer
    require(viewer, "outreach.plan")
    form = forms.ActivityForm(
        request.POST or None,
        initial=pages.first_values(viewer, request.GET.dict()),
        **pages.form_choices(viewer),
    )
    page = _page(_("Rencanakan kegiatan"), _("Simpan rencana"), _("Kegiatan direncanakan."))
    act = lambda: actions.plan_activity(by=viewer, draft=_draft(request, form))  # noqa: E731
    return show_form(request, form, page, act, _address)


@form_page
def new_report(request: Request) -> HttpResponse:
    """File an activity that nobody planned."""
    viewer = request.viewer
    require(viewer, "outreach.report")
    form = forms.ReportForm(
        request.POST or None,
        initial=pages.first_values(viewer, request.GET.dict()),
        **pages.form_choices(viewer),
    )
    page = _page(
        _("Laporkan kegiatan"),
        _("Kirim laporan"),
        _("Laporan terkirim dan menunggu verifikasi. Lampirkan buktinya."),
    )
    act = lambda: actions.report_activity(by=viewer, draft=_draft(request, form))  # noqa: E731
    return show_form(request, form, page, act, _address)


@require_safe
def activity(request: Request, activity_id: int) -> HttpResponse:
    """One activity: who came, evidence, test, findings, history."""
    return _activity(request, activity_id)


@form_page
def change(request: Request, activity_id: int) -> HttpResponse:
    """Change a plan, or a report that is not verified yet."""
    viewer = request.viewer
    require(viewer, "outreach.change")
    page = found(queries.activity, viewer, activity_id)
    kind = forms.ActivityForm if page.row.state == State.PLANNED else forms.ReportForm
    form = kind(request.POST or None, initial=pages.values_of(page), **pages.form_choices(viewer))
    shown = _page(_("Ubah kegiatan"), _("Simpan"), _("Perubahan disimpan."), page)

    def act() -> int:
        return actions.change_activity(
            by=viewer, activity_id=activity_id, draft=_draft(request, form)
        )

    return show_form(request, form, shown, act, _address)


@form_page
def report(request: Request, activity_id: int) -> HttpResponse:
    """File a planned activity as held, or a returned one again."""
    viewer = request.viewer
    require(viewer, "outreach.report")
    page = found(queries.activity, viewer, activity_id)
    initial = {**pages.values_of(page), **pages.from_meeting(viewer, page)}
    form = forms.ReportForm(request.POST or None, initial=initial, **pages.form_choices(viewer))
    shown = _page(
        _("Laporkan kegiatan"),
        _("Kirim laporan"),
        _("Laporan terkirim dan menunggu verifikasi. Lampirkan buktinya."),
        page,
    )

    def act() -> int:
        return actions.report_activity(
            by=viewer, activity_id=activity_id, draft=_draft(request, form)
        )

    return show_form(request, form, shown, act, _address)


@require_POST
def verify(request: Request, activity_id: int) -> HttpResponse:
    """Verify a report."""
    found(queries.activity, request.viewer, activity_id)
    form = Form(request.POST)
    form.is_valid()
    if attempt(form, actions.verify_activity, by=request.viewer, activity_id=activity_id):
        messages.success(request, _("Kegiatan terverifikasi; kini terhitung."))
        return redirect("outreach:activity", activity_id)
    return _activity(request, activity_id, failed=form)


@require_POST
def send_back(request: Request, activity_id: int) -> HttpResponse:
    """Send a report back with a reason."""
    said = _("Laporan dikembalikan; pelapor melihat alasannya.")
    return _reasoned(request, activity_id, actions.send_back, said)


@require_POST
def cancel(request: Request, activity_id: int) -> HttpResponse:
    """Cancel a plan."""
    return _reasoned(request, activity_id, actions.cancel_activity, _("Kegiatan dibatalkan."))


def _reasoned(request: Request, activity_id: int, act: Any, said: str) -> HttpResponse:
    found(queries.activity, request.viewer, activity_id)
    form = forms.ReasonForm(request.POST)
    if form.is_valid() and attempt(
        form, act, by=request.viewer, activity_id=activity_id, **form.cleaned_data
    ):
        messages.success(request, said)
        return redirect("outreach:activity", activity_id)
    return _activity(request, activity_id, failed=form)


def _activity(request: Request, activity_id: int, failed: Any = None) -> HttpResponse:
    viewer = request.viewer
    page = found(queries.activity, viewer, activity_id)
    steps = allowed(State(page.row.state)) if page.filing else ()
    open_ = page.row.state not in (State.VERIFIED, State.CANCELLED) and page.filing
    may = {
        "file": Step.FILE in steps and allows(viewer, "outreach.report"),
        "change": open_ and allows(viewer, "outreach.change"),
        "evidence": open_ and allows(viewer, "outreach.evidence"),
        "test": open_ and allows(viewer, "outreach.test"),
        "meeting": open_ and allows(viewer, "outreach.meeting"),
        "spj": page.row.state != State.CANCELLED and allows(viewer, "outreach.spj"),
        **{
            right: step in steps and allows(viewer, f"outreach.{right}")
            for step, right in RIGHTS.items()
        },
    }
    context = {
        "page": page,
        "tag": pages.TAGS[State(page.row.state)],
        "may": may,
        "reason": failed if isinstance(failed, forms.ReasonForm) else forms.ReasonForm(),
        "failed": failed,
        "crumbs": pages.crumbs((page.row.title, "")),
    }
    status = UNPROCESSABLE if failed else 200
    return render(request, "outreach/activity.html", context, status=status)


def _draft(request: Request, form: forms.ActivityForm) -> Any:
    came = form.came() if isinstance(form, forms.ReportForm) else None
    return form.draft(pages.villages_below(request.viewer, form.cleaned_data["path"]), came)


def _page(title: str, button: str, said: str, page: ActivityPage | None = None) -> FormPage:
    back = _address(page.row.id) if page else reverse("outreach:index")
    steps = [(page.row.title, back)] if page else []
    return FormPage(
        title=title,
        button=button,
        back=back,
        crumbs=pages.crumbs(*steps, (title, "")),
        said=said,
        lead=page.row.reason if page else "",
    )


def _address(activity_id: int) -> str:
    return reverse("outreach:activity", args=[activity_id])
