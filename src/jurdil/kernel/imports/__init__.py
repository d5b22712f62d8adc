"""Files on their way into a room: staged, previewed, then published as one act or given up.

A room writes an `Importer` in its `imports.py` and decorates it with `@register`. The framework
reads the file in chunks into `ImportRow`, shows what will be taken, skipped and is missing, and
calls `publish` inside the transaction of the act ``import.publish``.

*Structural* faults (columns, types, sign, duplicates, wrong place) refuse the whole file; what the
paper says comes in as it stands, and the room's rules make findings of it.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Protocol, TypeVar

from jurdil.kernel.models import ImportBatch, StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text

NO_WORDS = Text("", "")


class FaultLike(Protocol):
    """A `kernel.faults.Fault`, or a reader's own of the same shape."""

    @property
    def kind(self) -> str: ...
    @property
    def row(self) -> int | None: ...
    @property
    def column(self) -> str | None: ...
    @property
    def text(self) -> Text: ...


@dataclass(frozen=True)
class Option:
    """A choice the user makes with the file; without `choices` it is yes ('1') or no ('').

    `choices` gets the viewer (looking at the election of the import) and returns (value, words).
    """

    name: str
    label: Text
    hint: Text = NO_WORDS
    choices: Callable[[Viewer], Sequence[tuple[str, Text]]] | None = None
    required: bool = False


@dataclass(frozen=True)
class Source:
    """A file to read: its bytes, who brought it (scope, and election in `viewer.election_id`)."""

    name: str
    content: bytes
    digest: str
    viewer: Viewer
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StagedRow:
    """One row read: `number` in the file, `key` unique in its kind, `data` fit for JSON.

    A row that is skipped has `take=False` and a `code` of the importer's `reasons`.
    """

    number: int
    key: str
    data: Mapping[str, Any]
    take: bool = True
    code: str = ""


@dataclass(frozen=True)
class PublishResult:
    """What publishing did: rows written, and more facts (ids, codes, figures) for the ledger."""

    rows: int
    payload: Mapping[str, Any] = field(default_factory=dict)


class Importer(ABC):
    """One kind of file.

    `right`: code of the right to bring such files in; `layout`: one sentence naming the columns;
    `reasons`: a sentence per skip code; `level`: how the file itself is kept.
    """

    kind: ClassVar[str]
    right: ClassVar[str]
    title: ClassVar[Text]
    layout: ClassVar[Text] = NO_WORDS
    suffixes: ClassVar[tuple[str, ...]] = (".csv", ".xlsx")
    needs_election: ClassVar[bool] = True
    options: ClassVar[tuple[Option, ...]] = ()
    reasons: ClassVar[Mapping[str, Text]] = {}
    level: ClassVar[str] = StoredFile.Level.INTERNAL
    keeps_rows: ClassVar[bool] = False
    """Publishing only records the receipt; the room takes the staged rows in by its own acts."""

    @abstractmethod
    def read(self, source: Source) -> Iterator[StagedRow | FaultLike]:
        """Yield rows and structural faults in the order of the file; write nothing.

        One fault refuses the file. `faults.FileRefused`, or `acts.Refused` when a rule of the
        room forbids it, may be raised at any point.
        """

    def expected(self, viewer: Viewer, options: Mapping[str, str]) -> set[str] | None:
        """The keys a complete file holds; those not in the file are shown as missing."""
        return None

    @abstractmethod
    def publish(self, batch: ImportBatch, by: Viewer) -> PublishResult:
        """Write the rows of `staging.taken(batch)` by few statements, inside the running act.

        May raise `acts.Refused` when the preview no longer holds.
        """

    def words(self, row: StagedRow) -> str:
        """What a row says, in a few words for the preview; '' where its key says enough."""
        return ""

    def where(self, batch: ImportBatch) -> str:
        """Address of the page that shows what was published; '' when there is none."""
        return ""


class UnknownKind(LookupError):
    """There is no importer of this kind."""


C = TypeVar("C", bound=type[Importer])
_importers: dict[str, Importer] = {}


def register(importer: C) -> C:
    """Class decorator: make an importer known by its `kind`. Raises ValueError for a second one."""
    if importer.kind in _importers:
        raise ValueError(f"two importers are called {importer.kind}")
    _importers[importer.kind] = importer()
    return importer


def unregister(kind: str) -> None:
    """Forget an importer (tests)."""
    _importers.pop(kind, None)


def importer_of(kind: str) -> Importer:
    """The importer of a kind. Raises `UnknownKind`."""
    try:
        return _importers[kind]
    except KeyError:
        raise UnknownKind(kind) from None


def subject_of(batch_id: int) -> str:
    """An import as the ledger names it."""
    return f"import:{batch_id}"


def importers() -> tuple[Importer, ...]:
    """All importers, by kind."""
    return tuple(_importers[kind] for kind in sorted(_importers))
