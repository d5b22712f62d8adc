"""What a test before and after an activity says: right answers, means, and their difference.

It compares two groups of sheets, not persons: with different numbers of sheets, or few of them, the
difference says little, and the figure carries both numbers so that nobody overlooks it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from jurdil.law.figure import Figure, Input, Unit, difference
from jurdil.law.formats import number
from jurdil.law.text import Text

FEW = 30
"""Below so many sheets on either side the page says that the difference is weak."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question with how many sheets answered it right, before and after."""

    text: str
    before: int
    after: int


def faults(
    questions: Sequence[Question], sheets_before: int, sheets_after: int
) -> tuple[Text, ...]:
    """What cannot be: more right answers than sheets, no question, no sheet."""
    found = []
    if not questions:
        found.append(Text("Isi paling sedikit satu soal.", "Enter at least one question."))
    if not sheets_before or not sheets_after:
        found.append(
            Text(
                "Isi banyaknya lembar sebelum dan sesudah; keduanya lebih dari nol.",
                "Enter the number of sheets before and after; both are above zero.",
            )
        )
    for at, one in enumerate(questions, 1):
        for right, sheets, id_, en in (
            (one.before, sheets_before, "sebelum", "before"),
            (one.after, sheets_after, "sesudah", "after"),
        ):
            if right > sheets:
                found.append(
                    Text(
                        f"Soal {at} {id_}: benar {number(right, 'id')} dari "
                        f"{number(sheets, 'id')} lembar.",
                        f"Question {at} {en}: {number(right, 'en')} right out of "
                        f"{number(sheets, 'en')} sheets.",
                    )
                )
    return tuple(found)


def mean(right: Sequence[int], sheets: int, name: Text) -> Figure:
    """The mean score of 0 to 100: right answers ÷ (questions × sheets) × 100, absent without."""
    whole = len(right) * sheets
    value = Fraction(100 * sum(right), whole) if whole else None
    return Figure(
        value,
        Text("Jawaban benar ÷ (soal × lembar) × 100", "Right answers ÷ (questions × sheets) × 100"),
        (
            Input(Text("Jawaban benar", "Right answers"), sum(right)),
            Input(Text("Soal", "Questions"), len(right)),
            Input(Text(f"Lembar {name.id.lower()} (n)", f"Sheets {name.en.lower()} (n)"), sheets),
        ),
        None,
        "",
        True,
        Unit.RATIO,
    )


BEFORE = Text("Sebelum", "Before")
AFTER = Text("Sesudah", "After")


@dataclass(frozen=True, slots=True)
class Result:
    """Means before and after, their difference in points, and whether it rests on few sheets."""

    before: Figure
    after: Figure
    gain: Figure
    few: bool


@dataclass(frozen=True, slots=True)
class Held:
    """The test of one activity."""

    questions: tuple[Question, ...]
    sheets_before: int
    sheets_after: int


def result(questions: Sequence[Question], sheets_before: int, sheets_after: int) -> Result:
    """The outcome of a test; `few` when either side has fewer than `FEW` sheets."""
    before = mean([one.before for one in questions], sheets_before, BEFORE)
    after = mean([one.after for one in questions], sheets_after, AFTER)
    return _result(before, after, sheets_before, sheets_after)


def together(tests: Sequence[Held]) -> Result:
    """Several tests as one: all right answers over all answers that could be right, so that a test
    with more sheets weighs more; absent without tests. `few` counts the sheets of all."""
    first, last = (sum(one.sheets_before for one in tests), sum(one.sheets_after for one in tests))
    before = _overall(
        sum(q.before for one in tests for q in one.questions),
        sum(len(one.questions) * one.sheets_before for one in tests),
        first,
        BEFORE,
    )
    after = _overall(
        sum(q.after for one in tests for q in one.questions),
        sum(len(one.questions) * one.sheets_after for one in tests),
        last,
        AFTER,
    )
    return _result(before, after, first, last)


def _overall(right: int, asked: int, sheets: int, name: Text) -> Figure:
    return Figure(
        Fraction(100 * right, asked) if asked else None,
        Text(
            "Jawaban benar semua tes ÷ semua jawaban (soal × lembar tiap tes) × 100",
            "Right answers of all tests ÷ all answers (questions × sheets of each) × 100",
        ),
        (
            Input(Text("Jawaban benar", "Right answers"), right),
            Input(Text("Semua jawaban", "All answers"), asked),
            Input(Text(f"Lembar {name.id.lower()} (n)", f"Sheets {name.en.lower()} (n)"), sheets),
        ),
        None,
        "",
        True,
        Unit.RATIO,
    )


def _result(before: Figure, after: Figure, sheets_before: int, sheets_after: int) -> Result:
    gain = difference(
        after.as_input(
            Text(f"Rerata sesudah (n = {sheets_after})", f"Mean after (n = {sheets_after})")
        ),
        before.as_input(
            Text(f"Rerata sebelum (n = {sheets_before})", f"Mean before (n = {sheets_before})")
        ),
        article="",
        confirmed=True,
        unit=Unit.RATIO,
    )
    return Result(before, after, gain, min(sheets_before, sheets_after) < FEW)
