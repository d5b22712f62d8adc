"""What follows from a supervision report in one step, prefilled and linked both ways."""

from collections.abc import Callable
from functools import partial

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from jurdil.kernel.policy import require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import found
from jurdil.oversight import actions, queries, scoring
from jurdil.oversight import lhp_pages as pages
from jurdil.oversight import pages as room
from jurdil.oversight.forms.advice import AdviceForm
from jurdil.oversight.forms.lhp import DraftForm
from jurdil.oversight.forms.risk import EventForm, FlagForm
from jurdil.oversight.forms.watch import PreventionForm
from jurdil.oversight.lhp_facts import source_of
from jurdil.oversight.lhp_records import LhpPage
from jurdil.places import queries as places
from jurdil.web.form_pages import FormPage, form_page, show_form


@form_page
def follow(request: Request, report_id: int, what: str) -> HttpResponse:
    """The form of what follows, filled from the report."""
    one = next((one for one in pages.FOLLOWS if one.code == what), None)
    if one is None:
        raise Http404
    page = found(queries.lhp, request.viewer, report_id)
    require(request.viewer, one.right)
    if one not in pages.follows(request.viewer, page):
        raise Http404
    return MAKERS[what](request, page)


def _words(page: LhpPage, title: str, button: str, said: str) -> FormPage:
    back = reverse("oversight:lhp", args=[page.row.pk])
    return FormPage(
        title=title,
        lead=_("Dari %(name)s. Periksa isian, lalu simpan.") % {"name": pages.name_of(page)},
        button=button,
        back=back,
        crumbs=pages.crumbs((pages.name_of(page), back), (title, "")),
        said=said,
    )


def _prevention(request: Request, page: LhpPage) -> HttpResponse:
    form = PreventionForm(
        request.POST or None,
        places=pages.places_with(request.viewer, page),
        initial=pages.prevention_values(page),
    )
    words = _words(page, _("Pencegahan dari LHP"), _("Simpan rencana"), _("Rencana disimpan."))
    return show_form(
        request,
        form,
        words,
        actions.plan_prevention,
        lambda: {
            "values": form.values(),
            "path": form.cleaned_data["path"],
            "source": source_of(page.row.pk),
        },
        lambda made: reverse("oversight:prevention", args=[made.pk]),
    )


def _advice(request: Request, page: LhpPage) -> HttpResponse:
    viewer = request.viewer
    first = pages.advice_values(viewer, page)
    form = AdviceForm(request.POST or None, viewer=viewer, initial=first)
    words = _words(page, _("Saran perbaikan dari LHP"), _("Catat dan kirim"), _("Saran dicatat."))
    return show_form(
        request,
        form,
        words,
        partial(found, actions.give_advice),
        lambda: {**form.facts(), "source": source_of(page.row.pk)},
        lambda made: reverse("oversight:advice", args=[made.pk]),
    )


def _draft(request: Request, page: LhpPage) -> HttpResponse:
    form = DraftForm(request.POST or None, initial={"title": pages.name_of(page)})
    words = _words(page, _("Konsep temuan dari LHP"), _("Buat konsep"), _("Konsep temuan dibuat."))
    return show_form(
        request,
        form,
        words,
        actions.draft_from_lhp,
        lambda: {"report_id": page.row.pk, **form.cleaned_data},
        lambda made: reverse("oversight:draft", args=[made.pk]),
    )


def _event(request: Request, page: LhpPage) -> HttpResponse:
    form = EventForm(
        request.POST or None,
        request.FILES or None,
        places=pages.places_with(request.viewer, page),
        model=scoring.edition(),
        initial=pages.event_values(page),
    )
    words = _words(page, _("Usulan kejadian IKP dari LHP"), _("Usulkan"), _("Kejadian diusulkan."))
    return show_form(
        request,
        form,
        words,
        actions.propose_from_lhp,
        lambda: {
            "report_id": page.row.pk,
            "values": {**form.cleaned_data, "indicator": int(form.cleaned_data["indicator"])},
        },
        lambda made: reverse("oversight:event", args=[made.pk]),
    )


def _flag(request: Request, page: LhpPage) -> HttpResponse:
    viewer, path = request.viewer, page.row.path
    election = next(
        (one for one in places.elections(viewer) if one.id == page.row.election_id), None
    )
    if election is None:
        raise Http404
    edition = room.edition_of(election.regime)
    form = FlagForm(
        request.POST or None,
        request.FILES or None,
        stations=[(path, page.place)],
        edition=edition,
        initial={"path": path, "evidence": pages.name_of(page)},
    )
    words = _words(page, _("Tandai TPS rawan dari LHP"), _("Simpan tanda"), _("TPS ditandai."))
    return show_form(
        request,
        form,
        words,
        actions.flag_tps,
        lambda: {
            "election_id": election.id,
            "edition": edition.id,
            "source": source_of(page.row.pk),
            **form.cleaned_data,
        },
        lambda made: reverse("oversight:tps_one", args=[made[0].path]),
    )


MAKERS: dict[str, Callable[[Request, LhpPage], HttpResponse]] = {
    "cegah": _prevention,
    "saran": _advice,
    "temuan": _draft,
    "ikp": _event,
    "rawan": _flag,
}
