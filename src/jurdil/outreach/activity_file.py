"""Reader of a table of activities. Nothing is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from jurdil.kernel.fields import within
from jurdil.kernel.tables import Record, Sheet, written
from jurdil.law.outreach import attendance, codes, links
from jurdil.law.outreach.attendance import Attendance
from jurdil.outreach.exports import COLUMNS, READ_ONLY

REQUIRED = ("tanggal", "kegiatan", "basis", "metode")
TEXTS = ("tahapan", "kelompok", "organisasi", "mitra", "materi", "gedung", "sumber_dana", "tautan")
MOST_PEOPLE = 1_000_000
MOST_MONEY = 999_999_999_999


@dataclass(frozen=True)
class Entry:
    """One line of the table."""

    day: date
    path: str
    title: str
    base: str
    method: str
    texts: Mapping[str, str]
    came: Attendance
    reach: int | None
    cost: int | None


def read_activities(
    content: bytes, regime: str, stages: frozenset[str], scope: str
) -> Iterator[tuple[int, Entry]]:
    """The lines of a file with their rows. Raises `FileRefused`, at the end at the latest.

    Bases and methods are read as codes or as their Indonesian names. Faults: an unknown code, a
    place outside `scope`, a sum that does not hold, a link that is no web address.
    """
    optional = {*COLUMNS, *READ_ONLY} - set(REQUIRED)
    sheet = Sheet(content, required=REQUIRED, optional=optional)
    bases, methods = _words(codes.bases(regime)), _words(codes.methods(regime))
    for record in sheet.records():
        entry = _entry(record, bases, methods, stages, scope)
        if entry is not None:
            yield record.number, entry
    sheet.faults.refuse()


def _words(entries: tuple[codes.Entry, ...]) -> dict[str, str]:
    """Codes by code and by name, in lower case."""
    return {word.lower(): one.code for one in entries for word in (one.code, one.name.id)}


def _entry(
    record: Record,
    bases: Mapping[str, str],
    methods: Mapping[str, str],
    stages: frozenset[str],
    scope: str,
) -> Entry | None:
    day, title = _day(record), record.text("kegiatan")
    base, method = _code(record, "basis", bases), _code(record, "metode", methods)
    texts = {name: written(record.cell(name)) for name in TEXTS}
    path = written(record.cell("tempat")) or scope
    came = Attendance(
        *(
            record.whole(name, MOST_PEOPLE)
            for name in (
                "laki_laki",
                "perempuan",
                "jumlah",
                "disabilitas_laki_laki",
                "disabilitas_perempuan",
            )
        )
    )
    reach, cost = record.whole("jangkauan"), record.whole("biaya", MOST_MONEY)
    fine = _placed(record, path, scope) and _staged(record, texts["tahapan"], stages)
    fine = _summed(record, came) and _linked(record, texts["tautan"]) and fine
    if day is None or not (title and base and method and fine):
        return None
    if not record.once("kegiatan", f"{day} {path} {title.lower()}"):
        return None
    return Entry(day, path, title, base, method, texts, came, reach, cost)


def _code(record: Record, column: str, known: Mapping[str, str]) -> str:
    text = record.text(column)
    found = known.get(text.lower(), "")
    if text and not found:
        names = ", ".join(dict.fromkeys(known.values()))
        record.fault(
            "code",
            column,
            f"“{text}” tidak dikenal. Pilih salah satu: {names}.",
            f"“{text}” is not known. Choose one of: {names}.",
        )
    return found


def _placed(record: Record, path: str, scope: str) -> bool:
    if within(path, scope):
        return True
    record.fault(
        "place",
        "tempat",
        f"kode {path} di luar {scope}. Isi kode wilayah yang Anda kerjakan.",
        f"the code {path} lies outside {scope}. Use a code of your own place.",
    )
    return False


def _staged(record: Record, stage: str, stages: frozenset[str]) -> bool:
    if not stage or stage in stages:
        return True
    record.fault(
        "stage",
        "tahapan",
        f"tahapan “{stage}” tidak ada dalam jadwal. Kosongkan, atau isi kode tahapan.",
        f"the schedule has no stage “{stage}”. Leave it empty or use a code of a stage.",
    )
    return False


def _summed(record: Record, came: Attendance) -> bool:
    wrong = attendance.faults(came)
    for one in wrong:
        record.fault("sum", "jumlah", one.id, one.en)
    return not wrong


def _linked(record: Record, address: str) -> bool:
    wrong = links.fault(address) if address else None
    if wrong is None:
        return True
    record.fault("link", "tautan", wrong.id, wrong.en)
    return False


def _day(record: Record) -> date | None:
    """A day as a date cell, `2024-02-14` or `14-02-2024`."""
    cell = record.cell("tanggal")
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = written(cell)
    for pattern in ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
    record.fault(
        "day",
        "tanggal",
        f"“{text}” bukan tanggal. Tulis seperti 14-02-2024.",
        f"“{text}” is no date. Write it as 14-02-2024.",
    )
    return None
