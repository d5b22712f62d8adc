"""Faults of place codes that all files of this room share: BPS codes, another regency. Pure."""

from collections.abc import Callable, Collection, Container

from jurdil.kernel.faults import Fault, in_cell, quoted, whole_file
from jurdil.law.text import Text
from jurdil.places import catalogue, paths

LEVELS = {
    paths.REGENCY: Text("kabupaten/kota", "regency"),
    paths.KECAMATAN: Text("kecamatan", "kecamatan"),
    paths.VILLAGE: Text("desa/kelurahan", "village"),
}


def bps_codes(where: str, code: str, count: int) -> Fault:
    """The codes are those of Statistics Indonesia, which name other places."""
    return whole_file(
        "bps-codes",
        f"Berkas ini memakai kode BPS ({where}: {quoted(code)}; {count} kode), bukan kode "
        "Kemendagri. Kode yang sama dapat berarti wilayah lain. Pakai berkas berkode Kemendagri.",
        f"This file uses BPS codes ({where}: {quoted(code)}; {count} codes), not Kemendagri codes. "
        "The same code can mean another place. Use a file with Kemendagri codes.",
    )


def other_regency(where: str, path: str, regency: str, count: int) -> Fault:
    """The file is about another regency than the office's."""
    found, own = named(path[:5]), named(regency)
    return whole_file(
        "other-regency",
        f"Berkas ini milik {found} ({where}; {count} kode), sedangkan kantor ini {own}. "
        "Pilih berkas kabupaten/kota Anda.",
        f"This file belongs to {found} ({where}; {count} codes), but this office is {own}. "
        "Choose the file of your own regency.",
    )


def unknown_place(row: int, column: str, path: str) -> Fault:
    """A code of this regency that its edition does not have."""
    edition = catalogue.edition()
    return in_cell(
        "unknown-place",
        row,
        column,
        f"{path} tidak ada dalam {edition}. Periksa kodenya.",
        f"{path} is not in {edition}. Check the code.",
    )


def wrong_level(row: int, column: str, path: str, levels: Collection[int]) -> Fault:
    """A code of this regency, but of another level than the file is about."""
    words = [LEVELS[level] for level in levels]
    listed_id, listed_en = (
        joined.join(text.pick(lang) for text in words)
        for joined, lang in ((" atau ", "id"), (" or ", "en"))
    )
    return in_cell(
        "level",
        row,
        column,
        f"{path} bukan kode {listed_id}. Perbaiki kodenya atau hapus dari berkas.",
        f"{path} is no code of a {listed_en}. Correct it or remove it from the file.",
    )


def bad_code(row: int, column: str, value: object, example: str) -> Fault:
    """Text that is no place code."""
    return in_cell(
        "code",
        row,
        column,
        f"“{quoted(value)}” bukan kode wilayah Kemendagri. Contoh: {example}.",
        f"“{quoted(value)}” is no Kemendagri place code. Example: {example}.",
    )


def named(regency: str) -> str:
    """A regency by code and name, as far as the catalogue knows it."""
    name = catalogue.name_of(regency)
    return f"{regency} {name}" if name else regency


class Codes:
    """Sorts the codes of a file: own, of BPS, of another regency; the last two refuse the file.

    `known` are the own places by path, `levels` those the file may speak of; `where` says in words
    where in the file a code stands.
    """

    def __init__(
        self,
        regency: str,
        known: Container[str],
        levels: Collection[int],
        where: Callable[[int], str],
    ):
        self._regency, self._known, self._levels, self._where = regency, known, levels, where
        self._bps: list[tuple[int, str]] = []
        self._strangers: list[tuple[int, str]] = []

    def read(self, row: int, column: str, text: str, example: str) -> str | Fault | None:
        """The path of a code of this regency, a fault, or None for one that `verdict` tells."""
        try:
            path = paths.read_code(text)
        except paths.BpsCode:
            self._bps.append((row, text))
            return None
        except paths.BadCode:
            return bad_code(row, column, text, example)
        if path != self._regency and not path.startswith(f"{self._regency}."):
            self._strangers.append((row, path))
            return None
        if paths.level(path) not in self._levels:
            return wrong_level(row, column, path, self._levels)
        return path if path in self._known else unknown_place(row, column, path)

    def verdict(self) -> Fault | None:
        """Why the file as a whole is refused, BPS before another regency."""
        if self._bps:
            row, code = self._bps[0]
            return bps_codes(self._where(row), code, len(self._bps))
        if self._strangers:
            row, path = self._strangers[0]
            return other_regency(self._where(row), path, self._regency, len(self._strangers))
        return None
