"""Dapil that are known from a source, as small facts of the project, offered to the office."""

import functools
import tomllib
from dataclasses import dataclass
from importlib import resources

from jurdil.law.text import Text
from jurdil.places.records import NewDapil


@dataclass(frozen=True, slots=True)
class KnownDapil:
    """The dapil of one contest of one regency: the legal basis, and where it was seen."""

    basis: str
    source: Text
    confirmed: bool
    rows: tuple[NewDapil, ...]


def known_dapil(regime: str, contest: str, regency: str) -> KnownDapil | None:
    """The dapil of a contest under a regime, or None where nothing is known."""
    return _known().get((regime, contest, regency))


@functools.cache
def _known() -> dict[tuple[str, str, str], KnownDapil]:
    text = resources.files(__package__).joinpath("known_dapil.toml").read_text("utf-8")
    return {
        (row["regime"], row["contest"], row["regency"]): KnownDapil(
            row["basis"],
            Text(row["source_id"], row["source_en"]),
            row["confirmed"],
            tuple(
                NewDapil(d["code"], d["name"], d.get("seats"), tuple(d["parts"]))
                for d in row["dapil"]
            ),
        )
        for row in tomllib.loads(text)["list"]
    }
