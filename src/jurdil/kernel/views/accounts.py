"""People and their roles; one's own account."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from jurdil.kernel import clock, forms, paging, policy
from jurdil.kernel.actions import accounts as acts
from jurdil.kernel.language import say
from jurdil.kernel.queries import accounts, header
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def people(request: Request) -> HttpResponse:
    """The list of people with their roles of today."""
    form = forms.PeopleFilter(request.GET, house=request.viewer.house)
    chosen = form.cleaned_data if form.is_valid() else {}
    closed = request.GET.get("tutup") == "1"
    page = accounts.people(
        request.viewer,
        search=chosen.get("cari", ""),
        role=chosen.get("peran", ""),
        closed=closed,
        after=request.GET.get(paging.AFTER, ""),
    )
    filtered = any(chosen.values())
    context = {"form": form, "page": page, "closed": closed, "filtered": filtered}
    return render(request, "kernel/people.html", context)


@form_page
@sensitive_post_parameters("password")
def create(request: Request) -> HttpResponse:
    """A new account, then at once its first role."""
    policy.require(request.viewer, "account.create")
    form = forms.AccountForm(request.POST or None)
    if form.is_valid() and (
        account := attempt(form, acts.create_account, by=request.viewer, **form.cleaned_data)
    ):
        messages.success(request, _("Akun %(name)s dibuat. Beri perannya.") % {"name": account})
        return redirect("kernel:grant", account_id=account.pk)
    return render(request, "kernel/account_form.html", {"form": form})


@require_safe
def person(request: Request, account_id: int) -> HttpResponse:
    """One person: every role, security, state."""
    shown = found(accounts.person, request.viewer, account_id)
    return render(request, "kernel/person.html", {"person": shown})


@form_page
def grant(request: Request, account_id: int) -> HttpResponse:
    """Give a person a role."""
    policy.require(request.viewer, "account.grant")
    shown = found(accounts.person, request.viewer, account_id)
    running = header.running_elections(request.viewer)
    form = forms.GrantForm(
        request.POST or None,
        house=request.viewer.house,
        elections=tuple((choice.id, say(choice.name)) for choice in running),
        initial={"valid_from": clock.today()},
    )
    if form.is_valid():
        values = dict(form.cleaned_data)
        values["path"] = values["path"] or request.office.path
        values["election_id"] = int(values.pop("election") or 0) or None
        if attempt(form, acts.grant_role, by=request.viewer, account_id=account_id, **values):
            messages.success(request, _("Peran diberikan dan dicatat dalam jejak."))
            return redirect("kernel:person", account_id=account_id)
    return render(request, "kernel/grant_form.html", {"form": form, "person": shown})


@form_page
def end(request: Request, grant_id: int) -> HttpResponse:
    """End a role on a day."""
    policy.require(request.viewer, "account.end")
    holder, role = found(accounts.grant, request.viewer, grant_id)
    form = forms.EndForm(request.POST or None, initial={"last_day": clock.today()})
    if form.is_valid() and attempt(
        form, acts.end_grant, by=request.viewer, grant_id=grant_id, **form.cleaned_data
    ):
        messages.success(request, _("Hari terakhir peran dicatat."))
        return redirect("kernel:person", account_id=holder.id)
    return render(request, "kernel/end_form.html", {"form": form, "person": holder, "role": role})


@form_page
@sensitive_post_parameters("password")
def password(request: Request, account_id: int) -> HttpResponse:
    """Give a person a new password."""
    policy.require(request.viewer, "account.password")
    shown = found(accounts.person, request.viewer, account_id)
    form = forms.PasswordForm(request.POST or None)
    if form.is_valid() and attempt(
        form, acts.reset_password, by=request.viewer, account_id=account_id, **form.cleaned_data
    ):
        messages.success(request, _("Kata sandi diganti. Semua sesinya berakhir."))
        return redirect("kernel:person", account_id=account_id)
    return render(request, "kernel/password_form.html", {"form": form, "person": shown})


@form_page
def state(request: Request, account_id: int) -> HttpResponse:
    """Close an account or open it again, after a question."""
    policy.require(request.viewer, "account.state")
    shown = found(accounts.person, request.viewer, account_id)
    if request.method == "POST":
        acts.set_active(by=request.viewer, account_id=account_id, active=not shown.active)
        messages.success(request, _("Keadaan akun diubah dan dicatat dalam jejak."))
        return redirect("kernel:person", account_id=account_id)
    return render(request, "kernel/state_form.html", {"person": shown})


@form_page
def factors(request: Request, account_id: int) -> HttpResponse:
    """Remove a person's second factors, after a question."""
    policy.require(request.viewer, "account.factor")
    shown = found(accounts.person, request.viewer, account_id)
    if request.method == "POST":
        acts.remove_second_factors(by=request.viewer, account_id=account_id)
        messages.success(request, _("Faktor kedua dihapus. Orangnya memasangnya lagi sendiri."))
        return redirect("kernel:person", account_id=account_id)
    return render(request, "kernel/factor_form.html", {"person": shown})


@require_safe
def own(request: Request) -> HttpResponse:
    """One's own account: roles, language, look, security."""
    shown = found(accounts.own_account, request.viewer)
    return render(request, "kernel/own.html", {"person": shown})
