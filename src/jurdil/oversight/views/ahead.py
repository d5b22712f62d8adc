"""What lapses next in the whole house; residue of coklit; lists of published scores."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jurdil.kernel.policy import allows
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt
from jurdil.oversight import actions, pages, queries
from jurdil.oversight.forms import figures as forms
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.web.form_pages import form_page


@require_safe
def clocks(request: Request) -> HttpResponse:
    """Every clock of the house, what ends next on top."""
    context = {"rows": queries.running_clocks(request.viewer)}
    return render(request, "oversight/clocks.html", context)


@form_page
def residue(request: Request) -> HttpResponse:
    """Households that were never visited, per kecamatan, and a form for more."""
    viewer = request.viewer
    rows = queries.residues(viewer)
    form = None
    if allows(viewer, "oversight.residue"):
        districts = places.places_below(viewer, viewer.path, paths.KECAMATAN)
        form = forms.ResidueForm(
            request.POST or None, districts=[(row.path, row.label) for row in districts]
        )
        if form.is_valid() and attempt(form, actions.note_residue, by=viewer, **form.cleaned_data):
            messages.success(request, _("Sisa coklit dicatat dan diusulkan ke IKP."))
            return redirect("oversight:residue")
    context = {"rows": rows, "form": form}
    status = 422 if form and form.errors else 200
    return render(request, "oversight/residue.html", context, status=status)


@form_page
def populations(request: Request) -> HttpResponse:
    """Lists of published scores with the limits they give, and where they disagree."""
    viewer = request.viewer
    rows = queries.populations(viewer)
    form = None
    if allows(viewer, "oversight.population"):
        form = forms.PopulationForm(request.POST or None, request.FILES or None)
        if form.is_valid() and attempt(form, actions.take_population, by=viewer, **form.facts()):
            messages.success(request, _("Daftar skor disimpan; batas kelasnya dihitung."))
            return redirect("oversight:populations")
    context = {
        "rows": rows,
        "conflicts": queries.population_conflicts(viewer),
        "form": form,
        "tabs": pages.tabs(viewer, "oversight:populations"),
    }
    status = 422 if form and form.errors else 200
    return render(request, "oversight/populations.html", context, status=status)
