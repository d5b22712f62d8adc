"""Making a paper's draft, as a step of the acts that need one."""

from collections.abc import Mapping
from typing import Any

from jurdil.kernel import clock
from jurdil.kernel.acts import inner, person
from jurdil.kernel.documents import compose
from jurdil.kernel.documents.kinds import KINDS
from jurdil.kernel.models import Document
from jurdil.kernel.viewer import Viewer


@inner
def open_draft(
    by: Viewer,
    *,
    kind: str,
    title: str,
    body: Mapping[str, Any],
    path: str,
    election_id: int | None = None,
    division: str = "",
    unconfirmed: tuple[str, ...] = (),
    replaces: Document | None = None,
    readers: str = Document.Readers.INSIDE,
) -> Document:
    """A new draft; `readers` says who may read it.

    Raises KeyError for an unknown kind, `Refused` without an account.
    """
    return Document.objects.create(
        kind=kind,
        template=KINDS[kind].template,
        title=title.strip(),
        election_id=election_id,
        path=path,
        division=division,
        replaces=replaces,
        readers=readers,
        data={"body": dict(body), "unconfirmed": list(unconfirmed)},
        check_code=compose.new_check_code(),
        drafted_by_id=person(by),
        drafted_at=clock.now(),
    )
