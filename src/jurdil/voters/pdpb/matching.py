"""Who on the list a row of an agency means: by number, else by name and birth."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from jurdil.law.voters.identity import read_birth
from jurdil.law.voters.names import name_key, name_words
from jurdil.voters.models import BarisKiriman, PemilihVersi
from jurdil.voters.people import Elements
from jurdil.voters.sealing import NIK, Seals

Match = BarisKiriman.Match
MOST = 5


@dataclass(frozen=True)
class Found:
    """How a row matches; `versions` are present ones, struck voters included."""

    match: str
    versions: tuple[PemilihVersi, ...] = ()
    nik_index: str = ""

    @property
    def one(self) -> PemilihVersi | None:
        """The only voter that it can be."""
        return self.versions[0] if len(self.versions) == 1 else None


class Matcher:
    """Finds voters of a place; the keys are read once."""

    def __init__(self, path: str) -> None:
        self._seals = Seals()
        self._path = path

    def index(self, elements: Elements) -> str:
        """The fingerprint of the row's NIK; '' for a faulty one."""
        return self._seals.index(NIK, elements.nik)

    def find(self, elements: Elements, village: str) -> Found:
        """The voters that have the row's NIK; without any, those of its name and birth."""
        index = self.index(elements)
        by_number = list(self._present().filter(nik_index=index)[: MOST + 1]) if index else []
        if by_number:
            return _found(Match.NIK, by_number, village, index)
        return _found(Match.BIRTH, self._by_birth(elements), village, index)

    def _by_birth(self, elements: Elements) -> Sequence[PemilihVersi]:
        born, words = read_birth(elements.tanggal_lahir), name_words(elements.nama)
        if born.day is None or born.swapped or not words:
            return ()
        longest = max(words, key=len)
        rows = self._present().filter(
            pemilih__words__word=longest, born=born.day, name_key=name_key(elements.nama)[:100]
        )
        return list(rows.distinct()[: MOST + 1])

    def _present(self) -> QuerySet[PemilihVersi]:
        rows = PemilihVersi.objects.filter(until_rev__isnull=True, village__within=self._path)
        return rows.order_by("pk")


def same_person(version: PemilihVersi, elements: Elements) -> bool:
    """Whether name and birth of the row are the voter's; what the row lacks does not speak."""
    born = read_birth(elements.tanggal_lahir).day
    same_birth = born is None or version.born is None or born == version.born
    return same_birth and version.name_key == name_key(elements.nama)[:100]


def _found(match: str, versions: Sequence[PemilihVersi], village: str, index: str) -> Found:
    """Of several, the one who lives in the row's village, if he is the only one there."""
    if not versions:
        return Found(Match.NOBODY, nik_index=index)
    if len(versions) == 1:
        return Found(match, tuple(versions), index)
    here = [one for one in versions if one.village == village]
    active = [one for one in here if one.status == PemilihVersi.Status.ACTIVE]
    for narrowed in (here, active):
        if len(narrowed) == 1 and match == Match.BIRTH:
            return Found(match, tuple(narrowed), index)
    return Found(Match.MANY, tuple(versions[:MOST]), index)
