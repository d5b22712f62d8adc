"""The people as files: the thirteen elements of Model A-Daftar Pemilih and the village's code."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

import xlsxwriter

from jurdil.law.voters.identity import ELEMENTS

from .families import Person

HEADER = ("kode_wilayah", *ELEMENTS)


def as_row(person: Person) -> list[str]:
    """A person as a row of the list, in the order of `HEADER`."""
    return [
        person.village,
        person.nkk,
        person.nik,
        person.name,
        person.birth_place,
        person.written or person.born.strftime("%d-%m-%Y"),
        person.married,
        person.sex,
        person.address,
        person.rt,
        person.rw,
        person.disability,
        person.ktp,
        person.remark,
    ]


def write_csv(path: Path, rows: Iterable[Sequence[str]]) -> int:
    """Write rows below the header; returns how many."""
    with path.open("w", newline="", encoding="utf-8") as file:
        return write_rows(file, rows)


def write_rows(file: TextIO, rows: Iterable[Sequence[str]]) -> int:
    """Write rows below the header to an open file; returns how many."""
    count = 0
    writer = csv.writer(file)
    writer.writerow(HEADER)
    for row in rows:
        writer.writerow(row)
        count += 1
    return count


def write_xlsx(path: Path, rows: Iterable[Sequence[str]]) -> int:
    """The same as a workbook whose numbers are text; returns how many rows."""
    count = 0
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        sheet = book.add_worksheet("A-Daftar Pemilih")
        sheet.write_row(0, 0, HEADER)
        for count, row in enumerate(rows, start=1):
            for column, text in enumerate(row):
                sheet.write_string(count, column, text)
    return count
