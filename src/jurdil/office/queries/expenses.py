"""Expense files: which are incomplete and for how long, and one file whole."""

from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from jurdil.kernel import clock, files
from jurdil.kernel.acts import query
from jurdil.kernel.models import StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure, Input, Unit, total
from jurdil.law.formats import number
from jurdil.law.office import kinds, spj
from jurdil.law.text import Text
from jurdil.office import filing, trail
from jurdil.office.models import Ceiling, Spj, SpjLine, SpjPaper, SpjPayment
from jurdil.office.records import (
    CeilingRow,
    LineRow,
    PaperRow,
    PaymentRow,
    PersonRow,
    SpjPage,
    SpjRow,
)

MOST_SHOWN = 6
"""Entries of the trail on a file's page."""


@query("office.spj")
def spj_rows(
    viewer: Viewer, *, open_only: bool = True, year: int | None = None
) -> tuple[SpjRow, ...]:
    """Expense files, the longest incomplete ones first; then complete ones, newest first.

    `open_only` leaves out those handed in or not needed.
    """
    found = _scoped(viewer)
    if open_only:
        found = found.filter(handed_on__isnull=True, dropped_for="")
    if year:
        found = found.filter(held_until__year=year)
    rows = [_row(file) for file in found.order_by("-held_until", "-pk")]
    return tuple(sorted(rows, key=_urgency))


@query("office.spj")
def incomplete(viewer: Viewer) -> tuple[SpjRow, ...]:
    """Files of activities that are over and of which a paper is missing, the oldest first."""
    today = clock.today()
    found = _scoped(viewer).filter(handed_on__isnull=True, dropped_for="", held_until__lt=today)
    rows = [_row(file) for file in found.order_by("held_until", "pk")]
    return tuple(row for row in rows if row.lacks)


@query("office.spj")
def spj_of(viewer: Viewer, path: str, subject: str) -> SpjRow | None:
    """The file of another room's activity; None when none was opened in sight."""
    found = _scoped(viewer).filter(path=path, subject=subject).first()
    return _row(found) if found else None


@query("office.spj")
def spj_page(viewer: Viewer, spj_id: int) -> SpjPage:
    """One file whole. Raises Spj.DoesNotExist."""
    file = _scoped(viewer).get(pk=spj_id)
    wanted = filing.needs(file)
    rows = filing.latest(file.papers.all())
    have = filing.settled(rows)
    lines = [row for row in _lines(file) if not row.dropped_for]
    figures = [filing.line(row) for row in lines]
    return SpjPage(
        row=_row(file),
        venue=file.venue,
        source=file.source,
        share=spj.completeness(wanted, have),
        papers=tuple(_paper(need, rows.get(need.key)) for need in wanted),
        people=tuple(_person(one, file) for one in filing.people_of(file.people.all())),
        lines=tuple(_line(row, one) for row, one in zip(lines, figures, strict=True)),
        planned=spj.planned(figures),
        spent=spj.spent(figures),
        left=spj.left(figures),
        tax=_tax(lines),
        history=trail.history(f"spj:{file.pk}")[-MOST_SHOWN:],
    )


@query("office.spj")
def paper_file(viewer: Viewer, paper_id: int) -> tuple[StoredFile, bytes]:
    """The file of a paper. Raises SpjPaper.DoesNotExist when there is none."""
    row = SpjPaper.objects.select_related("file").get(pk=paper_id, spj__path__within=viewer.path)
    if row.file is None:
        raise SpjPaper.DoesNotExist
    return row.file, files.content(row.file)


@query("office.spj")
def ceilings(viewer: Viewer, year: int) -> tuple[CeilingRow, ...]:
    """The standard costs of a year that hold for the viewer's office."""
    found = Ceiling.objects.filter(year=year, path__in=_above(viewer.path)).order_by("code", "pk")
    return tuple(
        CeilingRow(
            row.pk,
            row.year,
            row.code,
            row.name,
            row.unit,
            row.amount,
            row.inside,
            row.basis,
            row.confirmed,
        )
        for row in found
    )


def _above(path: str) -> list[str]:
    return [path, clock.office_path()]


def _scoped(viewer: Viewer) -> QuerySet[Spj]:
    return Spj.objects.filter(path__within=viewer.path).prefetch_related("people", "papers")


def _urgency(row: SpjRow) -> tuple[bool, int]:
    return row.complete, -(row.age or 0)


def _row(file: Spj) -> SpjRow:
    wanted = filing.needs(file)
    have = filing.settled(filing.latest(file.papers.all()))
    kind = kinds.activities()[file.kind]
    age = (clock.today() - file.held_until).days
    return SpjRow(
        id=file.pk,
        subject=file.subject,
        title=file.title,
        kind=file.kind,
        kind_name=kind.name,
        held_from=file.held_from,
        held_until=file.held_until,
        division=file.division,
        needed=len(wanted),
        lacks=filing.lacks_of(wanted, have),
        age=age if age > 0 else None,
        handed_on=file.handed_on,
        dropped_for=file.dropped_for,
        path=file.path,
    )


def _paper(need: spj.Need, row: SpjPaper | None) -> PaperRow:
    there = row is not None and row.state != SpjPaper.State.WITHDRAWN
    return PaperRow(
        paper=need.paper.id,
        name=need.paper.name,
        person_id=need.person.id if need.person else filing.NOBODY,
        person=need.person.name if need.person else "",
        there=there,
        not_needed=row is not None and row.state == SpjPaper.State.NOT_NEEDED,
        reference=row.reference if row else "",
        note=row.note if row else "",
        by=row.account_name if row else "",
        at=row.recorded_at if row else None,
        file_of=row.pk if row and row.file_id and there else None,
        personal=need.paper.personal,
    )


def _person(one: spj.Person, file: Spj) -> PersonRow:
    row = next(row for row in file.people.all() if row.pk == one.id)
    role = kinds.ROLES[one.role]
    return PersonRow(one.id, one.name, one.role, role, row.institution, one.inside)


def _lines(file: Spj) -> QuerySet[SpjLine]:
    payments = SpjPayment.objects.select_related("person", "reversed_by").order_by("day", "pk")
    return (
        file.lines.select_related("ceiling")
        .prefetch_related(Prefetch("payments", payments))
        .order_by("account_code", "pk")
    )


def _line(row: SpjLine, figures: spj.Line) -> LineRow:
    account = kinds.accounts().get(row.account_code)
    ceiling = row.ceiling
    return LineRow(
        id=row.pk,
        account=row.account_code,
        account_name=account.name if account else None,
        item=row.item,
        unit=row.unit,
        volume=number(row.volume, "id", 0 if row.volume == int(row.volume) else 2),
        price=row.price,
        planned=spj.planned([figures]),
        spent=spj.spent([figures]),
        ceiling=figures.ceiling,
        ceiling_name=ceiling.name if ceiling else "",
        ceiling_confirmed=ceiling.confirmed if ceiling else True,
        findings=tuple(one.text for one in spj.findings([figures])),
        payments=tuple(_payment(one) for one in row.payments.all() if one.reverses_id is None),
    )


def _payment(one: SpjPayment) -> PaymentRow:
    return PaymentRow(
        id=one.pk,
        day=one.day,
        person=one.person.name if one.person else "",
        gross=one.gross,
        tax=one.tax,
        net=spj.net(one.gross, one.tax),
        receipt=one.receipt,
        reversed=not filing.counts(one),
    )


def _tax(lines: Iterable[SpjLine]) -> Figure:
    """The sum of taxes as they stand on the receipts."""
    paid = [one for row in lines for one in row.payments.all() if filing.counts(one)]
    inputs = [Input(Text(one.receipt, one.receipt), one.tax, unit=Unit.RUPIAH) for one in paid]
    return total(inputs, article="", confirmed=True, unit=Unit.RUPIAH)
