"""A figure that explains itself: its value, its formula, its real inputs, its article.

Every computed number that a page shows is a `Figure`. Arithmetic is exact (whole numbers and
fractions, never floats), and a figure whose inputs are absent is itself absent.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from jurdil.law import formats
from jurdil.law.text import Text

Number: TypeAlias = int | Fraction | Decimal
Value: TypeAlias = Number | date | datetime | None


class Unit(StrEnum):
    """How a value is printed."""

    COUNT = "count"
    PERCENT = "percent"
    RATIO = "ratio"
    RUPIAH = "rupiah"
    DAYS = "days"
    DATE = "date"
    MOMENT = "moment"
    DAY_END = "day-end"


@dataclass(frozen=True, slots=True)
class Input:
    """One value that went into a figure, and where it was taken from (form, decree, computed).

    `unit` may stay empty: dates, moments and fractions are then printed as such, the rest as
    counts. Raises TypeError for a float or a truth value, which are no figures.
    """

    name: Text
    value: Value
    source: str = ""
    unit: Unit | None = None

    def __post_init__(self) -> None:
        _refuse_inexact(self.value)


@dataclass(frozen=True, slots=True)
class Figure:
    """A computed value with everything needed to explain it.

    `denominator` is what a share is a share of, or how many parts a total waits for. `article` is
    empty for plain arithmetic that no article orders. `confirmed` is False as soon as the rule, or
    a parameter in it, was not seen in a source. Raises TypeError for a float or a truth value.
    """

    value: Value
    formula: Text
    inputs: tuple[Input, ...]
    denominator: Input | None
    article: str
    confirmed: bool
    unit: Unit = Unit.COUNT

    def __post_init__(self) -> None:
        _refuse_inexact(self.value)

    @property
    def absent(self) -> bool:
        """True when the value is not known; it is then neither zero nor an error."""
        return self.value is None

    def as_input(self, name: Text, source: str = "") -> Input:
        """Return this figure as an input of another, under `name`."""
        return Input(name, self.value, source, self.unit)


def _refuse_inexact(value: object) -> None:
    if isinstance(value, bool | float):
        raise TypeError(f"a figure is exact; {value!r} is a {type(value).__name__}")


def _exact(item: Input) -> Fraction | None:
    if item.value is None:
        return None
    if isinstance(item.value, date):
        raise TypeError(f"{item.name.en!r} is a date; this figure needs a number")
    return Fraction(item.value)


def _narrow(value: Fraction) -> int | Fraction:
    return value.numerator if value.denominator == 1 else value


def _joined(inputs: Iterable[Input], sign: str) -> Text:
    names = [item.name for item in inputs]
    return Text(sign.join(name.id for name in names), sign.join(name.en for name in names))


def share(
    part: Input, whole: Input, *, article: str, confirmed: bool, formula: Text | None = None
) -> Figure:
    """Return `part / whole` as an exact fraction; absent when either is absent or `whole` is 0."""
    return _quotient(part, whole, Unit.PERCENT, article, confirmed, formula)


def ratio(
    amount: Input, per: Input, *, article: str, confirmed: bool, formula: Text | None = None
) -> Figure:
    """Return `amount` per `per` (voters per TPS); absent when either is absent or `per` is 0."""
    return _quotient(amount, per, Unit.RATIO, article, confirmed, formula)


def _quotient(
    top: Input, bottom: Input, unit: Unit, article: str, confirmed: bool, formula: Text | None
) -> Figure:
    above, below = _exact(top), _exact(bottom)
    value = above / below if above is not None and below else None
    wording = formula or _joined((top, bottom), " ÷ ")
    return Figure(value, wording, (top,), bottom, article, confirmed, unit)


def total(
    inputs: Iterable[Input],
    *,
    article: str,
    confirmed: bool,
    covered: Figure | None = None,
    unit: Unit = Unit.COUNT,
    formula: Text | None = None,
) -> Figure:
    """Return the sum of the inputs.

    An absent input makes no total, since a sum over some of the parts looks like the whole. Where
    a partial sum is meant, hand in its `coverage`: it then stands beside the total as its
    denominator, and absent inputs are left out. A sum over nothing is absent.
    """
    items = tuple(inputs)
    numbers = [_exact(item) for item in items]
    present = [value for value in numbers if value is not None]
    complete = bool(present) and len(present) == len(numbers)
    value = _narrow(sum(present, Fraction(0))) if complete or (covered and present) else None
    wording = formula or _joined(items, " + ")
    if covered is None:
        return Figure(value, wording, items, None, article, confirmed, unit)
    shown = items + covered.inputs
    return Figure(value, wording, shown, covered.denominator, article, confirmed, unit)


def coverage(have: int, expected: int | None, *, what: Text | None = None) -> Figure:
    """Return how many of the expected forms are in, as a share; absent when none is expected.

    `what` names the thing counted (default: forms).
    """
    kind = what or Text("Formulir", "Forms")
    entered = Input(Text(f"{kind.id} masuk", f"{kind.en} in"), have)
    awaited = Input(Text(f"{kind.id} seharusnya", f"{kind.en} expected"), expected)
    return share(entered, awaited, article="", confirmed=True)


def difference(
    left: Input,
    right: Input,
    *,
    article: str,
    confirmed: bool,
    unit: Unit = Unit.COUNT,
    formula: Text | None = None,
) -> Figure:
    """Return `left - right`; absent when either is absent."""
    first, second = _exact(left), _exact(right)
    value = _narrow(first - second) if first is not None and second is not None else None
    wording = formula or _joined((left, right), f" {formats.MINUS} ")
    return Figure(value, wording, (left, right), None, article, confirmed, unit)


def days_between(start: Input, end: Input, *, article: str, confirmed: bool) -> Figure:
    """Return the number of days from `start` to `end`, the first day not counted.

    Negative when `end` lies before `start`; absent when either is absent. Moments count by the
    calendar day they fall on. Raises TypeError when an input is a number.
    """
    first, last = _day(start), _day(end)
    value = (last - first).days if first is not None and last is not None else None
    wording = _joined((end, start), f" {formats.MINUS} ")
    return Figure(value, wording, (start, end), None, article, confirmed, Unit.DAYS)


def _day(item: Input) -> date | None:
    if item.value is None:
        return None
    if isinstance(item.value, datetime):
        return item.value.date()
    if isinstance(item.value, date):
        return item.value
    raise TypeError(f"{item.name.en!r} is a number; this figure needs a date")


def render(figure: Figure, lang: str, *, places: int | None = None) -> str:
    """Return the value as text: Indonesian `1.234.567` and `46,2%`, English `1,234,567`, `46.2%`.

    `places` overrides the decimals of the unit (percent 1, ratio 2, others 0). An absent value is
    `formats.ABSENT`, never 0.
    """
    return render_value(figure.value, figure.unit, lang, places=places)


def render_value(value: Value, unit: Unit | None, lang: str, *, places: int | None = None) -> str:
    """Return one value as text; without a unit its type decides."""
    if value is None:
        return formats.ABSENT.pick(lang)
    if isinstance(value, datetime):
        printed = formats.day_end if unit is Unit.DAY_END else formats.moment
        return printed(value, lang)
    if isinstance(value, date):
        return formats.day(value, lang)
    return _render_number(value, unit or _natural_unit(value), lang, places)


def _natural_unit(value: Number) -> Unit:
    return Unit.COUNT if Fraction(value).denominator == 1 else Unit.RATIO


def _render_number(value: Number, unit: Unit, lang: str, places: int | None) -> str:
    if unit is Unit.PERCENT:
        return formats.percent(value, lang, 1 if places is None else places)
    decimals = (2 if unit is Unit.RATIO else 0) if places is None else places
    text = formats.number(value, lang, decimals)
    if unit is Unit.RUPIAH:
        return Text(f"Rp{text}", f"IDR {text}").pick(lang)
    if unit is Unit.DAYS:
        return Text(f"{text} hari", f"{text} day" if value == 1 else f"{text} days").pick(lang)
    return text


_VALUE = Text("Nilai", "Value")
_FORMULA = Text("Rumus", "Formula")
_DENOMINATOR = Text("Pembagi", "Denominator")
_ARTICLE = Text("Dasar hukum", "Legal basis")
_STATUS = Text("Status dasar hukum", "Status of the legal basis")
_CONFIRMED = Text("Sudah dicocokkan dengan sumbernya", "Checked against its source")
_UNCONFIRMED = Text(
    "Belum dikonfirmasi: cocokkan dengan teks peraturan sebelum dipakai",
    "Not confirmed: check the text of the regulation before relying on it",
)


def explain(figure: Figure, lang: str) -> list[tuple[str, str]]:
    """Return the rows (label, text) with which a page or a PDF footnote explains the figure.

    Order: value, formula, each input, denominator, article, status. Rows without content are left
    out; a figure of plain arithmetic has neither article nor status.
    """
    rows = [
        (_VALUE.pick(lang), render(figure, lang)),
        (_FORMULA.pick(lang), figure.formula.pick(lang)),
    ]
    rows += [_input_row(item, item.name.pick(lang), lang) for item in figure.inputs]
    if figure.denominator is not None:
        item = figure.denominator
        rows.append(_input_row(item, f"{_DENOMINATOR.pick(lang)}: {item.name.pick(lang)}", lang))
    if figure.article:
        rows.append((_ARTICLE.pick(lang), figure.article))
    if figure.article or not figure.confirmed:
        status = _CONFIRMED if figure.confirmed else _UNCONFIRMED
        rows.append((_STATUS.pick(lang), status.pick(lang)))
    return rows


def says_unconfirmed(rows: Iterable[tuple[str, str]]) -> bool:
    """Whether an explanation that was kept says that its legal basis was not checked."""
    return any(text in (_UNCONFIRMED.id, _UNCONFIRMED.en) for _label, text in rows)


def _input_row(item: Input, label: str, lang: str) -> tuple[str, str]:
    text = render_value(item.value, item.unit, lang)
    return label, f"{text} ({item.source})" if item.source else text
