"""Why a file is refused: one sentence per fault, with row and column, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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


class FileRefused(ValueError):
    """A file cannot be read as it is; `faults` says why, in the order of the file."""

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

    def __iter__(self) -> Iterator[Fault]:
        yield from self._shown
        if self._more:
            yield _more(self._more)

    def refuse(self) -> None:
        """Raise `FileRefused` when there is any fault."""
        if self:
            raise FileRefused(self)


def whole_file(kind: str, id_: str, en: str) -> Fault:
    """A fault that is not at one cell."""
    return Fault(kind, None, None, Text(id_, en))


def in_row(kind: str, row: int, id_: str, en: str) -> Fault:
    """A fault of one row."""
    return Fault(kind, row, None, Text(f"Baris {row}: {id_}", f"Row {row}: {en}"))


def in_cell(kind: str, row: int, column: str, id_: str, en: str) -> Fault:
    """A fault of one cell."""
    words = Text(f"Baris {row}, kolom {column}: {id_}", f"Row {row}, column {column}: {en}")
    return Fault(kind, row, column, words)


def quoted(value: object) -> str:
    """A cell as it is quoted in a sentence: short, on one line."""
    text = " ".join(str(value).split())
    return text if len(text) <= 40 else text[:39] + "…"


def _more(count: int) -> Fault:
    return whole_file(
        "more",
        f"Masih ada {count} kesalahan lain; perbaiki yang di atas dahulu, lalu periksa lagi.",
        f"There are {count} more faults; correct those above first, then check again.",
    )


def empty() -> Fault:
    """A file without content."""
    return whole_file(
        "empty",
        "Berkas ini kosong. Ekspor atau unduh ulang berkasnya.",
        "This file is empty. Export or download it again.",
    )


def header_only() -> Fault:
    """A file with a header and nothing below it."""
    return whole_file(
        "empty",
        "Berkas ini hanya berisi judul kolom, tanpa satu baris pun. Isi datanya dahulu.",
        "This file has a header and not a single row. Fill in its data first.",
    )


def too_large(size: int, most: int) -> Fault:
    """A file above the size that is read."""
    found, limit = (f"{value / 1_000_000:.1f} MB" for value in (size, most))
    return whole_file(
        "size",
        f"Berkas ini {found}, sedangkan yang diterima paling besar {limit}. Pecah berkasnya.",
        f"This file has {found}, but at most {limit} is taken. Split the file.",
    )


def too_many_rows(most: int) -> Fault:
    """A table longer than what is read."""
    return whole_file(
        "rows",
        f"Berkas ini memuat lebih dari {most} baris. Pecah berkasnya.",
        f"This file has more than {most} rows. Split the file.",
    )


def not_a_table(what: Text) -> Fault:
    """Content that is no table at all, such as a photo."""
    return whole_file(
        "format",
        f"Berkas ini bukan tabel CSV atau XLSX, melainkan {what.id}. Pilih berkas tabelnya.",
        f"This file is no CSV or XLSX table but {what.en}. Choose the table.",
    )


def damaged(detail: str) -> Fault:
    """A table that breaks off or cannot be opened."""
    return whole_file(
        "format",
        f"Tabel ini rusak dan tidak dapat dibaca ({quoted(detail)}). Simpan ulang sebagai XLSX.",
        f"This table is damaged and cannot be read ({quoted(detail)}). Save it again as XLSX.",
    )


def encoding(row: int, looks_like: str) -> Fault:
    """Text in another encoding than UTF-8: names would be spoiled without a word."""
    return in_row(
        "encoding",
        row,
        f"teks berkas ini bukan UTF-8, tampaknya {looks_like}. Simpan ulang sebagai CSV UTF-8.",
        f"the text is not UTF-8, it looks like {looks_like}. Save the file again as CSV UTF-8.",
    )


def missing_columns(names: Iterable[str]) -> Fault:
    """Columns that the header should have and does not."""
    listed = list(names)
    return Fault(
        "missing-column",
        1,
        listed[0],
        Text(
            f"Baris 1: kolom ini tidak ada: {', '.join(listed)}. Tambahkan kolomnya.",
            f"Row 1: these columns are missing: {', '.join(listed)}. Add them.",
        ),
    )


def unknown_column(name: str, at: int) -> Fault:
    """A column that is not in the layout, and would be lost silently."""
    return Fault(
        "unknown-column",
        1,
        quoted(name) or str(at),
        Text(
            f"Baris 1: kolom ke-{at} “{quoted(name)}” tidak dikenal. Hapus atau ganti namanya.",
            f"Row 1: column {at} is called “{quoted(name)}”, unknown. Delete or rename it.",
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
    return in_row(
        "cell-count",
        row,
        f"ada {count} sel, sedangkan judul tabel punya {width} kolom. Samakan jumlahnya.",
        f"it has {count} cells, but the header has {width} columns. Make them equal.",
    )


def wanted(row: int, column: str) -> Fault:
    """An empty cell where there must be something."""
    return in_cell(
        "empty-cell", row, column, "sel ini kosong. Isi.", "this cell is empty. Fill it."
    )


def converted(row: int, column: str, value: object, what: Text) -> Fault:
    """A text or code that the spreadsheet program turned into something else."""
    return in_cell(
        "converted-code",
        row,
        column,
        f"isinya berubah menjadi {what.id} ({quoted(value)}). Ubah jenis kolom menjadi Teks, "
        "lalu isi ulang.",
        f"its content became {what.en} ({quoted(value)}). Set the column to Text and enter it "
        "again.",
    )


def not_a_number(row: int, column: str, value: object) -> Fault:
    """Something else than a whole number in a column of numbers."""
    return in_cell(
        "number",
        row,
        column,
        f"“{quoted(value)}” bukan bilangan bulat. Tulis angkanya saja, tanpa titik atau koma.",
        f"“{quoted(value)}” is no whole number. Write the digits only, without point or comma.",
    )


def negative(row: int, column: str, value: object) -> Fault:
    """A number below zero."""
    return in_cell(
        "negative",
        row,
        column,
        f"{quoted(value)} kurang dari nol. Perbaiki angkanya.",
        f"{quoted(value)} is below zero. Correct the number.",
    )


def out_of_range(row: int, column: str, value: object, most: int) -> Fault:
    """A number that no such column can hold."""
    return in_cell(
        "range",
        row,
        column,
        f"{quoted(value)} melebihi {most}. Perbaiki angkanya.",
        f"{quoted(value)} is above {most}. Correct the number.",
    )


def repeated(row: int, column: str, value: object, first: int) -> Fault:
    """A key that has its row already."""
    return in_cell(
        "duplicate",
        row,
        column,
        f"{quoted(value)} sudah ada pada baris {first}. Hapus salah satu barisnya.",
        f"{quoted(value)} stands on row {first} already. Delete one of the rows.",
    )


def not_among(row: int, column: str, value: object, known: Iterable[str]) -> Fault:
    """A word outside the list of a column."""
    listed = ", ".join(known)
    return in_cell(
        "choice",
        row,
        column,
        f"“{quoted(value)}” tidak dikenal. Pilih salah satu: {listed}.",
        f"“{quoted(value)}” is unknown. Choose one of: {listed}.",
    )
