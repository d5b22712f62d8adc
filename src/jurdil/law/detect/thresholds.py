"""From which point on a figure is shown: a dated set of numbers that no law sets."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from jurdil.law.text import Text


@dataclass(frozen=True, slots=True)
class Threshold:
    """One number with its unit and reason. None is confirmed: the project chose it."""

    key: str
    value: int
    unit: Text
    note: Text
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Thresholds:
    """One edition of the numbers; see the notes of `rows` for what each means."""

    edition: str
    dated: date
    rows: tuple[Threshold, ...]
    same_votes_min: int
    same_lines_min: int
    group_min: int
    spread_times: int
    turnout_points: int
    invalid_points: int
    change_points: int
    alone_votes_min: int
    alone_usual_percent: int


@cache
def load_thresholds() -> Thresholds:
    """Return the edition in use. Raises KeyError or TypeError for a file that misses a number."""
    text = files("jurdil.law").joinpath("detect", "thresholds.toml").read_text("utf-8")
    raw = tomllib.loads(text)
    edition, dated = str(raw.pop("edition")), raw.pop("dated")
    rows = tuple(
        Threshold(
            key=key,
            value=row["value"],
            unit=Text(row["unit_id"], row["unit_en"]),
            note=Text(row["note_id"], row["note_en"]),
        )
        for key, row in raw.items()
    )
    return Thresholds(edition, dated, rows, **{row.key: row.value for row in rows})
