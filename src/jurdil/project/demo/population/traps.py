"""The errors that real lists have, planted at known rows, so that a reader can be held to them."""

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from .lists import HEADER

_AT = {name: position for position, name in enumerate(HEADER)}
Row = list[str]


@dataclass(frozen=True)
class Planted:
    """An error planted in a row: its place in the list (0 the first), the element, its kind."""

    row: int
    element: str
    kind: str


def _set(element: str, make: Callable[[str, random.Random], str]) -> Callable[..., None]:
    def spoil(row: Row, draw: random.Random) -> None:
        row[_AT[element]] = make(row[_AT[element]], draw)

    return spoil


def _swapped(text: str, _draw: random.Random) -> str:
    """A date month first, of a day that cannot be a month."""
    day, month, year = text.split("-")
    return f"{month}-{max(int(day), 13):02}-{year}"


PLANTS: dict[str, tuple[str, Callable[..., None]]] = {
    "15-angka": ("nik", _set("nik", lambda text, _d: text[:15])),
    "pangkat": ("nik", _set("nik", lambda text, _d: f"{text[0]}.{text[1:6]}E+15")),
    "nol": ("nik", _set("nik", lambda _t, _d: "0" * 16)),
    "kosong": ("nkk", _set("nkk", lambda _t, _d: "")),
    "serial-nol": ("nik", _set("nik", lambda text, _d: f"{text[:12]}0000")),
    "dua-huruf": ("nama", _set("nama", lambda text, _d: text[:2].strip() or "AB")),
    "angka-di-nama": ("nama", _set("nama", lambda text, d: f"{text}{d.randrange(1, 9)}")),
    "tertukar": ("tanggal_lahir", _set("tanggal_lahir", _swapped)),
    "bukan-tanggal": ("tanggal_lahir", _set("tanggal_lahir", lambda _t, _d: "31-02-1990")),
    "rt-nol": ("rt", _set("rt", lambda _t, _d: "000")),
    "rw-nol": ("rw", _set("rw", lambda _t, _d: "000")),
    "kelamin": ("jenis_kelamin", _set("jenis_kelamin", lambda _t, _d: "X")),
    "kawin": ("status_kawin", _set("status_kawin", lambda _t, _d: "K")),
    "rumus": ("alamat", _set("alamat", lambda _t, _d: '=HYPERLINK("x")')),
}
"""Kind of error -> the element it spoils, and how."""


def plant(
    rows: Iterable[Row], every: int, seed: int, kinds: Iterable[str] = PLANTS
) -> Iterator[tuple[Row, Planted | None]]:
    """Spoil each `every`-th row by one of the kinds in turn; the others pass as they are."""
    draw = random.Random(seed)
    order = list(kinds)
    for number, row in enumerate(rows):
        if number % every or not order:
            yield row, None
            continue
        kind = order[(number // every) % len(order)]
        element, spoil = PLANTS[kind]
        spoiled = list(row)
        spoil(spoiled, draw)
        yield spoiled, Planted(number, element, kind)
