"""A list of guests from a file or pasted: who is on it, and what is wrong with it, by line.

Broken titles and the same person twice are faults with the line they stand on; with `mend` titles
are written as proposed instead.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from jurdil.kernel.faults import Fault, in_row
from jurdil.kernel.tables import Record, Sheet
from jurdil.law.meetings import titles
from jurdil.law.text import Text
from jurdil.meetings.records import NewGuest
from jurdil.meetings.store import person_key

REQUIRED = ("nama", "instansi")
OPTIONAL = ("no", "jabatan", "divisi", "wilayah", "jk")
SEXES = ("l", "p")
MARKS = ("\t", ";", "|")
MOST_LINES = 2000


@dataclass(frozen=True)
class Listed:
    """People of a list with their line numbers, and the faults."""

    people: tuple[tuple[int, NewGuest], ...]
    faults: tuple[Fault, ...]


class _Checker:
    """Looks at one person after the other; remembers who was there."""

    def __init__(self, *, mend: bool) -> None:
        self._mend = mend
        self._seen: dict[str, int] = {}

    def look(self, line: int, guest: NewGuest) -> NewGuest | Fault:
        """The person as the list will have it, or what is wrong."""
        spelled = titles.written(guest.name)
        if spelled.fault is not None and not (self._mend and spelled.name != guest.name):
            return _in_line("title", line, spelled.fault)
        name = spelled.name
        key = person_key(name, guest.institution)
        first = self._seen.setdefault(key, line)
        if first != line:
            return _in_line(
                "duplicate",
                line,
                Text(
                    f"{name} ({guest.institution}) sudah ada pada baris {first}. Hapus salah satu.",
                    f"{name} ({guest.institution}) stands on row {first} already. Delete one.",
                ),
            )
        return NewGuest(**{**vars(guest), "name": name})


def _in_line(kind: str, line: int, words: Text) -> Fault:
    return in_row(kind, line, words.id, words.en)


def read_sheet(content: bytes, *, mend: bool) -> Iterator[tuple[int, NewGuest] | Fault]:
    """The people of a CSV or XLSX. Raises `FileRefused` for a table that is no guest list."""
    sheet = Sheet(content, required=REQUIRED, optional=OPTIONAL)
    checker = _Checker(mend=mend)
    for record in sheet.records():
        guest = _of_record(record)
        if guest is None:
            continue
        looked = checker.look(record.number, guest)
        yield looked if isinstance(looked, Fault) else (record.number, looked)
    sheet.faults.refuse()


def _of_record(record: Record) -> NewGuest | None:
    name, institution = record.text("nama"), record.text("instansi")
    sex = record.choice("jk", SEXES, optional=True).upper()
    guest = NewGuest(
        name=name,
        post=record.text("jabatan", optional=True),
        institution=institution,
        division=record.text("divisi", optional=True),
        place=str(record.cell("wilayah")).strip(),
        sex=sex,
    )
    return guest if name and institution else None


def read_text(text: str, *, mend: bool) -> Listed:
    """The people of pasted lines: name; post; institution (`;`, `|` or a tab between)."""
    checker = _Checker(mend=mend)
    people: list[tuple[int, NewGuest]] = []
    faults: list[Fault] = []
    for line, written in enumerate(text.splitlines()[:MOST_LINES], 1):
        if not written.strip():
            continue
        looked = _of_line(line, written)
        if isinstance(looked, NewGuest):
            looked = checker.look(line, looked)
        if isinstance(looked, Fault):
            faults.append(looked)
        else:
            people.append((line, looked))
    return Listed(tuple(people), tuple(faults))


def _of_line(line: int, written: str) -> NewGuest | Fault:
    mark = next((one for one in MARKS if one in written), ";")
    parts = [part.strip() for part in written.split(mark)]
    if len(parts) == 2:
        return NewGuest(name=parts[0], institution=parts[1])
    if len(parts) == 3:
        return NewGuest(name=parts[0], post=parts[1], institution=parts[2])
    return _in_line(
        "parts",
        line,
        Text(
            f"ada {len(parts)} bagian. Tulis: nama; jabatan; instansi.",
            f"it has {len(parts)} parts. Write: name; post; institution.",
        ),
    )
