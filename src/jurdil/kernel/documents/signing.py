"""Who must sign a paper, who did, and how the blocks of signatures are printed."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused, inner, person
from jurdil.kernel.documents import compose
from jurdil.kernel.documents.kinds import CHAIR, KINDS, SIGNERS
from jurdil.kernel.models import Document, DocumentStep, Grant, Office
from jurdil.kernel.roles import ROLES
from jurdil.kernel.viewer import Viewer

State = Document.State


def signers(document: Document) -> list[Grant]:
    """The grants whose holders sign this kind of paper today, the chair first."""
    found = _in_force().filter(role__in=_roles(document), path=document.path)
    return sorted(
        found.select_related("account"), key=lambda grant: (grant.role not in _chair(), grant.pk)
    )


def _in_force() -> QuerySet[Grant]:
    today = clock.today()
    open_end = Q(valid_until__isnull=True) | Q(valid_until__gte=today)
    return Grant.objects.filter(open_end, valid_from__lte=today)


def signatures(document: Document) -> dict[int, DocumentStep]:
    """Signatures and refusals since the last initials of the secretary, by account."""
    return _since_initials(list(document.steps.order_by("pk")))


def _since_initials(steps: list[DocumentStep]) -> dict[int, DocumentStep]:
    last = max((i for i, s in enumerate(steps) if s.state == State.SECRETARY), default=-1)
    return {s.account_id: s for s in steps[last + 1 :] if s.state == State.SIGNED}


def waiting(document: Document) -> list[Grant]:
    """Signers who have neither signed nor refused."""
    done = signatures(document)
    return [grant for grant in signers(document) if grant.account_id not in done]


def waits_for(account_id: int | None, documents: Sequence[Document]) -> set[int]:
    """Which papers lack the signature of an account, in two questions for all of them."""
    held = set(_in_force().filter(account=account_id).values_list("role", "path"))
    steps = defaultdict(list)
    for step in DocumentStep.objects.filter(document__in=documents).order_by("pk"):
        steps[step.document_id].append(step)
    return {
        one.pk
        for one in documents
        if any((role, one.path) in held for role in _roles(one))
        and account_id not in _since_initials(steps[one.pk])
    }


def check_signer(document: Document, by: Viewer, refusal: str | None) -> None:
    """Raise `Refused` unless this viewer may sign (or refuse) now."""
    if by.account_id in signatures(document):
        raise Refused(_("Anda sudah memberi putusan atas naskah ini."))
    if all(grant.account_id != by.account_id for grant in signers(document)):
        raise Refused(_("Naskah ini ditandatangani oleh pejabat lain."))
    if refusal is None:
        return
    if not refusal.strip():
        raise Refused(_("Tuliskan alasan Anda menolak menandatangani."))
    if by.role in _chair():
        raise Refused(_("Ketua yang tidak setuju mengembalikan naskah dengan catatan."))


@inner
def record(document: Document, by: Viewer, refusal: str | None) -> None:
    """Keep a signature, or a refusal with its reason."""
    note_step(document, by, State.SIGNED, refusal or "")


@inner
def note_step(document: Document, by: Viewer, state: str, note: str) -> None:
    """Keep a step of the chain with the capacity in which it was taken."""
    DocumentStep.objects.create(
        document=document,
        state=state,
        account_id=person(by),
        name=by.name,
        capacity=capacity(by.role, by.acting),
        note=note.strip(),
        taken_at=clock.now(),
    )


def capacity(role: str, acting: str = "") -> str:
    """The office a person signs in, as papers print it: ``Plh. Ketua KPU``."""
    name = ROLES[role].name.id if role in ROLES else role
    name = name.partition(" (")[0]
    return f"{acting}. {name}" if acting else name


def blocks(document: Document) -> list[dict[str, Any]]:
    """One block per signer, as `typst/_house.typ` prints it."""
    done = signatures(document)
    return [_block(grant, done.get(grant.account_id)) for grant in signers(document)]


def _block(grant: Grant, step: DocumentStep | None) -> dict[str, Any]:
    block = {"capacity": capacity(grant.role, grant.acting), "name": grant.account.name}
    if step is None:
        return {**block, "state": "open"}
    if step.note:
        return {**block, "state": "refused", "reason": step.note}
    return {**block, "state": "signed", "at": compose.moment(step.taken_at)}


def _roles(document: Document) -> frozenset[str]:
    return _of_this_house()[KINDS[document.kind].signed_by]


def _chair() -> frozenset[str]:
    return _of_this_house()[CHAIR]


def _of_this_house() -> dict[str, frozenset[str]]:
    office = clock.office()
    if office is None:
        raise Office.DoesNotExist
    return SIGNERS[office.kind]
