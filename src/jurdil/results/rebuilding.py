"""The projections once more, from the current versions alone."""

from collections.abc import Mapping

from jurdil.kernel.acts import inner
from jurdil.law import recap
from jurdil.law.rules import check
from jurdil.results.models import LEVEL_TPS, Form, FormShape, Rekap, Suara, Temuan
from jurdil.results.records import Rebuilt
from jurdil.results.shapes import Shape, shapes_of
from jurdil.results.writing import project_findings, project_votes, read_figures, sums_of

Figures = Mapping[str, int | None]


@inner
def rebuild(election_id: int, floor: str) -> Rebuilt:
    """Make every projection of an election again; counts the rows that differed before."""
    contests = FormShape.objects.filter(election_id=election_id).values_list("contest", flat=True)
    parts = [
        _rebuild_shape(shape, floor)
        for contest in sorted(set(contests))
        for shape in shapes_of(election_id, contest).values()
    ]
    return Rebuilt(
        forms=sum(part.forms for part in parts),
        sums=sum(part.sums for part in parts),
        votes=sum(part.votes for part in parts),
        findings=sum(part.findings for part in parts),
    )


def _rebuild_shape(shape: Shape, floor: str) -> Rebuilt:
    forms = list(
        Form.objects.filter(
            election_id=shape.election_id,
            contest=shape.contest,
            dapil=shape.dapil,
            level=LEVEL_TPS,
            current__isnull=False,
        ).select_related("current")
    )
    figures = {form.path: read_figures(form.current.figures) for form in forms if form.current}
    result = Rebuilt(
        forms=len(forms),
        sums=_rebuild_sums(shape, figures, floor),
        votes=_votes_differ(shape, forms, figures),
        findings=_findings_differ(shape, forms, figures),
    )
    if result.votes:
        project_votes(shape, forms, figures)
    if result.findings:
        project_findings(shape, forms, figures)
    return result


def _rebuild_sums(shape: Shape, figures: Mapping[str, Figures], floor: str) -> int:
    key = {"election_id": shape.election_id, "contest": shape.contest, "dapil": shape.dapil}
    right = sums_of(shape.figures, figures, floor)
    stored = {row.path: row for row in Rekap.objects.filter(**key)}
    wrong = [
        path
        for path in {*right, *stored}
        if path not in stored or path not in right or _tally(stored[path]) != right[path]
    ]
    if wrong:
        Rekap.objects.filter(**key, path__in=wrong).delete()
        Rekap.objects.bulk_create(
            Rekap(
                **key,
                path=path,
                sums=list(right[path].sums),
                haves=list(right[path].haves),
                forms=right[path].forms,
            )
            for path in sorted(wrong)
            if path in right
        )
    return len(wrong)


def _tally(row: Rekap) -> recap.Tally:
    return recap.Tally(tuple(row.sums), tuple(row.haves), row.forms)


def _votes_differ(shape: Shape, forms: list[Form], figures: Mapping[str, Figures]) -> int:
    right = {
        (form.pk, name, value)
        for form in forms
        for name in shape.choices.votes
        if (value := figures[form.path].get(name)) is not None
    }
    stored = Suara.objects.filter(form__in=_ids(shape)).values_list("form_id", "choice", "votes")
    return len(right ^ set(stored.iterator(chunk_size=5000)))


def _findings_differ(shape: Shape, forms: list[Form], figures: Mapping[str, Figures]) -> int:
    right = {
        (form.pk, found.code, found.subject, found.left, found.right)
        for form in forms
        for found in check(figures[form.path], shape.checks)
    }
    stored = Temuan.objects.filter(form__in=_ids(shape)).values_list(
        "form_id", "code", "subject", "left", "right"
    )
    return len(right ^ set(stored))


def _ids(shape: Shape):
    return Form.objects.filter(
        election_id=shape.election_id, contest=shape.contest, dapil=shape.dapil
    ).values("pk")
