"""TPS that break a rule: the list, filtered, and the counts per code."""

from collections.abc import Sequence

from django.db.models import Count, Q, QuerySet

from jurdil.kernel import paging
from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.results import reading
from jurdil.results.models import Temuan
from jurdil.results.records import CodeCount, FindingRow

PAGE = 50


@query("results.trace")
def findings(
    viewer: Viewer,
    election_id: int,
    contest: str,
    *,
    path: str = "",
    code: str = "",
    severity: str = "",
    after: str = "",
    size: int | None = PAGE,
) -> paging.Page[FindingRow]:
    """Broken rules in scope in order of TPS; filtered by place, code and severity.

    `size` None gives all of them, for a file. Raises `Election.DoesNotExist`.
    """
    found = _chosen(viewer, election_id, contest, path, code, severity)
    total = found.count()
    key = paging.decode(after, str, int)
    if key is not None:
        found = found.filter(Q(form__path__gt=key[0]) | Q(form__path=key[0], pk__gt=key[1]))
    ordered = found.select_related("form").order_by("form__path", "pk")
    fetched = list(ordered if size is None else ordered[: size + 1])
    rows = _rows(viewer, election_id, contest, fetched)
    return paging.page_of(
        rows,
        len(rows) if size is None else size,
        lambda row: (row.path, row.id),
        first=key is None,
        total=total,
    )


@query("results.trace")
def code_counts(
    viewer: Viewer, election_id: int, contest: str, *, path: str = ""
) -> tuple[CodeCount, ...]:
    """How many TPS of a place break each rule, by code."""
    found = _chosen(viewer, election_id, contest, path, "", "")
    counted = found.values("code").annotate(tps=Count("form", distinct=True)).order_by("code")
    return tuple(CodeCount(row["code"], row["tps"]) for row in counted)


def _chosen(
    viewer: Viewer, election_id: int, contest: str, path: str, code: str, severity: str
) -> QuerySet[Temuan]:
    reading.subject(viewer, election_id, contest)
    found = Temuan.objects.filter(form__in=reading.forms_of(viewer, election_id, contest, path))
    if code:
        found = found.filter(code=code)
    return found.filter(severity=severity) if severity else found


def _rows(
    viewer: Viewer, election_id: int, contest: str, found: Sequence[Temuan]
) -> list[FindingRow]:
    above = {step for row in found for step in paths.ancestors(row.form.path)}
    names = places.names(viewer, above)
    labels = {
        dapil: reading.labels(viewer, election_id, contest, dapil)
        for dapil in {row.form.dapil for row in found}
    }
    return [
        FindingRow(
            id=row.pk,
            path=row.form.path,
            label=f"TPS {paths.tps_number(row.form.path):03d}",
            way=", ".join(_below_regency(row.form.path, names)),
            finding=reading.as_finding(row),
            labels=labels[row.form.dapil],
        )
        for row in found
    ]


def _below_regency(path: str, names: dict[str, str]) -> list[str]:
    """Village and kecamatan, nearest first."""
    steps = [step for step in paths.ancestors(path) if paths.level(step) > paths.REGENCY]
    return [names[step] for step in reversed(steps) if step in names]
