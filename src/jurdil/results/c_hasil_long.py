"""Reader of C.Hasil votes in long form: one row per TPS and candidate, as Sirekap's copies have it.

Columns `kode_tps`, `partai_no`, `nomor_urut`, `suara`; further columns (dapil, names) are for
people and are not read. A row whose `nomor_urut` is 0 or empty holds the votes for the party's
logo. Only votes are in such a file: the figures of the other parts stay absent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jurdil.kernel import faults
from jurdil.kernel.faults import FileRefused
from jurdil.kernel.tables import Record, Sheet
from jurdil.law.rules import Choices, lists
from jurdil.results.c_hasil_file import CODE, FormFile, FormRow, Ground, one_dapil, places_of

PARTY, NUMBER, VOTES = "partai_no", "nomor_urut", "suara"


def read_long(content: bytes, ground: Ground) -> FormFile:
    """Read the file. Raises `FileRefused` with every structural fault that was found."""
    sheet = Sheet(content, required=(CODE, PARTY, NUMBER, VOTES), others=True)
    by_tps: dict[str, list[Record]] = {}
    for record in sheet.records():
        by_tps.setdefault(record.digits(CODE), []).append(record)
    sheet.faults.refuse()
    firsts = [records[0] for records in by_tps.values()]
    places = places_of(firsts, sheet, ground)
    dapil = one_dapil(places, ground)
    figures = {code: _figures(records, sheet) for code, records in by_tps.items()}
    sheet.faults.refuse()
    choices = ground.ballot(dapil) or _choices(figures.values())
    _check_choices(figures, firsts, choices)
    sheet.faults.refuse()
    rows = tuple(
        FormRow(first.number, place.path, found)
        for first, place, found in zip(firsts, places, figures.values(), strict=True)
    )
    return FormFile(dapil, choices, rows)


def _figures(records: Iterable[Record], sheet: Sheet) -> dict[str, int]:
    found: dict[str, int] = {}
    for record in records:
        party, number = record.whole(PARTY), record.whole(NUMBER) or 0
        votes = record.whole(VOTES)
        if party is None or votes is None:
            continue
        name = f"partai_{party}_calon_{number}" if number else f"partai_{party}"
        sheet.once(record.number, NUMBER, f"{record.cell(CODE)} {name}")
        found[name] = votes
    return found


def _choices(forms: Iterable[Mapping[str, int]]) -> Choices:
    """The parties and candidates that the file names, numbered from 1 to the highest named."""
    people: dict[int, int] = {}
    for name in (name for form in forms for name in form):
        parts = name.split("_")
        party, person = int(parts[1]), int(parts[3]) if len(parts) == 4 else 0
        people[party] = max(people.get(party, 0), person)
    if not people:
        raise FileRefused([faults.missing_columns([VOTES])])
    return lists(dict(sorted(people.items())))


def _check_choices(
    figures: Mapping[str, Mapping[str, int]],
    firsts: Iterable[Record],
    choices: Choices,
) -> None:
    known = set(choices.votes)
    for record, names in zip(firsts, figures.values(), strict=True):
        for name in names:
            if name not in known:
                record.fault(
                    "unknown-choice",
                    NUMBER,
                    f"{name} tidak ada pada surat suara yang terdaftar.",
                    f"{name} is not on the registered ballot.",
                )
