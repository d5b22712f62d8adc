"""The approval chain: draft, initials of the sub-division, initials of the secretary, signature."""

import itertools
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jurdil.kernel import clock, files, ledger
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.documents import chain, compose, drafting, readers, signing
from jurdil.kernel.documents.kinds import KINDS, number
from jurdil.kernel.models import Document, Election, StoredFile
from jurdil.kernel.viewer import Viewer

State = Document.State


@act("document.draft")
def draft(
    *,
    by: Viewer,
    kind: str,
    title: str,
    body: Mapping[str, Any],
    election_id: int | None = None,
    division: str = "",
    unconfirmed: tuple[str, ...] = (),
    replaces_id: int | None = None,
) -> Done[Document]:
    """Draft a paper. `unconfirmed`: notes printed for figures whose rule was not confirmed.

    Raises `Refused` for an unknown kind, or for replacing a paper that was never signed.
    """
    if kind not in KINDS:
        raise Refused(_("Jenis naskah “%(kind)s” tidak dikenal.") % {"kind": kind})
    document = drafting.open_draft(
        by,
        kind=kind,
        title=title,
        body=body,
        path=by.path,
        election_id=Election.objects.get(pk=election_id).pk if election_id else None,
        division=division,
        unconfirmed=unconfirmed,
        replaces=_replaced(by, replaces_id),
    )
    return _done(document, {"kind": kind, "replaces": replaces_id or 0})


@act("document.revise")
def revise(*, by: Viewer, document_id: int, title: str, body: Mapping[str, Any]) -> Done[Document]:
    """Change a draft. Raises `Refused` once it carries initials: send it back first."""
    document = _document(by, document_id)
    if document.state != State.DRAFT:
        raise Refused(_("Naskah sudah diparaf. Kembalikan dulu ke konseptor sebelum mengubahnya."))
    document.title = title.strip()
    document.data = {**document.data, "body": dict(body)}
    document.save(update_fields=["title", "data"])
    return _done(document, {"digest": compose.digest(document)})


@act("document.initial_subhead")
def initial_subhead(*, by: Viewer, document_id: int, note: str = "") -> Done[Document]:
    """Initials of the head of the sub-division."""
    return _initial(by, document_id, State.SUBHEAD, note)


@act("document.initial_secretary")
def initial_secretary(
    *, by: Viewer, document_id: int, note: str = "", own_number: str = ""
) -> Done[Document]:
    """Initials of the secretary; the paper gets its number and date.

    `own_number` replaces the running number of the register (letters numbered elsewhere).
    """
    document = _document(by, document_id)
    _require(document, State.SECRETARY)
    document.dated = clock.today()
    document.number = (
        own_number.strip() or document.number or _next_number(document, document.dated)
    )
    same = Document.objects.filter(kind=document.kind, number=document.number)
    if same.exclude(pk=document.pk).exists():
        raise Refused(_("Nomor %(number)s sudah dipakai.") % {"number": document.number})
    document.save(update_fields=["dated", "number"])
    return _step(by, document, State.SECRETARY, note)


@act("document.send_back")
def send_back(*, by: Viewer, document_id: int, note: str) -> Done[Document]:
    """Send an initialled paper back to its draft, with the reason; its number stays with it."""
    document = _document(by, document_id)
    if not note.strip():
        raise Refused(_("Tuliskan apa yang harus diperbaiki."))
    _require(document, State.DRAFT)
    return _step(by, document, State.DRAFT, note)


@act("document.sign")
def sign(*, by: Viewer, document_id: int, refusal: str | None = None) -> Done[Document]:
    """Sign, or refuse to sign with a reason; the last signature freezes the paper as PDF.

    Raises `Refused` for who is not a signer of this kind, for a second signature, for a refusal
    without reason, for a chair who refuses (then the paper is sent back instead).
    """
    document = _document(by, document_id)
    _require(document, State.SIGNED)
    signing.check_signer(document, by, refusal)
    signing.record(document, by, refusal)
    if not signing.waiting(document):
        _freeze(document)
    return _done(document, {"state": document.state, "refused": refusal is not None})


@act("document.withdraw")
def withdraw(*, by: Viewer, document_id: int, reason: str) -> Done[Document]:
    """Withdraw a paper; a signed one stays readable and says that it was withdrawn, and why."""
    document = _document(by, document_id)
    if not reason.strip():
        raise Refused(_("Tuliskan alasan penarikan naskah ini."))
    _require(document, State.WITHDRAWN)
    return _step(by, document, State.WITHDRAWN, reason)


@act("document.record_external")
def record_external(
    *, by: Viewer, document_id: int, external_number: str, dated: date, content: bytes, name: str
) -> Done[Document]:
    """Record number, date and signed file that the office's letter system gave a paper."""
    document = _document(by, document_id)
    if not external_number.strip():
        raise Refused(_("Isi nomor dari aplikasi persuratan (Srikandi)."))
    stored = files.keep(
        content,
        name=name,
        media_type="application/pdf",
        level=StoredFile.Level.INTERNAL,
        path=document.path,
    )
    document.external_number = external_number.strip()
    document.signed_file = stored
    document.save(update_fields=["external_number", "signed_file"])
    facts = {"number": document.external_number, "dated": str(dated), "file": stored.sha256}
    return _done(document, facts)


def _initial(by: Viewer, document_id: int, state: str, note: str) -> Done[Document]:
    document = _document(by, document_id)
    _require(document, state)
    return _step(by, document, state, note)


def _step(by: Viewer, document: Document, state: str, note: str) -> Done[Document]:
    signing.note_step(document, by, state, note)
    document.state = state
    document.save(update_fields=["state"])
    return _done(document, {"state": state, "number": document.number})


def _freeze(document: Document) -> None:
    document.data = {**document.data, "printed": list(ledger.head())}
    made = compose.pdf(document, signing.blocks(document), final=True)
    document.file = files.keep(
        made,
        name=f"{document.kind}-{document.pk}.pdf",
        media_type="application/pdf",
        level=_level(document),
        path=document.path,
    )
    document.state = State.SIGNED
    document.save(update_fields=["data", "file", "state"])


def _level(document: Document) -> str:
    """A paper that not everybody inside may read is kept sealed."""
    everybody = document.readers == Document.Readers.INSIDE
    return StoredFile.Level.PUBLIC if everybody else StoredFile.Level.INTERNAL


def _document(by: Viewer, document_id: int) -> Document:
    return readers.visible(by).select_for_update(of=("self",)).get(pk=document_id)


def _require(document: Document, state: str) -> None:
    if not chain.follows(document.state, state):
        raise Refused(
            _("Naskah ini berstatus “%(now)s”, sehingga langkah “%(next)s” belum dapat diambil.")
            % {"now": document.get_state_display(), "next": State(state).label}
        )


def _replaced(by: Viewer, document_id: int | None) -> Document | None:
    if document_id is None:
        return None
    old = readers.visible(by).get(pk=document_id)
    if old.state not in chain.ENDED:
        raise Refused(_("Naskah yang belum ditandatangani diubah, bukan diganti."))
    return old


def _next_number(document: Document, dated: date) -> str:
    """The first free number after those given this year; numbers are never given twice."""
    given = Document.objects.filter(kind=document.kind, dated__year=dated.year)
    used = set(given.exclude(number="").values_list("number", flat=True))
    kind, path, year = KINDS[document.kind], document.path, dated.year
    runs = (number(kind, seq, path, year) for seq in itertools.count(len(used) + 1))
    return next(one for one in runs if one not in used)


def _done(document: Document, facts: Mapping[str, Any]) -> Done[Document]:
    return Done(document, f"document:{document.pk}", document.path, facts)
