"""Why a Sirekap file is refused: one sentence per fault, with row and column, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jurdil.law.text import Text

SHOWN = 50
"""A file with thousands of faults is told by its first ones."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One structural fault: what kind, where (row as the spreadsheet counts), and a sentence."""

    kind: str
    row: int | None
    column: str | None
    text: Text


class Refused(ValueError):
    """The file cannot be read as it is; `faults` says why, in the order of the file."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(" ".join(fault.text.id for fault in self.faults))


class Faults:
    """Collects faults; beyond `SHOWN` it only counts them."""

    def __init__(self) -> None:
        self._shown: list[Fault] = []
        self._more = 0

    def add(self, fault: Fault) -> None:
        """Take a fault."""
        if len(self._shown) < SHOWN:
            self._shown.append(fault)
        else:
            self._more += 1

    def __bool__(self) -> bool:
        return bool(self._shown)

    def refuse(self) -> None:
        """Raise Refused when there is any fault."""
        if not self._shown:
            return
        rest = [_more(self._more)] if self._more else []
        raise Refused([*self._shown, *rest])


def _more(count: int) -> Fault:
    return Fault(
        "more",
        None,
        None,
        Text(
            f"Masih ada {count} kesalahan lain; perbaiki yang di atas dahulu, lalu periksa lagi.",
            f"There are {count} more faults; correct those above first, then check again.",
        ),
    )


def _at(row: int, column: str) -> Text:
    return Text(f"Baris {row}, kolom {column}:", f"Row {row}, column {column}:")


def _cell(kind: str, row: int, column: str, words: Text) -> Fault:
    at = _at(row, column)
    return Fault(kind, row, column, Text(f"{at.id} {words.id}", f"{at.en} {words.en}"))


def shown(value: object) -> str:
    """Return a cell as it is quoted in a sentence: short, on one line."""
    text = " ".join(str(value).split())
    return text if len(text) <= 40 else text[:39] + "…"


def empty(what: Text) -> Fault:
    """A file without content, or with a header and no rows."""
    return Fault(
        "empty",
        None,
        None,
        Text(
            f"Berkas ini kosong: {what.id}. Unduh ulang berkasnya.",
            f"This file is empty: {what.en}. Download it again.",
        ),
    )


def encoding(row: int) -> Fault:
    """Bytes that are no UTF-8 text."""
    return Fault(
        "encoding",
        row,
        None,
        Text(
            f"Baris {row}: berkas ini bukan teks UTF-8. Simpan ulang sebagai CSV UTF-8 atau XLSX.",
            f"Row {row}: this file is not UTF-8 text. Save it again as CSV UTF-8 or XLSX.",
        ),
    )


def delimiter(mark: str) -> Fault:
    """A table whose columns are not separated by commas."""
    name = {"\t": "tab"}.get(mark, mark)
    return Fault(
        "delimiter",
        1,
        None,
        Text(
            f"Baris 1: kolom dipisah dengan “{name}”, bukan koma. Simpan ulang dengan koma.",
            f"Row 1: columns are separated by “{name}”, not by commas. Save it with commas.",
        ),
    )


def unreadable(detail: str) -> Fault:
    """A file that is neither CSV nor XLSX, or a damaged one."""
    return Fault(
        "format",
        None,
        None,
        Text(
            f"Berkas ini tidak dapat dibaca sebagai CSV atau XLSX ({shown(detail)}). Simpan ulang.",
            f"This file cannot be read as CSV or XLSX ({shown(detail)}). Save it again.",
        ),
    )


def missing_columns(names: Iterable[str]) -> Fault:
    """Columns of the layout that the header does not have."""
    listed = list(names)
    text = ", ".join(listed)
    return Fault(
        "missing-column",
        1,
        listed[0],
        Text(
            f"Baris 1: kolom ini tidak ada: {text}. Pakai tata letak Sirekap per TPS yang lengkap.",
            f"Row 1: these columns are missing: {text}. Use the full Sirekap layout per TPS.",
        ),
    )


def unknown_column(name: str, at: int) -> Fault:
    """A column that is not in the layout."""
    label = shown(name) or Text(f"kolom ke-{at}", f"column {at}").id
    return Fault(
        "unknown-column",
        1,
        label,
        Text(
            f"Baris 1: kolom ke-{at} “{shown(name)}” tidak dikenal. Hapus atau ganti namanya.",
            f"Row 1: column {at} is called “{shown(name)}”, unknown. Delete or rename it.",
        ),
    )


def duplicate_column(name: str, at: int) -> Fault:
    """A column name that stands twice in the header."""
    return Fault(
        "duplicate-column",
        1,
        name,
        Text(
            f"Baris 1: kolom {name} ada dua kali (lagi pada kolom ke-{at}). Hapus salah satunya.",
            f"Row 1: column {name} stands twice (again at column {at}). Delete one of them.",
        ),
    )


def cell_count(row: int, count: int, width: int) -> Fault:
    """A row that is longer or shorter than the header."""
    return Fault(
        "cell-count",
        row,
        None,
        Text(
            f"Baris {row}: ada {count} isian, sedangkan baris judul punya {width} kolom. Periksa "
            "koma di baris ini.",
            f"Row {row}: there are {count} cells, but the header has {width} columns. Check the "
            "commas of this row.",
        ),
    )


def not_a_number(row: int, column: str, value: object) -> Fault:
    """Text, a fraction or a date where a figure should be."""
    return _cell(
        "number",
        row,
        column,
        Text(
            f"“{shown(value)}” bukan bilangan bulat. Tulis angka tanpa titik, koma, atau huruf; "
            "kosongkan bila angkanya tidak ada.",
            f"“{shown(value)}” is not a whole number. Write digits without points, commas or "
            "letters; leave it empty when there is no figure.",
        ),
    )


def negative(row: int, column: str, value: object) -> Fault:
    """A figure below zero."""
    return _cell(
        "negative",
        row,
        column,
        Text(
            f"{shown(value)} kurang dari nol. Jumlah pemilih dan suara tidak dapat negatif.",
            f"{shown(value)} is below zero. Numbers of voters and votes cannot be negative.",
        ),
    )


def too_long(row: int, column: str, value: object) -> Fault:
    """A figure with more digits than any count of people."""
    return _cell(
        "range",
        row,
        column,
        Text(
            f"{shown(value)} terlalu panjang (lebih dari 9 digit). Periksa apakah kolom tertukar.",
            f"{shown(value)} is too long (more than 9 digits). Check whether columns are swapped.",
        ),
    )


def bad_code(row: int, column: str, value: object, form: str) -> Fault:
    """A code that does not have the form of the layout."""
    return _cell(
        "code",
        row,
        column,
        Text(
            f"“{shown(value)}” bukan kode yang benar (contoh {form}). Simpan kolom kode sebagai "
            "teks, jangan sebagai angka.",
            f"“{shown(value)}” is not a proper code (example {form}). Keep columns of codes as "
            "text, not as numbers.",
        ),
    )


def converted_code(row: int, column: str, value: object, what: Text) -> Fault:
    """A code that the spreadsheet program turned into a date or a number."""
    return _cell(
        "date-for-code",
        row,
        column,
        Text(
            f"kode berubah menjadi {what.id} ({shown(value)}). Ubah jenis kolom menjadi Teks dan "
            "isi ulang kodenya.",
            f"the code became {what.en} ({shown(value)}). Set the column to Text and enter the "
            "code again.",
        ),
    )


def contradiction(row: int, column: str, value: object, expected: object) -> Fault:
    """Two code columns of one row that do not agree."""
    return _cell(
        "code-mismatch",
        row,
        column,
        Text(
            f"tertulis {shown(value)}, tetapi menurut kode_tps seharusnya {shown(expected)}. "
            "Betulkan salah satunya.",
            f"it says {shown(value)}, but kode_tps means {shown(expected)}. Correct one of them.",
        ),
    )


def duplicate_tps(row: int, code: str, first: int) -> Fault:
    """A TPS that has a row already."""
    return _cell(
        "duplicate-tps",
        row,
        "kode_tps",
        Text(
            f"TPS {code} sudah ada pada baris {first}. Hapus salah satu barisnya.",
            f"TPS {code} stands on row {first} already. Delete one of the rows.",
        ),
    )


def other_regency(row: int, code: str, found: str, regency: str, count: int) -> Fault:
    """Rows of another regency than the installation's."""
    return _cell(
        "other-regency",
        row,
        "kode_tps",
        Text(
            f"TPS {code} terletak di {found}, sedangkan kantor ini melayani {regency}; begitu pula "
            f"{count} baris seluruhnya. Pilih berkas {regency}.",
            f"TPS {code} lies in {found}, but this office serves {regency}; so it is with {count} "
            f"rows in all. Choose the file of {regency}.",
        ),
    )


def bps_codes(row: int, column: str, code: str, count: int) -> Fault:
    """Codes of the statistics office in place of those of the interior ministry."""
    return _cell(
        "bps",
        row,
        column,
        Text(
            f"{shown(code)} adalah kode BPS, bukan kode Kemendagri; begitu pula {count} baris "
            "seluruhnya. Angka yang sama dapat berarti daerah lain; ganti dengan kode Kemendagri "
            "(contoh desa 73.12.01.1001).",
            f"{shown(code)} is a code of BPS, not of Kemendagri; so it is with {count} rows in "
            "all. The same digits can mean another place; use Kemendagri codes (a village is "
            "73.12.01.1001).",
        ),
    )


def unknown_village(row: int, path: str) -> Fault:
    """A village that the regency does not have."""
    return _cell(
        "unknown-village",
        row,
        "kode_tps",
        Text(
            f"desa {path} tidak ada dalam daftar wilayah kantor ini. Periksa kodenya, atau apakah "
            "berkas memakai kode BPS atau edisi wilayah lain.",
            f"the village {path} is not in this office's list of places. Check the code, or "
            "whether the file uses codes of BPS or another edition.",
        ),
    )
