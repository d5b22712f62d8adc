"""Forms of single TPS: figures, findings, versions."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Count, Max

from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.results import reading
from jurdil.results.effects import READINGS, superseded
from jurdil.results.models import Form, FormVersi
from jurdil.results.records import FormPage, Replacement, SourceRow, Version
from jurdil.results.shapes import shape_of
from jurdil.results.writing import read_figures

REPLACING = (FormVersi.Origin.REVOTE, FormVersi.Origin.RECOUNT, FormVersi.Origin.RULING)
"""Origins whose figures take the place of what counted before."""


@query("results.view")
def form_page(viewer: Viewer, election_id: int, contest: str, path: str) -> FormPage:
    """The form of a TPS in scope, in or not. Raises ObjectDoesNotExist for an unknown TPS."""
    about = reading.subject(viewer, election_id, contest)
    form = reading.forms_of(viewer, election_id, contest, path).select_related("current").first()
    registered = any(tps.path == path for tps in places.tps_of(viewer, election_id, path))
    if form is None and not registered:
        raise Form.DoesNotExist
    shape = shape_of(election_id, contest, form.dapil) if form else None
    current = form.current if form else None
    return FormPage(
        election_id=election_id,
        election=about.title,
        regime=about.election.regime,
        contest=about.contest,
        name=about.name,
        path=path,
        label=f"TPS {paths.tps_number(path):03d}",
        choices=shape.choices if shape else None,
        figures=read_figures(current.figures) if current else {},
        labels=reading.labels(viewer, election_id, contest, form.dapil) if form else {},
        findings=tuple(map(reading.as_finding, form.findings.order_by("id"))) if form else (),
        origin=str(FormVersi.Origin(current.origin).label) if current else "",
        made_at=current.made_at if current else None,
        number=current.number if current else 0,
        registered=registered,
        replaces=_replacing(form) if form else None,
    )


@query("results.trace")
def form_versions(viewer: Viewer, election_id: int, contest: str, path: str) -> tuple[Version, ...]:
    """All versions of a TPS's form, newest first, each compared with the one before."""
    form = reading.forms_of(viewer, election_id, contest, path).get()
    rows = list(form.versions.select_related("document").order_by("-number"))
    texts = [read_figures(row.figures) for row in rows]
    earlier: list[Mapping[str, int]] = [*texts[1:], {}]
    return tuple(
        Version(
            number=row.number,
            origin=str(FormVersi.Origin(row.origin).label),
            made_at=row.made_at,
            name=row.account_name,
            document=row.document.name if row.document else "",
            digest=row.document_id or "",
            reason=row.reason,
            changes=_changes(before, after) if row.number > 1 else (),
            **_replaced(row, rows),
        )
        for row, before, after in zip(rows, earlier, texts, strict=True)
    )


@query("results.view")
def tps_figures(
    viewer: Viewer, election_id: int, contest: str, dapil: str = ""
) -> tuple[tuple[str, ...], Iterator[tuple[str, Mapping[str, int]]]]:
    """The figures of every form of one dapil in scope: (names, (path, figures) in order).

    Raises `Election.DoesNotExist`; the names are empty while no form is in.
    """
    reading.subject(viewer, election_id, contest)
    shape = shape_of(election_id, contest, dapil)
    rows = reading.forms_of(viewer, election_id, contest).filter(dapil=dapil).order_by("path")
    found = rows.values_list("path", "current__figures").iterator(chunk_size=500)
    return (
        shape.figures if shape else (),
        ((path, read_figures(text)) for path, text in found),
    )


@query("results.view")
def sources(viewer: Viewer, election_id: int, contest: str) -> tuple[SourceRow, ...]:
    """Where the forms in scope came from, the largest source first."""
    reading.subject(viewer, election_id, contest)
    grouped = (
        reading.forms_of(viewer, election_id, contest)
        .values("current__origin", "current__document_id", "current__document__name")
        .annotate(forms=Count("pk"), newest=Max("current__made_at"))
        .order_by("-forms", "current__document_id")
    )
    return tuple(
        SourceRow(
            origin=str(FormVersi.Origin(row["current__origin"]).label),
            document=row["current__document__name"] or "",
            digest=row["current__document_id"] or "",
            forms=row["forms"],
            made_at=row["newest"],
        )
        for row in grouped
    )


def _replacing(form: Form) -> Replacement | None:
    """What last put other figures in the place of earlier ones; None when nothing did."""
    last = form.versions.filter(origin__in=REPLACING).order_by("-number").first()
    old = superseded(last) if last else None
    if last is None or old is None:
        return None
    return Replacement(
        what=str(last.get_origin_display()),
        at=last.made_at,
        changes=_changes(read_figures(old.figures), read_figures(last.figures)),
    )


def _replaced(row: FormVersi, rows: Sequence[FormVersi]) -> dict[str, Any]:
    """The first re-vote, recount or ruling after a version; readings never counted."""
    later = [one for one in rows if one.number > row.number and one.origin in REPLACING]
    if not later or row.origin in READINGS:
        return {}
    first = min(later, key=lambda one: one.number)
    return {"replaced_by": str(first.get_origin_display()), "replaced_at": first.made_at}


def _changes(
    before: Mapping[str, int], after: Mapping[str, int]
) -> tuple[tuple[str, int | None, int | None], ...]:
    return tuple(
        (name, before.get(name), after.get(name))
        for name in dict.fromkeys([*before, *after])
        if before.get(name) != after.get(name)
    )
