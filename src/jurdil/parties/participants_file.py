"""Reader of the list of participants. Nothing is written."""

from collections.abc import Iterator, Mapping

from jurdil.kernel.tables import Record, Sheet
from jurdil.parties.records import NAME_LENGTH, Entry

REQUIRED = ("contest", "number", "name")
OPTIONAL = ("short", "dapil", "candidate_no", "candidate", "sex")
SHORT_LENGTH, DAPIL_LENGTH, MOST = 40, 40, 999
SEXES = ("l", "p")

Names = Mapping[tuple[str, int], str]


def read_participants(
    content: bytes, kinds: Mapping[str, str], registered: Names
) -> Iterator[tuple[int, Entry]]:
    """The lines of a file with their rows; `kinds` are the contests held here and their choice.

    `registered` are names by contest and number that are on record. Raises `FileRefused`, at the
    end at the latest, when anything is structurally wrong: also a ballot number with two names.
    """
    sheet = Sheet(content, required=REQUIRED, optional=OPTIONAL)
    names = dict(registered)
    for record in sheet.records():
        entry = _entry(record, kinds)
        if entry is not None and _one_name(record, entry, names):
            yield record.number, entry
    sheet.faults.refuse()


def _entry(record: Record, kinds: Mapping[str, str]) -> Entry | None:
    contest = record.choice("contest", tuple(kinds))
    number = _counted(record, "number")
    name = record.text("name")
    short, dapil, person = (
        record.text(column, optional=True) for column in ("short", "dapil", "candidate")
    )
    own = record.whole("candidate_no", most=MOST)
    sex = record.choice("sex", SEXES, optional=True).upper()
    fits = _fits(record, {"name": (name, NAME_LENGTH), "short": (short, SHORT_LENGTH)})
    fits &= _fits(record, {"dapil": (dapil, DAPIL_LENGTH), "candidate": (person, NAME_LENGTH)})
    if not (contest and number and name and fits and _complete(record, own, person)):
        return None
    if not record.once("candidate_no" if own else "number", f"{contest} {number} {dapil} {own}"):
        return None
    return Entry(contest, kinds[contest], number, name, short, dapil, own, person, sex)


def _counted(record: Record, column: str) -> int | None:
    number = record.whole(column, most=MOST)
    if not number:
        record.fault(
            "number",
            column,
            "nomor urut kosong atau nol. Isi 1 atau lebih.",
            "the ballot number is empty or zero. Fill in 1 or more.",
        )
    return number


def _fits(record: Record, texts: Mapping[str, tuple[str, int]]) -> bool:
    fine = True
    for column, (text, most) in texts.items():
        if len(text) > most:
            fine = False
            record.fault(
                "length",
                column,
                f"teks ini {len(text)} huruf, paling banyak {most}. Persingkat.",
                f"this text has {len(text)} letters, at most {most} fit. Shorten it.",
            )
    return fine


def _complete(record: Record, number: int | None, name: str) -> bool:
    """A candidate has a number from 1 and a name, or neither."""
    if bool(number) == bool(name) and number != 0:
        return True
    record.fault(
        "candidate",
        "candidate" if number else "candidate_no",
        "calon ditulis dengan nomor (1 atau lebih) dan namanya. Lengkapi keduanya.",
        "a candidate has a number (1 or more) and a name. Fill in both.",
    )
    return False


def _one_name(record: Record, entry: Entry, names: dict[tuple[str, int], str]) -> bool:
    first = names.setdefault((entry.contest, entry.number), entry.name)
    if first == entry.name:
        return True
    record.fault(
        "name",
        "name",
        f"nomor urut {entry.number} sudah milik “{first}”, bukan “{entry.name}”. Perbaiki namanya.",
        f"ballot number {entry.number} belongs to “{first}”, not “{entry.name}”. Correct the name.",
    )
    return False
