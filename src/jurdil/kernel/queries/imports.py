"""Imports as their readers see them: the kinds one may bring, the list, one with its preview."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet

from jurdil.kernel import paging, policy
from jurdil.kernel.acts import query
from jurdil.kernel.imports import (
    Importer,
    StagedRow,
    UnknownKind,
    importer_of,
    importers,
    subject_of,
)
from jurdil.kernel.models import Election, ImportBatch, LedgerEntry
from jurdil.kernel.queries.header import ElectionChoice, running_elections
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text

PAGE = 50
SHOWN = 100
"""Rows shown per reason, and missing keys."""
SAMPLE = 10


@dataclass(frozen=True)
class OptionOffer:
    """One choice to make with a file; `choices` is None for yes or no."""

    name: str
    label: Text
    hint: Text
    required: bool
    choices: tuple[tuple[str, Text], ...] | None


@dataclass(frozen=True)
class Kind:
    """A kind of file that the viewer may bring in."""

    code: str
    title: Text
    layout: Text
    suffixes: tuple[str, ...]
    needs_election: bool
    options: tuple[OptionOffer, ...]


@dataclass(frozen=True)
class BatchRow:
    """An import on the list; `state` is an `ImportBatch.State` value, `by` '' the command line."""

    id: int
    title: Text
    file: str
    election: Text | None
    by: str
    path: str
    state: str
    take: int
    created_at: datetime


@dataclass(frozen=True)
class FaultLine:
    """A structural fault as it was found."""

    row: int | None
    column: str | None
    text: Text


@dataclass(frozen=True)
class RowLine:
    """A row of the file: its number there, its key, and what it says."""

    number: int
    key: str
    words: str


@dataclass(frozen=True)
class SkipGroup:
    """Rows that are skipped for one reason; `rows` are the first ones of `count`."""

    code: str
    reason: Text
    count: int
    rows: tuple[RowLine, ...]


@dataclass(frozen=True)
class Preview:
    """One import with all there is to know before, or after, it is published.

    `expected` is None where completeness has no meaning; `missing` are the first of
    `missing_count`. `ledger_seq` is the entry of its end, `where` the page of what came in for who
    may bring it, `may_end` says whether the viewer may publish or cancel it.
    """

    row: BatchRow
    kind: str
    digest: str
    size: int
    options: tuple[tuple[Text, Text], ...]
    read: int
    skip: int
    expected: int | None
    missing_count: int
    missing: tuple[str, ...]
    faults: tuple[FaultLine, ...]
    skips: tuple[SkipGroup, ...]
    sample: tuple[RowLine, ...]
    finished_at: datetime | None
    ledger_seq: int | None
    where: str
    may_end: bool

    @property
    def size_kb(self) -> int:
        """Size of the file in thousands of bytes, rounded up."""
        return -(-self.size // 1000)


@query("import.view")
def kinds(viewer: Viewer) -> tuple[Kind, ...]:
    """The kinds of files that the viewer may bring in, by title."""
    allowed = [one for one in importers() if policy.allows(viewer, one.right)]
    return tuple(_kind(one, viewer) for one in sorted(allowed, key=lambda one: one.title.id))


@query("import.view")
def kind(viewer: Viewer, code: str) -> Kind:
    """One kind. Raises `UnknownKind`, and `policy.Forbidden` when the viewer may not bring it."""
    importer = importer_of(code)
    policy.require(viewer, importer.right)
    return _kind(importer, viewer)


@query("import.view")
def targets(viewer: Viewer) -> tuple[ElectionChoice, ...]:
    """The running elections for which files come in: those with contests."""
    held = {
        election.pk
        for election in Election.objects.filter(state=Election.State.RUNNING)
        if election.contests
    }
    return tuple(choice for choice in running_elections(viewer) if choice.id in held)


@query("import.view")
def batches(viewer: Viewer, *, after: str = "") -> paging.Page[BatchRow]:
    """Imports in scope, newest first."""
    found = _scoped(viewer)
    total = found.count()
    if key := paging.decode(after, int):
        found = found.filter(pk__lt=key[0])
    rows = [_row(batch) for batch in found.order_by("-pk")[: PAGE + 1]]
    return paging.page_of(rows, PAGE, lambda row: (row.id,), first=not after, total=total)


@query("import.view")
def preview(viewer: Viewer, batch_id: int) -> Preview:
    """One import in scope. Raises `ImportBatch.DoesNotExist`."""
    batch = _scoped(viewer).get(pk=batch_id)
    importer = _importer(batch)
    entries = LedgerEntry.objects.filter(subject=subject_of(batch.pk)).order_by("-seq")
    published = batch.state == ImportBatch.State.PUBLISHED
    theirs = importer is not None and policy.allows(viewer, importer.right)
    return Preview(
        row=_row(batch),
        kind=batch.kind,
        digest=batch.file_id,
        size=batch.file.size,
        options=_options(batch, importer, viewer),
        read=batch.rows_read,
        skip=batch.rows_skip,
        expected=batch.rows_expected,
        missing_count=len(batch.missing),
        missing=tuple(batch.missing[:SHOWN]),
        faults=tuple(
            FaultLine(f["row"], f["column"], Text(f["id"], f["en"])) for f in batch.faults
        ),
        skips=_skips(batch, importer),
        sample=_lines(batch.rows.filter(take=True), importer, SAMPLE),
        finished_at=batch.finished_at,
        ledger_seq=entries.values_list("seq", flat=True).first(),
        where=importer.where(batch) if importer and published and theirs else "",
        may_end=theirs,
    )


def _scoped(viewer: Viewer) -> QuerySet[ImportBatch]:
    batches = ImportBatch.objects.filter(path__within=viewer.path)
    return batches.select_related("account", "election", "file")


def _importer(batch: ImportBatch) -> Importer | None:
    """None for a kind that a later release no longer knows."""
    try:
        return importer_of(batch.kind)
    except UnknownKind:
        return None


def _kind(importer: Importer, viewer: Viewer) -> Kind:
    return Kind(
        code=importer.kind,
        title=importer.title,
        layout=importer.layout,
        suffixes=importer.suffixes,
        needs_election=importer.needs_election,
        options=tuple(
            OptionOffer(
                name=option.name,
                label=option.label,
                hint=option.hint,
                required=option.required,
                choices=None if option.choices is None else tuple(option.choices(viewer)),
            )
            for option in importer.options
        ),
    )


def _row(batch: ImportBatch) -> BatchRow:
    importer = _importer(batch)
    election = batch.election
    return BatchRow(
        id=batch.pk,
        title=importer.title if importer else Text(batch.kind, batch.kind),
        file=batch.name,
        election=Text(election.name, election.name_en) if election else None,
        by=batch.account.name if batch.account else "",
        path=batch.path,
        state=batch.state,
        take=batch.rows_take,
        created_at=batch.created_at,
    )


def _options(
    batch: ImportBatch, importer: Importer | None, viewer: Viewer
) -> tuple[tuple[Text, Text], ...]:
    """What was chosen with the file, in words."""
    yes = Text("ya", "yes")
    about = viewer.about(batch.election_id)
    found = []
    for option in importer.options if importer else ():
        value = batch.options.get(option.name)
        if not value:
            continue
        words = dict(option.choices(about)) if option.choices else {value: yes}
        found.append((option.label, words.get(value, Text(value, value))))
    return tuple(found)


def _skips(batch: ImportBatch, importer: Importer | None) -> tuple[SkipGroup, ...]:
    skipped = batch.rows.filter(take=False)
    counted = skipped.values("code").annotate(count=Count("id")).order_by("code")
    return tuple(
        SkipGroup(
            code=group["code"],
            reason=importer.reasons[group["code"]] if importer else Text("", ""),
            count=group["count"],
            rows=_lines(skipped.filter(code=group["code"]), importer, SHOWN),
        )
        for group in counted
    )


def _lines(rows: QuerySet, importer: Importer | None, most: int) -> tuple[RowLine, ...]:
    lines: Sequence[StagedRow] = [
        StagedRow(row.number, row.key, row.data, row.take, row.code)
        for row in rows.order_by("number")[:most]
    ]
    return tuple(
        RowLine(line.number, line.key, importer.words(line) if importer else "") for line in lines
    )
