"""Numbers as Indonesian papers write them: `2.897`, `83,35 persen`, `Rp29,3 miliar`, words.

What only looks like a figure is left out: days, hours, articles, names of decrees, years, numbers
of TPS and lists. Handbook of practice, section 7: every figure of a release has its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from jurdil.law.figure import Unit

SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12}
_UNITS = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()
_SMALL = {word: at for at, word in enumerate(_UNITS)}
_VOCABULARY = {*_SMALL, *SCALES, "seratus", "seribu", "belas", "puluh", "ratus"}

_DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_NUMBER = re.compile(
    rf"(?<![\w.,/-])(?P<digits>{_DIGITS})(?![\w/]|[.,-]\d)"
    rf"(?:\s(?P<scale>{'|'.join(SCALES)})\b)?(?P<percent>\s?%|\s?persen\b)?",
    re.IGNORECASE,
)
_MONEY = re.compile(
    rf"Rp\.?\s?(?P<digits>{_DIGITS})(?![\w/]|[.,-]\d)(?:\s(?P<scale>{'|'.join(SCALES)})\b)?",
    re.IGNORECASE,
)
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_WORDS = re.compile(r"[a-z]+", re.IGNORECASE)

_NO_FIGURE = re.compile(
    r"""
      \b(?:https?://|www\.)\S+
    | \S+@\S+
    | \b(?:pukul|jam)\s+\d{1,2}[.:]\d{2}(?:\s?(?:[-–]|s\.?d\.?|sampai|hingga)\s?\d{1,2}[.:]\d{2})?
    | \b\d{1,2}[.:]\d{2}\s?(?:WIB|WITA|WIT)\b
    | \b(?:pasal|ayat|huruf|angka|bab|lampiran)\s+\(?[\dIVXLC]+[a-z]?\)?
    | \bayat\s*\(\d+\)
    | \b(?:nomor|no\.?)\s*:?\s*\d[\w./-]*(?:\s+tahun\s+\d{4})?
    | \bnomor\s+urut\s+\d+
    | \b(?:UU|PKPU|PP|Perpres|Perbawaslu|Permendagri|SE)\s+(?:nomor\s+)?
      \d+(?:/\d{4}|\s+tahun\s+\d{4})
    | \b(?:TPS|RT|RW|dapil|dapem|daerah\s+pemilihan)\s+\d+\b
    | \b(?:COVID|F)-\d+\b
    | \b(?:telepon|telp\.?|hp|wa|whatsapp)\s*:?\s*[+\d][\d\s-]{5,}
    | ^\s*\d{1,2}[.)]\s
    """,
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
_YEAR = re.compile(
    r"(?:\b(?:tahun|pemilu|pemilihan|pilkada|pilpres|pileg|pilwali|pilbup|anggaran|semester\s+I{1,2}"
    r"|triwulan\s+I{1,3}V?|periode|sejak|pada|hingga|sampai|dari|dibanding(?:kan)?|dan|ke|di)\s+"
    r"(?:serentak\s+)?)((?:19|20)\d{2}(?:\s?[-–/]\s?(?:19|20)\d{2})?)(?![\d.,]\d|\s*(?:persen|%))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A number in a text. `value` is whole: a share of 83,35 persen is 83.35 with PERCENT.

    `step` is the value of its last printed digit; `odd` a spelling that can be read two ways or
    that is not Indonesian (`2,897`, `83.35`).
    """

    start: int
    end: int
    text: str
    value: Fraction
    step: Fraction
    unit: Unit
    odd: bool = False


def find(text: str, taken: Iterable[tuple[int, int]] = ()) -> tuple[Mention, ...]:
    """The numbers of a text in its order; spans `taken` (of days) hold none."""
    closed = [*taken, *_closed(text)]
    digits = [_mention(hit) for hit in _NUMBER.finditer(text)]
    money = [_mention(hit, rupiah=True) for hit in _MONEY.finditer(text)]
    starts = {one.end for one in money}
    found = [one for one in digits if one.end not in starts] + money
    found += [one for one in _in_words(text) if not any(_cut(one, other) for other in found)]
    free = [one for one in found if not any(_inside(one, span) for span in closed)]
    return tuple(sorted(free, key=lambda one: one.start))


def value_of(digits: str) -> Fraction:
    """The number of `1.234.567` or `46,2`. Raises ValueError for what is no number."""
    if not re.fullmatch(_DIGITS, digits):
        raise ValueError(f"{digits!r} is no number")
    if _GROUPED.fullmatch(digits):
        digits = digits.replace(".", "")
    return Fraction(digits.replace(",", "."))


def fits(mention: Mention, value: Fraction) -> bool:
    """Whether the printed number is this value, rounded half away from zero to its last digit."""
    units = (abs(value) / mention.step * 2 + 1) // 2
    return units * mention.step == mention.value


def from_words(words: str) -> int:
    """The number that words say, such as "dua ribu enam ratus enam belas".

    Raises ValueError for words that say no number.
    """
    total, current, last = 0, 0, 0
    parts = words.lower().split()
    if not parts:
        raise ValueError("no words")
    for word in parts:
        if word in _SMALL:
            last = _SMALL[word]
        elif word == "seratus":
            current, last = current + 100, 0
        elif word == "seribu":
            total, current, last = total + 1000, 0, 0
        elif word == "belas":
            last += 10
        elif word in ("puluh", "ratus"):
            current, last = current + last * (10 if word == "puluh" else 100), 0
        elif word in SCALES:
            total, current, last = total + (current + last) * SCALES[word], 0, 0
        else:
            raise ValueError(f"{word!r} is no word of a number")
    return total + current + last


def _mention(hit: re.Match[str], *, rupiah: bool = False) -> Mention:
    groups = hit.groupdict()
    digits = hit["digits"]
    scale = SCALES[hit["scale"].lower()] if hit["scale"] else 1
    percent = bool(groups.get("percent"))
    unit = Unit.RUPIAH if rupiah else Unit.PERCENT if percent else Unit.COUNT
    return Mention(
        start=hit.start(),
        end=hit.end(),
        text=hit.group(),
        value=value_of(digits) * scale,
        step=Fraction(scale, 10 ** _places(digits)),
        unit=unit,
        odd=_odd(digits, plain=scale == 1 and not percent),
    )


def _places(digits: str) -> int:
    if _GROUPED.fullmatch(digits):
        return len(digits.partition(",")[2])
    return len(digits.replace(",", ".").partition(".")[2])


def _odd(digits: str, *, plain: bool) -> bool:
    if _GROUPED.fullmatch(digits):
        return False
    return "." in digits or (plain and bool(re.fullmatch(r"\d{1,3},\d{3}", digits)))


def _in_words(text: str) -> Iterator[Mention]:
    run: list[re.Match[str]] = []
    end = 0
    for word in _WORDS.finditer(text):
        joined = not run or text[end : word.start()] == " "
        if word.group().lower() in _VOCABULARY and joined:
            run.append(word)
        else:
            yield from _said(text, run)
            run = [word] if word.group().lower() in _VOCABULARY else []
        end = word.end()
    yield from _said(text, run)


def _said(text: str, run: list[re.Match[str]]) -> Iterator[Mention]:
    """A run of number words of more than ten; "satu" and its like are ordinary words."""
    if len(run) < 2 and not (run and run[0].group().lower() in ("sebelas", "seratus", "seribu")):
        return
    start, end = run[0].start(), run[-1].end()
    if run[0].group().lower() in SCALES:
        return
    value = Fraction(from_words(text[start:end]))
    percent = re.match(r"\s?persen\b", text[end:], re.IGNORECASE)
    unit = Unit.PERCENT if percent else Unit.COUNT
    close = end + percent.end() if percent else end
    yield Mention(start, close, text[start:close], value, Fraction(1), unit)


def _closed(text: str) -> Iterator[tuple[int, int]]:
    yield from (hit.span() for hit in _NO_FIGURE.finditer(text))
    yield from (hit.span(1) for hit in _YEAR.finditer(text))


def _inside(one: Mention, span: tuple[int, int]) -> bool:
    return one.start < span[1] and span[0] < one.end


def _cut(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end
