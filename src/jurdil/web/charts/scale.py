"""Shares and days as positions in percent of a drawing's width."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

ONE_DAY = timedelta(days=1)
FULL = 100


def percent(value: Fraction | int) -> str:
    """A number as an SVG length: at most three decimals, never an exponent."""
    text = f"{float(value):.3f}".rstrip("0").rstrip(".")
    return f"{'0' if text == '-0' else text}%"


def bar_width(share: Fraction | int | None) -> str:
    """The width of a bar for a share of 1; an absent share draws nothing.

    A share outside 0 to 1 is drawn at the edge: the printed figure, not the bar, tells the truth.
    """
    if share is None:
        return percent(0)
    return percent(min(max(Fraction(share), Fraction(0)), Fraction(1)) * FULL)


def share_of(part: int | None, whole: int | None) -> Fraction | None:
    """`part / whole`, absent when either is absent or the whole is 0."""
    return None if part is None or not whole else Fraction(part, whole)


@dataclass(frozen=True)
class Tick:
    """A line of the time axis; `label` is empty where a label would crowd its neighbour."""

    x: str
    day: date
    label: str = ""


@dataclass(frozen=True)
class DayScale:
    """Days `first` to `last`, both inclusive, spread over 0 to 100 percent.

    Raises ValueError when `last` lies before `first`.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"the axis ends ({self.last}) before it begins ({self.first})")

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def start_of(self, day: date) -> Fraction:
        """Where a day begins; days outside the axis land on its nearest edge."""
        inside = min(max(day, self.first), self.last + ONE_DAY)
        return Fraction((inside - self.first).days * FULL, self.days)

    def middle_of(self, day: date) -> Fraction:
        """The middle of a day, clamped to the axis."""
        inside = min(max(day, self.first), self.last)
        return self.start_of(inside) + Fraction(FULL, 2 * self.days)

    def width(self, start: date, end: date) -> Fraction:
        """The width of the days `start` to `end`, both inclusive, as far as the axis shows them."""
        return max(self.start_of(end + ONE_DAY) - self.start_of(start), Fraction(0))

    def shows(self, start: date, end: date) -> bool:
        """Whether any day of the span lies on the axis."""
        return start <= self.last and end >= self.first

    def months(self) -> Iterator[date]:
        """The first day of each month that begins on the axis."""
        month = self.first.replace(day=1)
        while month <= self.last:
            if month >= self.first:
                yield month
            month = next_month(month)


def next_month(day: date) -> date:
    """The first day of the month after the one `day` is in."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
