"""Reader of the directory as a table. Nothing is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from jurdil.kernel.fields import within
from jurdil.kernel.tables import Record, Sheet, written
from jurdil.law.meetings import titles

REQUIRED = ("instansi", "nama", "jabatan")
OPTIONAL = (
    "jenis",
    "organisasi",
    "sapaan",
    "divisi",
    "tempat",
    "jenis_kelamin",
    "mulai",
    "sampai",
    "telepon",
    "surel",
    "alamat",
    "sumber",
    "kontak",
    "no",
)
OTHER = "lain"
GREETINGS = ("bapak", "ibu", "saudara")
SEXES = ("l", "p")
LENGTHS = {"instansi": 160, "nama": 120, "jabatan": 120, "organisasi": 30, "alamat": 240}


@dataclass(frozen=True)
class Entry:
    """One line: who holds which position where."""

    institution: str
    kind: str
    association: str
    address: str
    name: str
    position: str
    greeting: str
    division: str
    place: str
    sex: str
    term_from: date | None
    term_until: date | None
    phone: str
    email: str
    basis: str


def read_directory(
    content: bytes, kinds: tuple[str, ...], divisions: tuple[str, ...], scope: str
) -> Iterator[tuple[int, Entry]]:
    """The lines of a file with their rows. Raises `FileRefused`, at the end at the latest.

    Faults: a name with broken titles (with how it should read), a person twice in an institution,
    an unknown kind or division, a place outside `scope`, days in the wrong order.
    """
    sheet = Sheet(content, required=REQUIRED, optional=OPTIONAL)
    for record in sheet.records():
        entry = _entry(record, kinds, divisions, scope)
        if entry is not None:
            yield record.number, entry
    sheet.faults.refuse()


def _entry(
    record: Record, kinds: tuple[str, ...], divisions: tuple[str, ...], scope: str
) -> Entry | None:
    texts = {name: record.text(name) for name in REQUIRED}
    optional = ("organisasi", "alamat", "tempat", "surel", "sumber")
    texts |= {name: record.text(name, optional=True) for name in optional}
    kind = record.choice("jenis", kinds, optional=True) or OTHER
    greeting = record.choice("sapaan", GREETINGS, optional=True).capitalize()
    division = record.choice("divisi", divisions, optional=True)
    sex = record.choice("jenis_kelamin", SEXES, optional=True).upper()
    first, last = _day(record, "mulai"), _day(record, "sampai")
    fine = all([_fits(record, texts), _named(record, texts["nama"])])
    fine &= _placed(record, texts["tempat"], scope) and _ordered(record, first, last)
    fine &= all(texts[name] for name in REQUIRED)
    key = f"{texts['instansi'].lower()}: {titles.plain(texts['nama'])}"
    if not fine or not record.once("nama", key):
        return None
    return Entry(
        institution=texts["instansi"],
        kind=kind,
        association=texts["organisasi"],
        address=texts["alamat"],
        name=texts["nama"],
        position=texts["jabatan"],
        greeting=greeting,
        division=division,
        place=texts["tempat"],
        sex=sex,
        term_from=first,
        term_until=last,
        phone=written(record.cell("telepon")) or written(record.cell("kontak")),
        email=texts["surel"],
        basis=texts["sumber"],
    )


def _named(record: Record, name: str) -> bool:
    found = titles.written(name) if name else None
    if found is None or found.fault is None:
        return True
    record.fault("title", "nama", found.fault.id, found.fault.en)
    return False


def _fits(record: Record, texts: dict[str, str]) -> bool:
    fine = True
    for column, most in LENGTHS.items():
        if len(texts[column]) > most:
            fine = False
            record.fault(
                "length",
                column,
                f"teks ini {len(texts[column])} huruf, paling banyak {most}. Persingkat.",
                f"this text has {len(texts[column])} letters, at most {most} fit. Shorten it.",
            )
    return fine


def _placed(record: Record, place: str, scope: str) -> bool:
    if not place or within(place, scope):
        return True
    record.fault(
        "place",
        "tempat",
        f"kode {place} di luar {scope}. Kosongkan, atau isi kode di wilayah kantor.",
        f"the code {place} lies outside {scope}. Leave it empty or use a code of the office.",
    )
    return False


def _ordered(record: Record, first: date | None, last: date | None) -> bool:
    if first is None or last is None or first <= last:
        return True
    record.fault(
        "order",
        "sampai",
        f"{last:%d-%m-%Y} lebih awal daripada mulainya, {first:%d-%m-%Y}.",
        f"{last:%d-%m-%Y} lies before the beginning, {first:%d-%m-%Y}.",
    )
    return False


def _day(record: Record, column: str) -> date | None:
    """A day as a date cell, `2024-02-14` or `14-02-2024`."""
    cell = record.cell(column)
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = written(cell)
    if not text:
        return None
    for pattern in ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
    record.fault(
        "day",
        column,
        f"“{text}” bukan tanggal. Tulis seperti 14-02-2024.",
        f"“{text}” is no date. Write it as 14-02-2024.",
    )
    return None
