"""Papers as their readers need them: lists, one paper with its chain, its pages, its check."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from jurdil.kernel import files, policy
from jurdil.kernel.acts import query
from jurdil.kernel.documents import compose, readers, render, signing
from jurdil.kernel.documents.chain import ENDED, FORWARD, OPEN
from jurdil.kernel.documents.kinds import KINDS
from jurdil.kernel.models import Document, DocumentStep
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text

State = Document.State

ACTS: dict[str, str] = {
    State.SUBHEAD: "document.initial_subhead",
    State.SECRETARY: "document.initial_secretary",
    State.SIGNED: "document.sign",
}
"""The right that takes a paper into a state."""


@dataclass(frozen=True)
class Row:
    """A paper on a list; `waits` says that its next step is the viewer's."""

    id: int
    kind: Text
    title: str
    number: str
    dated: date | None
    state: str
    state_label: str
    drafted_at: datetime
    waits: bool


@dataclass(frozen=True)
class Step:
    """A step taken: the state it led to, by whom, in which capacity, with which note."""

    state: str
    label: str
    name: str
    capacity: str
    note: str
    at: datetime


@dataclass(frozen=True)
class Signer:
    """A person who signs this paper; `state` open, signed or refused."""

    name: str
    capacity: str
    state: str


@dataclass(frozen=True)
class Paper:
    """One paper with its chain. `next` is the right of the viewer's next step, '' for none."""

    row: Row
    body: dict[str, Any]
    code: str
    digest: str
    address: str
    external_number: str
    has_signed_file: bool
    steps: tuple[Step, ...]
    signers: tuple[Signer, ...]
    next: str
    may_revise: bool
    may_return: bool
    may_withdraw: bool
    may_record: bool
    replaces: int | None
    replaced_by: int | None


@dataclass(frozen=True)
class Checked:
    """What anybody may know of a paper by its code: nothing of its text, and of one that only
    heads read not its title either."""

    kind: Text
    title: str
    number: str
    dated: date | None
    state: str
    state_label: str
    digest: str
    file: str
    replaced_by: str


@query("document.view")
def papers(
    viewer: Viewer, *, state: str = "", kind: str = "", mine: bool = False
) -> tuple[Row, ...]:
    """The papers in scope, newest first; `mine`: only those whose next step is the viewer's."""
    found = _scoped(viewer).order_by("-pk")
    if state:
        found = found.filter(state=state)
    if kind:
        found = found.filter(kind=kind)
    steps = _next(viewer, found[:200])
    rows = tuple(_row(document, step) for document, step in steps)
    return tuple(row for row in rows if row.waits) if mine else rows


@query("document.view")
def paper(viewer: Viewer, document_id: int) -> Paper:
    """One paper in scope. Raises Document.DoesNotExist."""
    document = _scoped(viewer).get(pk=document_id)
    newer = document.replaced_by.order_by("-pk").first()
    [(_same, step)] = _next(viewer, [document])
    return Paper(
        row=_row(document, step),
        body=document.data["body"],
        code=document.check_code,
        digest=compose.digest(document),
        address=compose.check_address(document),
        external_number=document.external_number,
        has_signed_file=document.signed_file_id is not None,
        steps=tuple(_step(step) for step in document.steps.order_by("pk")),
        signers=_signers(document),
        next=step,
        may_revise=_revisable(viewer, document),
        may_return=document.state in OPEN and policy.allows(viewer, "document.send_back"),
        may_withdraw=document.state != State.WITHDRAWN
        and policy.allows(viewer, "document.withdraw"),
        may_record=policy.allows(viewer, "document.record_external"),
        replaces=document.replaces_id,
        replaced_by=newer.pk if newer else None,
    )


def _revisable(viewer: Viewer, document: Document) -> bool:
    """Whether the viewer may change its text in a form."""
    own = document.state == State.DRAFT and not KINDS[document.kind].by_room
    return own and policy.allows(viewer, "document.revise")


@query("document.view")
def draft_of(viewer: Viewer, document_id: int) -> tuple[str, Paper]:
    """The code of a draft's kind, and the draft. Raises Document.DoesNotExist once it left it."""
    document = _scoped(viewer).get(pk=document_id, state=State.DRAFT)
    return document.kind, paper(viewer, document_id)


@query("document.view")
def pdf(viewer: Viewer, document_id: int) -> bytes:
    """The paper as PDF: the frozen file once signed, else the draft as it stands."""
    document = _scoped(viewer).get(pk=document_id)
    if document.file is not None:
        return files.content(document.file)
    return compose.pdf(document, signing.blocks(document), final=False)


@query("document.view")
def picture(viewer: Viewer, document_id: int, page: int) -> bytes:
    """A page of the paper as PNG, 1 being the first. Raises Document.DoesNotExist for no page."""
    document = _scoped(viewer).get(pk=document_id)
    final = document.state == State.SIGNED
    pages = render.pictures(
        KINDS[document.kind].template,
        compose.data(document, signing.blocks(document), final=final),
        document.dated or document.drafted_at.date(),
    )
    if not 1 <= page <= len(pages):
        raise Document.DoesNotExist
    return pages[page - 1]


@query("document.check")
def checked(viewer: Viewer, code: str) -> Checked:
    """What the check page says of a paper that left its draft. Raises Document.DoesNotExist."""
    document = Document.objects.select_related("file").get(check_code=code, number__gt="")
    newer = document.replaced_by.filter(state=State.SIGNED).order_by("-pk").first()
    return Checked(
        kind=KINDS[document.kind].name,
        title=readers.title_of(document),
        number=document.number,
        dated=document.dated,
        state=document.state,
        state_label=document.get_state_display(),
        digest=compose.digest(document),
        file=document.file.sha256 if document.file else "",
        replaced_by=newer.number if newer else "",
    )


def _scoped(viewer: Viewer) -> QuerySet[Document]:
    return readers.visible(viewer).select_related("file")


def _next(viewer: Viewer, documents: Iterable[Document]) -> list[tuple[Document, str]]:
    """Papers, each with the right of the viewer's next step, '' for none."""
    found = list(documents)
    to_sign = [one for one in found if one.state == State.SECRETARY]
    mine = signing.waits_for(viewer.account_id, to_sign) if to_sign else set()
    return [(one, _right(viewer, one, one.pk in mine)) for one in found]


def _right(viewer: Viewer, document: Document, signs: bool) -> str:
    if document.state in ENDED:
        return ""
    right = ACTS[FORWARD[document.state]]
    may = policy.allows(viewer, right) and (signs or right != "document.sign")
    return right if may else ""


def _row(document: Document, step: str) -> Row:
    return Row(
        id=document.pk,
        kind=KINDS[document.kind].name,
        title=document.title,
        number=document.number,
        dated=document.dated,
        state=document.state,
        state_label=document.get_state_display(),
        drafted_at=document.drafted_at,
        waits=bool(step),
    )


def _step(step: DocumentStep) -> Step:
    return Step(
        step.state, step.get_state_display(), step.name, step.capacity, step.note, step.taken_at
    )


def _signers(document: Document) -> tuple[Signer, ...]:
    if document.state not in {State.SECRETARY, State.SIGNED}:
        return ()
    return tuple(
        Signer(block["name"], block["capacity"], block["state"])
        for block in signing.blocks(document)
    )
