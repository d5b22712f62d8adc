"""Am I registered? For everybody, by NIK and date of birth together; no question is kept."""

from dataclasses import dataclass
from datetime import date

from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.voters.models import PemilihVersi
from jurdil.voters.sealing import NIK, Seals


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
