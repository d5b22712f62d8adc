"""Legal products: the register, which of them hold, one product with its way."""

import itertools
from collections.abc import Iterable

from django.db.models import Q

from jurdil.kernel import clock, files, policy
from jurdil.kernel.acts import query
from jurdil.kernel.models import StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law.office import kinds
from jurdil.law.office import products as law
from jurdil.law.text import Text
from jurdil.office.models import LegalProduct, ProductStep, ProductTie
from jurdil.office.records import ProductPage, ProductRow, ProductStepRow, TieRow

TO_PUBLISH = (law.State.DECREED, law.State.COPIED)


@query("office.products")
def products(
    viewer: Viewer,
    *,
    year: int | None = None,
    kind: str = "",
    force: str = "",
    search: str = "",
) -> tuple[ProductRow, ...]:
    """The register, the newest first; `force` is a value of `law.office.products.Force`."""
    found = LegalProduct.objects.filter(path__within=viewer.path)
    if year:
        found = found.filter(year=year)
    if kind:
        found = found.filter(kind=kind)
    for word in search.split():
        found = found.filter(
            Q(title__icontains=word) | Q(number__icontains=word) | Q(subject__icontains=word)
        )
    rows = _rows(found.order_by("-year", "-register", "-pk"))
    return tuple(row for row in rows if not force or row.force == force)


@query("office.products")
def to_publish(viewer: Viewer) -> tuple[ProductRow, ...]:
    """Decreed products that are not in JDIH yet, the oldest decree first."""
    found = LegalProduct.objects.filter(path__within=viewer.path, state__in=TO_PUBLISH)
    return _rows(found.order_by("dated", "pk"))


@query("office.products")
def product(viewer: Viewer, product_id: int) -> ProductPage:
    """One product in scope. Raises LegalProduct.DoesNotExist."""
    found = LegalProduct.objects.get(pk=product_id, path__within=viewer.path)
    steps = tuple(found.steps.order_by("pk"))
    plenary = kinds.products()[found.kind].plenary
    reached = {step.state for step in steps if _since_draft(steps, step)}
    may = law.allowed(found.state, plenary=plenary) if policy.allows(viewer, "office.step") else ()
    return ProductPage(
        row=_rows([found])[0],
        steps=tuple(_step(step) for step in steps),
        touches=_ties(found.touches.select_related("earlier"), later=False),
        touched_by=_ties(found.touched_by.select_related("later"), later=True),
        may=tuple(may),
        document_id=found.document_id,
        way=tuple(
            (state.value, law.NAMES[state], state in reached) for state in law.route(plenary)
        ),
    )


@query("office.products")
def proposed_number(viewer: Viewer, product_id: int) -> str:
    """The number that a decree of today would have, such as ``13 Tahun 2024``: a proposal."""
    found = LegalProduct.objects.get(pk=product_id, path__within=viewer.path)
    year = clock.today().year
    given = LegalProduct.objects.filter(path=found.path, kind=found.kind, dated__year=year)
    used = [_leading(number) for number in given.values_list("number", flat=True)]
    return f"{max(used, default=0) + 1} Tahun {year}"


@query("office.products")
def step_file(viewer: Viewer, step_id: int) -> tuple[StoredFile, bytes]:
    """The file of a step. Raises ProductStep.DoesNotExist when there is none."""
    step = ProductStep.objects.select_related("file", "product").get(
        pk=step_id, product__path__within=viewer.path
    )
    if step.file is None:
        raise ProductStep.DoesNotExist
    return step.file, files.content(step.file)


def _leading(number: str) -> int:
    """The running number a decree's number begins with, 0 for none."""
    digits = "".join(itertools.takewhile(str.isdecimal, number))
    return int(digits) if digits else 0


def _since_draft(steps: tuple[ProductStep, ...], step: ProductStep) -> bool:
    """Whether a step counts: those before the last return to the draft do not."""
    last = max(one.pk for one in steps if one.state == law.State.DRAFT)
    return step.pk >= last


def _rows(found: Iterable[LegalProduct]) -> tuple[ProductRow, ...]:
    rows = list(found)
    if not rows:
        return ()
    ties = [
        law.Tie(tie.later_id, tie.earlier_id, tie.kind)
        for tie in ProductTie.objects.filter(earlier__in=[row.pk for row in rows])
    ]
    later = {tie.later for tie in ties}
    made = LegalProduct.objects.filter(pk__in=later, state__in=law.MADE) if later else ()
    exist = {one.pk for one in made}
    return tuple(_row(row, law.force(row.pk, row.state, ties, exist)) for row in rows)


def _row(row: LegalProduct, force: law.Force) -> ProductRow:
    kind = kinds.products().get(row.kind)
    following = law.next_state(row.state, plenary=kind.plenary if kind else True)
    return ProductRow(
        id=row.pk,
        register=row.register,
        year=row.year,
        kind=row.kind,
        kind_name=kind.name if kind else Text(row.kind, row.kind),
        title=row.title,
        subject=row.subject,
        division=row.division,
        number=row.number,
        dated=row.dated,
        state=row.state,
        state_name=law.NAMES[law.State(row.state)],
        force=force.value,
        next=following.value if following else "",
        public_address=row.public_address,
        path=row.path,
    )


def _step(step: ProductStep) -> ProductStepRow:
    return ProductStepRow(
        id=step.pk,
        state=step.state,
        name=law.NAMES[law.State(step.state)],
        number=step.number,
        day=step.day,
        note=step.note,
        by=step.account_name,
        has_file=step.file_id is not None,
    )


def _ties(ties: Iterable[ProductTie], *, later: bool) -> tuple[TieRow, ...]:
    found = list(ties)
    rows = {row.id: row for row in _rows([tie.later if later else tie.earlier for tie in found])}
    return tuple(
        TieRow(rows[tie.later_id if later else tie.earlier_id], tie.kind, tie.note) for tie in found
    )
