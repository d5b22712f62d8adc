"""Reader of lists of dapil, CSV or XLSX: one row per place of a dapil. Pure: nothing is written.

Columns: `kontes` (id of the contest), `dapil`, `kode` (Kemendagri), `sumber` (legal basis), and,
where known, `nama` and `kursi`.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from jurdil.kernel.faults import not_among
from jurdil.kernel.tables import Record, Sheet
from jurdil.places import catalogue, paths
from jurdil.places.code_faults import bad_code, bps_codes, unknown_place
from jurdil.places.records import NewDapil

MOST_SEATS = 120
EXAMPLE = "73.12.01"


@dataclass(frozen=True, slots=True)
class DapilLine:
    """One place of a dapil."""

    row: int
    contest: str
    code: str
    name: str
    seats: int | None
    path: str
    basis: str


def read_dapil(
    content: bytes, contests: Collection[str], villages: Collection[str]
) -> Iterator[DapilLine]:
    """The places of all dapil of a file; `contests` are those held in the election.

    Places may lie in other regencies, as dapil of DPR do; villages are known for the own regency
    only. Raises `FileRefused`, at the end at the latest.
    """
    sheet = Sheet(
        content, required=("kontes", "dapil", "kode", "sumber"), optional=("nama", "kursi")
    )
    facts: dict[tuple[str, str, str], tuple[object, int]] = {}
    for record in sheet.records():
        if (line := _line(record, sheet, contests, villages)) is not None:
            _check_same(record, facts, (line.contest, line.code, "kursi"), line.seats)
            _check_same(record, facts, (line.contest, line.code, "nama"), line.name)
            _check_same(record, facts, (line.contest, "", "sumber"), line.basis)
            yield line
    sheet.faults.refuse()


def gathered(lines: Collection[DapilLine]) -> dict[str, tuple[str, list[NewDapil]]]:
    """By contest: its basis and its dapil with their places, in the order of the file."""
    found: dict[str, tuple[str, dict[str, list[DapilLine]]]] = {}
    for line in lines:
        _basis, dapil = found.setdefault(line.contest, (line.basis, {}))
        dapil.setdefault(line.code, []).append(line)
    return {
        contest: (
            basis,
            [
                NewDapil(code, rows[0].name, rows[0].seats, tuple(row.path for row in rows))
                for code, rows in dapil.items()
            ],
        )
        for contest, (basis, dapil) in found.items()
    }


def _line(
    record: Record, sheet: Sheet, contests: Collection[str], villages: Collection[str]
) -> DapilLine | None:
    contest = record.text("kontes").lower()
    code = (
        record.digits("dapil")
        if isinstance(record.cell("dapil"), float | int)
        else record.text("dapil")
    )
    path = _path(record, sheet, villages)
    basis = record.text("sumber")
    seats = record.whole("kursi", MOST_SEATS)
    name = record.text("nama", optional=True) or f"Dapil {code}"
    if contest and contest not in contests:
        sheet.faults.add(not_among(record.number, "kontes", contest, contests))
        return None
    if not (contest and code and path and basis):
        return None
    if not record.once("kode", f"{contest} {path}"):
        return None
    return DapilLine(record.number, contest, code, name, seats or None, path, basis)


def _path(record: Record, sheet: Sheet, villages: Collection[str]) -> str:
    text = record.text("kode")
    if not text:
        return ""
    try:
        path = paths.read_code(text)
    except paths.BpsCode:
        sheet.faults.add(bps_codes(f"baris {record.number}", text, 1))
        return ""
    except paths.BadCode:
        sheet.faults.add(bad_code(record.number, "kode", text, EXAMPLE))
        return ""
    known = path in villages if paths.level(path) == paths.VILLAGE else catalogue.name_of(path)
    if not known:
        sheet.faults.add(unknown_place(record.number, "kode", path))
        return ""
    return path


def _check_same(
    record: Record,
    facts: dict[tuple[str, str, str], tuple[object, int]],
    key: tuple[str, str, str],
    value: object,
) -> None:
    """The rows of one dapil must agree on its seats and name, those of a contest on the basis."""
    first, row = facts.setdefault(key, (value, record.number))
    if first != value:
        column = key[2]
        record.fault(
            "contradiction",
            column,
            f"“{value}” berbeda dari baris {row} (“{first}”). Samakan.",
            f"“{value}” differs from row {row} (“{first}”). Make them equal.",
        )
