"""Who may read a paper: everybody inside, who works in the house, or its heads alone."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from jurdil.kernel.models import Document
from jurdil.kernel.policy import HOUSE
from jurdil.kernel.roles import SYSTEM
from jurdil.kernel.viewer import Viewer

Readers = Document.Readers
HEADS = frozenset(
    {"ketua", "anggota", "sekretaris", "kasubbag", "bw-ketua", "bw-anggota", "bw-sekretariat"}
) | {SYSTEM}
"""Who reads what only heads read: those who initial and sign it among them."""


def title_of(document: Document) -> str:
    """The title as those may read it who do not read the paper."""
    if document.readers == Readers.HEADS:
        return gettext("Naskah yang hanya dibaca pimpinan")
    return str(document.title)


def visible(viewer: Viewer) -> QuerySet[Document]:
    """The papers in scope that the viewer may read; who drafted one reads it always."""
    found = Document.objects.filter(path__within=viewer.path)
    if viewer.role in HEADS:
        return found
    allowed = [Readers.INSIDE]
    if viewer.role in HOUSE:
        allowed.append(Readers.HOUSE)
    own = Q(drafted_by=viewer.account_id or 0)
    return found.filter(Q(readers__in=allowed) | own)
