"""Sums in a text: do the parts make the whole that stands there?

The published slips: 2.897 samples announced while the nine parties make 2.616 (Bandar Lampung),
a rest of a grant that is off by Rp200 and a refund off by Rp97 (Pamekasan), a least support of
45.987 where 7,5 percent of 613.144 is 45.986 (Gunungkidul), a roll whose men and women make
another total (DIY 2024).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise, permutations
from math import ceil

from jurdil.law.figure import Unit
from jurdil.law.formats import number
from jurdil.law.reporting.numbers import Mention
from jurdil.law.text import Text

_PARTS = re.compile(
    r"\b(?:terdiri\s+(?:atas|dari)|yaitu|yakni|(?:dengan\s+)?rincian(?:nya)?|meliputi"
    r"|masing-masing|terbagi\s+(?:atas|menjadi)|antara\s+lain)\b|:(?=\s)",
    re.IGNORECASE,
)
_SOME = re.compile(r"antara\s+lain|di\s*antaranya", re.IGNORECASE)
_TOTAL_LINE = re.compile(r"^\W*(?:jumlah|total)\b", re.IGNORECASE)
_SUM = re.compile(r"\b(?:jumlah(?:nya)?|total(?:nya)?|seluruhnya)\b", re.IGNORECASE)
_REST = re.compile(r"\b(?:sisa(?:nya)?|tersisa|selisih(?:nya)?)\b", re.IGNORECASE)
_PLUS = re.compile(r"\bditambah\b|\s\+\s", re.IGNORECASE)
_LEAST = re.compile(r"\b(?:minim(?:al|um)|paling\s+sedikit|syarat)\b", re.IGNORECASE)
_OF = re.compile(r"\s*(?:\w+\s+){0,3}?(?:dari|kali|×|x)\s+(?:[^\d.]{0,60})$", re.IGNORECASE)
_MEN, _WOMEN = re.compile(r"laki-laki|pria", re.I), re.compile(r"perempuan|wanita", re.I)
_END = re.compile(r"[.!?](?=\s+[A-Z\"“]|\s*$)|\n\s*\n")
_NEAR = 40
_NEARLY = 10
"""A tenth of a product: so far off a number may be and still be meant for it."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A whole at `start` in the text and what its parts make."""

    start: int
    end: int
    stated: Fraction
    counted: Fraction
    parts: tuple[Fraction, ...]
    text: Text


def mismatches(text: str, found: Sequence[Mention]) -> tuple[Mismatch, ...]:
    """Every sum, difference and share in the text that does not come out."""
    made: list[Mismatch] = []
    for first, last in sentences(text):
        inside = [one for one in found if first <= one.start < last]
        whole = text[first:last]
        made += _breakdown(whole, first, inside)
        made += _sexes(text, inside, last)
        made += _rest(whole, first, inside)
        made += _added(whole, first, inside)
        made += _share(text, whole, inside)
    made += _lines(text, found)
    once = {(one.start, one.counted): one for one in made}
    return tuple(sorted(once.values(), key=lambda one: one.start))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text begin and end."""
    start = 0
    for stop in _END.finditer(text):
        yield start, stop.end()
        start = stop.end()
    if text[start:].strip():
        yield start, len(text)


def check_parts(whole: Fraction, parts: Sequence[Fraction]) -> bool:
    """Whether the parts of a figure make it; a figure without parts makes itself."""
    return not parts or sum(parts) == whole


def _breakdown(sentence: str, offset: int, found: list[Mention]) -> Iterator[Mismatch]:
    """ "2.897 sampel, yaitu Garuda 282, Buruh 284 ..." """
    cue = _PARTS.search(sentence)
    if cue is None or _SOME.search(sentence):
        return
    at = offset + cue.start()
    parts = [one for one in found if one.start > at and one.unit != Unit.PERCENT]
    parts = [one for one in parts if one.unit == parts[0].unit]
    before = [one for one in found if one.end <= at and parts and one.unit == parts[0].unit]
    total = sum((one.value for one in parts), Fraction(0))
    if len(parts) < 2 or any(one.value == total for one in before):
        return
    wholes = [one for one in before if one.value != len(parts)]
    if not wholes or _ends_with_sum(sentence, offset, parts):
        return
    yield _mismatch(max(wholes, key=lambda one: one.value), [one.value for one in parts])


def _ends_with_sum(sentence: str, offset: int, parts: list[Mention]) -> bool:
    """Whether the last number is named as the sum of those before: "A 10, B 20, jumlahnya 30"."""
    between = sentence[parts[-2].end - offset : parts[-1].start - offset]
    total = sum((one.value for one in parts[:-1]), Fraction(0))
    return bool(_SUM.search(between)) and parts[-1].value == total


def _sexes(text: str, found: list[Mention], last: int) -> Iterator[Mismatch]:
    """ "2.877.756 pemilih, 1.380.616 laki-laki dan 1.452.140 perempuan" """
    men, women = _named(text, found, last, _MEN), _named(text, found, last, _WOMEN)
    if men is None or women is None or men is women or men.unit == Unit.PERCENT:
        return
    earlier = [one for one in found if one.end <= min(men.start, women.start)]
    wholes = [one for one in earlier if one.unit == men.unit and one.value > men.value]
    if not wholes or wholes[-1].value == men.value + women.value:
        return
    yield _mismatch(wholes[-1], [men.value, women.value])


def _named(text: str, found: list[Mention], last: int, word: re.Pattern[str]) -> Mention | None:
    """The number that a word belongs to: the one before it, or right behind it."""
    if not found:
        return None
    hit = word.search(text, found[0].start - _NEAR if found[0].start > _NEAR else 0, last)
    if hit is None:
        return None
    near = [one for one in found if 0 <= hit.start() - one.end <= _NEAR // 2]
    behind = [one for one in found if 0 <= one.start - hit.end() <= 3]
    if behind:
        return behind[0]
    return near[-1] if near else None


def _rest(sentence: str, offset: int, found: list[Mention]) -> Iterator[Mismatch]:
    """ "pagu Rp50.000, terpakai Rp43.463, sisa Rp6.537" """
    cue = _REST.search(sentence)
    if cue is None:
        return
    at = offset + cue.end()
    rest = next((one for one in found if one.start >= at), None)
    if rest is None:
        return
    before = [one for one in found if one.end <= at and one.unit == rest.unit]
    if len(before) < 2 or rest.unit == Unit.PERCENT:
        return
    if any(a.value - b.value == rest.value for a, b in permutations(before, 2)):
        return
    high, low = before[-2], before[-1]
    yield _mismatch(rest, [high.value, -low.value])


def _added(sentence: str, offset: int, found: list[Mention]) -> Iterator[Mismatch]:
    """ "sisa Rp6.536 ditambah bunga Rp294, dikembalikan Rp6.831" """
    cue = _PLUS.search(sentence)
    if cue is None:
        return
    at = offset + cue.start()
    left = [one for one in found if one.end <= at]
    right = [one for one in found if one.start >= at]
    if not left or not right:
        return
    one, other = left[-1], right[0]
    wholes = [each for each in (*right[1:], *left[:-1]) if each.unit == one.unit]
    wholes = [each for each in wholes if each.value >= max(one.value, other.value)]
    total = one.value + other.value
    if not wholes or any(each.value == total for each in wholes):
        return
    yield _mismatch(min(wholes, key=lambda each: abs(each.value - total)), [one.value, other.value])


def _share(text: str, sentence: str, found: list[Mention]) -> Iterator[Mismatch]:
    """ "7,5 persen dari 613.144 pemilih, yaitu 45.987" """
    for one, other in pairwise(found):
        if one.unit != Unit.PERCENT or other.unit == Unit.PERCENT:
            continue
        if not _OF.fullmatch(text[one.end : other.start]):
            continue
        parts = [each for each in found if each not in (one, other) and each.unit == other.unit]
        product = one.value * other.value / 100
        # A number far from the product tells something else.
        parts = [each for each in parts if abs(each.value - product) * _NEARLY <= product]
        if not parts:
            continue
        stated = min(parts, key=lambda each: abs(each.value - product))
        if not _comes_out(one, other, stated, least=bool(_LEAST.search(sentence))):
            yield _mismatch(stated, [Fraction(ceil(product))], share=True)


def _comes_out(percent: Mention, whole: Mention, part: Mention, *, least: bool) -> bool:
    """A least number is rounded up (exact); a share told in percent is itself rounded."""
    if least:
        return part.value == ceil(percent.value * whole.value / 100)
    return abs(part.value * 100 / whole.value - percent.value) <= percent.step / 2


def _lines(text: str, found: Sequence[Mention]) -> Iterator[Mismatch]:
    """A list with a line each and one that begins with "Jumlah"."""
    parts: list[Mention] = []
    start = 0
    for line in text.split("\n"):
        inside = [one for one in found if start <= one.start < start + len(line)]
        start += len(line) + 1
        if _TOTAL_LINE.match(line) and inside and len(parts) > 1:
            same = [one.value for one in parts if one.unit == inside[0].unit]
            if sum(same) != inside[0].value:
                yield _mismatch(inside[0], same)
            parts = []
        elif len(inside) == 1 and not line.rstrip().endswith("."):
            parts.append(inside[0])
        else:
            parts = []


def _mismatch(whole: Mention, parts: list[Fraction], *, share: bool = False) -> Mismatch:
    counted = sum(parts, Fraction(0))
    stated, other = _shown(whole.value), _shown(counted)
    gap = _shown(abs(whole.value - counted))
    if share:
        text = Text(
            f"Tertulis {stated}, padahal persentase itu menghasilkan {other} (selisih {gap}).",
            f"It says {stated}, but that percentage makes {other} (difference {gap}).",
        )
    else:
        text = Text(
            f"Tertulis {stated}, padahal bagian-bagiannya menghasilkan {other} (selisih {gap}).",
            f"It says {stated}, but the parts make {other} (difference {gap}).",
        )
    return Mismatch(whole.start, whole.end, whole.value, counted, tuple(parts), text)


def _shown(value: Fraction) -> str:
    return number(value, "id", 0 if value.denominator == 1 else 2)
