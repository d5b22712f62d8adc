"""What stops a press release: numbers without a source, sums, days, missing denominators.

Handbook of practice, section 7, and of participation, sections 0.4 and 3: totals that do not add
up, a turnout without its denominator, the participation index taken for a turnout, slips of dates.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from jurdil.law.figure import Figure, Unit, render, render_value
from jurdil.law.reporting import days, numbers, sums
from jurdil.law.reporting.days import DayMention
from jurdil.law.reporting.numbers import Mention
from jurdil.law.text import Text

_COMING = re.compile(
    r"\b(?:akan|bakal|direncanakan|rencana(?:nya)?|dijadwalkan|jadwal(?:nya)?|mendatang|nanti"
    r"|paling\s+lambat|selambat|batas|tenggat|hingga|sampai|s\.d\.|mulai|berakhir|target)\b",
    re.IGNORECASE,
)
_TELLING = 100
_STILL = re.compile(r"\b(?:akan|bakal|mendatang|nanti)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Known:
    """A fact that a number may be linked to: its name and its figure as the house has it now."""

    key: str
    name: Text
    figure: Figure
    parts: tuple[Fraction, ...] = ()


@dataclass(frozen=True, slots=True)
class Window:
    """A stage of the schedule with its days; an open side is None."""

    name: Text
    opens: date | None
    closes: date | None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a release. `stops` keeps it from going out; `start` is its place."""

    code: str
    text: Text
    start: int = 0
    stops: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """The days and numbers of a text."""

    text: str
    days: tuple[DayMention, ...]
    numbers: tuple[Mention, ...]


def read(text: str, dated: date) -> Reading:
    """Find every day and number of a text that is dated this day."""
    found = days.find(text, dated.year)
    return Reading(text, found, numbers.find(text, days.spans(found)))


def mark_key(reading: Reading, at: int) -> str:
    """The name of the number at this place of `reading.numbers`: its text and which of them.

    It stays the same when words around it change.
    """
    mention = reading.numbers[at]
    same = [one.text for one in reading.numbers[: at + 1]].count(mention.text)
    return f"{mention.text}#{same}"


def check(
    reading: Reading,
    dated: date,
    facts: Mapping[str, Known | None],
    sources: Mapping[str, str],
    windows: Sequence[Window] = (),
) -> tuple[Finding, ...]:
    """Everything that is wrong with a release, in the order of its text.

    `facts` and `sources` are keyed by `mark_key`; a linked fact that the house no longer has is
    None.
    """
    found = [
        *_numbers(reading, facts, sources),
        *_denominators(reading, facts),
        *_sums(reading),
        *check_days(reading, dated, windows),
    ]
    return tuple(sorted(found, key=lambda one: one.start))


def check_days(
    reading: Reading, dated: date, windows: Sequence[Window] = ()
) -> tuple[Finding, ...]:
    """What is wrong with the days of a text that is dated this day."""
    found = [each for one in reading.days for each in _day(reading, one, dated)]
    return tuple(sorted([*found, *_stages(reading, windows)], key=lambda one: one.start))


def suggestion(mention: Mention, known: Sequence[Known]) -> str:
    """The key of the only fact whose figure this number is; '' for none or several, and for small
    counts, which are equal by chance."""
    if mention.unit != Unit.PERCENT and mention.value < _TELLING:
        return ""
    keys = [one.key for one in known if agrees(mention, one.figure)]
    return keys[0] if len(keys) == 1 else ""


def agrees(mention: Mention, figure: Figure) -> bool:
    """Whether a number is this figure, as exactly as it is printed, and of its kind."""
    value = _number(figure)
    if value is None or (mention.unit == Unit.PERCENT) != (figure.unit == Unit.PERCENT):
        return False
    return numbers.fits(mention, value)


def _number(figure: Figure) -> Fraction | None:
    """The figure as it is told: a share in percent."""
    if figure.value is None or isinstance(figure.value, date):
        return None
    value = Fraction(figure.value)
    return value * 100 if figure.unit == Unit.PERCENT else value


def _numbers(
    reading: Reading, facts: Mapping[str, Known | None], sources: Mapping[str, str]
) -> list[Finding]:
    found = []
    for at, mention in enumerate(reading.numbers):
        key = mark_key(reading, at)
        if mention.odd:
            found.append(_odd(mention))
        if key in facts:
            found += _linked(mention, facts[key])
        elif not sources.get(key, "").strip():
            found.append(
                Finding(
                    "angka-tanpa-sumber",
                    Text(
                        f"Angka {mention.text.strip()} belum ditautkan ke fakta dan belum "
                        "bersumber. Pilih faktanya atau tulis sumbernya.",
                        f"The number {mention.text.strip()} has neither a fact nor a source. "
                        "Choose its fact or write its source.",
                    ),
                    mention.start,
                )
            )
    return found


def _odd(mention: Mention) -> Finding:
    return Finding(
        "angka-rancu",
        Text(
            f"Angka {mention.text.strip()} dapat dibaca dua cara. Tulis ribuan dengan titik "
            "(2.897) dan pecahan dengan koma (83,35).",
            f"The number {mention.text.strip()} can be read in two ways. Write thousands with a "
            "dot (2.897) and decimals with a comma (83,35).",
        ),
        mention.start,
    )


def _linked(mention: Mention, known: Known | None) -> list[Finding]:
    if known is None:
        text = Text(
            f"Fakta yang ditautkan ke {mention.text.strip()} tidak ada lagi di data kantor.",
            f"The fact linked to {mention.text.strip()} is no longer in the office's data.",
        )
        return [Finding("fakta-hilang", text, mention.start)]
    if known.parts and not sums.check_parts(Fraction(_number(known.figure) or 0), known.parts):
        return [_uneven(mention, known)]
    if agrees(mention, known.figure):
        return []
    stated, now = mention.text.strip(), render(known.figure, "id", places=_places(known.figure))
    if (mention.unit == Unit.PERCENT) != (known.figure.unit == Unit.PERCENT):
        text = Text(
            f"{stated} ditautkan ke “{known.name.id}”, yang nilainya {now}: satuannya berbeda.",
            f"{stated} is linked to “{known.name.en}”, which is {now}: another unit.",
        )
        return [Finding("satuan-berbeda", text, mention.start)]
    text = Text(
        f"Tertulis {stated}, padahal “{known.name.id}” sekarang {now}.",
        f"It says {stated}, but “{known.name.en}” is {now} now.",
    )
    return [Finding("angka-berbeda", text, mention.start)]


def _uneven(mention: Mention, known: Known) -> Finding:
    total = render_value(sum(known.parts), known.figure.unit, "id")
    whole = render(known.figure, "id")
    return Finding(
        "jumlah-berbeda",
        Text(
            f"“{known.name.id}” {whole}, padahal rinciannya berjumlah {total}. Betulkan datanya "
            "sebelum diumumkan.",
            f"“{known.name.en}” is {whole}, but its parts sum to {total}. Correct the data before "
            "it is published.",
        ),
        mention.start,
    )


def _places(figure: Figure) -> int | None:
    return 2 if figure.unit == Unit.PERCENT else None


def _denominators(reading: Reading, facts: Mapping[str, Known | None]) -> list[Finding]:
    """A share that is told stands beside what it is a share of."""
    told = {one.value for one in reading.numbers}
    found = []
    for at, mention in enumerate(reading.numbers):
        known = facts.get(mark_key(reading, at))
        if known is None or known.figure.unit != Unit.PERCENT or known.figure.denominator is None:
            continue
        whole = known.figure.denominator
        if whole.value is None or isinstance(whole.value, date) or Fraction(whole.value) in told:
            continue
        shown = render_value(whole.value, whole.unit, "id")
        text = Text(
            f"{mention.text.strip()} disebut tanpa penyebutnya. Sebutkan {whole.name.id} "
            f"({shown}).",
            f"{mention.text.strip()} stands without its denominator. Name {whole.name.en} "
            f"({shown}).",
        )
        found.append(Finding("penyebut-hilang", text, mention.start))
    return found


def _sums(reading: Reading) -> list[Finding]:
    return [
        Finding("jumlah-berbeda", one.text, one.start)
        for one in sums.mismatches(reading.text, reading.numbers)
    ]


def _day(reading: Reading, one: DayMention, dated: date) -> list[Finding]:
    if one.day is None:
        text = Text(
            f"Tanggal “{one.text}” tidak ada di kalender.", f"No calendar has “{one.text}”."
        )
        return [Finding("tanggal-mustahil", text, one.start)]
    found = []
    if one.wrong_weekday:
        right = days.written(one.first or one.day)
        text = Text(
            f"“{one.text}”: hari dan tanggalnya tidak cocok; tanggal itu {right}.",
            f"“{one.text}”: day and date do not fit; that date is {right}.",
        )
        found.append(Finding("hari-tidak-cocok", text, one.start))
    sentence = _sentence(reading.text, one.start)
    if one.day > dated and not _COMING.search(sentence):
        text = Text(
            f"“{one.text}” diceritakan sudah terjadi, padahal naskah ini bertanggal "
            f"{days.written(dated)}.",
            f"“{one.text}” is told as past, but this paper is dated {days.written(dated)}.",
        )
        found.append(Finding("tanggal-belum-terjadi", text, one.start))
    if one.day < dated and one.dated and _STILL.search(sentence):
        text = Text(
            f"“{one.text}” diceritakan akan datang, padahal sudah lewat pada "
            f"{days.written(dated)}.",
            f"“{one.text}” is told as coming, but has passed on {days.written(dated)}.",
        )
        found.append(Finding("tanggal-sudah-lewat", text, one.start, stops=False))
    return found


def _stages(reading: Reading, windows: Sequence[Window]) -> list[Finding]:
    """A sentence that names a stage and a day tells a day of that stage."""
    found = []
    for one in reading.days:
        if one.day is None:
            continue
        sentence = _sentence(reading.text, one.start).lower()
        named = [each for each in windows if each.name.id.lower() in sentence]
        if not named or any(_within(one, each) for each in named):
            continue
        nearest = max(named, key=lambda each: len(each.name.id))
        if nearest.opens is None and nearest.closes is None:
            continue
        text = Text(
            f"“{one.text}” di luar jadwal “{nearest.name.id}”: {_span(nearest)}.",
            f"“{one.text}” is outside the window of “{nearest.name.en}”: {_span(nearest)}.",
        )
        found.append(Finding("tanggal-di-luar-jadwal", text, one.start))
    return found


def _within(one: DayMention, window: Window) -> bool:
    first, last = one.first or one.day, one.day
    if first is None or last is None:
        return False
    after = window.opens is None or first >= window.opens
    return after and (window.closes is None or last <= window.closes)


def _span(window: Window) -> str:
    ends = [days.written(day) if day else "…" for day in (window.opens, window.closes)]
    return ends[0] if ends[0] == ends[1] else " s.d. ".join(ends)


def _sentence(text: str, at: int) -> str:
    return next((text[a:b] for a, b in sums.sentences(text) if a <= at < b), "")
