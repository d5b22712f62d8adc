"""Which of the thirteen elements a copy of the list shows, and how numbers are masked.

Model A-Daftar Pemilih has thirteen elements; the copy for Bawaslu has seven (name, sex, age,
address, RT, RW, remarks). Lists for the public show no NIK, no NKK, no full birth date and no
disability (PKPU 7/2022); in 2018-2019 the last four digits were starred (PKPU 11/2018), in 2020 ten
of sixteen (handbook calendar §3.4, §3.10).
"""

from __future__ import annotations

from collections.abc import Mapping

from jurdil.law.text import Text

NAMES: Mapping[str, Text] = {
    "nkk": Text("Nomor KK", "Family card number"),
    "nik": Text("NIK", "NIK"),
    "nama": Text("Nama", "Name"),
    "tempat_lahir": Text("Tempat lahir", "Birth place"),
    "tanggal_lahir": Text("Tanggal lahir", "Birth date"),
    "umur": Text("Umur", "Age"),
    "status_kawin": Text("Status perkawinan", "Marital status"),
    "jenis_kelamin": Text("L/P", "Sex"),
    "alamat": Text("Alamat", "Address"),
    "rt": Text("RT", "RT"),
    "rw": Text("RW", "RW"),
    "disabilitas": Text("Disabilitas", "Disability"),
    "ktp_el": Text("KTP-el", "KTP-el"),
    "keterangan": Text("Keterangan", "Remarks"),
}

SEVEN = ("nama", "jenis_kelamin", "umur", "alamat", "rt", "rw", "keterangan")
ALL = tuple(name for name in NAMES if name != "umur")

COPIES: Mapping[str, tuple[str, ...]] = {
    "publik": SEVEN,
    "pengawas": SEVEN,
    "kpps": ("nik", "nama", "jenis_kelamin", "umur", *SEVEN[3:6], "disabilitas", "keterangan"),
    "kpu": ALL,
}
"""What a copy shows, by who gets it. NIK stands in the copy of the KPPS masked, in KPU's in full.

The seven are what Bawaslu says it gets; that the public sees no more is the rule of PKPU 7/2022.
What the copy of the KPPS shows was not seen in a source.
"""

STARRED: Mapping[str, int] = {"pemilu-2019": 4}
"""How many last digits are starred, by regime; ten where a regime is not named here."""

AREA = 6
DIGITS = 16


def mask(number: str, regime: str) -> str:
    """A NIK or NKK as a masked copy of the era shows it; '' stays ''."""
    shown = max(len(number) - STARRED.get(regime, DIGITS - AREA), 0)
    return number[:shown] + "*" * (len(number) - shown)
