"""Which rows of a table surely need one line: their height is known and need not be measured.

Typst lays a row of unknown height out twice. A list of a village has thousands of rows, and nearly
all of them are one line high.
"""

from collections.abc import Sequence
from math import inf

from jurdil.kernel.documents.tables import Column, Line

_WIDEST = 0.92
"""No ASCII sign is wider, in sizes of the text."""
_WIDTHS = {
    sign: width
    for width, signs in {
        0.14: "·",
        0.18: "'",
        0.22: ".,:",
        0.26: "i",
        0.28: "jl",
        0.3: " /",
        0.32: "()",
        0.36: "ft",
        0.38: "-",
        0.4: "Ir",
        0.42: "1",
        0.46: "•",
        0.48: "sz",
        0.5: "ck",
        0.52: "Jvxy–",
        0.54: "a",
        0.56: "ehnou27",
        0.58: "ELbdgpq",
        0.6: "FS35",
        0.62: "BRTZ69",
        0.64: "CKPX48",
        0.66: "AVY0",
        0.68: "D",
        0.7: "GHNU",
        0.72: "Ow",
        0.74: "Q",
        0.84: "M",
        0.86: "m",
        0.88: "W",
    }.items()
    for sign in signs
}
"""At least the width of each sign in the house's font, upright."""
_BESIDE = 7.5
"""Points that stand left and right of a cell's text, the line included."""
_CAPITAL, _AROUND, _AROUND_TALL = 0.67, 5.2, 12.0


def heights(
    columns: Sequence[Column],
    rows: Sequence[Line],
    room: float,
    size: float,
    *,
    tall: bool = False,
) -> list[float | None]:
    """The height in points of each row that surely fits on one line; None for one to measure.

    `room` is the width of the table in points, `size` that of the text. Empty where a column finds
    its width from what stands in it.
    """
    shares = [one.share for one in columns]
    if not columns or not all(shares):
        return []
    widths = [room * share / sum(shares) - _BESIDE for share in shares]
    line = round(size * _CAPITAL + (_AROUND_TALL if tall else _AROUND), 2)
    fits = [width / size for width in widths]
    return [line if _is_flat(row, fits) else None for row in rows]


def _is_flat(row: Line, fits: Sequence[float]) -> bool:
    if row.strong or len(row.cells) != len(fits):
        return False
    return all(
        (text.isascii() and len(text) * _WIDEST <= most) or _width(text) <= most
        for text, most in zip(row.cells, fits, strict=True)
    )


def _width(text: str) -> float:
    return sum(_WIDTHS.get(sign, inf) for sign in text)
