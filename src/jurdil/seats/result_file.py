"""Readers of the room's files, CSV or XLSX. Pure: nothing is written."""

from collections.abc import Collection, Iterator
from typing import Any

from jurdil.kernel.tables import Record, Sheet
from jurdil.places import paths

RESULT = ("dapil", "party", "candidate_no", "sex", "votes", "elected")
SHORT, LONG = 40, 200


def read_population(content: bytes, known: Collection[str]) -> Iterator[tuple[int, str, int]]:
    """The lines of a file as (row, path of the kecamatan, people).

    Raises `FileRefused`, at the end at the latest, for a code that is no kecamatan of the office.
    """
    sheet = Sheet(content, required=("kode", "penduduk"), optional=("kecamatan",))
    for record in sheet.records():
        path = _kecamatan(record, known)
        people = record.whole("penduduk")
        if people is None:
            _missing(record, "penduduk")
        elif path and record.once("kode", path):
            yield record.number, path, people
    sheet.faults.refuse()


def read_national(content: bytes) -> Iterator[tuple[int, str, int, str]]:
    """The lines of national votes as (row, ballot number of the party, votes, name of the paper).

    Raises `FileRefused`, at the end at the latest, for a party that is no number or comes twice,
    for a gap, and for lines of different papers.
    """
    sheet = Sheet(content, required=("party", "votes"), optional=("sumber",))
    papers: set[str] = set()
    for record in sheet.records():
        party, votes = record.whole("party", most=99), record.whole("votes")
        for column, value in (("party", party), ("votes", votes)):
            if value is None:
                _missing(record, column)
        paper = record.text("sumber", optional=True)[:LONG]
        papers.add(paper)
        if len(papers) > 1:
            record.fault(
                "source",
                "sumber",
                "semua baris harus dari kertas yang sama.",
                "all rows must be from the same paper.",
            )
        if party and votes is not None and record.once("party", str(party)):
            yield record.number, str(party), votes, paper
    sheet.faults.refuse()


def read_result(content: bytes) -> Iterator[tuple[int, dict[str, Any]]]:
    """The lines of an earlier result as (row, fields of a candidate).

    Raises `FileRefused`, at the end at the latest, for anything that is structurally wrong.
    """
    sheet = Sheet(content, required=RESULT, optional=("name",))
    for record in sheet.records():
        dapil, party = _short(record, "dapil"), _short(record, "party")
        number, votes = record.whole("candidate_no", most=999), record.whole("votes")
        sex = record.choice("sex", ("l", "p")).upper()
        elected = record.whole("elected", most=1)
        for column, value in (("candidate_no", number), ("votes", votes), ("elected", elected)):
            if value is None:
                _missing(record, column)
        if not (dapil and party and number and sex) or votes is None or elected is None:
            continue
        if record.once("candidate_no", f"{dapil} {party} {number}"):
            name = record.text("name", optional=True)[:LONG] or f"{party} {number}"
            yield (
                record.number,
                {
                    "dapil": dapil,
                    "party": party,
                    "number": number,
                    "name": name,
                    "sex": sex,
                    "votes": votes,
                    "elected": elected,
                },
            )
    sheet.faults.refuse()


def _kecamatan(record: Record, known: Collection[str]) -> str:
    text = record.text("kode")
    if not text:
        return ""
    try:
        path = paths.read_code(text)
    except paths.BadCode:
        path = ""
    if path in known:
        return path
    record.fault(
        "place",
        "kode",
        f"“{text}” bukan kecamatan di kantor ini. Pakai kode Kemendagri seperti 73.12.01.",
        f"“{text}” is no kecamatan of this office. Use the Kemendagri code, such as 73.12.01.",
    )
    return ""


def _short(record: Record, column: str) -> str:
    text = str(record.cell(column)).strip()
    if len(text) > SHORT or not text:
        record.fault(
            "length",
            column,
            f"isi 1 sampai {SHORT} huruf.",
            f"fill in 1 to {SHORT} letters.",
        )
        return ""
    return text.removesuffix(".0")


def _missing(record: Record, column: str) -> None:
    """A number that is not there at all; one that cannot be read is a fault already."""
    if not str(record.cell(column)).strip():
        record.fault("empty", column, "angkanya belum ada.", "the number is missing.")
