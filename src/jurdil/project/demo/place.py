"""What the demo knows of Soppeng: its TPS per village and its dapil (facts, see soppeng.toml)."""

import random
import tomllib
from dataclasses import dataclass
from importlib.resources import files

SMALL_TPS_PER_VILLAGE = 2


@dataclass(frozen=True)
class District:
    """A dapil of DPRD Kabupaten: code, name, seats and its kecamatan."""

    code: str
    name: str
    seats: int
    kecamatan: tuple[str, ...]


@dataclass(frozen=True)
class Station:
    """A TPS of the demo: path, village, number, men and women of its (made-up) DPT."""

    path: str
    number: int
    village: str
    men: int
    women: int

    @property
    def code(self) -> str:
        """The code as files of Sirekap write it: ten digits of the village, three of the TPS."""
        return f"{self.village.replace('.', '')}{self.number:03d}"

    @property
    def kecamatan(self) -> str:
        return self.village[:8]


@dataclass(frozen=True)
class Ground:
    """The regency of the demo."""

    regency: str
    stations: tuple[Station, ...]
    districts: tuple[District, ...]

    @property
    def finished(self) -> str:
        """The kecamatan whose presidential plenary is over: the one that comes last."""
        return self.stations[-1].kecamatan

    def district_of(self, station: Station) -> District:
        return next(d for d in self.districts if station.kecamatan in d.kecamatan)


def ground(size: str, chance: random.Random) -> Ground:
    """The regency in one of two sizes: `full` has all 794 TPS, `small` two in each village."""
    facts = tomllib.loads(files(__package__).joinpath("soppeng.toml").read_text())
    stations = tuple(
        Station(f"{village}/{n:03d}", n, village, chance.randint(70, 140), chance.randint(75, 150))
        for village, count in facts["tps"].items()
        for n in range(1, (count if size == "full" else SMALL_TPS_PER_VILLAGE) + 1)
    )
    districts = tuple(
        District(d["code"], d["name"], d["seats"], tuple(d["kecamatan"])) for d in facts["dapil"]
    )
    return Ground(facts["regency"], stations, districts)
