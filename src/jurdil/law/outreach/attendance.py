"""Who came to an activity: men and women make the total, the disabled are among them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jurdil.law.figure import Figure, Input, share, total
from jurdil.law.formats import number
from jurdil.law.text import Text

MEN = Text("Laki-laki", "Men")
WOMEN = Text("Perempuan", "Women")


@dataclass(frozen=True, slots=True)
class Attendance:
    """Counted people; None is not counted, which is not zero. `total` is typed, never computed."""

    men: int | None = None
    women: int | None = None
    total: int | None = None
    disabled_men: int | None = None
    disabled_women: int | None = None


def faults(came: Attendance) -> tuple[Text, ...]:
    """Sentences with the two numbers that disagree; nothing when the figures fit together."""
    found = []
    if None not in (came.men, came.women, came.total):
        summed = (came.men or 0) + (came.women or 0)
        if summed != came.total:
            found.append(_sum(came, summed))
    elif came.total is not None:
        for part, name in ((came.men, MEN), (came.women, WOMEN)):
            if part is not None and part > came.total:
                found.append(_more(name, part, Text("jumlah", "the total"), came.total))
    pairs = ((came.disabled_men, came.men, MEN), (came.disabled_women, came.women, WOMEN))
    for part, whole, name in pairs:
        if part is not None and whole is not None and part > whole:
            label = Text(f"Penyandang disabilitas {name.id.lower()}", f"{name.en} with disability")
            found.append(_more(label, part, Text(name.id.lower(), name.en.lower()), whole))
    return tuple(found)


def _sum(came: Attendance, summed: int) -> Text:
    men, women, typed = (number(n or 0, "id") for n in (came.men, came.women, came.total))
    made = number(summed, "id")
    return Text(
        f"Laki-laki {men} + perempuan {women} = {made}, tetapi jumlah yang diisi {typed}. "
        "Hitung ulang daftar hadir, lalu betulkan salah satunya.",
        f"Men {men} + women {women} = {made}, but the total typed is {typed}. "
        "Count the attendance list again, then correct one of them.",
    )


def _more(part: Text, count: int, whole: Text, limit: int) -> Text:
    return Text(
        f"{part.id} {number(count, 'id')} lebih besar daripada {whole.id} {number(limit, 'id')}.",
        f"{part.en} {number(count, 'en')} is more than {whole.en} {number(limit, 'en')}.",
    )


def people(rows: Iterable[tuple[str, Attendance]]) -> Figure:
    """How many came to several activities, by name of each; without those nobody counted."""
    parts = [Input(Text(name, name), came.total) for name, came in rows if came.total is not None]
    formula = Text("Jumlah hadir semua kegiatan", "Attendance of all activities")
    return total(parts, article="", confirmed=True, formula=formula)


def women_share(men: int, women: int) -> Figure:
    """The share of women among those whose sex was counted."""
    counted = Input(Text("Hadir menurut jenis kelamin", "Counted by sex"), men + women)
    return share(Input(WOMEN, women), counted, article="", confirmed=True)
