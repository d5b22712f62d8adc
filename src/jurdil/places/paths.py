"""Place paths as text: their segments, their parents, and codes as files write them. Pure.

A place is ``73.12.01.1001`` (Kemendagri: province 2 digits, regency 2, kecamatan 2, village 4) and
a TPS ``73.12.01.1001/007``. BPS writes a kecamatan with three digits and a village with three, so a
village of either system has ten digits and only its parts tell them apart.
"""

import re

PROVINCE, REGENCY, KECAMATAN, VILLAGE, TPS = 1, 2, 3, 4, 5

DIGITS = {2: PROVINCE, 4: REGENCY, 6: KECAMATAN, 10: VILLAGE}
VILLAGE_KINDS = {"1": "kelurahan", "2": "desa", "3": "desa_adat"}
"""First digit of a village's own four digits; 0 does not occur in Kemendagri codes."""

_DOTTED = re.compile(r"\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?", re.ASCII)
_BPS_KECAMATAN = 7
_BPS_DOTTED = re.compile(r"\d{2}\.\d{2}\.\d{3}(\.\d{3})?", re.ASCII)


class BadCode(ValueError):
    """The text is no place code."""


class BpsCode(BadCode):
    """The text is a code of Statistics Indonesia (BPS), which names other places."""


def level(path: str) -> int:
    """1 province, 2 regency, 3 kecamatan, 4 village, 5 TPS; 0 for the empty path."""
    return 0 if not path else path.count(".") + path.count("/") + 1


def parent(path: str) -> str:
    """The place above; the country (``""``) above a province."""
    return path[: max(path.rfind("."), path.rfind("/"), 0)]


def ancestors(path: str) -> tuple[str, ...]:
    """The places above, from the province down; empty for a province."""
    above: list[str] = []
    while path := parent(path):
        above.append(path)
    return tuple(reversed(above))


def tps_path(village: str, number: int) -> str:
    """The path of a TPS of a village, its number with three digits."""
    return f"{village}/{number:03d}"


def tps_number(path: str) -> int:
    """The number of the TPS with this path."""
    return int(path.rpartition("/")[2])


def is_path(text: str) -> bool:
    """Whether the text has the form of a region path, dots included."""
    return _DOTTED.fullmatch(text) is not None


def read_code(text: str) -> str:
    """The path for a code written with or without dots.

    Raises `BpsCode` when the digits are grouped as BPS does, `BadCode` for anything else.
    """
    code = text.strip()
    if _BPS_DOTTED.fullmatch(code):
        raise BpsCode(code)
    path = code if _DOTTED.fullmatch(code) else _with_dots(code)
    if level(path) == VILLAGE and path[9] not in VILLAGE_KINDS:
        raise BpsCode(code)
    return path


def _with_dots(code: str) -> str:
    if not (code.isascii() and code.isdigit()):
        raise BadCode(code)
    if len(code) == _BPS_KECAMATAN:
        raise BpsCode(code)
    if len(code) not in DIGITS:
        raise BadCode(code)
    return ".".join(part for part in (code[:2], code[2:4], code[4:6], code[6:]) if part)
