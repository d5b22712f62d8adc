"""Am I registered? For everybody, by NIK and date of birth together; no question is kept."""

from dataclasses import dataclass
from datetime import date

from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.voters import chaining
from jurdil.voters.models import PemilihVersi, Tanggapan
from jurdil.voters.sealing import NIK, Seals
from jurdil.voters.steps import commented_lists


@dataclass(frozen=True)
class Registered:
    """Where somebody is registered: the name masked, village and TPS as paths."""

    name: str
    village: str
    tps: str


@query("voters.lookup")
def registered(viewer: Viewer, nik: str, born: date) -> Registered | None:
    """The active voter with this NIK and this birth date; None when the two do not go together.

    Whoever knows only one of them learns nothing: a wrong date answers like an unknown NIK.
    """
    index = Seals().index(NIK, nik)
    if not index:
        return None
    row = PemilihVersi.objects.filter(
        nik_index=index,
        born=born,
        until_rev__isnull=True,
        status=PemilihVersi.Status.ACTIVE,
        village__within=viewer.path,
    ).first()
    if row is None:
        return None
    return Registered(_masked(row.name), row.village, row.tps)


def _masked(name: str) -> str:
    """The first letter of each word and its length, as announced lists mask: S*** C*****."""
    return " ".join(f"{word[0]}{'*' * (len(word) - 1)}" for word in name.split())


@dataclass(frozen=True)
class OpenList:
    """An announced list that waits for comments, in words."""

    revision: int
    title: str


@query("voters.comment_open")
def open_lists(viewer: Viewer) -> tuple[OpenList, ...]:
    """The announced lists that wait for comments, the newest first."""
    rows = commented_lists(viewer)
    return tuple(OpenList(row.pk, f"{chaining.title(row)}, {row.election.name}") for row in rows)


@query("voters.comment_open")
def comment_topics(viewer: Viewer) -> list[tuple[str, str]]:
    """What a comment may be about: code and words."""
    return [(code, str(name)) for code, name in Tanggapan.About.choices]
