"""Reader of C.Hasil figures of any contest: `kode_tps` and one column per figure of the form.

Columns are named as in `law.rules.figures`. The votes and totals of parts IV and V must have their
columns; a column of the other parts may be left out, its figures are then absent. An empty cell is
an absent figure, never 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from jurdil.kernel import faults
from jurdil.kernel.faults import Faults, FileRefused
from jurdil.kernel.tables import Record, Sheet
from jurdil.law.rules import Choices, Params, figures
from jurdil.law.rules.shape import TOTALS
from jurdil.results.layout import choices_in
from jurdil.results.sirekap.places import Place, bps_fault, read_place, regency_fault

CODE = "kode_tps"
NAMES = ("kode_desa", "kecamatan", "desa", "tps", "status")
"""Columns that a person reads by: the code of the TPS says the same, the house knows the status."""


@dataclass(frozen=True, slots=True)
class FormRow:
    """The figures of one TPS; a figure that the file does not have is absent."""

    row: int
    path: str
    figures: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class FormFile:
    """A file that was read whole, and the choices and dapil that its forms have."""

    dapil: str
    choices: Choices
    rows: tuple[FormRow, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """What the file is read against.

    `ballot` gives the registered choices of a dapil, None while nobody is registered; `dapil_at`
    the dapil of a TPS path ('' where the contest has none).
    """

    regency: str
    villages: frozenset[str]
    kind: str
    params: Params
    dapil_at: Callable[[str], str]
    ballot: Callable[[str], Choices | None]


def read_forms(content: bytes, ground: Ground) -> FormFile:
    """Read the file. Raises `FileRefused` with every structural fault that was found."""
    sheet = Sheet(content, required=(CODE,), others=True)
    records = list(sheet.records())
    places = places_of(records, sheet, ground)
    dapil = one_dapil(places, ground)
    choices = ground.ballot(dapil) or _choices(sheet, ground.kind)
    names = figures(choices, ground.params)
    _check_columns(sheet, choices, names)
    present = [name for name in names if name in sheet.columns]
    rows = tuple(
        FormRow(record.number, place.path, dict(_figures(record, present)))
        for record, place in zip(records, places, strict=True)
    )
    sheet.faults.refuse()
    return FormFile(dapil, choices, rows)


def places_of(records: list[Record], sheet: Sheet, ground: Ground) -> list[Place]:
    """The places of all rows; a file of the wrong place or code system is refused for that."""
    found = Faults()
    places = [read_place(record.number, {CODE: record.cell(CODE)}, found) for record in records]
    known = [place for place in places if place is not None]
    wrong = bps_fault(known, ground.villages) or regency_fault(known, ground.regency)
    if wrong:
        raise FileRefused([wrong])
    for record, place in zip(records, places, strict=True):
        if place is not None:
            sheet.once(record.number, CODE, place.code)
            _check_village(record, place, ground.villages)
    if found:
        raise FileRefused([*found, *sheet.faults])
    sheet.faults.refuse()
    return known


def _check_village(record: Record, place: Place, villages: frozenset[str]) -> None:
    if place.village not in villages:
        record.fault(
            "unknown-village",
            CODE,
            f"desa/kelurahan {place.village} tidak ada dalam daftar wilayah kantor ini.",
            f"the village {place.village} is not among the regions of this office.",
        )


def one_dapil(places: list[Place], ground: Ground) -> str:
    """The dapil of the file: its columns name candidates, who differ from dapil to dapil."""
    codes = sorted({ground.dapil_at(place.path) for place in places})
    if len(codes) > 1:
        listed = ", ".join(code or "–" for code in codes)
        raise FileRefused(
            [
                faults.whole_file(
                    "dapil",
                    f"Berkas ini memuat TPS dari {len(codes)} dapil ({listed}). Buat satu berkas "
                    "untuk setiap dapil.",
                    f"This file has TPS of {len(codes)} dapil ({listed}). Make one file for each "
                    "dapil.",
                )
            ]
        )
    return codes[0]


def _choices(sheet: Sheet, kind: str) -> Choices:
    try:
        return choices_in(sheet.columns, kind)
    except ValueError:
        example = {"pair": "paslon_1", "person": "calon_1"}.get(kind, "partai_1")
        raise FileRefused([faults.missing_columns([example])]) from None


def _check_columns(sheet: Sheet, choices: Choices, names: tuple[str, ...]) -> None:
    known = {CODE, *NAMES, *names}
    for name, at in sheet.columns.items():
        if name not in known:
            sheet.faults.add(faults.unknown_column(name, at + 1))
    needed = [*choices.votes, *(group.total for group in choices.groups), *TOTALS]
    if missing := [name for name in needed if name not in sheet.columns]:
        sheet.faults.add(faults.missing_columns(missing))
    sheet.faults.refuse()


def _figures(record: Record, names: list[str]) -> Iterator[tuple[str, int]]:
    for name in names:
        value = record.whole(name)
        if value is not None:
            yield name, value
