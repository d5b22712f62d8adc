"""What changed since a determination, in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from jurdil.kernel.decisions import Cell, Change
from jurdil.seats.datasets import ELECTED, PAIR, SEATS


@dataclass(frozen=True)
class ChangeLine:
    """A row or a cell that differs; '' for what was not or is no more."""

    what: str
    column: str
    old: str
    new: str


def changes(found: Iterable[Change]) -> tuple[ChangeLine, ...]:
    """The changes since a determination, as the page lists them."""
    return tuple(_line(one) for one in found)


def _line(one: Change) -> ChangeLine:
    return ChangeLine(_what(one), _column(one), _said(one, one.old), _said(one, one.new))


def _what(one: Change) -> str:
    key = [str(cell) for cell in one.key]
    if one.dataset.startswith(SEATS):
        return _("Dapil %(dapil)s, partai nomor %(party)s") % {"dapil": key[0], "party": key[1]}
    if one.dataset.startswith(ELECTED):
        return _("Dapil %(dapil)s, partai nomor %(party)s, calon nomor %(number)s") % {
            "dapil": key[0],
            "party": key[1],
            "number": key[2],
        }
    return _("Pasangan calon nomor %(number)s") % {"number": key[0]}


def _column(one: Change) -> str:
    if not one.column:
        return _("Terpilih") if one.dataset.startswith((ELECTED, PAIR)) else _("Suara dan kursi")
    names = {
        "suara": _("Suara"),
        "kursi": _("Kursi"),
        "urutan": _("Urutan terpilih"),
        "terpilih": _("Terpilih"),
    }
    return names[one.column]


def _said(one: Change, value: Cell) -> str:
    if value is None:
        return _("tidak")
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    return str(value) if one.column else _("ya")
