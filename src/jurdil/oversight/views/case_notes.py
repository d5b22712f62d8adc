"""What is recorded of a case: steps with their paper, and everything else by one form each."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from jurdil.kernel.language import say
from jurdil.kernel.policy import require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import found
from jurdil.law.oversight import cases
from jurdil.oversight import actions, case_facts, case_pages, queries
from jurdil.oversight.forms import case_outcomes, case_work
from jurdil.web.form_pages import FormPage, form_page, show_form


@dataclass(frozen=True)
class Kind:
    """A thing that is recorded of a case: its right, words, form and act."""

    right: str
    title: Any
    said: Any
    form: Callable[..., forms.Form]
    act: Callable[..., Any]
    lead: Any = ""


def _plain(form: type[forms.Form]) -> Callable[..., forms.Form]:
    return lambda request, page, *data: form(*data)


def _moves(request: Request, page: Any, *data: Any) -> forms.Form:
    return case_work.MoveForm(*data, moves=page.moves)


def _checks(request: Request, page: Any, *data: Any) -> forms.Form:
    requirements = case_facts.requirements(page.case)
    return case_work.CheckForm(*data, requirements=requirements)


def _party(request: Request, page: Any, *data: Any) -> forms.Form:
    return case_work.PartyForm(*data, regime=page.case.regime)


def _file(request: Request, page: Any, *data: Any) -> forms.Form:
    case = page.case
    officers = queries.case_officers(request.viewer, case.path)
    initial = {name: getattr(case, name) for name in ("title", "actor", "path")}
    initial["officer"] = str(case.officer_id or "")
    choices = [(str(pk), name) for pk, name in officers]
    return case_work.FileForm(*data, officers=choices, initial=initial)


def _summon(request: Request, page: Any, *data: Any) -> forms.Form:
    parties = [(str(one.id), one.label) for one in page.parties]
    return case_work.SummonForm(*data, parties=parties)


def _strike(request: Request, page: Any, *data: Any) -> forms.Form:
    parties = [(str(one.id), one.label) for one in page.parties]
    return case_work.StrikeForm(*data[:1], parties=parties)


def _referral(request: Request, page: Any, *data: Any) -> forms.Form:
    suggested = [(one.to, say(one.name)) for one in page.suggested]
    return case_outcomes.ReferralForm(*data, outcomes=page.case.outcomes, suggested=suggested)


def _index(request: Request, page: Any, *data: Any) -> forms.Form:
    return case_outcomes.IndexForm(*data, initial={"narrative": page.case.title})


KINDS: dict[str, Kind] = {
    "pihak": Kind(
        "oversight.case_party",
        gettext_lazy("Tambah pihak"),
        gettext_lazy("Pihak ditambahkan; identitasnya tersegel."),
        _party,
        actions.add_party,
        gettext_lazy("Yang Anda tulis disegel. Di halaman lain hanya tampil perannya."),
    ),
    "coret": Kind(
        "oversight.case_strike",
        gettext_lazy("Coret pihak"),
        gettext_lazy("Pihak dicoret; catatannya tetap ada, tersegel."),
        _strike,
        actions.strike_party,
        gettext_lazy("Untuk pihak yang keliru dicatat. Lalu tambahkan yang benar."),
    ),
    "bukti": Kind(
        "oversight.case_evidence",
        gettext_lazy("Tambah bukti"),
        gettext_lazy("Bukti ditambahkan."),
        _plain(case_work.EvidenceForm),
        actions.add_evidence,
    ),
    "syarat": Kind(
        "oversight.case_check",
        gettext_lazy("Periksa syarat formal dan materiel"),
        gettext_lazy("Hasil pemeriksaan syarat dicatat."),
        _checks,
        actions.check_requirements,
    ),
    "pindah": Kind(
        "oversight.case_move",
        gettext_lazy("Pindahkan perkara"),
        gettext_lazy("Perkara dipindahkan."),
        _moves,
        actions.move_case,
    ),
    "berkas": Kind(
        "oversight.case_file",
        gettext_lazy("Atur berkas perkara"),
        gettext_lazy("Berkas perkara diatur."),
        _file,
        actions.set_file,
    ),
    "undangan": Kind(
        "oversight.case_summon",
        gettext_lazy("Undang klarifikasi"),
        gettext_lazy("Undangan dicatat."),
        _summon,
        actions.summon,
    ),
    "gakkumdu": Kind(
        "oversight.case_gakkumdu",
        gettext_lazy("Catat pembahasan Gakkumdu"),
        gettext_lazy("Pembahasan dicatat."),
        _plain(case_outcomes.MeetingForm),
        actions.hold_meeting,
    ),
    "kejadian": Kind(
        "oversight.case_event",
        gettext_lazy("Catat jalannya perkara pidana"),
        gettext_lazy("Kejadian dicatat; jamnya dihitung ulang."),
        _plain(case_outcomes.EventForm),
        actions.note_event_of_case,
    ),
    "sidang": Kind(
        "oversight.case_hearing",
        gettext_lazy("Catat sidang"),
        gettext_lazy("Sidang dicatat."),
        _plain(case_outcomes.HearingForm),
        actions.hold_hearing,
    ),
    "penerusan": Kind(
        "oversight.case_refer",
        gettext_lazy("Teruskan perkara"),
        gettext_lazy("Penerusan dicatat."),
        _referral,
        actions.refer,
        gettext_lazy("Satu perkara dapat diteruskan kepada lebih dari satu tujuan."),
    ),
    "ikp": Kind(
        "oversight.case_index",
        gettext_lazy("Usulkan kejadian IKP"),
        gettext_lazy("Kejadian diusulkan; seseorang mengonfirmasinya di halaman usulan IKP."),
        _index,
        actions.propose_index_event,
    ),
}


@sensitive_post_parameters()
@never_cache
@form_page
def note(request: Request, case_id: int, what: str) -> HttpResponse:
    """Record something of a case. Raises Http404 for an unknown kind."""
    kind = KINDS.get(what)
    if kind is None:
        raise Http404
    require(request.viewer, kind.right)
    page = found(queries.case_page, request.viewer, case_id)
    form = kind.form(request, page, request.POST or None, request.FILES or None)
    return _shown(
        request,
        form,
        page,
        partial(kind.act, case_id=case_id),
        lambda: form.facts(),  # type: ignore[attr-defined]
        title=str(kind.title),
        said=str(kind.said),
        lead=str(kind.lead),
    )


@never_cache
@form_page
def step(request: Request, case_id: int, step: str) -> HttpResponse:
    """Take a case one step on. Raises Http404 for an unknown step."""
    require(request.viewer, "oversight.case_step")
    page = found(queries.case_page, request.viewer, case_id)
    law = cases.steps().get(step)
    if law is None:
        raise Http404
    form = case_work.StepForm(
        request.POST or None,
        request.FILES or None,
        step=law,
        seen=page.case.state,
        minutes=case_pages.minutes(request.viewer),
    )
    lead = "" if law.confirmed else _("Langkah ini belum dicocokkan dengan naskah peraturannya.")
    return _shown(
        request,
        form,
        page,
        partial(found, actions.take_step, case_id=case_id),
        form.facts,
        title=say(law.name),
        said=_("Langkah dicatat."),
        lead=lead,
    )


@never_cache
@form_page
def heard(request: Request, case_id: int, summons_id: int) -> HttpResponse:
    """What came of an invitation."""
    require(request.viewer, "oversight.case_heard")
    page = found(queries.case_page, request.viewer, case_id)
    if summons_id not in {one.row.pk for one in page.summons}:
        raise Http404
    form = case_work.HeardForm(request.POST or None)
    return _shown(
        request,
        form,
        page,
        partial(found, actions.note_hearing_of, summons_id=summons_id),
        lambda: form.cleaned_data,
        title=_("Catat hasil klarifikasi"),
        said=_("Hasil klarifikasi dicatat."),
    )


@never_cache
@form_page
def answered(request: Request, case_id: int, referral_id: int) -> HttpResponse:
    """What became of a referral."""
    require(request.viewer, "oversight.case_answered")
    page = found(queries.case_page, request.viewer, case_id)
    if referral_id not in {one.row.pk for one in page.referrals}:
        raise Http404
    form = case_outcomes.ResultForm(request.POST or None)
    return _shown(
        request,
        form,
        page,
        partial(found, actions.note_result, referral_id=referral_id),
        lambda: form.cleaned_data,
        title=_("Catat hasil penerusan"),
        said=_("Hasil penerusan dicatat."),
    )


def _shown(
    request: Request,
    form: forms.Form,
    page: Any,
    act: Callable[..., Any],
    arguments: Callable[[], dict[str, Any]],
    *,
    title: str,
    said: str,
    lead: str = "",
) -> HttpResponse:
    back = reverse("oversight:case", args=[page.case.pk])
    words = FormPage(
        title=title,
        button=_("Simpan"),
        back=back,
        crumbs=case_pages.crumbs(page, title),
        said=said,
        lead=lead,
    )
    return show_form(request, form, words, act, arguments, lambda _made: back)
