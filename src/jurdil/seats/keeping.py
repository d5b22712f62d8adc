"""What every act of the room writes beside its own facts: who, when, and the document."""

from dataclasses import dataclass
from typing import Any

from jurdil.kernel import clock, files
from jurdil.kernel.models import StoredFile
from jurdil.kernel.viewer import Viewer


@dataclass(frozen=True)
class Paper:
    """A file handed in with an act."""

    name: str
    content: bytes
    media_type: str = "application/pdf"


def record(by: Viewer, path: str, paper: Paper | None = None) -> dict[str, Any]:
    """The fields of `models.common.Record`; the paper is kept as an internal file."""
    return {
        "document": _keep(path, paper),
        "account": by.account_id,
        "account_name": by.name,
        "recorded_at": clock.now(),
    }


def _keep(path: str, paper: Paper | None) -> StoredFile | None:
    if paper is None:
        return None
    return files.keep(
        paper.content,
        name=paper.name,
        media_type=paper.media_type,
        level=StoredFile.Level.INTERNAL,
        path=path,
    )
