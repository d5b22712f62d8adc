"""Am I registered? For everybody, by NIK, date of birth and name together; no question is kept."""

from dataclasses import dataclass
from datetime import date

from jurdil.kernel import throttle
from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.law.voters.names import name_words
from jurdil.voters import chaining
from jurdil.voters.models import PemilihVersi, Tanggapan
from jurdil.voters.sealing import NIK, Seals
from jurdil.voters.steps import commented_lists

TIMES, SPAN = 5, 3600
"""Questions about one NIK, or one name with its birth date, in so many seconds."""


@dataclass(frozen=True)
class Registered:
    """Where somebody is registered: the name masked, village and TPS as paths."""

    name: str
    village: str
    tps: str


class AskedTooOften(Exception):
    """Somebody's number, or somebody's name with the birth date, was asked for too often."""


@query("voters.lookup")
def registered(viewer: Viewer, nik: str, born: date, name: str) -> Registered | None:
    """The active voter with this NIK, birth date and these words of the name; None otherwise.

    A NIK tells the birth date, so that a date alone would let anybody try numbers: the name must be
    known too. Whoever lacks one of the three learns nothing, a wrong one answers like an unknown
    NIK. Raises `AskedTooOften` when one NIK, or one name and date, was asked for `TIMES` within the
    hour, from wherever; known and unknown ones alike.
    """
    seals, words = Seals(), set(name_words(name))
    index = seals.index(NIK, nik)
    if not index or not words:
        return None
    whose = seals.mark(f"{born}:{' '.join(sorted(words))}", "tanya")
    places = [throttle.place_for("nik", one, TIMES, SPAN) for one in (index, whose)]
    if not all(places):
        raise AskedTooOften
    rows = PemilihVersi.objects.filter(
        nik_index=index,
        until_rev__isnull=True,
        status=PemilihVersi.Status.ACTIVE,
        village__within=viewer.path,
    ).order_by("pk")
    # A NIK may stand with two people until somebody judged it; each of them is registered.
    for row in rows:
        if row.born == born and words <= set(row.name_key.split()):
            return Registered(_masked(row.name), row.village, row.tps)
    return None


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
