"""What the room's readings return: frozen, so that other rooms may keep them."""

from dataclasses import dataclass, field
from datetime import datetime

from jurdil.law.text import Text
from jurdil.places import paths

Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A region; `kind` as in `Region.Kind`, `term` its local word or ''."""

    path: str
    level: int
    kind: str
    name: str
    term: str = ""
    edition: str = ""

    @property
    def word(self) -> str:
        """What this kind of region is called there: Kecamatan, Distrik, Gampong."""
        return (self.term or self.kind.replace("_", " ")).capitalize()

    @property
    def label(self) -> str:
        """The name with its kind; a regency's name already carries it."""
        return self.name if self.level <= paths.REGENCY else f"{self.word} {self.name}"


@dataclass(frozen=True, slots=True)
class Branch:
    """A place with what stands below it, and its TPS in the election looked at (None: none set)."""

    place: Place
    tps: int | None
    children: "tuple[Branch, ...]" = ()


@dataclass(frozen=True, slots=True)
class Crumb:
    """A place on the way down; `reachable` is False above the viewer's own place."""

    path: str
    label: str
    reachable: bool


@dataclass(frozen=True, slots=True)
class TpsRow:
    """A TPS in its current version. `kind`, `access`, `state` as in `TpsVersion`."""

    path: str
    election_id: int
    village: str
    number: int
    kind: str
    site: str
    address: str
    access: str
    note: str
    state: str
    version: int

    @property
    def label(self) -> str:
        return f"TPS {self.number:03d}"

    @property
    def special(self) -> bool:
        return self.kind != "reguler"

    @property
    def in_use(self) -> bool:
        return self.state == "dipakai"


@dataclass(frozen=True, slots=True)
class TpsChange:
    """One version of a TPS, for its history."""

    number: int
    row: TpsRow
    reason: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class NewTps:
    """A TPS to be set up."""

    village: str
    number: int
    kind: str = "reguler"
    site: str = ""
    address: str = ""
    access: str = ""
    note: str = ""

    @property
    def path(self) -> str:
        return paths.tps_path(self.village, self.number)


@dataclass(frozen=True, slots=True)
class NewDapil:
    """A dapil to be set: its places as paths, its seats or None while unknown."""

    code: str
    name: str
    seats: int | None
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DapilRow:
    """A dapil in force, with the list's legal basis."""

    code: str
    name: str
    seats: int | None
    parts: tuple[Place, ...]
    contest: str
    basis: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class ElectionRow:
    """An election with TPS and dapil, for choosing."""

    id: int
    regime: str
    title: Text
    contests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContestRow:
    """A contest held in an election, under the name it has in the province."""

    id: str
    name: Text
    in_dapil: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """A place's boundary: rings of (longitude, latitude) in degrees."""

    path: str
    name: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class RegionCounts:
    """How many regions an installation was set up with."""

    kecamatan: int
    villages: int


@dataclass(frozen=True, slots=True)
class Found:
    """A hit of the search: a region or a TPS, with the way down to it."""

    path: str
    label: str
    way: str


@dataclass(frozen=True, slots=True)
class Facts:
    """The numbers of a place: parts below and TPS of the election, by kind of TPS."""

    kecamatan: int
    villages: int
    tps: int | None = None
    special: int | None = None
    by_kind: dict[str, int] = field(default_factory=dict)
