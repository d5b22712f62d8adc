"""Posters and posts made from the schedule: every day they print is a day of a window."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jurdil.law.reporting import days
from jurdil.law.reporting.days import written
from jurdil.law.text import Text

FORMS: dict[str, Text] = {
    "poster": Text("Poster A3", "Poster A3"),
    "selebaran": Text("Selebaran A5", "Leaflet A5"),
    "unggahan": Text("Gambar unggahan 1080 × 1350", "Post image 1080 × 1350"),
}


@dataclass(frozen=True, slots=True)
class Printed:
    """A stage and its days as a material prints them; either end may be open."""

    name: str
    opens: date | None
    closes: date | None

    @property
    def words(self) -> str:
        """The days in Indonesian: one day, a span, or an open end."""
        first, last = self.opens, self.closes
        if first and last:
            whole = f"{written(first)} sampai {written(last)}"
            return written(first) if first == last else whole
        if last:
            return f"paling lambat {written(last)}"
        return f"mulai {written(first)}" if first else "jadwal belum ditetapkan"


def strangers(text: str, rows: Iterable[Printed], voting_day: date | None) -> tuple[str, ...]:
    """Days that a text names although no window printed beside it begins or ends on them.

    A day without its year counts as one of the year of the first window, and so does a day of the
    week that does not belong to its day.
    """
    known = {day for row in rows for day in (row.opens, row.closes) if day}
    known |= {voting_day} if voting_day else set()
    year = min(known).year if known else date.min.year
    return tuple(
        one.text
        for one in days.find(text, year)
        if one.wrong_weekday or {one.day, one.first or one.day} - known
    )


def post(title: str, body: str, rows: Iterable[Printed], office: str) -> str:
    """The text of a post, ready to be copied."""
    lines = [title, "", *([body, ""] if body else [])]
    lines += [f"• {row.name}: {row.words}" for row in rows]
    return "\n".join([*lines, "", office])
