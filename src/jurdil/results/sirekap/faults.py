"""Faults of Sirekap files alone; all others are those of every table (`kernel.faults`)."""

from __future__ import annotations

from jurdil.kernel.faults import Fault, in_cell, quoted


def bad_code(row: int, column: str, value: object, form: str) -> Fault:
    """A code that does not have the form of the layout."""
    return in_cell(
        "code",
        row,
        column,
        f"“{quoted(value)}” bukan kode yang benar (contoh {form}). Simpan kolom kode sebagai "
        "teks, jangan sebagai angka.",
        f"“{quoted(value)}” is not a proper code (example {form}). Keep columns of codes as "
        "text, not as numbers.",
    )


def contradiction(row: int, column: str, value: object, expected: object) -> Fault:
    """Two code columns of one row that do not agree."""
    return in_cell(
        "code-mismatch",
        row,
        column,
        f"tertulis {quoted(value)}, tetapi menurut kode_tps seharusnya {quoted(expected)}. "
        "Betulkan salah satunya.",
        f"it says {quoted(value)}, but kode_tps means {quoted(expected)}. Correct one of them.",
    )


def duplicate_tps(row: int, code: str, first: int) -> Fault:
    """A TPS that has a row already."""
    return in_cell(
        "duplicate-tps",
        row,
        "kode_tps",
        f"TPS {code} sudah ada pada baris {first}. Hapus salah satu barisnya.",
        f"TPS {code} stands on row {first} already. Delete one of the rows.",
    )


def other_regency(row: int, code: str, found: str, regency: str, count: int) -> Fault:
    """Rows of another regency than the installation's."""
    return in_cell(
        "other-regency",
        row,
        "kode_tps",
        f"TPS {code} terletak di {found}, sedangkan kantor ini melayani {regency}; begitu pula "
        f"{count} baris seluruhnya. Pilih berkas {regency}.",
        f"TPS {code} lies in {found}, but this office serves {regency}; so it is with {count} "
        f"rows in all. Choose the file of {regency}.",
    )


def bps_codes(row: int, column: str, code: str, count: int) -> Fault:
    """Codes of the statistics office in place of those of the interior ministry."""
    return in_cell(
        "bps",
        row,
        column,
        f"{quoted(code)} adalah kode BPS, bukan kode Kemendagri; begitu pula {count} baris "
        "seluruhnya. Angka yang sama dapat berarti daerah lain; ganti dengan kode Kemendagri "
        "(contoh desa 73.12.01.1001).",
        f"{quoted(code)} is a code of BPS, not of Kemendagri; so it is with {count} rows in "
        "all. The same digits can mean another place; use Kemendagri codes (a village is "
        "73.12.01.1001).",
    )


def unknown_village(row: int, path: str) -> Fault:
    """A village that the regency does not have."""
    return in_cell(
        "unknown-village",
        row,
        "kode_tps",
        f"desa {path} tidak ada dalam daftar wilayah kantor ini. Periksa kodenya, atau apakah "
        "berkas memakai kode BPS atau edisi wilayah lain.",
        f"the village {path} is not in this office's list of places. Check the code, or "
        "whether the file uses codes of BPS or another edition.",
    )
