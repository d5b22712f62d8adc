"""Registers and the directory as tables for CSV and XLSX, header first."""

from collections.abc import Iterable
from datetime import date

from jurdil.kernel.spreadsheets import Row
from jurdil.law.formats import number
from jurdil.office.records import Contact, LetterRow, ProductRow, SpjRow


def letters_table(rows: Iterable[LetterRow]) -> list[Row]:
    """The agenda of letters."""
    table: list[Row] = [
        [
            "agenda",
            "tahun",
            "arah",
            "tanggal",
            "nomor",
            "tanggal_surat",
            "pengirim_tujuan",
            "perihal",
            "klasifikasi",
            "sifat",
            "divisi",
            "jawab_sampai",
            "keadaan",
        ]
    ]
    for row in rows:
        table.append(
            [
                row.agenda,
                row.year,
                row.direction,
                _day(row.day),
                row.number,
                _day(row.dated),
                row.correspondent,
                row.subject,
                row.classification,
                row.nature,
                row.division,
                _day(row.reply_by),
                row.state,
            ]
        )
    return table


def products_table(rows: Iterable[ProductRow]) -> list[Row]:
    """The register of legal products."""
    table: list[Row] = [
        ["register", "tahun", "jenis", "nomor", "tanggal", "tentang", "keadaan", "berlaku", "jdih"]
    ]
    for row in rows:
        values: list[str | int | None] = [
            row.register,
            row.year,
            row.kind,
            row.number,
            _day(row.dated),
            row.title,
        ]
        table.append([*values, row.state, row.force, row.public_address])
    return table


CONTACTS = (
    "instansi",
    "jenis",
    "organisasi",
    "sapaan",
    "nama",
    "jabatan",
    "divisi",
    "tempat",
    "jenis_kelamin",
    "mulai",
    "sampai",
)
"""Columns of the directory; the import reads them back."""


def contacts_table(rows: Iterable[Contact]) -> list[Row]:
    """People of the directory, without telephone numbers and e-mail addresses."""
    table: list[Row] = [list(CONTACTS)]
    for row in rows:
        kind, association = row.kinds[0], row.kinds[1] if len(row.kinds) > 1 else ""
        values = [row.institution, kind, association, row.greeting, row.person, row.position]
        term = [_day(row.term_from), _day(row.term_until)]
        table.append([*values, row.division, row.path, row.sex, *term])
    return table


def spj_table(rows: Iterable[SpjRow]) -> list[Row]:
    """Expense files with what is missing, by name."""
    table: list[Row] = [
        ["kegiatan", "jenis", "mulai", "selesai", "divisi", "umur_hari", "kurang", "yang_kurang"]
    ]
    for row in rows:
        lacks = "; ".join(
            f"{one.name.id} ({one.person})" if one.person else one.name.id for one in row.lacks
        )
        values = [row.title, row.kind, _day(row.held_from), _day(row.held_until), row.division]
        table.append([*values, row.age, number(len(row.lacks), "id"), lacks])
    return table


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
