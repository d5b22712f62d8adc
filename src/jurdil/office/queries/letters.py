"""The registers as their readers need them: lists with what waits, one letter whole."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from jurdil.kernel import clock, files, paging
from jurdil.kernel.acts import query
from jurdil.kernel.documents import readers
from jurdil.kernel.models import Document, StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.office import registers, trail
from jurdil.office.models import Disposition, Institution, LegalProduct, Letter, Numbering
from jurdil.office.records import (
    InstitutionRow,
    LetterCounts,
    LetterPage,
    LetterRow,
    Order,
    Origin,
    Paper,
)
from jurdil.office.registers import RUNNING

PAGE = 50
State, IN, OUT = Letter.State, Letter.Direction.IN, Letter.Direction.OUT
OPEN_STATES = (State.OPEN, State.DRAFT)
REGISTERED = ("undangan", "surat", "surat-sekretaris", "surat-tugas", "pengumuman")
"""Kinds of papers that leave the house as letters."""
MOST_PAPERS = 20


@dataclass(frozen=True)
class Wanted:
    """What a list of letters shows; empty fields do not filter.

    `standing`: terbuka (unfinished), telat (answer overdue), disposisi (an order is open).
    """

    direction: str
    year: int | None = None
    standing: str = ""
    search: str = ""
    institution: int | None = None


@query("office.letters")
def letters(viewer: Viewer, wanted: Wanted, *, after: str = "") -> paging.Page[LetterRow]:
    """A page of the register, the newest agenda number first."""
    found = _filtered(viewer, wanted)
    total = found.count()
    if key := paging.decode(after, int, int, int):
        year, agenda, pk = key
        found = found.filter(
            Q(year__lt=year)
            | Q(year=year, agenda__lt=agenda)
            | Q(year=year, agenda=agenda, pk__lt=pk)
        )
    rows = [_row(letter) for letter in found.order_by("-year", "-agenda", "-pk")[: PAGE + 1]]
    return paging.page_of(
        rows, PAGE, lambda row: (row.year, row.agenda, row.id), first=not after, total=total
    )


@query("office.letters")
def all_letters(viewer: Viewer, wanted: Wanted) -> tuple[LetterRow, ...]:
    """Every letter of a list, for files and paper."""
    return tuple(_row(one) for one in _filtered(viewer, wanted).order_by("year", "agenda", "pk"))


@query("office.letters")
def waiting_letters(viewer: Viewer) -> tuple[LetterRow, ...]:
    """Incoming letters that wait for an answer, the nearest day first."""
    found = registers.visible(viewer).filter(direction=IN, state=State.OPEN, reply_by__isnull=False)
    return tuple(_row(letter) for letter in found.order_by("reply_by", "pk"))


@query("office.letters")
def late_letters(viewer: Viewer) -> int:
    """How many incoming letters wait for an answer past their day."""
    found = registers.visible(viewer)
    return found.filter(direction=IN, state=State.OPEN, reply_by__lt=clock.today()).count()


@query("office.letters")
def letter_counts(viewer: Viewer, first: date, last: date) -> LetterCounts:
    """Letters received and sent between two days, and what waits for an answer today."""
    found = Letter.objects.filter(path__within=viewer.path)
    waiting = found.filter(direction=IN, state=State.OPEN, reply_by__isnull=False)
    return LetterCounts(
        received=found.filter(direction=IN, day__range=(first, last)).count(),
        sent=found.filter(direction=OUT, state=State.SENT, day__range=(first, last)).count(),
        waiting=waiting.count(),
        late=waiting.filter(reply_by__lt=clock.today()).count(),
    )


@query("office.letters")
def years(viewer: Viewer) -> tuple[int, ...]:
    """The years of which there is a register, this one included, the newest first."""
    found = set(
        Letter.objects.filter(path__within=viewer.path).values_list("year", flat=True).distinct()
    )
    return tuple(sorted(found | {clock.today().year}, reverse=True))


@query("office.letters")
def letter(viewer: Viewer, letter_id: int) -> LetterPage:
    """One letter in sight. Raises Letter.DoesNotExist."""
    found = (
        registers.visible(viewer)
        .select_related("document", "institution", "answers", "file")
        .get(pk=letter_id)
    )
    year = clock.today().year
    pattern = registers.pattern_of(found.path, year)
    paper = found.document
    answered = registers.visible(viewer).filter(answers=found).order_by("pk")
    return LetterPage(
        row=_row(found),
        note=found.note,
        attachments=found.attachments,
        has_file=found.file_id is not None,
        file_name=found.file.name if found.file else "",
        document_id=found.document_id,
        document_state=str(paper.get_state_display()) if paper else "",
        suggested_number=(paper.external_number or paper.number) if paper else "",
        own_pattern=pattern.pattern if pattern else "",
        recorded_by=found.account_name,
        recorded_at=found.recorded_at,
        institution=_institution(found.institution),
        orders=tuple(_order(one) for one in _orders(found)),
        answers=_row(found.answers) if found.answers else None,
        answered_by=tuple(_row(one) for one in answered),
        history=trail.history(f"letter:{found.pk}"),
    )


@query("office.letters")
def letter_file(viewer: Viewer, letter_id: int) -> tuple[StoredFile, bytes]:
    """The file of a letter. Raises Letter.DoesNotExist when there is none."""
    found = registers.visible(viewer).select_related("file").get(pk=letter_id)
    if found.file is None:
        raise Letter.DoesNotExist
    return found.file, files.content(found.file)


@query("office.letters")
def answerable(viewer: Viewer) -> tuple[LetterRow, ...]:
    """Open incoming letters that an outgoing one may answer, the newest first."""
    found = registers.visible(viewer).filter(direction=IN, state=State.OPEN)
    return tuple(_row(one) for one in found.order_by("-year", "-agenda")[:200])


@query("office.letters")
def origin(viewer: Viewer, source: str) -> Origin | None:
    """The letter or legal product that a task's `source` names; None for another room's task."""
    room, kind, pk = (*source.split(":"), "", "")[:3]
    if room != "office" or not pk.isdecimal():
        return None
    if kind == "letter":
        letter = registers.visible(viewer).filter(pk=int(pk)).first()
        return Origin(kind, letter.pk, letter.subject, letter.correspondent) if letter else None
    product = LegalProduct.objects.filter(path__within=viewer.path, pk=int(pk)).first()
    return Origin(kind, product.pk, product.title, product.number) if product else None


@query("office.letters")
def unregistered(viewer: Viewer) -> tuple[Paper, ...]:
    """Signed letters and invitations that are not in the register yet, the newest first."""
    there = Letter.objects.filter(document__isnull=False).values("document")
    found = (
        readers.visible(viewer)
        .filter(kind__in=REGISTERED, state=Document.State.SIGNED)
        .exclude(pk__in=there)
    )
    return tuple(
        Paper(one.pk, one.external_number or one.number, one.dated, one.title)
        for one in found.order_by("-pk")[:MOST_PAPERS]
    )


@query("office.letters")
def patterns(viewer: Viewer) -> tuple[tuple[str, int, str, str], ...]:
    """Own patterns in scope: place, year, pattern, decree."""
    rows = Numbering.objects.filter(path__within=viewer.path).order_by("-year", "path")
    return tuple((row.path, row.year, row.pattern, row.basis) for row in rows)


def _filtered(viewer: Viewer, wanted: Wanted) -> QuerySet[Letter]:
    found = registers.visible(viewer).filter(direction=wanted.direction)
    if wanted.year:
        found = found.filter(year=wanted.year)
    if wanted.standing == "terbuka":
        found = found.filter(state__in=OPEN_STATES)
    elif wanted.standing == "telat":
        found = found.filter(state=State.OPEN, reply_by__lt=clock.today())
    elif wanted.standing == "disposisi":
        ordered = Disposition.objects.filter(task__state__in=RUNNING)
        found = found.filter(pk__in=ordered.values("letter"))
    if wanted.institution:
        found = found.filter(institution_id=wanted.institution)
    for word in wanted.search.split():
        found = found.filter(
            Q(subject__icontains=word)
            | Q(correspondent__icontains=word)
            | Q(number__icontains=word)
            | Q(classification__icontains=word)
        )
    return found


def _row(letter: Letter) -> LetterRow:
    late = (
        letter.state == State.OPEN
        and letter.reply_by is not None
        and letter.reply_by < clock.today()
    )
    return LetterRow(
        id=letter.pk,
        direction=letter.direction,
        year=letter.year,
        agenda=letter.agenda,
        number=letter.number,
        dated=letter.dated,
        day=letter.day,
        subject=letter.subject,
        correspondent=letter.correspondent,
        classification=letter.classification,
        nature=letter.nature,
        nature_label=str(letter.get_nature_display()),
        division=letter.division,
        state=letter.state,
        state_label=str(letter.get_state_display()),
        reply_by=letter.reply_by,
        late=late,
        path=letter.path,
    )


def _orders(letter: Letter) -> QuerySet[Disposition]:
    return letter.dispositions.select_related("task").order_by("pk")


def _order(one: Disposition) -> Order:
    task = one.task
    return Order(
        to=one.to_name,
        division=one.division,
        instruction=one.instruction,
        until=one.until,
        given_by=one.account_name,
        at=one.recorded_at,
        task_id=one.task_id,
        open=task is not None and task.state in RUNNING,
        result=task.result if task else "",
    )


def _institution(found: Institution | None) -> InstitutionRow | None:
    if found is None:
        return None
    return InstitutionRow(
        id=found.pk,
        name=found.name,
        kind=found.kind,
        kind_label=str(found.get_kind_display()),
        association=found.association,
        place=found.place,
        address=found.address,
        closed_on=found.closed_on,
    )
