"""Paper of coklit: the list to tick, receipts of households, stickers; numbers are masked."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jurdil.kernel.documents.sheet import Column, Line, Paper, Section, cell, open_places, pdf

LIST, RECEIPTS, STICKERS = "daftar", "tanda-bukti", "stiker"
TITLES = {
    LIST: "Model A-Daftar Pemilih untuk coklit",
    RECEIPTS: "Model A-Tanda Bukti Terdaftar",
    STICKERS: "Stiker coklit",
}
Houses = Sequence[Mapping[str, Any]]
Counts = Sequence[tuple[str, int, int, int]]
_COLUMNS = (
    *(Column("No."), Column("Nama", share=6), Column("NIK, 2 akhir", share=2), Column("L/P")),
    *(Column("Lahir", share=3), Column("Kawin"), Column("Disab."), Column("KTP-el")),
    *(Column("Sesuai", share=2), Column("Ubah", share=2), Column("TMS, kode", share=2)),
    Column("Perbaikan atau bukti", share=6),
)
_EMPTY_LINES = 2
"""Lines under each household for who is new there."""


def pdf_of(paper: str, election: str, place: str, houses: Houses) -> bytes:
    """One of the papers of a TPS."""
    makers: dict[str, Callable[[str, str, Houses], Paper]] = {
        LIST: _list,
        RECEIPTS: _receipts,
        STICKERS: _stickers,
    }
    return pdf(makers[paper](election, place, houses))


def _list(election: str, place: str, houses: Houses) -> Paper:
    return Paper(
        title=TITLES[LIST],
        lead=f"{election}, {place}",
        facts=(
            ("Rumah", str(len(houses))),
            ("Pemilih", str(sum(len(one["orang"]) for one in houses))),
        ),
        sections=tuple(_house(at, one) for at, one in enumerate(houses, 1)),
        notes=("Centang satu hasil untuk setiap orang. TMS harus menyebut kode dan bukti.",),
        flipped=True,
        size=8.5,
    )


def _house(at: int, house: Mapping[str, Any]) -> Section:
    people = [_person(number, one) for number, one in enumerate(house["orang"], 1)]
    empty = [Line(("",) * len(_COLUMNS))] * _EMPTY_LINES
    title = f"Rumah {at}. {house['kepala']}, {_street(house)}. Dikunjungi: ____ Stiker: ____"
    return Section(title, _COLUMNS, (*people, *empty), tall=True)


def _person(number: int, one: Mapping[str, Any]) -> Line:
    facts = ("jenis_kelamin", "tanggal_lahir", "status_kawin", "disabilitas", "ktp_el")
    sex, born, married, disability, ktp = (str(one.get(name, "")) for name in facts)
    known = (str(number), str(one["nama"]), str(one["nik"]), sex, born, married, disability, ktp)
    return Line((*known, "", "", "", ""))


def report(election: str, place: str, tables: Mapping[str, Counts]) -> bytes:
    """A-Laporan Hasil Coklit: a village and its TPS, by result and TMS code."""
    columns = (
        Column("Hasil", share=8),
        *(Column(name, figures=True, share=2) for name in ("L", "P", "Jumlah")),
    )
    sections = tuple(
        Section(title, columns, tuple(Line((name, *map(cell, rest))) for name, *rest in rows))
        for title, rows in tables.items()
    )
    figures = {title: [list(row) for row in rows] for title, rows in tables.items()}
    return pdf(
        Paper(
            title="Model A-Laporan Hasil Coklit",
            lead=f"{election}, {place}",
            sections=sections,
            notes=("Jumlah memuat juga orang yang jenis kelaminnya belum dicatat.",),
            signers=open_places(("PPS",)),
            figures=figures,
        )
    )


def _receipts(election: str, place: str, houses: Houses) -> Paper:
    return Paper(
        title=TITLES[RECEIPTS],
        lead=f"{election}, {place}. Gunting di antara keluarga; serahkan kepada yang ditemui.",
        sections=tuple(_receipt(at, one) for at, one in enumerate(houses, 1)),
        notes=("Pemilih memeriksa namanya lagi di DPS yang diumumkan.",),
        size=9,
    )


def _receipt(at: int, house: Mapping[str, Any]) -> Section:
    columns = (Column("No."), Column("Nama", share=6), Column("L/P"), Column("Terdaftar", share=2))
    rows = [
        Line((str(number), str(one["nama"]), str(one.get("jenis_kelamin", "")), ""))
        for number, one in enumerate(house["orang"], 1)
    ]
    title = f"Rumah {at}. {house['kepala']}, {_street(house)}. Tanggal ________ Pantarlih ________"
    return Section(title, columns, tuple(rows), tall=True)


def _stickers(election: str, place: str, houses: Houses) -> Paper:
    columns = (
        *(Column("Rumah"), Column("Kepala keluarga", share=5), Column("RT/RW", share=2)),
        *(Column("Pemilih", share=2), Column("Tanggal coklit", share=3)),
        Column("Nama dan tanda tangan Pantarlih", share=5),
    )
    rows = [
        Line(
            (
                *(str(at), str(one["kepala"]), f"{one['rt'] or '–'}/{one['rw'] or '–'}"),
                *(str(len(one["orang"])), "", ""),
            )
        )
        for at, one in enumerate(houses, 1)
    ]
    return Paper(
        title="Stiker: sudah dicoklit",
        lead=f"{election}, {place}",
        sections=(Section("", columns, tuple(rows), tall=True),),
        notes=("Gunting per baris dan tempel di tempat yang terlihat dari luar.",),
        flipped=True,
        size=11,
    )


def _street(house: Mapping[str, Any]) -> str:
    where = f"RT {house['rt'] or '–'} RW {house['rw'] or '–'}"
    return f"{house['alamat']}, {where}" if house["alamat"] else where
