"""The criteria that put candidates of one list in order, each with its article.

UU 7/2017, PKPU 6/2024 (art. 29 for the DPRD of a regency): most votes; among equal votes the wider
spread of votes level by level, then a woman before a man, then the lowest number of the list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jurdil.law.text import Text

ARTICLE = "PKPU 6/2024 Pasal 29"
SEXES = ("L", "P")
WOMAN = "P"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion; `confirmed` is False where the text of the rule leaves room for a dispute."""

    key: str
    name: Text
    article: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Level:
    """A level of places at which the spread of votes is counted.

    The text says "secara berjenjang" and does not name the TPS: the decision on Pangkalpinang
    dapil 4 in 2024 counted TPS and was brought before the courts. Hence `confirmed`.
    """

    key: str
    name: Text
    confirmed: bool

    @property
    def criterion(self) -> Criterion:
        """The spread at this level as a criterion."""
        wording = Text(
            f"sebaran suara lebih luas menurut {self.name.id}",
            f"wider spread of votes by {self.name.en}",
        )
        return Criterion(f"spread:{self.key}", wording, ARTICLE, self.confirmed)


KECAMATAN = Level("kecamatan", Text("kecamatan", "kecamatan"), True)
DESA = Level("desa", Text("desa atau kelurahan", "desa or kelurahan"), True)
TPS = Level("tps", Text("TPS", "TPS"), False)
LEVELS = {level.key: level for level in (KECAMATAN, DESA, TPS)}

VOTES = Criterion("votes", Text("suara terbanyak", "most votes"), ARTICLE, True)
SEX = Criterion("sex", Text("perempuan didahulukan", "a woman goes first"), ARTICLE, True)
NUMBER = Criterion(
    "number", Text("nomor urut terkecil dalam DCT", "lowest number in the DCT"), ARTICLE, True
)
LIST_ORDER = Criterion(
    "list",
    Text("tidak ada calon yang bersuara: urutan DCT", "nobody has a vote: order of the DCT"),
    "PKPU 6/2024",
    True,
)
DECISION = Criterion(
    "decision", Text("keputusan yang dicatat", "a recorded decision"), "Berita Acara pleno", True
)
UNSETTLED = Criterion(
    "unsettled",
    Text("belum ada sebaran suara untuk dibandingkan", "no spread of votes to compare yet"),
    ARTICLE,
    True,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A candidate of one list.

    `sex` is L (man) or P (woman). `spread` holds the votes by place, one mapping for each level
    from the widest to the narrowest (kecamatan, desa, TPS); leave out levels that are not known.
    Raises ValueError for another sex, negative votes or a number below 1.
    """

    number: int
    sex: str
    votes: int
    spread: tuple[Mapping[str, int], ...] = ()

    def __post_init__(self) -> None:
        if self.sex not in SEXES:
            raise ValueError(f"candidate {self.number}: sex {self.sex!r} is neither L nor P")
        if self.votes < 0 or self.number < 1:
            raise ValueError(f"candidate {self.number}: votes and numbers are never negative")

    def areas(self, at: int) -> int | None:
        """In how many places of level `at` the candidate has votes; None where it is not known."""
        if not self.votes:
            return 0
        if at >= len(self.spread):
            return None
        return sum(1 for votes in self.spread[at].values() if votes > 0)
